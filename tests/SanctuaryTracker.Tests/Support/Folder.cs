namespace SanctuaryTracker.Tests.Support;

/// <summary>A folder of files that lasts as long as the test.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sanctuary-tracker-").FullName;

    public Folder With(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>A folder of this repository or of one that it stands beside; null if there is none.</summary>
    public static string? FindUpwards(params string[] name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Path.Combine([folder.FullName, .. name]) is var path && Directory.Exists(path))
                return path;
        return null;
    }
}

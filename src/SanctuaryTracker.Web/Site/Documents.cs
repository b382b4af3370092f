using SanctuaryTracker.Data;

namespace SanctuaryTracker.Site;

/// <summary>A file that belongs to a record.</summary>
/// <param name="Key">Permanent within its record.</param>
/// <param name="Title">What it is.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Pages">Null if it has no pages, or they could not be counted.</param>
/// <param name="Sha256">Of the file, so that anyone can tell whether a copy is the same.</param>
/// <param name="Note">What a reader should know of it.</param>
/// <param name="Held">Kept for checking quotations alone, and shown to nobody.</param>
/// <param name="Text">Whether its text could be read, and can be searched unless it is held.</param>
/// <param name="TextProblem">Why there is no text; null if there is.</param>
public sealed record DocumentItem(string Key, string? Title, string FileName, string MediaType, long SizeBytes, int? Pages, string Sha256, string? Note, bool Held, TextState Text, string? TextProblem)
{
    /// <summary>Where the file is; null if it is held.</summary>
    public string? Path => Held ? null : PathOf(Sha256, FileName);

    internal static string PathOf(string sha256, string fileName) => $"/documents/{sha256}/{Uri.EscapeDataString(fileName)}";

    /// <summary>“PDF, 3 pages, 120 KB”.</summary>
    internal string Measure => MeasureOf(MediaType, Pages, SizeBytes);

    internal static string MeasureOf(string mediaType, int? pages, long sizeBytes)
    {
        var name = FileKind.OfMediaType(mediaType).Name;
        var kind = name.StartsWith("a ", StringComparison.Ordinal) ? name[2..] : name;
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]}{(pages is { } n ? $", {Words.Count(n, "page", "pages")}" : "")}, {Words.Bytes(sizeBytes)}";
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SkiaSharp;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A state's outline, from <c>states.json</c>, whose origin the README beside it tells.</summary>
/// <param name="At">Where its label stands.</param>
/// <param name="Room">How far that is from the outline.</param>
/// <param name="Path">SVG path data.</param>
public sealed record StateOutline(double[] At, double Room, string Path)
{
    public (double Left, double Top, double Right, double Bottom) Bounds
    {
        get
        {
            using var path = SKPath.ParseSvgPathData(Path);
            var bounds = path.TightBounds;
            return (bounds.Left, bounds.Top, bounds.Right, bounds.Bottom);
        }
    }
}

public static class UsMap
{
    /// <summary>The fifty states and the District of Columbia, by USPS code.</summary>
    public static IReadOnlyDictionary<string, StateOutline> States { get; } = Load();

    /// <summary>All of them, without those marks that a round of letters gives them.</summary>
    public static string Land { get; } = string.Concat(States.Values.Select(s => s.Path));

    /// <summary>Where a page finds a picture of the land: once, and after what is to be read.</summary>
    public const string LandAddress = "/figures/land.svg";

    /// <summary>The style sheet's colours cannot reach into a picture, so that it brings its own for the dark.</summary>
    public static byte[] LandFile { get; } = Encoding.UTF8.GetBytes($$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 975 610"><style>@media (prefers-color-scheme: dark) { path { fill: #26302b; stroke: #121815 } }</style><path fill="{{Palette.Of("band")}}" stroke="{{Palette.Of("paper")}}" stroke-width="1.5" d="{{Land}}"/></svg>
        """);

    /// <summary>The same, packed once and as small as can be: every page with a map waits for it, and it never changes.</summary>
    public static byte[] LandFileInBrotli { get; } = Packed(LandFile);

    private static byte[] Packed(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
            brotli.Write(file);
        return packed.ToArray();
    }

    private static Dictionary<string, StateOutline> Load()
    {
        using var file = typeof(UsMap).Assembly.GetManifestResourceStream("states.json") ?? throw new InvalidOperationException("The states' outlines are not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, StateOutline>>(file, JsonSerializerOptions.Web)!;
    }
}

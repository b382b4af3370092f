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

    private static Dictionary<string, StateOutline> Load()
    {
        using var file = typeof(UsMap).Assembly.GetManifestResourceStream("states.json") ?? throw new InvalidOperationException("The states' outlines are not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, StateOutline>>(file, JsonSerializerOptions.Web)!;
    }
}

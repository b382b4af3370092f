using SkiaSharp;

namespace SanctuaryTracker.Site;

/// <summary>The faces in which pictures are lettered, carried by the program: a server may have none.</summary>
public static class Typefaces
{
    public static SKTypeface Serif { get; } = Load("NotoSerif-Regular");
    public static SKTypeface SerifBold { get; } = Load("NotoSerif-Bold");
    public static SKTypeface Sans { get; } = Load("NotoSans-Regular");
    public static SKTypeface SansBold { get; } = Load("NotoSans-Bold");

    private static SKTypeface Load(string name)
    {
        using var file = typeof(Typefaces).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The face {name} is not in the program.");
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"The face {name} cannot be read.");
    }
}

using SanctuaryTracker.Site;
using SkiaSharp;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A picture as a list of shapes, which <see cref="Svg"/> and <see cref="Png"/> write alike.</summary>
/// <param name="Left">Where the frame begins; the units are pixels at the size the picture is meant for.</param>
public sealed record Drawing(double Left, double Top, double Width, double Height, IReadOnlyList<Shape> Shapes, IReadOnlyList<Spot> Spots)
{
    /// <summary>From one line of the hatching to the next.</summary>
    public double Hatch { get; init; } = 6;
}

/// <summary>A part of a picture that leads to a record.</summary>
/// <param name="Name">What it says in words: “Denver, Colorado: received; response: none recorded”.</param>
public sealed record Spot(double X, double Y, double Width, double Height, string Href, string Name);

/// <summary>How a shape is painted. Colours are the style sheet's tokens, or <c>hatch</c>: on a page the sheet says what they are, elsewhere <see cref="Palette"/>.</summary>
/// <param name="Dash">A dash and the gap after it, of equal length.</param>
public sealed record Ink(string? Fill = null, string? Stroke = null, double Width = 1, double Dash = 0);

public enum Anchor { Start, Middle, End }

public abstract record Shape(Ink Ink);

/// <param name="SharedAt">Where the site has a picture of it, in the frame of the map, for all pages.</param>
public sealed record Outline(string Data, Ink Ink, string? SharedAt = null) : Shape(Ink);

public sealed record Disc(double X, double Y, double Radius, Ink Ink) : Shape(Ink);

public sealed record Box(double X, double Y, double Width, double Height, Ink Ink) : Shape(Ink);

public sealed record Line(double X1, double Y1, double X2, double Y2, Ink Ink) : Shape(Ink);

public sealed record Lettering(double X, double Y, string Text, double Size, Ink Ink, Anchor Anchor = Anchor.Start, bool IsBold = false, bool IsSerif = false) : Shape(Ink)
{
    public SKTypeface Typeface => (IsSerif, IsBold) switch
    {
        (true, true) => Typefaces.SerifBold,
        (true, false) => Typefaces.Serif,
        (false, true) => Typefaces.SansBold,
        _ => Typefaces.Sans,
    };

    /// <summary>How wide a text is at most; a reader's own faces differ a little from those measured.</summary>
    public static double WidthOf(string text, double size, bool isBold = false, bool isSerif = false)
    {
        using var font = new SKFont(new Lettering(0, 0, text, size, new(), IsBold: isBold, IsSerif: isSerif).Typeface, (float)size);
        return font.MeasureText(text) * 1.03;
    }

    /// <summary>Broken into lines of at most this width; a longer word stands alone.</summary>
    public static IEnumerable<string> Wrap(string text, double size, double width, bool isBold = false, bool isSerif = false)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, size, isBold, isSerif) > width)
            {
                yield return line;
                line = word;
            }
            else
                line = longer;
        }
        if (line.Length > 0)
            yield return line;
    }
}

/// <summary>Shapes drawn elsewhere and in another size.</summary>
public sealed record Placed(double X, double Y, IReadOnlyList<Shape> Shapes, double Scale = 1) : Shape(new Ink());

/// <summary>The style sheet's colours in the light, for pictures that stand alone.</summary>
public static class Palette
{
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        ["paper"] = "#ffffff", ["stock"] = "#f1f4ee", ["band"] = "#e4eadf", ["ink"] = "#17201c", ["soft"] = "#4b5751", ["edge"] = "#6d7871", ["rule"] = "#c5cec6",
        ["pine"] = "#12624f", ["pine-tint"] = "#cfe3d8", ["umber"] = "#8a4a08", ["plum"] = "#5a1f63", ["slate"] = "#5e6872",
    };

    public static string Of(string token) => Colours[token];
}

using SanctuaryTracker.Site;
using SkiaSharp;

namespace SanctuaryTracker.Features.Cards;

/// <summary>Draws a card in the site's own look, in the light: 1200 by 630 pixels, as those who show links ask for.</summary>
public static class CardPicture
{
    public const int Width = 1200;
    public const int Height = 630;
    private const float Margin = 64;
    private static readonly SKColor Ink = SKColor.Parse("#17201c");
    private static readonly SKColor Soft = SKColor.Parse("#4b5751");
    private static readonly SKColor Rule = SKColor.Parse("#c5cec6");
    private static readonly SKColor Pine = SKColor.Parse("#12624f");

    /// <returns>A PNG.</returns>
    public static byte[] Draw(Card card)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Fill(canvas, new(0, 0, Width, 12), Ink);
        Mark(canvas, card.Side, new(Margin + 11, 72));
        Write(canvas, card.Kicker, Margin + (card.Side is null ? 0 : 36), 81, Typefaces.SansBold, 26, Of(card.Side), Width - 2 * Margin, lines: 1);
        var top = Write(canvas, card.Title, Margin, 156, Typefaces.SerifBold, card.Title.Length > 60 ? 48 : 58, Ink, Width - 2 * Margin, lines: 3);
        foreach (var line in card.Lines.Where(l => l.Length > 0))
            if (top < Height - 150)
                top = Write(canvas, line, Margin, top + 16, line[0] == '“' ? Typefaces.Serif : Typefaces.Sans, 31, Ink, Width - 2 * Margin, lines: 2);
        Fill(canvas, new(Margin, Height - 98, Width - Margin, Height - 97), Rule);
        Fill(canvas, new(Margin, Height - 98, Margin + 64, Height - 92), Ink);
        using var name = new SKFont(Typefaces.SerifBold, 34);
        Write(canvas, "¶", Margin, Height - 44, Typefaces.SerifBold, 34, Pine, Width, lines: 1);
        Write(canvas, "SanctuaryTracker", Margin + name.MeasureText("¶ "), Height - 44, Typefaces.SerifBold, 34, Ink, Width, lines: 1);
        using var small = new SKFont(Typefaces.Sans, 24);
        Write(canvas, card.Foot, Width - Margin - small.MeasureText(card.Foot), Height - 44, Typefaces.Sans, 24, Soft, Width, lines: 1);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKColor Of(string? side) => side switch
    {
        "federal" => SKColor.Parse("#8a4a08"),
        "places" => Pine,
        "court" => SKColor.Parse("#5a1f63"),
        _ => SKColor.Parse("#5e6872"),
    };

    /// <summary>The side's shape, as its mark has it: colour never stands alone.</summary>
    private static void Mark(SKCanvas canvas, string? side, SKPoint at)
    {
        using var paint = new SKPaint { Color = Of(side), IsAntialias = true };
        using var path = new SKPathBuilder();
        if (side == "federal")
            path.AddRect(new(at.X - 10, at.Y - 10, at.X + 10, at.Y + 10));
        else if (side == "places")
            path.AddCircle(at.X, at.Y, 11);
        else if (side == "court")
            path.AddPoly([new(at.X, at.Y - 13), new(at.X + 13, at.Y), new(at.X, at.Y + 13), new(at.X - 13, at.Y)], close: true);
        else if (side == "third")
        {
            path.AddRect(new(at.X - 11, at.Y - 3, at.X + 11, at.Y + 3));
            path.AddRect(new(at.X - 3, at.Y - 11, at.X + 3, at.Y + 11));
        }
        using var shape = path.Detach();
        canvas.DrawPath(shape, paint);
    }

    private static void Fill(SKCanvas canvas, SKRect rect, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(rect, paint);
    }

    /// <summary>Breaks at words, and ends with an ellipsis what has no room.</summary>
    /// <returns>The baseline of the line that would follow.</returns>
    private static float Write(SKCanvas canvas, string text, float x, float y, SKTypeface face, float size, SKColor colour, float width, int lines)
    {
        using var font = new SKFont(face, size) { Subpixel = true };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        foreach (var line in Break(text, font, width, lines))
        {
            canvas.DrawText(line, x, y, SKTextAlign.Left, font, paint);
            y += size * 1.22f;
        }
        return y;
    }

    private static List<string> Break(string text, SKFont font, float width, int max)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.MeasureText(longer) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count == max - 1)
            {
                line = longer;
                break;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = word;
        }
        lines.Add(Shorten(line, font, width));
        return lines;
    }

    private static string Shorten(string line, SKFont font, float width)
    {
        if (font.MeasureText(line) <= width)
            return line;
        var fitting = font.BreakText(line, width - font.MeasureText("…"));
        return line[..fitting].TrimEnd() + "…";
    }
}

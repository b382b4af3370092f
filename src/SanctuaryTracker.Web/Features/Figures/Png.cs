using SkiaSharp;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A drawing as PNG, at twice its size so that it prints well.</summary>
public static class Png
{
    public const int Density = 2;

    public static byte[] File(Drawing drawing)
    {
        using var bitmap = new SKBitmap((int)Math.Ceiling(drawing.Width * Density), (int)Math.Ceiling(drawing.Height * Density), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour("paper"));
        canvas.Scale(Density);
        canvas.Translate((float)-drawing.Left, (float)-drawing.Top);
        foreach (var shape in drawing.Shapes)
            Draw(canvas, shape);
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Placed placed:
                canvas.Save();
                canvas.Translate((float)placed.X, (float)placed.Y);
                canvas.Scale((float)placed.Scale);
                foreach (var part in placed.Shapes)
                    Draw(canvas, part);
                canvas.Restore();
                break;
            case Outline outline:
                using (var path = SKPath.ParseSvgPathData(outline.Data))
                    Paint(outline.Ink, path, canvas, paint => canvas.DrawPath(path, paint));
                break;
            case Disc disc:
                Paint(disc.Ink, null, canvas, paint => canvas.DrawCircle((float)disc.X, (float)disc.Y, (float)disc.Radius, paint));
                break;
            case Box box:
                var rect = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
                using (var builder = new SKPathBuilder())
                {
                    builder.AddRect(rect);
                    using var path = builder.Detach();
                    Paint(box.Ink, path, canvas, paint => canvas.DrawRect(rect, paint));
                }
                break;
            case Line line:
                Paint(line.Ink, null, canvas, paint => canvas.DrawLine((float)line.X1, (float)line.Y1, (float)line.X2, (float)line.Y2, paint));
                break;
            case Lettering words:
                using (var font = new SKFont(words.Typeface, (float)words.Size) { Subpixel = true })
                {
                    var align = words.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
                    // The halo first: the letters stand on it.
                    if (words.Ink.Stroke is not null)
                        Paint(words.Ink with { Fill = null }, null, canvas, paint => canvas.DrawText(words.Text, (float)words.X, (float)words.Y, align, font, paint));
                    Paint(words.Ink with { Stroke = null }, null, canvas, paint => canvas.DrawText(words.Text, (float)words.X, (float)words.Y, align, font, paint));
                }
                break;
        }
    }

    private static void Paint(Ink ink, SKPath? path, SKCanvas canvas, Action<SKPaint> draw)
    {
        using var paint = new SKPaint { IsAntialias = true, StrokeJoin = SKStrokeJoin.Round };
        if (ink.Fill == "hatch" && path is not null)
            Hatch(canvas, path, paint);
        else if (ink.Fill is not null)
        {
            paint.Color = Colour(ink.Fill);
            draw(paint);
        }
        if (ink.Stroke is null)
            return;
        using var dash = ink.Dash > 0 ? SKPathEffect.CreateDash([(float)ink.Dash, (float)ink.Dash], 0) : null;
        (paint.Style, paint.Color, paint.StrokeWidth, paint.PathEffect) = (SKPaintStyle.Stroke, Colour(ink.Stroke), (float)ink.Width, dash);
        draw(paint);
    }

    private static void Hatch(SKCanvas canvas, SKPath path, SKPaint paint)
    {
        paint.Color = Colour("paper");
        canvas.DrawPath(path, paint);
        canvas.Save();
        canvas.ClipPath(path, antialias: true);
        var bounds = path.Bounds;
        using var line = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, Color = Colour("pine"), StrokeWidth = 1.5f };
        const float Step = 8.485f; // six across the line
        for (var x = bounds.Left - bounds.Height; x < bounds.Right; x += Step)
            canvas.DrawLine(x, bounds.Bottom, x + bounds.Height, bounds.Top, line);
        canvas.Restore();
    }

    private static SKColor Colour(string token) => SKColor.Parse(Palette.Of(token));
}

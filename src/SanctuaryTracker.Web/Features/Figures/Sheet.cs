using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A figure to take away: the picture with its title, key and notes, and the line that says where it is from.</summary>
public static class Sheet
{
    private const double Margin = 36, Body = 16;

    /// <param name="address">The figure's page, with its host.</param>
    public static Drawing Of(Figure figure, PartialDate today, string address)
    {
        var width = (figure.Wide?.Width ?? 760) + 2 * Margin;
        var inner = width - 2 * Margin;
        var shapes = new List<Shape> { new Box(0, 0, 0, 0, new("paper")), new Box(Margin, 28, 52, 5, new("ink")), new Line(Margin, 28.5, width - Margin, 28.5, new(Stroke: "ink")) };
        var spots = new List<Spot>();
        var y = 44.0;
        Text(figure.Title, 30, 36, "ink", isBold: true, isSerif: true);
        Text(figure.Subject.Title, 18, 24, "soft", isSerif: true);
        y += 14;
        if (figure.Wide is { } drawing)
        {
            var (dx, dy) = (Margin - drawing.Left, y - drawing.Top);
            shapes.Add(new Placed(dx, dy, drawing.Shapes));
            spots.AddRange(drawing.Spots.Select(s => s with { X = s.X + dx, Y = s.Y + dy }));
            y += drawing.Height + 20;
        }
        else if (figure.Empty is { } empty)
            Text($"{empty.Says} {empty.Why}", Body, 22, "ink");
        DrawKey();
        foreach (var note in figure.Notes)
            Text(note, 14.5, 20, "soft");
        if (figure.Scope is { } scope)
            Text(scope, 14.5, 20, "soft");
        y += 12;
        shapes.Add(new Line(Margin, y, width - Margin, y, new(Stroke: "rule")));
        y += 6;
        Text($"SanctuaryTracker, record as of {today.InWords()}{(figure.Sources.Count > 0 ? $"; sources: {string.Join("; ", figure.Sources.Take(6))}{(figure.Sources.Count > 6 ? $" and {figure.Sources.Count - 6} more" : "")}" : "")}", 14.5, 20, "soft");
        Text(address, 14.5, 20, "soft");
        shapes[0] = new Box(0, 0, width, y + 20, new("paper"));
        return new(0, 0, width, y + 20, shapes, spots);

        void Text(string text, double size, double leading, string colour, bool isBold = false, bool isSerif = false)
        {
            foreach (var line in Lettering.Wrap(text, size, inner, isBold, isSerif))
            {
                y += leading;
                shapes.Add(new Lettering(Margin, y - leading * 0.25, line, size, new(colour), IsBold: isBold, IsSerif: isSerif));
            }
        }

        void DrawKey()
        {
            if (figure.Key.Count == 0)
                return;
            var x = Margin;
            y += 22;
            foreach (var item in figure.Key)
            {
                var length = 26 + Lettering.WidthOf(item.Words, Body) + 28;
                if (x > Margin && x + length - 28 > width - Margin)
                    (x, y) = (Margin, y + 26);
                shapes.Add(new Placed(x, y - 14, item.Mark, 1.1));
                shapes.Add(new Lettering(x + 26, y, item.Words, Body, new("ink")));
                x += length;
            }
            y += 12;
        }
    }
}

namespace SanctuaryTracker.Features.Figures;

/// <summary>Finds room for names: the first place that covers no mark and no other name, or none.</summary>
internal sealed class LabelPlacer(double left, double top, double right, double bottom, double size)
{
    private static readonly Ink Ink = new("ink", "paper", 4);
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    public void Block(double x, double y, double radius) => Block((x - radius, y - radius, x + radius, y + radius));

    public void Block((double Left, double Top, double Right, double Bottom) area) => taken.Add(area);

    /// <summary>Right of a point, left, above, below, then the corners.</summary>
    public Lettering? Beside(string words, double x, double y, double gap, bool isBold)
    {
        var (middle, corner) = (y + size * 0.36, gap * 0.6);
        return First(words, isBold,
        [
            (x + gap, middle, Anchor.Start), (x - gap, middle, Anchor.End), (x, y - gap, Anchor.Middle), (x, y + gap + size * 0.75, Anchor.Middle),
            (x + corner, y - corner, Anchor.Start), (x - corner, y - corner, Anchor.End), (x + corner, y + corner + size * 0.75, Anchor.Start), (x - corner, y + corner + size * 0.75, Anchor.End),
        ]);
    }

    public Lettering? On(string words, double x, double y, bool isBold) =>
        First(words, isBold, [(x, y + size * 0.36, Anchor.Middle), (x, y - size * 0.6, Anchor.Middle), (x, y + size * 1.3, Anchor.Middle)]);

    /// <summary>Some way off, with a line that leads there.</summary>
    public Lettering? Away(string words, double x, double y, List<Shape> leaders, bool isBold)
    {
        foreach (var reach in new[] { 2.0, 3.2, 4.5 })
            foreach (var (dx, dy) in new[] { (0.9, 0.6), (0.3, -1.0), (1.0, -0.5), (-0.4, -1.0), (-1.0, -0.3), (-0.9, 0.7), (0.2, 1.1) })
            {
                var (toX, toY) = (x + dx * size * reach, y + dy * size * reach);
                if (First(words, isBold, [(toX + Math.Sign(dx) * 3, toY + size * 0.36, dx > 0 ? Anchor.Start : Anchor.End)]) is not { } label)
                    continue;
                leaders.Add(new Line(x, y, toX, toY, new(Stroke: "edge")));
                return label;
            }
        return null;
    }

    public static (double Left, double Right, double Top, double Bottom) BoundsOf(Lettering label)
    {
        var width = Lettering.WidthOf(label.Text, label.Size, label.IsBold);
        var from = label.Anchor switch { Anchor.Start => label.X, Anchor.End => label.X - width, _ => label.X - width / 2 };
        return (from, from + width, label.Y - label.Size * 0.8, label.Y + label.Size * 0.25);
    }

    private Lettering? First(string words, bool isBold, IEnumerable<(double X, double Y, Anchor Anchor)> places)
    {
        foreach (var (x, y, anchor) in places)
        {
            var label = new Lettering(x, y, words, size, Ink, anchor, isBold);
            var (from, to, high, low) = BoundsOf(label);
            if (from < left || to > right || high < top || low > bottom || taken.Exists(t => from < t.Right && to > t.Left && high < t.Bottom && low > t.Top))
                continue;
            taken.Add((from, high, to, low));
            return label;
        }
        return null;
    }
}

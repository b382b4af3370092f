namespace SanctuaryTracker.Features.Figures;

/// <summary>One thing counted: a mark that leads to its record.</summary>
/// <param name="IsInferred">That it is a recipient's by inference.</param>
internal sealed record Unit(string Mark, string Href, string Name, bool IsInferred);

/// <param name="Total">Beside the marks: “6”, or “8 of 11”.</param>
/// <param name="Href">The list of what is counted, where there are too many for marks.</param>
/// <param name="BeginsPart">That another thing is counted from here on.</param>
/// <param name="Counted">How many there are, where they were counted and not read one by one.</param>
internal sealed record UnitRow(string Label, string Total, IReadOnlyList<Unit> Units, string? Href = null, bool BeginsPart = false, int? Counted = null)
{
    public int Count => Counted ?? Units.Count;
}

/// <summary>Rows of marks, one for each thing counted; bars where a row would hold too many.</summary>
internal sealed class UnitRows(IReadOnlyList<UnitRow> rows, bool isNarrow)
{
    private const double Pitch = 24, Radius = 8, LineHeight = 20, Size = 15;
    private const int MaxUnits = 60;

    public static bool AreBars(IReadOnlyList<UnitRow> rows) => rows.Any(r => r.Counted is not null || r.Count > MaxUnits);

    /// <summary>What the dots mean, if any mark has them.</summary>
    public static IEnumerable<KeyItem> KeysOf(IReadOnlyList<UnitRow> rows)
    {
        if (rows.Any(r => r.Units.Any(u => u.IsInferred)))
            yield return Marks.Inferred("Dotted: a recipient by inference");
    }

    private readonly double width = isNarrow ? 340 : 760, from = isNarrow ? 0 : 236;
    private readonly List<Shape> shapes = [];
    private readonly List<Spot> spots = [];

    public Drawing Draw()
    {
        var y = 2.0;
        var most = Math.Max(1, rows.Max(r => r.Count));
        foreach (var row in rows)
        {
            shapes.Add(new Line(0, y, width, y, row.BeginsPart ? new(Stroke: "ink") : new(Stroke: "rule")));
            var top = y + 8;
            var labels = Lettering.Wrap(row.Label, Size, isNarrow ? width : from - 16).ToList();
            foreach (var (i, line) in labels.Index())
                shapes.Add(new Lettering(0, top + 16 + i * LineHeight, line, Size, new("ink")));
            var labelled = labels.Count * LineHeight + 4;
            var start = isNarrow ? top + labelled : top;
            var end = AreBars(rows) ? DrawBar(row, start, most) : DrawMarks(row, start);
            y = Math.Max(end, top + labelled) + 6;
        }
        shapes.Add(new Line(0, y, width, y, new(Stroke: "rule")));
        return new(0, 0, width, y + 2, shapes, spots);
    }

    private double DrawMarks(UnitRow row, double top)
    {
        var perLine = Math.Max(1, (int)((width - from - Lettering.WidthOf(row.Total, Size, isBold: true) - 8) / Pitch));
        var (x, y) = (from, top);
        foreach (var (i, unit) in row.Units.Index())
        {
            (x, y) = (from + i % perLine * Pitch, top + i / perLine * Pitch);
            shapes.Add(Marks.At(x + Pitch / 2, y + Pitch / 2, Radius, unit.Mark, isInferred: unit.IsInferred));
            spots.Add(new(x, y, Pitch, Pitch, unit.Href, unit.Name));
        }
        shapes.Add(new Lettering(row.Units.Count == 0 ? from : x + Pitch + 8, y + 17, row.Total, Size, new("ink"), IsBold: true));
        return y + Pitch;
    }

    private double DrawBar(UnitRow row, double top, int most)
    {
        // One measure for all rows, so that the longest total still has room.
        var length = Math.Max(1, (width - from - rows.Max(r => Lettering.WidthOf(r.Total, Size, isBold: true)) - 16) * row.Count / most);
        shapes.Add(new Box(from, top + 2, length, Pitch - 4, new(row.BeginsPart ? "soft" : "pine")));
        shapes.Add(new Lettering(from + length + 8, top + 17, row.Total, Size, new("ink"), IsBold: true));
        if (row.Href is { } href)
            spots.Add(new(from, top, Math.Max(length, Pitch), Pitch, href, $"{row.Label}: {row.Total}"));
        return top + Pitch;
    }
}

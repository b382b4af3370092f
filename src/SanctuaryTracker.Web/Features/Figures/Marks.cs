using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>The marks of <see cref="MarkTagHelper" /> as a drawing's shapes: one for each standing and side, in a square of 16.</summary>
public static class Marks
{
    public static string ColourOf(string mark) => mark switch
    {
        "received" or "copied" or "unidentified" => "pine",
        "federal" => "umber",
        "court" => "plum",
        _ => "slate",
    };

    /// <param name="radius">Half the mark's square.</param>
    /// <param name="isRinged">That there is an answer.</param>
    /// <param name="isHollow">That the day is not certain.</param>
    /// <param name="isInferred">That what the mark says is inferred: dotted beneath, as in the text.</param>
    public static Placed At(double x, double y, double radius, string mark, bool isRinged = false, bool isHollow = false, bool isInferred = false) =>
        new(x - radius, y - radius, [.. isRinged ? Ring : [], .. isHollow ? Hollow(ColourOf(mark)) : Shapes(mark), .. isInferred ? new[] { Dots(isRinged ? 21.5 : 17) } : []], radius / 8);

    public static Placed At(double x, double y, double radius, Standing standing, bool isRinged = false, bool isInferred = false) => At(x, y, radius, standing.Mark(), isRinged, isInferred: isInferred);

    /// <summary>What the dots mean, in a key.</summary>
    public static KeyItem Inferred(string words) => new([new Disc(8, 6, 4.5, new("slate")), Dots(14)], words);

    private static Line Dots(double y) => new(0.5, y, 15.5, y, new(Stroke: "ink", Width: 2, Dash: 2.1));

    private static IReadOnlyList<Shape> Ring { get; } = [new Disc(8, 8, 11.25, new("paper", "paper", 3)), new Disc(8, 8, 10.75, new("paper", "ink", 2))];

    private static IReadOnlyList<Shape> Hollow(string colour) => [new Disc(8, 8, 6, new("paper", colour, 1.75, 2.5))];

    private static IReadOnlyList<Shape> Shapes(string mark)
    {
        var colour = ColourOf(mark);
        var ground = new Disc(8, 8, 8, new("paper"));
        var ring = new Disc(8, 8, 5.75, new("paper", colour, 1.75));
        return mark switch
        {
            "received" => [ground, new Disc(8, 8, 6.5, new(colour))],
            "copied" => [ground, ring, new Outline("M8 2.25a5.75 5.75 0 0 0 0 11.5z", new(colour))],
            "not-received" => [ground, ring, new Line(4, 12, 12, 4, new(Stroke: colour, Width: 1.75))],
            "association" => [new Disc(5.75, 8, 4.25, new("paper", colour, 1.5)), new Disc(10.25, 8, 4.25, new(Stroke: colour, Width: 1.5))],
            "unidentified" => [new Box(2.25, 2.25, 11.5, 11.5, new("paper", colour, 1.5)), new Outline("M2.5 8 8 2.5M2.5 13.5l11-11M8 13.5 13.5 8", new(Stroke: colour, Width: 1.5))],
            "federal" => [new Box(1, 1, 14, 14, new("paper")), new Box(2, 2, 12, 12, new(colour))],
            "court" => [new Outline("m8 1 7 7-7 7-7-7z", new(colour, "paper"))],
            "third-party" => [ground, new Outline("M8 2v12M2 8h12", new(Stroke: colour, Width: 2.5))],
            _ => [ground, new Disc(8, 8, 5.75, new("paper", colour, 1.75, 2.25))],
        };
    }
}

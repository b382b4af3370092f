using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>The map: states filled or hatched, a mark for each place, and as many names as find room.</summary>
/// <param name="withoutState">Recipients not identified that have no place on it.</param>
/// <param name="outside">How many of them are in a territory.</param>
/// <param name="isNarrow">For a phone: larger letters, numbers for names, and no links, which a finger would miss; the list beneath has them.</param>
/// <param name="numbered">Whose name is a number then.</param>
internal sealed class MapDrawing(string campaign, IReadOnlyList<MapPlace> places, IReadOnlyList<Unidentified> unidentified, int withoutState, int outside, bool isNarrow, IReadOnlyList<MapPlace> numbered)
{
    public const int MaxMarks = 800;
    private const int MaxSquares = 24;

    public static readonly Ink SelfInk = new("pine-tint", "pine", 1.25);
    public static readonly Ink SomeInk = new("hatch", "pine");
    public static readonly Ink Land = new("band", "paper", 1.5);

    private readonly double size = isNarrow ? 37 : 18;
    private readonly List<Shape> shapes = [];
    private readonly List<Spot> spots = [];

    public Drawing Draw()
    {
        var some = unidentified.Where(u => u.State is not null && UsMap.States.ContainsKey(u.State)).ToDictionary(u => u.State!, u => u.Letters, StringComparer.Ordinal);
        var selves = places.Where(p => p.IsState).DistinctBy(p => p.Place.State).ToDictionary(p => p.Place.State!, StringComparer.Ordinal);
        shapes.Add(new Outline(UsMap.Land, Land, UsMap.LandAddress));
        foreach (var (code, place) in selves.OrderBy(s => s.Value.HasAnswered))
            shapes.Add(new Outline(UsMap.States[code].Path, Fill(place)));
        foreach (var code in some.Keys)
            shapes.Add(new Outline(UsMap.States[code].Path, SomeInk with { Width = selves.ContainsKey(code) ? 3 : 1 }));

        var dots = places.Where(p => p is { IsState: false, Point: not null }).Take(MaxMarks).ToList();
        var radius = (dots.Count > 300 ? 4 : dots.Count > 80 ? 6 : 8) * (isNarrow ? 1.5 : 1);
        var points = Apart([.. dots.Select(d => d.Point!.Value)], [.. dots.Select(d => Reach(d, radius) + 1)]);
        var labels = new LabelPlacer(isNarrow ? -8 : -96, -4, isNarrow ? 984 : 1012, AlbersUsa.Height, size);
        foreach (var (dot, (x, y)) in dots.Zip(points))
            labels.Block(x, y, Reach(dot, radius));
        // A small state would vanish under a name.
        foreach (var code in some.Keys.Concat(selves.Keys).Distinct().Where(code => UsMap.States[code].Room < size))
            labels.Block(UsMap.States[code].Bounds);

        foreach (var (i, (dot, (x, y))) in dots.Zip(points).Index().OrderByDescending(d => d.Item.First.Standing == Standing.Recipient).ThenByDescending(d => d.Item.First.HasAnswered))
        {
            var label = dots.Count > 150 ? null : labels.Beside(NameOf(dot), x, y, Reach(dot, radius) + 4, isBold: true);
            if (label is not null)
                shapes.Add(label);
            spots.Add(SpotOf(x, y, radius, label, dot.Place.Record.Path, dot.InWords));
        }
        foreach (var (code, place) in selves)
        {
            var (x, y) = (UsMap.States[code].At[0], UsMap.States[code].At[1]);
            var label = labels.On(NameOf(place), x, y, isBold: true) ?? labels.Away(NameOf(place), x, y, shapes, isBold: true);
            if (label is not null)
                shapes.Add(label);
            spots.Add(SpotOf(x, y, 14, label, place.Place.Record.Path, place.InWords));
        }
        foreach (var (code, letters) in some)
        {
            var (x, y, words) = (UsMap.States[code].At[0], UsMap.States[code].At[1], letters.Count == 1 ? code : $"{code} {letters.Count}");
            var label = (UsMap.States[code].Room > size ? labels.On(words, x, y, isBold: false) : null) ?? labels.Away(words, x, y, shapes, isBold: false);
            if (label is not null)
                shapes.Add(label);
            spots.Add(SpotOf(x, y, 12, label, $"/letters?campaign={campaign}&state={code}&identified=false", $"{States.NameOf(code)}: {letters.Count} {(letters.Count == 1 ? "recipient" : "recipients")} not identified"));
        }
        // The marks last, above all names; those that answered above the rest.
        foreach (var (dot, (x, y)) in dots.Zip(points).OrderBy(d => d.First.Standing == Standing.Recipient).ThenBy(d => d.First.HasAnswered))
            shapes.Add(Marks.At(x, y, radius, dot.Standing, dot.HasAnswered, dot.IsInferred));
        if (withoutState > 0)
            DrawWithoutState();
        // Cut to what is drawn: the ocean is as wide as names need.
        var bounds = shapes.OfType<Lettering>().Select(LabelPlacer.BoundsOf).Append((Left: 40, Right: 935, Top: 0, Bottom: 0)).ToList();
        var (from, to) = (bounds.Min(b => b.Left) - 8, bounds.Max(b => b.Right) + 8);
        return new(from, -8, to - from, AlbersUsa.Height + (withoutState > 0 ? 20 + size * 1.5 : 12), shapes, isNarrow ? [] : [.. spots.OrderBy(s => s.Name, StringComparer.Ordinal)]) { Hatch = isNarrow ? 16 : 6 };
    }

    private string NameOf(MapPlace place) => isNarrow && numbered.Index().FirstOrDefault(n => n.Item == place) is (var at, not null) ? $"{at + 1}" : place.Place.Name;

    private static double Reach(MapPlace dot, double radius) => radius * (dot.HasAnswered ? 1.5 : 1);

    private static Ink Fill(MapPlace place) => place.Standing == Standing.Recipient
        ? (place.HasAnswered ? SelfInk with { Stroke = "ink", Width = 3 } : SelfInk) with { Dash = place.IsInferred ? 5 : 0 }
        : new("band", place.HasAnswered ? "ink" : "slate", place.HasAnswered ? 3 : 1.5, 5);

    private void DrawWithoutState()
    {
        var (side, x, y) = (size, 40.0, AlbersUsa.Height + 6);
        for (var i = 0; i < Math.Min(withoutState, MaxSquares); i++, x += side * 1.35)
            shapes.Add(new Box(x, y, side, side, SomeInk));
        shapes.Add(new Lettering(x + 6, y + side * 0.85, $"{Words.Number(withoutState)} more, {(outside == 0 ? "state not known" : outside == withoutState ? "in places outside the map" : isNarrow ? "no state on the map" : "state not known or outside the map")}", size, new("ink")));
    }

    /// <summary>Where a pointer or a focus ring takes hold: mark and name together.</summary>
    public static Spot SpotOf(double x, double y, double radius, Lettering? label, string href, string name)
    {
        var (left, top, right, bottom) = (x - radius, y - radius, x + radius, y + radius);
        if (label is not null)
        {
            var (from, to, high, low) = LabelPlacer.BoundsOf(label);
            (left, top, right, bottom) = (Math.Min(left, from), Math.Min(top, high), Math.Max(right, to), Math.Max(bottom, low));
        }
        return new(left - 3, top - 3, right - left + 6, bottom - top + 6, href, name);
    }

    /// <summary>Marks that would cover one another move apart, but never far from where they belong.</summary>
    private static List<(double X, double Y)> Apart(List<(double X, double Y)> points, List<double> reach)
    {
        var moved = points.ToList();
        for (var round = 0; round < (points.Count > 200 ? 12 : 60); round++)
            for (var i = 0; i < moved.Count; i++)
                for (var j = i + 1; j < moved.Count; j++)
                {
                    var (dx, dy, least) = (moved[j].X - moved[i].X, moved[j].Y - moved[i].Y, reach[i] + reach[j]);
                    var distance = Math.Sqrt(dx * dx + dy * dy);
                    if (distance >= least)
                        continue;
                    (dx, dy) = distance < 0.01 ? (1, 0) : (dx / distance, dy / distance);
                    var push = (least - distance) / 2;
                    moved[i] = Within(points[i], moved[i].X - dx * push, moved[i].Y - dy * push, least);
                    moved[j] = Within(points[j], moved[j].X + dx * push, moved[j].Y + dy * push, least);
                }
        return moved;
    }

    private static (double X, double Y) Within((double X, double Y) home, double x, double y, double most)
    {
        var (dx, dy) = (x - home.X, y - home.Y);
        var distance = Math.Sqrt(dx * dx + dy * dy);
        return distance <= most ? (x, y) : (home.X + dx / distance * most, home.Y + dy / distance * most);
    }
}

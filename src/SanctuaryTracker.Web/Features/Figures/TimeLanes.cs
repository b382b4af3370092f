using System.Globalization;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Figures;

/// <summary>Something that happened.</summary>
/// <param name="On">Null if no source says when: it is never given a day of our own.</param>
/// <param name="Counted">How many of the kind happened then, where they were counted and not read one by one.</param>
internal sealed record TimeItem(PartialDate? On, string Mark, string Href, string Name, int? Counted = null)
{
    public int Count => Counted ?? 1;

    public bool IsInferred { get; init; }
}

internal sealed record TimeLane(string Label, IReadOnlyList<TimeItem> Items);

/// <summary>A day that all lanes share: a deadline.</summary>
internal sealed record TimeLine(PartialDate On, string Words);

/// <summary>Lanes over one axis of time: a mark on its day, a bar over a month or year of which the day is not known, and a field of their own for what has no date.</summary>
internal sealed class TimeLanes
{
    private const double Pitch = 24, Radius = 8, Size = 14, BarHeight = 110;
    private const int MaxLevels = 12, FewLevels = 3;

    private readonly IReadOnlyList<TimeLane> lanes;
    private readonly IReadOnlyList<TimeLine> lines;
    private readonly bool isNarrow, asBars;
    private readonly double width, from, to;
    private readonly int perUndatedLine, pad;
    private readonly DateOnly first, last;
    private readonly List<Shape> shapes = [];
    private readonly List<Spot> spots = [];

    /// <param name="lanes">At least one of which holds a date.</param>
    public TimeLanes(IReadOnlyList<TimeLane> lanes, IReadOnlyList<TimeLine> lines, bool isNarrow)
    {
        (this.lanes, this.lines, this.isNarrow) = (lanes, lines, isNarrow);
        width = isNarrow ? 340 : 760;
        from = isNarrow ? 12 : 176;
        perUndatedLine = isNarrow ? 3 : 4;
        to = width - (lanes.Any(l => l.Items.Any(i => i.On is null)) ? perUndatedLine * Pitch + 28 : 12);
        var days = lanes.SelectMany(l => l.Items).Select(i => i.On).Concat(lines.Select(l => (PartialDate?)l.On)).OfType<PartialDate>().ToList();
        (first, last) = (days.Min(d => d.FirstDay), days.Max(d => d.LastDay));
        pad = Math.Max(2, (last.DayNumber - first.DayNumber) / 25);
        (first, last) = (first.AddDays(-pad), last.AddDays(pad));
        asBars = lanes.Any(l => IsCounted(l) || Levels(l).Count > MaxLevels);
    }

    public Drawing Draw()
    {
        var y = lines.Count > 0 ? 46.0 : 24.0;
        var top = y;
        foreach (var lane in lanes)
            y = DrawLane(lane, y);
        DrawAxis(top, y);
        if (to < width - 12)
        {
            shapes.Insert(0, new Box(to + 12, top, width - to - 12, y - top, new("stock")));
            shapes.Add(new Lettering(to + 18, top - 8, isNarrow ? "No date" : "Day not known", Size, new("soft")));
        }
        foreach (var (i, line) in lines.Index())
            DrawLine(line, top, y, i);
        return new(0, 0, width, y + 30, shapes, spots);
    }

    private double DrawLane(TimeLane lane, double top)
    {
        shapes.Add(new Line(0, top, width, top, new(Stroke: "rule")));
        var labels = Lettering.Wrap(lane.Label, Size, isNarrow ? to - 8 : from - 20, isBold: true).ToList();
        foreach (var (i, label) in labels.Index())
            shapes.Add(new Lettering(0, top + 19 + i * 18, label, Size, new("ink"), IsBold: true));
        var labelled = labels.Count * 18 + 8;
        var start = isNarrow ? top + labelled : top + 4;
        var isBars = asBars && (IsCounted(lane) || Levels(lane).Count > FewLevels);
        var undated = lane.Items.Where(i => i.On is null || isBars && !IsDay(i.On.Value)).ToList();
        var end = Math.Max(isBars ? DrawBars(lane, start) : DrawMarks(lane, start), DrawUndated(undated, start));
        return Math.Max(end, top + labelled) + 6;
    }

    private double DrawMarks(TimeLane lane, double top)
    {
        var levels = Levels(lane);
        foreach (var (level, items) in levels.Index())
            foreach (var (item, left, right) in items)
            {
                var y = top + (levels.Count - 1 - level) * Pitch + Pitch / 2;
                if (IsDay(item.On!.Value))
                    shapes.Add(Marks.At((left + right) / 2, y, Radius, item.Mark, isHollow: item.On.Value.IsAbout, isInferred: item.IsInferred));
                else
                    shapes.Add(new Box(left, y - 4, right - left, 8, new("paper", Marks.ColourOf(item.Mark), 1.75, item.On.Value.IsAbout ? 3 : 0)));
                spots.Add(new(left, y - Pitch / 2, right - left, Pitch, item.Href, item.Name));
            }
        return top + Math.Max(1, levels.Count) * Pitch;
    }

    private double DrawUndated(List<TimeItem> items, double top)
    {
        if (items.Exists(i => i.Counted is not null) || items.Count > perUndatedLine * MaxLevels)
        {
            shapes.Add(new Lettering(to + 18, top + 17, $"{items.Sum(i => i.Count):N0}", Size, new("ink"), IsBold: true));
            return top + Pitch;
        }
        foreach (var (i, item) in items.Index())
        {
            var (x, y) = (to + 20 + i % perUndatedLine * Pitch, top + i / perUndatedLine * Pitch);
            shapes.Add(Marks.At(x + Pitch / 2, y + Pitch / 2, Radius, item.Mark));
            spots.Add(new(x, y, Pitch, Pitch, item.Href, item.Name));
        }
        return top + (items.Count + perUndatedLine - 1) / perUndatedLine * Pitch;
    }

    /// <summary>So many on a day that marks would not fit: bars, all lanes by one measure.</summary>
    private double DrawBars(TimeLane lane, double top)
    {
        var step = Math.Max(1, (last.DayNumber - first.DayNumber) / 60);
        List<(int Bin, int Count)> BinsOf(TimeLane of) => [.. of.Items.Where(i => i.On is { } on && IsDay(on)).GroupBy(i => (i.On!.Value.FirstDay.DayNumber - first.DayNumber) / step).Select(g => (g.Key, g.Sum(i => i.Count))).OrderBy(g => g.Key)];
        var most = lanes.Max(l => BinsOf(l).Select(b => b.Count).DefaultIfEmpty(0).Max());
        var highest = BinsOf(lane).OrderByDescending(b => b.Count).FirstOrDefault();
        foreach (var (bin, count) in BinsOf(lane))
        {
            var (left, right) = (At(first.AddDays(bin * step)), At(first.AddDays((bin + 1) * step)));
            var height = Math.Max(1.5, BarHeight * count / most);
            shapes.Add(new Box(left, top + 20 + BarHeight - height, Math.Max(2, right - left - 1), height, new(Marks.ColourOf(lane.Items[0].Mark))));
            if (bin == highest.Bin)
                shapes.Add(new Lettering((left + right) / 2, top + 14 + BarHeight - height, $"{count:N0}", Size, new("ink"), Anchor.Middle, IsBold: true));
        }
        return top + 20 + BarHeight;
    }

    private void DrawAxis(double top, double bottom)
    {
        shapes.Add(new Line(0, bottom, width, bottom, new(Stroke: "ink")));
        var free = 0.0;
        foreach (var (day, words) in Ticks())
        {
            var (x, half) = (At(day), Lettering.WidthOf(words, Size) / 2);
            if (x < from || x + half > to)
                continue;
            shapes.Add(new Line(x, bottom, x, bottom + 5, new(Stroke: "ink")));
            shapes.Insert(0, new Line(x, top, x, bottom, new(Stroke: "rule")));
            if (Math.Max(0, x - half) < free)
                continue;
            shapes.Add(new Lettering(Math.Max(half, x), bottom + 21, words, Size, new("soft"), Anchor.Middle));
            free = Math.Max(half, x) + half + 10;
        }
    }

    private void DrawLine(TimeLine line, double top, double bottom, int index)
    {
        var x = At(line.On.LastDay);
        shapes.Add(new Line(x, top - 22 + index % 2 * 16, x, bottom, new(Stroke: "umber", Width: 1.5, Dash: 4)));
        shapes.Add(new Lettering(x, top - 26 + index % 2 * 16, line.Words, Size, new("ink", "paper", 4), x > (from + to) / 2 ? Anchor.End : Anchor.Start));
    }

    /// <summary>Marks keep their day; those that would cover one another are stacked, as far as stacks are drawn.</summary>
    private List<List<(TimeItem Item, double Left, double Right)>> Levels(TimeLane lane)
    {
        var levels = new List<List<(TimeItem Item, double Left, double Right)>>();
        foreach (var item in lane.Items.Where(i => i.On is not null).OrderBy(i => i.On!.Value.FirstDay))
        {
            var on = item.On!.Value;
            var (left, right) = IsDay(on) ? (At(on.FirstDay) - Pitch / 2, At(on.FirstDay) + Pitch / 2) : (At(on.FirstDay), Math.Max(At(on.LastDay), At(on.FirstDay) + Pitch));
            var level = levels.FirstOrDefault(l => l[^1].Right <= left + 0.01);
            if (level is null && levels.Count > MaxLevels)
                break;
            if (level is null)
                levels.Add(level = []);
            level.Add((item, left, right));
        }
        return levels;
    }

    private static readonly int[] DaySteps = [1, 2, 7, 14, 28];

    private static readonly int[] MonthSteps = [1, 3, 6, 12, 24, 60, 120, 240];

    private IEnumerable<(DateOnly Day, string Words)> Ticks()
    {
        var (span, most) = (last.DayNumber - first.DayNumber, isNarrow ? 2 : 5);
        if (span <= 60)
        {
            // From the first day on which something happened.
            var step = DaySteps.First(s => span / s <= most || s == 28);
            for (var day = first.AddDays(pad); day <= last; day = day.AddDays(step))
                yield return (day, Say(day, "d MMM yyyy"));
        }
        else
        {
            var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
            var step = MonthSteps.First(s => months / s <= most || s == 240);
            for (var day = new DateOnly(first.Year, 1, 1); day <= last; day = day.AddMonths(step))
                if (day >= first)
                    yield return (day, Say(day, step < 12 ? "MMM yyyy" : "yyyy"));
        }
    }

    private static string Say(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static bool IsCounted(TimeLane lane) => lane.Items.Any(i => i.Counted is not null);

    private static bool IsDay(PartialDate date) => date.FirstDay == date.LastDay;

    private double At(DateOnly day) => from + (to - from) * (day.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber);
}

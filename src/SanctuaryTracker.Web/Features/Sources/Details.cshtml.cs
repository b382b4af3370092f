using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Cards;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Sources;

/// <summary>A place in a source, and what rests on it.</summary>
public sealed record Passage(int? Paragraph, string? Page, IReadOnlyList<IGrouping<RecordLink, CitedFact>> Records)
{
    public string Name => Paragraph is { } n ? $"¶{n}" : $"Page {Page}";
}

/// <summary>Not a <see cref="RecordPage{TDetail}"/>: it can be asked for one paragraph.</summary>
public sealed class DetailsModel(TrackerDb db) : PageModel
{
    public SourceDetail Detail { get; private set; } = null!;

    public int? Paragraph { get; private set; }

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, PassageFilter passage, CancellationToken ct)
    {
        if (await db.FindSourceAsync(slug, passage, ct) is not { } found)
            return await this.MissingAsync(db, RecordKind.Source, slug, ct);
        (Detail, Paragraph) = (found, passage.Paragraph);
        ViewData["Card"] = CardsSite.PathOf(RecordKind.Source, slug);
        Passages = [.. InOrder(found, passage.Paragraph)];
        return Page();
    }

    /// <summary>Every paragraph, also those on which nothing rests; pages only where something does.</summary>
    private static IEnumerable<Passage> InOrder(SourceDetail found, int? only)
    {
        var used = found.Uses.GroupBy(u => (u.Citation.Paragraph, u.Citation.Page)).ToDictionary(g => g.Key, g => g.GroupBy(u => u.Record).ToList());
        var last = found.Source.Paragraphs ?? 0;
        var counted = only is { } one ? one <= last ? [one] : [] : Enumerable.Range(1, last);
        return counted.Select(n => ((int?)n, (string?)null)).Union(used.Keys).OrderBy(place => place.Item1 ?? int.MaxValue).ThenBy(place => place.Item2, StringComparer.Ordinal)
            .Select(place => new Passage(place.Item1, place.Item2, used.GetValueOrDefault(place, [])));
    }
}

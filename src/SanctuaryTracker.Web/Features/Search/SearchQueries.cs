using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

/// <param name="Q">Words, all of which must occur.</param>
/// <param name="Kind">Only records of this kind.</param>
/// <param name="Limit">How many at most.</param>
public sealed record SearchFilter(string? Q = null, RecordKind? Kind = null, [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit);

/// <summary>A record that was found, and the passage in which.</summary>
/// <param name="Passage">The passage around the first word found, with the words found between <c>[</c> and <c>]</c> in <c>Marks</c>.</param>
/// <param name="Marks">Where in the passage words were found: start and length of each, in UTF-16 code units.</param>
public sealed record Hit(RecordLink Record, string Passage, IReadOnlyList<Mark> Marks);

public sealed record Mark(int Start, int Length);

/// <summary>What a search found.</summary>
/// <param name="Total">How many records match, shown or not.</param>
/// <param name="Kinds">How many match of each kind, whatever kind was asked for.</param>
public sealed record Found(IReadOnlyList<Hit> Items, int Total, IReadOnlyList<KindCount> Kinds);

public sealed record KindCount(RecordKind Kind, int Count);

public static class SearchQueries
{
    private const int PassageLength = 240;

    extension(TrackerDb db)
    {
        /// <summary>Finds records in which every word occurs, in any case, with or without accents; titles first.</summary>
        public async Task<Found> SearchAsync(SearchFilter filter, CancellationToken ct)
        {
            var words = Text.Fold(filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(12).ToArray();
            if (words.Length == 0)
                return new([], 0, []);
            var passages = words.Aggregate(db.Passages.AsQueryable(), (found, word) => found.Where(p => p.Folded.Contains(word)));
            var kinds = await passages.GroupBy(p => p.Record.Kind).Select(g => new KindCount(g.Key, g.Count())).ToListAsync(ct);
            if (filter.Kind is { } kind)
                passages = passages.Where(p => p.Record.Kind == kind);
            var first = words[0];
            var rows = await passages.OrderByDescending(p => p.Record.SortTitle.StartsWith(first)).ThenByDescending(p => p.Record.SortTitle.Contains(first)).ThenBy(p => p.Record.SortTitle).ThenBy(p => p.RecordId)
                .Take(filter.Limit).Select(p => new { p.Record.Kind, p.Record.Slug, p.Record.Title, p.Text, p.Folded }).ToListAsync(ct);
            var total = kinds.Where(k => filter.Kind is null || k.Kind == filter.Kind).Sum(k => k.Count);
            return new(rows.ConvertAll(r => Excerpt(new(r.Kind, r.Slug, r.Title), r.Text, r.Folded, words)), total, [.. kinds.OrderBy(k => k.Kind)]);
        }
    }

    private static Hit Excerpt(RecordLink record, string text, string folded, string[] words)
    {
        var body = Math.Min(record.Title.Length + 1, text.Length);
        var at = words.Select(w => folded.IndexOf(w, body, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var line = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var far = Math.Max(line, at - PassageLength / 2);
        var start = far == line ? line : text.IndexOf(' ', far, at - far) is var space and >= 0 ? space + 1 : far;
        var end = text.IndexOf('\n', at) is var stop and >= 0 ? stop : text.Length;
        if (end - start > PassageLength)
            end = text.LastIndexOf(' ', start + PassageLength) is var stopAt && stopAt > at ? stopAt : start + PassageLength;
        var passage = text[start..end];
        var marks = words.SelectMany(w => Occurrences(folded[start..end], w)).OrderBy(m => m.Start).ToList();
        var before = start > line ? "… " : "";
        return new(record, before + passage + (end < text.Length && text[end] != '\n' ? " …" : ""), marks.ConvertAll(m => m with { Start = m.Start + before.Length }));
    }

    private static IEnumerable<Mark> Occurrences(string folded, string word)
    {
        for (var i = folded.IndexOf(word, StringComparison.Ordinal); i >= 0; i = folded.IndexOf(word, i + word.Length, StringComparison.Ordinal))
            yield return new(i, word.Length);
    }
}

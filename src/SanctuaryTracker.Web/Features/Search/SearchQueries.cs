using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

/// <param name="Q">Words, all of which must occur; of a word of three characters or more, its beginning is enough. What stands in quotation marks must occur as it stands.</param>
/// <param name="Kind">Only records of this kind.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Page">Which page of so many, from 1.</param>
public sealed record SearchFilter(string? Q = null, RecordKind? Kind = null, [Range(1, Paging.MaxLimit)] int Limit = Paging.DefaultLimit, [Range(1, SearchFilter.MaxPage)] int Page = 1)
{
    public const int MaxPage = 20;
}

/// <summary>A record that was found, and the passage in which.</summary>
/// <param name="Passage">The passage that has most of the words; the title, if only that has them.</param>
/// <param name="Marks">Where in the passage words were found: start and length of each, in UTF-16 code units.</param>
/// <param name="TitleMarks">Where in the title.</param>
/// <param name="Document">The document that the passage is of; null if it is the record’s own.</param>
public sealed record Hit(RecordLink Record, string Passage, IReadOnlyList<Mark> Marks, IReadOnlyList<Mark> TitleMarks, DocumentPlace? Document = null);

/// <summary>A place in a document of a record.</summary>
/// <param name="Title">What the document is.</param>
/// <param name="Page">Counted in the file; null if it has no pages.</param>
/// <param name="Path">Where the file is, at that page.</param>
public sealed record DocumentPlace(string FileName, string? Title, int? Page, string Path);

public sealed record Mark(int Start, int Length);

/// <summary>What a search found.</summary>
/// <param name="Total">How many records match, shown or not.</param>
/// <param name="Kinds">How many match of each kind, whatever kind was asked for.</param>
/// <param name="Respellings">Words that nothing has, and what was looked for instead; none if all were found, or nothing is near.</param>
public sealed record Found(IReadOnlyList<Hit> Items, int Total, IReadOnlyList<KindCount> Kinds, IReadOnlyList<Respelling> Respellings);

public sealed record KindCount(RecordKind Kind, int Count);

public static class SearchQueries
{
    private const int MaxSuggestions = 8;
    private const int MaxSuggestionsLookedAt = 500;

    extension(TrackerDb db)
    {
        /// <summary>Finds records in which all that is asked for occurs: whole names first, then phrases and words in names, then phrases and words elsewhere, last those on one page of a document.</summary>
        public async Task<Found> SearchAsync(SearchFilter filter, UntilChanged kept, CancellationToken ct)
        {
            var aliases = await Aliases.OfAsync(db, kept, ct);
            var question = Question.Read(filter.Q, aliases);
            if (question.IsEmpty)
                return new([], 0, [], []);
            var (respellings, kinds) = await kept.KeepAsync($"search {filter.Q}", async () =>
            {
                var counts = await db.CountKindsAsync(question, ct);
                if (counts.Count > 0)
                    return (await db.OtherFormsAsync(question, ct), counts);
                var corrected = new List<Respelling>();
                foreach (var part in question.Parts.Where(p => p.CanBeMisspelt).DistinctBy(p => p.Written))
                    if (await db.RespellAsync(part, kept, ct) is { } respelling)
                        corrected.Add(respelling);
                if (corrected.Count > 0)
                    counts = await db.CountKindsAsync(question.With(corrected, aliases), ct);
                return (counts.Count > 0 ? corrected : [], counts);
            }, ct);
            question = question.With(respellings, aliases);
            var total = kinds.Where(k => filter.Kind is null || k.Kind == filter.Kind).Sum(k => k.Count);
            var own = db.Matching(question.All, inNames: false);
            var rows = await db.Ranked(question, filter.Kind).Join(db.Passages, r => r.Id, p => p.RecordId, (record, passage) => new { record.Id, record.Kind, record.Slug, record.Title, passage.Text, IsOwn = own.Contains(record.Id) })
                .Skip((filter.Page - 1) * filter.Limit).Take(filter.Limit).ToListAsync(ct);
            var excerpt = new Excerpt(question);
            var pages = await db.FindPagesAsync(question, rows.FindAll(r => !r.IsOwn).ConvertAll(r => r.Id), ct);
            var hits = rows.ConvertAll(r => ToHit(excerpt, new(r.Kind, r.Slug, r.Title), r.Text, pages.GetValueOrDefault(r.Id)));
            return new(hits, total, kinds, respellings.ConvertAll(c => c with { Used = AsWritten(hits, c.Used) }));
        }

        /// <summary>Records with a name in which all these words begin a word: places first, by title.</summary>
        /// <param name="kinds">Only of these kinds; of all, if none is named.</param>
        public async Task<IReadOnlyList<RecordLink>> SuggestAsync(string? typed, IReadOnlyList<RecordKind> kinds, UntilChanged kept, CancellationToken ct)
        {
            var question = Question.Read(typed, await Aliases.OfAsync(db, kept, ct));
            if (question.IsEmpty)
                return [];
            var beginnings = question.Parts.SelectMany(p => p.Tokens).Select(t => (Sought)new Sought.Phrase([t.Word], IsPrefix: true)).ToList();
            var suggestions = new List<RecordLink>();
            foreach (var kind in Enum.GetValues<RecordKind>().Where(k => kinds.Count == 0 || kinds.Contains(k)).OrderBy(k => k != RecordKind.Jurisdiction).ThenBy(k => k == RecordKind.Source))
            {
                // Bounded, because it is asked at every letter typed: of many, the first recorded.
                var ids = db.Matching(new Sought.All([new Sought.Any([new Sought.All(beginnings), .. question.OtherNames.Count > 0 ? [question.Name] : Array.Empty<Sought>()]), new Sought.Phrase([SearchText.OfKind(kind)])]), inNames: true).OrderBy(id => id).Take(MaxSuggestionsLookedAt);
                suggestions.AddRange(await db.Records.Where(r => ids.Contains(r.Id)).OrderBy(r => r.SortTitle).ThenBy(r => r.Id).Take(MaxSuggestions - suggestions.Count)
                    .Select(r => new RecordLink(r.Kind, r.Slug, r.Title)).ToListAsync(ct));
                if (suggestions.Count == MaxSuggestions)
                    break;
            }
            return suggestions;
        }

        /// <summary>Of each of these records, the first page that has all that is asked for.</summary>
        private async Task<Dictionary<int, FoundPage>> FindPagesAsync(Question question, List<int> records, CancellationToken ct)
        {
            if (records.Count == 0)
                return [];
            var found = db.MatchingPages(question.All);
            var first = await db.PagePassages.Where(p => records.Contains(p.RecordId) && found.Contains(p.Id)).GroupBy(p => p.RecordId).Select(g => g.Min(p => p.Id)).ToListAsync(ct);
            return await db.PagePassages.Where(p => first.Contains(p.Id))
                .Join(db.Documents, p => new { p.RecordId, p.Sha256 }, d => new { d.RecordId, d.Sha256 }, (page, document) => new { page, document })
                .Join(db.FilePages, f => new { f.page.Sha256, f.page.Page }, p => new { p.Sha256, p.Page }, (f, page) => new FoundPage(f.document.RecordId, f.document, page.Page, page.Text))
                .ToDictionaryAsync(p => p.RecordId, ct);
        }

        private async Task<List<KindCount>> CountKindsAsync(Question question, CancellationToken ct)
        {
            var ids = db.MatchingAnywhere(question.All);
            var counts = await db.Records.Where(r => ids.Contains(r.Id)).GroupBy(r => r.Kind).Select(g => new KindCount(g.Key, g.Count())).ToListAsync(ct);
            return [.. counts.OrderBy(k => k.Kind)];
        }

        private IQueryable<Record> Ranked(Question question, RecordKind? kind)
        {
            var ids = db.MatchingAnywhere(question.All);
            var (own, named, phraseInNames, inNames, phrase) = (db.Matching(question.All, inNames: false), db.Matching(question.Name, inNames: true), db.Matching(question.Phrase, inNames: true), db.Matching(question.All, inNames: true), db.Matching(question.Phrase, inNames: false));
            return db.Records.Where(r => ids.Contains(r.Id) && (kind == null || r.Kind == kind))
                .OrderBy(r => named.Contains(r.Id) ? 0 : phraseInNames.Contains(r.Id) ? 1 : inNames.Contains(r.Id) ? 2 : phrase.Contains(r.Id) ? 3 : own.Contains(r.Id) ? 4 : 5).ThenBy(r => r.SortTitle).ThenBy(r => r.Id);
        }
    }

    /// <summary>The word with the capitals and accents that the first record found writes it with.</summary>
    private static string AsWritten(IEnumerable<Hit> hits, string word) =>
        hits.SelectMany(h => h.TitleMarks.Select(m => h.Record.Title.Substring(m.Start, m.Length)).Concat(h.Marks.Select(m => h.Passage.Substring(m.Start, m.Length))))
            .FirstOrDefault(text => SearchText.Tokens(text).Select(t => t.Word).SequenceEqual([word])) ?? word;

    private static Hit ToHit(Excerpt excerpt, RecordLink record, string text, FoundPage? page)
    {
        var inTitle = excerpt.Marks(record.Title);
        if (page is null)
        {
            var (passage, marks) = excerpt.Best(text) ?? (record.Title, inTitle);
            return new(record, passage, marks, inTitle);
        }
        var document = page.Document;
        var place = new DocumentPlace(document.FileName, document.Title, document.Pages is null ? null : page.Page, $"{DocumentItem.PathOf(document.Sha256, document.FileName)}{(document.Pages is null ? "" : $"#page={page.Page}")}");
        var lines = PagePassages.Lines(document.MediaType, page.Text);
        var (printed, found) = excerpt.Best($"\n{string.Join('\n', lines)}") ?? (Text.Cut(lines[0], Excerpt.MaxLength), []);
        return new(record, printed, found, inTitle, place);
    }

    private sealed record FoundPage(int RecordId, Document Document, int Page, string Text);
}

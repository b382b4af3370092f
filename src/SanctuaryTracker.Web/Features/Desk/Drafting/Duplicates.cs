using F23.StringSimilarity;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>A published record that a new one may be again, and why.</summary>
/// <param name="Part">The new one's number among the edits.</param>
public sealed record Duplicate(int Part, RecordLink Record, string Why);

/// <summary>Looks for what a new record may be again: it only warns, since two letters to one place can be two.</summary>
public sealed class Duplicates(TrackerDb db)
{
    private const double NearEnough = 0.9;
    private const int MaxPerPart = 3;
    private static readonly JaroWinkler Similarity = new();

    /// <param name="isNew">By its number, whether an edit is of a record that never was; all that are based on no version, if left out.</param>
    public async Task<List<Duplicate>> FindAsync(IReadOnlyList<Edit> edits, CancellationToken ct, Func<int, bool>? isNew = null)
    {
        var found = new List<Duplicate>();
        foreach (var (i, edit) in edits.Index().Where(e => e.Item is { Content: not null, BasedOn: null } && isNew?.Invoke(e.Index) is not false))
        {
            // No database can be asked for it, and the Change refuses it.
            if (edit.Content!.Canonical().Contains(@"\u0000", StringComparison.Ordinal))
                continue;
            var records = edit.Content switch
            {
                LetterContent letter => await LettersAsync(letter, ct),
                JurisdictionContent place => await PlacesAsync(place, ct),
                LawsuitContent suit => await SuitsAsync(suit, ct),
                SourceContent source => await SourcesAsync(source, ct),
                ResponseContent response => await Of(db.Responses.Where(r => r.Jurisdiction!.Record.Slug == response.Jurisdiction && response.Jurisdiction != null && r.MadeOn == response.MadeOn && r.Form == response.Form), "the same place, day and form").ToListAsync(ct),
                CampaignContent campaign => await Of(db.Campaigns.Where(c => c.SentOn != null && c.SentOn == campaign.SentOn && c.Sender == campaign.Sender), "the same sender and day").ToListAsync(ct),
                _ => [],
            };
            records.AddRange(await OfSamePassageAsync(edit, ct));
            found.AddRange(records.Where(r => r.Record.Slug != edit.Slug).DistinctBy(r => r.Record).Take(MaxPerPart).Select(r => new Duplicate(i, r.Record, r.Why)));
        }
        return found;
    }

    private Task<List<Near>> LettersAsync(LetterContent letter, CancellationToken ct) => letter.Jurisdiction is { } slug
        ? Of(db.Letters.Where(l => l.Jurisdiction!.Record.Slug == slug && (letter.Campaign == null ? l.SentOn != null && l.SentOn == letter.SentOn : l.Campaign!.Record.Slug == letter.Campaign)), letter.Campaign is null ? "the same recipient and day" : "the same recipient and round").ToListAsync(ct)
        : Of(db.Letters.Where(l => l.JurisdictionId == null && l.RecipientLabel == letter.RecipientLabel && l.Campaign!.Record.Slug == letter.Campaign), "the same description and round").ToListAsync(ct);

    private async Task<List<Near>> PlacesAsync(JurisdictionContent place, CancellationToken ct)
    {
        var name = Text.Fold(place.Name ?? "");
        var start = name.Length > 2 ? name[..2] : name;
        var near = await db.Jurisdictions.Where(j => j.State == place.State && (j.Record.SortTitle.StartsWith(start) || j.FoldedNames.Contains(name))).OrderBy(j => j.Id).Take(500)
            .Select(j => new { j.Name, j.OtherNames, Record = new RecordLink(RecordKind.Jurisdiction, j.Record.Slug, j.Record.Title) }).ToListAsync(ct);
        return [.. near.Where(j => j.OtherNames.Append(j.Name).Any(other => Similarity.Similarity(Bare(Text.Fold(other)), Bare(name)) >= NearEnough)).Select(j => new Near(j.Record, "a near name in the same state"))];
    }

    private async Task<List<Near>> SuitsAsync(LawsuitContent suit, CancellationToken ct)
    {
        if (Lawsuit.KeyOf(suit.DocketNumber) is { } docket && await Of(db.Lawsuits.Where(Lawsuit.IsOnDocket(docket)), "the same docket number").ToListAsync(ct) is { Count: > 0 } same)
            return same;
        var name = Text.Fold(suit.CaseName ?? suit.PlaceReported ?? "");
        var start = name.Length > 4 ? name[..4] : name;
        var near = await Of(db.Lawsuits.Where(l => name.Length > 0 && l.Record.SortTitle.Contains(start)), "a near name").Take(500).ToListAsync(ct);
        return near.FindAll(l => Similarity.Similarity(Text.Fold(l.Record.Title), name) >= NearEnough);
    }

    private Task<List<Near>> SourcesAsync(SourceContent source, CancellationToken ct) =>
        Of(db.Sources.Where(s => source.Url != null && s.Url == source.Url || s.Publisher == source.Publisher && s.PublishedOn != null && s.PublishedOn == source.PublishedOn && s.Headline == source.Title), "the same publisher, day and title, or address").ToListAsync(ct);

    /// <summary>Two records of a kind that rest on one passage, a paragraph or a page, stated for the whole of each: with one quotation, or for statements with one speaker and day.</summary>
    private async Task<List<Near>> OfSamePassageAsync(Edit edit, CancellationToken ct)
    {
        var near = new List<Near>();
        foreach (var passage in edit.Content!.Citations.FindAll(c => c.Field is null && (c.Paragraph ?? (object?)c.Page) is not null).Take(MaxPerPart))
        {
            var there = db.Citations.Where(c => c.Source.Record.Slug == passage.Source && c.Paragraph == passage.Paragraph && c.Page == passage.Page && c.Field == null && c.Record.Kind == edit.Kind);
            var same = passage.Quotations.Count == 0 ? [] : await there.OrderBy(c => c.RecordId).Select(c => new { c.Quotations, Record = new RecordLink(c.Record.Kind, c.Record.Slug, c.Record.Title) }).Take(20).ToListAsync(ct);
            near.AddRange(same.Where(c => c.Quotations.Intersect(passage.Quotations).Any()).Select(c => new Near(c.Record, "the same quotation of the same passage")));
            if (edit.Content is StatementContent { Speaker: not null, MadeOn: not null } statement)
                near.AddRange(await Of(db.Statements.Where(s => s.Speaker == statement.Speaker && s.MadeOn == statement.MadeOn && there.Any(c => c.RecordId == s.Id)), "the same speaker, day and passage").ToListAsync(ct));
        }
        return near;
    }

    private static IQueryable<Near> Of<T>(IQueryable<T> records, string why)
        where T : class, IRecorded =>
        records.OrderBy(r => r.Record.Id).Take(MaxPerPart).Select(r => new Near(new(r.Record.Kind, r.Record.Slug, r.Record.Title), why));

    /// <summary>Without the words that tell kinds of government apart, which sources leave out.</summary>
    private static string Bare(string name) => string.Join(' ', name.Split(' ').Where(word => word is not ("city" or "of" or "the" or "town")));

    private sealed record Near(RecordLink Record, string Why);
}

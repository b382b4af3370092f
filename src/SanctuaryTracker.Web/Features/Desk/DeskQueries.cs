using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk;

/// <summary>A draft in a list.</summary>
public sealed record DraftItem(int Id, string Title, string Author, DraftState State, DateTime ChangedAt);

/// <summary>A record that lacks something, and what.</summary>
public sealed record Wanting(RecordLink Record, string What);

/// <summary>What waits for someone: how many there are, the first of them, and where all are listed.</summary>
public sealed record Lack(string Title, string Meaning, int Total, IReadOnlyList<Wanting> First, string? Path);

public static class DeskQueries
{
    private const int Shown = 5;
    private const int LookedThrough = 500;

    /// <summary>A source not looked at for so long may have changed or gone.</summary>
    private const int DaysUntilStale = 180;

    extension(TrackerDb db)
    {
        public Task<List<DraftItem>> ListDraftsAsync(Func<IQueryable<Draft>, IQueryable<Draft>> which, CancellationToken ct) =>
            which(db.Set<Draft>()).OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).Take(50).Select(d => new DraftItem(d.Id, d.Title, d.Author, d.State, d.ChangedAt)).ToListAsync(ct);

        /// <summary>What the record lacks, most pressing first.</summary>
        public async Task<IReadOnlyList<Lack>> ListLacksAsync(DateOnly today, CancellationToken ct)
        {
            var overdue = await db.ListLettersAsync(new(Reply: ReplyStatus.Overdue, Limit: Shown), today, ct);
            var unnamed = db.Letters.Where(l => l.JurisdictionId == null);
            var unsettled = db.Jurisdictions.Where(j => j.Kind == JurisdictionKind.Unknown);
            var disputed = db.Citations.Where(c => c.Bearing == Bearing.Disputes);
            var before = PartialDate.Of(today.AddDays(-DaysUntilStale));
            var notLately = db.Sources.Where(s => s.CheckedOn == null || s.CheckedOn < before);
            var uncited = await db.ListUncitedAsync(ct);
            return
            [
                new("Past the deadline", "No reply or documents are recorded.", overdue.Total, [.. overdue.Items.Select(l => new Wanting(new(RecordKind.Letter, l.Slug, l.Title), $"due {l.ReplyDueOn?.InWords()}"))], "/letters?reply=Overdue"),
                new("In conflict", "A source disputes what is shown.", await disputed.Select(c => c.RecordId).Distinct().CountAsync(ct),
                    await disputed.OrderBy(c => c.RecordId).ThenBy(c => c.Key).Take(Shown).Select(c => new Wanting(new(c.Record.Kind, c.Record.Slug, c.Record.Title), Words.FieldInWords(c.Field).ToLowerInvariant())).ToListAsync(ct), "/citations?bearing=Disputes"),
                new("Not cited", "A value stands there and no citation bears on it.", uncited.Count, [.. uncited.Take(Shown)], null),
                new("Recipients not identified", "A letter’s recipient has no name yet.", await unnamed.CountAsync(ct),
                    await unnamed.OrderBy(l => l.Id).Take(Shown).Select(l => new Wanting(new(RecordKind.Letter, l.Record.Slug, l.Record.Title), l.State ?? "state not known")).ToListAsync(ct), "/letters?identified=false"),
                new("Places not settled", "The name could be that of several governments.", await unsettled.CountAsync(ct),
                    await unsettled.OrderBy(j => j.Id).Take(Shown).Select(j => new Wanting(new(RecordKind.Jurisdiction, j.Record.Slug, j.Record.Title), "kind not known")).ToListAsync(ct), "/jurisdictions?kind=Unknown"),
                new("Sources to look at again", $"Not checked in the last {DaysUntilStale} days.", await notLately.CountAsync(ct),
                    await notLately.OrderBy(s => s.CheckedOn ?? (PartialDate?)null).ThenBy(s => s.Id).Take(Shown).Select(s => new Wanting(new(RecordKind.Source, s.Record.Slug, s.Record.Title), s.CheckedOn == null ? "never checked" : $"checked {s.CheckedOn.Value.Value}")).ToListAsync(ct), "/sources"),
            ];
        }

        /// <summary>Records, newest first, with a value on which no citation bears: neither one of the field nor one of the whole record.</summary>
        /// <remarks>Looks through the latest records only: older ones were looked at when they were new.</remarks>
        private async Task<List<Wanting>> ListUncitedAsync(CancellationToken ct)
        {
            var latest = await db.Records.Where(r => r.Kind != RecordKind.Source && r.Kind != RecordKind.Jurisdiction && r.Citations.All(c => c.Field != null)).OrderByDescending(r => r.Id).Take(LookedThrough)
                .Join(db.Revisions, r => new { r.Id, r.Version }, v => new { Id = v.RecordId, v.Version }, (record, revision) => new { record.Kind, record.Slug, record.Title, revision.Content }).ToListAsync(ct);
            return [.. latest.Select(r => new Wanting(new(r.Kind, r.Slug, r.Title), string.Join(", ", ContentJson.Parse(r.Kind, r.Content!).Uncited.Select(field => Words.FieldInWords(field).ToLowerInvariant())))).Where(w => w.What.Length > 0)];
        }
    }
}

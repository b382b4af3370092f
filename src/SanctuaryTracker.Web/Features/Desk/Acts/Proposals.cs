using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Acts;

/// <summary>Changes that are worked out from the record rather than typed: each is the parts of a draft, to be looked at before it is published.</summary>
public sealed class Proposals(TrackerDb db)
{
    /// <summary>The record is published no more.</summary>
    public async Task<List<DraftPart>?> WithdrawAsync(RecordKind kind, string slug, CancellationToken ct) =>
        await LatestAsync(kind, slug, ct) is { Content: not null } latest ? [DraftPart.Of(new(kind, slug, null, latest.Version))] : null;

    /// <summary>The record reads again as it did.</summary>
    public async Task<List<DraftPart>?> RestoreAsync(RecordKind kind, string slug, int version, CancellationToken ct)
    {
        if (await LatestAsync(kind, slug, ct) is not { } latest || await db.Revisions.Where(r => r.Kind == kind && r.Slug == slug && r.Version == version).Select(r => r.Content).FirstOrDefaultAsync(ct) is not { } content)
            return null;
        return [DraftPart.Of(new(kind, slug, ContentJson.Parse(kind, content), latest.Content is null ? null : latest.Version))];
    }

    /// <summary>All records of a change read as they did before it. Where one was changed again since, the two are brought together in the draft.</summary>
    public async Task<List<DraftPart>?> UndoAsync(int change, CancellationToken ct)
    {
        var undone = await db.Revisions.AsNoTracking().Where(r => r.ChangeId == change).OrderBy(r => r.RecordId)
            .Select(r => new
            {
                r.Kind, r.Slug, r.Version, IsWithdrawal = r.Content == null,
                Before = db.Revisions.Where(p => p.RecordId == r.RecordId && p.Version == r.Version - 1).Select(p => p.Content).FirstOrDefault(),
                Latest = db.Revisions.Where(p => p.RecordId == r.RecordId).Max(p => p.Version),
            }).ToListAsync(ct);
        return undone.Count == 0 ? null : undone.ConvertAll(r => DraftPart.Of(new(r.Kind, r.Slug, r.Before is null ? null : ContentJson.Parse(r.Kind, r.Before), r.IsWithdrawal && r.Latest == r.Version ? null : r.Version)));
    }

    /// <summary>One record takes over what the other holds and whoever names it; the other's address leads there.</summary>
    /// <returns>Null if either is not published, or both are one.</returns>
    public async Task<List<DraftPart>?> MergeAsync(RecordKind kind, string slug, string into, CancellationToken ct)
    {
        if (slug == into || await LatestAsync(kind, slug, ct) is not { Content: { } loser } from || await LatestAsync(kind, into, ct) is not { Content: { } survivor } to)
            return null;
        var naming = await db.Set<Reference>().Where(r => r.ToId == from.RecordId && r.FromId != to.RecordId).Select(r => r.FromId).ToListAsync(ct);
        var repointed = await db.Records.Where(r => naming.Contains(r.Id)).OrderBy(r => r.Kind).ThenBy(r => r.Id)
            .Join(db.Revisions, r => new { r.Id, r.Version }, v => new { Id = v.RecordId, v.Version }, (_, revision) => revision).AsNoTracking().ToListAsync(ct);
        var merged = Merging.Together(kind, Merging.Repointed(kind, Fields(kind, survivor), kind, slug, into), Fields(kind, loser), into);
        return
        [
            new(kind) { Slug = into, BasedOn = to.Version, Fields = merged },
            .. repointed.Select(r => new DraftPart(r.Kind) { Slug = r.Slug, BasedOn = r.Version, Fields = Merging.Repointed(r.Kind, Fields(r.Kind, r.Content!), kind, slug, into) }),
            new(kind) { Slug = slug, BasedOn = from.Version, IsWithdrawal = true, MergedInto = into },
        ];
    }

    /// <summary>The letter's recipient is this place: an unidentified one, or a place whose identity was not settled. Its address, citations and responses stay.</summary>
    public async Task<List<DraftPart>?> ResolveAsync(string letter, string place, CancellationToken ct)
    {
        if (await LatestAsync(RecordKind.Letter, letter, ct) is not { Content: { } content } latest)
            return null;
        var fields = Fields(RecordKind.Letter, content);
        var before = fields["jurisdiction"]?.GetValue<string>();
        var twin = await db.Letters.Where(l => l.Record.Slug != letter && l.Jurisdiction!.Record.Slug == place && l.CampaignId != null && db.Letters.Any(own => own.Record.Slug == letter && own.CampaignId == l.CampaignId)).Select(l => l.Record.Slug).FirstOrDefaultAsync(ct);
        if (twin is not null)
            return await MergeAsync(RecordKind.Letter, letter, twin, ct);
        fields.Remove("recipient_label");
        fields.Remove("state");
        fields["jurisdiction"] = place;
        var answers = await db.Responses.Where(r => before != null && r.Jurisdiction!.Record.Slug == before && r.LetterId == latest.RecordId).Select(r => r.Record.Slug).ToListAsync(ct);
        var parts = new List<DraftPart> { new(RecordKind.Letter) { Slug = letter, BasedOn = latest.Version, Fields = fields } };
        foreach (var answer in answers)
            if (await LatestAsync(RecordKind.Response, answer, ct) is { Content: { } said } response)
            {
                var answering = Fields(RecordKind.Response, said);
                answering["jurisdiction"] = place;
                parts.Add(new(RecordKind.Response) { Slug = answer, BasedOn = response.Version, Fields = answering });
            }
        return parts;
    }

    private Task<Revision?> LatestAsync(RecordKind kind, string slug, CancellationToken ct) =>
        db.Revisions.AsNoTracking().Where(r => r.Kind == kind && r.Slug == slug).OrderByDescending(r => r.Version).FirstOrDefaultAsync(ct);

    private static JsonObject Fields(RecordKind kind, string content) => TypedFields.Of(ContentJson.Parse(kind, content));
}

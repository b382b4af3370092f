using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A jurisdiction with what a figure needs of it.</summary>
public sealed record RoundPlace(RecordLink Record, string Name, JurisdictionKind Kind, string? State, string? Geoid, string? OcdId, double? Latitude, double? Longitude);

/// <summary>A whole round of letters: what its figures are drawn from, unless it is a <see cref="CountedRound"/>.</summary>
/// <param name="NonReceipts">The jurisdictions that a source says did not get the letter, by slug, and the key of the row that says so.</param>
/// <param name="Places">Every jurisdiction that a letter, copy, non-receipt or response of the round names, by slug.</param>
public sealed record Round(
    CampaignItem Campaign, IReadOnlyList<LetterItem> Letters, IReadOnlyDictionary<string, string> NonReceipts, IReadOnlyList<ResponseItem> Responses, IReadOnlyDictionary<string, RoundPlace> Places)
{
    public RecordLink Subject => new(RecordKind.Campaign, Campaign.Slug, Campaign.Title);

    /// <summary>Reported recipients of whom nothing is recorded.</summary>
    public int Unaccounted => Math.Max(0, Campaign.RecipientsUnaccounted ?? 0);

    public ILookup<string?, ResponseItem> ResponsesByPlace { get; } = Responses.ToLookup(r => r.Jurisdiction?.Slug);

    /// <summary>The jurisdictions, by slug, of which no source states that a letter was sent to them; we infer it.</summary>
    public IReadOnlySet<string> RecipientsByInference { get; } =
        Letters.Where(l => l.Jurisdiction is not null).GroupBy(l => l.Jurisdiction!.Slug).Where(letters => letters.All(l => l.KnownBy == LetterBasis.Inferred)).Select(letters => letters.Key).ToHashSet(StringComparer.Ordinal);
}

public static class RoundQueries
{
    extension(TrackerDb db)
    {
        internal async Task<Round> FindRoundAsync(CampaignItem campaign, CancellationToken ct)
        {
            var slug = campaign.Slug;
            var letters = await db.Letters.Where(l => l.Campaign!.Record.Slug == slug).OrderBy(l => l.Record.SortTitle).ThenBy(l => l.Id).Select(LetterItem.From).ToListAsync(ct);
            var nonReceipts = await db.Campaigns.Where(c => c.Record.Slug == slug).SelectMany(c => c.NonReceipts).OrderBy(n => n.Key).Select(n => new { n.Key, n.Jurisdiction.Record.Slug }).ToListAsync(ct);
            var responses = await db.Responses.Where(r => r.Campaign!.Record.Slug == slug).OrderBy(r => r.Record.SortDate).ThenBy(r => r.Id).Select(ResponseItem.From).ToListAsync(ct);
            var places = await db.Jurisdictions.Where(j => j.Letters.Any(l => l.Campaign!.Record.Slug == slug) || j.Copies.Any(c => c.Letter.Campaign!.Record.Slug == slug)
                    || j.NonReceipts.Any(n => n.Campaign.Record.Slug == slug) || j.Responses.Any(r => r.Campaign!.Record.Slug == slug))
                .OrderBy(j => j.Record.SortTitle).ThenBy(j => j.Id)
                .Select(j => new RoundPlace(new RecordLink(RecordKind.Jurisdiction, j.Record.Slug, j.Record.Title), j.Name, j.Kind, j.State, j.Geoid, j.OcdId, j.Latitude, j.Longitude)).ToListAsync(ct);
            return new(campaign, letters, nonReceipts.ToDictionary(n => n.Slug, n => n.Key!, StringComparer.Ordinal), responses, places.ToDictionary(p => p.Record.Slug, StringComparer.Ordinal));
        }
    }
}

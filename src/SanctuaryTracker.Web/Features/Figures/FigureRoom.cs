using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Figures;

/// <summary>Finds a figure's facts and draws them; those of a round together, and once for each state of the record and each day.</summary>
public sealed class FigureRoom(TrackerDb db, UntilChanged kept, TimeProvider clock)
{
    /// <returns>Null if there is no such record.</returns>
    public async Task<Figure?> FindAsync(FigureKind kind, string slug, CancellationToken ct) => kind switch
    {
        FigureKind.Timeline => await db.FindJurisdictionAsync(slug, ct) is { } place ? StoryFigures.Of(place) : null,
        FigureKind.Docket => await db.FindLawsuitAsync(slug, ct) is { } suit ? StoryFigures.Of(suit,
            await db.Responses.Where(r => r.Answers!.Kind == RecordKind.Lawsuit && r.Answers.Slug == slug).OrderBy(r => r.Id).Select(ResponseItem.From).ToListAsync(ct),
            await db.Statements.Where(s => s.About.Any(a => a.Record.Kind == RecordKind.Lawsuit && a.Record.Slug == slug)).OrderBy(s => s.Id).Select(StatementItem.From).ToListAsync(ct)) : null,
        _ => (await kept.KeepAsync($"figures {slug} {clock.Today:O}", () => DrawAsync(slug, ct), ct, figures => figures!.Sum(f => f.Weight)))?.First(f => f.Kind == kind),
    };

    private async Task<List<Figure>?> DrawAsync(string slug, CancellationToken ct)
    {
        if (await db.Campaigns.Where(c => c.Record.Slug == slug).Select(CampaignItem.From(db)).SingleOrDefaultAsync(ct) is not { } campaign)
            return null;
        var figures = await db.IsTooLargeToDrawAsync(campaign, ct) ? CountedFigures.Of(await db.CountRoundAsync(campaign, ct), clock.Today) : Of(await db.FindRoundAsync(campaign, ct));
        return [.. figures.Select(figure => figure with { Scope = $"{campaign.NamedInWords}." })];
    }

    private Figure[] Of(Round round) => [MapFigure.Of(round), AnswersFigure.Of(round), OverTimeFigure.Of(round), DeadlineFigure.Of(round, clock.Today)];
}

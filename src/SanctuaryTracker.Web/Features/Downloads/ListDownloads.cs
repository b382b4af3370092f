using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Citations;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Sources;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Downloads;

/// <summary>Every list as CSV, with the filters, order and columns of its page.</summary>
public static class ListDownloads
{
    private const string Columns = "The columns wanted, with commas between; all of them, if left out. The first line of the file names them.";

    public static void MapListDownloads(this IEndpointRouteBuilder site)
    {
        site.MapList("jurisdictions", async ([AsParameters] JurisdictionFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "jurisdictions", await db.AllJurisdictionsAsync(filter, ct), j => new(RecordKind.Jurisdiction, j.Slug, j.Name), JurisdictionList.Columns, columns));
        site.MapList("campaigns", async ([AsParameters] CampaignFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "campaigns", await db.AllCampaignsAsync(filter, ct), c => new(RecordKind.Campaign, c.Slug, c.Title), CampaignList.Columns, columns));
        site.MapList("letters", async ([AsParameters] LetterFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, TimeProvider clock, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "letters", await db.AllLettersAsync(filter, clock.Today, ct), l => new(RecordKind.Letter, l.Slug, l.Title), LetterList.Columns, columns));
        site.MapList("responses", async ([AsParameters] ResponseFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "responses", await db.AllResponsesAsync(filter, ct), r => new(RecordKind.Response, r.Slug, r.Headline), ResponseList.Columns, columns));
        site.MapList("statements", async ([AsParameters] StatementFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "statements", await db.AllStatementsAsync(filter, ct), s => new(RecordKind.Statement, s.Slug, s.Headline), StatementList.Columns, columns));
        site.MapList("lawsuits", async ([AsParameters] LawsuitFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "lawsuits", await db.AllLawsuitsAsync(filter, ct), l => new(RecordKind.Lawsuit, l.Slug, l.Title), LawsuitList.Columns, columns));
        site.MapList("sources", async ([AsParameters] SourceFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "sources", await db.AllSourcesAsync(filter, ct), s => new(RecordKind.Source, s.Slug, s.Title), SourceList.Columns, columns));
        site.MapList("citations", async ([AsParameters] CitationFilter filter, [FromQuery, Description(Columns)] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, db, "citations", await db.AllCitationsAsync(filter, ct), c => c.Record, CitationList.Columns, columns));
    }

    private static void MapList(this IEndpointRouteBuilder site, string list, Delegate handler) =>
        site.MapFile($"/{list}.csv", handler).WithMetadata(new WithoutParameters("limit", "cursor")).WithTags(Text.Sentence(list)).WithName($"Download{Text.Sentence(list)}")
            .WithSummary("The whole list as CSV, with the filters and the order of its pages").Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesValidationProblem();
}

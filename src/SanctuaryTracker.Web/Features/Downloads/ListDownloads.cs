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
    public static void MapListDownloads(this IEndpointRouteBuilder site)
    {
        var lists = site.MapGroup("").WithMetadata(new WithoutParameters("limit", "cursor"));
        lists.MapGet("/jurisdictions.csv", async ([AsParameters] JurisdictionFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "jurisdictions", await db.AllJurisdictionsAsync(filter, ct), j => new(RecordKind.Jurisdiction, j.Slug, j.Name), JurisdictionList.Columns, columns));
        lists.MapGet("/campaigns.csv", async ([AsParameters] CampaignFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "campaigns", await db.AllCampaignsAsync(filter, ct), c => new(RecordKind.Campaign, c.Slug, c.Title), CampaignList.Columns, columns));
        lists.MapGet("/letters.csv", async ([AsParameters] LetterFilter filter, [FromQuery] string[]? columns, TrackerDb db, TimeProvider clock, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "letters", await db.AllLettersAsync(filter, clock.Today, ct), l => new(RecordKind.Letter, l.Slug, l.Title), LetterList.Columns, columns));
        lists.MapGet("/responses.csv", async ([AsParameters] ResponseFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "responses", await db.AllResponsesAsync(filter, ct), r => new(RecordKind.Response, r.Slug, r.Headline), ResponseList.Columns, columns));
        lists.MapGet("/statements.csv", async ([AsParameters] StatementFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "statements", await db.AllStatementsAsync(filter, ct), s => new(RecordKind.Statement, s.Slug, s.Headline), StatementList.Columns, columns));
        lists.MapGet("/lawsuits.csv", async ([AsParameters] LawsuitFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "lawsuits", await db.AllLawsuitsAsync(filter, ct), l => new(RecordKind.Lawsuit, l.Slug, l.Title), LawsuitList.Columns, columns));
        lists.MapGet("/sources.csv", async ([AsParameters] SourceFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "sources", await db.AllSourcesAsync(filter, ct), s => new(RecordKind.Source, s.Slug, s.Title), SourceList.Columns, columns));
        lists.MapGet("/citations.csv", async ([AsParameters] CitationFilter filter, [FromQuery] string[]? columns, TrackerDb db, HttpContext context, CancellationToken ct) =>
            ListDownload.Of(context, "citations", await db.AllCitationsAsync(filter, ct), c => c.Record, CitationList.Columns, columns));
    }
}

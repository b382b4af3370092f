using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Data;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.History;

/// <summary>What is new, and what was corrected, as Atom.</summary>
public static class Feeds
{
    public static void MapFeeds(this IEndpointRouteBuilder site)
    {
        site.MapFile("/changes.atom", (HttpRequest request, TrackerDb db, CancellationToken ct) => AnswerAsync("Changes to the record", "/changes", new(), request, db, ct)).ExcludeFromDescription();
        site.MapFile("/corrections.atom", (HttpRequest request, TrackerDb db, CancellationToken ct) => AnswerAsync("Corrections and withdrawals", "/corrections", new(Correction: true), request, db, ct)).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(string title, string path, ChangeFilter filter, HttpRequest request, TrackerDb db, CancellationToken ct)
    {
        var site = new Uri(request.Site);
        var last = await db.Changes.MaxAsync(c => (int?)c.Id, ct) ?? 0;
        var changes = (await db.ListChangesAsync(filter, ct)).Items;
        var feed = new SyndicationFeed($"{title} – SanctuaryTracker", null, new Uri(site, path), new Uri(site, path).ToString(), changes.Count > 0 ? new DateTimeOffset(changes[0].At) : DateTimeOffset.UnixEpoch)
        {
            Language = "en", Items = changes.Select(change => Entry(change, site)),
        };
        feed.Links.Add(new(new(site, path + ".atom"), "self", null, "application/atom+xml", 0));

        using var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new() { Async = false, Indent = true }))
            feed.SaveAsAtom10(xml);
        return TypedResults.Bytes(text.ToArray(), "application/atom+xml; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{last}\""));
    }

    private static SyndicationItem Entry(ChangeItem change, Uri site)
    {
        var address = new Uri(site, change.Path);
        var records = string.Join("; ", change.Records.Select(r => $"{r.Title} ({r.BecameInWords})")) + (change.More > 0 ? $"; and {Words.Count(change.More, "other record", "others")}" : "");
        return new(change.Correction ?? change.Reason, default(SyndicationContent), address, address.ToString(), new DateTimeOffset(change.At))
        {
            PublishDate = new DateTimeOffset(change.At), Authors = { new(null, change.Author, null) }, Categories = { new(change.Origin.ToString()) },
            Summary = new($"{(change.Correction is null ? "" : $"{Words.Ended(change.Reason)} ")}{records}"),
        };
    }
}

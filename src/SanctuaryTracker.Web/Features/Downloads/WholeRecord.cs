using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Downloads;

/// <summary>The whole record as one JSON file, as it stood after any change: taken from the log, so that the same change always gives the same contents.</summary>
public static class WholeRecord
{
    private const int FlushAt = 32_768;

    public static void MapWholeRecord(this IEndpointRouteBuilder site) => site.MapFile("/data/record.json", AnswerAsync)
        .WithTags("Changes").WithName("DownloadRecord").WithSummary("The whole record as it stood after a change: every record’s content, with its version").Produces<JsonElement>(StatusCodes.Status200OK, "application/json").ProducesValidationProblem();

    private static async Task<IResult> AnswerAsync([FromQuery, Range(0, int.MaxValue), Description("The number of a change; the last one, if left out.")] int? change, TrackerDb db, CancellationToken ct)
    {
        var last = await db.Changes.MaxAsync(c => (int?)c.Id, ct) ?? 0;
        if (change > last)
            throw new BadQueryException("change", $"The last change is number {last}.");
        var until = change ?? last;
        return TypedResults.Stream(body => WriteAsync(db, until, body, ct), "application/json", entityTag: new EntityTagHeaderValue($"\"{until}\""));
    }

    /// <summary>Written as it is read, record by record: memory stays flat however long it is.</summary>
    private static async Task WriteAsync(TrackerDb db, int until, Stream body, CancellationToken ct)
    {
        var at = await db.Changes.Where(c => c.Id == until).Select(c => (DateTime?)c.At).FirstOrDefaultAsync(ct);
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteNumber("change", until);
        if (at is { } time)
            json.WriteString("changed_at", time);
        json.WriteNumber("shape", Content.Shape);
        json.WriteStartArray("records");
        await foreach (var revision in db.AsOf(until).OrderBy(r => r.RecordId).Select(r => new { r.Kind, r.Slug, r.Version, r.ChangeId, r.Content }).AsAsyncEnumerable().WithCancellation(ct))
        {
            json.WriteStartObject();
            json.WriteString("kind", revision.Kind.ToString());
            json.WriteString("slug", revision.Slug);
            json.WriteNumber("version", revision.Version);
            json.WriteNumber("change", revision.ChangeId);
            json.WritePropertyName("content");
            json.WriteRawValue(revision.Content!);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
                await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    extension(TrackerDb db)
    {
        /// <summary>The latest version of each record that was published after a change.</summary>
        public IQueryable<Revision> AsOf(int change) =>
            db.Revisions.Where(r => r.ChangeId <= change && r.Content != null && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version && later.ChangeId <= change));
    }
}

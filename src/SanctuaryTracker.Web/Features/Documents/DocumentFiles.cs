using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Documents;

/// <summary>The files themselves: those of published records for everyone, all of them for who has signed in.</summary>
public static class DocumentFiles
{
    private const string Checksum = "{sha256:regex(^[0-9a-f]{{64}}$)}";
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDocumentFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods($"/documents/{Checksum}/{{name}}", Methods, AnswerAsync).ExcludeFromDescription();
        site.MapMethods($"/desk/documents/{Checksum}", Methods, AnswerAtDeskAsync).ExcludeFromDescription().RequireAuthorization(DeskPolicies.Contributor);
    }

    private static async Task<IResult> AnswerAsync(string sha256, string name, TrackerDb db, DocumentStore store, HttpResponse response, CancellationToken ct)
    {
        var documents = await db.Documents.Where(d => d.Sha256 == sha256 && !d.Held).OrderBy(d => d.RecordId).ThenBy(d => d.Key).Select(d => new { d.FileName, d.MediaType }).ToListAsync(ct);
        if (documents.Count == 0)
            return TypedResults.NotFound();
        if (!documents.Exists(d => d.FileName == name))
            return TypedResults.Redirect(DocumentItem.PathOf(sha256, documents[0].FileName));
        // A file of this checksum never changes, but it can be withdrawn or held.
        response.Headers.CacheControl = "public, max-age=300";
        return await GiveAsync(sha256, name, documents[0].MediaType, store, response, ct);
    }

    private static async Task<IResult> AnswerAtDeskAsync(string sha256, TrackerDb db, DocumentStore store, HttpResponse response, CancellationToken ct)
    {
        if (await store.FindAsync(sha256, ct) is not { } file)
            return TypedResults.NotFound();
        var name = await db.Documents.Where(d => d.Sha256 == sha256).OrderBy(d => d.RecordId).Select(d => d.FileName).FirstOrDefaultAsync(ct);
        response.Headers.CacheControl = "private, no-store";
        return await GiveAsync(sha256, name ?? FileKind.OfMediaType(file.MediaType).CleanName(sha256[..12]), file.MediaType, store, response, ct);
    }

    private static async Task<IResult> GiveAsync(string sha256, string name, string mediaType, DocumentStore store, HttpResponse response, CancellationToken ct)
    {
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        var request = response.HttpContext.Request;
        if (!HttpMethods.IsHead(request.Method) && !request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            await store.VerifyAsync(sha256, ct);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        // Whatever is in the file, nothing of it ever runs.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return TypedResults.PhysicalFile(store.PathOf(sha256), mediaType == FileKind.Text.MediaType ? $"{mediaType}; charset=utf-8" : mediaType, entityTag: tag, enableRangeProcessing: true);
    }
}

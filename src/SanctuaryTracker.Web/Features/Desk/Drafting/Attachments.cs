using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>A file that came with the form, and what became of it.</summary>
/// <param name="Part">The part it is to belong to.</param>
/// <param name="Name">As it was chosen.</param>
public sealed record Attachment(int Part, string Name, Intake Intake);

/// <summary>Files that the desk's form brings: they are taken in first, whatever else is wrong, and are rows of their part from then on.</summary>
public static class Attachments
{
    /// <summary>What a file dialogue offers; what a file really is, the store looks for itself.</summary>
    public const string Accepted = ".pdf,.png,.jpg,.jpeg,.txt,application/pdf,image/png,image/jpeg,text/plain";

    /// <summary>The name of a part's file control.</summary>
    public static string PathOf(int part) => $"parts[{part}].files";

    public static async Task<List<Attachment>> TakeAsync(this DocumentStore store, IFormFileCollection files, CancellationToken ct)
    {
        var taken = new List<Attachment>();
        for (var part = 0; part < EditModel.MaxParts; part++)
            foreach (var file in files.GetFiles(PathOf(part)).Where(f => f.FileName.Length > 0))
            {
                await using var content = file.OpenReadStream();
                taken.Add(new(part, file.FileName, await store.TakeAsync(content, file.FileName, file.ContentType, ct)));
            }
        return taken;
    }

    /// <summary>Attaches it to its part, unless it is attached already. A newspaper's text is held unless the editor says otherwise.</summary>
    public static void Attach(DraftPart part, Intake.Taken taken)
    {
        if (part.Fields["documents"] is not JsonArray rows)
            part.Fields["documents"] = rows = [];
        var file = taken.File;
        if (rows.Any(row => row?["sha256"]?.ToString() == file.Sha256))
            return;
        var isNews = part.Kind == RecordKind.Source && part.Fields["kind"]?.ToString() is nameof(SourceKind.NewsStory) or nameof(SourceKind.WireStory);
        rows.Add(new JsonObject
        {
            ["key"] = FormParts.NewKey(), ["sha256"] = file.Sha256, ["file_name"] = taken.FileName, ["media_type"] = file.MediaType,
            ["size_bytes"] = $"{file.SizeBytes}", ["pages"] = $"{file.Pages}", ["held"] = isNews ? "true" : "false",
        });
    }

    /// <summary>The files that these parts name and the store has, by the names that they are to have.</summary>
    public static async Task<List<(string Name, StoredFile File)>> FindAsync(TrackerDb db, IEnumerable<DraftPart> parts, CancellationToken ct)
    {
        var named = parts.SelectMany(p => (p.Fields["documents"] as JsonArray ?? []).OfType<JsonObject>()).Select(row => (Name: $"{row["file_name"]}", Sha256: $"{row["sha256"]}")).ToList();
        var sums = named.ConvertAll(n => n.Sha256);
        var files = sums.Count == 0 ? [] : await db.Files.AsNoTracking().Where(f => sums.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, ct);
        return [.. named.Where(n => files.ContainsKey(n.Sha256)).Select(n => (n.Name, files[n.Sha256]))];
    }

    /// <summary>Where the text can be read of each source that these parts cite, by what they call it.</summary>
    public static async Task<Dictionary<string, string>> ReadingAsync(TrackerDb db, IReadOnlyList<DraftPart> parts, IReadOnlyDictionary<string, StoredFile> files, CancellationToken ct)
    {
        var paths = new Dictionary<string, string>();
        // A source of the very draft has it in its own documents.
        foreach (var (i, part) in parts.Index().Where(p => p.Item.Kind == RecordKind.Source))
            if ((part.Fields["documents"] as JsonArray ?? []).Select(row => $"{row?["sha256"]}").FirstOrDefault(sum => files.TryGetValue(sum, out var file) && file.HasText) is { } sha256)
                paths[Drafts.LabelOf(parts, i)] = $"/desk/documents/{sha256}/text";
        var naming = new Naming(db);
        var cited = parts.SelectMany(p => (p.Fields["citations"] as JsonArray ?? []).OfType<JsonObject>()).Select(c => $"{c["source"]}".Trim()).Where(name => name.Length > 0).Distinct();
        foreach (var name in cited.Where(name => !paths.ContainsKey(name)).ToList())
            if (await naming.SlugOfAsync([RecordKind.Source], name, ct) is { } slug && await db.Documents.AnyAsync(d => d.Record.Kind == RecordKind.Source && d.Record.Slug == slug && db.FilePages.Any(p => p.Sha256 == d.Sha256), ct))
                paths[name] = $"/desk/sources/{slug}/text";
        return paths;
    }

    /// <summary>What the store found in a file, for who attached it.</summary>
    public static string TextInWords(StoredFile file) => file.TextState switch
    {
        TextState.Extracted => "Its text could be read.",
        TextState.Recognized => "A machine read its text off a scan, with its errors: quotations cannot be checked against it.",
        _ => $"Accepted; its text cannot be read. {file.TextProblem}",
    };
}

/// <summary>Lets a form bring files, up to <see cref="DataSettings.MaxFormBytes"/> together, and reads it before the forgery check does, to say what was too large.</summary>
public sealed class FormLimit(DataSettings settings) : IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MaxFields = 20_000;

    /// <summary>Before the check for forgery, which is at 1000 and reads the form.</summary>
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = settings.MaxFormBytes;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = settings.MaxFormBytes, ValueCountLimit = MaxFields }));
        try
        {
            if (!(http.Request.ContentLength > settings.MaxFormBytes))
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
                return;
            }
        }
        catch (InvalidDataException)
        {
            // More than is taken, though it did not say so at the start.
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server itself counted.
        }
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}

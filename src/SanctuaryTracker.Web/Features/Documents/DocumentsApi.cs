using System.ComponentModel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;

namespace SanctuaryTracker.Features.Documents;

/// <summary>A file that was taken in.</summary>
/// <param name="Sha256">By which a record’s content names it among its `documents`.</param>
/// <param name="FileName">Its name, as it can stand in a content.</param>
/// <param name="MediaType">What it is, by its content.</param>
/// <param name="Pages">Null if it has no pages, or they could not be counted.</param>
/// <param name="Text">Whether its text could be read: quotations are checked against it, and it is searched.</param>
/// <param name="TextProblem">Why there is no text; null if there is.</param>
public sealed record TakenDocument(string Sha256, string FileName, string MediaType, long SizeBytes, int? Pages, TextState Text, string? TextProblem);

/// <summary>Files that programs bring, to attach them to records by checksum.</summary>
public static class DocumentsApi
{
    /// <summary>What a form has beside its file.</summary>
    private const int MaxAround = 1 << 20;

    public static void MapDocuments(this IEndpointRouteBuilder api) =>
        api.MapPost("/documents", TakeAsync).WithTags("Documents").WithName("TakeDocument").WithSummary("Bring a file, as the body or as the one file of a form: a content then attaches it by its checksum")
            .RequireAuthorization(DeskPolicies.ApiDraft).Accepts<IFormFile>("multipart/form-data", "application/pdf", "image/png", "image/jpeg", "text/plain", "*/*").Produces<TakenDocument>()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> TakeAsync(HttpContext context, [FromQuery(Name = "file_name"), Description("The name to save it by; of a form, its file’s own unless given.")] string? fileName, DocumentStore store, DataSettings settings, CancellationToken ct)
    {
        var request = context.Request;
        var most = settings.MaxDocumentBytes + MaxAround;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        if (request.ContentLength > most)
            return TooLarge(settings);
        try
        {
            if (!request.HasFormContentType)
                return Answer(await store.TakeAsync(request.Body, fileName, request.ContentType, ct));
            if ((await request.ReadFormAsync(new() { MultipartBodyLengthLimit = most }, ct)).Files is not [var file])
                return Results.Problem("Send the file as the body, with its own media type, or as the one file of a form (multipart/form-data).", statusCode: StatusCodes.Status422UnprocessableEntity);
            await using var content = file.OpenReadStream();
            return Answer(await store.TakeAsync(content, fileName ?? file.FileName, file.ContentType, ct));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(settings);
        }
        catch (InvalidDataException)
        {
            return Results.Problem($"The form cannot be read. Send one file, of at most {settings.MaxDocumentBytes >> 20} MB.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult Answer(Intake intake) => intake switch
    {
        Intake.Taken { File: var file } taken => Results.Ok(new TakenDocument(file.Sha256, taken.FileName, file.MediaType, file.SizeBytes, file.Pages, file.TextState, file.TextProblem)),
        Intake.Refused refused => Results.Problem(refused.Problem, title: "The file was not taken.", statusCode: refused.For switch
        {
            RefusedFor.Size => StatusCodes.Status413PayloadTooLarge,
            RefusedFor.Kind => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status422UnprocessableEntity,
        }),
        _ => throw new InvalidOperationException(),
    };

    private static IResult TooLarge(DataSettings settings) =>
        Results.Problem($"It is larger than {settings.MaxDocumentBytes >> 20} MB, the most that is taken.", title: "The file was not taken.", statusCode: StatusCodes.Status413PayloadTooLarge);
}

using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Features.Desk.Acts;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Writing;

/// <summary>Writing by programs: the same shapes, the same rules and the same review as at the desk.</summary>
public static class WriteApi
{
    private const int MaxBody = 1 << 20;

    /// <summary>Of one kind of record: add, change, withdraw and merge.</summary>
    public static void MapWriting<TContent>(this RouteGroupBuilder group, RecordKind kind)
        where TContent : Content
    {
        var what = kind.ToString().ToLowerInvariant();
        Describe(group.MapPost("/", async (HttpContext context, Writer writer, [AsParameters] Why why, [FromHeader(Name = "Idempotency-Key"), Description("Your own word for this request: sent again with it, it is answered alike and nothing is added twice.")] string? key, CancellationToken ct) =>
        {
            var (content, hash, refusal) = await ReadAsync<TContent>(context.Request, ct);
            return refusal ?? await writer.AddAsync(DraftPart.Of(new(kind, null, content)) with { IsAnother = why.IsAnother is true }, why, key is { Length: > 0 } ? new(key, hash) : null, ct);
        })).Accepts<TContent>("application/json").WithName($"Create{kind}").WithSummary($"Add a {what}: published at once where the token and the desk’s rules allow it, else sent to review")
            .Produces<WrittenRecord>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict);

        Describe(group.MapPut("/{slug}/content", async (string slug, HttpContext context, Writer writer, [AsParameters] Why why, CancellationToken ct) =>
        {
            var (content, _, refusal) = await ReadAsync<TContent>(context.Request, ct);
            return refusal ?? await writer.ChangeAsync(context.Request, kind, slug, version => Task.FromResult<List<DraftPart>?>([DraftPart.Of(new(kind, slug, content, version))]), why, ct);
        })).Accepts<TContent>("application/json").WithName($"Put{kind}Content").WithSummary($"Change a {what}: the whole content, in the shape that GET gives, with its version in If-Match")
            .Produces<WrittenRecord>();

        Describe(group.MapDelete("/{slug}", (string slug, HttpRequest request, Writer writer, Proposals proposals, [AsParameters] Why why, CancellationToken ct) =>
            writer.ChangeAsync(request, kind, slug, _ => proposals.WithdrawAsync(kind, slug, ct), why, ct))).RequireAuthorization(DeskPolicies.ApiEdit)
            .WithName($"Withdraw{kind}").WithSummary($"Withdraw a {what}: its address then answers 410 with the reason").Produces<WrittenRecord>();

        Describe(group.MapPost("/{slug}/merge", (string slug, [FromQuery, Description("The slug of the record that takes over.")] string into, HttpRequest request, Writer writer, Proposals proposals, [AsParameters] Why why, CancellationToken ct) =>
            writer.ChangeAsync(request, kind, slug, async _ => Text.IsSlug(into) ? await proposals.MergeAsync(kind, slug, into, ct) : null, why, ct))).RequireAuthorization(DeskPolicies.ApiEdit)
            .WithName($"Merge{kind}").WithSummary($"Merge a {what} into another, which takes over what it holds and who refers to it").Produces<WrittenRecord>();
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) => route.RequireAuthorization(DeskPolicies.ApiDraft)
        .Produces<WrittenRecord>(StatusCodes.Status202Accepted).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    /// <summary>The body as a content, read as strictly as a seed file.</summary>
    private static async Task<(TContent? Content, string Hash, IResult? Refusal)> ReadAsync<TContent>(HttpRequest request, CancellationToken ct)
        where TContent : Content
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return (null, "", Results.Problem("Send the content as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0; body.Write(buffer, 0, read))
            if (body.Length + read > MaxBody)
                return (null, "", Results.Problem($"Keep a content under {MaxBody >> 20} MB.", statusCode: StatusCodes.Status413PayloadTooLarge));
        try
        {
            var content = JsonSerializer.Deserialize<TContent>(body.ToArray(), ContentJson.Options) ?? throw new JsonException("Send the content, not null.");
            return (content, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Path}?{request.QueryString} {content.Canonical()}"))), null);
        }
        catch (JsonException e)
        {
            var problem = e.Explain(typeof(TContent));
            return (null, "", Results.ValidationProblem(new Dictionary<string, string[]> { [problem.Field] = [problem.Message] }, statusCode: StatusCodes.Status422UnprocessableEntity, title: "The content cannot be read."));
        }
    }
}

/// <param name="Reason">Why, for the public history.</param>
/// <param name="Correction">For the public, if what is published was wrong: what, and what is right.</param>
/// <param name="IsAnother">That a new record is another than those it may be taken for.</param>
public sealed record Why(
    [FromQuery(Name = "reason")] string? Reason = null,
    [FromQuery(Name = "correction")] string? Correction = null,
    [FromQuery(Name = "is_another")] bool? IsAnother = null);

/// <summary>What became of a request to write.</summary>
/// <param name="Path">The record’s address; null for a new one that waits for review.</param>
/// <param name="Version">The version that is published now; null while it waits for review.</param>
/// <param name="ChangeNumber">The change that it became; null while it waits, or if nothing was changed.</param>
/// <param name="DraftNumber">The draft that it was.</param>
public sealed record WrittenRecord(string? Path, int? Version, int? ChangeNumber, int DraftNumber, DraftState State);

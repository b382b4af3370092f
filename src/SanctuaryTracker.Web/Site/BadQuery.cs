namespace SanctuaryTracker.Site;

/// <summary>What was wrong with a query, kept for the page that says so.</summary>
public sealed record BadQuery(IReadOnlyDictionary<string, string[]> Errors)
{
    public const string ApiPrefix = "/api";

    /// <summary>Problem details for the API; for a page, the status page tells the errors in words.</summary>
    public static Task AnswerAsync(HttpContext context, Dictionary<string, string[]> errors)
    {
        if (context.Request.Path.StartsWithSegments(ApiPrefix, StringComparison.Ordinal))
            return TypedResults.ValidationProblem(errors, title: "The query cannot be answered as it stands.").ExecuteAsync(context);
        context.Features.Set(new BadQuery(errors));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}

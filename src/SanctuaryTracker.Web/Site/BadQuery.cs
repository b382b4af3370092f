using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Site;

/// <summary>What was wrong with a query, kept for the page that says so.</summary>
public sealed record BadQuery(IReadOnlyDictionary<string, string[]> Errors)
{
    public const string ApiPrefix = "/api";

    /// <summary>Problem details for the API, and for a file unless a browser asks for it; else the status page tells the errors in words.</summary>
    public static Task AnswerAsync(HttpContext context, Dictionary<string, string[]> errors)
    {
        if (context.Request.Path.StartsWithSegments(ApiPrefix, StringComparison.Ordinal) || !IsPage(context) && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return TypedResults.ValidationProblem(errors, title: "The query cannot be answered as it stands.").ExecuteAsync(context);
        context.Features.Set(new BadQuery(errors));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null;
}

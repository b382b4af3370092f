namespace SanctuaryTracker.Site;

/// <summary>What the API says with a 404: where to find what there is.</summary>
public static class NotInApi
{
    public static void Tell(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is not { Status: StatusCodes.Status404NotFound, Detail: null } problem)
            return;
        var path = context.HttpContext.Request.Path.ToString();
        problem.Detail = context.HttpContext.GetEndpoint() is null
            ? $"There is no address {path}; /swagger shows those that there are."
            : $"There is nothing at {path}; {ListAbove(path)} lists what there is.";
    }

    /// <summary><c>/api/v1/letters</c>, of whatever lies beneath it.</summary>
    private static string ListAbove(string path) => string.Join('/', path.Split('/').Take(4));
}

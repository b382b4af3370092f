namespace SanctuaryTracker.Site;

/// <summary>Addresses that readers take away, made from the host that their request names.</summary>
public static class Addresses
{
    extension(HttpRequest request)
    {
        /// <summary>The site as the visitor names it: <c>https://example.org</c>.</summary>
        public string Site => $"{request.Scheme}://{request.Host.ToUriComponent()}";

        public string Absolute(string path) => request.Site + path;
    }

    /// <summary>Refuses a request that names no host of which an address can be made.</summary>
    public static void UseNamedHost(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Uri.TryCreate(context.Request.Site, UriKind.Absolute, out _))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}

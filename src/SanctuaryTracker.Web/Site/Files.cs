namespace SanctuaryTracker.Site;

public static class Files
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    extension(IEndpointRouteBuilder site)
    {
        /// <summary>A file, which answers to HEAD too, as pages do.</summary>
        public RouteHandlerBuilder MapFile(string path, Delegate handler) => site.MapMethods(path, Reading, handler);

        /// <summary>One that takes the request as it is, whatever is asked.</summary>
        public IEndpointConventionBuilder MapFile(string path, RequestDelegate handler) => site.MapMethods(path, Reading, handler);
    }
}

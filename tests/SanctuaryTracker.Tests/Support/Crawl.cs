using System.Net;
using AngleSharp.Html.Dom;

namespace SanctuaryTracker.Tests.Support;

/// <summary>A page that was found by following links.</summary>
public sealed record CrawledPage(string Path, string Html, IHtmlDocument Document);

/// <summary>Every page that links lead to, from the front page on, and the links that lead nowhere.</summary>
public sealed record Crawl(IReadOnlyList<CrawledPage> Pages, IReadOnlyList<string> Broken)
{
    private const int MaxQuestionsOfOneList = 12;
    private const int MaxFormsOfOneShape = 2;

    public static async Task<Crawl> OfAsync(HttpClient client)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["/"] = "the start" };
        var open = new Queue<string>(["/"]);
        var broken = new List<string>();
        var pages = new List<CrawledPage>();
        while (open.TryDequeue(out var path))
        {
            using var answer = await client.GetAsync(path);
            if (answer.StatusCode == HttpStatusCode.Redirect && path.StartsWith("/desk", StringComparison.Ordinal))
                continue;
            if (answer.StatusCode != HttpStatusCode.OK)
                broken.Add($"{path}, linked from {known[path]}, answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || path.StartsWith("/swagger", StringComparison.Ordinal))
                continue;
            var page = new CrawledPage(path, await answer.Content.ReadAsStringAsync(), await Form.ReadAsync(answer));
            pages.Add(page);
            foreach (var link in page.Document.QuerySelectorAll("a[href], link[href], script[src], img[src], iframe[src], use[href], form[action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!))
                if (link.StartsWith('/') && link.Split('#')[0] is var target && !known.ContainsKey(target) && IsNew(target, known.Keys))
                {
                    known.Add(target, path);
                    open.Enqueue(target);
                }
        }
        return new(pages, broken);
    }

    /// <summary>The address without what it names: the desk has the same forms for every record.</summary>
    private static string Shape(string path) => path.Split('/') is ["", "desk", var kind, _, .. var rest] ? $"/desk/{kind}/*/{string.Join('/', rest)}" : path;

    /// <summary>Lists link to themselves with other filters without end; some of them stand for the rest.</summary>
    private static bool IsNew(string target, IEnumerable<string> known) =>
        target.StartsWith("/desk/", StringComparison.Ordinal) ? known.Count(k => Shape(k) == Shape(target)) < MaxFormsOfOneShape :
        !target.Contains('?', StringComparison.Ordinal) || known.Count(k => k.Contains('?', StringComparison.Ordinal) && k.Split('?')[0] == target.Split('?')[0]) < MaxQuestionsOfOneList;
}

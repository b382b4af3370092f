using System.Net;
using AngleSharp.Dom;

namespace SanctuaryTracker.Tests.Site;

public sealed class CrawlTests(Seeded seeded)
{
    private const int MaxQuestionsOfOneList = 12;

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere_and_every_page_is_whole()
    {
        var app = await seeded.AppAsync();
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["/"] = "the start" };
        var open = new Queue<string>(["/"]);
        var wrong = new List<string>();
        var pages = 0;
        while (open.TryDequeue(out var path))
        {
            using var answer = await app.Client.GetAsync(path);
            if (answer.StatusCode == HttpStatusCode.Redirect && path.StartsWith("/desk", StringComparison.Ordinal))
                continue;
            if (answer.StatusCode != HttpStatusCode.OK)
                wrong.Add($"{path}, linked from {known[path]}, answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || path.StartsWith("/swagger", StringComparison.Ordinal))
                continue;
            pages++;
            var page = await Form.ReadAsync(answer);
            wrong.AddRange(Faults(page).Select(fault => $"{path}: {fault}"));
            foreach (var link in page.QuerySelectorAll("a[href], link[href], script[src], img[src], use[href], form[action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!))
                if (link.StartsWith('/') && link.Split('#')[0] is var target && !known.ContainsKey(target) && IsNew(target, known.Keys))
                {
                    known.Add(target, path);
                    open.Enqueue(target);
                }
        }

        wrong.Should().BeEmpty();
        pages.Should().BeGreaterThan(60, "every record has a page");
    }

    /// <summary>Lists link to themselves with other filters without end; some of them stand for the rest.</summary>
    private static bool IsNew(string target, IEnumerable<string> known) =>
        !target.Contains('?', StringComparison.Ordinal) || known.Count(k => k.Contains('?', StringComparison.Ordinal) && k.Split('?')[0] == target.Split('?')[0]) < MaxQuestionsOfOneList;

    private static IEnumerable<string> Faults(IDocument page)
    {
        if (page.QuerySelectorAll("h1").Length != 1)
            yield return $"{page.QuerySelectorAll("h1").Length} main headings";
        if (string.IsNullOrWhiteSpace(page.Title))
            yield return "no title";
        if (page.DocumentElement.GetAttribute("lang") is not "en")
            yield return "no language";
        if (page.QuerySelectorAll("main").Length != 1)
            yield return "no main part";
        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"the id {twice.Key} is there twice";
        foreach (var link in page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => id.Length > 0 && page.GetElementById(id) is null))
            yield return $"nothing has the id {link}";
        if (page.QuerySelectorAll("[style], [onclick], script:not([src])").Length > 0)
            yield return "inline style or script, which the site's own policy blocks";
    }
}

using AngleSharp.Dom;

namespace SanctuaryTracker.Tests.Site;

public sealed class CrawlTests(Seeded seeded)
{
    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere_and_every_page_is_whole()
    {
        var crawl = await Crawl.OfAsync((await seeded.AppAsync()).Client);

        crawl.Broken.Concat(crawl.Pages.SelectMany(page => Faults(page.Document).Select(fault => $"{page.Path}: {fault}"))).Should().BeEmpty();
        crawl.Pages.Should().HaveCountGreaterThan(60, "every record has a page");
    }

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

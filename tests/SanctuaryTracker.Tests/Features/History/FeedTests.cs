using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;

namespace SanctuaryTracker.Tests.Features.History;

public sealed class FeedTests
{
    [Theory]
    [InlineData("/changes")]
    [InlineData("/corrections")]
    public async Task A_feed_tells_what_its_page_tells_with_whole_addresses(string page)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        await app.ApplyAsync(new Change("Ada & co", "Seen <again>", ChangeOrigin.Form, [await app.DraftAsync<LetterContent>("denver", l => l.Subject = "Records")], "It had no subject"));
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "More records");

        var feed = await ReadAsync(app, $"{page}.atom");
        var html = await app.GetHtmlAsync(page);

        html.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href").Should().Be($"{page}.atom");
        feed.Items.Select(i => i.Links.Single().Uri.AbsolutePath).Should().Equal(html.QuerySelectorAll(".changes > li > .meta:first-child a").Select(a => a.GetAttribute("href")));
        feed.Items.SelectMany(i => i.Links).Concat(feed.Links).Select(l => l.Uri.GetLeftPart(UriPartial.Authority)).Should().AllBe(app.Address.GetLeftPart(UriPartial.Authority));
        feed.Items.Select(i => i.Id).Append(feed.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => Uri.IsWellFormedUriString(id, UriKind.Absolute));
        var corrected = feed.Items.Single(i => i.Authors[0].Name == "Ada & co");
        corrected.Title.Text.Should().Be("It had no subject");
        corrected.Summary.Text.Should().Contain("Seen <again>").And.Contain("Denver");
        corrected.LastUpdatedTime.Should().Be(app.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("/changes.atom")]
    [InlineData("/corrections.atom")]
    public async Task A_feed_is_sent_again_only_when_the_record_has_changed(string path)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        using var first = await app.Client.GetAsync(path);
        var known = first.Headers.ETag!;

        (await StatusAsync()).Should().Be(HttpStatusCode.NotModified);
        await app.WithdrawAsync(RecordKind.Letter, "denver");
        (await StatusAsync()).Should().Be(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(known.Tag));
            using var answer = await app.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_feed_of_nothing_is_a_feed_and_one_with_questions_is_refused()
    {
        await using var app = await TrackerApp.WithAsync();

        (await ReadAsync(app, "/corrections.atom")).Items.Should().BeEmpty();
        await app.GetTextAsync("/changes.atom?colour=red", HttpStatusCode.BadRequest);
    }

    private static async Task<SyndicationFeed> ReadAsync(TrackerApp app, string path)
    {
        using var answer = await app.Client.GetAsync(path);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/atom+xml");
        using var xml = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        return SyndicationFeed.Load(xml);
    }
}

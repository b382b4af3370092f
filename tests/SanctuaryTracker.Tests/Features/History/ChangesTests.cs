using System.Net;
using SanctuaryTracker.Features.History;

namespace SanctuaryTracker.Tests.Features.History;

public sealed class ChangesTests
{
    [Fact]
    public async Task Each_change_is_listed_with_what_became_of_its_records_at_both_doors()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"));
        await app.ReviseAsync<StatementContent>("said", s => s.Headline = "Said in other words");
        await app.WithdrawAsync(RecordKind.Statement, "said", "It was never said");
        await app.ApplyAsync("It was said after all", Given.Statement("said").Edit);

        var changes = await app.GetAsync<Paged<ChangeItem>>("/api/v1/changes");
        var page = await app.GetHtmlAsync("/changes");

        changes.Items.Select(c => (c.Number, c.Reason, c.Records[0].Became)).Should().Equal(
            (4, "It was said after all", Became.PublishedAgain), (3, "It was never said", Became.Withdrawn), (2, "A test's reason", Became.Changed), (1, "A test's reason", Became.New));
        page.QuerySelectorAll(".changes > li").Select(li => li.QuerySelector("a")!.GetAttribute("href")).Should().Equal("/changes/4", "/changes/3", "/changes/2", "/changes/1");
        page.QuerySelector(".changes > li:nth-child(2)")!.TextContent.Should().Contain("It was never said").And.Contain("An editor").And.Contain("withdrawn");
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_and_is_filtered_by_kind_and_origin()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"), Given.Statement("said"));
        await app.ReviseAsync<JurisdictionContent>("denver", p => p.State = "CO");
        await app.ApplyAsync(new Change("An import", "A list", ChangeOrigin.Import, [await app.DraftAsync<JurisdictionContent>("denver", p => p.Geoid = "0820000"), await app.DraftAsync<StatementContent>("said", s => s.Office = "Mayor")]));

        var first = await app.GetAsync<Paged<ChangeItem>>("/api/v1/changes?limit=2");
        var rest = await app.GetAsync<Paged<ChangeItem>>($"/api/v1/changes?limit=2&cursor={first.Next}");

        (first.Total, first.Items[0].Number, first.Items[1].Number, rest.Items.Single().Number, rest.Next).Should().Be((3, 3, 2, 1, null));
        (await NumbersAsync("kind=Statement")).Should().Equal(3, 1);
        (await NumbersAsync("origin=Import")).Should().Equal(3);
        (await NumbersAsync("kind=Letter")).Should().BeEmpty();

        async Task<IEnumerable<int>> NumbersAsync(string query) => (await app.GetAsync<Paged<ChangeItem>>($"/api/v1/changes?{query}")).Items.Select(c => c.Number);
    }

    [Fact]
    public async Task A_change_tells_field_by_field_what_it_made_different_with_words_marked_and_never_run()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => (l.Subject, l.Copies) = ("Records of arrests", [new() { Key = "mayor", Person = "A. Mayor" }, new() { Key = "clerk", Person = "A. Clerk" }])));
        await app.ReviseAsync<LetterContent>("denver", l =>
        {
            l.Subject = "Records of <b>every</b> arrests";
            l.ReplyDueOn = Given.On("2018-02-23");
            l.Copies[0].Office = "Mayor";
            l.Copies.RemoveAt(1);
            l.Citations.Add(Given.Cited("subject", paragraph: 7, with: c => c.Key = "paper-7"));
        });

        var told = (await app.GetAsync<ChangeDetail>("/api/v1/changes/2")).Records.Single();
        var page = await app.GetHtmlAsync("/changes/2");

        told.Differences.Select(d => (d.Field, d.Before, d.After)).Should().BeEquivalentTo(new (string, string?, string?)[]
        {
            ("subject", "Records of arrests", "Records of <b>every</b> arrests"), ("reply_due_on", null, "2018-02-23"), ("copies/mayor/office", null, "Mayor"),
            ("copies/clerk", "person: A. Clerk", null), ("citations/paper-7", null, "field: subject; source: paper; paragraph: 7; basis: Stated; bearing: Supports"),
        });
        page.QuerySelectorAll(".diff tbody tr").Should().HaveCount(5);
        var subject = page.QuerySelectorAll(".diff tr").First(row => row.TextContent.StartsWith("Subject", StringComparison.Ordinal));
        subject.QuerySelectorAll("del").Should().BeEmpty();
        subject.QuerySelector("ins")!.TextContent.Trim().Should().Be("<b>every</b>");
        page.QuerySelectorAll(".diff b").Should().BeEmpty();
    }

    [Fact]
    public async Task A_large_change_is_told_a_page_at_a_time_and_says_how_much_there_is()
    {
        await using var app = await TrackerApp.WithAsync([.. Enumerable.Range(1, 50).Select(n => Given.Place($"place-{n:00}"))]);

        var list = await app.GetHtmlAsync("/changes");
        var first = await app.GetAsync<ChangeDetail>("/api/v1/changes/1");
        var last = await app.GetAsync<ChangeDetail>($"/api/v1/changes/1?from={HistoryQueries.RecordsOnPage * 2 + 1}");
        var beyond = await app.GetHtmlAsync("/changes/1?from=4711");

        list.QuerySelector(".changes")!.TextContent.Should().Contain("and 46 others");
        first.Records.Select(r => r.Record.Slug).Should().HaveCount(HistoryQueries.RecordsOnPage).And.OnlyHaveUniqueItems().And.NotIntersectWith(last.Records.Select(r => r.Record.Slug));
        (first.Change.RecordCount, first.Next, last.Records.Count, last.Next).Should().Be((51, HistoryQueries.RecordsOnPage + 1, 11, null));
        (await app.GetHtmlAsync("/changes/1")).QuerySelector("main")!.TextContent.Should().Contain($"Records 1 to {HistoryQueries.RecordsOnPage} of 51");
        beyond.QuerySelector("main")!.TextContent.Should().Contain("no record 4711");
    }

    [Theory]
    [InlineData("/changes/2", HttpStatusCode.NotFound)]
    [InlineData("/changes/0", HttpStatusCode.NotFound)]
    [InlineData("/changes/1?from=0", HttpStatusCode.BadRequest)]
    [InlineData("/changes/1?from=many", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_said_at_both_doors(string path, HttpStatusCode status)
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));

        await app.GetHtmlAsync(path, status);
        await app.GetJsonAsync($"/api/v1{path}", status);
    }

    [Fact]
    public async Task Every_kind_of_record_has_a_history_with_what_differs_from_version_to_version()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal), Given.Statement("said"), Given.Lawsuit("suit"));
        await app.ReviseAsync<SourceContent>(Given.Paper, s => s.Note = "Marked");
        await app.ReviseAsync<JurisdictionContent>("denver", p => p.OtherNames = ["Marked"]);
        await app.ReviseAsync<CampaignContent>(Given.Round, c => c.Laws = ["Marked"]);
        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Marked");
        await app.ReviseAsync<LawsuitContent>("suit", l => l.AtStake = "Marked");
        await app.ReviseAsync<StatementContent>("said", s => s.Summary = "Marked");
        await app.ReviseAsync<ResponseContent>("denver", r => r.Summary = "Marked");
        foreach (var (kind, slug) in await app.ReadAsync(db => db.Records.Select(r => new ValueTuple<RecordKind, string>(r.Kind, r.Slug)).ToListAsync()))
        {
            var record = await app.GetHtmlAsync($"/{kind.Path}/{slug}");
            record.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().Contain($"/{kind.Path}/{slug}/history");
            var history = await app.GetHtmlAsync($"/{kind.Path}/{slug}/history");
            history.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal("Version 2", "Version 1: new");
            history.QuerySelectorAll(".diff ins").Select(i => i.TextContent).Should().Equal("Marked");
        }
    }

    [Fact]
    public async Task A_long_history_goes_on_and_that_of_a_withdrawn_record_stays()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));
        for (var i = 0; i <= HistoryQueries.RecordsOnPage; i++)
            await app.ReviseAsync<JurisdictionContent>("denver", p => p.OtherNames = [$"Name {i}"]);
        await app.WithdrawAsync(RecordKind.Jurisdiction, "denver", "There is none");

        var newest = await app.GetHtmlAsync("/jurisdictions/denver/history");
        var older = await app.GetHtmlAsync(newest.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        newest.QuerySelector("main h2")!.TextContent.Should().Be("Version 23: withdrawn");
        newest.QuerySelector("main")!.TextContent.Should().Contain("There is none");
        older.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal("Version 3", "Version 2", "Version 1: new");
        older.QuerySelector("a[rel=next]").Should().BeNull();
    }

    [Theory]
    [InlineData("/letters/atlantis/history")]
    [InlineData("/places/denver/history")]
    [InlineData("/letters/%3Cscript%3E/history")]
    [InlineData("/jurisdictions/denver/history?before=1")]
    public async Task There_is_no_history_of_what_never_was(string path)
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));

        await app.GetHtmlAsync(path, HttpStatusCode.NotFound);
    }
}

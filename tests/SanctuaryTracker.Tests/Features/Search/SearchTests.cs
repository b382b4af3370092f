using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SanctuaryTracker.Features.Search;

namespace SanctuaryTracker.Tests.Features.Search;

public sealed class SearchTests
{
    [Fact]
    public async Task Every_word_has_to_occur_whatever_its_case_accents_and_quotes()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Letter("denver", with: l => (l.Subject, l.Citations[0].Quotations) = ("Résumé of records", ["we won’t comply"])), Given.Letter("boston", with: l => l.Subject = "Records"));

        (await FindAsync(app, "RESUME records")).Items.Should().ContainSingle().Which.Record.Slug.Should().Be("denver");
        (await FindAsync(app, "re\u0301sume\u0301")).Total.Should().Be(1, "an accent may be a character of its own");
        (await FindAsync(app, "won't comply")).Total.Should().Be(1);
        (await FindAsync(app, "wont the comply")).Total.Should().Be(1, "small words are passed over");
        (await FindAsync(app, "records boycott")).Total.Should().Be(0);
        (await FindAsync(app, "%")).Total.Should().Be(0);
        (await FindAsync(app, " ")).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData("compl", "complies", "compliance", "complained", "comply")]
    [InlineData("complies", "complies", "comply")]
    [InlineData("comply", "complies", "comply")]
    [InlineData("city", "city", "cities")]
    [InlineData("refusing", "refuse", "refused")]
    [InlineData("demanded", "demands")]
    [InlineData("co")] // two letters are a word
    public async Task A_word_is_found_by_its_beginning_and_in_its_other_forms(string asked, params string[] found)
    {
        string[] words = ["complies", "compliance", "comply", "complained", "city", "cities", "citizens", "refuse", "refused", "demands"];
        await using var app = await TrackerApp.WithAsync([.. words.Select(word => Given.Statement(word, with: s => (s.Headline, s.Summary) = ("Said", word)))]);

        var slugs = (await FindAsync(app, asked)).Items.Select(i => i.Record.Slug).ToList();

        slugs.Should().BeEquivalentTo(found);
    }

    [Fact]
    public async Task A_phrase_in_quotation_marks_is_found_only_as_it_stands()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Statement("one", with: s => s.Summary = "It withholds police grants."), Given.Statement("two", with: s => s.Summary = "It grants police powers."), Given.Statement("three", with: s => (s.Office, s.Summary) = ("Police", "Grants are withheld.")));

        (await SlugsAsync(app, "\"police grants\"")).Should().Equal("one");
        (await SlugsAsync(app, "“police grants” withholds")).Should().Equal("one");
        (await SlugsAsync(app, "police grants")).Should().Equal(["one", "three", "two"], "where the words stand together comes first");
        (await SlugsAsync(app, "\"police gran\"")).Should().BeEmpty("nothing of a phrase is left out");
        Marked((await FindAsync(app, "\"police grants\"")).Items[0]).Should().Equal("police grants");
    }

    [Theory]
    [InlineData("2:17-cv-04642")]
    [InlineData("2:17-CV-4642")]
    [InlineData("2:17 cv 04642")]
    [InlineData("17cv4642")]
    [InlineData("17-cv-04642")]
    [InlineData("04642")]
    [InlineData("4642")]
    public async Task A_docket_number_is_found_first_however_it_is_spaced_and_by_its_parts(string asked)
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Statement("aside", with: s => (s.Headline, s.Summary) = ("A case", "In 2:17-cv-04642 the court ruled.")), Given.Lawsuit("zealous", l => (l.Court, l.DocketNumber) = ("cand", "2:17-cv-04642")), Given.Lawsuit("other", l => (l.Court, l.DocketNumber) = ("cand", "2:17-cv-07215")));

        var found = await SlugsAsync(app, asked);

        found.Should().Equal("zealous", "aside");
    }

    [Fact]
    public async Task Whole_names_come_first_then_names_with_the_words_then_other_texts_each_by_title()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Statement("a", with: s => (s.Headline, s.Summary) = ("Also said", "About Orange.")), Given.Statement("b", with: s => s.Headline = "Orange is named"), Given.Place("orange", p => p.State = "CA"),
            Given.Place("orange-county", p => p.State = "CA"), Given.Statement("c", with: s => s.Headline = "A word on Orange"));

        (await SlugsAsync(app, "orange")).Should().Equal("orange", "c", "orange-county", "b", "a");
    }

    [Fact]
    public async Task A_places_other_names_find_what_its_name_finds()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Place("los-angeles", p => p.OtherNames = ["L.A.", "City of Angels"]), Given.Place("la-crosse"), Given.Statement("spelt", with: s => s.Summary = "The mayor of Los Angeles objects."), Given.Statement("short", with: s => s.Summary = "The LA mayor objects."),
            Given.Statement("pointed", with: s => s.Summary = "The L.A. mayor’s office objects."), Given.Statement("angels", with: s => s.Summary = "The mayor of the City of Angels objects."), Given.Statement("crosse", with: s => s.Summary = "The mayor of La Crosse objects."));
        string[] all = ["angels", "los-angeles", "pointed", "short", "spelt"];

        foreach (var name in new[] { "L.A.", "Los Angeles", "los ángeles", "City of Angels" })
            (await SlugsAsync(app, name)).Order(StringComparer.Ordinal).Should().Equal(all, "{0} is Los Angeles", name);
        (await SlugsAsync(app, "la")).Should().Contain(all).And.Contain("la-crosse", "it may be meant so");
        (await SlugsAsync(app, "L.A. mayor"))[..4].Should().BeEquivalentTo("angels", "pointed", "short", "spelt");
        (await SlugsAsync(app, "L.A."))[0].Should().Be("los-angeles");
        (await SlugsAsync(app, "\"Los Angeles\"")).Should().BeEquivalentTo("los-angeles", "spelt");
    }

    [Fact]
    public async Task The_sender_is_found_by_each_of_its_names()
    {
        await using var app = await TrackerApp.WithSeedAsync();

        var all = (await SlugsAsync(app, "Justice Department")).Order(StringComparer.Ordinal).ToList();

        all.Should().Contain("document-requests-2018-01").And.Contain("new-york-de-blasio-boycott");
        foreach (var name in new[] { "DOJ", "D.O.J.", "department of justice" })
            (await SlugsAsync(app, name)).Order(StringComparer.Ordinal).Should().Equal(all, "{0} is the same", name);
    }

    [Theory]
    [InlineData("NYC", "new-york-ny")]
    [InlineData("Frisco", "san-francisco-ca")]
    [InlineData("san fran", "san-francisco-ca")]
    [InlineData("L.A.", "los-angeles-ca")]
    [InlineData("Philly", "philadelphia-pa")]
    public async Task A_well_known_name_finds_its_place_whether_or_not_a_source_has_it(string asked, string place)
    {
        await using var app = await TrackerApp.WithSeedAsync();

        var found = await FindAsync(app, asked);
        found.Items[0].Record.Path.Should().Be($"/jurisdictions/{place}");
        found.Respellings.Should().BeEmpty();
        (await SuggestAsync(app, asked)).Should().StartWith([$"jurisdictions/{place}"]);
        (await app.GetJsonAsync($"/api/v1/jurisdictions/{place}")).GetProperty("other_names").GetRawText().Should().NotContainAny("NYC", "Frisco", "Fran", "Philly");
        (await app.GetAsync<Paged<JurisdictionName>>($"/api/v1/jurisdictions?q={Uri.EscapeDataString(asked)}")).Items.Should().Contain(j => j.Slug == place);
    }

    [Fact]
    public async Task A_name_that_the_record_has_in_another_form_only_is_said_to_be_another_name()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("king-county"), Given.Statement("said", with: s => s.Summary = "Cities of one kind."));

        (await FindAsync(app, "Kings County")).Respellings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Written = "Kings", Used = "King" });
        (await app.GetHtmlAsync("/search?q=Kings+County")).QuerySelector("main")!.TextContent.Should().Contain("No record has “Kings”; these have “King”, the nearest word of the record, which may be another name.");
        (await FindAsync(app, "\"Kings County\"")).Total.Should().Be(0);
        (await FindAsync(app, "King County")).Respellings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_misspelt_word_that_nothing_has_is_corrected_and_that_is_said()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("seattle"), Given.Letter("seaside"), Given.Statement("said", with: s => s.Summary = "Of Chicago."));

        var found = await FindAsync(app, "leter Seatle");
        found.Respellings.Select(c => (c.Written, c.Used)).Should().Equal(("leter", "Letter"), ("Seatle", "Seattle"));
        found.Items[0].Record.Slug.Should().Be("seattle");
        (await FindAsync(app, "Chicgao")).Respellings.Should().ContainSingle().Which.Used.Should().Be("Chicago");
        (await FindAsync(app, "\"Seatle\"")).Should().BeEquivalentTo(new Found([], 0, [], []), "what is quoted is meant");
        (await FindAsync(app, "seattle chicago")).Respellings.Should().BeEmpty("both words are there, though not together");
        (await FindAsync(app, "qwertyuiop")).Respellings.Should().BeEmpty("nothing is near");
        (await app.GetHtmlAsync("/search?q=Seatle")).QuerySelector("main")!.TextContent.Should().Contain("No record has “Seatle”; these have “Seattle”");

        await app.WithdrawAsync(RecordKind.Statement, "said");
        (await FindAsync(app, "Chicgao")).Should().BeEquivalentTo(new Found([], 0, [], []), "a respelling is only to what is still there");
    }

    [Fact]
    public async Task What_was_found_is_marked_where_it_stands()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said", with: s => s.Summary = $"{string.Join(' ', Enumerable.Repeat("Vorspann", 60))} 🗽 Über-Sanctuary {string.Join(' ', Enumerable.Repeat("Nachspann", 60))}"));

        var hit = (await FindAsync(app, "uber sanctuary said")).Items.Should().ContainSingle().Which;

        Marked(hit).Should().Equal("Über", "Sanctuary");
        hit.TitleMarks.Select(m => hit.Record.Title.Substring(m.Start, m.Length)).Should().Equal("Said", "said");
        hit.Passage.Length.Should().BeLessThan(400);
    }

    [Fact]
    public async Task A_word_in_a_text_without_spaces_is_found_in_its_place()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Demand = $"see https://records.example/{new string('x', 300)}/needle"));

        Marked((await FindAsync(app, "needle")).Items.Should().ContainSingle().Which).Should().Equal("needle");
    }

    [Fact]
    public async Task Counts_of_every_kind_are_given_whichever_was_asked_for_and_are_those_of_the_lists()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal), Given.Letter("aurora"), Given.Letter("boulder"));

        var found = await app.GetAsync<Found>("/api/v1/search?q=letter denver&kind=Letter");
        found.Kinds.Select(k => (k.Kind, k.Count)).Should().Equal((RecordKind.Letter, 1));

        var all = await FindAsync(app, "letter");
        all.Total.Should().Be(all.Kinds.Sum(k => k.Count)).And.Be(all.Items.Count);
        foreach (var kind in all.Kinds)
            (await app.GetAsync<Found>($"/api/v1/search?q=letter&kind={kind.Kind}")).Should().BeEquivalentTo(new { Total = kind.Count, all.Kinds, Items = all.Items.Where(i => i.Record.Kind == kind.Kind) });
        var pages = new List<string>();
        for (var page = 1; page <= all.Total; page++)
            pages.Add((await app.GetAsync<Found>($"/api/v1/search?q=letter&limit=1&page={page}")).Items.Should().ContainSingle().Which.Record.Path);
        pages.Should().Equal(all.Items.Select(i => i.Record.Path), "pages neither shuffle nor skip");
    }

    [Fact]
    public async Task What_was_edited_away_or_withdrawn_is_found_no_more()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Subject = "Xylophones"), Given.Statement("zither"));
        (await FindAsync(app, "xylophones")).Total.Should().Be(1);

        await app.ReviseAsync<LetterContent>("denver", l => l.Subject = "Records");
        await app.WithdrawAsync(RecordKind.Statement, "zither");

        (await FindAsync(app, "xylophones")).Total.Should().Be(0);
        (await FindAsync(app, "zither")).Total.Should().Be(0);
        (await FindAsync(app, "records")).Total.Should().Be(1);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\" OR \"")]
    [InlineData("* ( ) ^ : + - NEAR( {Names} :")]
    [InlineData("NEAR(denver seattle, 5)")]
    [InlineData("denver* AND NOT -seattle")]
    [InlineData("Names : denver")]
    [InlineData("a' & !b | <-> :*")]
    [InlineData("🗽 Сенат 参議院 łódź")]
    [InlineData("\\ \\' %_")]
    public async Task Whatever_is_asked_is_only_ever_words(string asked)
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));

        var act = async () => (await FindAsync(app, asked), await SuggestAsync(app, asked), await FindAsync(app, string.Concat(Enumerable.Repeat(asked, 200))[..200].TrimEnd('\ud83d')));

        await act.Should().NotThrowAsync();
        app.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Suggestions_are_records_with_a_name_that_has_words_beginning_so_places_first()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("los-angeles"), Given.Place("san-francisco", p => p.OtherNames = ["Frisco", "S.F."]), Given.Statement("san", with: s => (s.Headline, s.Summary) = ("About a place", "San Francisco")));

        (await SuggestAsync(app, "lo")).Should().Equal("jurisdictions/los-angeles", "letters/los-angeles");
        (await SuggestAsync(app, "Ang")).Should().Equal("jurisdictions/los-angeles", "letters/los-angeles");
        (await SuggestAsync(app, "frisc")).Should().Equal("jurisdictions/san-francisco");
        (await SuggestAsync(app, "sf")).Should().Equal("jurisdictions/san-francisco");
        (await SuggestAsync(app, "san fr")).Should().Equal("jurisdictions/san-francisco");
        (await SuggestAsync(app, "")).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_speaks_is_suggested_by_name_and_found_before_whoever_only_mentions_them()
    {
        await using var app = await TrackerApp.WithAsync(
            Given.Statement("mentioned", with: s => s.Summary = "Of Mayor Durkan it is said that she sues."), Given.Response("seattle", with: r => r.Speakers = [new() { Name = "Jenny Durkan", Office = "Mayor" }]));

        (await SuggestAsync(app, "durk")).Should().Equal("responses/seattle");
        (await SlugsAsync(app, "durkan")).Should().Equal("seattle", "mentioned");
    }

    [Fact]
    public async Task Made_again_from_the_log_the_record_is_found_by_the_same_words()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal), Given.Statement("error"));
        await app.WithdrawAsync(RecordKind.Statement, "error");
        var before = await FindAsync(app, "denver");

        await app.InScopeAsync(services => services.GetRequiredService<Rebuild>().RunAsync(null, default));

        (await FindAsync(app, "denver")).Should().BeEquivalentTo(before).And.Match<Found>(f => f.Total > 1);
        (await FindAsync(app, "error")).Total.Should().Be(0);
    }

    [Fact]
    public async Task A_database_of_before_this_search_is_searchable_when_it_has_been_migrated()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver"));
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TrackerDb>();
            var before = db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_Search", StringComparison.Ordinal)).Last();
            await db.GetService<IMigrator>().MigrateAsync(before);
            await services.GetRequiredService<Preparation>().MigrateAsync(default);
            return 0;
        });

        (await SlugsAsync(app, "denver")).Should().HaveCount(2);
        (await FindAsync(app, "denvre")).Respellings.Should().ContainSingle();
        await app.ReviseAsync<JurisdictionContent>("denver", j => j.OtherNames = ["Mile High"]);
        (await SlugsAsync(app, "\"mile high\"")).Should().Equal("denver");
    }

    private static Task<Found> FindAsync(TrackerApp app, string words) => app.GetAsync<Found>($"/api/v1/search?q={Uri.EscapeDataString(words)}");

    private static async Task<List<string>> SlugsAsync(TrackerApp app, string words) => [.. (await FindAsync(app, words)).Items.Select(i => i.Record.Slug)];

    private static async Task<IEnumerable<string>> SuggestAsync(TrackerApp app, string words) =>
        (await app.GetAsync<List<RecordPath>>($"/api/v1/suggestions?q={Uri.EscapeDataString(words)}")).Select(r => r.Path[1..]);

    private static IEnumerable<string> Marked(Hit hit) => hit.Marks.Select(m => hit.Passage.Substring(m.Start, m.Length));

    private sealed record RecordPath(string Path);

    private sealed record JurisdictionName(string Slug);

    [Fact]
    public async Task What_was_done_is_found_by_the_word_that_the_record_has_for_it()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Boycott), Given.Lawsuit("suit", l => l.Events = [new() { Kind = LawsuitEventKind.Ruling, Summary = "The court grants it in part" }]));

        (await FindAsync(app, "denver boycott")).Items.Should().ContainSingle().Which.Record.Kind.Should().Be(RecordKind.Response);
        (await FindAsync(app, "ruling")).Items.Should().ContainSingle().Which.Record.Kind.Should().Be(RecordKind.Lawsuit);
    }
}

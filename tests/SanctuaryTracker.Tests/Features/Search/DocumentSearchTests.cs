using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SanctuaryTracker.Features.Search;

namespace SanctuaryTracker.Tests.Features.Search;

public sealed class DocumentSearchTests
{
    private static readonly string[] Pages = ["Dear Mr. Hancock:\nProduce the responsive\nrecords.", "The grant will be de-\nmanded back under\n8 U.S.C. 1373 <b>at once</b>."];

    [Fact]
    public async Task A_word_of_an_attached_page_finds_its_record_and_says_which_page_of_which_document()
    {
        var file = Files.Pdf(Pages);
        await using var app = await LetterAsync(file, "Letter 1.pdf", d => d.Title = "The letter itself");

        var hit = (await FindAsync(app, "grants back")).Items.Should().ContainSingle().Which;
        var page = await app.GetHtmlAsync("/search?q=grant+back");

        hit.Record.Path.Should().Be("/letters/denver");
        hit.Document.Should().Be(new DocumentPlace("Letter 1.pdf", "The letter itself", 2, $"/documents/{Files.Sha256(file)}/Letter%201.pdf#page=2"));
        hit.Marks.Select(m => hit.Passage.Substring(m.Start, m.Length)).Should().Equal("grant", "back");
        page.QuerySelector(".hits .meta + h2 + .meta")!.TextContent.Should().ContainAll("On page 2 of", "Letter 1.pdf", "The letter itself");
        page.QuerySelectorAll(".hits .passage mark").Select(m => m.TextContent).Should().Equal("grant", "back");
        page.QuerySelector(".hits .passage b").Should().BeNull("what a page prints is no markup");
        await app.GetTextAsync(hit.Document!.Path, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"responsive records\"", true)] // over the end of a line
    [InlineData("demanded", true)] // which the end of a line divides
    [InlineData("denver 1373", true)] // the one in the record's name, the other on the page
    [InlineData("hancock grant", false)] // on two pages
    [InlineData("\"responsive dear\"", false)]
    public async Task All_that_is_asked_for_has_to_stand_on_one_page(string asked, bool isFound)
    {
        await using var app = await LetterAsync(Files.Pdf(Pages), "letter.pdf");

        (await FindAsync(app, asked)).Total.Should().Be(isFound ? 1 : 0);
    }

    [Fact]
    public async Task A_plain_text_has_no_pages_and_a_text_that_a_machine_read_is_searched_too()
    {
        await using var app = await LetterAsync(Files.Text("Dear all\n\nWe object strenuously."), "reply.txt");
        var scan = await app.TakeAsync(Files.Recognized("Read off a photocopy"), "scan.pdf");
        await app.GivenAsync(Given.Letter("boston", with: l => l.Documents = [scan]));

        (await FindAsync(app, "strenuously")).Items.Single().Document.Should().BeEquivalentTo(new { FileName = "reply.txt", Page = (int?)null });
        (await FindAsync(app, "photocopy")).Items.Single().Document!.Page.Should().Be(1);
    }

    [Fact]
    public async Task What_is_held_is_never_found_nor_used_to_correct_a_word()
    {
        await using var app = await LetterAsync(Files.Text("A newspaper writes of pandemonium."), "article.txt", d => d.Held = true);

        (await FindAsync(app, "pandemonium")).Total.Should().Be(0);
        (await FindAsync(app, "pandemonum")).Respellings.Should().BeEmpty();
        await app.ReviseAsync<LetterContent>("denver", l => l.Documents[0].Held = false);
        (await FindAsync(app, "pandemonum")).Respellings.Should().ContainSingle().Which.Used.Should().Be("pandemonium");
        await app.ReviseAsync<LetterContent>("denver", l => l.Documents[0].Held = true);
        (await FindAsync(app, "pandemonium")).Total.Should().Be(0);
        (await FindAsync(app, "pandemonum")).Respellings.Should().BeEmpty();
    }

    [Fact]
    public async Task Removed_or_withdrawn_pages_are_found_no_more_and_records_own_words_come_first()
    {
        await using var app = await LetterAsync(Files.Pdf("About Orange", "Again: Orange"), "letter.pdf");
        await app.GivenAsync(Given.Statement("orange", "campaigns/round", s => s.Summary = "Of Orange."), Given.Statement("said", "campaigns/round", s => s.Summary = "Of Orange too."));
        var again = await app.TakeAsync(Files.Pdf("On Orange once more"), "orange.pdf");
        await app.ReviseAsync<StatementContent>("said", s => s.Documents = [again]);

        var found = (await FindAsync(app, "orange")).Items;
        found.Select(h => (h.Record.Slug, h.Document?.Page)).Should().Equal(("orange", null), ("said", null), ("denver", 1));
        await app.WithdrawAsync(RecordKind.Letter, "denver");
        await app.ReviseAsync<StatementContent>("said", s => (s.Summary, s.Documents) = ("Of another.", []));
        (await FindAsync(app, "orange")).Items.Select(h => h.Record.Slug).Should().Equal("orange");
        (await app.ReadAsync(db => db.PagePassages.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_renamed_place_finds_the_pages_of_its_letters_by_the_new_name()
    {
        await using var app = await LetterAsync(Files.Pdf(Pages), "letter.pdf");

        (await app.ReviseAsync<JurisdictionContent>("denver", p => p.Name = "Mile High")).Should().BeOfType<Outcome.Applied>();

        (await FindAsync(app, "mile 1373")).Items.Single().Document!.Page.Should().Be(2);
        (await FindAsync(app, "denver 1373")).Total.Should().Be(0);
    }

    [Fact]
    public async Task Made_again_from_the_log_or_by_another_edition_the_pages_are_the_same()
    {
        await using var app = await LetterAsync(Files.Pdf(Pages), "letter.pdf");
        var before = (await app.ReadAsync(Tables.ReadAsync))["PagePassage"];

        await app.InScopeAsync(services => services.GetRequiredService<Rebuild>().RunAsync(null, default));
        (await app.ReadAsync(Tables.ReadAsync))["PagePassage"].Should().Equal(before).And.HaveCount(2);

        await app.ReadAsync(async db => await db.PagePassages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Words, "old")) + await db.Passages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Edition, 0)));
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Preparation>().MigrateAsync(default);
            return true;
        });
        (await app.ReadAsync(Tables.ReadAsync))["PagePassage"].Should().Equal(before);
        (await FindAsync(app, "responsive")).Total.Should().Be(1);
    }

    private static async Task<TrackerApp> LetterAsync(byte[] file, string name, Action<DocumentContent>? with = null)
    {
        var app = await TrackerApp.WithAsync();
        var document = await app.TakeAsync(file, name, with);
        await app.GivenAsync(Given.Letter("denver", with: l => l.Documents = [document]));
        return app;
    }

    private static Task<Found> FindAsync(TrackerApp app, string words) => app.GetAsync<Found>($"/api/v1/search?q={Uri.EscapeDataString(words)}");
}

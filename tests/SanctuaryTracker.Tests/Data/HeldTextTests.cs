using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

/// <summary>Where a source's text is held, quotations have to stand in it.</summary>
public sealed class HeldTextTests
{
    private const string Article = "The mayor said “we will not comply,” and left.\n\n\"It's a ‘stunt’,\" she added—so far. Nobody  would say more.\n“And on.”\n";

    private static readonly string[] Filing =
    [
        $"UNITED STATES DISTRICT COURT\n{Filler}\nThe letter de-\nmands records of law-\nenforcement officers - all of them.", $"{Filler}\nThe office’s conditions are unlawful.", "Case 1:17-cv-05720 Filed 08/07/17",
    ];

    private const string Filler = "So much stands on this page that it is no mere stamp on a scan, but the words of the filing itself, one after the other.";

    [Theory]
    [InlineData(1, "we will not comply,")]
    [InlineData(2, "It’s a 'stunt',")]
    [InlineData(3, "And on.")]
    public async Task In_a_news_story_they_stand_between_quotation_marks_in_the_paragraph(int paragraph, string quotation) =>
        (await ProblemsAsync(Files.Text(Article), "article.txt", SourceKind.NewsStory, c => (c.Paragraph, c.Quotations) = (paragraph, [quotation]))).Should().BeEmpty();

    [Theory]
    [InlineData(1, "and left", "Paragraph 1 does not print between quotation marks: “and left”.")]
    [InlineData(1, "And on.", "Paragraph 1 does not print between quotation marks: “And on.”. Paragraph 3 does.")]
    [InlineData(2, "she added—so far", "Paragraph 2 does not print between quotation marks")]
    [InlineData(4, "And on.", "Paragraph 4 does not print")]
    public async Task Elsewhere_or_in_the_reporters_words_they_are_refused(int paragraph, string quotation, string message) =>
        (await ProblemsAsync(Files.Text(Article), "article.txt", SourceKind.NewsStory, c => (c.Paragraph, c.Quotations) = (paragraph, [quotation])))
            .Should().ContainSingle().Which.Should().Match<Problem>(p => p.Field == "citations[0].quotations" && p.Message.StartsWith(message));

    [Fact]
    public async Task A_primary_documents_own_words_need_no_quotation_marks()
    {
        (await ProblemsAsync(Files.Text(Article), "letter.txt", SourceKind.PrimaryDocument, c => (c.Paragraph, c.Quotations) = (2, ["she added - so far. Nobody would say"]))).Should().BeEmpty();
        (await ProblemsAsync(Files.Text(Article), "letter.txt", SourceKind.PrimaryDocument, c => (c.Paragraph, c.Quotations) = (1, ["we will comply"]))).Should().ContainSingle().Which.Message.Should().Be("Paragraph 1 does not have these words: “we will comply”.");
    }

    [Theory]
    [InlineData("1", "The letter demands records of law-enforcement officers—all of them.", null)]
    [InlineData("p. 2", "The office's conditions", null)]
    [InlineData("1-2", "The office's conditions", null)]
    [InlineData("iv", "The office's conditions", null)]
    [InlineData("12", "The office's conditions", null)]
    [InlineData("3", "What a scan shows", null)] // its text is a stamp alone, and tells nothing
    [InlineData("1", "The office's conditions", "Page 1 of filing.pdf does not have these words: “The office's conditions”. Page 2 does.")]
    [InlineData("2", "are lawful", "Page 2 of filing.pdf does not have these words: “are lawful”.")]
    public async Task Of_a_file_with_pages_they_stand_on_the_page(string page, string quotation, string? message) =>
        (await ProblemsAsync(Files.Pdf(Filing), "filing.pdf", SourceKind.CourtFiling, c => (c.Paragraph, c.Page, c.Quotations) = (null, page, [quotation]))).Select(p => p.Message).Should().Equal(message is null ? [] : [message]);

    [Fact]
    public async Task Without_a_text_or_with_one_that_a_machine_read_nothing_is_refused()
    {
        foreach (var (file, name) in new[] { (Files.Scan(), "scan.pdf"), (Files.Png(), "scan.png"), (Files.Recognized([.. Filing]), "recognized.pdf") })
            (await ProblemsAsync(file, name, SourceKind.CourtFiling, c => (c.Paragraph, c.Page, c.Quotations) = (null, "1", ["What nobody can tell"]))).Should().BeEmpty("{0} has no text to go by", name);
    }

    [Fact]
    public async Task Any_of_several_texts_will_do()
    {
        await using var store = await Store.WithAsync();
        var documents = new List<DocumentContent> { await store.TakeAsync(Files.Pdf([.. Filing]), "filing.pdf"), await store.TakeAsync(Files.Text("First.\nSecond."), "notes.txt") };
        await store.GivenAsync(Given.Source(with: s => (s.Kind, s.Documents) = (SourceKind.CourtFiling, documents)));

        var outcome = await store.CheckAsync(Given.Statement("said", "jurisdictions/boston", s => s.Citations = [Given.Cited(paragraph: 2, with: c => c.Quotations = ["Second."]), Given.Cited("speaker", with: c => (c.Paragraph, c.Page, c.Quotations) = (null, "2", ["conditions are unlawful"]))]).Edit, Given.Place("boston").Edit);

        outcome.Should().BeOfType<Outcome.Applied>();
    }

    [Fact]
    public async Task A_text_that_comes_later_is_held_against_what_is_published()
    {
        await using var store = await Store.WithAsync(Given.Statement("said", with: s => s.Citations = [Given.Cited(paragraph: 1, with: c => c.Quotations = ["We will comply"])]));
        var article = await store.TakeAsync(Files.Text(Article), "article.txt", d => d.Held = true);
        void Attach(SourceContent source) => source.Documents = [article];

        (await store.ReviseAsync<SourceContent>(Given.Paper, Attach)).Should().BeOfType<Outcome.Refused>().Which.Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "statements/said" && p.Field == "citations[0].quotations");
        var both = await store.ApplyAsync(await store.DraftAsync<SourceContent>(Given.Paper, Attach), await store.DraftAsync<StatementContent>("said", s => s.Citations[0].Quotations = ["we will not comply"]));

        both.Should().BeOfType<Outcome.Applied>();
        (await store.ReviseAsync<StatementContent>("said", s => s.Citations[0].Quotations = ["We will comply"])).Should().BeOfType<Outcome.Refused>();
        (await store.InScopeAsync(services => services.GetRequiredService<Rebuild>().RunAsync(null, default))).Should().BePositive("the log holds together");
    }

    private static async Task<IReadOnlyList<Problem>> ProblemsAsync(byte[] file, string name, SourceKind kind, Action<CitationContent> cite)
    {
        await using var store = await Store.WithAsync();
        var document = await store.TakeAsync(file, name);
        var cited = Given.Statement("said", with: s => s.Citations = [Given.Cited(with: cite)]);

        var outcome = await store.CheckAsync([Given.Source(with: s => (s.Kind, s.Documents) = (kind, [document])).Edit, Given.Campaign().Edit, cited.Edit]);

        return outcome is Outcome.Refused refused ? refused.Problems : [];
    }
}

using System.Security.Cryptography;
using System.Text;

namespace SanctuaryTracker.Tests.Data;

public sealed class QuotationCheckTests(ITestOutputHelper output)
{
    private const string Article = "The mayor said “we will not comply,” and left.\n\n   \n\"It's a \u2018stunt\u2019,\" she added. Nobody's surprised, he said, that “it goes on.\n“And on.”\n";

    [Theory]
    [InlineData(1, "we will not comply,")]
    [InlineData(1, "will not")]
    [InlineData(2, "It’s a ‘stunt’,")]
    [InlineData(2, "It's a 'stunt',")]
    [InlineData(3, "And on.")]
    public void What_the_paragraph_prints_between_quotation_marks_passes(int paragraph, string quotation) => Problems(paragraph, quotation).Should().BeEmpty();

    [Theory]
    [InlineData(2, "we will not comply,")]
    [InlineData(1, "We will not comply,")]
    [InlineData(1, "we will comply")]
    [InlineData(1, "The mayor said")]
    [InlineData(1, "and left")]
    [InlineData(2, "she added. Nobody's surprised")]
    [InlineData(4, "And on.")]
    public void What_it_does_not_print_between_them_or_prints_elsewhere_is_told(int paragraph, string quotation) =>
        Problems(paragraph, quotation).Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "statements/said" && p.Message.Contains(quotation) && p.Message.Contains($"Paragraph {paragraph}"));

    [Fact]
    public void A_source_whose_text_is_not_there_or_has_another_length_is_told()
    {
        Run(s => s.TextSha256 = new('0', 64), null).Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "sources/paper" && p.Field == "text_sha256");
        Run(s => s.Paragraphs = 4, null).Problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Field == "paragraphs" && p.Message.Contains('3'));
    }

    [Fact]
    public void The_projects_own_quotations_stand_where_they_are_cited()
    {
        var (seed, problems) = Seeds.Read(Path.Combine(AppContext.BaseDirectory, "seed-data"));
        problems.Should().BeEmpty();
        if (Folder.FindUpwards("shared", "articles") is not { } articles)
        {
            output.WriteLine("Not compared: the articles are their publishers' and no part of the project; no folder shared/articles stands beside it.");
            return;
        }

        var (count, wrong) = QuotationCheck.Run(seed, articles);

        wrong.Should().BeEmpty();
        count.Should().BePositive();
        output.WriteLine($"{count} citations compared with {articles}");
    }

    private static IReadOnlyList<Problem> Problems(int paragraph, string quotation) => Run(_ => { }, Given.Statement("said", with: s => s.Citations = [Given.Cited(paragraph: paragraph, with: c => c.Quotations = [quotation])])).Problems;

    private static (int Checked, List<Problem> Problems) Run(Action<SourceContent> with, Given? cited)
    {
        using var folder = new Folder().With("article.txt", Article).With("notes.md", "Not a text.");
        var source = Given.Source(with: s =>
        {
            (s.Paragraphs, s.TextSha256) = (3, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Article))));
            with(s);
        });
        var records = cited is null ? source.Records : [.. source.Records, cited.Records[^1]];
        return QuotationCheck.Run([.. records.Select(r => (r.Kind, r.Slug, r.Content))], folder.Path);
    }
}

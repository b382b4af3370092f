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
        (await FindAsync(app, "won't comply")).Total.Should().Be(1);
        (await FindAsync(app, "records boycott")).Total.Should().Be(0);
        (await FindAsync(app, "%")).Total.Should().Be(0);
        (await FindAsync(app, " ")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_found_is_marked_where_it_stands()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said", with: s => s.Summary = $"{string.Join(' ', Enumerable.Repeat("Vorspann", 60))} 🗽 Über-Sanctuary {string.Join(' ', Enumerable.Repeat("Nachspann", 60))}"));

        var hit = (await FindAsync(app, "uber sanctuary")).Items.Should().ContainSingle().Which;

        hit.Marks.Select(m => hit.Passage.Substring(m.Start, m.Length)).Should().Equal("Über", "Sanctuary");
        hit.Passage.Length.Should().BeLessThan(400);
    }

    [Fact]
    public async Task Counts_of_every_kind_are_given_whichever_was_asked_for()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal));

        var found = await app.GetAsync<Found>("/api/v1/search?q=denver&kind=Letter");

        found.Total.Should().Be(1);
        found.Kinds.Select(k => (k.Kind, k.Count)).Should().Equal((RecordKind.Jurisdiction, 1), (RecordKind.Letter, 1), (RecordKind.Response, 1));
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
    }

    private static Task<Found> FindAsync(TrackerApp app, string words) => app.GetAsync<Found>($"/api/v1/search?q={Uri.EscapeDataString(words)}");

    [Fact]
    public async Task A_word_in_a_text_without_spaces_is_found_in_its_place()
    {
        await using var app = await TrackerApp.WithAsync(Given.Letter("denver", with: l => l.Demand = $"see https://records.example/{new string('x', 140)}/needle"));

        var hit = (await FindAsync(app, "needle")).Items.Should().ContainSingle().Which;

        hit.Marks.Select(m => hit.Passage.Substring(m.Start, m.Length)).Should().Equal("needle");
    }
}

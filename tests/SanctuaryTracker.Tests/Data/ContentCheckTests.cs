namespace SanctuaryTracker.Tests.Data;

public sealed class ContentCheckTests
{
    [Fact]
    public void Every_record_rests_on_a_source_except_sources_and_places()
    {
        ShouldRefuse(Given.Letter("denver", with: l => l.Citations = []), "citations", "Cite at least one source");
        ShouldRefuse(Given.Statement("said", with: s => s.Citations = []), "citations", "Cite at least one source");
        Given.Place("denver").Content.Problems().Should().BeEmpty();
        Given.Source().Content.Problems().Should().BeEmpty();
    }

    [Fact]
    public void A_citation_points_to_a_paragraph_or_a_page_of_a_source()
    {
        ShouldRefuse(Cited(c => c.Paragraph = null), "citations[0].paragraph", "or the page");
        ShouldRefuse(Cited(c => c.Paragraph = 0), "citations[0].paragraph", "between 1 and 100000");
        ShouldRefuse(Cited(c => c.Source = null), "citations[0].source", "Choose a source");
        Cited(c => (c.Paragraph, c.Page) = (null, "A4")).Content.Problems().Should().BeEmpty();
    }

    [Fact]
    public void What_is_inferred_says_why_and_what_is_stated_does_not()
    {
        ShouldRefuse(Cited(c => c.Basis = Basis.Inferred), "citations[0].reasoning", "Say why");
        ShouldRefuse(Cited(c => (c.Basis, c.Reasoning) = (Basis.Inferred, "  ")), "citations[0].reasoning", "Say why");
        ShouldRefuse(Cited(c => c.Reasoning = "Because"), "citations[0].reasoning", "belongs to what is inferred");
    }

    [Fact]
    public void A_quotation_stays_under_thirty_words_however_they_are_spaced()
    {
        string Words(int n) => string.Join(" \u2003\n", Enumerable.Range(1, n));

        Cited(c => c.Quotations = [Words(29), "short"]).Content.Problems().Should().BeEmpty();
        ShouldRefuse(Cited(c => c.Quotations = ["short", Words(30)]), "citations[0].quotations", "under 30 words");
    }

    [Fact]
    public void A_citation_is_about_a_field_or_a_row_that_the_record_has()
    {
        Letter(l => l.Citations[0].Field = "sent_on").Content.Problems().Should().BeEmpty();
        Letter(l => (l.Copies, l.Citations[0].Field) = ([new() { Key = "durkan", Person = "Durkan" }], "copies/durkan")).Content.Problems().Should().BeEmpty();
        ShouldRefuse(Letter(l => l.Citations[0].Field = "copies/nobody"), "citations[0].field", "choose one of: jurisdiction, recipient_label");
        ShouldRefuse(Letter(l => l.Citations[0].Field = "SentOn"), "citations[0].field", "is no field or row");
        ShouldRefuse(Letter(l => l.Citations[0].Field = "citations"), "citations[0].field", "is no field or row");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("not_applicable")]
    public void None_and_not_applicable_are_said_of_a_blank_and_cited(string word)
    {
        Given Said(string field, params CitationContent[] cited) => Letter(l =>
        {
            (word == "none" ? l.None : l.NotApplicable).Add(field);
            l.Citations.AddRange(cited);
        });

        Said("reply_due_on", Given.Cited("reply_due_on")).Content.Problems().Should().BeEmpty();
        Said("copies", Given.Cited("copies")).Content.Problems().Should().BeEmpty();
        ShouldRefuse(Said("reply_due_on"), word, "Cite the source that says so");
        ShouldRefuse(Said("jurisdiction", Given.Cited("jurisdiction")), word, "left blank");
        ShouldRefuse(Said("colour"), word, "only if it is a field");
    }

    [Fact]
    public void A_field_cannot_be_none_and_not_applicable_at_once() =>
        ShouldRefuse(Letter(l => (l.None, l.NotApplicable, l.Citations) = (["reply_due_on"], ["reply_due_on"], [Given.Cited("reply_due_on")])), "not_applicable", "both");

    [Fact]
    public void An_inferred_value_never_goes_before_a_stated_one()
    {
        var inferred = Given.Inferred("sent_on");
        var disputing = Given.Cited("sent_on", with: c => c.Bearing = Bearing.Disputes);
        var supporting = Given.Cited("sent_on", paragraph: 2);

        ShouldRefuse(Letter(l => l.Citations = [inferred, disputing]), "citations", "show the stated value");
        Letter(l => l.Citations = [inferred, disputing, supporting]).Content.Problems().Should().BeEmpty();
        Letter(l => l.Citations = [supporting, disputing]).Content.Problems().Should().BeEmpty("two sources may differ");
    }

    [Fact]
    public void Text_has_no_control_characters_wherever_it_stands()
    {
        ShouldRefuse(Letter(l => l.Subject = "a\0b"), "subject", "control characters");
        ShouldRefuse(Cited(c => c.AsReported = "a\u0007"), "citations[0].as_reported", "control characters");
        ShouldRefuse(Cited(c => c.Quotations = ["fine", "\ufffe"]), "citations[0].quotations[1]", "control characters");
        ShouldRefuse(Letter(l => l.Copies = [new() { Person = "\ud83d" }]), "copies[0].person", "control characters");
        ShouldRefuse(Given.Campaign(with: c => c.Laws = ["8 U.S.C.\0"]), "laws[0]", "control characters");
        ShouldRefuse(Letter(l => l.None = ["\0"]), "none[0]", "control characters");
    }

    [Fact]
    public void Text_keeps_to_its_length()
    {
        ShouldRefuse(Letter(l => l.Subject = new('x', 201)), "subject", "Keep it to 200 characters");
        ShouldRefuse(Letter(l => l.Demand = new('x', 4001)), "demand", "Keep it to 4000 characters");
        ShouldRefuse(Given.Campaign(with: c => c.Grants = [new('x', 1001)]), "grants[0]", "between 1 and 1000");
        ShouldRefuse(Given.Campaign(with: c => c.Grants = ["  "]), "grants[0]", "between 1 and 1000");
        ShouldRefuse(Given.Campaign(with: c => c.Grants = [.. Enumerable.Range(0, 501).Select(i => $"{i}")]), "grants", "at most 500");
    }

    [Fact]
    public void A_key_is_there_once_and_fits_an_address()
    {
        ShouldRefuse(Letter(l => l.Copies = [new() { Key = "one", Person = "A" }, new() { Key = "one", Person = "B" }]), "copies", "“one” is there twice");
        ShouldRefuse(Letter(l => l.Copies = [new() { Key = "Über", Person = "A" }]), "copies[0].key", "lower-case");
        ShouldRefuse(Letter(l => l.Citations = [Given.Cited(with: c => c.Key = "one"), Given.Cited(with: c => c.Key = "one")]), "citations", "“one” is there twice");
    }

    [Fact]
    public void A_missing_row_is_named_instead_of_stumbled_over() => ShouldRefuse(Letter(l => l.Citations.Add(null!)), "citations[1]", "leave it out");

    [Fact]
    public void An_address_of_a_source_is_whole() =>
        ShouldRefuse(Given.Source(with: s => s.Url = "javascript:alert(1)"), "url", "with https://");

    [Fact]
    public void Keys_are_made_from_what_a_row_says_and_stay_when_others_come_and_go()
    {
        LetterContent WithCopies(params string[] people) => (LetterContent)Letter(l => l.Copies = [.. people.Select(p => new CopyContent { Person = p })]).Content;
        var one = WithCopies("Durkan");
        var more = WithCopies("Best", "Durkan", "Constantine");

        one.FillKeys();
        more.FillKeys();

        more.Copies[1].Key.Should().Be(one.Copies[0].Key).And.MatchRegex(Text.KeyPattern);
        more.Citations[0].Key.Should().Be(one.Citations[0].Key);
        more.Copies.Select(c => c.Key).Should().OnlyHaveUniqueItems();
        more.Problems().Should().BeEmpty();
    }

    [Fact]
    public void Equal_rows_get_keys_of_their_own_and_given_keys_stay()
    {
        var letter = (LetterContent)Letter(l => l.Copies = [new() { Person = "Durkan" }, new() { Person = "Durkan" }, new() { Key = "third", Person = "Durkan" }]).Content;

        letter.FillKeys();

        letter.Copies.Select(c => c.Key).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        letter.Copies[2].Key.Should().Be("third");
    }

    private static Given Letter(Action<LetterContent> with) => Given.Letter("denver", with: with);

    private static Given Cited(Action<CitationContent> with) => Given.Letter("denver", with: l => l.Citations = [Given.Cited(with: with)]);

    private static void ShouldRefuse(Given given, string field, string message) =>
        given.Content.Problems().Should().ContainSingle().Which.Should().Match<Problem>(p => p.Field == field && p.Message.Contains(message));
}

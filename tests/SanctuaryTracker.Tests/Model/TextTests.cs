namespace SanctuaryTracker.Tests.Model;

public sealed class TextTests
{
    [Theory]
    [InlineData("King County, Washington", "king-county-washington")]
    [InlineData("  Cañon City—CO ", "canon-city-co")]
    [InlineData("Prince George’s County", "prince-georges-county")]
    [InlineData("St. John's", "st-johns")]
    [InlineData("第", "")]
    [InlineData("Łódź", "odz")]
    public void A_name_becomes_an_address(string name, string slug) => Text.Slug(name).Should().Be(slug);

    [Fact]
    public void A_long_name_becomes_an_address_that_is_still_one()
    {
        var slug = Text.Slug(string.Join(' ', Enumerable.Repeat("sanctuary", 40)));

        Text.IsSlug(slug).Should().BeTrue();
        slug.Length.Should().BeLessThanOrEqualTo(90, "a number may have to follow it");
    }

    [Theory]
    [InlineData("Denver", false)]
    [InlineData("den--ver", false)]
    [InlineData("-denver", false)]
    [InlineData("denver-", false)]
    [InlineData("denver/co", false)]
    [InlineData("denver\n", false)]
    [InlineData("", false)]
    [InlineData("denver-co-2018-01-24", true)]
    public void Only_lower_case_letters_digits_and_single_hyphens_stand_in_an_address(string text, bool isSlug) => Text.IsSlug(text).Should().Be(isSlug);

    [Fact]
    public void Folding_forgets_case_accents_and_the_shape_of_quotes_and_keeps_every_character_in_its_place()
    {
        const string Said = "“São\u00a0Paulo’s” – ‘É’\nİstanbul 🗽 ﬁ";

        var folded = Text.Fold(Said);

        folded.Should().HaveLength(Said.Length).And.StartWith("\"sao paulo's\" - 'e' istanbul 🗽");
    }

    [Theory]
    [InlineData("\0", true)]
    [InlineData("a\u0007", true)]
    [InlineData("\u0085", true)]
    [InlineData("\ufffe", true)]
    [InlineData("\uffff", true)]
    [InlineData("line\nline\tand 🗽 “é”", false)]
    public void Characters_that_no_page_can_show_are_told(string text, bool has) => Text.HasControlCharacters(text).Should().Be(has);

    [Fact]
    public void Half_a_character_is_none_that_a_page_can_show()
    {
        Text.HasControlCharacters("🗽"[..1]).Should().BeTrue();
        Text.HasControlCharacters("🗽"[1..] + "🗽"[..1]).Should().BeTrue();
    }

    [Fact]
    public void The_log_holds_text_composed_trimmed_and_with_plain_line_ends()
    {
        Text.Tidy(" Cafe\u0301\r\nbar\rend \n").Should().Be("Café\nbar\nend");
    }
}

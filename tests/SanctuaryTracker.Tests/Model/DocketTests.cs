namespace SanctuaryTracker.Tests.Model;

public sealed class DocketTests
{
    [Theory]
    [InlineData("1:17-cv-05720", "1:17-cv-5720")]
    [InlineData("1:2017-cv-05720", "1:17-cv-5720")]
    [InlineData("1:17-CV-05720-HDL", "1:17-cv-5720-ABC")]
    [InlineData(" 1:17-cv-05720 (N.D. Ill.)", "1:17-cv-05720")]
    public void However_its_year_and_serial_are_written_a_docket_is_one(string one, string other) => Lawsuit.KeyOf(one).Should().Be(Lawsuit.KeyOf(other));

    [Theory]
    [InlineData("1:17-cv-05720", "2:17-cv-05720")]
    [InlineData("1:17-cv-05720", "1:18-cv-05720")]
    [InlineData("1:17-cv-05720", "1:17-cr-05720")]
    [InlineData("1:17-cv-05720", "1:17-cv-57200")]
    [InlineData("17-2991", "17-2992")]
    public void Office_year_type_and_serial_tell_dockets_apart(string one, string other) => Lawsuit.KeyOf(one).Should().NotBe(Lawsuit.KeyOf(other));

    [Fact]
    public void Digits_of_another_script_are_no_digits_of_a_docket()
    {
        Lawsuit.KeyOf("1:١٧-cv-05720").Should().Be("1:١٧-cv-05720");
    }

    [Fact]
    public void A_number_of_another_form_is_compared_as_written()
    {
        Lawsuit.KeyOf("No. 17 – 2991").Should().Be(Lawsuit.KeyOf("no.17-2991"));
        Lawsuit.KeyOf(null).Should().BeNull();
    }

    [Fact]
    public async Task A_docket_whose_office_is_left_out_is_that_of_any_office()
    {
        await using var store = await Store.WithAsync(Given.Lawsuit("chicago", l => (l.Court, l.DocketNumber) = ("ilnd", "1:17-cv-05720")));

        var outcome = await store.ApplyAsync(Given.Lawsuit("chicago-again", l => (l.Court, l.DocketNumber) = ("ilnd", "17-cv-5720")).Edit);
        var other = await store.ApplyAsync(Given.Lawsuit("chicago-other", l => (l.Court, l.DocketNumber) = ("ilnd", "3:17-cv-05720")).Edit);

        outcome.Should().BeOfType<Outcome.Refused>().Which.Problems.Should().ContainSingle().Which.Message.Should().Contain("chicago");
        other.Should().BeOfType<Outcome.Applied>();
    }
}

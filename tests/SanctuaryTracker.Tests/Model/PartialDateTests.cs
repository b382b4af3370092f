using System.Text.Json;

namespace SanctuaryTracker.Tests.Model;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2018", "2018")]
    [InlineData("2018-01", "January 2018")]
    [InlineData("2018-01-24", "24 January 2018")]
    [InlineData("2018~", "about 2018")]
    [InlineData("2018-01~", "about January 2018")]
    [InlineData("2018-01-04~", "about 4 January 2018")]
    [InlineData("2016-02-29", "29 February 2016")]
    public void What_is_known_is_said_in_words_and_no_more(string written, string words)
    {
        var date = PartialDate.Parse(written, null);

        date.InWords().Should().Be(words);
        date.Value.Should().Be(written);
        date.IsAbout.Should().Be(written.EndsWith('~'));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("18")]
    [InlineData("2018-1")]
    [InlineData("2018-13")]
    [InlineData("2018-00")]
    [InlineData("2018-02-30")]
    [InlineData("2017-02-29")]
    [InlineData("2018-01-24T00:00")]
    [InlineData("~2018")]
    [InlineData("2018~~")]
    [InlineData("2018~-01")]
    [InlineData("24.01.2018")]
    [InlineData("0201-01-24")]
    [InlineData("9999-12-31")]
    [InlineData("٢٠١٨")]
    [InlineData("Wednesday")]
    public void What_is_no_date_is_refused(string? written)
    {
        PartialDate.TryParse(written, null, out _).Should().BeFalse();
    }

    [Fact]
    public void Space_around_a_date_is_overlooked()
    {
        PartialDate.Parse(" 2018-01-24\n", null).Value.Should().Be("2018-01-24");
    }

    [Theory]
    [InlineData("2018-01-23", "2018-01-24", true)]
    [InlineData("2018-01-24", "2018-01-24", false)]
    [InlineData("2018-01-25", "2018-01-24", false)]
    [InlineData("2017", "2018-01-24", true)]
    [InlineData("2018", "2018-01-24", false)]
    [InlineData("2018-01", "2018", false)]
    [InlineData("2017-12", "2018", true)]
    [InlineData("2018-01", "2018-02-24", true)]
    [InlineData("2017~", "2018", false)]
    [InlineData("2017", "2018~", false)]
    public void One_date_is_before_another_only_as_far_as_both_are_known(string one, string other, bool isBefore)
    {
        PartialDate.Parse(one, null).IsBefore(PartialDate.Parse(other, null)).Should().Be(isBefore);
    }

    [Fact]
    public void No_date_is_before_one_that_is_not_known()
    {
        PartialDate.Parse("2018", null).IsBefore(null).Should().BeFalse();
    }

    [Fact]
    public void Dates_sort_as_written_with_what_is_vaguer_first_and_what_is_about_after_it()
    {
        string[] sorted = ["2017-12-31", "2018", "2018-01", "2018-01-24", "2018-01-24~", "2018-01~", "2018-02", "2018~", "2019"];

        var dates = sorted.Reverse().Select(d => PartialDate.Parse(d, null)).Order().ToList();

        dates.ConvertAll(d => d.Value).Should().Equal(sorted);
        (dates[0] < dates[1] && dates[1] > dates[0] && dates[0] <= dates[1] && dates[1] >= dates[0]).Should().BeTrue();
    }

    [Theory]
    [InlineData("2018", "2018-12-31")]
    [InlineData("2018-02", "2018-02-28")]
    [InlineData("2016-02~", "2016-02-29")]
    [InlineData("2018-01-24", "2018-01-24")]
    public void The_last_day_it_can_mean_is_the_end_of_what_is_known(string written, string last)
    {
        PartialDate.Parse(written, null).LastDay.Should().Be(DateOnly.Parse(last));
    }

    [Theory]
    [InlineData("20180124")]
    [InlineData("\"yesterday\"")]
    [InlineData("{}")]
    public void In_json_it_is_text_or_it_is_refused_in_words(string json)
    {
        var read = () => JsonSerializer.Deserialize<PartialDate?>(json, ContentJson.Options);

        read.Should().Throw<JsonException>().WithMessage("Give a date as 2018*");
    }
}

namespace SanctuaryTracker.Tests.Model;

public sealed class LetterTests(RuleBook rules) : IClassFixture<RuleBook>
{
    [Fact]
    public async Task A_letter_has_a_recipient_that_is_named_or_described_and_never_both()
    {
        await rules.ShouldAllowAsync(Given.Letter("boston"));
        await rules.ShouldAllowAsync(Given.Letter("boston", with: l => (l.Jurisdiction, l.RecipientLabel, l.State) = (null, "a city in New Mexico", "NM")));
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.RecipientLabel = "a city"), "jurisdiction", "not both");
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Jurisdiction = null), "jurisdiction", "Name a jurisdiction");
    }

    [Fact]
    public async Task A_state_has_to_exist()
    {
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => (l.Jurisdiction, l.RecipientLabel, l.State) = (null, "a city", "ZZ")), "state", "USPS");
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => (l.Jurisdiction, l.RecipientLabel, l.State) = (null, "a city", "New Mexico")), "state", "USPS");
    }

    [Theory]
    [InlineData("2018-02-01", "2018-01-31", false)]
    [InlineData("2018-02-01", "2018-02-01", true)]
    [InlineData("2018-02-01", "2018-01", false)]
    [InlineData("2018-02-01", "2018-02", true)]
    [InlineData("2018", "2018-01-01", true)]
    [InlineData("2018-02-01", "2018-01-31~", true)]
    public async Task A_deadline_is_not_before_its_letter(string sentOn, string dueOn, bool isAllowed)
    {
        var letter = Given.Letter("boston", sentOn: sentOn, replyDueOn: dueOn);

        if (isAllowed)
            await rules.ShouldAllowAsync(letter);
        else
            await rules.ShouldRefuseAsync(letter, "reply_due_on", "before the letter was sent");
    }

    [Fact]
    public async Task A_deadline_is_compared_with_the_rounds_date_and_a_date_with_the_rounds_deadline()
    {
        await rules.ShouldRefuseAsync(Given.Letter("boston", replyDueOn: "2018-01-23"), "reply_due_on", "before the letter was sent");
        await rules.ShouldRefuseAsync(Given.Letter("boston", sentOn: "2018-02-24"), "reply_due_on", "before the letter was sent");
    }

    [Fact]
    public async Task A_closing_has_a_kind_and_is_not_before_the_letter()
    {
        await rules.ShouldAllowAsync(Given.Letter("boston", with: l => (l.Closure, l.ClosedOn) = (LetterClosure.Rescinded, Given.On("2018-02"))));
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.ClosedOn = Given.On("2018-02")), "closure", "how the sender closed it");
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => (l.Closure, l.ClosedOn) = (LetterClosure.Cleared, Given.On("2017"))), "closed_on", "before it was sent");
    }

    [Fact]
    public async Task A_copy_names_a_person_or_an_office()
    {
        await rules.ShouldAllowAsync(Given.Letter("boston", with: l => l.Copies = [new() { Office = "Mayor", Jurisdiction = "denver" }]));
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Copies = [new() { Jurisdiction = "denver" }]), "copies[0].person", "person or the office");
    }

    [Fact]
    public async Task What_a_letter_names_has_to_exist()
    {
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Jurisdiction = "atlantis"), "jurisdiction", "no jurisdiction “atlantis”");
        await rules.ShouldRefuseAsync(Given.Letter("boston", campaign: "atlantis"), "campaign", "no campaign “atlantis”");
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Copies = [new() { Person = "Someone", Jurisdiction = "atlantis" }]), "copies[0].jurisdiction", "“atlantis”");
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Citations[0].Source = "atlantis"), "citations[0].source", "no source “atlantis”");
    }

    [Fact]
    public async Task No_citation_points_past_the_end_of_its_source()
    {
        await rules.ShouldAllowAsync(Given.Letter("boston", with: l => l.Citations[0].Paragraph = 40));
        await rules.ShouldRefuseAsync(Given.Letter("boston", with: l => l.Citations[0].Paragraph = 41), "citations[0].paragraph", "has 40 paragraphs");
    }
}

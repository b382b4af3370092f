namespace SanctuaryTracker.Tests.Model;

public sealed class CampaignTests(RuleBook rules) : IClassFixture<RuleBook>
{
    [Fact]
    public async Task A_deadline_is_not_before_the_letters()
    {
        await rules.ShouldRefuseAsync(Given.Campaign("other", sentOn: "2018-01-24", replyDueOn: "2018-01-23"), "reply_due_on", "before the letters were sent");
        await rules.ShouldAllowAsync(Given.Campaign("other", sentOn: "2018-01-24", replyDueOn: "2018"));
        await rules.ShouldAllowAsync(Given.Campaign("other", sentOn: null, replyDueOn: "2017"));
    }

    [Fact]
    public async Task A_round_follows_others_and_not_itself()
    {
        await rules.ShouldAllowAsync(Given.Campaign("other", with: c => c.Follows = [Given.Round]));
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.Follows = ["other"]), "follows", "cannot follow itself");
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.Follows = ["atlantis"]), "follows", "no campaign “atlantis”");
    }

    [Fact]
    public async Task A_reported_count_says_how_exact_it_is()
    {
        await rules.ShouldAllowAsync(Given.Campaign("other", with: c => (c.RecipientsReported, c.RecipientsPrecision) = (23, CountPrecision.Exact)));
        await rules.ShouldAllowAsync(Given.Campaign("other", with: c => c.RecipientsPrecision = CountPrecision.Vague));
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.RecipientsReported = 23), "recipients_precision", "how exact");
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.RecipientsPrecision = CountPrecision.About), "recipients_reported", "Give the number");
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => (c.RecipientsReported, c.RecipientsPrecision) = (-1, CountPrecision.Exact)), "recipients_reported", "between 0 and");
    }

    [Fact]
    public async Task A_non_receipt_names_a_place_that_exists()
    {
        await rules.ShouldAllowAsync(Given.Campaign("other", with: c => c.NonReceipts = [new() { Jurisdiction = "denver" }]));
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.NonReceipts = [new() { Jurisdiction = "atlantis" }]), "non_receipts", "“atlantis”");
        await rules.ShouldRefuseAsync(Given.Campaign("other", with: c => c.NonReceipts = [new()]), "non_receipts[0].jurisdiction", "Choose a jurisdiction");
    }

    [Fact]
    public async Task One_place_cannot_be_said_twice_not_to_have_got_the_same_letter()
    {
        var problems = await rules.ProblemsAsync(Given.Campaign("other", with: c => c.NonReceipts = [new() { Key = "one", Jurisdiction = "denver" }, new() { Key = "two", Jurisdiction = "denver" }]));

        problems.Should().ContainSingle().Which.Field.Should().Be("non_receipts");
    }
}

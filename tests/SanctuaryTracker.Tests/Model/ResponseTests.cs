namespace SanctuaryTracker.Tests.Model;

public sealed class ResponseTests(RuleBook rules) : IClassFixture<RuleBook>
{
    [Fact]
    public async Task Exactly_one_answers_a_place_an_association_or_unnamed_officials()
    {
        await rules.ShouldAllowAsync(Given.Response("denver"));
        await rules.ShouldAllowAsync(Given.Response("denver", with: r => (r.Jurisdiction, r.Association) = (null, "Conference of Mayors")));
        await rules.ShouldAllowAsync(Given.Response("denver", with: r => (r.Jurisdiction, r.Officials) = (null, "several mayors")));
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Association = "Conference of Mayors"), "jurisdiction", "Name one");
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Jurisdiction = null), "jurisdiction", "Name one");
    }

    [Fact]
    public async Task A_response_is_of_at_least_one_kind()
    {
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Kinds = []), "kinds", "at least one");
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Kinds = [ResponseKind.Refusal, ResponseKind.Refusal]), "kinds", "twice");
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Kinds = [(ResponseKind)99]), "kinds[0]", "Choose one of");
    }

    [Theory]
    [InlineData("letters/denver")]
    [InlineData("campaigns/round")]
    [InlineData("statements/warning")]
    public async Task A_response_is_not_before_what_it_answers(string answers)
    {
        await rules.ShouldRefuseAsync(Given.Response("denver", answers, madeOn: "2018-01-23"), "made_on", "older than what it answers");
        await rules.ShouldAllowAsync(Given.Response("denver", answers, madeOn: "2018-01"));
        await rules.ShouldAllowAsync(Given.Response("denver", answers));
    }

    [Fact]
    public async Task A_response_is_not_before_the_lawsuit_it_answers_nor_compared_with_a_letter_without_date()
    {
        await rules.ShouldRefuseAsync(Given.Response("denver", "lawsuits/filed", madeOn: "2017-08-06"), "made_on", "older than what it answers");
        await rules.ShouldAllowAsync(Given.Response("denver", "letters/undated", madeOn: "1900"));
    }

    [Theory]
    [InlineData("jurisdictions/denver")]
    [InlineData("sources/paper")]
    [InlineData("denver")]
    [InlineData("letters/")]
    [InlineData("letters/denver/content")]
    [InlineData("Letters/denver")]
    public async Task Only_a_letter_round_statement_or_lawsuit_can_be_answered(string answers) =>
        await rules.ShouldRefuseAsync(Given.Response("denver", answers), "answers", "write letters/… or campaigns/… or statements/… or lawsuits/…");

    [Fact]
    public async Task What_is_answered_has_to_exist() =>
        await rules.ShouldRefuseAsync(Given.Response("denver", "letters/atlantis"), "answers", "no letter “atlantis”");

    [Fact]
    public async Task A_speaker_has_a_name() =>
        await rules.ShouldRefuseAsync(Given.Response("denver", with: r => r.Speakers = [new() { Office = "Mayor" }]), "speakers[0].name", "Name the speaker");
}

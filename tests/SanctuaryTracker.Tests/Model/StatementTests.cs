namespace SanctuaryTracker.Tests.Model;

public sealed class StatementTests(RuleBook rules) : IClassFixture<RuleBook>
{
    [Fact]
    public async Task A_statement_has_a_speaker_or_the_sources_attribution_and_never_both()
    {
        await rules.ShouldAllowAsync(Given.Statement("said", with: s => (s.Speaker, s.Attribution) = (null, "The White House")));
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => s.Attribution = "Officials"), "speaker", "not both");
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => s.Speaker = null), "speaker", "Name the speaker");
    }

    [Fact]
    public async Task An_office_belongs_to_a_named_speaker() =>
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => (s.Speaker, s.Attribution, s.Office) = (null, "Officials", "Attorney General")), "office", "named speaker");

    [Fact]
    public async Task A_statement_is_about_something_that_exists_and_can_be_spoken_of()
    {
        await rules.ShouldAllowAsync(Given.Statement("said", with: s => s.About = ["letters/denver", "jurisdictions/boston", "lawsuits/filed"]));
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => s.About = []), "about", "Say which");
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => s.About = ["letters/denver", "letters/atlantis"]), "about[1]", "“atlantis”");
        await rules.ShouldRefuseAsync(Given.Statement("said", with: s => s.About = ["sources/paper"]), "about[0]", "is not a record that fits here");
    }
}

namespace SanctuaryTracker.Tests.Model;

public sealed class LawsuitTests(RuleBook rules) : IClassFixture<RuleBook>
{
    private static readonly PartyContent Place = new() { Key = "denver", Jurisdiction = "denver", Role = PartyRole.Plaintiff };
    private static readonly PartyContent Federal = new() { Key = "sessions", Name = "Sessions", Role = PartyRole.Defendant };
    private static readonly PartyContent PlaceSued = new() { Key = "denver", Jurisdiction = "denver", Role = PartyRole.Defendant };

    [Fact]
    public async Task A_case_has_a_name_or_a_place()
    {
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.CaseName, l.PlaceReported) = (null, "Chicago")));
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.CaseName = null), "case_name", "case name or");
    }

    [Fact]
    public async Task A_docket_number_belongs_to_a_court_and_is_recorded_once()
    {
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.DocketNumber = "1:17-cv-1"), "court", "belongs to a court");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Court, l.DocketNumber) = ("ilnd", "1:2017-cv-5720-HDL")), "docket_number", "already recorded: filed");
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Court, l.DocketNumber) = ("cand", "1:17-cv-05720")));
    }

    [Fact]
    public async Task Two_new_cases_of_one_change_cannot_have_one_docket()
    {
        var problems = await rules.ProblemsAsync(
            Given.Lawsuit("one", l => (l.Court, l.DocketNumber) = ("cand", "1:17-cv-1")) + Given.Lawsuit("two", l => (l.Court, l.DocketNumber) = ("cand", "1:17-cv-0001")));

        problems.Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "lawsuits/two" && p.Field == "docket_number");
    }

    [Fact]
    public async Task A_status_has_a_day_only_if_it_is_known_and_is_not_older_than_the_filing()
    {
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.StatusOn = Given.On("2018")), "status", "what the status was");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Status, l.StatusOn, l.FiledOn) = (LawsuitStatus.Pending, Given.On("2017"), Given.On("2018"))), "status_on", "older than the filing");
    }

    [Fact]
    public async Task An_event_is_not_older_than_the_filing() =>
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.FiledOn, l.Events) = (Given.On("2018-02"), [new() { Key = "early", HappenedOn = Given.On("2018-01-31"), Summary = "A ruling" }])), "events/early", "older than its filing");

    [Fact]
    public async Task Without_parties_the_direction_is_unknown_or_inferred_with_a_reason()
    {
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Direction = LawsuitDirection.JurisdictionVersusFederal), "direction", "is inferred");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Direction, l.Citations) = (LawsuitDirection.JurisdictionVersusFederal, [Given.Cited("direction")])), "direction", "is inferred");
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Direction, l.Citations) = (LawsuitDirection.JurisdictionVersusFederal, [Given.Inferred("direction")])));
    }

    [Fact]
    public async Task An_appeal_tells_its_direction_by_inference_since_its_parties_do_not()
    {
        PartyContent appellee = new() { Key = "denver", Jurisdiction = "denver", Role = PartyRole.Appellee }, appellant = new() { Key = "sessions", Name = "Sessions", Role = PartyRole.Appellant };

        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties, l.Citations) = (LawsuitDirection.JurisdictionVersusFederal, [appellee, appellant], [Given.Inferred("direction")])));
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.JurisdictionVersusFederal, [appellee, appellant])), "direction", "is inferred");
    }

    [Fact]
    public async Task With_parties_the_direction_agrees_with_them()
    {
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.JurisdictionVersusFederal, [Place, Federal])));
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.FederalVersusJurisdiction, [PlaceSued])));
        await rules.ShouldAllowAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.Unknown, [Place, Federal])));
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.FederalVersusJurisdiction, [Place, Federal])), "direction", "does not agree");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.JurisdictionVersusFederal, [PlaceSued])), "direction", "does not agree");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => (l.Direction, l.Parties) = (LawsuitDirection.JurisdictionVersusFederal, [Federal])), "direction", "does not agree");
    }

    [Fact]
    public async Task A_party_is_a_place_or_a_name()
    {
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Parties = [new() { Jurisdiction = "denver", Name = "Denver" }]), "parties[0].name", "not both");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Parties = [new()]), "parties[0].name", "Choose a jurisdiction");
    }

    [Fact]
    public async Task What_a_case_names_has_to_exist()
    {
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Place = "atlantis"), "place", "“atlantis”");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Parties = [new() { Jurisdiction = "atlantis" }]), "parties[0].jurisdiction", "“atlantis”");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.Links = [new() { Record = "statements/warning" }]), "links[0].record", "is not a record that fits");
        await rules.ShouldRefuseAsync(Given.Lawsuit("suit", l => l.RelatedCases = [new() { Lawsuit = "atlantis" }]), "related_cases[0].lawsuit", "“atlantis”");
    }
}

namespace SanctuaryTracker.Tests.Model;

public sealed class JurisdictionTests(RuleBook rules) : IClassFixture<RuleBook>
{
    [Fact]
    public async Task A_place_whose_identity_is_not_settled_has_no_identifiers()
    {
        await rules.ShouldAllowAsync(Given.Place("sacramento", with: p => p.Kind = JurisdictionKind.Unknown));
        await rules.ShouldRefuseAsync(Given.Place("sacramento", with: p => (p.Kind, p.Geoid) = (JurisdictionKind.Unknown, "0664000")), "geoid", "not settled");
        await rules.ShouldRefuseAsync(Given.Place("sacramento", with: p => (p.Kind, p.OcdId) = (JurisdictionKind.Unknown, "ocd-division/country:us/state:ca/place:sacramento")), "ocd_id", "not settled");
    }

    [Theory]
    [InlineData("06", true)]
    [InlineData("06067", true)]
    [InlineData("0664000", true)]
    [InlineData("664000", false)]
    [InlineData("6", false)]
    [InlineData("06067x", false)]
    public async Task A_geoid_has_the_digits_of_its_level(string geoid, bool isAllowed)
    {
        var problems = await rules.ProblemsAsync(Given.Place("sacramento", with: p => p.Geoid = geoid));

        problems.Select(p => p.Field).Should().Equal(isAllowed ? [] : ["geoid"]);
    }

    [Fact]
    public async Task A_state_has_to_exist() =>
        await rules.ShouldRefuseAsync(Given.Place("gotham", with: p => p.State = "ZZ"), "state", "USPS");

    [Fact]
    public async Task A_place_lies_within_others_and_not_within_itself()
    {
        await rules.ShouldAllowAsync(Given.Place("queens", with: p => p.Within = ["denver", "boston"]));
        await rules.ShouldRefuseAsync(Given.Place("queens", with: p => p.Within = ["queens"]), "within", "within itself");
        await rules.ShouldRefuseAsync(Given.Place("queens", with: p => p.Within = ["atlantis"]), "within", "“atlantis”");
    }

    [Fact]
    public async Task A_point_has_both_coordinates_or_none()
    {
        await rules.ShouldRefuseAsync(Given.Place("queens", with: p => p.Latitude = 40), "longitude", "both");
        await rules.ShouldRefuseAsync(Given.Place("queens", with: p => p.Longitude = -73), "latitude", "both");
        await rules.ShouldRefuseAsync(Given.Place("queens", with: p => (p.Latitude, p.Longitude) = (91, 0)), "latitude", "between -90 and 90");
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Site;

public sealed class PublisherTests
{
    [Theory]
    [InlineData("The Daily", "desk@example.org", "Published by The Daily at desk@example.org.", "mailto:desk@example.org")]
    [InlineData("The Daily", null, "Published by The Daily.", null)]
    [InlineData(null, "https://example.org/contact", "Write to https://example.org/contact.", "https://example.org/contact")]
    [InlineData("The Daily", "the city desk, room 4", "Published by The Daily at the city desk, room 4.", null)]
    [InlineData("<b>", "javascript:alert(1)", "Published by <b> at javascript:alert(1).", null)]
    public async Task Who_publishes_and_where_to_write_stands_at_the_foot_of_each_page_and_where_errors_are_asked_for(string? name, string? contact, string foot, string? address)
    {
        await using var app = await TrackerApp.WithAsync();
        var configuration = app.Services.GetRequiredService<IConfiguration>();
        (configuration["Publisher"], configuration["Contact"]) = (name, contact);

        var page = await app.GetHtmlAsync("/about");

        page.QuerySelectorAll(".colophon p").Select(p => p.TextContent.Trim()).Should().Contain(foot);
        page.QuerySelectorAll($".colophon a[href='{address}']").Should().HaveCount(address is null ? 0 : 1);
        page.QuerySelector("main")!.TextContent.Should().Contain($"tell {foot.Replace("Published by ", "").Replace("Write to ", "").TrimEnd('.')}, with the address");
    }

    [Fact]
    public async Task Where_nobody_is_named_none_is_made_up()
    {
        await using var app = await TrackerApp.WithAsync();

        var page = await app.GetHtmlAsync("/accessibility");

        page.QuerySelector(".colophon")!.TextContent.Should().NotContain("Published").And.NotContain("Write to");
        page.QuerySelector("main")!.TextContent.Should().Contain("Tell whoever runs this site, with");
    }
}

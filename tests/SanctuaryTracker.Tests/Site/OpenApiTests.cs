using System.Net;

namespace SanctuaryTracker.Tests.Site;

public sealed class OpenApiTests(Seeded seeded)
{
    /// <summary>After a wanted change of the API, run this with <c>UPDATE_OPENAPI=1</c> and read the difference.</summary>
    [Fact]
    public async Task The_checked_in_description_is_the_one_the_application_gives()
    {
        var app = await seeded.AppAsync();
        var path = Path.Combine(Folder.FindUpwards("docs")!, "openapi.json");
        var given = (await app.GetTextAsync("/swagger/v1/swagger.json", HttpStatusCode.OK)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(path, given);

        var checkedIn = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";

        (checkedIn == given).Should().BeTrue("docs/openapi.json should be what /swagger/v1/swagger.json gives; write it with UPDATE_OPENAPI=1");
    }

    [Fact]
    public async Task It_is_openapi_3_1_and_describes_every_address_of_the_api_and_every_table_to_download()
    {
        var app = await seeded.AppAsync();
        var document = await app.GetJsonAsync("/swagger/v1/swagger.json");

        document.GetProperty("openapi").GetString().Should().StartWith("3.1");
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(
            app.Addresses.Select(a => "/" + a.RoutePattern.RawText!.Trim('/').Replace(":int}", "}", StringComparison.Ordinal)).Where(a => a.StartsWith("/api/", StringComparison.Ordinal) || Path.GetExtension(a) is ".csv" or ".json" && !a.StartsWith("/desk/", StringComparison.Ordinal)).Distinct());
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                operation.Value.GetProperty("summary").GetString().Should().NotBeNullOrWhiteSpace("{0} {1} should say what it is for", operation.Name, path.Name);
    }
}

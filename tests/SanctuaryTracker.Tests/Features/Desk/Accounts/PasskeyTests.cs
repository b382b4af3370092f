using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Features.Desk.Accounts;

/// <summary>With the browser's own stand-in for a phone or a stick.</summary>
[Trait("in", "browser")]
public sealed class PasskeyTests(Browser browser)
{
    private const string Email = "passkey@example.org";

    [Fact]
    public async Task A_passkey_is_added_with_the_password_signs_in_again_without_it_and_can_be_removed()
    {
        var app = await browser.AppAsync();
        await app.AddEditorAsync(Email);
        var page = await browser.VisitAsync();
        var site = $"http://localhost:{app.Address.Port}"; // a passkey belongs to a name, not to a number
        await AddAuthenticatorAsync(page);
        await page.GotoAsync($"{site}/desk/account/passkeys");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(TrackerApp.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByLabel("Its name").FillAsync("My phone");
        await page.GetByLabel("Your password").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("This is not your password").WaitForAsync();
        await page.GetByLabel("Your password").FillAsync(TrackerApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("My phone can sign you in").WaitForAsync();

        // Signed out while typing: the passkey signs in, and what was typed is still there.
        await page.GotoAsync($"{site}/desk/account");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada K. Lovelace");
        await app.ReadAsync(db => db.DeskSessions.Where(s => db.Users.Any(u => u.Id == s.EditorId && u.Email == Email)).ExecuteDeleteAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are signed in; nothing was lost" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await page.GetByText("Changes from now on bear this name").WaitForAsync();
        (await app.ReadAsync(db => db.Users.SingleAsync(u => u.Email == Email))).Name.Should().Be("Ada K. Lovelace");

        await page.GotoAsync($"{site}/desk/account/passkeys");
        await page.GetByLabel("Password to remove My phone").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove My phone" }).ClickAsync();
        await page.GetByText("This is not your password").First.WaitForAsync();
        await page.GetByLabel("Password to remove My phone").FillAsync(TrackerApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove My phone" }).ClickAsync();
        await page.GetByText("My phone no longer signs you in").WaitForAsync();
        (await app.ReadAsync(db => db.SignInAttempts.Where(a => db.Users.Any(u => u.Id == a.EditorId && u.Email == Email)).Select(a => a.Means).ToListAsync())).Should().Contain(SignInMeans.Passkey);
        await page.Context.CloseAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
    }
}

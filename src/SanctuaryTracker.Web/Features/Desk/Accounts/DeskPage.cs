using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>A text control with its label, hint and error.</summary>
/// <param name="Id">Unless it is the name, as where a page has the same control twice.</param>
public sealed record Field(string Name, string Label, DeskPage? Page = null, string Type = "text", string? Value = null, string? Hint = null, string Autocomplete = "off", int MaxLength = Editor.MaxEmailLength, string? Id = null)
{
    public string Control => Id ?? Name;

    public string? Error => Page?.ErrorOf(Control);
}

/// <summary>A page of accounts: forms that are refused with what to mend, or done with a word about it.</summary>
public abstract class DeskPage : PageModel
{
    protected const string NotYours = "This is not your password. After eight failures the account is closed for five minutes.";

    /// <summary>What to mend: the control's id, and why.</summary>
    public List<(string Control, string Message)> Errors { get; } = [];

    public string? ErrorOf(string control) => Errors.Find(e => e.Control == control).Message;

    public static string Told(DateTime at) => at.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Shows the page anew, with what was done.</summary>
    protected IActionResult Done(string said)
    {
        TempData["Said"] = said;
        return RedirectToPage();
    }

    /// <summary>The public name as typed, tidied.</summary>
    protected string Checked(string? name, string control = "name")
    {
        var tidied = Text.Tidy(name ?? "");
        if (tidied.Length is 0 or > Editor.MaxNameLength || Text.HasControlCharacters(tidied))
            Errors.Add((control, $"Give a name of at most {Editor.MaxNameLength} characters: the public history uses it."));
        return tidied;
    }

    protected string CheckedEmail(string? email, string control = "email")
    {
        var tidied = (email ?? "").Trim();
        if (tidied.Length is 0 or > Editor.MaxEmailLength || Text.HasControlCharacters(tidied) || !MailAddress.TryCreate(tidied, out var address) || address.Address != tidied)
            Errors.Add((control, "Give an e-mail address, as ada@example.org."));
        return tidied;
    }
}

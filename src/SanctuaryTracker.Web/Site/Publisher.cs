namespace SanctuaryTracker.Site;

/// <summary>Who answers for the site, and where to write: as whoever runs it has set.</summary>
public sealed class Publisher(IConfiguration configuration)
{
    /// <summary>Null if it was not set.</summary>
    public string? Name => Set("Publisher");

    /// <summary>An e-mail address, the address of a page, or words; null if it was not set.</summary>
    public string? Contact => Set("Contact");

    /// <summary>Where the contact leads; null if it is words.</summary>
    public string? Address =>
        Contact is not { } contact ? null
        : Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" ? uri.AbsoluteUri
        : System.Net.Mail.MailAddress.TryCreate(contact, out var mail) && mail.Address == contact ? $"mailto:{contact}" : null;

    private string? Set(string setting) => configuration[setting] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}

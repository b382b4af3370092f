using Microsoft.AspNetCore.Identity;

namespace SanctuaryTracker.Data;

/// <summary>What someone at the desk may do; each may do what those before it may.</summary>
public enum DeskRole
{
    /// <summary>Drafts, and sends to review.</summary>
    Contributor,

    /// <summary>Reviews and publishes.</summary>
    Editor,

    /// <summary>Also manages accounts and settings.</summary>
    Administrator,
}

/// <summary>Someone who may change the record.</summary>
public sealed class Editor : IdentityUser
{
    public const int MaxNameLength = 100;

    /// <summary>What the public history names the editor by; never the e-mail address, which is for signing in.</summary>
    public string Name { get; set; } = "An editor";

    public DeskRole Role { get; set; }

    /// <summary>Since when the account is closed; what its owner did stays.</summary>
    public DateTime? DisabledAt { get; set; }
}

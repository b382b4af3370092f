using Microsoft.AspNetCore.Identity;

namespace SanctuaryTracker.Data;

/// <summary>Someone who may change the record.</summary>
public sealed class Editor : IdentityUser
{
    /// <summary>What the public history names the editor by; never the e-mail address, which is for signing in.</summary>
    public string Name { get; set; } = "An editor";
}

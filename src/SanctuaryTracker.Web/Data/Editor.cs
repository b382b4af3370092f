using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
    public const int MaxEmailLength = 256;

    /// <summary>What the public history names the editor by; never the e-mail address, which is for signing in.</summary>
    public string Name { get; set; } = "An editor";

    public DeskRole Role { get; set; }

    /// <summary>Since when the account is closed; what its owner did stays.</summary>
    public DateTime? DisabledAt { get; set; }

    public DateTime? LastSignedInAt { get; set; }

    /// <summary>The half minute, counted from 1970, of the authenticator app’s code that was last taken: neither it nor an earlier one is taken again.</summary>
    public long? LastStep { get; set; }
}

internal sealed class EditorConfiguration : IEntityTypeConfiguration<Editor>
{
    public void Configure(EntityTypeBuilder<Editor> editor)
    {
        editor.Property(e => e.LastStep).HasConversion<string>().HasColumnName("LastCode").HasMaxLength(10); // which once kept the code itself
        editor.HasMany<IdentityUserPasskey<string>>().WithOne().HasForeignKey(p => p.UserId).IsRequired();
        editor.HasMany<Invitation>().WithOne(i => i.Editor).HasForeignKey(i => i.EditorId).OnDelete(DeleteBehavior.Cascade);
        editor.HasMany<DeskSession>().WithOne().HasForeignKey(s => s.EditorId).OnDelete(DeleteBehavior.Cascade);
        editor.HasMany<SignInAttempt>().WithOne().HasForeignKey(a => a.EditorId).OnDelete(DeleteBehavior.Cascade);
        editor.HasMany<AccessToken>().WithOne(t => t.Editor).HasForeignKey(t => t.EditorId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Identity maps these itself only where its options say so, which a context made by hand does not know.</summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024); // a byte more than the standard allows
        passkey.OwnsOne(p => p.Data).ToJson();
    }
}

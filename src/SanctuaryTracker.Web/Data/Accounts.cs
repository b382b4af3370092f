using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Data;

/// <summary>A link that makes an account, or gives the owner of one a new password; there only until it is used or taken back.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    public int Id { get; private set; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public DeskRole Role { get; init; }

    /// <summary>Whose password it renews; null if it makes an account.</summary>
    public string? EditorId { get; init; }
    public Editor? Editor { get; init; }

    /// <summary>Of the secret in the link, which is not kept.</summary>
    public required string Hash { get; init; }

    /// <summary>The public name of the administrator who made it.</summary>
    public required string InvitedBy { get; init; }
    public DateTime InvitedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
}

/// <summary>One browser in which an editor is signed in; ended, it is gone.</summary>
public sealed class DeskSession
{
    public required string Id { get; init; }
    public required string EditorId { get; init; }
    public DateTime BegunAt { get; init; }

    /// <summary>To some minutes, so that reading does not always write.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>In short, as “Firefox on Linux”.</summary>
    public required string Browser { get; init; }
}

public enum SignInResultKind
{
    Success,
    Failure,

    /// <summary>Refused because of too many failures before, whatever was typed.</summary>
    Lockout,
}

public enum SignInMeans
{
    Password,
    AppCode,
    RecoveryCode,
    Passkey,
}

/// <summary>That someone signed in to an account, or tried to; kept for a while, for its owner.</summary>
public sealed class SignInAttempt
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public int Id { get; private set; }
    public required string EditorId { get; init; }
    public DateTime At { get; init; }
    public SignInResultKind Result { get; init; }
    public SignInMeans Means { get; init; }

    /// <summary>Shortened: it tells a network, not a computer.</summary>
    public string? Address { get; init; }
    public required string Browser { get; init; }
}

/// <summary>Lets a program write through the API in an editor's name.</summary>
public sealed class AccessToken
{
    public const int MaxNameLength = 100;

    public int Id { get; private set; }
    public required string EditorId { get; init; }
    public Editor Editor { get; init; } = null!;

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Of the token, which is not kept.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it publishes too, rather than only drafts; its owner's role may still forbid it.</summary>
    public bool MayPublish { get; init; }
    public DateTime MadeAt { get; init; }
    public DateTime ExpiresAt { get; init; }

    /// <summary>To some minutes.</summary>
    public DateTime? LastUsedAt { get; set; }
}

internal sealed class AccountsConfiguration : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<DeskSession>, IEntityTypeConfiguration<SignInAttempt>, IEntityTypeConfiguration<AccessToken>
{
    private const int HashLength = 64;
    private const int BrowserLength = 60;

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Email).HasMaxLength(Editor.MaxEmailLength);
        invitation.Property(i => i.Name).HasMaxLength(Editor.MaxNameLength);
        invitation.Property(i => i.InvitedBy).HasMaxLength(Editor.MaxNameLength);
        invitation.Property(i => i.Hash).HasMaxLength(HashLength);
        invitation.HasIndex(i => i.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeskSession> session)
    {
        session.Property(s => s.Id).HasMaxLength(HashLength);
        session.Property(s => s.Browser).HasMaxLength(BrowserLength);
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> attempt)
    {
        attempt.Property(a => a.Address).HasMaxLength(45);
        attempt.Property(a => a.Browser).HasMaxLength(BrowserLength);
        attempt.HasIndex(a => new { a.EditorId, a.At });
        attempt.HasIndex(a => a.At);
    }

    public void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(AccessToken.MaxNameLength);
        token.Property(t => t.Hash).HasMaxLength(HashLength);
        token.HasIndex(t => t.Hash).IsUnique();
    }
}

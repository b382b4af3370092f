using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Where a change came from.</summary>
public enum ChangeOrigin { Form, Api, Import, Seed }

/// <summary>One applied Change: who, when, why. Its number follows commit order.</summary>
public sealed class LoggedChange
{
    public const int MaxReasonLength = 500;
    public const int MaxCorrectionLength = 1000;

    public required int Id { get; init; }
    public required string Author { get; init; }
    public required string Reason { get; init; }
    /// <summary>For the public: what was wrong and is now right; null if nothing published was.</summary>
    public string? Correction { get; init; }
    /// <summary>Who read it before it was published; null if its author published it alone, or no person did.</summary>
    public string? Reviewer { get; init; }
    public required ChangeOrigin Origin { get; init; }
    public required DateTime At { get; init; }
    public List<Revision> Revisions { get; } = [];
}

/// <summary>One record's whole content after one change; null where the change withdrew it. Never edited, and tied to no live row.</summary>
public sealed class Revision
{
    public required int RecordId { get; init; }
    public required int Version { get; init; }
    public required RecordKind Kind { get; init; }
    public required string Slug { get; init; }
    public required int Shape { get; init; }
    /// <summary>Canonical JSON.</summary>
    public required string? Content { get; init; }
    /// <summary>Where it was withdrawn by being merged: the slug of the record that took over.</summary>
    public string? MergedInto { get; init; }
    public int ChangeId { get; init; }
    public LoggedChange Change { get; init; } = null!;
}

/// <summary>The words that search finds a record by.</summary>
public sealed class Passage
{
    public required int RecordId { get; init; }
    public Record Record { get; set; } = null!;
    /// <summary>As a reader sees it, line by line; the title first.</summary>
    public string Text { get; set; } = "";
    /// <summary>The words of what the record is called, as indexed: its title, other names, docket number.</summary>
    public string Names { get; set; } = "";
    /// <summary>The words of the text, as indexed.</summary>
    public string Words { get; set; } = "";
    /// <summary>The <see cref="SearchText.Edition"/> that the words were made by.</summary>
    public int Edition { get; set; }
}

internal sealed class LoggedChangeConfiguration : IEntityTypeConfiguration<LoggedChange>
{
    public void Configure(EntityTypeBuilder<LoggedChange> change)
    {
        change.ToTable("Changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Reason).HasMaxLength(LoggedChange.MaxReasonLength);
        change.Property(c => c.Correction).HasMaxLength(LoggedChange.MaxCorrectionLength);
        change.HasMany(c => c.Revisions).WithOne(r => r.Change).HasForeignKey(r => r.ChangeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions");
        revision.HasKey(r => new { r.RecordId, r.Version });
        revision.HasIndex(r => new { r.Kind, r.Slug, r.Version }).IsUnique();
        revision.HasIndex(r => new { r.Kind, r.MergedInto }).HasFilter("\"MergedInto\" IS NOT NULL");
    }
}

internal sealed class PassageConfiguration : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> passage)
    {
        passage.ToTable("Passages");
        passage.HasKey(p => p.RecordId);
        passage.HasOne(p => p.Record).WithOne().HasForeignKey<Passage>(p => p.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}

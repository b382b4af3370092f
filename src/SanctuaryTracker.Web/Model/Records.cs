using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>The seven kinds of record, in the order in which they may copy facts from one another.</summary>
public enum RecordKind { Source, Jurisdiction, Campaign, Letter, Lawsuit, Statement, Response }

/// <summary>The spine: one row for each published record of any kind, whose key the record shares.</summary>
public sealed class Record
{
    public const int MaxSlugLength = 120;

    /// <summary>Given by the Change, kept by the log, and never used again.</summary>
    public required int Id { get; init; }
    public required RecordKind Kind { get; init; }
    public required string Slug { get; init; }
    public string Title { get; set; } = "";
    /// <summary>The title folded for sorting.</summary>
    public string SortTitle { get; set; } = "";
    /// <summary>The date to sort by; empty if unknown.</summary>
    public string SortDate { get; set; } = "";
    public int Version { get; set; }
    public DateTime ChangedAt { get; set; }
    /// <summary>Fields whose value is said to be none.</summary>
    public List<string> None { get; set; } = [];
    /// <summary>Fields said not to apply.</summary>
    public List<string> NotApplicable { get; set; } = [];
    public List<Citation> Citations { get; } = [];
    public List<Document> Documents { get; } = [];
    public List<Reference> References { get; } = [];

    /// <summary>How contents refer to a record of any kind, and where its page is: <c>letters/denver-co-2018-01-24</c>.</summary>
    public string Path => $"{Kind.Path}/{Slug}";
}

/// <summary>What every kind of record is: a row that shares the key of its <see cref="Record"/>, and its own rules.</summary>
public interface IRecorded
{
    int Id { get; }
    Record Record { get; set; }

    /// <summary>The record's name on pages and in lists.</summary>
    string Title { get; }

    /// <summary>The day the record is sorted by.</summary>
    PartialDate? Date { get; }

    /// <summary>What records that refer to this one copy from it: when it changes, they are written again.</summary>
    object? Copied => null;

    /// <summary>Why this record may not be published as it stands.</summary>
    IEnumerable<Problem> Problems();
}

/// <summary>A row within a record, such as a copy or a party; its key is permanent there.</summary>
public interface IKeyed
{
    string? Key { get; set; }
}

/// <summary>That one record's content names another: withdrawing the other is then refused.</summary>
public sealed class Reference
{
    public int FromId { get; set; }
    public int ToId { get; set; }
}

/// <summary>Something wrong with a field, in words for the person who typed it; <c>Record</c> says whose (<c>letters/denver-co-2018-01-24</c>).</summary>
public sealed record Problem(string Field, string Message, string Record = "");

public static class RecordPaths
{
    extension(RecordKind kind)
    {
        /// <summary>The kind as it stands in addresses: <c>letters</c>.</summary>
        public string Path => kind.ToString().ToLowerInvariant() + "s";
    }

    public static bool TryParse(string path, out RecordKind kind, out string slug)
    {
        var parts = path.Split('/');
        slug = parts[^1];
        kind = Enum.GetValues<RecordKind>().FirstOrDefault(k => k.Path == parts[0]);
        return parts.Length == 2 && kind.Path == parts[0] && slug.Length > 0;
    }
}

internal sealed class RecordConfiguration : IEntityTypeConfiguration<Record>
{
    public void Configure(EntityTypeBuilder<Record> record)
    {
        record.ToTable("Records");
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Slug).HasMaxLength(Record.MaxSlugLength);
        record.HasIndex(r => new { r.Kind, r.Slug }).IsUnique();
        record.HasIndex(r => new { r.Kind, r.SortTitle, r.Id });
        record.HasIndex(r => new { r.Kind, r.SortDate, r.Id });
        record.Ignore(r => r.Path);
        record.HasMany(r => r.References).WithOne().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReferenceConfiguration : IEntityTypeConfiguration<Reference>
{
    public void Configure(EntityTypeBuilder<Reference> reference)
    {
        reference.ToTable("References");
        reference.HasKey(r => new { r.FromId, r.ToId });
        reference.HasOne<Record>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.NoAction);
    }
}

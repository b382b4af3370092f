using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

public enum ImportState { Checking, ToMend, Ready, InReview, SentBack, Publishing, Published, Discarded }

/// <summary>A CSV file on its way into the record: one Change, once it is published.</summary>
public sealed class Import
{
    public const int MaxFileNameLength = 200;

    public int Id { get; private set; }
    public required RecordKind Kind { get; init; }
    public required string FileName { get; init; }
    public required Upload Upload { get; init; }
    public required string Reason { get; set; }
    public string? Correction { get; set; }

    /// <summary>That rows which may be published records again are others.</summary>
    public bool AreOthers { get; set; }
    public ImportState State { get; set; }

    /// <summary>The account that brought it.</summary>
    public required string AuthorId { get; init; }
    public required string Author { get; init; }

    /// <summary>Who published it, if another than its author.</summary>
    public string? Reviewer { get; set; }

    /// <summary>What its reviewer said of it, sending it back.</summary>
    public string? Note { get; set; }
    public DateTime ChangedAt { get; set; }

    /// <summary>Rises with each change of state, so that two who act at once are told apart.</summary>
    public int Version { get; set; }

    /// <summary>The number of the Change that it became.</summary>
    public int? ChangeNumber { get; set; }

    /// <summary>The report as JSON; see <see cref="Report"/>.</summary>
    public string? ReportText { get; set; }

    public bool IsAtWork => State is ImportState.Checking or ImportState.Publishing;

    public bool IsOpen => State is not (ImportState.Published or ImportState.Discarded);

    public ImportReport? Report => ReportText is null ? null : JsonSerializer.Deserialize<ImportReport>(ReportText, ContentJson.Options);

    public Change ChangeOf(IReadOnlyList<Edit> edits) => new(Author, Reason, ChangeOrigin.Import, edits, Correction, Reviewer);
}

/// <summary>The bytes of an import’s file, apart from what is looked at often; kept until it is ended.</summary>
public sealed class Upload
{
    public int ImportId { get; private set; }
    public required byte[] Bytes { get; init; }
}

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("Imports");
        import.Ignore(i => i.Report);
        import.HasOne(i => i.Upload).WithOne().HasForeignKey<Upload>(u => u.ImportId).OnDelete(DeleteBehavior.Cascade);
        import.Property(i => i.FileName).HasMaxLength(Import.MaxFileNameLength);
        import.Property(i => i.Version).IsConcurrencyToken();
        import.HasIndex(i => new { i.State, i.ChangedAt });
        import.HasIndex(i => new { i.AuthorId, i.ChangedAt });
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("Uploads");
        upload.HasKey(u => u.ImportId);
    }
}

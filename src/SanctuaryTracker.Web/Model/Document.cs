using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>A file that belongs to a record: the letter, the reply, the filing itself.</summary>
public sealed class Document : IKeyed
{
    public int RecordId { get; set; }
    public Record Record { get; set; } = null!;
    public string? Key { get; set; }
    public int Position { get; set; }
    public string Sha256 { get; set; } = "";
    public string FileName { get; set; } = "";
    public string MediaType { get; set; } = "";
    public long SizeBytes { get; set; }
    public int? Pages { get; set; }
    public string? Title { get; set; }
    public string? Note { get; set; }
    public bool Held { get; set; }
}

/// <summary>A file attached to a record. The file itself is kept by its checksum, apart from the record.</summary>
public sealed class DocumentContent : IKeyed
{
    public const int MaxFileNameLength = 120;

    /// <summary>Permanent within its record, so that differences are stable; made from the document if left out.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>SHA-256 of the file, by which it is kept and by which anyone can tell whether a copy is the same.</summary>
    [Required(ErrorMessage = "Attach the file."), RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Give 64 hexadecimal digits, in lower case.")]
    public string? Sha256 { get; set; }

    /// <summary>The name to save it by.</summary>
    [Required(ErrorMessage = "Give the file’s name."), StringLength(MaxFileNameLength)]
    public string? FileName { get; set; }

    /// <summary>What the file is, by its content: <c>application/pdf</c>, <c>image/png</c>, <c>image/jpeg</c> or <c>text/plain</c>; told by the file if left out.</summary>
    [StringLength(40)]
    public string? MediaType { get; set; }

    /// <summary>Its size in bytes; told by the file if left out.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>How many pages it has, if it has pages; told by the file if left out.</summary>
    public int? Pages { get; set; }

    /// <summary>What it is: “The letter as the county received it”.</summary>
    [StringLength(Text.Short)]
    public string? Title { get; set; }

    /// <summary>What a reader should know of it: where it comes from, what was blacked out, which pages are missing.</summary>
    [StringLength(Text.Long)]
    public string? Note { get; set; }

    /// <summary>Kept for checking quotations alone and shown to nobody, as a newspaper's text is, which belongs to its publisher.</summary>
    public bool Held { get; set; }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("Documents");
        document.HasKey(d => new { d.RecordId, d.Key });
        document.Property(d => d.Key).HasMaxLength(40);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.FileName).HasMaxLength(DocumentContent.MaxFileNameLength);
        document.Property(d => d.MediaType).HasMaxLength(40);
        document.HasOne(d => d.Record).WithMany(r => r.Documents).HasForeignKey(d => d.RecordId).OnDelete(DeleteBehavior.Cascade);
        document.HasIndex(d => d.Sha256);
    }
}

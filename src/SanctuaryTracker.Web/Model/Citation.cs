using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

/// <summary>Whether the source says it, or we read it so.</summary>
public enum Basis { Stated, Inferred }

/// <summary>How the passage bears on the value shown: for it, vaguer than it, or against it.</summary>
public enum Bearing { Supports, Compatible, Disputes }

/// <summary>Ties one field, one row or the whole of a record to a place in a source.</summary>
public sealed class Citation : IKeyed
{
    public int RecordId { get; set; }
    public Record Record { get; set; } = null!;
    public string? Key { get; set; }
    public int Position { get; set; }
    public string? Field { get; set; }
    public int SourceId { get; set; }
    public Source Source { get; set; } = null!;
    public int? Paragraph { get; set; }
    public string? Page { get; set; }
    public string? AsReported { get; set; }
    public List<string> Quotations { get; set; } = [];
    public Basis Basis { get; set; }
    public string? Reasoning { get; set; }
    public Bearing Bearing { get; set; }
    public string Origin { get; set; } = "";
}

/// <summary>A place in a source, and what it says there of one field, one row or the whole record.</summary>
public sealed class CitationContent : IKeyed, IValidatableObject
{
    public const int MaxQuotationWords = 30;

    /// <summary>Permanent within the record, so that footnotes and differences are stable; made from the citation if left out.</summary>
    [StringLength(40), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Key { get; set; }

    /// <summary>A field (<c>sent_on</c>) or a row (<c>copies/durkan</c>); the whole record if left out.</summary>
    [StringLength(100)]
    public string? Field { get; set; }

    /// <summary>The source's slug.</summary>
    [Required(ErrorMessage = "Choose a source."), StringLength(Record.MaxSlugLength), Names(RecordKind.Source)]
    public string? Source { get; set; }

    /// <summary>The paragraph, counted over the non-empty lines of the text from 1.</summary>
    [Range(1, 100_000)]
    public int? Paragraph { get; set; }

    /// <summary>The page, for sources with pages; where the source is attached, counted in the file from 1.</summary>
    [StringLength(40)]
    public string? Page { get; set; }

    /// <summary>What the source says there: its own wording for names, numbers and dates, ours otherwise.</summary>
    [StringLength(Text.Long)]
    public string? AsReported { get; set; }

    /// <summary>What the source prints between quotation marks, contiguous, each under 30 words; where the source’s text is held, they have to stand in it.</summary>
    public List<string> Quotations { get; set; } = [];

    /// <summary>Whether the source says it, or we read it so.</summary>
    public Basis Basis { get; set; }

    /// <summary>Why the source lets us infer it; only if inferred.</summary>
    [StringLength(Text.Long)]
    public string? Reasoning { get; set; }

    /// <summary>How the passage bears on the value shown: for it, vaguer than it, or against it.</summary>
    public Bearing Bearing { get; set; }

    /// <summary>Where the passage comes from, if it is copied from elsewhere: citations of one origin confirm a fact once.</summary>
    [StringLength(100), RegularExpression(Text.KeyPattern, ErrorMessage = "Use lower-case letters, digits and hyphens.")]
    public string? Origin { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Paragraph is null && string.IsNullOrWhiteSpace(Page))
            yield return new("Give the paragraph, or the page.", [nameof(Paragraph)]);
        if (Basis == Basis.Inferred && string.IsNullOrWhiteSpace(Reasoning))
            yield return new("Say why the source lets us infer it.", [nameof(Reasoning)]);
        if (Basis == Basis.Stated && !string.IsNullOrWhiteSpace(Reasoning))
            yield return new("Reasoning belongs to what is inferred; choose inferred, or leave it empty.", [nameof(Reasoning)]);
        if (Quotations.Any(q => q.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= MaxQuotationWords))
            yield return new($"Keep each quotation under {MaxQuotationWords} words.", [nameof(Quotations)]);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> citation)
    {
        citation.ToTable("Citations", t =>
        {
            t.HasCheckConstraint("CK_Citations_Place", "\"Paragraph\" IS NOT NULL OR \"Page\" IS NOT NULL");
            t.HasCheckConstraint("CK_Citations_Reasoning", "(\"Basis\" = 'Inferred') = (\"Reasoning\" IS NOT NULL)");
        });
        citation.HasKey(c => new { c.RecordId, c.Key });
        citation.Property(c => c.Key).HasMaxLength(40);
        citation.HasOne(c => c.Record).WithMany(r => r.Citations).HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Cascade);
        citation.HasOne(c => c.Source).WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.NoAction);
        citation.HasIndex(c => new { c.SourceId, c.Paragraph });
    }
}

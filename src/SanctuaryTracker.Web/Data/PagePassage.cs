using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>What search reads of one page of a published record’s document; held documents have none. The text itself is the file’s: <see cref="FilePage"/>.</summary>
public sealed class PagePassage
{
    /// <summary>A record has fewer pages than two to this power: 500 documents of 2,000 pages.</summary>
    internal const int PageBits = 20;

    /// <summary>Made of the record and of the page’s number among all of its documents’, so that it is the same when it is made again.</summary>
    public required long Id { get; init; }
    public required int RecordId { get; init; }
    public Record Record { get; set; } = null!;
    public required string Sha256 { get; init; }
    public required int Page { get; init; }
    /// <summary>The words of what the record is called: “Denver 1373” finds the page that has the one in the letter that has the other.</summary>
    public required string Names { get; init; }
    /// <summary>The words of the page, as indexed.</summary>
    public required string Words { get; init; }

    internal static long IdOf(int record, int number) => ((long)record << PageBits) + number;
}

internal sealed class PagePassageConfiguration : IEntityTypeConfiguration<PagePassage>
{
    public void Configure(EntityTypeBuilder<PagePassage> page)
    {
        page.ToTable("PagePassages");
        page.Property(p => p.Id).ValueGeneratedNever();
        page.Property(p => p.Sha256).HasMaxLength(64);
        page.HasOne(p => p.Record).WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SanctuaryTracker.Model;

public enum SourceKind { PrimaryDocument, CourtFiling, PressRelease, WireStory, NewsStory, SocialPost, DataSet }

/// <summary>A document that says something of the record.</summary>
public sealed class Source : IRecorded
{
    public int Id { get; private set; }
    public Record Record { get; set; } = null!;
    public string Publisher { get; set; } = "";
    public string? ShortName { get; set; }
    public SourceKind Kind { get; set; }
    public PartialDate? PublishedOn { get; set; }
    public string? Headline { get; set; }
    public string? Url { get; set; }
    public string? ArchivedUrl { get; set; }
    public int? Paragraphs { get; set; }
    public string? TextSha256 { get; set; }
    public string? Note { get; set; }
    public PartialDate? CheckedOn { get; set; }

    public string Title => Headline ?? (PublishedOn is { } on ? $"{Publisher}, {on.InWords()}" : Publisher);
    public PartialDate? Date => PublishedOn;

    /// <summary>What decides whether a citation can stand: where the text ends, and what it says.</summary>
    public object? Copied => (Paragraphs, Kind, string.Join(' ', Record.Documents.OrderBy(d => d.Position).Select(d => d.Sha256)));

    public IEnumerable<Problem> Problems() => [];
}

/// <summary>What an editor says of a source.</summary>
public sealed class SourceContent : Content<Source>
{
    /// <summary>Who published it.</summary>
    [Required(ErrorMessage = "Name the publisher."), StringLength(Text.Short)]
    public string? Publisher { get; set; }

    /// <summary>How citations name the publisher, if shorter: <c>CBS</c>.</summary>
    [StringLength(40)]
    public string? ShortName { get; set; }

    /// <summary>The kind of source.</summary>
    public SourceKind Kind { get; set; } = SourceKind.NewsStory;

    /// <summary>The day on which it was published.</summary>
    public PartialDate? PublishedOn { get; set; }

    /// <summary>The headline or title as printed; left out if it is not known.</summary>
    [StringLength(Text.Short)]
    public string? Title { get; set; }

    /// <summary>Its address on the web.</summary>
    [StringLength(2000), Url(ErrorMessage = "Give a whole address, with https://.")]
    public string? Url { get; set; }

    /// <summary>The address of an archived copy.</summary>
    [StringLength(2000), Url(ErrorMessage = "Give a whole address, with https://.")]
    public string? ArchivedUrl { get; set; }

    /// <summary>How many non-empty lines the text has, so that no citation points past its end.</summary>
    [Range(1, 100_000)]
    public int? Paragraphs { get; set; }

    /// <summary>SHA-256 of the text in which paragraphs were counted, so that anyone holding a copy can tell whether it is the same.</summary>
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Give 64 hexadecimal digits, in lower case.")]
    [JsonPropertyName("text_sha256")]
    public string? TextSha256 { get; set; }

    /// <summary>What a reader should know of the source.</summary>
    [StringLength(Text.Long)]
    public string? Note { get; set; }

    /// <summary>The day on which someone last looked whether the source still says what is cited.</summary>
    public PartialDate? CheckedOn { get; set; }

    internal override bool NeedsCitation => false;

    internal override string SuggestedSlug => Text.Slug($"{Publisher} {PublishedOn?.Value} {Title}");

    internal override IEnumerable<string?> Names => [Publisher, ShortName, Title];

    internal override IEnumerable<string?> Called => [Title, $"{Publisher}, {PublishedOn?.InWords()}", Publisher, ShortName];

    internal override IEnumerable<string?> Words => [Publisher, ShortName, Title, Note];

    protected override Task ApplyToAsync(Source entity, References refs)
    {
        entity.Publisher = Publisher ?? "";
        entity.ShortName = ShortName;
        entity.Kind = Kind;
        entity.PublishedOn = PublishedOn;
        entity.Headline = Title;
        entity.Url = Url;
        entity.ArchivedUrl = ArchivedUrl;
        entity.Paragraphs = Paragraphs;
        entity.TextSha256 = TextSha256;
        entity.Note = Note;
        entity.CheckedOn = CheckedOn;
        return Task.CompletedTask;
    }
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.ToTable("Sources");
        source.HasOne(s => s.Record).WithOne().HasForeignKey<Source>(s => s.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

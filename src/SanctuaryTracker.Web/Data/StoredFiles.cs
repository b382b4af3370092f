using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>Whether a file's text could be read; recognized is what a machine read off a scan, with its errors.</summary>
public enum TextState { Extracted, Recognized, NoText, Failed }

/// <summary>A file that was taken in, known by its checksum; its bytes are in the documents' folder under that name.</summary>
/// <remarks>No part of the log or of what is made from it: contents name files, and files name nothing.</remarks>
public sealed class StoredFile
{
    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    /// <summary>By our own judgement of its content.</summary>
    public required string MediaType { get; init; }
    public required long SizeBytes { get; init; }
    /// <summary>Null if it has no pages, or they could not be counted.</summary>
    public int? Pages { get; init; }
    public required TextState TextState { get; init; }
    /// <summary>Why there is no text, in words; null if there is.</summary>
    public string? TextProblem { get; init; }
    public bool HasText => TextState is TextState.Extracted or TextState.Recognized;
    /// <summary>When it was taken in, or last again.</summary>
    public required DateTime StoredAt { get; init; }
    /// <summary>Whether a revision names it: then it is kept for good.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What an editor says of the file that it is not.</summary>
    internal IEnumerable<Problem> Problems(DocumentContent document)
    {
        if (document.MediaType != MediaType)
            yield return new("media_type", $"The file is {MediaType}.");
        if (document.SizeBytes != SizeBytes)
            yield return new("size_bytes", $"The file has {SizeBytes} bytes.");
        if (document.Pages != Pages)
            yield return new("pages", Pages is null ? "The pages of this file are not counted: leave them out." : $"The file has {Pages} pages.");
        if (FileKind.OfMediaType(MediaType).CleanName(document.FileName) is var clean && clean != document.FileName)
            yield return new("file_name", $"Give a plain file name with the ending of its kind, such as “{clean}”.");
    }
}

internal static class StoredFiles
{
    /// <summary>Says of a content's documents what their files tell and the author left out.</summary>
    public static async Task FillDocumentsAsync(this TrackerDb db, Content? content, CancellationToken ct)
    {
        if (content is null or { Documents.Count: 0 })
            return;
        var named = content.Documents.ConvertAll(d => d.Sha256);
        var files = await db.Files.AsNoTracking().Where(f => named.Contains(f.Sha256)).ToDictionaryAsync(f => f.Sha256, ct);
        foreach (var document in content.Documents)
            if (document.Sha256 is { } sha256 && files.TryGetValue(sha256, out var file))
            {
                document.MediaType ??= file.MediaType;
                document.SizeBytes ??= file.SizeBytes;
                document.Pages ??= file.Pages;
            }
    }
}

/// <summary>The text of one page; of a plain text, of as many paragraphs as make a page.</summary>
public sealed class FilePage
{
    public required string Sha256 { get; init; }
    /// <summary>From 1.</summary>
    public required int Page { get; init; }
    /// <summary>Line by line; of a plain text, paragraph by paragraph.</summary>
    public required string Text { get; init; }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("Files");
        file.HasKey(f => f.Sha256);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.MediaType).HasMaxLength(40);
        file.HasMany<Document>().WithOne().HasForeignKey(d => d.Sha256).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class FilePageConfiguration : IEntityTypeConfiguration<FilePage>
{
    public void Configure(EntityTypeBuilder<FilePage> page)
    {
        page.ToTable("FilePages");
        page.HasKey(p => new { p.Sha256, p.Page });
        page.Property(p => p.Sha256).HasMaxLength(64);
        page.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.Sha256).OnDelete(DeleteBehavior.Cascade);
    }
}

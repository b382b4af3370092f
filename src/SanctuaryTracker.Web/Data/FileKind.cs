using System.Globalization;
using System.Text;

namespace SanctuaryTracker.Data;

/// <summary>What a file is, told by its content; its name and whoever sends it can only be compared with that.</summary>
/// <param name="Name">With its article, as it stands in a sentence: “a PDF”.</param>
/// <param name="MediaType">What it is served as; null if files of this kind are not taken.</param>
/// <param name="Extensions">What its name may end in; the first is added to a name without one.</param>
public sealed record FileKind(string Name, string? MediaType, params IReadOnlyList<string> Extensions)
{
    private const int StartLength = 1024;
    private static readonly string[] MarkupBeginnings = ["<!doctype", "<html", "<?xml", "<svg"];
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static FileKind Pdf { get; } = new("a PDF", "application/pdf", "pdf");
    public static FileKind Png { get; } = new("a PNG image", "image/png", "png");
    public static FileKind Jpeg { get; } = new("a JPEG image", "image/jpeg", "jpg", "jpeg");
    public static FileKind Text { get; } = new("plain text", "text/plain", "txt");

    private static readonly FileKind Tiff = new("a TIFF image", null, "tif", "tiff");
    private static readonly FileKind Gif = new("a GIF image", null, "gif");
    private static readonly FileKind Zip = new("a ZIP archive, as Word’s and other office files are", null, "zip", "docx", "xlsx", "pptx", "odt", "ods");
    private static readonly FileKind OldOffice = new("an office file", null, "doc", "xls", "ppt", "msg");
    private static readonly FileKind Rtf = new("rich text", null, "rtf");
    private static readonly FileKind WebP = new("a WebP image", null, "webp");
    private static readonly FileKind Heif = new("an HEIF image or a film", null, "heic", "heif", "mp4", "mov");
    private static readonly FileKind Gzip = new("a gzip archive", null, "gz", "tgz");
    private static readonly FileKind Markup = new("a web page or other markup", null, "html", "htm", "xhtml", "svg", "xml");
    private static readonly FileKind Utf16 = new("text in UTF-16", null);
    private static readonly FileKind OtherText = new("text in another encoding than UTF-8", null);
    private static readonly FileKind Unknown = new("of a kind not known here", null);

    private static readonly IReadOnlyList<FileKind> All = [Pdf, Png, Jpeg, Text, Tiff, Gif, Zip, OldOffice, Rtf, WebP, Heif, Gzip, Markup];

    private static readonly (FileKind Kind, int At, byte[] Bytes)[] Signatures =
    [
        (Pdf, 0, "%PDF-"u8.ToArray()), (Png, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]), (Jpeg, 0, [0xff, 0xd8, 0xff]),
        (Tiff, 0, [(byte)'I', (byte)'I', 0x2a, 0]), (Tiff, 0, [(byte)'M', (byte)'M', 0, 0x2a]), (Gif, 0, "GIF8"u8.ToArray()), (Zip, 0, [(byte)'P', (byte)'K', 3, 4]), (Zip, 0, [(byte)'P', (byte)'K', 5, 6]),
        (OldOffice, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), (Rtf, 0, "{\\rtf"u8.ToArray()), (WebP, 8, "WEBP"u8.ToArray()), (Heif, 4, "ftyp"u8.ToArray()), (Gzip, 0, [0x1f, 0x8b]),
        (Utf16, 0, [0xff, 0xfe]), (Utf16, 0, [0xfe, 0xff]),
    ];

    public static FileKind OfMediaType(string mediaType) => All.First(kind => kind.MediaType == mediaType);

    /// <summary>Whether files of this kind are taken.</summary>
    public bool IsTaken => MediaType is not null;

    /// <summary>Judges by the signature and, of a text, by every character.</summary>
    public static async Task<FileKind> OfAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[Math.Min(StartLength, file.Length)];
        await file.ReadExactlyAsync(start, ct);
        return OfStart(start) ?? OfText(await File.ReadAllBytesAsync(path, ct));
    }

    public static FileKind Of(byte[] file) => OfStart(file.AsSpan(0, Math.Min(StartLength, file.Length))) ?? OfText(file);

    private static FileKind? OfStart(ReadOnlySpan<byte> start)
    {
        foreach (var (kind, at, bytes) in Signatures)
            if (start[Math.Min(at, start.Length)..].StartsWith(bytes))
                return kind;
        return start.ContainsAnyInRange((byte)0, (byte)8) ? Unknown : null;
    }

    private static FileKind OfText(byte[] file)
    {
        try
        {
            var text = Decode(file);
            return Model.Text.HasControlCharacters(text) ? Unknown : MarkupBeginnings.Any(tag => text.AsSpan().TrimStart().StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? Markup : Text;
        }
        catch (DecoderFallbackException)
        {
            return OtherText;
        }
    }

    /// <summary>The characters of a plain text; a form feed is a line's end.</summary>
    public static string Decode(byte[] file) => StrictUtf8.GetString(file).TrimStart('\ufeff').Replace('\f', '\n');

    /// <summary>What a file says it is: by the ending of its name or, where that says nothing, by the type it was sent with.</summary>
    public static FileKind? Said(string name, string? declaredType) =>
        All.FirstOrDefault(kind => kind.Extensions.Any(e => name.EndsWith($".{e}", StringComparison.OrdinalIgnoreCase))) ?? All.FirstOrDefault(kind => kind.IsTaken && kind.MediaType == declaredType?.Split(';')[0].Trim().ToLowerInvariant());

    /// <summary>A name that can stand in an address, a header and a file system, and ends as this kind's names do.</summary>
    public string CleanName(string? name)
    {
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "").Split('/', '\\')[^1].EnumerateRunes())
            if (rune.Value is '"' or '<' or '>' or ':' or '|' or '?' or '*' or '%' or '#' or ';')
                clean.Append('-');
            else if (Rune.IsWhiteSpace(rune))
                clean.Append(clean is [.., ' '] ? "" : " ");
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar)
                clean.Append(rune);
        var plain = clean.ToString().Normalize().Trim(' ', '.', '-');
        var ending = Extensions.FirstOrDefault(e => plain.EndsWith($".{e}", StringComparison.OrdinalIgnoreCase));
        var stem = ending is null ? plain : plain[..^(ending.Length + 1)];
        ending = ending is null ? Extensions[0] : plain[^ending.Length..];
        stem = Model.Text.Cut(stem, Model.DocumentContent.MaxFileNameLength - ending.Length - 1).TrimEnd(' ', '.', '-');
        return $"{(stem.Length == 0 ? "document" : stem)}.{ending}";
    }
}

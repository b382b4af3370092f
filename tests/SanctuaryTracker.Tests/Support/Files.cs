using System.IO.Compression;
using System.Text;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SanctuaryTracker.Tests.Support;

/// <summary>Small files of each kind, made here.</summary>
public static class Files
{
    /// <summary>A PDF with a page for each text; lines stand one below the other.</summary>
    public static byte[] Pdf(params string[] pages) => Pdf(TextRenderingMode.Fill, pages);

    /// <summary>A scan with the text that a machine read off it.</summary>
    public static byte[] Recognized(params string[] pages) => Pdf(TextRenderingMode.Neither, pages);

    private static byte[] Pdf(TextRenderingMode mode, string[] pages)
    {
        using var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
        {
            var page = pdf.AddPage(PageSize.Letter);
            page.SetTextRenderingMode(mode);
            foreach (var (i, line) in text.Split('\n').Index().Where(l => l.Item.Length > 0))
                page.AddText(line, 11, new PdfPoint(72, 720 - 14 * i), font);
        }
        return pdf.Build();
    }

    /// <summary>A PDF whose pages are pictures, as a scanner makes it.</summary>
    public static byte[] Scan(int pages = 1)
    {
        using var pdf = new PdfDocumentBuilder();
        for (var i = 0; i < pages; i++)
            pdf.AddPage(PageSize.Letter).AddPng(Png(), new PdfRectangle(72, 72, 540, 720));
        return pdf.Build();
    }

    public static byte[] Png() => Picture(SKEncodedImageFormat.Png);

    public static byte[] Jpeg() => Picture(SKEncodedImageFormat.Jpeg);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(string name = "word/document.xml")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            zip.CreateEntry(name);
        return bytes.ToArray();
    }

    public static string Sha256(byte[] file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));

    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(40, 30);
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}

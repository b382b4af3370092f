using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace SanctuaryTracker.Data;

/// <summary>What could be read of a PDF.</summary>
/// <param name="Pages">How many it has; null if that could not be told.</param>
/// <param name="Texts">The text of each page; empty where there is a problem.</param>
/// <param name="Problem">Why its text could not be read, in words.</param>
/// <param name="IsRecognized">Whether the text lies unseen behind pictures: a machine has read it off a scan.</param>
internal sealed record PdfReading(int? Pages, IReadOnlyList<string> Texts, string? Problem, bool IsRecognized = false);

/// <summary>Reads a PDF's text in a process of its own, so that no file, however it is made, can hold up, fill up or bring down the site.</summary>
internal static class PdfText
{
    /// <summary>The program's own command, for itself alone.</summary>
    public const string Command = "read-pdf";

    private const int MaxMegabytes = 512;
    private const int MaxCharacters = 8_000_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(1);
    private static readonly SemaphoreSlim Places = new(2);

    public static async Task<PdfReading> ReadAsync(string path, CancellationToken ct)
    {
        await Places.WaitAsync(ct);
        try
        {
            using var process = Process.Start(Itself([Command, path])) ?? throw new InvalidOperationException("The program could not start itself to read a PDF.");
            process.BeginErrorReadLine();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(MaxTime);
            try
            {
                return await JsonSerializer.DeserializeAsync<PdfReading>(process.StandardOutput.BaseStream, cancellationToken: limit.Token) ?? throw new JsonException();
            }
            catch (JsonException)
            {
                return new(null, [], $"Reading it needs more than the {MaxMegabytes} MB of memory that a file is given, or broke off.");
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return new(null, [], $"Reading it takes longer than the {MaxTime.TotalSeconds:N0} seconds that a file is given.");
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>What the process does: reads the file it is given and tells on standard output what it found.</summary>
    public static int Run(string path)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, Read(path));
        return 0;
    }

    private static PdfReading Read(string path)
    {
        int? pages = null;
        try
        {
            using var pdf = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            pages = pdf.NumberOfPages;
            if (pages > DocumentStore.MaxPages)
                return new(pages, [], null);
            var texts = new List<string>();
            int characters = 0, letters = 0, unseen = 0;
            foreach (var page in pdf.GetPages())
            {
                letters += page.Letters.Count;
                unseen += page.Letters.Count(l => l.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip);
                texts.Add(ContentOrderTextExtractor.GetText(page));
                if ((characters += texts[^1].Length) > MaxCharacters)
                    return new(pages, [], "It has more text than is kept of one file.");
            }
            return IsUnreadable(texts) ? new(pages, [], "Its letters do not tell which characters they are.") : new(pages, texts.ConvertAll(Tidy), null, unseen * 2 > letters);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new(pages, [], "It is encrypted.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(pages, [], "It is damaged, or made in a way that cannot be read here.");
        }
    }

    /// <summary>Line by line, ligatures spelt out, without what no page can show.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is >= 0xfb00 and <= 0xfb06)
                tidy.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (rune.Value == '\n' || !IsOdd(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                tidy.Append(rune);
        return string.Join('\n', tidy.ToString().Normalize().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    /// <summary>Whether so many letters stand for no character that the rest is of no use.</summary>
    private static bool IsUnreadable(IEnumerable<string> texts)
    {
        int all = 0, odd = 0;
        foreach (var rune in texts.SelectMany(text => text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r))))
        {
            all++;
            odd += IsOdd(rune) ? 1 : 0;
        }
        return odd * 5 > all;
    }

    private static bool IsOdd(Rune rune) =>
        rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>This program, started as it was itself: by its own name, or by <c>dotnet</c>.</summary>
    private static ProcessStartInfo Itself(IEnumerable<string> arguments)
    {
        var assembly = typeof(PdfText).Assembly;
        var isNamed = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == assembly.GetName().Name;
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new(isNamed ? Environment.ProcessPath! : Path.GetFullPath(dotnet), isNamed ? arguments : ["exec", Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.dll"), .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true,
            Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_GCHeapHardLimit"] = $"0x{(long)MaxMegabytes << 20:x}", ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
    }
}

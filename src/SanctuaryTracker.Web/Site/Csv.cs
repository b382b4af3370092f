using System.Globalization;
using CsvHelper;

namespace SanctuaryTracker.Site;

/// <summary>A column of a table to download: its name in the data dictionary, and how a row says it.</summary>
public sealed record Column<T>(string Name, Func<T, string?> Value)
{
    /// <summary>Its heading on a page, where that is not the name in words.</summary>
    public string Words { get; init; } = Site.Words.FieldInWords(Name);

    /// <summary>What it holds, where neither the row nor the record's content has a field of that name to say so.</summary>
    public string? Meaning { get; init; }
}

/// <summary>A table as CSV (RFC 4180, UTF-8), written as it is read: memory stays flat however long it is.</summary>
/// <remarks>It begins with a byte order mark, by which spreadsheets know the encoding; text that a spreadsheet would take for a formula is escaped with an apostrophe.</remarks>
public sealed class Csv<T>(string name, IAsyncEnumerable<T> rows, IReadOnlyList<Column<T>> columns) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        var ct = httpContext.RequestAborted;
        await using var csv = CsvWriter.Create(response.Body, new() { WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select(c => c.Name)], ct);
        await foreach (var row in rows.WithCancellation(ct))
            await csv.WriteRecordAsync([.. columns.Select(c => Safe(c.Value(row) ?? ""))], ct);
    }

    /// <summary>A longitude west of Greenwich begins with a minus too, and is a number.</summary>
    private static string Safe(string text) =>
        text.Length == 0 || !"=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : $"'{text}";
}

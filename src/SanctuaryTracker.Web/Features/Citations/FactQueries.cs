using System.Collections;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Citations;

/// <summary>One fact under its permanent address: what the record shows, and what one passage says of it.</summary>
/// <param name="FieldInWords">What is claimed, as a reader would name it.</param>
/// <param name="Value">What the record shows there, in words; null if it shows nothing, and where the whole record is cited.</param>
/// <param name="Others">What else is cited for the same, whether it agrees or not.</param>
public sealed record Fact(RecordLink Record, DateTime ChangedAt, string FieldInWords, string? Value, CitationItem Citation, IReadOnlyList<CitationItem> Others)
{
    /// <summary>The fact as a sentence with its source.</summary>
    internal string Claim => Citation.Field is null ? $"{Record.Title} (cited for the record as a whole, not for each fact in its name). {Citation.Claim}"
        : $"{Words.Ended(Record.Title)}{Words.Ended($" {FieldInWords}: {Value ?? "not known"}")} {Citation.Claim}";
}

public static class FactQueries
{
    extension(TrackerDb db)
    {
        public async Task<Fact?> FindFactAsync(RecordKind kind, string slug, string key, CancellationToken ct)
        {
            if (await db.FindRecordAsync(kind, slug, ct) is not { } record || record.Citations.FirstOrDefault(c => c.Key == key) is not { } citation)
                return null;
            var revision = await db.FindLatestRevisionAsync(kind, slug, ct);
            var named = await db.Set<Reference>().Where(r => r.FromId == revision!.RecordId).Join(db.Records, r => r.ToId, r => r.Id, (_, other) => other).ToListAsync(ct);
            var titles = named.SelectMany(r => new[] { (Name: r.Slug, r.Title), (Name: r.Path, r.Title) }).DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Title);
            if (citation.Field == "state")
                titles = States.Names.ToDictionary();
            var value = citation.Field is not { } field ? null
                : record.None.Contains(field) ? "none"
                : record.NotApplicable.Contains(field) ? "not applicable"
                : InWords(ValueOf(ContentJson.Parse(kind, revision!.Content!), field.Split('/')), titles);
            return new(new(kind, slug, record.Title), record.ChangedAt, Words.FieldInWords(citation.Field), value, citation,
                [.. record.Citations.Where(c => c.Field == citation.Field && c.Key != key)]);
        }
    }

    /// <summary>A field's value, or the row with a key.</summary>
    private static object? ValueOf(Content content, string[] field)
    {
        var value = ContentJson.Fields(content.GetType()).FirstOrDefault(p => ContentJson.Name(p.Name) == field[0])?.GetValue(content);
        return field.Length == 1 ? value : (value as IEnumerable)?.OfType<IKeyed>().FirstOrDefault(row => row.Key == field[1]);
    }

    /// <param name="titles">Those of the records that the content names, by slug and by path.</param>
    private static string? InWords(object? value, Dictionary<string, string> titles) => value switch
    {
        null or "" => null,
        string text => titles.GetValueOrDefault(text, text),
        PartialDate date => date.InWords(),
        Enum word => word.InWords(),
        IEnumerable list => string.Join("; ", list.Cast<object?>().Select(item => InWords(item, titles)).OfType<string>()) is { Length: > 0 } all ? all : null,
        IKeyed row => InWords(row.GetType().GetProperties().Where(p => p.CanWrite && p.Name != nameof(IKeyed.Key)).Select(p => p.GetValue(row)), titles),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

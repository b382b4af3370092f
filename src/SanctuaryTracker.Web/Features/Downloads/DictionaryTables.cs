using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Citations;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Sources;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Downloads;

/// <param name="Values">The words it can hold, if there are only some.</param>
public sealed record DictionaryColumn(string Name, IReadOnlyList<string> Values, string Meaning);

/// <param name="Name">Of the list: <c>letters</c>, of <c>letters.csv</c>.</param>
public sealed record DictionaryTable(string Name, IReadOnlyList<DictionaryColumn> Columns);

/// <summary>The columns of the tables to download, with what the list's items say of them, or else the content they are taken from.</summary>
public static class DictionaryTables
{
    public static IReadOnlyList<DictionaryTable> All { get; } =
    [
        Of("jurisdictions", JurisdictionList.Columns, typeof(JurisdictionContent)),
        Of("campaigns", CampaignList.Columns, typeof(CampaignContent)),
        Of("letters", LetterList.Columns, typeof(LetterContent)),
        Of("responses", ResponseList.Columns, typeof(ResponseContent)),
        Of("statements", StatementList.Columns, typeof(StatementContent)),
        Of("lawsuits", LawsuitList.Columns, typeof(LawsuitContent)),
        Of("sources", SourceList.Columns, typeof(SourceContent)),
        Of("citations", CitationList.Columns, typeof(CitationContent)),
    ];

    private static DictionaryTable Of<T>(string list, IReadOnlyList<Column<T>> columns, Type content) => new(list,
    [
        new("slug", [], "The slug of the record that the row is about."),
        .. columns.Select(column =>
        {
            var fields = new[] { typeof(T), content }.SelectMany(t => t.GetProperties()).Where(p => ContentJson.Name(p.Name) == column.Name).ToList();
            return new DictionaryColumn(column.Name, [.. fields.Select(f => Words(f.PropertyType)).FirstOrDefault(w => w.Length > 0) ?? []], column.Meaning ?? fields.Select(Meanings.Of).FirstOrDefault(m => m.Length > 0) ?? "");
        }),
        new("address", [], "The address of that record’s page."),
    ]);

    private static string[] Words(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GenericTypeArguments[0] : type)) is { IsEnum: true } words ? Enum.GetNames(words) : [];
}

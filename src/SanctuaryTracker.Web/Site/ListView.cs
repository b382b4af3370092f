using Microsoft.AspNetCore.WebUtilities;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A value to choose, and how a reader would say it.</summary>
public sealed record Choice(string Value, string Words);

/// <summary>A filter of a list: values with counts, a few choices that nobody counted, or free text if it has neither.</summary>
/// <param name="OnlyWith">Other filters, one of which has to be in force for this one to mean anything.</param>
public sealed record FilterField(string Name, string Label, string? Value, Facet? Facet = null, params IReadOnlyList<string> OnlyWith)
{
    /// <summary>The mark of a value, for facets whose values have one.</summary>
    public Func<string, string>? Mark { get; init; }

    public IReadOnlyList<Choice>? Choices { get; init; }

    public string ValueInWords => Facet?.Values.FirstOrDefault(v => v.Value == Value)?.Words ?? Choices?.FirstOrDefault(c => c.Value == Value)?.Words ?? Value ?? "";

    public static FilterField Of<T>(string name, string label, T? value)
        where T : struct, Enum =>
        new(name, label, value?.ToString()) { Choices = [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), v.InWords()))] };

    public static FilterField YesNo(string name, string label, bool? value, string yes, string no) =>
        new(name, label, value is { } on ? on ? "true" : "false" : null) { Choices = [new("true", yes), new("false", no)] };

    public static FilterField Day(string name, string label, PartialDate? value) => new(name, label, value?.Value);
}

/// <summary>The columns of a list that a reader can choose, and those shown.</summary>
public sealed record ColumnChoice(IReadOnlyList<Choice> All, IReadOnlyList<string> Shown, bool IsChosen)
{
    /// <summary>So many have room on a page.</summary>
    public const int Most = 8;
}

/// <summary>What a list's page shows around its entries: filters, those in force, order, columns and the next page; its links keep all the rest.</summary>
public sealed record ListView(string Path, (string One, string Many) Noun, int Total, string? Next, bool IsFirst, int Limit, IReadOnlyList<FilterField> Fields, FilterOrder? Order = null, ColumnChoice? Columns = null)
{
    /// <summary>So many values of a facet stand open; where there are more, the rest are behind one line.</summary>
    public const int MaxOpenValues = 8;

    public bool HasCsv { get; init; } = true;

    public IEnumerable<FilterField> InForce => Fields.Where(f => !string.IsNullOrEmpty(f.Value));

    /// <summary>The page's title: what it lists, and the filters in force.</summary>
    public string Titled(string list) => InForce.Any() ? $"{list}, {string.Join("; ", InForce.Select(f => $"{f.Label}: {f.ValueInWords}"))}" : list;

    public string FirstAddress => Address(Path);

    public string NextAddress => Address(Path, ("cursor", Next));

    public string ClearAddress => Address(Path, [.. Fields.Select(f => (f.Name, (string?)null))]);

    /// <summary>The picture that stands beside a link to it.</summary>
    public string CardAddress => Address($"/cards{Path}.png", ("columns", null), ("limit", null));

    public string UsualColumns => Address(Path, ("columns", null));

    public string JsonAddress => Address($"/api/v1{Path}", ("columns", null));

    public string CsvAddress => Address($"{Path}.csv", ("limit", null));

    public string With(FilterField field, string value) => Address(Path, (field.Name, value));

    public string Without(FilterField field) =>
        Address(Path, [(field.Name, null), .. Fields.Where(f => f.OnlyWith.Count > 0 && !InForce.Any(other => other != field && f.OnlyWith.Contains(other.Name))).Select(f => (f.Name, (string?)null))]);

    public string SortedBy(string sort) => Address(Path, ("sort", sort == Order!.Choices[0].Value ? null : sort));

    /// <summary>What a form has to send along so that all but its own fields stay as they are.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Kept(params IReadOnlyList<string> own) => Query.Where(p => !own.Contains(p.Key));

    /// <summary>In one order, so that one list has one address.</summary>
    private IEnumerable<string> Names => [.. Fields.Select(f => f.Name), "sort", "columns", "limit", "cursor"];

    private Dictionary<string, string?> Query
    {
        get
        {
            var query = InForce.ToDictionary(f => f.Name, f => f.Value);
            if (Order is not null && Order.Value != Order.Choices[0].Value)
                query["sort"] = Order.Value;
            if (Columns is { IsChosen: true })
                query["columns"] = string.Join(',', Columns.Shown);
            if (Limit != Paging.DefaultLimit)
                query["limit"] = $"{Limit}";
            return query;
        }
    }

    private string Address(string path, params IEnumerable<(string Name, string? Value)> changed)
    {
        var query = Query;
        foreach (var (name, value) in changed)
            query[name] = value;
        return QueryHelpers.AddQueryString(path, Names.Where(name => !string.IsNullOrEmpty(query.GetValueOrDefault(name))).Select(name => KeyValuePair.Create(name, query[name])));
    }
}

/// <summary>The orders of a list; the first is the usual one.</summary>
public sealed record FilterOrder(string Value, params IReadOnlyList<Choice> Choices)
{
    public static FilterOrder Of<T>(T value, params IEnumerable<(T Value, string Words)> choices)
        where T : struct, Enum =>
        new(value.ToString(), [.. choices.Select(c => new Choice(c.Value.ToString(), c.Words))]);
}

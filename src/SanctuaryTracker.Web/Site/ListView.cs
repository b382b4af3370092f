using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A value that a filter can take, and how a reader would say it.</summary>
public sealed record Choice(string Value, string Words);

/// <summary>A filter of a list: choices, or free text if there are none.</summary>
/// <param name="OnlyWith">Other filters, one of which has to be in force for this one to mean anything.</param>
public sealed record FilterField(string Name, string Label, string? Value, IReadOnlyList<Choice>? Choices = null, params IReadOnlyList<string> OnlyWith)
{
    /// <summary>What is chosen stays a choice, however many others there are.</summary>
    public IReadOnlyList<Choice>? Choices { get; } = Choices is null || string.IsNullOrEmpty(Value) || Choices.Any(c => c.Value == Value) ? Choices : [.. Choices, new(Value, Value)];

    public string ValueInWords => Choices?.FirstOrDefault(c => c.Value == Value)?.Words ?? Value ?? "";

    public static FilterField Of<T>(string name, string label, T? value)
        where T : struct, Enum =>
        new(name, label, value?.ToString(), [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), v.InWords()))]);

    public static FilterField YesNo(string name, string label, bool? value, string yes, string no) =>
        new(name, label, value is { } on ? on ? "true" : "false" : null, [new("true", yes), new("false", no)]);
}

/// <summary>What a list's page shows around its entries: filters, those in force, order and the next page.</summary>
public sealed record ListView(string Path, int Total, string? Next, bool IsFirst, IReadOnlyList<FilterField> Fields, FilterField? Sort = null)
{
    public IEnumerable<FilterField> InForce => Fields.Where(f => !string.IsNullOrEmpty(f.Value));

    public string Without(FilterField field)
    {
        var left = InForce.Where(f => f != field).ToList();
        return Address(left.Where(f => f.OnlyWith.Count == 0 || left.Exists(other => f.OnlyWith.Contains(other.Name))));
    }

    public string NextAddress => QueryHelpers.AddQueryString(Address(InForce), "cursor", Next!);

    public string FirstAddress => Address(InForce);

    public string ApiAddress => $"/api/v1{FirstAddress}";

    private string Address(IEnumerable<FilterField> fields)
    {
        var values = (Sort is null || Sort.Value == Sort.Choices![0].Value ? fields : fields.Append(Sort)).ToDictionary(f => f.Name, f => f.Value);
        return QueryHelpers.AddQueryString(Path, values);
    }
}

public static class Choices
{
    extension(IQueryable<Record> records)
    {
        /// <summary>Records to filter by, by title; a filter takes the slug of any other at its address.</summary>
        public async Task<IReadOnlyList<Choice>> ToChoicesAsync(CancellationToken ct) =>
            await records.OrderBy(r => r.SortTitle).ThenBy(r => r.Id).Take(Paging.MaxLimit).Select(r => new Choice(r.Slug, r.Title)).ToListAsync(ct);
    }
}

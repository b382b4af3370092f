using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A value that a filter can take.</summary>
/// <param name="Value">As the parameter takes it.</param>
/// <param name="Words">As a reader would say it.</param>
/// <param name="Count">How many the list shows if this value is chosen and the other filters stay in force.</param>
public sealed record FacetValue(string Value, string Words, int Count);

/// <summary>The values of one filter that lead to something, and the one in force.</summary>
/// <param name="Parameter">The filter's parameter.</param>
/// <param name="Values">At most 500: those that lead to most. A record can have several values of one filter, so that counts may add up to more than the list.</param>
public sealed record Facet(string Parameter, IReadOnlyList<FacetValue> Values);

/// <summary>What the filters of a list can be set to, with counts.</summary>
/// <param name="Total">How many the filters in force match.</param>
public sealed record FacetCounts(int Total, IReadOnlyList<Facet> Facets)
{
    /// <summary>The page's filter that a facet stands behind.</summary>
    public FilterField Field<TValue>(string parameter, string label, TValue? value, params IReadOnlyList<string> onlyWith) =>
        new(parameter, label, value is bool on ? on ? "true" : "false" : value?.ToString(), Facets.Single(f => f.Parameter == parameter), onlyWith);
}

/// <summary>Counts the facets of one list: each by the list's own question, in which that one filter is left open or takes each value in turn.</summary>
public sealed class FacetCounter<TFilter, T>(TrackerDb db, TFilter filter, Func<TFilter, Task<IQueryable<T>>> matching, CancellationToken ct)
{
    private const int MaxValues = 500;

    private int? total;

    public async Task<int> TotalAsync() => total ??= await (await matching(filter)).CountAsync(ct);

    /// <summary>By a value that each row has once at most.</summary>
    /// <param name="open">The filters in force without this one.</param>
    public async Task<Facet> ByAsync<TKey>(string parameter, object? chosen, TFilter open, Func<IQueryable<T>, IQueryable<TKey>> keys, Func<TKey, string>? words = null)
    {
        var groups = await keys(await matching(open)).GroupBy(key => key).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(MaxValues).ToListAsync(ct);
        var values = groups.Where(g => g.Key is not null).Select(g => new FacetValue(g.Key!.ToString()!, words?.Invoke(g.Key) ?? InWords(g.Key), g.Count)).ToList();
        return await WithChosenAsync(parameter, values, chosen?.ToString(), value => words is not null && value is TKey key ? words(key) : chosen is Enum word ? word.InWords() : value);
    }

    /// <summary>By the records that rows name, given by their keys.</summary>
    public async Task<Facet> ByRecordAsync(string parameter, RecordKind kind, string? chosen, TFilter open, Func<IQueryable<T>, IQueryable<int?>> keys)
    {
        var groups = keys(await matching(open)).Where(key => key != null).GroupBy(key => key).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(MaxValues);
        var found = await groups.Join(db.Records, g => g.Key, r => r.Id, (g, r) => new { r.Slug, r.Title, r.SortTitle, g.Count }).ToListAsync(ct);
        var values = found.OrderByDescending(v => v.Count).ThenBy(v => v.SortTitle, StringComparer.Ordinal).Select(v => new FacetValue(v.Slug, v.Title, v.Count)).ToList();
        var title = chosen is null || values.Exists(v => v.Value == chosen) ? null : await db.Records.Where(r => r.Kind == kind && r.Slug == chosen).Select(r => r.Title).FirstOrDefaultAsync(ct);
        return await WithChosenAsync(parameter, values, chosen, slug => title ?? slug);
    }

    /// <summary>By what is worked out of each row, all values in one question.</summary>
    /// <param name="options">The values, and the keys that they stand for: a row can have several.</param>
    public async Task<Facet> WorkedOutAsync<TKey>(string parameter, string? chosen, TFilter open, Func<IQueryable<T>, IQueryable<TKey>> keys, params IEnumerable<(string Value, string Words, Func<TKey, bool> Has)> options)
    {
        var groups = await keys(await matching(open)).GroupBy(key => key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return Of(parameter, chosen, options.Select(o => new FacetValue(o.Value, o.Words, groups.Where(g => o.Has(g.Key)).Sum(g => g.Count))));
    }

    public Task<Facet> WorkedOutAsync<TWord, TKey>(string parameter, TWord? chosen, TFilter open, Func<IQueryable<T>, IQueryable<TKey>> keys, Func<TKey, TWord, bool> has)
        where TWord : struct, Enum =>
        WorkedOutAsync(parameter, chosen?.ToString(), open, keys, Enum.GetValues<TWord>().Select(w => (w.ToString(), w.InWords(), (Func<TKey, bool>)(key => has(key, w)))));

    public Task<Facet> WorkedOutAsync(string parameter, bool? chosen, TFilter open, Expression<Func<T, bool>> key, string yes, string no) =>
        WorkedOutAsync(parameter, chosen is { } on ? on ? "true" : "false" : null, open, rows => rows.Select(key), ("true", yes, has => has), ("false", no, has => !has));

    /// <summary>By each of a few values that overlap, or are dear to work out of every row.</summary>
    public async Task<Facet> EachAsync<TValue>(string parameter, object? chosen, Func<TValue, TFilter> with, params IEnumerable<(TValue Value, string Spelling, string Words)> options)
    {
        var values = new List<FacetValue>();
        foreach (var (value, spelling, words) in options)
            values.Add(new(spelling, words, await (await matching(with(value))).CountAsync(ct)));
        return Of(parameter, chosen?.ToString(), values);
    }

    public Task<Facet> EachAsync<TValue>(string parameter, TValue? chosen, Func<TValue, TFilter> with)
        where TValue : struct, Enum =>
        EachAsync(parameter, (object?)chosen, with, Enum.GetValues<TValue>().Select(v => (v, v.ToString(), v.InWords())));

    public Task<Facet> EachAsync(string parameter, bool? chosen, Func<bool, TFilter> with, string yes, string no) =>
        EachAsync(parameter, chosen is { } on ? on ? "true" : "false" : null, with, (true, "true", yes), (false, "false", no));

    private static Facet Of(string parameter, string? chosen, IEnumerable<FacetValue> values) => new(parameter, [.. values.Where(v => v.Count > 0 || v.Value == chosen)]);

    private static string InWords<TKey>(TKey key) => key is Enum word ? word.InWords() : key!.ToString()!;

    /// <summary>The value in force stays to be seen, and taken off, though it leads to nothing.</summary>
    private async Task<Facet> WithChosenAsync(string parameter, List<FacetValue> values, string? chosen, Func<string, string> words)
    {
        if (chosen is not null && !values.Exists(v => v.Value == chosen))
            values.Add(new(chosen, words(chosen), await TotalAsync()));
        return new(parameter, values);
    }
}

public static class KeptFacets
{
    private const int SizeOfValue = 300;

    /// <summary>Counts are dear where there are many records: they are kept until the record, or the day, is another.</summary>
    /// <param name="filter">The filters in force, without order and page.</param>
    public static Task<FacetCounts> FacetsAsync<TFilter>(this UntilChanged kept, TFilter filter, Func<Task<FacetCounts>> count, CancellationToken ct, DateOnly? today = null) =>
        kept.KeepAsync($"facets of {typeof(TFilter).Name} on {today:yyyy-MM-dd}: {JsonSerializer.Serialize(filter)}", count, ct, counts => SizeOfValue * counts.Facets.Sum(f => f.Values.Count));

    /// <summary>How many a list has, kept alike: every page of it says so.</summary>
    public static Task<int> TotalAsync<TFilter>(this UntilChanged kept, TFilter filter, Func<Task<int>> count, CancellationToken ct, DateOnly? today = null) =>
        kept.KeepAsync($"total of {typeof(TFilter).Name} on {today:yyyy-MM-dd}: {JsonSerializer.Serialize(filter)}", count, ct);
}

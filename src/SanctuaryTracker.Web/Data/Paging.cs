using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>One page of a list.</summary>
/// <param name="Items">The records of this page, in the order asked for.</param>
/// <param name="Next">Where the next page begins, for the <c>cursor</c> parameter; null on the last page.</param>
/// <param name="Total">How many records the filters match, on all pages together.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, string? Next, int Total);

/// <summary>A place in a list, given by the page before; it holds for the sort it was made with.</summary>
public sealed record Cursor(string Sort, string Key, int Id) : IParsable<Cursor>
{
    public static Cursor Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var cursor) ? cursor : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Cursor result)
    {
        result = null;
        try
        {
            if (JsonSerializer.Deserialize<string[]>(WebEncoders.Base64UrlDecode(s ?? "")) is [{ } sort, { } key, { } id] && !Text.HasControlCharacters(key) && int.TryParse(id, CultureInfo.InvariantCulture, out var number))
                result = new(sort, key, number);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return false;
        }
        return result is not null;
    }

    public override string ToString() =>
        WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes<string[]>([Sort, Key, Id.ToString(CultureInfo.InvariantCulture)]));
}

/// <summary>An order of a list: by one text, ties by id, so that pages neither shuffle nor skip.</summary>
public sealed record Order<T>(Expression<Func<T, string>> Key, bool Descending = false);

/// <summary>A query parameter that no list can be made from; the site answers 400 and names it.</summary>
public sealed class BadQueryException(string parameter, string message) : Exception(message)
{
    public string Parameter { get; } = parameter;
}

public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    private const int Batch = 500;

    /// <param name="keep">Counts, or knows from before, how many there are: where that is dear.</param>
    public static async Task<Paged<TItem>> ToPageAsync<T, TItem>(
        this IQueryable<T> rows, Enum sort, Order<T> order, int limit, Cursor? cursor, Expression<Func<T, TItem>> item, CancellationToken ct, Func<Func<Task<int>>, Task<int>>? keep = null)
        where T : class, IRecorded
    {
        var name = sort.ToString();
        if (cursor is not null && cursor.Sort != name)
            throw new BadQueryException("cursor", $"This cursor was made with another sort ({cursor.Sort}): ask for the first page again, without a cursor.");
        Task<int> CountAsync() => rows.CountAsync(ct);
        var total = await (keep?.Invoke(CountAsync) ?? CountAsync());
        var (page, next) = await rows.SeekAsync(name, order, limit, cursor, item, ct);
        return new(page, next?.ToString(), total);
    }

    /// <summary>All of a list, read in batches: memory stays flat however long it is.</summary>
    public static async IAsyncEnumerable<TItem> ToAllAsync<T, TItem>(
        this IQueryable<T> rows, Order<T> order, Expression<Func<T, TItem>> item, [EnumeratorCancellation] CancellationToken ct = default)
        where T : class, IRecorded
    {
        Cursor? next = null;
        do
        {
            (var batch, next) = await rows.SeekAsync("", order, Batch, next, item, ct);
            foreach (var row in batch)
                yield return row;
        }
        while (next is not null);
    }

    /// <summary>Rows that are read batch by batch, as they all stand at one moment: between two batches the record may change.</summary>
    public static async IAsyncEnumerable<T> AtOnceAsync<T>(this TrackerDb db, IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var reading = await db.ReadAtOnceAsync(ct);
        await foreach (var row in rows.WithCancellation(ct))
            yield return row;
    }

    /// <summary>The first so many in a given order. They are found first and projected then: the lists within an item are read by queries of their own, each of which would look for the rows anew.</summary>
    public static async Task<IReadOnlyList<TItem>> FirstAsync<T, TItem>(this IOrderedQueryable<T> sorted, int limit, Expression<Func<T, TItem>> item, CancellationToken ct)
        where T : class, IRecorded =>
        await sorted.KeyedAsync(await sorted.Select(row => row.Id).Take(limit).ToListAsync(ct), item, ct);

    private static async Task<IReadOnlyList<TItem>> KeyedAsync<T, TItem>(this IOrderedQueryable<T> sorted, List<int> ids, Expression<Func<T, TItem>> item, CancellationToken ct)
        where T : class, IRecorded =>
        ids.Count == 0 ? [] : await sorted.Where(row => ids.Contains(row.Id)).Select(item).ToListAsync(ct);

    /// <summary>Seeks by (key, id) before projecting: a page costs the same at any depth.</summary>
    private static async Task<(IReadOnlyList<TItem> Page, Cursor? Next)> SeekAsync<T, TItem>(
        this IQueryable<T> rows, string sort, Order<T> order, int limit, Cursor? cursor, Expression<Func<T, TItem>> item, CancellationToken ct)
        where T : class, IRecorded
    {
        rows = OfItsKind(rows);
        var after = cursor is null ? rows : rows.Where(IsAfter(order, cursor));
        var sorted = order.Descending
            ? after.OrderByDescending(order.Key).ThenByDescending(row => row.Record.Id)
            : after.OrderBy(order.Key).ThenBy(row => row.Record.Id);
        var places = await sorted.Select(Place(order, sort)).Take(limit + 1).ToListAsync(ct);
        var page = await sorted.KeyedAsync([.. places.Take(limit).Select(p => p.Id)], item, ct);
        return (page, places.Count > limit ? places[limit - 1] : null);
    }

    /// <summary>Naming the kind, and its spine row's key, lets the order, and titles, be read off an index of Records.</summary>
    private static IQueryable<T> OfItsKind<T>(IQueryable<T> rows)
        where T : class, IRecorded
    {
        var kind = Enum.Parse<RecordKind>(typeof(T).Name);
        return rows.Where(row => row.Record.Kind == kind);
    }

    /// <summary>The key of the record that a filter names; a 400 if there is none.</summary>
    public static async Task<int?> IdForFilterAsync(this TrackerDb db, RecordKind kind, string? slug, string parameter, CancellationToken ct) =>
        slug is null ? null
        : await db.Records.Where(r => r.Kind == kind && r.Slug == slug).Select(r => (int?)r.Id).FirstOrDefaultAsync(ct)
        ?? throw new BadQueryException(parameter, $"There is no {kind.ToString().ToLowerInvariant()} “{slug}”: give its slug, as in the address of its page.");

    /// <summary>Those whose title has every word in it, whatever its case and accents.</summary>
    public static IQueryable<T> Titled<T>(this IQueryable<T> rows, string? words)
        where T : class, IRecorded =>
        Text.Words(words) is { Length: > 0 } all ? all.Aggregate(OfItsKind(rows), (left, word) => left.Where(row => row.Record.SortTitle.Contains(word))) : rows;

    private static Expression<Func<T, Cursor>> Place<T>(Order<T> order, string sort)
        where T : IRecorded
    {
        var row = order.Key.Parameters[0];
        var make = Expression.New(typeof(Cursor).GetConstructor([typeof(string), typeof(string), typeof(int)])!, Expression.Constant(sort), order.Key.Body, Expression.Property(row, nameof(IRecorded.Id)));
        return Expression.Lambda<Func<T, Cursor>>(make, row);
    }

    private static Expression<Func<T, bool>> IsAfter<T>(Order<T> order, Cursor cursor)
    {
        var row = order.Key.Parameters[0];
        Expression<Func<string>> key = () => cursor.Key;
        Expression<Func<int>> id = () => cursor.Id;
        var compared = Expression.Call(typeof(string), nameof(string.Compare), null, order.Key.Body, key.Body);
        var zero = Expression.Constant(0);
        var rowId = Expression.Property(Expression.Property(row, nameof(IRecorded.Record)), nameof(Record.Id));
        var beyond = order.Descending ? Expression.LessThan(compared, zero) : Expression.GreaterThan(compared, zero);
        var tied = Expression.AndAlso(Expression.Equal(order.Key.Body, key.Body), order.Descending ? Expression.LessThan(rowId, id.Body) : Expression.GreaterThan(rowId, id.Body));
        // Said twice, the bound on the key alone lets an index be entered at the cursor.
        var bound = order.Descending ? Expression.LessThanOrEqual(compared, zero) : Expression.GreaterThanOrEqual(compared, zero);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(bound, Expression.OrElse(beyond, tied)), row);
    }
}

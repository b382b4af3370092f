using Microsoft.EntityFrameworkCore;

namespace SanctuaryTracker.Model;

/// <summary>That a content's field, or each entry of its list, names another record: by its slug where one kind fits, as <c>letters/…</c> where several do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesAttribute(params RecordKind[] kinds) : Attribute
{
    public IReadOnlyList<RecordKind> Kinds { get; } = kinds;
}

/// <summary>Resolves the slugs by which one content names other records, and remembers which it named.</summary>
public sealed class References(DbContext db, CancellationToken ct)
{
    private readonly Dictionary<(RecordKind, string), int?> known = [];
    private readonly Dictionary<(string Field, string Value), string> claimed = [];

    /// <summary>What the content being applied has named so far.</summary>
    internal HashSet<int> Named { get; } = [];

    internal List<Problem> Problems { get; } = [];

    /// <summary>The key of the record with this slug; null, with a problem noted, if there is none.</summary>
    public async Task<int?> IdAsync(RecordKind kind, string? slug, string field)
    {
        if (slug is null)
            return null;
        if (!known.TryGetValue((kind, slug), out var id))
            known[(kind, slug)] = id = await db.Set<Record>().Where(r => r.Kind == kind && r.Slug == slug).Select(r => (int?)r.Id).FirstOrDefaultAsync(ct);
        if (id is null)
            Problems.Add(new(field, $"There is no {kind.ToString().ToLowerInvariant()} “{slug}”."));
        else
            Named.Add(id.Value);
        return id;
    }

    /// <summary>The key of a record named with its kind, such as <c>letters/denver-co-2018-01-24</c>.</summary>
    public async Task<int?> IdAsync(string? path, string field, params RecordKind[] allowed)
    {
        if (path is null)
            return null;
        if (RecordPaths.TryParse(path, out var kind, out var slug) && allowed.Contains(kind))
            return await IdAsync(kind, slug, field);
        Problems.Add(new(field, $"“{path}” is not a record that fits here; write {string.Join(" or ", allowed.Select(k => $"{k.Path}/…"))}."));
        return null;
    }

    /// <summary>The record itself, for what is copied from it.</summary>
    public async Task<T?> FindAsync<T>(RecordKind kind, string? slug, string field)
        where T : class, IRecorded =>
        await IdAsync(kind, slug, field) is { } id ? await FindAsync<T>(id) : null;

    public async Task<T> FindAsync<T>(int id)
        where T : class, IRecorded =>
        db.Set<T>().Local.FindEntry(id)?.Entity ?? await db.Set<T>().IgnoreAutoIncludes().Include(e => e.Record).SingleAsync(e => e.Id == id, ct);

    /// <summary>Notes a problem if another record, in the database or in this change, is already what only one may be.</summary>
    public async Task RefuseTwinAsync<T>(T entity, string field, string value, Func<IQueryable<T>, IQueryable<T>> twins, string message)
        where T : class, IRecorded
    {
        var twin = claimed.TryGetValue((field, value), out var slug) && slug != entity.Record.Slug
            ? slug
            : await twins(db.Set<T>().IgnoreAutoIncludes()).Where(e => e.Id != entity.Id).Select(e => e.Record.Slug).FirstOrDefaultAsync(ct);
        if (twin is not null)
            Problems.Add(new(field, $"{message}: {twin}."));
        claimed[(field, value)] = entity.Record.Slug;
    }

    /// <summary>The round that a statement is about, if it is about one alone.</summary>
    public async Task<int?> CampaignOfStatementAsync(int id)
    {
        var statement = db.Set<Statement>().Local.FindEntry(id)?.Entity;
        var about = statement is { About.Count: > 0 }
            ? statement.About.ConvertAll(s => s.RecordId)
            : await db.Set<StatementSubject>().Where(s => s.StatementId == id).Select(s => s.RecordId).ToListAsync(ct);
        var campaigns = await db.Set<Record>().Where(r => about.Contains(r.Id) && r.Kind == RecordKind.Campaign).Select(r => r.Id).ToListAsync(ct);
        return campaigns.Count == 1 ? campaigns[0] : null;
    }
}

internal static class Rows
{
    /// <summary>Makes a record's rows those that its content gives, keeping a row whose key stays.</summary>
    public static void Match<TRow, TContent>(this List<TRow> rows, IReadOnlyList<TContent> contents, Action<TRow, TContent> apply)
        where TRow : IKeyed, new()
        where TContent : IKeyed
    {
        rows.RemoveAll(row => contents.All(c => c.Key != row.Key));
        foreach (var content in contents)
        {
            var row = rows.Find(r => r.Key == content.Key);
            if (row is null)
                rows.Add(row = new() { Key = content.Key });
            apply(row, content);
        }
    }

    /// <summary>Makes the keys that a record links to those that its content gives.</summary>
    public static void MatchIds<TRow>(this List<TRow> rows, IEnumerable<int?> ids, Func<TRow, int> idOf, Func<int, TRow> make)
    {
        var wanted = ids.OfType<int>().Distinct().ToList();
        rows.RemoveAll(row => !wanted.Contains(idOf(row)));
        rows.AddRange(wanted.Where(id => rows.All(row => idOf(row) != id)).Select(make));
    }
}

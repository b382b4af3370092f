using System.Reflection;
using System.Text.Json;

namespace SanctuaryTracker.Tests.Support;

/// <summary>Every row of every table of the record, for comparing two databases.</summary>
public static class Tables
{
    private static readonly MethodInfo RowsOf = typeof(Tables).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Rows as text by entity, sorted; the desk's own tables are no part of it.</summary>
    public static async Task<SortedDictionary<string, List<string>>> ReadAsync(TrackerDb db)
    {
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(t => TrackerDb.IsRecord(t.ClrType)))
            tables[type.ClrType.Name] = await (Task<List<string>>)RowsOf.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
        db.ChangeTracker.Clear();
        return tables;
    }

    private static async Task<List<string>> RowsAsync<T>(TrackerDb db)
        where T : class
    {
        var rows = await db.Set<T>().IgnoreAutoIncludes().ToListAsync();
        return [.. rows.ConvertAll(row => JsonSerializer.Serialize(db.Entry(row).Properties.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue))).Order(StringComparer.Ordinal)];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Site;

/// <summary>Keeps what is dear to count or draw until the record changes: it asks the log for the last change's number, so that several instances agree.</summary>
public sealed class UntilChanged(TrackerDb db, IMemoryCache kept)
{
    /// <summary>In bytes; what is kept together is bounded where the services are put together.</summary>
    private const int SizeOfSmall = 4096;

    private int? change;

    /// <param name="key">All that the value depends on, besides the record.</param>
    public async Task<T> KeepAsync<T>(string key, Func<Task<T>> make, CancellationToken ct)
    {
        change ??= await db.Changes.MaxAsync(c => (int?)c.Id, ct) ?? 0;
        var full = (change, key);
        if (kept.TryGetValue(full, out T? value))
            return value!;
        value = await make();
        return kept.Set(full, value, new MemoryCacheEntryOptions { Size = Math.Max(SizeOfSmall, value is byte[] bytes ? bytes.Length : 0), SlidingExpiration = TimeSpan.FromHours(1) });
    }
}

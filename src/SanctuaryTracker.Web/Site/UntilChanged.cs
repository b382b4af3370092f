using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Site;

/// <summary>Keeps what is dear to count or draw until the record changes: it asks the log for the last change's number, so that several instances agree.</summary>
public sealed class UntilChanged(TrackerDb db, Shelf shelf)
{
    private const int SizeOfSmall = 4096;

    private int? change;

    /// <summary>The number of the last change to the record, as this request found it.</summary>
    public async Task<int> LastChangeAsync(CancellationToken ct) => change ??= await db.Changes.MaxAsync(c => (int?)c.Id, ct) ?? 0;

    /// <summary>What is kept under a key or, if nothing is, what is made now. Of several who want the same, one makes it and the others wait.</summary>
    /// <param name="key">All that the value depends on, besides the record.</param>
    /// <param name="make">Null is given back and not kept: visitors can ask for no end of things that there are not.</param>
    /// <param name="size">How many bytes the value takes, about, if it may be large.</param>
    public async Task<T> KeepAsync<T>(string key, Func<Task<T>> make, CancellationToken ct, Func<T, long>? size = null)
    {
        var full = (await LastChangeAsync(ct), key);
        T? kept;
        while (!shelf.Kept.TryGetValue(full, out kept))
        {
            var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var making = shelf.Making.GetOrAdd(full, mine.Task);
            if (making != mine.Task)
            {
                await making.WaitAsync(ct);
                continue;
            }
            try
            {
                var made = await make();
                if (made is not null)
                    shelf.Kept.Set(full, made, new MemoryCacheEntryOptions { Size = SizeOf(made, size) + 2 * key.Length, SlidingExpiration = TimeSpan.FromHours(1) });
                return made;
            }
            finally
            {
                shelf.Making.TryRemove(full, out _);
                mine.SetResult();
            }
        }
        return kept!;
    }

    private static long SizeOf<T>(T value, Func<T, long>? size) => value is byte[] bytes ? bytes.Length : Math.Max(SizeOfSmall, size?.Invoke(value) ?? 0);
}

/// <summary>What <see cref="UntilChanged"/> keeps for all requests, with room for so much together, and what is being made at this moment.</summary>
public sealed class Shelf : IDisposable
{
    private const long Room = 64 << 20;

    internal MemoryCache Kept { get; } = new(new MemoryCacheOptions { SizeLimit = Room });

    internal ConcurrentDictionary<(int Change, string Key), Task> Making { get; } = new();

    public void Dispose() => Kept.Dispose();
}

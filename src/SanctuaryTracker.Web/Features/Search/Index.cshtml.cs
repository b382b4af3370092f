using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Search;

/// <summary>A stretch of a passage, found or not.</summary>
public sealed record Stretch(string Text, bool IsFound);

public sealed class IndexModel(TrackerDb db) : PageModel
{
    public SearchFilter Filter { get; private set; } = new();

    public string Asked { get; private set; } = "";

    public Found Found { get; private set; } = null!;

    public async Task OnGetAsync(SearchFilter filter, CancellationToken ct)
    {
        (Filter, Asked) = (filter, filter.Q?.Trim() ?? "");
        Found = await db.SearchAsync(filter, ct);
    }

    public string Address(RecordKind? kind, int? limit = null) =>
        QueryHelpers.AddQueryString("/search", new Dictionary<string, string?> { ["q"] = Asked, ["kind"] = kind?.ToString(), ["limit"] = limit?.ToString() });

    /// <summary>The passage cut where words were found; marks that overlap become one.</summary>
    public static IEnumerable<Stretch> Cut(Hit hit)
    {
        var at = 0;
        foreach (var mark in hit.Marks.OrderBy(m => m.Start))
        {
            var start = Math.Clamp(mark.Start, at, hit.Passage.Length);
            var end = Math.Clamp(mark.Start + mark.Length, start, hit.Passage.Length);
            if (end == start)
                continue;
            yield return new(hit.Passage[at..start], false);
            yield return new(hit.Passage[start..end], true);
            at = end;
        }
        yield return new(hit.Passage[at..], false);
    }
}

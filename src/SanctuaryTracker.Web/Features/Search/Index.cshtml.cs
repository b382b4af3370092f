using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Search;

/// <summary>A stretch of a passage, found or not.</summary>
public sealed record Stretch(string Text, bool IsFound);

public sealed class IndexModel(TrackerDb db, UntilChanged kept) : PageModel
{
    public SearchFilter Filter { get; private set; } = new();

    public string Asked { get; private set; } = "";

    public Found Found { get; private set; } = null!;

    /// <summary>How many pages there are to turn to.</summary>
    public int Pages => Math.Min(SearchFilter.MaxPage, (Found.Total + Filter.Limit - 1) / Filter.Limit);

    public async Task OnGetAsync(SearchFilter filter, CancellationToken ct)
    {
        (Filter, Asked) = (filter, filter.Q?.Trim() ?? "");
        Found = await db.SearchAsync(filter, kept, ct);
    }

    public string Address(RecordKind? kind, int page = 1) => Address(Asked, kind, page);

    public string Address(string words, RecordKind? kind, int page = 1) => QueryHelpers.AddQueryString("/search", new Dictionary<string, string?>
    {
        ["q"] = words, ["kind"] = kind?.ToString(), ["limit"] = Filter.Limit == Paging.DefaultLimit ? null : $"{Filter.Limit}", ["page"] = page == 1 ? null : $"{page}",
    });

    /// <summary>A text cut where words were found; marks that overlap become one.</summary>
    public static IEnumerable<Stretch> Cut(string text, IEnumerable<Mark> marks)
    {
        var at = 0;
        foreach (var mark in marks.OrderBy(m => m.Start))
        {
            var start = Math.Clamp(mark.Start, at, text.Length);
            var end = Math.Clamp(mark.Start + mark.Length, start, text.Length);
            if (end == start)
                continue;
            yield return new(text[at..start], false);
            yield return new(text[start..end], true);
            at = end;
        }
        yield return new(text[at..], false);
    }
}

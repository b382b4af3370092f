using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.History;

/// <summary>The history of one record of any kind; a withdrawn one keeps its own.</summary>
public sealed class RecordModel(TrackerDb db) : PageModel
{
    public IReadOnlyList<RecordVersion> Versions { get; private set; } = [];

    public int? Before { get; private set; }

    public ChangedRecord Record => Versions[0].Record.Record;

    public async Task<IActionResult> OnGetAsync([FromRoute] string kind, [FromRoute] string slug, [FromQuery, Range(1, int.MaxValue)] int? before, CancellationToken ct)
    {
        if (RecordPaths.TryParse($"{kind}/{slug}", out var known, out _))
            Versions = await db.ListVersionsAsync(known, slug, before, ct);
        Before = before;
        return Versions.Count == 0 ? NotFound() : Page();
    }
}

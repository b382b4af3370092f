using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.History;

/// <summary>One version of a record, whole.</summary>
public sealed class VersionModel(TrackerDb db) : PageModel
{
    public RecordVersion Version { get; private set; } = null!;

    /// <summary>Every field and row that it has.</summary>
    public IReadOnlyList<Difference> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string kind, [FromRoute] string slug, [FromRoute] int version, CancellationToken ct)
    {
        if (!RecordPaths.TryParse($"{kind}/{slug}", out var known, out _) || await db.FindVersionAsync(known, slug, version, ct) is not { } found)
            return NotFound();
        (Version, Fields) = found;
        return Page();
    }
}

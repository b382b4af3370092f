using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;

namespace SanctuaryTracker.Features.History;

public sealed class ChangeModel(TrackerDb db) : PageModel
{
    public ChangeDetail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromQuery, Range(1, int.MaxValue)] int? from, CancellationToken ct)
    {
        if (await db.FindChangeAsync(number, from ?? 1, ct) is not { } found)
            return NotFound();
        Detail = found;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>The guide to the columns of one kind’s files.</summary>
public sealed class ColumnsModel : PageModel
{
    public RecordKind Kind { get; private set; }

    public IActionResult OnGet([FromRoute] string kind)
    {
        if (!RecordPaths.TryParse($"{kind}/columns", out var of, out _))
            return NotFound();
        Kind = of;
        return Page();
    }
}

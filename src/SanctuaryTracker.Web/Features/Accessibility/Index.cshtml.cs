using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.Accessibility;

public sealed class IndexModel : PageModel;

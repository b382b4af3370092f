using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.Privacy;

public sealed class IndexModel : PageModel;

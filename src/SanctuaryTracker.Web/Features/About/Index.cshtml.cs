using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.About;

public sealed class IndexModel : PageModel;

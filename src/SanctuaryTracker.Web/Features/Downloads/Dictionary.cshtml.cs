using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SanctuaryTracker.Features.Downloads;

public sealed class DictionaryModel : PageModel;

using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Compare;

public sealed class LettersModel(TrackerDb db) : PageModel
{
    /// <summary>So many characters of two texts are compared in a moment; far more could keep the server busy.</summary>
    public const int MaxMarked = 40_000;

    public LetterPairFilter Asked { get; private set; } = new();

    public LetterComparison? Comparison { get; private set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>What is wrong with what was asked; what was typed stays in the form.</summary>
    public BadQueryException? Refused { get; private set; }

    public async Task OnGetAsync(LetterPairFilter filter, CancellationToken ct)
    {
        Asked = filter;
        try
        {
            var first = await db.FindLetterForFilterAsync(filter.First, "first", ct);
            var second = await db.FindLetterForFilterAsync(filter.Second, "second", ct);
            if (first is not null && second is not null)
                Comparison = await db.CompareLettersAsync(first, second, ct);
        }
        catch (BadQueryException e)
        {
            (Refused, Response.StatusCode) = (e, StatusCodes.Status400BadRequest);
        }
        Choices = await db.ListChoicesAsync(RecordKind.Letter, ct);
    }

    /// <summary>A date as far as it is known, in words; other text as it is.</summary>
    public static string? Told(string field, string? value) => field.EndsWith("_on", StringComparison.Ordinal) && PartialDate.TryParse(value, null, out var date) ? date.InWords() : value;
}

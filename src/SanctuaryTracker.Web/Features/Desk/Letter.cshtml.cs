using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk;

/// <summary>A field in which someone else's version differs from what was typed.</summary>
public sealed record Difference(string Field, string Theirs, string Yours);

/// <summary>Adds a letter, or corrects one, with its copies and citations. Its rules are the Change's.</summary>
[Authorize(Policy = DeskPolicies.Editor)]
public sealed class LetterModel(TrackerDb db, Changes changes, UserManager<Editor> editors) : PageModel
{
    /// <summary>What a citation's choice of source says instead of a slug.</summary>
    public const string NewSourceChoice = "new";

    private const int MaxChoices = 500;

    [BindProperty]
    public LetterContent Letter { get; set; } = new();

    /// <summary>A source that is not in the record yet, for citations that choose it.</summary>
    [BindProperty]
    public SourceContent NewSource { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>For the public, if what is published was wrong.</summary>
    [BindProperty]
    public string? Correction { get; set; }

    /// <summary>The version that the editor saw.</summary>
    [BindProperty]
    public int? BasedOn { get; set; }

    public string? Slug { get; private set; }

    /// <summary>What to mend: the control's id, and why.</summary>
    public List<(string? Control, string Message)> Errors { get; } = [];

    public Revision? Theirs { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public bool IsChecked { get; private set; }

    public IReadOnlyList<Choice> Campaigns { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string? slug, CancellationToken ct)
    {
        if (slug is not null)
        {
            if (await db.FindLatestRevisionAsync(RecordKind.Letter, slug, ct) is not { } latest)
                return NotFound();
            Letter = (LetterContent)ContentJson.Parse(RecordKind.Letter, latest.Content!);
            BasedOn = latest.Version;
        }
        else
            Letter.Citations.Add(new());
        return await ShowAsync(slug, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? slug, [FromForm(Name = "do")] string? action, CancellationToken ct)
    {
        if (slug is not null && await db.FindLatestRevisionAsync(RecordKind.Letter, slug, ct) is null && await db.FindWithdrawalAsync(RecordKind.Letter, slug, ct) is null)
            return NotFound();
        foreach (var (key, entry) in ModelState)
            foreach (var _ in entry.Errors)
                Errors.Add((Id(key), key.EndsWith("On", StringComparison.Ordinal) ? PartialDate.Expected : "This value cannot be read; check it."));
        if (action is "copy")
            Letter.Copies.Add(new());
        else if (action is "citation")
            Letter.Citations.Add(new());
        if (action is "copy" or "citation" || Errors.Count > 0)
            return await ShowAsync(slug, ct);

        var typed = Tidied();
        typed.Jurisdiction = await SlugOfPlaceAsync(typed.Jurisdiction, ct);
        foreach (var copy in typed.Copies)
            copy.Jurisdiction = await SlugOfPlaceAsync(copy.Jurisdiction, ct);
        var edits = new List<Edit> { new(RecordKind.Letter, slug, typed, BasedOn) };
        if (typed.Citations.Exists(c => c.Source == NewSourceChoice))
        {
            var source = NewSource.SuggestedSlug;
            if (source.Length == 0 || await db.Records.AnyAsync(r => r.Kind == RecordKind.Source && r.Slug == source, ct))
            {
                Errors.Add((Id($"{nameof(NewSource)}.{nameof(NewSource.Publisher)}"), source.Length == 0 ? "Name the publisher of the new source." : "This source is in the record already: choose it where you cite it, or tell the new one apart by its title."));
                return await ShowAsync(slug, ct);
            }
            typed.Citations.FindAll(c => c.Source == NewSourceChoice).ForEach(c => c.Source = source);
            edits.Add(new(RecordKind.Source, source, NewSource));
        }
        var change = new Change((await editors.GetUserAsync(User))!.Name, Reason ?? "", ChangeOrigin.Form, edits, Correction);
        var outcome = action is "check" ? await changes.CheckAsync(change, ct) : await changes.ApplyAsync(change, ct);
        switch (outcome)
        {
            case Outcome.Applied applied when action is not "check":
                TempData["Said"] = applied.Changed.Count == 0 ? "Nothing was changed: the letter reads the same as before." : "Published. The change stands in the letter’s history with your reason.";
                return LocalRedirect($"/{applied.Changed.FirstOrDefault(path => path.StartsWith("letters/", StringComparison.Ordinal)) ?? $"letters/{slug}"}");
            case Outcome.Applied:
                IsChecked = true;
                break;
            case Outcome.Refused refused:
                foreach (var problem in refused.Problems)
                    Errors.Add(problem.Record.Split('/') switch
                    {
                        ["sources", _] => (Id($"{nameof(NewSource)}.{Pascal(problem.Field)}"), problem.Message),
                        ["letters", var of] when of == (slug ?? of) => (Control(problem.Field, typed), problem.Message),
                        [""] => (Control(problem.Field, typed), problem.Message),
                        _ => (null, $"{problem.Record}, which refers to this letter: {problem.Message}"),
                    });
                break;
            case Outcome.Stale stale:
                Theirs = stale.Theirs;
                Differences = Compare(stale.Theirs.Content, typed);
                // Having been shown theirs, the editor may publish again, on top of it.
                BasedOn = stale.Theirs.Content is null ? null : stale.Theirs.Version;
                ModelState.Remove(nameof(BasedOn));
                break;
            default:
                return NotFound();
        }
        return await ShowAsync(slug, ct);
    }

    /// <summary>The error that stands beside one control.</summary>
    public string? ErrorOf(string control) => Errors.FirstOrDefault(e => e.Control == control).Message;

    private async Task<IActionResult> ShowAsync(string? slug, CancellationToken ct)
    {
        Slug = slug;
        Campaigns = WithChosen(await db.CampaignChoicesAsync(ct), [Letter.Campaign]);
        Places = await ChoicesAsync(RecordKind.Jurisdiction, ct);
        Sources = WithChosen(await ChoicesAsync(RecordKind.Source, ct), Letter.Citations.Select(c => c.Source).Where(s => s != NewSourceChoice));
        if (Errors.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (Theirs is not null)
            Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>What is chosen stays a choice, however many others there are.</summary>
    private static IReadOnlyList<Choice> WithChosen(IReadOnlyList<Choice> choices, IEnumerable<string?> chosen) =>
        [.. choices, .. chosen.OfType<string>().Distinct().Where(value => value.Length > 0 && choices.All(c => c.Value != value)).Select(value => new Choice(value, value))];

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(RecordKind kind, CancellationToken ct) =>
        await db.Records.Where(r => r.Kind == kind).OrderBy(r => r.SortTitle).Take(MaxChoices).Select(r => new Choice(r.Slug, r.Title)).ToListAsync(ct);

    /// <summary>Rows left blank are none; what is left of the rest keeps its order.</summary>
    private LetterContent Tidied()
    {
        var typed = (LetterContent)ContentJson.Parse(RecordKind.Letter, Letter.Canonical());
        typed.Copies.RemoveAll(c => c is { Person: null, Office: null, Jurisdiction: null });
        typed.Citations.RemoveAll(c => c is { Source: null, Paragraph: null, Page: null, AsReported: null, Field: null, Reasoning: null } && c.Quotations.TrueForAll(string.IsNullOrWhiteSpace));
        foreach (var citation in typed.Citations)
            citation.Quotations.RemoveAll(string.IsNullOrWhiteSpace);
        return typed;
    }

    /// <summary>A place can be typed by its slug or by its whole name.</summary>
    private async Task<string?> SlugOfPlaceAsync(string? typed, CancellationToken ct)
    {
        if (typed is null)
            return null;
        var folded = Text.Fold(typed);
        var named = await db.Records.Where(r => r.Kind == RecordKind.Jurisdiction && r.SortTitle == folded).Select(r => r.Slug).Take(2).ToListAsync(ct);
        return named.Count == 1 ? named[0] : typed;
    }

    /// <summary>From a problem's path to the control's id: <c>citations[0].paragraph</c> to <c>Letter_Citations_0__Paragraph</c>, counting the rows as they were typed.</summary>
    private string? Control(string field, LetterContent typed)
    {
        if (field is "reason" or "correction")
            return Pascal(field);
        var parts = field.Split('[', ']');
        if (parts.Length < 3)
            return field switch
            {
                "" => null,
                "copies" or "citations" => $"{field}-h",
                _ => Id($"{nameof(Letter)}.{Pascal(field)}"),
            };
        var tidy = int.Parse(parts[1]);
        var row = parts[0] switch
        {
            "copies" => Letter.Copies.FindIndex(c => c.Key == typed.Copies[tidy].Key && c.Person?.Trim() == typed.Copies[tidy].Person),
            "citations" => Letter.Citations.FindIndex(c => (c.Source == typed.Citations[tidy].Source || c.Source == NewSourceChoice) && c.Paragraph == typed.Citations[tidy].Paragraph && c.AsReported?.Trim() == typed.Citations[tidy].AsReported),
            _ => tidy,
        };
        return Id($"{nameof(Letter)}.{Pascal(parts[0])}[{Math.Max(row, 0)}].{Pascal(parts[2].TrimStart('.'))}");
    }

    private static string Pascal(string name) => string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Id(string key) => key.Replace('.', '_').Replace('[', '_').Replace(']', '_');

    private static List<Difference> Compare(string? theirs, LetterContent typed)
    {
        typed.FillKeys();
        var their = theirs is null ? [] : JsonElement.Parse(theirs).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var your = JsonElement.Parse(typed.Canonical()).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        return [.. their.Keys.Union(your.Keys)
            .Select(name => new Difference(Words.FieldInWords(name), Told(their.GetValueOrDefault(name)), Told(your.GetValueOrDefault(name))))
            .Where(d => d.Theirs != d.Yours)];
    }

    private static string Told(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Told)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Where(p => p.Name != "key").Select(p => Told(p.Value))),
        _ => value.ToString(),
    };
}

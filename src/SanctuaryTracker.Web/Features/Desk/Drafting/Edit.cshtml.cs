using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>The one form for records of every kind: a draft's parts, each with its fields, rows and citations.</summary>
[TypeFilter<FormLimit>]
public sealed class EditModel(TrackerDb db, Drafts drafts, DocumentStore store, DataSettings settings, UserManager<Editor> editors) : PageModel
{
    public const string KindPattern = "^(sources|jurisdictions|campaigns|letters|lawsuits|statements|responses)$";

    internal const int MaxParts = 12;
    private const string Quicker = "Someone else was quicker: see what became of it.";
    private const int MaxChoices = 200;

    private Editor editor = null!;

    public Draft Draft { get; private set; } = null!;

    /// <summary>The parts as they are shown: other records by their names.</summary>
    public List<DraftPart> Parts { get; private set; } = [];

    /// <summary>What to mend: the control's id, and why.</summary>
    public List<(string? Control, string Message)> Errors { get; } = [];

    /// <summary>Parts whose record was changed by someone else meanwhile, with that revision and what both changed.</summary>
    public List<StalePart> Stale { get; private set; } = [];

    public string? Reason { get; private set; }

    public string? Correction { get; private set; }

    /// <summary>The draft as a colleague saved it meanwhile.</summary>
    public Draft? Theirs { get; private set; }

    /// <summary>What a colleague and this account both wrote into the draft, each in another way.</summary>
    public IReadOnlyList<(int Part, Conflict Conflict)> BothWrote { get; private set; } = [];

    /// <summary>The draft that what is typed was meant for, if it can be changed no more.</summary>
    public Draft? MeantFor { get; private set; }

    /// <summary>The kinds of record that the form's fields can name, together as they are named.</summary>
    public IReadOnlyList<IReadOnlyList<RecordKind>> Pickers { get; private set; } = [];

    /// <summary>For those without scripts, the first of the records that can be named.</summary>
    public IReadOnlyList<RecordLink> Choices { get; private set; } = [];

    public bool IsClear { get; private set; }

    /// <summary>What new records may be again.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; private set; } = [];

    /// <summary>What is known of the files that the parts name, by checksum.</summary>
    public IReadOnlyDictionary<string, StoredFile> Files { get; private set; } = new Dictionary<string, StoredFile>();

    public long MaxDocumentBytes => settings.MaxDocumentBytes;

    public long MaxFormBytes => settings.MaxFormBytes;

    public bool MayPublish { get; private set; }

    public bool IsNew => Draft.Id == 0;

    /// <summary>Under what the browser keeps what is typed, until it is told that the draft has it.</summary>
    public string Place => IsNew ? Action : $"draft {Draft.Id}";

    public string Action => IsNew ? Request.Path.Value! : $"/desk/drafts/{Draft.Id}/edit";

    /// <summary>Where the sources that the citations name, as they name them, can be read; those of which a text is held.</summary>
    public IReadOnlyDictionary<string, string> TextPaths { get; private set; } = new Dictionary<string, string>();

    /// <param name="about">A record that a new one is about: <c>letters/…</c>.</param>
    /// <param name="source">A source that a new one cites, at a paragraph or a page of it.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? kind, [FromRoute] string? slug, [FromRoute] int? id, [FromQuery(Name = "for")] string? about, [FromQuery] string? source, [FromQuery] int? paragraph, [FromQuery] string? page, CancellationToken ct)
    {
        if (await OpenAsync(kind, slug, id, ct) is { } refused)
            return refused;
        if (IsNew && slug is null && about is not null)
            FormParts.Prefill(Parts[0], about);
        if (IsNew && slug is null && source is not null)
            Parts[0].Fields["citations"] = new JsonArray(new JsonObject { ["key"] = FormParts.NewKey(), ["source"] = source, ["paragraph"] = $"{paragraph}", ["page"] = page });
        Stale = await drafts.BringUpToDateAsync(Parts, ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? kind, [FromRoute] string? slug, [FromRoute] int? id, CancellationToken ct)
    {
        // First, because the store forgets what else was read from the database.
        var attachments = await store.TakeAsync(Request.Form.Files, ct);
        editor = (await editors.GetUserAsync(User))!;
        if (FormParts.Read(Request.Form) is not { } typed || id is null && !RecordPaths.TryParse($"{kind}/{slug ?? "new"}", out _, out _))
            return BadRequest();
        if (!await AreKnownAsync(typed, kind, slug, ct))
            return NotFound();
        Parts = typed;
        Attach(attachments);
        (Reason, Correction) = (Short(Request.Form["reason"]), Short(Request.Form["correction"]));
        if (id is { } number)
        {
            if (await drafts.FindAsync(number, editor, ct) is not { } found)
                return NotFound();
            Draft = found;
            if (!Drafts.MayEdit(Draft, editor))
                return await KeepApartAsync(ct);
            if (!int.TryParse(Request.Form["version"], CultureInfo.InvariantCulture, out var version) || version != Draft.Version)
                return await JoinAsync(ct);
        }
        else
            Draft = Drafts.Begin(editor, []);

        await DecideAsync(ct);
        var action = Request.Form["do"].LastOrDefault() ?? "save";
        if (Parts.Change(action) is { } anchor)
            return !await KeepAsync(Parts, isChanged: true, ct) ? await OvertakenAsync(ct)
                : Errors.Count > 0 ? await ShowAsync(ct, StatusCodes.Status422UnprocessableEntity)
                : LocalRedirect($"/desk/drafts/{Draft.Id}/edit#{anchor}");

        for (var i = 0; i < Parts.Count; i++)
            if (SeenOf(i) is { } seen)
                Parts[i] = await drafts.DecidedAsync(Parts[i], seen, ct);
        if (!await KeepUpToDateAsync(ct))
            return await OvertakenAsync(ct);
        if (Stale.Exists(s => s.IsUndecided))
            return await ShowAsync(ct, StatusCodes.Status409Conflict);
        if (action is "save" && Errors.Count > 0)
            return await ShowAsync(ct, StatusCodes.Status422UnprocessableEntity);
        return action is "save" ? Said("The draft is kept. Nothing of it is public.") : await CheckAsync(action, ct);
    }

    /// <summary>The error that stands beside one control.</summary>
    public string? ErrorOf(string control) => Errors.FirstOrDefault(e => e.Control == control).Message;

    public static string ListOf(IReadOnlyList<RecordKind> kinds) => $"names-{string.Join('-', kinds)}";

    public static string Id(string path) => path.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-').Replace("]", "", StringComparison.Ordinal);

    private async Task<IActionResult> CheckAsync(string action, CancellationToken ct)
    {
        var check = await drafts.CheckAsync(Draft, ct);
        var isClear = check.IsClear && Errors.Count == 0;
        if (isClear && action is "review" && Draft.State != DraftState.InReview)
            return Said(await drafts.MoveAsync(Draft, DraftState.InReview, editor, null, ct) ? "The draft waits for review." : Quicker);
        if (isClear && action is "publish" && await drafts.MayPublishAsync(Draft, editor, ct))
        {
            var published = await drafts.PublishAsync(Draft, editor, ct);
            if (published.Outcome is Outcome.Applied applied)
            {
                TempData["Said"] = applied.Changed.Count == 0 ? "Nothing was changed: the record reads the same as before." : "Published. The change stands in the record’s history with your reason.";
                return LocalRedirect(published.Edits.FirstOrDefault(e => e.Content is not null) is { } first ? $"/{first.Kind.Path}/{first.Slug}" : $"/desk/drafts/{Draft.Id}");
            }
            check = published;
        }
        // Before what stands in the way, which may be just what the other published.
        if (action is "publish" && await drafts.IsOvertakenAsync(Draft, ct))
            return Said(Quicker);
        Errors.AddRange(check.Problems.Select(p => (Parts.ControlOf(p), p.Message)));
        if (Errors.Count == 0 && check.Outcome is Outcome.Stale)
            Errors.Add((null, "Someone published a change to one of these records a moment ago. Check again to see it beside yours."));
        IsClear = check.IsClear && Errors.Count == 0;
        Duplicates = check.Duplicates;
        return await ShowAsync(ct, Errors.Count > 0 || Duplicates.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What is ticked of the form's conflicts is taken from the version, or from the colleague's draft, that was shown beside them.</summary>
    private async Task DecideAsync(CancellationToken ct)
    {
        foreach (var (at, path) in Ticked("take"))
            await drafts.TakeTheirsAsync(Parts[at], SeenOf(at) ?? Parts[at].BasedOn, path, ct);
        var written = Draft.Parts;
        foreach (var (at, path) in Ticked("take_written").Where(t => t.Part < written.Count))
            await drafts.TakeWrittenAsync(Parts[at], written[at], path, ct);
        if (!IsNew && Request.Form["take_written"].Contains("reason"))
            Reason = Draft.Reason;
        if (!IsNew && Request.Form["take_written"].Contains("correction"))
            Correction = Draft.Correction;
    }

    private List<(int Part, string Path)> Ticked(string name) =>
        [.. Request.Form[name].OfType<string>().Select(t => t.Split(':', 2)).Where(t => t.Length == 2 && Parts.At(t[0]) is not null).Select(t => (Parts.At(t[0])!.Value, t[1]))];

    /// <summary>The version that was shown beside a part, for its author to decide what both changed.</summary>
    private int? SeenOf(int part) => int.TryParse(Request.Form[$"parts[{part}].seen"], CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Keeps the parts with what was published meanwhile; those still to be decided as they were, so that it can be told again.</summary>
    private async Task<bool> KeepUpToDateAsync(CancellationToken ct)
    {
        Parts = Parts.ConvertAll(p => p with { Fields = TypedFields.WithoutBlanks(p.Kind, p.Fields) });
        Stale = await drafts.BringUpToDateAsync(Parts, ct);
        return await KeepAsync(WithUndecided(), isChanged: false, ct);
    }

    private List<DraftPart> WithUndecided() => [.. Parts.Select((part, i) => Stale.Find(s => s.Part == i && s.IsUndecided)?.Mine ?? part)];

    /// <summary>Saves the draft unless it says the same already: who only looks at it does not become one of its writers.</summary>
    /// <returns>False if someone saved it meanwhile.</returns>
    private async Task<bool> KeepAsync(IReadOnlyList<DraftPart> parts, bool isChanged, CancellationToken ct)
    {
        var (reason, correction) = (Keepable("reason", Reason, Draft.Reason), Keepable("correction", Correction, Draft.Correction));
        var wrote = IsNew || Differ(reason, Draft.Reason) || Differ(correction, Draft.Correction) || !await drafts.SaySameAsync(parts, Draft.Parts, ct);
        if (wrote || isChanged || !parts.Select(p => p.IsAnother).SequenceEqual(Draft.Parts.Select(p => p.IsAnother)))
        {
            (Draft.Parts, Draft.Reason, Draft.Correction) = (await NamedAsync(parts, ct), reason, correction);
            if (!await drafts.SaveAsync(Draft, editor, ct, wrote))
                return false;
        }
        if (Request.Form["keep"].ToString() is { Length: > 0 and < 200 } place && !Text.HasControlCharacters(place))
            Response.Cookies.Append("desk_saved", place, new() { Path = "/desk", SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(1) });
        return true;
    }

    private async Task<IActionResult> OvertakenAsync(CancellationToken ct)
    {
        Draft = (await drafts.FindAsync(Draft.Id, editor, ct))!;
        return Drafts.MayEdit(Draft, editor) ? await JoinAsync(ct) : await KeepApartAsync(ct);
    }

    /// <summary>Shows what is typed together with what a colleague saved: nothing is written before both were seen.</summary>
    private async Task<IActionResult> JoinAsync(CancellationToken ct)
    {
        Theirs = Draft;
        (Parts, Stale) = (WithUndecided(), []);
        BothWrote = await drafts.JoinAsync(Parts, Draft, ct);
        (Reason, Correction) = (Reason ?? Draft.Reason, Correction ?? Draft.Correction);
        return await ShowAsync(ct, StatusCodes.Status409Conflict);
    }

    /// <summary>What was typed for a draft that was published, discarded or sent to review meanwhile becomes a draft of its own.</summary>
    private async Task<IActionResult> KeepApartAsync(CancellationToken ct)
    {
        if (!Differ(Reason, Draft.Reason) && !Differ(Correction, Draft.Correction) && await drafts.SaySameAsync(Parts, Draft.Parts, ct))
            return Said(Quicker);
        (MeantFor, Draft) = (Draft, Drafts.Begin(editor, []));
        await KeepUpToDateAsync(ct);
        return await ShowAsync(ct, StatusCodes.Status409Conflict);
    }

    private string? Keepable(string control, string? typed, string? kept)
    {
        if (typed is null || !Text.HasControlCharacters(typed))
            return typed;
        Errors.Add((control, "Remove the control characters: they cannot be kept."));
        return kept;
    }

    private LocalRedirectResult Said(string words)
    {
        TempData["Said"] = words;
        return LocalRedirect($"/desk/drafts/{Draft.Id}");
    }

    internal static bool Differ(string? one, string? other) => Text.Tidy(one ?? "") != Text.Tidy(other ?? "");

    /// <summary>Whether each address in the form is a record's, published or withdrawn: a new one gets its own.</summary>
    private async Task<bool> AreKnownAsync(List<DraftPart> typed, string? kind, string? slug, CancellationToken ct)
    {
        var named = typed.Select(p => (p.Kind, p.Slug)).Where(p => p.Slug is not null).ToHashSet();
        if (slug is not null && RecordPaths.TryParse($"{kind}/{slug}", out var of, out _))
            named.Add((of, slug));
        foreach (var (kindOf, slugOf) in named)
            if (!await db.Revisions.AnyAsync(r => r.Kind == kindOf && r.Slug == slugOf, ct))
                return false;
        return true;
    }

    private async Task<IActionResult?> OpenAsync(string? kind, string? slug, int? id, CancellationToken ct)
    {
        editor = (await editors.GetUserAsync(User))!;
        if (id is { } number)
        {
            if (await drafts.FindAsync(number, editor, ct) is not { } found)
                return NotFound();
            Draft = found;
            Parts = [.. found.Parts];
            (Reason, Correction) = (found.Reason, found.Correction);
            return Drafts.MayEdit(found, editor) ? null : LocalRedirect($"/desk/drafts/{number}");
        }
        if (!RecordPaths.TryParse($"{kind}/{slug ?? "new"}", out var of, out _))
            return NotFound();
        var part = new DraftPart(of);
        if (slug is not null)
        {
            if (await db.FindLatestRevisionAsync(of, slug, ct) is not { } latest)
                return NotFound();
            part = DraftPart.Of(new(of, slug, ContentJson.Parse(of, latest.Content!), latest.Version));
        }
        Parts = [part];
        Draft = Drafts.Begin(editor, Parts);
        return null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct, int status = StatusCodes.Status200OK)
    {
        Parts = await NamedAsync(Parts, ct);
        // The first citation need not be asked for.
        foreach (var part in Parts.Where(p => p.Kind is not (RecordKind.Source or RecordKind.Jurisdiction) && p.Fields["citations"] is not JsonArray { Count: > 0 }))
            part.Fields["citations"] = new JsonArray(new JsonObject { ["key"] = FormParts.NewKey() });
        Pickers = [.. Parts.SelectMany(p => FormShape.Of(p.Kind)).SelectMany(f => f.Row.Prepend(f)).Where(f => f.Names.Count > 0).Select(f => f.Names).DistinctBy(ListOf)];
        var choices = new List<RecordLink>();
        foreach (var of in Pickers.SelectMany(k => k).Distinct())
            choices.AddRange(await db.Records.Where(r => r.Kind == of).OrderBy(r => r.SortTitle).Take(MaxChoices).Select(r => new RecordLink(r.Kind, r.Slug, r.Title)).ToListAsync(ct));
        Choices = choices;
        Files = (await Attachments.FindAsync(db, Parts, ct)).Select(f => f.File).DistinctBy(f => f.Sha256).ToDictionary(f => f.Sha256);
        TextPaths = await Attachments.ReadingAsync(db, Parts, Files, ct);
        MayPublish = await drafts.MayPublishAsync(Draft, editor, ct);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<List<DraftPart>> NamedAsync(IReadOnlyList<DraftPart> parts, CancellationToken ct)
    {
        var naming = new Naming(db);
        var named = new List<DraftPart>();
        foreach (var part in parts)
            named.Add(part with { Fields = await naming.WithNamesAsync(part.Kind, part.Fields, ct) });
        return named;
    }

    private void Attach(IEnumerable<Attachment> attachments)
    {
        foreach (var attachment in attachments.Where(a => a.Part < Parts.Count))
            if (attachment.Intake is Intake.Taken taken)
                Attachments.Attach(Parts[attachment.Part], taken);
            else if (attachment.Intake is Intake.Refused refused)
                Errors.Add((Id(Attachments.PathOf(attachment.Part)), $"“{attachment.Name}” was not attached. {refused.Problem}"));
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

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
    private const int MaxChoices = 200;

    private Editor editor = null!;

    public Draft Draft { get; private set; } = null!;

    /// <summary>The parts as they are shown: other records by their names.</summary>
    public List<DraftPart> Parts { get; private set; } = [];

    /// <summary>What to mend: the control's id, and why.</summary>
    public List<(string? Control, string Message)> Errors { get; } = [];

    /// <summary>Parts whose record was changed by someone else meanwhile, with that revision and what both changed.</summary>
    public List<StalePart> Stale { get; private set; } = [];

    /// <summary>The draft as a colleague saved it meanwhile.</summary>
    public Draft? Theirs { get; private set; }

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
            Prefill(Parts[0], about);
        if (IsNew && slug is null && source is not null)
            Parts[0].Fields["citations"] = new JsonArray(new JsonObject { ["key"] = NewKey(), ["source"] = source, ["paragraph"] = $"{paragraph}", ["page"] = page });
        Stale = await drafts.BringUpToDateAsync(Parts, ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? kind, [FromRoute] string? slug, [FromRoute] int? id, CancellationToken ct)
    {
        // First, because the store forgets what else was read from the database.
        var attachments = await store.TakeAsync(Request.Form.Files, ct);
        if (await OpenAsync(kind, slug, id, ct) is { } refused)
            return refused;
        var form = TypedFields.Read(Request.Form.Where(f => f.Key.StartsWith("parts[", StringComparison.Ordinal)));
        var typed = (form["parts"] as JsonArray ?? []).OfType<JsonObject>().Select(Read).ToList();
        if (typed.Count is 0 or > MaxParts || typed.Exists(p => p is null))
            return BadRequest();
        Parts = typed.ConvertAll(p => p!);
        Attach(attachments);
        (Draft.Reason, Draft.Correction) = (Short(Request.Form["reason"]), Short(Request.Form["correction"]));
        if (!IsNew && int.TryParse(Request.Form["version"], out var version) && version != Draft.Version)
        {
            Theirs = Draft;
            return await ShowAsync(ct, StatusCodes.Status409Conflict);
        }

        foreach (var decided in Request.Form["take"].OfType<string>())
            if (decided.Split(':', 2) is [var n, var path] && int.TryParse(n, out var at) && at >= 0 && at < Parts.Count)
                await drafts.TakeTheirsAsync(Parts[at], path, ct);
        var action = Request.Form["do"].LastOrDefault() ?? "save";
        if (Change(action) is { } anchor)
        {
            Draft.Parts = await NamedAsync(ct);
            return !await SaveAsync(ct) ? await ShowAsync(ct, StatusCodes.Status409Conflict)
                : Errors.Count > 0 ? await ShowAsync(ct, StatusCodes.Status422UnprocessableEntity)
                : LocalRedirect($"/desk/drafts/{Draft.Id}/edit#{anchor}");
        }

        Parts = Parts.ConvertAll(p => p with { Fields = TypedFields.WithoutBlanks(p.Kind, p.Fields) });
        Stale = await drafts.BringUpToDateAsync(Parts, ct);
        Draft.Parts = await NamedAsync(ct);
        if (!await SaveAsync(ct))
            return await ShowAsync(ct, StatusCodes.Status409Conflict);
        if (Stale.Exists(s => s.Conflicts.Count > 0 || s.Theirs.Content is null))
            return await ShowAsync(ct, StatusCodes.Status409Conflict);
        if (action is "save" && Errors.Count > 0)
            return await ShowAsync(ct, StatusCodes.Status422UnprocessableEntity);
        if (action is "save")
        {
            TempData["Said"] = "The draft is kept. Nothing of it is public.";
            return LocalRedirect($"/desk/drafts/{Draft.Id}");
        }
        return await CheckAsync(action, ct);
    }

    /// <summary>The error that stands beside one control.</summary>
    public string? ErrorOf(string control) => Errors.FirstOrDefault(e => e.Control == control).Message;

    public static string ListOf(IReadOnlyList<RecordKind> kinds) => $"names-{string.Join('-', kinds)}";

    public static string Id(string path) => path.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-').Replace("]", "", StringComparison.Ordinal);

    private async Task<IActionResult> CheckAsync(string action, CancellationToken ct)
    {
        var check = await drafts.CheckAsync(Draft, ct);
        var isClear = check.IsClear && Errors.Count == 0;
        if (isClear && action is "review" && await drafts.MoveAsync(Draft, DraftState.InReview, editor, null, ct))
        {
            TempData["Said"] = "The draft waits for review.";
            return LocalRedirect($"/desk/drafts/{Draft.Id}");
        }
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
        Errors.AddRange(check.Problems.Select(p => (ControlOf(p), p.Message)));
        if (Errors.Count == 0 && check.Outcome is Outcome.Stale)
            Errors.Add((null, "Someone published a change to one of these records a moment ago. Check again to see it beside yours."));
        IsClear = check.IsClear && Errors.Count == 0;
        Duplicates = check.Duplicates;
        return await ShowAsync(ct, Errors.Count > 0 || Duplicates.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<bool> SaveAsync(CancellationToken ct)
    {
        if (!await drafts.SaveAsync(Draft, editor, ct))
            return false;
        if (Request.Form["keep"].ToString() is { Length: > 0 and < 200 } place && !Text.HasControlCharacters(place))
            Response.Cookies.Append("desk_saved", place, new() { Path = "/desk", SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(1) });
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
            // What waits for review is changed by its reviewers, or taken back first.
            return !found.IsOpen || found.State == DraftState.InReview && editor.Role < DeskRole.Editor || Parts.Exists(p => p.IsWithdrawal) ? LocalRedirect($"/desk/drafts/{number}") : null;
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
        Parts = await NamedAsync(ct);
        // The first citation need not be asked for.
        foreach (var part in Parts.Where(p => p.Kind is not (RecordKind.Source or RecordKind.Jurisdiction) && p.Fields["citations"] is not JsonArray { Count: > 0 }))
            part.Fields["citations"] = new JsonArray(new JsonObject { ["key"] = NewKey() });
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

    private async Task<List<DraftPart>> NamedAsync(CancellationToken ct)
    {
        var naming = new Naming(db);
        var named = new List<DraftPart>();
        foreach (var part in Parts)
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

    private static DraftPart? Read(JsonObject typed)
    {
        string? Text(string name) => typed[name] is JsonValue value && value.GetValue<string>() is { Length: > 0 } text ? text : null;
        if (!Enum.TryParse<RecordKind>(Text("kind"), out var kind) || !Enum.IsDefined(kind))
            return null;
        return new(kind) { Slug = Text("slug"), BasedOn = int.TryParse(Text("based_on"), out var version) ? version : null, IsAnother = Text("is_another") == "true", Fields = typed["fields"]?.DeepClone() as JsonObject ?? [] };
    }

    /// <summary>Adds or drops a row or a part.</summary>
    /// <returns>The id of what to go to; null if the action is another.</returns>
    private string? Change(string action)
    {
        switch (action.Split(':', 4))
        {
            case ["add", var n, var list] when PartAt(n) is { } at && FormShape.Of(Parts[at].Kind).FirstOrDefault(f => f.Name == list) is { Control: Control.Rows or Control.Pickers } field:
                if (Parts[at].Fields[list] is not JsonArray rows)
                    Parts[at].Fields[list] = rows = [];
                rows.Add(field.Control == Control.Rows ? new JsonObject { ["key"] = NewKey() } : (JsonNode)JsonValue.Create("")!);
                return Id($"parts[{at}].fields.{list}[{rows.Count - 1}]");
            case ["bring", var name] when Parts.Count < MaxParts && Enum.TryParse<RecordKind>(name, out var kind) && Enum.IsDefined(kind):
                Parts.Add(new(kind) { Fields = Brought(kind) });
                return Id($"parts[{Parts.Count - 1}]");
            case ["attach", var n] when PartAt(n) is { } at:
                return Id($"parts[{at}].fields.documents");
            case ["remove", var n, var list, var row] when PartAt(n) is { } at && Parts[at].Fields[list] is JsonArray entries && int.TryParse(row, out var i) && i >= 0 && i < entries.Count:
                entries.RemoveAt(i);
                return Id($"parts[{at}].fields.{list}");
            case ["drop", var n] when PartAt(n) is { } at && Parts.Count > 1:
                Parts.RemoveAt(at);
                return "main";
            default:
                return null;
        }
    }

    /// <summary>A part brought along starts from what the first one says already.</summary>
    private JsonObject Brought(RecordKind kind)
    {
        var fields = new JsonObject();
        if (kind == RecordKind.Jurisdiction && (Parts[0].Fields["jurisdiction"] as JsonValue)?.GetValue<string>() is { Length: > 0 } place && place.Split(", ", 2) is var named)
        {
            fields["name"] = named[0];
            if (named.Length == 2 && States.Names.FirstOrDefault(s => s.Value == named[1] || s.Key == named[1]).Key is { } state)
                fields["state"] = state;
        }
        if (kind is RecordKind.Response or RecordKind.Statement && Parts[0].Kind is RecordKind.Letter or RecordKind.Campaign)
        {
            fields[kind == RecordKind.Response ? "answers" : "about"] = kind == RecordKind.Response ? Drafts.LabelOf(Parts, 0) : new JsonArray(Drafts.LabelOf(Parts, 0));
            if (kind == RecordKind.Response)
                fields["jurisdiction"] = Parts[0].Fields["jurisdiction"]?.DeepClone();
        }
        if (kind is not (RecordKind.Source or RecordKind.Jurisdiction))
            fields["citations"] = new JsonArray(new JsonObject { ["key"] = NewKey(), ["source"] = (Parts[0].Fields["citations"]?[0]?["source"])?.DeepClone() });
        return fields;
    }

    private static void Prefill(DraftPart part, string about)
    {
        if (!RecordPaths.TryParse(about, out var kind, out var slug))
            return;
        foreach (var property in TypedFields.Properties(Model.Content.Types[part.Kind]))
            if (property.GetCustomAttributes(typeof(NamesAttribute), false) is [NamesAttribute names] && names.Kinds.Contains(kind) && TypedFields.NameOf(property) is var name && name is not ("within" or "follows"))
            {
                JsonNode value = names.Kinds.Count == 1 ? slug : about;
                part.Fields[name] = TypedFields.ItemType(property.PropertyType) is null ? value : new JsonArray(value);
                return;
            }
    }

    private int? PartAt(string number) => int.TryParse(number, out var at) && at >= 0 && at < Parts.Count ? at : null;

    private string? ControlOf(PartProblem problem)
    {
        if (problem.Part is not { } at)
            return problem.Field is "reason" or "correction" ? problem.Field : null;
        var names = problem.Field.Split('/')[0].Split('.');
        var top = names[0].Split('[')[0];
        if (FormShape.Of(Parts[at].Kind).FirstOrDefault(f => f.Name == top) is not { } field)
            return Id($"parts[{at}]");
        var isEntry = field.Control is Control.Rows or Control.Pickers && names[0].Contains('[', StringComparison.Ordinal);
        if (isEntry && names.Length > 1 && field.Row.Any(f => f.Name == names[1] && f.Control == Control.Hidden))
            return Id($"parts[{at}].fields.{names[0]}");
        return Id($"parts[{at}].fields.{(isEntry ? names[0] : top)}{(isEntry && names.Length > 1 ? $".{names[1].Split('[')[0]}" : "")}");
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    internal static string NewKey() => Guid.NewGuid().ToString("N")[..6];
}

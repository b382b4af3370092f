using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.History;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Drafting;

/// <summary>One draft: what it would change, what stands in its way, and what can be done with it.</summary>
public sealed class DetailsModel(TrackerDb db, Drafts drafts, UserManager<Editor> editors) : PageModel
{
    private const int MaxPartsShown = 50;
    private const string Changed = "The draft has changed since you opened this page. Look at it again as it stands.";
    private const string Quicker = "Someone else was quicker: see what became of it.";

    public Draft Draft { get; private set; } = null!;

    /// <summary>Null for one that is ended.</summary>
    public DraftCheck? Check { get; private set; }

    /// <summary>Each part against what is published.</summary>
    public IReadOnlyList<RecordChange> Changes { get; private set; } = [];

    /// <summary>Its documents, by the names that they are to have.</summary>
    public IReadOnlyList<(string Name, StoredFile File)> Files { get; private set; } = [];

    public bool MayPublish { get; private set; }

    public bool MayReview { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>Whether this account wrote some of it, and so may give the reason that is missing.</summary>
    public bool IsWriter { get; private set; }

    /// <summary>What was typed, shown again if nothing came of it.</summary>
    public string? Note { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm(Name = "do")] string? action, [FromForm] int? version, [FromForm] string? note, [FromForm] string? reason, CancellationToken ct)
    {
        var who = (await editors.GetUserAsync(User))!;
        if (await drafts.FindAsync(id, who, ct) is not { } draft)
            return NotFound();
        (Note, Reason) = (note, reason);
        if (!draft.IsOpen || draft.Version != version)
            Refusal = Changed;
        else if (note?.Length > DraftEvent.MaxNoteLength || Text.HasControlCharacters(note ?? ""))
            Refusal = $"Keep the note to {DraftEvent.MaxNoteLength:N0} characters, without control characters.";
        else if (Text.HasControlCharacters(reason ?? ""))
            Refusal = "Give the reason without control characters.";
        else if (!string.IsNullOrWhiteSpace(reason) && EditModel.Differ(reason, draft.Reason) && draft.WriterIds.Contains(who.Id))
        {
            draft.Reason = reason;
            if (!await drafts.SaveAsync(draft, who, ct))
                Refusal = Changed;
        }
        if (Refusal is null && await ActAsync(draft, action, who, note, ct) is { } done)
            return done;
        return await ShowAsync(id, ct);
    }

    private async Task<IActionResult?> ActAsync(Draft draft, string? action, Editor who, string? note, CancellationToken ct)
    {
        switch (action)
        {
            case "publish" when await drafts.MayPublishAsync(draft, who, ct):
                var published = await drafts.PublishAsync(draft, who, ct);
                if (published.Outcome is Outcome.Applied)
                    return Said(draft, "Published. The change stands in the history with its reason.");
                Refusal = await drafts.IsOvertakenAsync(draft, ct) ? Quicker : "It was not published: see what stands in the way.";
                return null;
            case "review" when draft.State != DraftState.InReview:
                if (!(await drafts.CheckAsync(draft, ct)).IsClear)
                    Refusal = "It cannot be reviewed yet: see what stands in the way.";
                else if (await drafts.MoveAsync(draft, DraftState.InReview, who, note, ct))
                    return Said(draft, "The draft waits for review.");
                else
                    Refusal = Quicker;
                return null;
            case "back" when draft.State == DraftState.InReview && (who.Role >= DeskRole.Editor || draft.AuthorId == who.Id):
                if (who.Id != draft.AuthorId && string.IsNullOrWhiteSpace(note))
                    Refusal = "Say what should be changed: the author sees your note.";
                else if (await drafts.MoveAsync(draft, who.Id == draft.AuthorId ? DraftState.Draft : DraftState.SentBack, who, note, ct))
                    return Said(draft, who.Id == draft.AuthorId ? "Taken back." : "Sent back with your note.");
                else
                    Refusal = Quicker;
                return null;
            case "discard" when draft.WriterIds.Contains(who.Id) || who.Role >= DeskRole.Editor:
                if (await drafts.MoveAsync(draft, DraftState.Discarded, who, note, ct))
                    return Said(draft, "Discarded. What was typed is still to be seen here.");
                Refusal = Quicker;
                return null;
            default:
                return Forbid();
        }
    }

    private LocalRedirectResult Said(Draft draft, string words)
    {
        TempData["Said"] = words;
        return LocalRedirect($"/desk/drafts/{draft.Id}");
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken ct)
    {
        // What was read before may have been overtaken.
        db.ChangeTracker.Clear();
        var who = (await editors.GetUserAsync(User))!;
        if (await drafts.FindAsync(id, who, ct) is not { } draft)
            return NotFound();
        Draft = draft;
        IsWriter = draft.WriterIds.Contains(who.Id);
        if (Refusal is not null)
            Response.StatusCode = StatusCodes.Status409Conflict;
        Files = await Attachments.FindAsync(db, draft.Parts, ct);
        if (draft.IsOpen)
        {
            MayPublish = await drafts.MayPublishAsync(draft, who, ct);
            MayReview = who.Role >= DeskRole.Editor && !IsWriter;
            MayEdit = Drafts.MayEdit(draft, who);
            Check = await drafts.CheckAsync(draft, ct);
            Changes = await CompareAsync(Check, ct);
        }
        return Page();
    }

    private async Task<List<RecordChange>> CompareAsync(DraftCheck check, CancellationToken ct)
    {
        var changes = new List<RecordChange>();
        foreach (var edit in check.Edits.Take(MaxPartsShown))
        {
            var latest = await db.Revisions.AsNoTracking().Where(r => r.Kind == edit.Kind && r.Slug == edit.Slug).OrderByDescending(r => r.Version).Select(r => new { r.Version, r.Content }).FirstOrDefaultAsync(ct);
            var title = await db.Records.Where(r => r.Kind == edit.Kind && r.Slug == edit.Slug).Select(r => r.Title).FirstOrDefaultAsync(ct);
            edit.Content?.FillKeys();
            var became = edit.Content is null ? Became.Withdrawn : latest is null ? Became.New : latest.Content is null ? Became.PublishedAgain : Became.Changed;
            changes.Add(new(new(edit.Kind, edit.Slug!, title ?? edit.Slug!, (latest?.Version ?? 0) + 1, became, edit.MergedInto), [.. Differences.Between(latest?.Content, edit.Content?.Canonical())], 0));
        }
        return changes;
    }
}

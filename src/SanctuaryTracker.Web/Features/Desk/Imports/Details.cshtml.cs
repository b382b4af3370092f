using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>One import: how far it is, what would become of each row, and what can be done with it.</summary>
public sealed class DetailsModel(ImportDesk imports, WaitingImports queue, UserManager<Editor> editors) : PageModel
{
    public Import Import { get; private set; } = null!;

    public ImportProgress? Progress { get; private set; }

    public ImportReport? Report { get; private set; }

    public bool MayPublish { get; private set; }

    public bool IsAuthor { get; private set; }

    /// <summary>A note that was typed, where what was asked was not done.</summary>
    public string? Note { get; private set; }

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm(Name = "do")] string? action, [FromForm] int? version, [FromForm] string? reason, [FromForm] string? correction, [FromForm] string? note, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
            return NotFound();
        Refusal = !Import.IsOpen || Import.IsAtWork || Import.Version != version ? "It has changed since you opened this page. Look at it again as it stands."
            : IsAuthor && string.IsNullOrWhiteSpace(reason) || reason?.Length > LoggedChange.MaxReasonLength || Text.HasControlCharacters(reason ?? "") ? $"Say why, for the history, in at most {LoggedChange.MaxReasonLength} characters."
            : correction?.Length > LoggedChange.MaxCorrectionLength || Text.HasControlCharacters(correction ?? "") ? $"Keep the correction to {LoggedChange.MaxCorrectionLength:N0} characters, without control characters."
            : note?.Length > DraftEvent.MaxNoteLength || Text.HasControlCharacters(note ?? "") ? $"Keep the note to {DraftEvent.MaxNoteLength:N0} characters, without control characters."
            : null;
        if (Refusal is null)
        {
            // What stands in the history under the author's name is the author's own.
            if (IsAuthor)
                (Import.Reason, Import.Correction) = (reason!.Trim(), string.IsNullOrWhiteSpace(correction) ? null : correction.Trim());
            if (!Act(action, note))
                return Forbid();
            if (Refusal is null && await imports.MoveAsync(Import, ct))
                return LocalRedirect($"/desk/imports/{id}");
            Refusal ??= "Someone else was quicker: see what became of it.";
        }
        await FindAsync(id, ct);
        Note = note;
        if (IsAuthor)
            (Import.Reason, Import.Correction) = (reason ?? "", correction);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Whether it may be done; what it is then to be stands in the import.</summary>
    private bool Act(string? action, string? note)
    {
        var isReviewed = Import.State == ImportState.InReview;
        switch (action)
        {
            case "check" when !isReviewed && IsAuthor:
                Import.State = ImportState.Checking;
                return true;
            case "others" when !isReviewed && IsAuthor:
                (Import.State, Import.AreOthers) = (ImportState.Checking, true);
                return true;
            case "review" when Import.State is ImportState.Ready && IsAuthor:
                Import.State = ImportState.InReview;
                return true;
            case "publish" when MayPublish && Import.State is ImportState.Ready or ImportState.InReview:
                (Import.State, Import.Reviewer) = (ImportState.Publishing, IsAuthor ? null : Who.Name);
                return true;
            case "back" when isReviewed && (IsAuthor || Who.Role >= DeskRole.Editor):
                if (!IsAuthor && string.IsNullOrWhiteSpace(note))
                    Refusal = "Say what should be changed: the author sees your note.";
                (Import.State, Import.Note) = (IsAuthor ? ImportState.Ready : ImportState.SentBack, note?.Trim());
                return true;
            case "discard":
                Import.State = ImportState.Discarded;
                return true;
            default:
                return false;
        }
    }

    private Editor Who { get; set; } = null!;

    private async Task<bool> FindAsync(int id, CancellationToken ct)
    {
        Who = (await editors.GetUserAsync(User))!;
        if (await imports.FindAsync(id, Who, ct) is not { } found)
            return false;
        (Import, Report, Progress, IsAuthor) = (found, found.Report, queue.ProgressOf(id), found.AuthorId == Who.Id);
        MayPublish = await imports.MayPublishAsync(found, Who, ct);
        return true;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>An import in a list.</summary>
public sealed record ImportItem(int Id, string FileName, RecordKind Kind, string Author, ImportState State, DateTime ChangedAt);

/// <summary>Takes a file, and shows how it has to be made.</summary>
public sealed class IndexModel(TrackerDb db, ImportDesk imports, UserManager<Editor> editors) : PageModel
{
    /// <summary>Letters first: they come most often.</summary>
    public static IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Letter, .. Enum.GetValues<RecordKind>().Except([RecordKind.Letter])];

    public RecordKind Kind { get; private set; } = RecordKind.Letter;

    public string? Problem { get; private set; }

    public IReadOnlyList<ImportItem> Latest { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] RecordKind kind, IFormFile? file, CancellationToken ct)
    {
        Kind = Enum.IsDefined(kind) ? kind : RecordKind.Letter;
        if (file is null)
            Problem = "Choose a file.";
        else if (file.Length > ImportFile.MaxBytes)
            Problem = $"It is larger than {ImportFile.MaxBytes >> 20} MB. Divide it into several files.";
        if (Problem is null)
        {
            var bytes = new byte[file!.Length];
            await using (var content = file.OpenReadStream())
                await content.ReadExactlyAsync(bytes, ct);
            if (ImportFile.Read(Kind, bytes, file.FileName) is { Rows.Count: 0, Problems: [var first, ..] })
                Problem = first.Column.Length > 0 ? $"Column {first.Column}: {first.Message}" : first.Message;
            else
                return LocalRedirect($"/desk/imports/{(await imports.BeginAsync(Kind, file.FileName, bytes, (await editors.GetUserAsync(User))!, ct)).Id}");
        }
        await ShowAsync(ct);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var who = (await editors.GetUserAsync(User))!;
        Latest = await db.ListImportsAsync(all => who.Role >= DeskRole.Editor ? all : all.Where(i => i.AuthorId == who.Id), ct);
    }
}

public static class ImportQueries
{
    extension(TrackerDb db)
    {
        public Task<List<ImportItem>> ListImportsAsync(Func<IQueryable<Import>, IQueryable<Import>> which, CancellationToken ct) =>
            which(db.Set<Import>()).OrderByDescending(i => i.ChangedAt).ThenByDescending(i => i.Id).Take(50).Select(i => new ImportItem(i.Id, i.FileName, i.Kind, i.Author, i.State, i.ChangedAt)).ToListAsync(ct);
    }
}

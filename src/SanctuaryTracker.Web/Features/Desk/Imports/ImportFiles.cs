using Microsoft.AspNetCore.Identity;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Model;
using SanctuaryTracker.Site;

namespace SanctuaryTracker.Features.Desk.Imports;

/// <summary>Templates to fill in, and the guide to their columns.</summary>
public static class ImportFiles
{
    private static readonly IReadOnlyList<Column<ImportColumn>> Guide =
    [
        new("column", c => c.Name), new("label", c => c.Label), new("meaning", c => c.Meaning), new("required", c => c.IsRequired ? "yes" : ""), new("values", c => string.Join(' ', c.Options)),
    ];

    private static readonly IReadOnlyList<Column<ImportProblem>> Errors = [new("row", p => p.Row?.ToString()), new("column", p => p.Column), new("what_is_wrong", p => p.Message)];

    public static void MapImportFiles(this IEndpointRouteBuilder site)
    {
        site.MapGet("/desk/imports/{id:int}/problems.csv", async (int id, HttpContext context, ImportDesk imports, UserManager<Editor> editors, CancellationToken ct) =>
            await imports.FindAsync(id, (await editors.GetUserAsync(context.User))!, ct) is { Report: { } report } import
                ? new Csv<ImportProblem>($"import-{import.Id}-errors", report.Problems.ToAsyncEnumerable(), Errors)
                : Results.NotFound()).ExcludeFromDescription().RequireAuthorization(DeskPolicies.Contributor);
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            // Rows within a record, such as copies, are in the guide: most files have none.
            var heads = ImportColumns.Of(kind).Where(c => !c.Name.Contains('[', StringComparison.Ordinal)).Select(c => new Column<object>(c.Name, _ => null)).ToList();
            site.MapGet($"/desk/import/{kind.Path}-template.csv", () => new Csv<object>($"{kind.Path}-template", AsyncEnumerable.Empty<object>(), heads)).ExcludeFromDescription().RequireAuthorization(DeskPolicies.Contributor);
            site.MapGet($"/desk/import/{kind.Path}-columns.csv", () => new Csv<ImportColumn>($"{kind.Path}-columns", ImportColumns.Of(kind).ToAsyncEnumerable(), Guide)).ExcludeFromDescription().RequireAuthorization(DeskPolicies.Contributor);
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

public sealed class SeedsTests
{
    private const string Paper = """{ "paper": { "publisher": "The Paper", "kind": "NewsStory", "paragraphs": 9 } }""";

    [Fact]
    public async Task The_projects_own_seed_imports_and_imports_again_without_a_change()
    {
        await using var store = await Store.WithAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "seed-data");

        (await ImportAsync(store, folder)).Should().BeOfType<Outcome.Applied>().Which.Changed.Should().NotBeEmpty();
        (await ImportAsync(store, folder)).Should().BeOfType<Outcome.Applied>().Which.Should().BeEquivalentTo(new { ChangeNumber = (int?)null, Changed = Array.Empty<string>() });
        foreach (var kind in Enum.GetValues<RecordKind>())
            (await store.ReadAsync(db => db.Records.CountAsync(r => r.Kind == kind))).Should().BePositive("there should be {0}", kind.Path);
    }

    [Fact]
    public async Task Every_error_of_every_file_is_told_with_its_record_and_field_and_nothing_is_changed()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder()
            .With("sources.json", Paper)
            .With("letters.json", """
                {
                  "no-recipient": { "sent_on": "Wednesday" },
                  "typo": { "jurisdiktion": "denver", "citations": [] },
                  "uncited": { "jurisdiction": "denver" },
                  "Bad Slug": { "jurisdiction": "denver", "citations": [{ "source": "paper", "paragraph": 0 }] },
                  "nothing": null,
                  "number": { "known_by": 1 },
                  "state": { "recipient_label": "a city", "state": "Washington", "citations": [{ "source": "paper", "paragraph": 1 }] }
                }
                """)
            .With("campaigns.json", "{ \"round\": \n {{ }")
            .With("jurisdictions.json", "[]")
            .With("statements.json", """{ "twice": { "headline": "One" }, "twice": { "headline": "Two" } }""")
            .With("mayors.json", "{}");

        var problems = Refused(await ImportAsync(store, folder.Path));

        problems.Select(p => $"{p.Record} | {p.Field}").Should().BeEquivalentTo(
            "campaigns.json | line 2", "jurisdictions.json | ", "letters.json: no-recipient | sent_on", "letters.json: typo | jurisdiktion", "letters.json: uncited | citations",
            "letters.json: Bad Slug | citations[0].paragraph", "letters.json: Bad Slug | slug", "letters.json: nothing | ", "letters.json: number | known_by", "letters.json: state | state",
            "mayors.json | ", "statements.json | ");
        problems.Should().OnlyContain(p => p.Message.Length > 10).And.Contain(p => p.Record == "statements.json" && p.Message.Contains("twice"));
        (await store.ReadAsync(db => db.Records.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task Errors_that_show_only_between_records_are_told_together_too()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder().With("sources.json", Paper).With("letters.json", """
            {
              "one": { "jurisdiction": "atlantis", "citations": [{ "source": "paper", "paragraph": 1 }] },
              "two": { "recipient_label": "a city", "citations": [{ "source": "paper", "paragraph": 10 }] }
            }
            """);

        Refused(await ImportAsync(store, folder.Path)).Select(p => $"{p.Record} {p.Field}").Should().BeEquivalentTo("letters/one jurisdiction", "letters/two citations[0].paragraph");
        (await store.ReadAsync(db => db.Records.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_folder_without_seed_files_is_told()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder();

        Refused(await ImportAsync(store, folder.Path)).Should().ContainSingle().Which.Message.Should().Contain("no seed files");
        Refused(await ImportAsync(store, Path.Combine(folder.Path, "elsewhere"))).Should().ContainSingle().Which.Message.Should().Contain("no such folder");
    }

    [Fact]
    public async Task What_was_edited_or_withdrawn_on_the_site_is_not_overwritten_by_a_later_seed()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder().With("jurisdictions.json", """{ "boston": { "name": "Boston", "kind": "City" }, "denver": { "name": "Denver", "kind": "City" }, "gone": { "name": "Gone", "kind": "City" } }""");
        await ImportAsync(store, folder.Path);
        await store.ReviseAsync<JurisdictionContent>("denver", p => p.State = "CO");
        await store.WithdrawAsync(RecordKind.Jurisdiction, "gone");

        folder.With("jurisdictions.json", """{ "boston": { "name": "Boston", "kind": "City", "state": "MA" }, "denver": { "name": "Denver", "kind": "County" }, "gone": { "name": "Gone", "kind": "Town" } }""");
        var outcome = await ImportAsync(store, folder.Path);

        outcome.Should().BeOfType<Outcome.Applied>().Which.Changed.Should().Equal("jurisdictions/boston");
        (await store.LatestAsync(RecordKind.Jurisdiction, "denver")).Content.Should().Contain("CO").And.Contain("City");
        (await store.LatestAsync(RecordKind.Jurisdiction, "gone")).Content.Should().BeNull();
    }

    [Fact]
    public async Task Null_where_a_list_belongs_is_told_with_its_record_and_field()
    {
        await using var store = await Store.WithAsync();
        using var folder = new Folder().With("sources.json", Paper).With("letters.json", """
            { "one": { "recipient_label": "a city", "citations": null }, "two": { "recipient_label": "a city", "citations": [{ "source": "paper", "paragraph": 1, "quotations": null }] } }
            """);

        var problems = Refused(await ImportAsync(store, folder.Path));

        problems.Select(p => (p.Record, p.Field)).Should().BeEquivalentTo([("letters.json: one", "citations"), ("letters.json: two", "citations[0].quotations")]);
    }

    [Fact]
    public async Task A_dry_run_of_an_import_changes_nothing()
    {
        await using var store = await Store.WithAsync();

        var outcome = await store.InScopeAsync(services => services.GetRequiredService<Seeds>().ApplyAsync(Path.Combine(AppContext.BaseDirectory, "seed-data"), "Someone", default, checkOnly: true));

        outcome.Should().BeOfType<Outcome.Applied>().Which.Changed.Should().NotBeEmpty();
        (await store.ReadAsync(db => db.Changes.CountAsync())).Should().Be(0);
    }

    private static Task<Outcome> ImportAsync(Store store, string folder) => store.InScopeAsync(services => services.GetRequiredService<Seeds>().ApplyAsync(folder, "Someone", default));

    private static IReadOnlyList<Problem> Refused(Outcome outcome) => outcome.Should().BeOfType<Outcome.Refused>().Which.Problems;
}

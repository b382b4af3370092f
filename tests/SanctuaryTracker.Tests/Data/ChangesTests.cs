using Microsoft.Extensions.DependencyInjection;

namespace SanctuaryTracker.Tests.Data;

public sealed class ChangesTests
{
    [Fact]
    public async Task A_change_is_applied_whole_or_not_at_all()
    {
        await using var store = await Store.WithAsync(Given.Source());

        var outcome = await store.ApplyAsync(Given.Place("boston").Edit, Given.Letter("boston", campaign: null).Edit, Given.Letter("denver", campaign: null).Edit);

        Refused(outcome).Should().ContainSingle().Which.Should().Be(new Problem("jurisdiction", "There is no jurisdiction “denver”.", "letters/denver"));
        (await store.ReadAsync(db => db.Records.CountAsync(r => r.Kind != RecordKind.Source))).Should().Be(0);
        (await store.ReadAsync(db => db.Revisions.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Every_problem_of_every_record_is_told_at_once()
    {
        await using var store = await Store.WithAsync();

        var outcome = await store.ApplyAsync(
            Given.Place("boston", p => (p.Name, p.State) = (null, "Mass")).Edit, Given.Letter("denver", with: l => l.Citations[0].Reasoning = "None needed").Edit);

        Refused(outcome).Select(p => $"{p.Record} {p.Field}").Should().BeEquivalentTo("jurisdictions/boston name", "jurisdictions/boston state", "letters/denver citations[0].reasoning");
    }

    [Fact]
    public async Task A_change_says_why()
    {
        await using var store = await Store.WithAsync();
        var edit = Given.Place("boston").Edit;

        Refused(await store.ApplyAsync(" ", edit)).Should().ContainSingle().Which.Field.Should().Be("reason");
        Refused(await store.ApplyAsync(new string('x', 501), edit)).Should().ContainSingle().Which.Field.Should().Be("reason");
        Refused(await store.ApplyAsync("a\0b", edit)).Should().ContainSingle().Which.Field.Should().Be("reason");
    }

    [Fact]
    public async Task The_same_record_twice_in_one_change_is_refused()
    {
        await using var store = await Store.WithAsync();

        Refused(await store.ApplyAsync(Given.Place("boston").Edit, Given.Place("boston", p => p.State = "MA").Edit))
            .Should().ContainSingle().Which.Record.Should().Be("jurisdictions/boston");
    }

    [Fact]
    public async Task Who_when_and_why_are_kept_with_the_whole_content()
    {
        await using var store = await Store.WithAsync(Given.Place("boston"));
        store.Clock.Advance(TimeSpan.FromDays(1));
        await store.ApplyAsync("The state was missing", await store.DraftAsync<JurisdictionContent>("boston", p => p.State = "MA"));

        var latest = await store.LatestAsync(RecordKind.Jurisdiction, "boston");

        latest.Should().BeEquivalentTo(new { Version = 2, Shape = Content.Shape, Content = """{"name":"Boston","kind":"City","state":"MA"}""" });
        latest.Change.Should().BeEquivalentTo(new { Author = "An editor", Reason = "The state was missing", Origin = ChangeOrigin.Form, At = store.Clock.GetUtcNow().UtcDateTime });
        latest.Change.At.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Fact]
    public async Task An_equal_content_changes_nothing_and_leaves_no_revision()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));

        var again = await store.DraftAsync<LetterContent>("denver", l => (l.Subject, l.Citations[0].AsReported) = ("  ", ""));
        var outcome = await store.ApplyAsync(again);

        outcome.Should().BeOfType<Outcome.Applied>().Which.Should().BeEquivalentTo(new { ChangeNumber = (int?)null, Changed = Array.Empty<string>() });
        (await store.LatestAsync(RecordKind.Letter, "denver")).Version.Should().Be(1);
        (await store.ReadAsync(db => db.Changes.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Only_what_differs_gets_a_revision()
    {
        await using var store = await Store.WithAsync(Given.Place("boston"), Given.Place("denver"));

        var outcome = await store.ApplyAsync(await store.DraftAsync<JurisdictionContent>("boston", _ => { }), await store.DraftAsync<JurisdictionContent>("denver", p => p.State = "CO"));

        outcome.Should().BeOfType<Outcome.Applied>().Which.Changed.Should().Equal("jurisdictions/denver");
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_told_theirs()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        var mine = await store.DraftAsync<JurisdictionContent>("denver", c => c.Name = "Mine");
        await store.ReviseAsync<JurisdictionContent>("denver", c => c.Name = "Theirs");

        var outcome = await store.ApplyAsync(mine);

        outcome.Should().BeOfType<Outcome.Stale>().Which.Theirs.Content.Should().Contain("Theirs");
        (await store.LatestAsync(RecordKind.Jurisdiction, "denver")).Version.Should().Be(2);
    }

    [Fact]
    public async Task A_record_taken_for_new_that_exists_is_stale_and_one_taken_for_published_that_does_not_is_unknown()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));

        (await store.ApplyAsync(Given.Place("denver", p => p.State = "CO").Edit)).Should().BeOfType<Outcome.Stale>();
        (await store.ApplyAsync(Given.Place("boston").Edit with { BasedOn = 1 })).Should().Be(new Outcome.Unknown("jurisdictions/boston"));
        (await store.ApplyAsync(new Edit(RecordKind.Letter, "boston", null, 1))).Should().Be(new Outcome.Unknown("letters/boston"));
    }

    [Fact]
    public async Task Of_editors_who_save_one_record_at_once_exactly_one_succeeds()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        var drafts = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => store.DraftAsync<JurisdictionContent>("denver", p => p.OtherNames = [$"Name {i}"])));

        var outcomes = await Task.WhenAll(drafts.Select(d => Task.Run(() => store.ApplyAsync(d))));

        outcomes.OfType<Outcome.Applied>().Should().ContainSingle();
        outcomes.OfType<Outcome.Stale>().Should().HaveCount(5);
        (await store.ReadAsync(db => db.Revisions.CountAsync(r => r.Slug == "denver"))).Should().Be(2);
    }

    [Fact]
    public async Task New_records_without_a_slug_each_get_one_of_their_own_even_at_once()
    {
        await using var store = await Store.WithAsync(Given.Place("springfield"));
        var edits = Enumerable.Range(1, 4).Select(i => new Edit(RecordKind.Jurisdiction, null, Given.Place("springfield", p => p.OtherNames = [$"{i}"]).Content)).ToList();

        await Task.WhenAll(edits[..2].Select(e => Task.Run(() => store.ApplyAsync(e))));
        (await store.ApplyAsync(edits[2], edits[3])).Should().BeOfType<Outcome.Applied>();

        (await store.ReadAsync(db => db.Jurisdictions.Select(j => j.Record).OrderBy(r => r.Slug).Select(r => r.Slug).ToListAsync()))
            .Should().Equal("springfield", "springfield-2", "springfield-3", "springfield-4", "springfield-5");
    }

    [Fact]
    public async Task A_withdrawn_records_slug_is_not_given_to_another()
    {
        await using var store = await Store.WithAsync(Given.Place("springfield"));
        await store.WithdrawAsync(RecordKind.Jurisdiction, "springfield");

        var outcome = await store.ApplyAsync(new Edit(RecordKind.Jurisdiction, null, Given.Place("springfield").Content));

        outcome.Should().BeOfType<Outcome.Applied>().Which.Changed.Should().Equal("jurisdictions/springfield-2");
    }

    [Fact]
    public async Task A_renamed_place_renames_its_letters_and_moves_them_to_its_state()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));

        await store.ReviseAsync<JurisdictionContent>("denver", p => (p.Name, p.State) = ("Denver City", "CO"));

        var letter = await store.ReadAsync(db => db.Letters.Include(l => l.Record).SingleAsync());
        letter.Record.Title.Should().Be("Letter to Denver City, Colorado, sent 24 January 2018");
        letter.Record.SortTitle.Should().StartWith("letter to denver city");
        letter.Record.Version.Should().Be(1, "its own content is as it was");
        letter.State.Should().Be("CO");
        (await store.ReadAsync(db => db.Passages.SingleAsync(p => p.RecordId == letter.Id))).Words.Should().Contain("denver city colorado");
    }

    [Fact]
    public async Task A_rounds_new_date_reaches_its_letters_and_where_they_sort()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"), Given.Letter("boston", sentOn: "2018-01-25"));

        await store.ReviseAsync<CampaignContent>(Given.Round, c => c.SentOn = Given.On("2018-01-23"));

        var dates = await store.ReadAsync(db => db.Letters.Select(l => l.Record).ToDictionaryAsync(r => r.Slug, r => r.SortDate));
        dates.Should().Equal(new Dictionary<string, string> { ["denver"] = "2018-01-23", ["boston"] = "2018-01-25" });
    }

    [Fact]
    public async Task A_rounds_new_date_is_refused_if_an_answer_to_one_of_its_letters_would_be_older()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"), Given.Response("denver", "letters/denver", madeOn: "2018-01-25"));

        var outcome = await store.ReviseAsync<CampaignContent>(Given.Round, c => c.SentOn = Given.On("2018-01-26"));

        Refused(outcome).Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "responses/denver" && p.Field == "made_on");
        (await store.ReadAsync(db => db.Campaigns.SingleAsync())).SentOn.Should().Be(Given.On("2018-01-24"));
    }

    [Fact]
    public async Task A_rounds_new_announcement_is_refused_if_an_answer_to_it_would_be_older()
    {
        await using var store = await Store.WithAsync(
            Given.Campaign(sentOn: null, with: c => c.AnnouncedOn = Given.On("2018-01-24")), Given.Response("denver", "campaigns/round", madeOn: "2018-01-25"));

        var outcome = await store.ReviseAsync<CampaignContent>(Given.Round, c => c.AnnouncedOn = Given.On("2018-01-26"));

        Refused(outcome).Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "responses/denver" && p.Field == "made_on");
    }

    [Fact]
    public async Task A_rounds_new_deadline_is_refused_if_one_of_its_letters_was_sent_later()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", sentOn: "2018-02-01"));

        var outcome = await store.ReviseAsync<CampaignContent>(Given.Round, c => c.ReplyDueOn = Given.On("2018-01-31"));

        Refused(outcome).Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "letters/denver" && p.Field == "reply_due_on");
    }

    [Fact]
    public async Task A_source_cannot_become_shorter_than_what_is_cited_from_it()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", with: l => l.Citations[0].Paragraph = 21));

        var outcome = await store.ReviseAsync<SourceContent>(Given.Paper, s => s.Paragraphs = 20);

        Refused(outcome).Should().ContainSingle().Which.Should().Match<Problem>(p => p.Record == "letters/denver" && p.Field == "citations[0].paragraph");
    }

    [Fact]
    public async Task A_letter_that_moves_to_another_round_takes_its_answers_along()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal), Given.Campaign("later"));

        await store.ReviseAsync<LetterContent>("denver", l => l.Campaign = "later");

        (await store.ReadAsync(db => db.Responses.Select(r => r.Campaign!.Record.Slug).SingleAsync())).Should().Be("later");
    }

    [Fact]
    public async Task What_others_refer_to_is_not_withdrawn_unless_the_same_change_points_them_elsewhere()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"), Given.Place("denver-county"));

        Refused(await store.WithdrawAsync(RecordKind.Jurisdiction, "denver")).Should().ContainSingle()
            .Which.Should().Be(new Problem("", "letters/denver refers to it: change that first, or in the same change.", "jurisdictions/denver"));
        Refused(await store.WithdrawAsync(RecordKind.Source, Given.Paper)).Should().HaveCount(2, "the letter and its round rest on it");

        var outcome = await store.ApplyAsync("They are one", await store.DraftAsync<LetterContent>("denver", l => l.Jurisdiction = "denver-county"), new Edit(RecordKind.Jurisdiction, "denver", null, 1));
        outcome.Should().BeOfType<Outcome.Applied>();
        (await store.ReadAsync(db => db.Jurisdictions.Select(j => j.Record.Slug).ToListAsync())).Should().Equal("denver-county");
    }

    [Fact]
    public async Task Records_that_refer_to_each_other_are_withdrawn_together()
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal));

        var outcome = await store.ApplyAsync("Never sent", new Edit(RecordKind.Letter, "denver", null, 1), new Edit(RecordKind.Response, "denver", null, 1));

        outcome.Should().BeOfType<Outcome.Applied>();
        (await store.ReadAsync(db => db.Records.Select(r => r.Kind).OrderBy(k => k).ToListAsync())).Should().NotContain([RecordKind.Letter, RecordKind.Response]);
    }

    [Fact]
    public async Task Published_again_a_withdrawn_record_keeps_its_key_and_goes_on_counting()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        var id = await store.ReadAsync(db => db.Jurisdictions.Select(j => j.Id).SingleAsync());
        await store.WithdrawAsync(RecordKind.Jurisdiction, "denver");
        await store.GivenAsync(Given.Place("boston"));

        (await store.ApplyAsync(Given.Place("denver", p => p.State = "CO").Edit)).Should().BeOfType<Outcome.Applied>();

        var record = await store.ReadAsync(db => db.Records.SingleAsync(r => r.Slug == "denver"));
        record.Should().BeEquivalentTo(new { Id = id, Version = 3 });
    }

    [Fact]
    public async Task A_withdrawn_record_is_not_withdrawn_again()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        await store.WithdrawAsync(RecordKind.Jurisdiction, "denver");

        (await store.ApplyAsync(new Edit(RecordKind.Jurisdiction, "denver", null, 2))).Should().BeOfType<Outcome.Stale>();
    }

    [Fact]
    public async Task No_two_places_have_one_identifier()
    {
        await using var store = await Store.WithAsync(Given.Place("king-county", p => (p.Geoid, p.OcdId) = ("53033", "ocd-division/country:us/state:wa/county:king")));

        Refused(await store.ApplyAsync(Given.Place("seattle", p => p.Geoid = "53033").Edit)).Should().ContainSingle().Which.Field.Should().Be("geoid");
        Refused(await store.ApplyAsync(Given.Place("seattle", p => p.OcdId = "ocd-division/country:us/state:wa/county:king").Edit)).Should().ContainSingle().Which.Field.Should().Be("ocd_id");
        Refused(await store.ApplyAsync(Given.Place("one", p => p.Geoid = "01").Edit, Given.Place("two", p => p.Geoid = "01").Edit)).Should().ContainSingle().Which.Record.Should().Be("jurisdictions/two");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_become_of_a_change_and_writes_nothing()
    {
        await using var store = await Store.WithAsync();

        (await store.CheckAsync(Given.Place("boston").Edit)).Should().BeOfType<Outcome.Applied>().Which.Changed.Should().Equal("jurisdictions/boston");
        (await store.CheckAsync(Given.Letter("boston", campaign: null).Edit)).Should().BeOfType<Outcome.Refused>();

        (await store.ReadAsync(async db => await db.Records.CountAsync() + await db.Changes.CountAsync() + await db.Passages.CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task The_record_is_saved_only_through_a_change()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));

        await Saving(db => db.Add(new SanctuaryTracker.Model.Record { Id = 99, Kind = RecordKind.Letter, Slug = "smuggled" })).Should().ThrowAsync<InvalidOperationException>();
        await Saving(db => db.Jurisdictions.Single().Name = "Smuggled").Should().ThrowAsync<InvalidOperationException>();
        await Saving(db => db.Remove(db.Records.Single())).Should().ThrowAsync<InvalidOperationException>();

        Func<Task> Saving(Action<TrackerDb> act) => () => store.ReadAsync(db =>
        {
            act(db);
            return db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task The_log_is_only_ever_added_to()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));

        var deleting = () => store.ReadAsync(async db =>
        {
            db.IsWritingRecord = true;
            db.Remove(await db.Revisions.FirstAsync());
            return await db.SaveChangesAsync();
        });
        var editing = () => store.ReadAsync(async db =>
        {
            db.IsWritingRecord = true;
            db.Entry(await db.Changes.SingleAsync()).Property(c => c.Reason).CurrentValue = "Another reason";
            return db.SaveChanges();
        });

        await deleting.Should().ThrowAsync<InvalidOperationException>().WithMessage("The log is only ever added to.");
        await editing.Should().ThrowAsync<InvalidOperationException>().WithMessage("The log is only ever added to.");
    }

    [Theory]
    [InlineData("""UPDATE "Letters" SET "RecipientLabel" = 'a city'""")]
    [InlineData("""UPDATE "Letters" SET "ClosedOn" = '2018'""")]
    [InlineData("""UPDATE "Letters" SET "CampaignId" = 4711""")]
    [InlineData("""UPDATE "Citations" SET "Reasoning" = 'Because'""")]
    [InlineData("""UPDATE "Citations" SET "Paragraph" = NULL""")]
    [InlineData("""UPDATE "Responses" SET "Association" = 'Mayors'""")]
    [InlineData("""UPDATE "Copies" SET "Person" = NULL""")]
    [InlineData("""UPDATE "Jurisdictions" SET "Kind" = 'Unknown', "Geoid" = '08'""")]
    [InlineData("""DELETE FROM "Jurisdictions" """)]
    public async Task The_database_itself_refuses_what_the_rules_exclude(string sql)
    {
        await using var store = await Store.WithAsync(Given.Letter("denver", answer: ResponseKind.Refusal, with: l => l.Copies = [new() { Person = "A. Sheriff" }]));

        var writing = () => store.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

        (await writing.Should().ThrowAsync<System.Data.Common.DbException>()).Which.Message.Should().ContainEquivalentOf("constraint");
    }

    [Theory]
    [InlineData("""UPDATE "Changes" SET "Reason" = 'Another reason'""")]
    [InlineData("""UPDATE "Revisions" SET "Content" = NULL""")]
    [InlineData("""DELETE FROM "Changes" """)]
    [InlineData("""DELETE FROM "Revisions" """)]
    public async Task The_database_itself_refuses_to_have_its_log_edited(string sql)
    {
        await using var store = await Store.WithAsync(Given.Letter("denver"));

        var writing = () => store.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

        (await writing.Should().ThrowAsync<System.Data.Common.DbException>()).Which.Message.Should().Contain("The log is only ever added to.");
    }

    [Fact]
    public async Task One_change_after_another_in_one_scope_is_as_good_as_in_two()
    {
        await using var store = await Store.WithAsync();

        var outcomes = await store.InScopeAsync(async services =>
        {
            var changes = services.GetRequiredService<Changes>();
            return new[]
            {
                await changes.ApplyAsync(new("An editor", "One", ChangeOrigin.Form, [Given.Letter("boston").Edit]), default),
                await changes.ApplyAsync(new("An editor", "Two", ChangeOrigin.Form, [Given.Place("boston").Edit]), default),
                await changes.ApplyAsync(new("An editor", "Three", ChangeOrigin.Form, [Given.Place("boston", p => p.State = "MA").Edit with { BasedOn = 1 }]), default),
            };
        });

        outcomes.Select(o => o.GetType().Name).Should().Equal("Refused", "Applied", "Applied");
    }

    private static IReadOnlyList<Problem> Refused(Outcome outcome) => outcome.Should().BeOfType<Outcome.Refused>().Which.Problems;

    [Fact]
    public async Task Change_numbers_and_times_follow_one_another_though_the_clock_is_set_back()
    {
        await using var store = await Store.WithAsync(Given.Place("denver"));
        var first = (await store.LatestAsync(RecordKind.Jurisdiction, "denver")).Change.At;
        store.Clock.AdjustTime(store.Clock.GetUtcNow().AddHours(-1));

        await store.ReviseAsync<JurisdictionContent>("denver", p => p.State = "CO");

        (await store.LatestAsync(RecordKind.Jurisdiction, "denver")).Change.At.Should().BeOnOrAfter(first);
    }

    [Fact]
    public async Task An_answer_can_be_older_than_the_day_on_which_a_suits_status_was_told()
    {
        await using var store = await Store.WithAsync(Given.Lawsuit("chicago", l => (l.Status, l.StatusOn) = (LawsuitStatus.Pending, Given.On("2018-01-24"))));

        await store.GivenAsync(Given.Response("denver", "lawsuits/chicago", madeOn: "2017-09-01"));

        (await store.LatestAsync(RecordKind.Response, "denver")).Content.Should().Contain("2017-09-01");
    }
}

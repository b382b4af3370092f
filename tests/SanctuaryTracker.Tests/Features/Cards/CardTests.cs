using System.Net;
using SanctuaryTracker.Features.Cards;
using SkiaSharp;

namespace SanctuaryTracker.Tests.Features.Cards;

public sealed class CardTests(Seeded seeded)
{
    [Fact]
    public async Task A_link_to_any_page_comes_with_a_picture_of_the_size_it_says()
    {
        var app = await seeded.AppAsync();
        var records = await app.ReadAsync(db => db.Records.GroupBy(r => r.Kind).Select(g => new { g.Key, Slug = g.Min(r => r.Slug) }).ToListAsync());
        foreach (var path in records.Select(r => $"/{r.Key.Path}/{r.Slug}").Concat(["/", "/letters", "/letters?state=CA&sort=Recipient", "/responses?q=mayor", "/citations?basis=Inferred", "/about"]))
        {
            var page = await app.GetHtmlAsync(path);
            string Said(string property) => page.QuerySelector($"meta[property='og:{property}']")!.GetAttribute("content")!;

            Said("url").Should().Be($"{app.Address.GetLeftPart(UriPartial.Authority)}{path}");
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be(Said("url").Split('?')[0]);
            Said("title").Should().Be(page.Title!.Replace(" – SanctuaryTracker", "", StringComparison.Ordinal));
            var picture = new Uri(Said("image"));
            picture.PathAndQuery.Should().Be(path is "/" or "/about" ? "/cards/front.png" : path.Split('?') is [var list, var asked] ? $"/cards{list}.png?{asked}" : $"/cards{path}.png");
            using var drawn = SKBitmap.Decode(await app.Client.GetByteArrayAsync(picture));
            (drawn.Width, drawn.Height).Should().Be((int.Parse(Said("image:width")), int.Parse(Said("image:height"))));
            drawn.Pixels.Distinct().Count().Should().BeGreaterThan(20, "{0} has letters on it", picture);
        }
    }

    [Fact]
    public async Task The_picture_of_a_list_tells_of_what_is_asked_for_and_refuses_what_the_list_refuses()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver", p => p.State = "CO"), Given.Letter("denver"), Given.Place("boston", p => p.State = "MA"), Given.Letter("boston"));
        var pictures = new List<byte[]>();
        foreach (var asked in new[] { "", "?state=CO", "?state=MA", "?state=WA" })
            pictures.Add(await app.Client.GetByteArrayAsync($"/cards/letters.png{asked}"));

        pictures.Select(Convert.ToHexString).Should().OnlyHaveUniqueItems();
        (await app.GetTextAsync("/cards/letters.png?colour=red", HttpStatusCode.BadRequest)).Should().Contain("colour");
    }

    [Fact]
    public async Task A_picture_is_drawn_again_when_the_record_changes()
    {
        await using var app = await TrackerApp.WithAsync(Given.Place("denver"));
        var before = await app.Client.GetByteArrayAsync("/cards/jurisdictions/denver.png");
        (await app.Client.GetByteArrayAsync("/cards/jurisdictions/denver.png")).Should().Equal(before);

        await app.ReviseAsync<JurisdictionContent>("denver", j => j.Name = "Another name");

        (await app.Client.GetByteArrayAsync("/cards/jurisdictions/denver.png")).Should().NotEqual(before);
    }

    [Fact]
    public async Task A_record_that_there_is_not_has_no_picture()
    {
        await using var app = await TrackerApp.WithAsync(Given.Statement("said"));
        await app.WithdrawAsync(RecordKind.Statement, "said");

        (await app.GetHtmlAsync("/cards/statements/said.png", HttpStatusCode.NotFound)).QuerySelectorAll("h1").Should().ContainSingle();
        (await app.GetHtmlAsync("/cards/letters/atlantis.png", HttpStatusCode.NotFound)).QuerySelectorAll("h1").Should().ContainSingle();
    }

    [Fact]
    public void Words_of_any_length_and_script_are_drawn()
    {
        var drawn = CardPicture.Draw(new("A kicker", "third", new string('W', 500), [string.Join(' ', Enumerable.Repeat("word", 500)), "日本語 🗽", ""], "Foot"));

        using var picture = SKBitmap.Decode(drawn);
        picture.Width.Should().Be(CardPicture.Width);
        Enumerable.Range(0, CardPicture.Height).Select(y => picture.GetPixel(CardPicture.Width - 20, y)).Skip(12).Should().OnlyContain(c => c == SKColors.White, "nothing runs into the margin");
    }
}

using Microsoft.Playwright;

namespace SanctuaryTracker.Tests.Site;

[Trait("in", "browser")]
public sealed class KeyboardTests(Browser browser)
{
    private const int MostStops = 130;

    /// <summary>What is wrong with the focus where it stands; null after the last stop.</summary>
    private const string Focus = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return null;
          const style = getComputedStyle(at), box = at.getClientRects()[0], over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const order = [...document.querySelectorAll('a, button, input, select, textarea, summary')].indexOf(at);
          if (order === 0 && window.lastStop > 0) return null; // round again
          const wrong = [];
          if (!(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || at.querySelector('.spot'))) wrong.push('has no ring');
          if (box.top < -1 || box.bottom > innerHeight + 1) wrong.push('is out of sight');
          if (over && !at.contains(over) && !over.contains(at)) wrong.push('is covered');
          if (order < (window.lastStop ?? -1)) wrong.push('is out of order');
          window.lastStop = order;
          return wrong.map(fault => `${(at.textContent || at.name).trim()} ${fault}`);
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Whatever_takes_the_focus_shows_it_in_sight_uncovered_and_in_the_order_of_the_page(int width)
    {
        var page = await browser.VisitAsync(width);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var wrong = new List<string>();
        foreach (var path in new[] { "/", "/letters", "/letters/king-county-wa-2018-01-24", "/jurisdictions/seattle-wa", "/search?q=mayor", "/sources/cbs-los-angeles-2018-01-24" })
        {
            await page.GotoAsync(path);
            for (var stop = 0; stop < MostStops; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<string[]?>(Focus) is not { } faults)
                    break;
                wrong.AddRange(faults.Select(fault => $"{path}: {fault}"));
            }
        }

        await page.Context.CloseAsync();
        wrong.Should().BeEmpty();
    }
}

using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using EmulationFunctions.Emulators;
using Microsoft.Playwright;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What holds for every view of the page.</summary>
internal static class PageChecks
{
    /// <summary>Opens places one after the other, each anew, and names the one that shuts somebody out: setting up a scene takes longer than looking at it.</summary>
    /// <param name="scene">Where they are; nothing is changed in it.</param>
    /// <param name="page">The browser of who has signed in.</param>
    /// <param name="places">Such as /portal/rights.</param>
    public static async Task HasNoBarriersAtAsync(this PortalScene scene, IPage page, params IEnumerable<string> places)
    {
        foreach (var place in places)
        {
            try
            {
                await page.GotoAsync(scene.Address(place));
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
                await Assertions.Expect(page.Locator(".loading, .notice.bad > .notice-title")).ToHaveCountAsync(0);
                await page.HasNoBarriersAsync();
                Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{place}: {exception.Message}", exception);
            }
        }
    }

    /// <summary>WCAG 2.2 AA as far as a program can tell, and no sideways scrolling at 320 px (which 400 % of 1280 px comes to). Takes the pictures of docs/portal.md where they are wanted anew.</summary>
    public static async Task HasNoBarriersAsync(this IPage page)
    {
        await page.SetViewportSizeAsync(1366, 768);
        await page.AssertNoViolationsAsync();
        if (Environment.GetEnvironmentVariable("WRITE_PAGE_PICTURES") is { Length: > 0 })
        {
            await page.TakePictureAsync(1366);
            await page.SetViewportSizeAsync(360, 740);
            await page.TakePictureAsync(360);
        }

        await page.SetViewportSizeAsync(320, 640);
        await page.AssertNoViolationsAsync();
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>Named by the view's address without its place: sheet-appraisal-1366.jpg.</summary>
    private static async Task TakePictureAsync(this IPage page, int width)
    {
        var address = new Uri(page.Url);
        string[] parts = [.. address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        // After the area come year, period, bloc and unit.
        var named = parts is [_, "2025" or "2026" or "2027", ..] ? [parts[0], .. parts.Skip(5)] : parts;
        var tab = address.Query.Split('=') is [.., var last] && last.Length > 0 ? [last] : Array.Empty<string>();
        // The first page is another for each: what it is called tells them apart.
        var name = named.Length > 0
            ? string.Join('-', named.Concat(tab))
            : string.Concat((await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ToLowerInvariant().Normalize(NormalizationForm.FormD)
                .Select(letter => letter == ' ' ? "-" : char.IsAsciiLetterLower(letter) ? $"{letter}" : ""));
        await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(RepositoryRoot.Path, "docs", "pictures", "portal", $"{name}-{width}.jpg"),
            Type = ScreenshotType.Jpeg,
            Quality = 60,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    private static async Task AssertNoViolationsAsync(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations],
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Target))}"));
    }
}

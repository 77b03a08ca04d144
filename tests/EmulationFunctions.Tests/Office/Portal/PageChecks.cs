using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What holds for every view of the page.</summary>
internal static class PageChecks
{
    /// <summary>WCAG 2.2 AA as far as a program can tell, and no sideways scrolling at 320 px (which 400 % of 1280 px comes to).</summary>
    public static async Task HasNoBarriersAsync(this IPage page)
    {
        await page.SetViewportSizeAsync(1366, 768);
        await page.AssertNoViolationsAsync();
        await page.SetViewportSizeAsync(320, 640);
        await page.AssertNoViolationsAsync();
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task AssertNoViolationsAsync(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Target))}"));
    }
}

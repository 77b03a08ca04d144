using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Where things stand on the score form.</summary>
internal static class SheetPage
{
    public static ILocator Line(this IPage page, string criterion) => page.Locator($"[id='line-{criterion}']");

    public static ILocator Points(this IPage page, string criterion) => page.Locator($"[id='entry-{criterion}']");

    public static ILocator Said(this IPage page, string criterion) => page.Locator($"[id='why-{criterion}']");

    public static ILocator Upload(this IPage page, string criterion) => page.Line(criterion).Locator("input[type=file]");

    public static ILocator GrandTotal(this IPage page) => page.Locator(".totals-bar .grand-total");

    public static async Task SubmitAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Sau khi nộp")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu", Exact = true }).ClickAsync();
    }
}

using System.Text.Json;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>The score form and what belongs to it, for everybody, on an office machine and on a phone.</summary>
public sealed class SheetPageLooksTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task No_view_of_a_sheet_shuts_anybody_out_or_is_too_wide_for_a_phone()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b");
        await scene.HasNoBarriersAtAsync(page, new[] { ("sheet", ""), ("sheet", "/appraisal"), ("sheet", "/conditions"), ("complaints", "") }.Select(view => $"/portal/{view.Item1}/2026/nam/{BlocOf.Bloc}/so-b{view.Item2}"));
    }

    [Fact]
    public async Task Totals_as_one_types_are_what_the_program_reckons_in_every_kind_of_criterion()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", $"/portal/sheet/2026/nam/{BlocOf.Bloc}/so-b");
        await page.RouteAsync("**/scores", route => route.AbortAsync());

        await page.Locator("[id='entry-I.1']").FillAsync("200");
        await page.Locator("[id='entry-I.1-1']").FillAsync("195");
        await page.Locator("[id='entry-I.1-2']").FillAsync("23");
        await page.Locator("[id='entry-I.đ']").FillAsync("7");
        await page.Locator("[id='entry-II']").SelectOptionAsync("pass");
        await page.Line("III.1").GetByRole(AriaRole.Radio).Nth(2).CheckAsync();
        await page.Locator("[id='entry-III.2-a']").FillAsync("320");
        await page.Locator("[id='entry-III.2']").FillAsync("2,5");
        await page.Locator("[id='entry-III.3-a']").FillAsync("97");
        await page.Locator("[id='entry-III.3']").FillAsync("61,5");
        await page.Locator("[id='entry-III.4-a']").FillAsync("100");
        await page.Locator("[id='entry-III.4']").FillAsync("104");
        await page.Locator("[id='entry-III.5']").FillAsync("0,75");
        await page.Locator("[id='entry-T']").FillAsync("6");
        await page.Locator("[id='entry-P']").FillAsync("1");
        var typed = await page.GrandTotal().TextContentAsync();
        await page.UnrouteAllAsync();

        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GrandTotal()).ToHaveTextAsync(typed!);
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(JsonSerializer.Deserialize<SchemeContent>(SchemeSamples.Everything, JsonSerializerOptions.Web)!, "so-a", "so-b");
        return scene;
    }
}

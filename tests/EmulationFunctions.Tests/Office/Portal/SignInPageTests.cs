using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Coming in, in a real browser.</summary>
public sealed class SignInPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Unit = "so-tai-chinh";

    [Fact]
    public async Task A_unit_signs_in_and_sees_its_year_in_its_bloc()
    {
        await using var scene = await WithYearAsync();

        var page = await scene.SignInAsync(Unit);

        await Expect(page.Locator("body")).ToContainTextAsync("Khối khoi-kinh-te");
        await Expect(page.Locator("body")).ToContainTextAsync($"Đơn vị {Unit}");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task Who_opens_the_link_of_a_mail_comes_back_to_its_place_after_signing_in()
    {
        await using var scene = await WithYearAsync();
        const string place = $"/portal/sheet/2026/nam/khoi-kinh-te/{Unit}";

        var page = await scene.SignInAsync(Unit, place);

        await Expect(page).ToHaveURLAsync(scene.Address(place));
    }

    [Fact]
    public async Task No_token_is_in_an_address_or_stays_behind_in_another_tab()
    {
        await using var scene = await WithYearAsync();
        var page = await scene.SignInAsync(Unit);
        await Expect(page.Locator("body")).ToContainTextAsync($"Đơn vị {Unit}");

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(scene.Address("/portal/"));

        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" })).ToBeVisibleAsync();
        Assert.DoesNotContain("token", await page.EvaluateAsync<string>("location.href"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('oidc')).length"));
    }

    private async Task<PortalScene> WithYearAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasBlocAsync("khoi-kinh-te", Unit, "so-xay-dung");
        using var office = scene.App.Admin();
        await office.PutCycleAsync(2026, CycleBodyOf.Template("khoi-kinh-te")).JsonAsync();
        return scene;
    }
}

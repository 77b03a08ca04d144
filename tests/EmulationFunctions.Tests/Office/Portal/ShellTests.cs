using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What stands around every view: the first page, signing in and out, the language, a lost line.</summary>
public sealed class ShellTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task A_unit_sees_first_what_is_due_until_when_and_goes_there()
    {
        await using var scene = await OpenAsync();

        var page = await scene.SignInAsync("so-b");

        var task = page.Locator(".tasks li").First;
        await Expect(task).ToContainTextAsync("Tự chấm điểm");
        await Expect(task).ToContainTextAsync("còn 20 ngày");
        await Expect(task.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/portal/sheet/2026/nam/{Bloc}/so-b");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_sees_who_of_its_bloc_is_behind()
    {
        await using var scene = await OpenAsync();

        var page = await scene.SignInAsync("so-a");

        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Tự chấm điểm 0/2" })).ToContainTextAsync("Đơn vị so-a, Đơn vị so-b");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mở trang của khối" }).First).ToHaveAttributeAsync("href", $"/portal/bloc/2026/nam/{Bloc}/so-a");
    }

    [Fact]
    public async Task The_office_sees_every_bloc_of_the_year()
    {
        await using var scene = await OpenAsync();

        var page = await scene.SignInAsync("office");

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "0/2" })).ToContainTextAsync("Tự chấm điểm");
    }

    [Fact]
    public async Task No_view_shuts_anybody_out()
    {
        await using var scene = await OpenAsync();
        foreach (var (person, places) in new (string, string[])[]
        {
            ("so-a", ["/portal/"]),
            ("so-b", ["/portal/rights", "/portal/about", "/portal/khong/co/trang/nay"]),
            ("office", ["/portal/"]),
            ("reader", ["/portal/"]),
        })
        {
            var page = await scene.SignInAsync(person);
            await scene.HasNoBarriersAtAsync(page, places);
        }
    }

    [Fact]
    public async Task The_first_visit_shuts_nobody_out_either()
    {
        await using var scene = await OpenAsync();
        var page = await scene.OpenAsync();

        await page.GotoAsync(scene.Address("/portal/"));

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" })).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
    }

    [Fact]
    public async Task The_language_is_remembered_and_a_place_survives_the_sign_in()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", "/portal/about?x=1");
        await Expect(page).ToHaveURLAsync(scene.Address("/portal/about?x=1"));

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("About this page");
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("About this page");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task A_keyboard_alone_is_enough()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", "/portal/about");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        for (var presses = 0; await page.EvaluateAsync<string>("document.activeElement.textContent") != "Năm của tôi"; presses++)
        {
            Assert.InRange(presses, 0, 30);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Năm của tôi" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_expired_sign_in_is_asked_for_in_a_second_tab_and_the_first_goes_on()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", "/portal/about");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" })).ToBeVisibleAsync();
        await page.Context.RouteAsync("**/token", route => route.Request.PostData?.Contains("refresh_token", StringComparison.Ordinal) == true ? route.AbortAsync() : route.ContinueAsync());
        scene.App.Clock.Now += TimeSpan.FromHours(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" }).ClickAsync();
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Phiên đăng nhập đã hết hạn" });
        await Expect(asked).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(asked).ToBeVisibleAsync();
        var second = await page.Context.RunAndWaitForPageAsync(() => asked.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại (mở thẻ mới)" }).ClickAsync());
        await second.Locator("[data-person='so-b']").ClickAsync();

        await Expect(page.Locator(".tasks li", new() { HasText = "Tự chấm điểm" }).First).ToBeVisibleAsync();
        await Expect(asked).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_behind_in_any_tab_nor_for_the_back_button()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", "/portal/about");
        await page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" }).ClickAsync();
        await Expect(page.Locator(".tasks li").First).ToBeVisibleAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(scene.Address("/portal/rights"));
        await other.Locator("[data-person='so-b']").ClickAsync();
        await Expect(other.GetByText("Đơn vị so-b").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();

        await Expect(page.GetByText("Đơn vị so-b")).ToHaveCountAsync(0);
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" })).ToBeVisibleAsync();
        await Expect(other.GetByText("Đơn vị so-b")).ToHaveCountAsync(0);
        await page.GotoAsync(scene.Address("/portal/"));
        Assert.Equal(["language"], await page.EvaluateAsync<string[]>("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"));
        Assert.Empty(await page.EvaluateAsync<string[]>("indexedDB.databases().then(all => all.map(one => one.name))"));
        await page.GoBackAsync();
        await Expect(page.GetByText("Đơn vị so-b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_lost_line_is_said_in_words_and_what_was_asked_for_comes_when_it_is_back()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b");
        await Expect(page.Locator(".tasks li").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi được làm gì" }).ClickAsync();
        await page.Context.SetOfflineAsync(true);

        await page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" }).ClickAsync();
        await Expect(page.Locator(".line-notice")).ToContainTextAsync("Chưa kết nối được với máy chủ");
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Locator(".tasks li").First).ToContainTextAsync("Tự chấm điểm", new() { Timeout = 15_000 });
        await Expect(page.Locator(".line-notice")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Who_has_no_unit_is_told_whom_to_ask_with_the_id_of_the_account()
    {
        await using var scene = await OpenAsync();
        await scene.OfferAsync("so-b");
        var page = await scene.SignInAsync("so-moi");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chào bạn");
        await Expect(page.Locator("code")).ToHaveTextAsync(EmulationApp.ObjectId("so-moi"));
    }

    /// <summary>Self-scoring is open for twenty more days to the units so-a, which leads, and so-b.</summary>
    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        return scene;
    }
}

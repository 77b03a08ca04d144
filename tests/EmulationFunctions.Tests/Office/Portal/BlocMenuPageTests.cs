using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>How those who lead a bloc, and the office, get about in it.</summary>
public sealed class BlocMenuPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/bloc/2026/nam/{Bloc}/so-a";

    [Fact]
    public async Task The_blocs_menu_takes_three_lines_of_a_phone_and_the_heads_one_row_of_an_office_machine()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-a", Place);
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Các trang của khối" });
        await Expect(menu).ToBeVisibleAsync();

        Assert.Equal(1, await RowsAsync(page.GetByRole(AriaRole.Navigation, new() { Name = "Các trang", Exact = true })));
        await page.SetViewportSizeAsync(360, 740);
        Assert.InRange(await RowsAsync(menu), 1, 3);
    }

    [Fact]
    public async Task A_group_of_the_menu_opens_and_closes_by_keyboard_and_says_which_view_is_shown()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-a", Place);
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Các trang của khối" });
        var group = menu.Locator("summary").Filter(new() { HasText = "Chấm điểm, xếp hạng" });
        var link = menu.GetByRole(AriaRole.Link, new() { Name = "Kiến nghị" });

        await group.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(link).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(link).ToBeHiddenAsync();
        await Expect(group).ToBeFocusedAsync();

        await page.ChooseAsync("Chấm điểm, xếp hạng", "Kiến nghị");
        await Expect(group).ToContainTextAsync("Chấm điểm, xếp hạng: Kiến nghị");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_buttons_of_the_blocs_own_duties_lead_to_where_each_is_done()
    {
        await using var scene = await OpenAsync();
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/plan", """{"objectives":["Trả hồ sơ đúng hạn."]}""");
        await head.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/reports/ca-nam", """{"kind":"yearEnd","title":"Báo cáo tổng kết","from":"2026-01-01","until":"2026-12-31","due":"2026-12-18"}""");
        var page = await scene.SignInAsync("so-a");

        async Task LeadsAsync(string work, string href) =>
            await Expect(page.Locator(".tasks li").Filter(new() { HasText = work }).First.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", href);
        await LeadsAsync("Thông qua kế hoạch", $"{Place}/plan");
        await LeadsAsync("Gửi báo cáo tổng kết", $"/portal/reports/2026/nam/{Bloc}/so-a/ca-nam");
        await page.GotoAsync(scene.Address(Place));
        await Expect(page.Locator(".tasks li").Filter(new() { HasText = "Thông qua kế hoạch" })).ToContainTextAsync("khối chưa xong");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mở kế hoạch" }).ClickAsync();
        await Expect(page.GetByText("Trả hồ sơ đúng hạn.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_office_reaches_pact_movements_and_papers_of_a_bloc_from_its_menu_and_comes_back()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", $"/portal/bloc/2026/nam/{Bloc}/-");

        await page.ChooseAsync("Kế hoạch, giao ước", "Giao ước");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Soạn giao ước" })).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tình hình khối" }).ClickAsync();
        await page.ChooseAsync("Tài liệu, liên hệ", "Văn bản");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Văn bản");
        await Expect(page.Locator(".loading, .notice.bad")).ToHaveCountAsync(0);
        await page.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_head_takes_a_units_entry_out_of_a_register_and_mends_whom_to_call_there()
    {
        await using var scene = await OpenAsync();
        using var unit = await scene.App.OfficerAsync("so-b");
        await unit.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/activities/so-b/giai-bong", """{"kind":"sport","title":"Giải bóng chuyền"}""");
        await unit.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/contacts/so-b", """{"persons":[{"name":"Cán bộ thi đua","phone":"0222 3822 000"}]}""");
        var page = await scene.SignInAsync("so-a", $"/portal/movements/2026/nam/{Bloc}/so-a?tab=activities");

        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ – Giải bóng chuyền" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
        await Expect(page.GetByText("Chưa ghi hoạt động nào.")).ToBeVisibleAsync();

        await page.GotoAsync(scene.Address($"{Place}/contacts"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa – Đơn vị so-b" }).ClickAsync();
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ người thứ 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await Expect(page.GetByText("Chưa đơn vị nào ghi đầu mối liên hệ.")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    /// <summary>In how many rows the entries of a menu stand.</summary>
    private static Task<int> RowsAsync(ILocator menu) =>
        menu.EvaluateAsync<int>("menu => new Set([...menu.querySelectorAll(':scope > ul > li')].map(entry => Math.round(entry.getBoundingClientRect().top))).size");

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        return scene;
    }
}

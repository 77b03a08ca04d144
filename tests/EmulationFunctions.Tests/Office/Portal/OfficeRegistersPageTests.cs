using System.Text.Json.Nodes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What the office keeps for the whole province in the browser: changes of units, legal texts, letterheads, reminders.</summary>
public sealed class OfficeRegistersPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task The_office_merges_a_unit_into_another_decides_its_half_finished_sheet_and_takes_back_what_was_a_mistake()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(SchemeSamples.Of(SchemeSamples.Direct("I", null, 100)), "so-a", "so-b", "so-c");
        await scene.App.SubmitsAsync("so-c", ("I", 90m));
        var page = await scene.SignInAsync("office", "/portal/office/successions");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ghi thay đổi" }).ClickAsync();
        await Units(page, "Đơn vị được sắp xếp").SelectOptionAsync("so-c");
        await Units(page, "Đơn vị tiếp nhận").SelectOptionAsync("so-b");
        await page.GetByLabel("Có hiệu lực từ ngày").FillAsync("01/12/2026");
        await page.GetByLabel("Loại văn bản").FillAsync("Nghị quyết");
        await page.GetByLabel("Số và ký hiệu").FillAsync("45/NQ-HĐND");
        await page.GetByLabel("Ngày ban hành").FillAsync("15/11/2026");
        var record = page.GetByRole(AriaRole.Button, new() { Name = "Ghi thay đổi" });
        await record.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Còn phiếu điểm chưa được quyết định");
        await page.GetByLabel("Phiếu này").SelectOptionAsync("closed");
        await page.HasNoBarriersAsync();
        await record.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hợp nhất, sáp nhập: Đơn vị so-c" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Chờ đến ngày")).ToBeVisibleAsync();
        await Expect(page.GetByText("Đóng, không xếp hạng").First).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa thay đổi này" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Xóa thay đổi này" }).ClickAsync();
        await Expect(page.GetByText("Chưa ghi thay đổi nào.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_office_enters_a_legal_text_sets_the_reminders_and_writes_a_units_letterhead()
    {
        await using var scene = await portal.OpenAsync(azurite);
        using var office = scene.App.Admin();
        await office.PutAsync("/api/units/so-a", new JsonObject { ["name"] = "Sở A", ["kind"] = "department" }, null).JsonAsync();
        var page = await scene.SignInAsync("office", "/portal/office/texts");

        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm văn bản" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Loại văn bản").FillAsync("Nghị định");
        await dialog.GetByLabel("Số và ký hiệu").FillAsync("152/2025/NĐ-CP");
        await dialog.GetByLabel("Ngày ban hành").FillAsync("14/06/2025");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thêm điều khoản" }).ClickAsync();
        await dialog.GetByLabel("Điều khoản (bắt buộc)").FillAsync("khoản 4 Điều 33");
        await dialog.GetByLabel("Có hiệu lực đến hết").Last.FillAsync("31/12/2026");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "152/2025/NĐ-CP" })).ToContainTextAsync("Đang có hiệu lực");
        await page.HasNoBarriersAsync();

        await page.GotoAsync(scene.Address("/portal/office/reminders"));
        var days = page.GetByLabel("Tự chấm điểm: nhắc trước mấy ngày");
        await days.FillAsync("10, hai");
        await Expect(page.GetByText("Xin viết các số, như 7, 3, 0.")).ToBeVisibleAsync();
        await days.FillAsync("10, 2, 0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        var rules = await office.AskAsync("/api/reminder-rules").JsonAsync();
        Assert.Equal([10, 2, 0], rules["stages"]!.AsArray().Single(one => (string)one!["stage"]! == "self-score")!["days"]!.AsArray().Select(day => (int)day!));

        await page.GotoAsync(scene.Address("/portal/office/unit/so-a"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Thể thức văn bản" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Cơ quan chủ quản" }).FillAsync("UBND tỉnh Bắc Ninh");
        await page.GetByLabel("Mẫu số và ký hiệu").FillAsync("{number}/{kind}-SA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        Assert.Equal("UBND tỉnh Bắc Ninh", (string)(await office.AskAsync("/api/units/so-a/letterhead").JsonAsync())["superior"]!);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    private static ILocator Units(IPage page, string group) =>
        page.GetByRole(AriaRole.Group, new() { Name = group }).GetByLabel("Đơn vị", new() { Exact = true });
}

using System.Text;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What the office sets for blocs and years that are to come, and whom it lets act for units.</summary>
public sealed class OfficeRosterPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task The_office_sets_in_which_order_the_units_of_a_bloc_lead_it()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", $"/portal/office/bloc/{Bloc}");

        await page.GetByText("Thứ tự luân phiên làm Khối trưởng").ClickAsync();
        await page.GetByLabel("Thêm đơn vị").SelectOptionAsync("so-a");
        await page.GetByLabel("Thêm đơn vị").SelectOptionAsync("so-b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lên: Đơn vị so-b" }).ClickAsync();
        await page.HasNoBarriersAsync();
        var rotation = page.Locator("details").Filter(new() { HasText = "Thứ tự luân phiên" });
        await rotation.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByText("Thứ tự luân phiên làm Khối trưởng").ClickAsync();
        await Expect(rotation.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Đơn vị so-b", "Đơn vị so-a"]);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_office_changes_the_calendar_from_which_later_years_are_made()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", "/portal/office/calendar");
        var closes = page.GetByLabel("Tự chấm điểm – Đến hết ngày", new() { Exact = true });

        await closes.FillAsync("32/12");
        await Expect(page.GetByText("Xin viết ngày và tháng như 25/12.")).ToBeVisibleAsync();
        await closes.FillAsync("08/12");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(closes).ToHaveValueAsync("08/12");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_file_of_officers_is_checked_first_and_binds_nobody_before_the_office_agrees()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", "/portal/office/officers");
        async Task ChooseAsync(string content) => await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "can-bo.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        const string Account = "2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11";

        await ChooseAsync($"Mã tài khoản,Mã đơn vị\n{Account},so-x\n");
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Dòng 2"]);
        await ChooseAsync($"Mã tài khoản,Mã đơn vị,Được phê duyệt\n{Account},so-b,x\n");
        await Expect(page.GetByText("Gắn thêm 1 tài khoản.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = Account })).ToHaveCountAsync(0);
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập vào hệ thống" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = Account })).ToContainTextAsync("Đơn vị so-b");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        return scene;
    }
}

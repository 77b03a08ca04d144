using Microsoft.Playwright;
using static EmulationFunctions.Tests.Office.Portal.BlocPages;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Meetings, reports and the handover of a bloc for who leads it, in a real browser.</summary>
public sealed class BlocMeetingPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task A_head_plans_a_meeting_invites_the_units_and_writes_down_who_came_and_what_was_concluded()
    {
        await using var scene = await portal.WithBlocAsync(azurite);
        var page = await scene.SignInAsync(Head, $"{Place}/meetings");

        await page.GetByRole(AriaRole.Button, new() { Name = "Lên lịch hội nghị" }).ClickAsync();
        await page.GetByLabel("Chuyên đề").CheckAsync();
        await page.GetByLabel("Tên hội nghị").FillAsync("Chuyên đề cải cách hành chính");
        await page.GetByLabel("Ngày họp").FillAsync("16/12/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mời các đơn vị" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();
        await Expect(page.GetByText("Đã mời 4 đơn vị")).ToBeVisibleAsync();

        await page.GetByLabel("Dự họp: Đơn vị so-b").SelectOptionAsync("present");
        await page.GetByLabel("Dự họp: Đơn vị so-c").SelectOptionAsync("excused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu điểm danh" }).ClickAsync();
        await Expect(page.GetByText("1, chưa rõ 2 đơn vị")).ToBeVisibleAsync();
        await page.GetByLabel("Dự họp: Đơn vị so-a").SelectOptionAsync("substitute");
        await page.GetByLabel("Dự họp: Đơn vị so-d").SelectOptionAsync("absent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu điểm danh" }).ClickAsync();
        await Expect(page.GetByText("2/4")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm kết luận" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Nội dung").FillAsync("Rà soát thủ tục.");
        await dialog.GetByLabel("Đơn vị so-b").CheckAsync();
        await dialog.GetByLabel("Xong trước hết ngày").FillAsync("20/12/2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        await page.ReloadAsync();
        await Expect(page.GetByText("1. Rà soát thủ tục.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Dự họp: Đơn vị so-c")).ToHaveValueAsync("excused");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_sees_whose_part_of_a_report_is_missing_edits_what_was_merged_and_records_its_adoption()
    {
        await using var scene = await portal.WithBlocAsync(azurite);
        var page = await scene.SignInAsync(Head, $"{Place}/reports/ca-nam");

        await Expect(Row(page, "Phần báo cáo của các đơn vị", "so-c")).ToContainTextAsync("Chưa có");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa đoạn: Duy trì trực bộ phận một cửa." }).ClickAsync();
        await page.GetByLabel("Nội dung đoạn").FillAsync("Bộ phận một cửa trực cả tuần.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Bộ phận một cửa trực cả tuần.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gộp các phần đã gửi" }).ClickAsync();
        await Expect(page.GetByText("Đã gộp: thêm 0 đoạn")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại: Đơn vị so-b" }).ClickAsync();
        await page.GetByLabel("Lý do, gửi cho đơn vị qua thư").FillAsync("Thiếu số liệu.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Expect(Row(page, "Phần báo cáo của các đơn vị", "so-b")).ToContainTextAsync("Thiếu số liệu.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi nhận đã thông qua" }).ClickAsync();
        await page.GetByLabel("Số văn bản").FillAsync("12/BC-K5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();

        await Expect(page.GetByText("Đã thông qua 16/12/2026, số 12/BC-K5.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Gộp các phần đã gửi" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_head_suggests_who_leads_next_by_the_votes_and_the_office_confirms_it()
    {
        await using var scene = await portal.WithBlocAsync(azurite);
        var page = await scene.SignInAsync(Head, $"{Place}/handover");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đề xuất Khối trưởng năm sau" }).ClickAsync();
        await page.GetByLabel("Theo kết quả bỏ phiếu").CheckAsync();
        await page.GetByLabel("Phiếu bầu Khối trưởng: Đơn vị so-c").FillAsync("3");
        await page.GetByLabel("Phiếu bầu Khối phó: Đơn vị so-b").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("mới là đề xuất")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận bàn giao" })).ToHaveCountAsync(0);

        scene.App.SetDay("2026-12-28");
        var office = await scene.SignInAsync("office", $"{Place}/handover");
        await office.GetByRole(AriaRole.Button, new() { Name = "Xác nhận bàn giao" }).ClickAsync();
        await Expect(office.GetByLabel("Khối trưởng năm sau")).ToHaveValueAsync("so-c");
        await office.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();

        await Expect(office.GetByRole(AriaRole.Heading, new() { Name = "Phụ trách khối năm 2027 đã xác nhận" })).ToBeVisibleAsync();
        await Expect(office.GetByText("28/12/2026")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }
}

using EmulationFunctions.Tests.Year.CrossScores;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Office.Portal.BlocPages;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a head or deputy does for its bloc, in a real browser.</summary>
public sealed class BlocPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_head_sees_who_is_late_returns_a_sheet_appraises_it_and_the_office_publishes_what_came_of_it()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync(null, "so-c");
        var page = await scene.SignInAsync(Head, Place);

        // so-c has handed in nothing, and its day was the 10th; the head itself has not planned the year's meetings.
        await Expect(page.GetByText("2 đơn vị đang chậm")).ToBeVisibleAsync();
        await Expect(Row(page, "Phiếu chấm điểm của các đơn vị", "so-c")).ToContainTextAsync("chậm 6 ngày");
        await Expect(Work(page, "Tự chấm điểm")).ToContainTextAsync("1 đơn vị chậm: Đơn vị so-c");

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại: Đơn vị so-b" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Trả lại phiếu" })).ToBeDisabledAsync();
        await dialog.GetByLabel("Lý do, gửi cho đơn vị qua thư").FillAsync("Thiếu minh chứng mục I.1.");
        await dialog.GetByLabel("Sửa xong trước hết ngày").FillAsync("18/12/2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Trả lại phiếu" }).ClickAsync();
        await Expect(Row(page, "Phiếu chấm điểm của các đơn vị", "so-b")).ToContainTextAsync("Được yêu cầu sửa");

        using var unit = await scene.App.OfficerAsync("so-b");
        using var answer = await unit.GetAsync(SheetAddress("so-b"), Cancellation);
        Assert.Contains("Thiếu minh chứng mục I.1.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await unit.DoneAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-b")}/submission").With(answer.Headers.ETag!));

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem, thẩm định: Đơn vị so-b" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Thẩm định: Đơn vị so-b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi điểm: I.1" }).ClickAsync();
        await dialog.GetByLabel("Điểm thẩm định (tối đa 40)").FillAsync("38,5");
        await dialog.GetByLabel("Lý do, đơn vị đọc được").FillAsync("Báo cáo nộp chậm.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(Row(page, "Điểm từng tiêu chí", "I.1")).ToContainTextAsync("38,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đóng vòng 1 của cả khối" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đóng vòng 1 của cả khối" }).ClickAsync();
        await Expect(Row(page, "Điểm từng tiêu chí", "I.1")).ToContainTextAsync("≠ 38,5");

        using var head = await scene.App.OfficerAsync(Head);
        (await head.CloseAsync(2, """{"reason":"Đã thẩm định xong."}""")).Dispose();
        scene.App.SetDay("2026-12-21");
        using var office = scene.App.Admin();
        await office.PublishAsync(Bloc, "so-c").JsonAsync();

        page = await scene.SignInAsync(Head, $"{Place}/standings");
        await Expect(page.GetByText("Đã công bố lúc")).ToBeVisibleAsync();
        await Expect(Row(page, "Thứ hạng", "so-b")).ToContainTextAsync("98,5");
        await Expect(Row(page, "Đơn vị chưa xếp hạng", "so-c")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task While_the_time_lasts_a_sheet_is_returned_without_a_day_of_its_own()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync();
        scene.App.SetDay("2026-12-01");
        var page = await scene.SignInAsync(Head, Place);

        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại: Đơn vị so-b" }).ClickAsync();
        await page.GetByLabel("Lý do, gửi cho đơn vị qua thư").FillAsync("Chưa có số liệu.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại phiếu" }).ClickAsync();

        await Expect(Row(page, "Phiếu chấm điểm của các đơn vị", "so-b")).ToContainTextAsync("Bị trả lại");
    }

    [Fact]
    public async Task Points_that_somebody_else_has_recorded_meanwhile_are_not_overwritten_and_what_was_typed_stays()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync();
        var page = await scene.SignInAsync(Head, $"{Place}/sheet/so-b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi điểm: I.1" }).ClickAsync();
        using var deputy = await scene.App.OfficerAsync(Deputy);
        await deputy.DoneAsync(Appraises(1, null, Entry("I.1", 35)));

        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Điểm thẩm định (tối đa 40)").FillAsync("38");
        await dialog.GetByLabel("Lý do, đơn vị đọc được").FillAsync("Đủ hồ sơ.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Nội dung đã được người khác thay đổi");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tải lại điểm mới nhất" }).ClickAsync();

        await Expect(Row(page, "Điểm từng tiêu chí", "I.1")).ToContainTextAsync("35");
        await Expect(dialog.GetByLabel("Lý do, đơn vị đọc được")).ToHaveValueAsync("Đủ hồ sơ.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Row(page, "Điểm từng tiêu chí", "I.1")).ToContainTextAsync("38");
    }

    [Fact]
    public async Task A_head_draws_who_scores_whom_and_replaces_a_scorer()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasPeersAsync(PeersOf.Scheme with { CrossScoring = PeersOf.Averaged with { Peers = 1 } }, Head, "so-b", "so-c", Deputy);
        var page = await scene.SignInAsync(Head, $"{Place}/panel");

        await page.GetByRole(AriaRole.Button, new() { Name = "Bốc thăm phân công" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Bốc thăm phân công" }).ClickAsync();
        await Expect(page.GetByText("Đã nộp 0/4 phiếu chấm chéo.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thay đơn vị chấm" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Thay bằng").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await dialog.GetByLabel("Lý do").FillAsync("Có quan hệ công tác trực tiếp.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thay đơn vị chấm" }).ClickAsync();

        await Expect(page.GetByText("Đã thay đơn vị chấm.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_head_answers_a_complaint_and_writes_down_what_a_visit_found()
    {
        await using var scene = await portal.WithBlocAsync(azurite);
        var page = await scene.SignInAsync(Head, Place);

        await page.GetByRole(AriaRole.Link, new() { Name = "1 kiến nghị chờ trả lời" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lời: Đơn vị so-b" }).ClickAsync();
        await page.GetByLabel("Trả lời, gửi cho đơn vị qua thư").FillAsync("Đúng, sẽ chấm lại.");
        await page.GetByLabel("Chấp nhận", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();
        await Expect(page.Locator(".tasks li").First).ToContainTextAsync("Đã trả lời");

        await page.ChooseAsync("Chấm điểm, xếp hạng", "Kiểm tra chéo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa: Đơn vị so-b" }).ClickAsync();
        await page.GetByLabel("Ngày đã kiểm tra").FillAsync("06/10/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm một điều phát hiện" }).ClickAsync();
        await page.GetByLabel("Nội dung (bắt buộc)").FillAsync("Hồ sơ trễ hạn.");
        await page.GetByLabel("Khắc phục trước hết ngày").FillAsync("20/12/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("1 điều chưa khắc phục")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_sees_what_the_places_would_be_if_points_were_otherwise_and_nothing_is_kept()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync();
        var page = await scene.SignInAsync(Head, $"{Place}/standings");

        await page.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync("so-b");
        await page.GetByLabel("Tiêu chí").SelectOptionAsync("I.1");
        await page.GetByLabel("Điểm giả định").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm giả định" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tính thử" }).ClickAsync();

        await Expect(Row(page, "Thứ hạng nếu như vậy", "so-b")).ToContainTextAsync("xuống");
        await page.ReloadAsync();
        await Expect(Row(page, "Thứ hạng", "so-b")).ToBeVisibleAsync();
        await Expect(page.GetByText("Thứ hạng nếu như vậy")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_member_sees_how_far_its_bloc_is_but_not_who_is_late_nor_what_a_head_does()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync(null, "so-c");

        var page = await scene.SignInAsync("so-b", $"/portal/bloc/2026/nam/{Bloc}/so-b");

        await Expect(Work(page, "Tự chấm điểm")).ToContainTextAsync("3/4 đơn vị đã xong");
        await Expect(page.GetByText("Đơn vị so-c")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Phiếu chấm điểm của các đơn vị")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task No_view_of_a_bloc_shuts_anybody_out()
    {
        await using var scene = await portal.WithBlocAsync(azurite);
        foreach (var (person, views) in new (string, string[])[]
        {
            (Head, ["", "/sheet/so-b", "/panel", "/complaints", "/visits", "/standings", "/meetings", "/meetings/tong-ket", "/reports", "/reports/ca-nam", "/handover"]),
            (Deputy, [""]),
            ("reader", [""]),
            ("office", ["/sheet/so-b"]),
        })
        {
            var page = await scene.SignInAsync(person, Place);
            await scene.HasNoBarriersAtAsync(page, views.Select(view => Place + view));
        }
    }

    private static ILocator Work(IPage page, string what) => page.Locator(".tasks li").Filter(new() { HasText = what });
}

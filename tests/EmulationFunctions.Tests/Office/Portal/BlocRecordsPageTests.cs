using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a bloc writes down in the browser and nobody changes lightly afterwards: minutes, conclusions, the order of units that share a place, its letterhead.</summary>
public sealed class BlocRecordsPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/bloc/2026/nam/{Bloc}/so-a";
    private const string Meeting = $"/api/cycles/2026/blocs/{Bloc}/meetings/tong-ket";

    private static readonly SchemeContent Scheme = new(
        "Bảng điểm", new(100_00), [new("I", null, "Nhiệm vụ", CriterionKind.Direct, new(60_00)), new("II", null, "Phong trào", CriterionKind.Direct, new(40_00))], [], [new(TieBreakKind.Ballot), new(TieBreakKind.Decision)]);

    [Fact]
    public async Task A_head_writes_minutes_adopts_them_and_closes_what_an_owner_has_reported_done()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b", "so-c");
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync(Meeting, """{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2026-11-20"}}""");
        await head.PutsAsync($"{Meeting}/conclusions/1", """{"text":"Rà soát thủ tục.","owners":["so-b"],"due":"2026-12-20"}""");
        var page = await scene.SignInAsync("so-a", $"{Place}/meetings/tong-ket");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi biên bản" }).ClickAsync();
        await page.GetByLabel("Bắt đầu lúc").FillAsync("08:05");
        await page.GetByLabel("Diễn biến, mỗi dòng một việc").FillAsync("Khối trưởng khai mạc.\nBiểu quyết kế hoạch.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm nội dung biểu quyết" }).ClickAsync();
        await page.GetByLabel("Về việc").SelectOptionAsync("plan");
        await page.GetByLabel("Nội dung (bắt buộc)").FillAsync("Thông qua kế hoạch năm 2027.");
        await page.GetByLabel("Tán thành", new() { Exact = true }).FillAsync("3");
        await page.GetByLabel("Kết quả").SelectOptionAsync("true");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("tán thành 3, không tán thành 0, ý kiến khác 0; được thông qua")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Thông qua biên bản" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Biên bản còn thiếu");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thông qua biên bản" }).ClickAsync();
        await Expect(page.GetByText("Đã thông qua biên bản")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Thêm kết luận" })).ToHaveCountAsync(0);

        var owner = await scene.SignInAsync("so-b", $"/portal/meetings/2026/nam/{Bloc}/so-b");
        await owner.GetByLabel("Đơn vị đã làm gì").FillAsync("Đã rà soát 12 thủ tục.");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Báo cáo việc thực hiện" }).ClickAsync();
        await Expect(owner.GetByText("Đã lưu báo cáo.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc: Kết luận 1" }).ClickAsync();
        await Expect(dialog.GetByLabel("Đã làm được gì")).ToHaveValueAsync("Đã rà soát 12 thủ tục.");
        await dialog.GetByLabel("Ngày kết thúc").FillAsync("20/11/2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Kết thúc" }).ClickAsync();

        await Expect(page.GetByText("Đã xong")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_office_records_the_order_of_units_that_share_a_place_and_takes_it_back_with_a_reason()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b", "so-c");
        foreach (var (unit, first) in new[] { ("so-a", 50m), ("so-b", 50m), ("so-c", 40m) })
        {
            await scene.App.SubmitsAsync(unit, ("I", first), ("II", 30m));
        }

        var page = await scene.SignInAsync("office", $"{Place}/standings");
        var order = page.GetByRole(AriaRole.Button, new() { Name = "Ghi thứ tự: Đơn vị so-a, Đơn vị so-b" });
        await order.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lên: Đơn vị so-b" }).ClickAsync();
        await dialog.GetByLabel("Ai quyết định, số văn bản").FillAsync("Biên bản kiểm phiếu 02/BB-K5");
        await dialog.GetByLabel("Ngày").FillAsync("19/11/2026");
        await dialog.GetByLabel("Kết quả bỏ phiếu (bắt buộc)").FillAsync("7 phiếu và 3 phiếu");
        await dialog.GetByLabel("Lý do, in trong bảng xếp hạng").FillAsync("Khối bỏ phiếu.");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("1. Đơn vị so-b, 2. Đơn vị so-a")).ToBeVisibleAsync();
        await Expect(BlocPages.Row(page, "Thứ hạng", "Đơn vị so-b")).ToContainTextAsync("02/BB-K5");

        await page.GetByRole(AriaRole.Button, new() { Name = "Rút lại thứ tự" }).ClickAsync();
        await dialog.GetByLabel("Lý do rút lại").FillAsync("Kiểm phiếu lại.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rút lại", Exact = true }).ClickAsync();

        await Expect(order).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        var head = await scene.SignInAsync("so-a", $"{Place}/standings");
        await Expect(head.GetByText("Cùng hạng 1")).ToBeVisibleAsync();
        await Expect(head.GetByRole(AriaRole.Button, new() { Name = "Ghi thứ tự" })).ToHaveCountAsync(0);
        await head.ChooseAsync("Tài liệu, liên hệ", "Thể thức văn bản");
        await head.GetByLabel("Địa danh").FillAsync("Bắc Ninh");
        await head.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(head.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await head.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_writes_the_pact_with_its_targets_and_opens_it_for_signing()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b", "so-c");
        scene.App.SetDay("2026-02-10");
        var page = await scene.SignInAsync("so-a", $"/portal/pact/2026/nam/{Bloc}/so-a");

        await page.GetByRole(AriaRole.Button, new() { Name = "Soạn giao ước" }).ClickAsync();
        await page.GetByLabel("Các điều cam kết, mỗi dòng một điều").FillAsync("Trực một cửa cả tuần.\nTrả hồ sơ đúng hạn.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm chỉ tiêu" }).ClickAsync();
        await page.GetByLabel("Nội dung (bắt buộc)").FillAsync("Sáng kiến");
        await page.GetByLabel("Số lượng").FillAsync("3");
        await page.GetByLabel("Đơn vị tính").FillAsync("sáng kiến");
        await page.GetByLabel("Ngày báo cáo tiến độ, mỗi dòng một ngày").FillAsync("15/12/2026");
        await page.GetByLabel("Mở để các đơn vị ký").CheckAsync();
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("Còn 3/3 đơn vị chưa ký giao ước.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Sáng kiến: 3 sáng kiến")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ký giao ước…" })).ToBeVisibleAsync();
        var member = await scene.SignInAsync("so-b", $"/portal/pact/2026/nam/{Bloc}/so-b");
        await Expect(member.GetByText("Trả hồ sơ đúng hạn.")).ToBeVisibleAsync();
        await Expect(member.GetByRole(AriaRole.Button, new() { Name = "Sửa giao ước" })).ToHaveCountAsync(0);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_unit_records_the_number_of_its_paper_and_finds_it_there_again()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        await scene.App.SubmitsAsync("so-a", ("I", 50m), ("II", 30m));
        var page = await scene.SignInAsync("so-a", $"/portal/papers/2026/nam/{Bloc}/so-a");
        var record = page.GetByRole(AriaRole.Button, new() { Name = "Ghi số – Báo cáo tự chấm điểm" });
        var number = page.GetByRole(AriaRole.Dialog).GetByLabel("Số, hoặc cả số và ký hiệu");

        await record.ClickAsync();
        await number.FillAsync("12/BC-SA");
        await page.GetByLabel("Ngày trên văn bản").FillAsync("20/11/2026");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await record.ClickAsync();

        await Expect(number).ToHaveValueAsync("12/BC-SA");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_office_keeps_a_unit_apart_from_the_standings_by_a_decision_and_ranks_it_again()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        await scene.App.SubmitsAsync("so-a", ("I", 50m), ("II", 30m));
        await scene.App.SubmitsAsync("so-b", ("I", 40m), ("II", 30m));
        var page = await scene.SignInAsync("office", $"{Place}/standings");
        var dialog = page.GetByRole(AriaRole.Dialog);

        await page.GetByRole(AriaRole.Button, new() { Name = "Không xếp hạng một đơn vị" }).ClickAsync();
        await dialog.GetByLabel("Đơn vị (bắt buộc)").SelectOptionAsync("so-b");
        await dialog.GetByLabel("Căn cứ").FillAsync("Quyết định số 12/QĐ-UBND");
        await dialog.GetByLabel("Lý do").FillAsync("Có vi phạm.");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();
        await Expect(BlocPages.Row(page, "Đơn vị chưa xếp hạng", "Đơn vị so-b")).ToContainTextAsync("12/QĐ-UBND");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xếp hạng lại một đơn vị" }).ClickAsync();
        await dialog.GetByLabel("Đơn vị (bắt buộc)").SelectOptionAsync("so-b");
        await dialog.GetByLabel("Lý do").FillAsync("Quyết định đã hủy.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();

        await Expect(BlocPages.Row(page, "Thứ hạng", "Đơn vị so-b")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }
}

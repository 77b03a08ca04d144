using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a head and its units enter in the browser beside the sheets: targets and results, criteria that are not assigned, files of the year, registers, whom to call.</summary>
public sealed class BlocEntriesPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/bloc/2026/nam/{Bloc}/so-a";

    private static readonly SchemeContent Scheme = SchemeSamples.Of(
        SchemeSamples.Direct("I", null, 40),
        new("II", null, "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(60)));

    [Fact]
    public async Task A_head_enters_targets_and_with_a_reason_a_units_result_from_which_its_points_follow()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        var page = await scene.SignInAsync("so-a", $"{Place}/figures");

        await page.GetByLabel("Chỉ tiêu được giao: Đơn vị so-b").FillAsync("100");
        await page.GetByLabel("Kết quả thực hiện: Đơn vị so-b").FillAsync("120,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cần nêu lý do");
        await page.GetByLabel("Lý do").FillAsync("Theo báo cáo của Sở Tài chính.");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Kết quả thực hiện: Đơn vị so-b")).ToHaveValueAsync("120,5");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_takes_a_criterion_from_a_unit_that_is_not_given_it()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        var page = await scene.SignInAsync("so-a", Place);
        var assign = page.GetByRole(AriaRole.Button, new() { Name = "Tiêu chí không giao: Đơn vị so-b" });
        var dialog = page.GetByRole(AriaRole.Dialog);

        await assign.ClickAsync();
        await dialog.GetByLabel("Thu ngân sách").CheckAsync();
        await dialog.GetByLabel("Lý do").FillAsync("Đơn vị không thu ngân sách.");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("Đã ghi các tiêu chí không giao cho Đơn vị so-b.")).ToBeVisibleAsync();
        await assign.ClickAsync();
        await Expect(dialog.GetByLabel("Thu ngân sách")).ToBeCheckedAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_head_sends_a_file_to_a_meeting_finds_it_among_those_of_the_year_takes_it_away_and_says_who_takes_the_chair()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/meetings/tong-ket", """{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2026-11-20"}}""");
        var page = await scene.SignInAsync("so-a", $"{Place}/files");

        await page.GetByLabel("Cụ thể").SelectOptionAsync("tong-ket");
        await page.GetByLabel("Chú thích").FillAsync("Giấy mời");
        await page.GetByLabel("chọn tệp").SetInputFilesAsync(new FilePayload { Name = "giay-moi.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(1) });
        var row = BlocPages.Row(page, "Tệp của năm", "giay-moi.pdf");
        await Expect(row).ToContainTextAsync("Hội nghị: Hội nghị tổng kết");
        await page.HasNoBarriersAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();

        await Expect(page.GetByText("Chưa có tệp nào.")).ToBeVisibleAsync();
        await page.GotoAsync(scene.Address($"{Place}/meetings/tong-ket"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa hội nghị" }).ClickAsync();
        await page.GetByText("Chủ tọa, khách mời, thư ký, người viết tin").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm chủ tọa" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Chủ tọa 1" }).GetByLabel("Đơn vị").SelectOptionAsync("so-a");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_unit_takes_an_entry_out_of_its_register_and_says_whom_to_call_which_the_head_finds()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        using var unit = await scene.App.OfficerAsync("so-b");
        await unit.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/activities/so-b/giai-bong", """{"kind":"sport","title":"Giải bóng chuyền"}""");
        var page = await scene.SignInAsync("so-b", $"/portal/movements/2026/nam/{Bloc}/so-b?tab=activities");

        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ – Giải bóng chuyền" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
        await Expect(page.GetByText("Chưa ghi hoạt động nào.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Đầu mối liên hệ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm người" }).ClickAsync();
        await page.GetByLabel("Họ và tên").FillAsync("Cán bộ thi đua");
        await page.GetByLabel("Điện thoại").FillAsync("0222 3822 000");
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        var head = await scene.SignInAsync("so-a", $"{Place}/contacts");
        await Expect(BlocPages.Row(head, "Đầu mối liên hệ của các đơn vị", "Đơn vị so-b")).ToContainTextAsync("0222 3822 000");
        await head.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }
}

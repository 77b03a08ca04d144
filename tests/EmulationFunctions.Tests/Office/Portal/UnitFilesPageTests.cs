using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Files of a unit's own beside its evidence, and photographs of a meeting.</summary>
public sealed class UnitFilesPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private static readonly FilePayload Pdf = new() { Name = "ke-hoach.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(1) };

    [Fact]
    public async Task A_unit_sends_a_file_with_its_answer_to_a_movement_again_after_a_lost_line_and_takes_it_away()
    {
        await using var scene = await portal.WithMovementAsync(azurite);
        var page = await scene.SignInAsync("so-b", UnitScenes.MovementsOfB);
        var lost = 0;
        await page.RouteAsync("**/attachments?subject=movementAnswer*name=*", async route =>
        {
            if (lost++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        var files = page.GetByRole(AriaRole.Region, new() { Name = "Tệp kèm câu trả lời của đơn vị" });

        await files.Locator("input[type=file]").SetInputFilesAsync(Pdf);

        await Expect(Sent(files, "ke-hoach.pdf")).ToContainTextAsync("(1 KB)");
        Assert.Equal(2, lost);
        await page.HasNoBarriersAsync();
        await files.GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ – ke-hoach.pdf" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
        await Expect(files.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_unit_sends_files_with_its_part_of_a_report_which_the_head_finds_by_the_units_name()
    {
        await using var scene = await portal.WithReportAsync(azurite);
        var page = await scene.SignInAsync("so-c", $"/portal/reports/2026/nam/{ReportsOf.Bloc}/so-c/so-ket");
        var files = page.GetByRole(AriaRole.Region, new() { Name = "Tệp kèm phần báo cáo của đơn vị" });

        await files.Locator("input[type=file]").SetInputFilesAsync([Pdf, new() { Name = "phu-luc.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(2) }]);
        await Expect(Sent(files, "phu-luc.pdf")).ToBeVisibleAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => files.GetByRole(AriaRole.Button, new() { Name = "↓ ke-hoach.pdf" }).ClickAsync());
        Assert.Equal("ke-hoach.pdf", saved.SuggestedFilename);

        var leader = await scene.SignInAsync(ReportsOf.Head, $"/portal/bloc/2026/nam/{ReportsOf.Bloc}/{ReportsOf.Head}/files");
        await Expect(BlocPages.Row(leader, "Tệp của năm", "phu-luc.pdf")).ToContainTextAsync("Phần báo cáo của đơn vị: Báo cáo sơ kết 6 tháng đầu năm 2026: Sở D");
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_unit_sends_the_scan_of_what_it_signed_on_paper_the_head_records_it_and_takes_back_what_was_a_mistake()
    {
        await using var scene = await portal.WithPactAsync(azurite, "so-a", "so-b");
        using var head = await scene.App.OfficerAsync("so-a");
        var page = await scene.SignInAsync("so-b", UnitScenes.PactOfB);
        await page.GetByText("Đơn vị ký trên bản giấy").ClickAsync();
        var scans = page.GetByRole(AriaRole.Region, new() { Name = "Bản chụp chữ ký trên giấy" });
        await scans.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "trang-ky.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(3) });
        await Expect(Sent(scans, "trang-ky.pdf")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();

        var leader = await scene.SignInAsync("so-a", $"/portal/pact/2026/nam/{PactsOf.Bloc}/so-a");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ghi chữ ký trên giấy – Đơn vị so-b" }).ClickAsync();
        var dialog = leader.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Bản chụp", new() { Exact = true }).Locator("option:checked")).ToContainTextAsync("trang-ky.pdf");
        await dialog.GetByLabel("Chức vụ").FillAsync("Giám đốc");
        await leader.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ghi chữ ký trên giấy" }).ClickAsync();

        var row = BlocPages.Row(leader, "Chữ ký của các đơn vị", "so-b");
        await Expect(row).ToContainTextAsync("trên bản giấy");
        var signature = Assert.Single((await head.ReadsAsync(PactsOf.Pact))["signatures"]!.AsArray())!;
        Assert.Equal(("paper", "2026-03-07", true), ((string)signature["way"]!, (string)signature["day"]!, (bool)signature["hasScan"]!));

        await row.GetByRole(AriaRole.Button, new() { Name = "Rút chữ ký" }).ClickAsync();
        await dialog.GetByLabel("Lý do").FillAsync("Ghi nhầm đơn vị.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rút chữ ký" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Chưa ký");
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_head_sends_photographs_of_a_meeting_says_what_they_show_and_chooses_which_are_used()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        using var head = await scene.App.OfficerAsync("so-a");
        const string Meeting = $"/api/cycles/2026/blocs/{BlocOf.Bloc}/meetings/tong-ket";
        await head.PutsAsync(Meeting, """{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2026-11-20"}}""");
        var page = await scene.SignInAsync("so-a", $"/portal/bloc/2026/nam/{BlocOf.Bloc}/so-a/meetings/tong-ket");

        await page.GetByLabel("Gửi ảnh hội nghị").SetInputFilesAsync(
        [
            new FilePayload { Name = "toan-canh.png", MimeType = "image/png", Buffer = SampleFiles.Png() },
            new FilePayload { Name = "trao-co.png", MimeType = "image/png", Buffer = SampleFiles.Png(2) },
        ]);
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Lưu ảnh" });
        await page.GetByLabel("Dùng ảnh trao-co.png").CheckAsync();
        await Expect(save).ToBeDisabledAsync();
        await page.GetByLabel("Chú thích của trao-co.png").FillAsync("Trao cờ luân lưu");
        await page.HasNoBarriersAsync();
        await save.ClickAsync();

        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        var photograph = Assert.Single((await head.ReadsAsync(Meeting))["photographs"]!.AsArray())!;
        Assert.Equal("Trao cờ luân lưu", (string)photograph["caption"]!);
        var member = await scene.SignInAsync("so-b", $"/portal/meetings/2026/nam/{BlocOf.Bloc}/so-b/tong-ket");
        var saved = await member.RunAndWaitForDownloadAsync(() => member.GetByRole(AriaRole.Button, new() { Name = "Trao cờ luân lưu" }).ClickAsync());
        Assert.Equal("trao-co.png", saved.SuggestedFilename);
        Assert.Empty(scene.Faults);
    }

    /// <summary>The line of a file that has been sent.</summary>
    private static ILocator Sent(ILocator files, string name) =>
        files.GetByRole(AriaRole.Listitem).Filter(new() { Has = files.Page.GetByRole(AriaRole.Button, new() { Name = $"↓ {name}" }) });
}

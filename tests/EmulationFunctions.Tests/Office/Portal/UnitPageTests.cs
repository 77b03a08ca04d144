using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a member unit does in its bloc beside its own score sheet.</summary>
public sealed class UnitPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_member_signs_the_pact_it_reads_and_all_together_complete_it()
    {
        await using var scene = await portal.WithPactAsync(azurite, "so-a", "so-b", "so-c");
        using var head = await scene.App.OfficerAsync("so-a");

        foreach (var (unit, state) in new[] { ("so-a", "Còn 2/3 đơn vị chưa ký giao ước."), ("so-b", "Còn 1/3 đơn vị chưa ký giao ước."), ("so-c", "Đủ 3/3 đơn vị đã ký giao ước.") })
        {
            var page = await scene.SignInAsync(unit, $"/portal/pact/2026/nam/{PactsOf.Bloc}/{unit}");
            await Expect(page.GetByText("Cùng nhau thi đua.")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Ký giao ước…" }).ClickAsync();
            await page.GetByLabel("Chức vụ").FillAsync("Giám đốc");
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ký giao ước" }).ClickAsync();
            await Expect(page.GetByText("Đơn vị đã ký ngày 07/03/2026, bằng tài khoản của đơn vị.")).ToBeVisibleAsync();
            await Expect(page.GetByText(state)).ToBeVisibleAsync();
        }

        var pact = await head.ReadsAsync(PactsOf.Pact);
        Assert.Equal("complete", (string)pact["state"]!);
        Assert.All(pact["signatures"]!.AsArray(), one => Assert.Equal(("account", "Giám đốc"), ((string)one!["way"]!, (string)one["signerPost"]!)));
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_pact_that_changed_while_it_was_read_is_not_signed_before_it_is_read_anew()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasYearAsync("so-a", "so-b");
        using var head = await scene.App.OfficerAsync("so-a");
        var tag = await head.PutsAsync(PactsOf.Pact, PactsOf.Plain);
        var page = await scene.SignInAsync("so-b", UnitScenes.PactOfB);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ký giao ước…" }).ClickAsync();

        await head.PutsAsync(PactsOf.Pact, PactsOf.Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal), tag);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Ký giao ước" }).ClickAsync();

        await Expect(page.GetByText("Giao ước đã được sửa sau khi bạn mở trang này")).ToBeVisibleAsync();
        Assert.Empty((await head.ReadsAsync(PactsOf.Pact))["signatures"]!.AsArray());
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc bản mới" }).ClickAsync();
        await Expect(page.GetByText("Tích cực thi đua.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_unit_registers_the_titles_it_strives_for_and_reports_how_far_a_target_is()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasYearAsync("so-a", "so-b");
        scene.App.SetDay("2026-02-10");
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync(PactsOf.Pact, """{"title":"Giao ước","text":"Thi đua.","isForSigning":true,"targets":[{"id":"sang-kien","kind":"number","what":"Sáng kiến","number":3,"unit":"sáng kiến"}]}""");
        var page = await scene.SignInAsync("so-b", UnitScenes.PactOfB);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Tiến độ chỉ tiêu" }).ClickAsync();
        await page.GetByLabel("Số liệu đến ngày").FillAsync("09/02/2026");
        await page.GetByLabel("Con số (sáng kiến)").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu báo cáo tiến độ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "2 sáng kiến" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Đăng ký danh hiệu" }).ClickAsync();
        await page.GetByLabel("Danh hiệu, hình thức khen thưởng", new() { Exact = true }).FillAsync("Chiến sĩ thi đua cơ sở");
        await page.GetByLabel("Số lượng").FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu đăng ký" }).ClickAsync();
        await Expect(page.GetByText("5 Chiến sĩ thi đua cơ sở")).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_unit_writes_its_part_of_a_report_finds_it_after_a_reload_and_sends_it()
    {
        await using var scene = await portal.WithReportAsync(azurite);
        using var head = await scene.App.OfficerAsync(ReportsOf.Head);
        var page = await scene.SignInAsync("so-c", $"/portal/reports/2026/nam/{ReportsOf.Bloc}/so-c");
        await page.GetByRole(AriaRole.Link, new() { Name = "Soạn phần của đơn vị" }).ClickAsync();

        await page.GetByLabel("Con số (hồ sơ)").FillAsync("8400");
        await page.GetByLabel("Cách ghi, nếu không chính xác").FillAsync("gần 8.400");
        await page.GetByRole(AriaRole.Group, new() { Name = "Kết quả đạt được" }).GetByLabel("Nội dung 1", new() { Exact = true }).FillAsync("Trả kết quả đúng hạn.");
        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Con số (hồ sơ)")).ToHaveValueAsync("8400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Còn 1 câu hỏi chưa trả lời: Mô hình mới.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();

        await Expect(page.GetByText("Đơn vị đã gửi lúc")).ToBeVisibleAsync();
        await Expect(page.GetByText("Trả kết quả đúng hạn.")).ToBeVisibleAsync();
        var part = await head.ReadsAsync(ReportsOf.Part("so-c"));
        Assert.Equal(("sent", "gần 8.400"), ((string)part["part"]!["state"]!, (string)part["content"]!["answers"]![0]!["said"]!));
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_unit_scores_a_peers_sheet_which_is_saved_by_itself_and_handed_in_once_all_is_there()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        using var head = await scene.App.OfficerAsync("so-a");
        var panel = await head.DrawAsync();
        var scored = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["scorer"]! == "so-b")!["unit"]!;
        var page = await scene.SignInAsync("so-b", $"/portal/peers/2026/nam/{BlocOf.Bloc}/so-b");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Chấm điểm – Đơn vị {scored}" }).ClickAsync();

        await page.Locator("[id='given-I']").FillAsync("55,5");
        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi điểm…" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("[id='given-II']")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy 40 điểm như tự chấm" }).ClickAsync();
        await page.GetByLabel("Nhận xét").FillAsync("Minh chứng đầy đủ.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi điểm…" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gửi điểm" }).ClickAsync();

        await Expect(page.GetByText("Đã gửi điểm lúc")).ToBeVisibleAsync();
        using var scorer = await scene.App.OfficerAsync("so-b");
        var given = await scorer.ReadsAsync(PeersOf.GivenBy("so-b", scored));
        Assert.Equal(("submitted", "Minh chứng đầy đủ."), ((string)given["state"]!, (string)given["comment"]!));
        Assert.Equal([55.5m, 40m], given["scores"]!.AsArray().Select(score => (decimal)score!["points"]!));
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task Published_standings_say_why_and_show_a_unit_its_own_points_by_group()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        await scene.App.HasSubmittedAsync(BlocOf.Bloc, "so-a", PublicationSteps.Two, ("I", 60), ("II", 40));
        await scene.App.HasSubmittedAsync(BlocOf.Bloc, "so-b", PublicationSteps.Two, ("I", 50), ("II", 38.25m));
        var page = await scene.SignInAsync("so-b", $"/portal/standings/2026/nam/{BlocOf.Bloc}/so-b");
        await Expect(page.GetByText("chưa được công bố")).ToBeVisibleAsync();

        scene.App.SetDay("2026-12-28");
        using var admin = scene.App.Admin();
        using var published = await admin.PublishAsync();
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page = await scene.SignInAsync("so-b", $"/portal/standings/2026/nam/{BlocOf.Bloc}/so-b");

        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-b" })).ToContainTextAsync("Hạng 2 với 88,25 điểm");
        await page.GetByText("Xem dạng bảng").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Điểm theo nhóm tiêu chí của đơn vị" }).GetByText("38,25/40")).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task Who_has_to_carry_out_a_conclusion_says_what_was_done()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasTenAsync();
        using var head = await scene.App.OfficerAsync("so-0");
        var (_, tag) = await head.PutAsync(MeetingsOf.First, MeetingsOf.Meeting());
        await head.PutAsync($"{MeetingsOf.First}/conclusions/1", MeetingsOf.Conclusion(owners: ["so-2"]), tag);
        var page = await scene.SignInAsync("so-2", $"/portal/meetings/2026/nam/{MeetingsOf.Bloc}/so-2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mở – Hội nghị sơ kết 6 tháng đầu năm 2026" }).ClickAsync();

        await Expect(page.GetByText("Báo cáo sơ kết")).ToBeVisibleAsync();
        await page.GetByLabel("Đơn vị đã làm gì").FillAsync("Đã tổ chức hội thi trực tuyến.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Báo cáo việc thực hiện" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Đã tổ chức hội thi trực tuyến." })).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_unit_answers_a_movement_and_puts_down_a_role_model()
    {
        await using var scene = await portal.WithMovementAsync(azurite);
        var page = await scene.SignInAsync("so-b", UnitScenes.MovementsOfB);

        await page.GetByLabel("Đơn vị hưởng ứng thế nào").FillAsync("Ban hành kế hoạch số 12.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu trả lời" }).ClickAsync();
        await Expect(page.GetByText("Đã trả lời lúc 07/03/2026")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Điển hình tiên tiến" }).ClickAsync();
        await page.GetByText("Ghi điển hình của đơn vị").ClickAsync();
        await page.GetByLabel("Tên (bắt buộc)", new() { Exact = true }).FillAsync("Phòng Một cửa");
        await page.GetByLabel("Thành tích, việc làm tiêu biểu").FillAsync("Trả kết quả trong ngày.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Phòng Một cửa" })).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }
}

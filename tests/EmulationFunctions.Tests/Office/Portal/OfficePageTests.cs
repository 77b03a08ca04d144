using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What the office does in the browser.</summary>
public sealed class OfficePageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Year = "/portal/office/year/2026";

    private static readonly SchemeContent Two = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    [Fact]
    public async Task A_new_province_comes_from_its_files_to_an_open_year()
    {
        await using var scene = await portal.OpenAsync(azurite);
        var page = await scene.SignInAsync("office", "/portal/office");

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Thiết lập tỉnh mới" }).First.ClickAsync();
        await TakeAsync(page, Step(page, "1. Đơn vị và khối"), "khoi.csv", """
            Mã đơn vị;Tên đơn vị;Loại đơn vị;Mã khối;Tên khối;Từ ngày;Nhiệm vụ
            so-tai-chinh;Sở Tài chính;Sở;khoi-kinh-te;Khối thi đua Kinh tế;1/1/2026;Khối trưởng 2026
            so-xay-dung;Sở Xây dựng;Sở;khoi-kinh-te;Khối thi đua Kinh tế;1/1/2026;
            """);
        await Expect(page.GetByText("Đã có 2 đơn vị và 1 khối.")).ToBeVisibleAsync();
        await page.GetByLabel("Tên bảng điểm").FillAsync("Bảng điểm năm 2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Đã có: Bảng điểm năm 2026.")).ToBeVisibleAsync();
        await SaveYearAsync(page);
        await Expect(page.GetByText("Đã thiết lập xong")).ToBeVisibleAsync();
        await TakeAsync(page, Step(page, "4. Cán bộ của các đơn vị"), "can-bo.csv", """
            Mã tài khoản,Mã đơn vị,Phê duyệt
            2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11,so-tai-chinh,x
            """);
        await Expect(page.GetByText("Đã gắn 1 tài khoản.")).ToBeVisibleAsync();

        var year = await YearAsync(scene);
        Assert.Equal("open", (string)year["state"]!);
        var bloc = Assert.Single(year["blocs"]!.AsArray());
        Assert.Equal(("khoi-kinh-te", "bang-diem-nam-2026"), ((string)bloc!["bloc"]!, (string)bloc["scheme"]!["id"]!));
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_file_with_faults_names_each_of_them_and_changes_nothing()
    {
        await using var scene = await portal.OpenAsync(azurite);
        var page = await scene.SignInAsync("office", "/portal/office/roster/import");

        await ChooseAsync(page.GetByRole(AriaRole.Main), "khoi.csv", "Mã đơn vị,Tên đơn vị,Loại đơn vị\nso-a,Sở A,Sờ\nSO B,Sở B,Sở\n");

        var faults = page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem);
        await Expect(faults.Filter(new() { HasText = "Dòng 2, cột “Loại đơn vị”" })).ToContainTextAsync("Phải là một trong");
        await Expect(faults.Filter(new() { HasText = "Dòng 3, cột “Mã đơn vị”" })).ToContainTextAsync("chữ thường không dấu");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhập vào hệ thống" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_roster_is_found_with_marks_and_without()
    {
        await using var scene = await WithYearAsync("khoi-a");
        using var office = scene.App.Admin();
        await office.PutAsync("/api/units/so-do-thi", new JsonObject { ["name"] = "Sở Đô thị", ["kind"] = "department" }, null).JsonAsync();
        var page = await scene.SignInAsync("office", "/portal/office/roster");
        var search = page.GetByRole(AriaRole.Searchbox);

        foreach (var (asked, count) in new[] { ("do thi", 1), ("đô thị", 1), ("đo thi", 0), ("đơn vị", 2) })
        {
            await search.FillAsync(asked);
            await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(count);
        }
    }

    [Fact]
    public async Task A_day_changed_in_the_years_form_leaves_every_bloc_in_the_year()
    {
        await using var scene = await WithYearAsync("khoi-a", "khoi-b");
        var page = await scene.SignInAsync("office", Year);

        await page.GetByLabel("Ký kết giao ước thi đua – Đến hết ngày").FillAsync("30/4/2026");
        await SaveYearAsync(page);
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        var year = await YearAsync(scene);
        Assert.Equal(["khoi-a", "khoi-b"], Blocs(year));
        Assert.Equal("2026-04-30", (string)year["stages"]!.AsArray().Single(stage => (string)stage!["stage"]! == "pact")!["closes"]!);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_bloc_leaves_the_year_only_when_its_name_was_shown_and_ticked()
    {
        await using var scene = await WithYearAsync("khoi-a", "khoi-b");
        var page = await scene.SignInAsync("office", Year);

        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ khỏi năm – Khối khoi-b" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem lại và lưu" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var save = dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true });
        await Expect(dialog).ToContainTextAsync("SẼ BỊ BỎ khỏi năm:");
        await Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveTextAsync("Khối: Khối khoi-b");
        await Expect(save).ToBeDisabledAsync();
        Assert.Equal(["khoi-a", "khoi-b"], Blocs(await YearAsync(scene)));
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await save.ClickAsync();
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        Assert.Equal(["khoi-a"], Blocs(await YearAsync(scene)));
    }

    [Fact]
    public async Task A_bloc_that_somebody_else_adds_meanwhile_stays_in_the_year()
    {
        await using var scene = await WithYearAsync("khoi-a");
        await scene.App.HasBlocAsync("khoi-b", "so-c");
        var page = await scene.SignInAsync("office", Year);
        var day = page.GetByLabel("Ký kết giao ước thi đua – Đến hết ngày");
        await Expect(day).ToBeVisibleAsync();
        using var other = scene.App.Admin();
        var tag = await other.AskAsync("/api/cycles/2026").TagAsync();
        await other.PutAsync("/api/cycles/2026/blocs/khoi-b", new JsonObject { ["scheme"] = null, ["stages"] = new JsonArray() }, tag).JsonAsync();

        await day.FillAsync("30/4/2026");
        await SaveYearAsync(page);
        await Expect(page.GetByText("Người khác vừa thay đổi năm này.")).ToBeVisibleAsync();
        await Expect(day).ToHaveValueAsync("30/04/2026");
        await SaveYearAsync(page);
        await Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();

        Assert.Equal(["khoi-a", "khoi-b"], Blocs(await YearAsync(scene)));
    }

    [Fact]
    public async Task The_office_publishes_after_it_was_told_who_is_left_out()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Two, "so-a", "so-b", "so-c");
        await scene.App.SubmitsAsync("so-a", ("I", 55m), ("II", 38.25m));
        await scene.App.SubmitsAsync("so-b", ("I", 50m), ("II", 40m));
        scene.App.SetDay("2026-12-20", 9);
        var page = await scene.SignInAsync("office", "/portal/office/publication");

        await page.GetByRole(AriaRole.Link, new() { Name = "Khối khoi-5" }).ClickAsync();
        await Expect(page.GetByText("1 đơn vị chưa được tính điểm")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var publish = dialog.GetByRole(AriaRole.Button, new() { Name = "Công bố", Exact = true });
        await Expect(dialog).ToContainTextAsync("Đơn vị so-c");
        await dialog.GetByLabel("Tôi đã kiểm tra").CheckAsync();
        await Expect(publish).ToBeDisabledAsync();
        await dialog.GetByLabel("Tôi đồng ý để").CheckAsync();
        await publish.ClickAsync();

        await Expect(page.GetByText("Đã công bố lúc 20/12/2026")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-a" })).ToContainTextAsync("93,25");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Công bố", Exact = true })).ToHaveCountAsync(0);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_scheme_shows_its_sums_while_one_types_and_is_saved_when_they_agree()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Two, "so-a", "so-b");
        var page = await scene.SignInAsync("office", "/portal/office/scheme/bang-diem");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Lưu bảng điểm" });

        await ChangeAsync("I. ", "61,5");
        await Expect(page.GetByText("Các phần cộng lại: 101,5 / 100 điểm")).ToBeVisibleAsync();
        await Expect(save).ToBeDisabledAsync();
        await ChangeAsync("II. ", "38,5");
        await Expect(page.GetByText("Các tổng đều khớp")).ToBeVisibleAsync();
        await save.ClickAsync();
        await Expect(page.GetByText("Đã lưu thành bản")).ToBeVisibleAsync();

        using var office = scene.App.Admin();
        var content = (await office.AskAsync("/api/schemes/bang-diem").JsonAsync())["content"]!;
        Assert.Equal([61.5m, 38.5m], content["criteria"]!.AsArray().Select(criterion => (decimal)criterion!["maximum"]!));

        async Task ChangeAsync(string name, string points)
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Cây tiêu chí" }).GetByRole(AriaRole.Button).Filter(new() { HasText = name }).First.ClickAsync();
            await page.GetByLabel("Điểm tối đa").FillAsync(points);
        }
    }

    [Fact]
    public async Task An_officer_is_bound_and_may_approve_after_a_question()
    {
        await using var scene = await WithYearAsync("khoi-a");
        var page = await scene.SignInAsync("office", "/portal/office/officers");

        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm cán bộ" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Đơn vị (bắt buộc)").SelectOptionAsync("khoi-a-so-1");
        await dialog.GetByLabel("Mã tài khoản").FillAsync("2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thêm", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "2b0c7f5e" });
        await Expect(row).ToContainTextAsync("Không");
        await row.GetByRole(AriaRole.Button, new() { Name = "Cho phê duyệt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();

        await Expect(row).ToContainTextAsync("Có");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task No_view_of_the_office_shuts_anybody_out()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Two, "so-a", "so-b");
        var page = await scene.SignInAsync("office", "/portal/office");
        await scene.HasNoBarriersAtAsync(page, new[]
        {
            "", "/roster", "/roster/import", "/unit", "/unit/so-a", "/bloc", "/bloc/khoi-5", "/years", "/year/2026", "/year/2027", "/schemes", "/scheme/bang-diem", "/scheme/bang-diem/comparison",
            "/officers", "/publication", "/publication/2026/nam/khoi-5", "/extensions", "/operations", "/mail", "/setup",
        }.Select(view => $"/portal/office{view}"));
    }

    private async Task<PortalScene> WithYearAsync(params string[] blocs)
    {
        var scene = await portal.OpenAsync(azurite);
        foreach (var bloc in blocs)
        {
            await scene.App.HasBlocAsync(bloc, $"{bloc}-so-1", $"{bloc}-so-2");
        }

        using var office = scene.App.Admin();
        await office.PutCycleAsync(2026, CycleBodyOf.Template(blocs)).JsonAsync();
        return scene;
    }

    private static async Task SaveYearAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem lại và lưu" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
    }

    private static ILocator Step(IPage page, string title) => page.Locator("section.card").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title }) }).First;

    /// <summary>The file is looked at, and taken when the office agrees.</summary>
    private static async Task TakeAsync(IPage page, ILocator within, string name, string content)
    {
        await ChooseAsync(within, name, content);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập vào hệ thống" }).ClickAsync();
    }

    private static Task ChooseAsync(ILocator within, string name, string content) =>
        within.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.ms-excel", Buffer = Encoding.UTF8.GetBytes(content) });

    private static async Task<JsonNode> YearAsync(PortalScene scene)
    {
        using var office = scene.App.Admin();
        return await office.AskAsync("/api/cycles/2026").JsonAsync();
    }

    private static string[] Blocs(JsonNode year) => [.. year["blocs"]!.AsArray().Select(bloc => (string)bloc!["bloc"]!).Order(StringComparer.Ordinal)];
}

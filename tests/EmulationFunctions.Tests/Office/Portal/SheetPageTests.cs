using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>The score form as a unit fills it in.</summary>
public sealed class SheetPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/sheet/2026/nam/{BlocOf.Bloc}/so-b";

    [Fact]
    public async Task A_unit_signs_in_by_its_mails_link_fills_in_its_sheet_with_two_files_and_hands_it_in()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);

        await page.Points("I.1").FillAsync("38,25");
        await page.Locator("[id='entry-I.2']").FillAsync("3");
        await page.Locator("[id='entry-II']").SelectOptionAsync("pass");
        await Expect(page.GrandTotal()).ToHaveTextAsync("93,25");
        await page.Upload("I.1").SetInputFilesAsync([File("bao-cao.pdf", 1), File("ke-hoach.pdf", 2)]);
        await Expect(page.Line("I.1").GetByRole(AriaRole.Button, new() { Name = "bao-cao.pdf", Exact = false }).First).ToBeVisibleAsync();
        await Expect(page.Line("I.1").Locator(".proofs li")).ToHaveCountAsync(2);
        await page.SubmitAsync();

        await Expect(page.GetByText("Đã nộp lúc")).ToBeVisibleAsync();
        await Expect(page.Line("I.1")).ToContainTextAsync("38,25 điểm");
        await Expect(page.Points("I.1")).ToHaveCountAsync(0);
        var sheet = await SheetAsync(scene);
        Assert.Equal("submitted", (string)sheet["summary"]!["state"]!);
        Assert.Equal(93.25m, (decimal)sheet["summary"]!["totals"]!["total"]!);
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task What_is_missing_is_listed_and_each_line_leads_to_its_place()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);

        await page.Points("I.1").FillAsync("38");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu…" }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await dialog.GetByRole(AriaRole.Link, new() { Name = "I.1. Tiêu chí I.1" }).ClickAsync();
        await Expect(page.Locator("[id='why-I.1']")).ToBeFocusedAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task The_beginning_of_a_number_that_is_too_big_is_not_saved_and_a_day_that_there_is_not_is_not_sent()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);

        await page.Points("I.1").PressSequentiallyAsync("99");
        await Expect(page.Line("I.1")).ToContainTextAsync("Nhiều nhất");
        await page.RunAndWaitForResponseAsync(() => page.Locator("[id='entry-I.2']").FillAsync("3"), response => response.Request.Method == "PATCH");
        await Expect(page.GetByText("Đã lưu lúc")).ToHaveCountAsync(0);

        await page.Line("I.1").GetByRole(AriaRole.Button, new() { Name = "Dẫn một văn bản" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Loại văn bản").FillAsync("Báo cáo");
        await dialog.GetByLabel("Ngày ban hành").FillAsync("31/02/2026");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Lịch không có ngày này.");

        Assert.Equal(["I.2"], (await SheetAsync(scene))["scores"]!.AsArray().Select(score => (string)score!["criterion"]!));
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task The_keyboard_alone_fills_in_a_sheet_and_hands_it_in()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);

        await page.Points("I.1").FocusAsync();
        await page.Keyboard.TypeAsync("40");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Hoàn thành 12/12 chỉ tiêu.");
        await page.Points("I.1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[id='entry-I.2']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[id='entry-II']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "Nộp phiếu…");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Nộp phiếu");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("Đã nộp lúc")).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task What_somebody_wrote_with_markup_is_shown_as_text()
    {
        await using var scene = await OpenAsync();
        const string text = "<img src=x onerror=document.title='hacked'><b>đậm</b>";
        using (var officer = await scene.App.OfficerAsync("so-b"))
        {
            await officer.PatchAsync(
                $"{BlocOf.SheetAddress("so-b")}/scores",
                EmulationApp.Json($$"""{"scores":[{"criterion":"I.1","points":1,"explanation":{{JsonValue.Create(text).ToJsonString()}}}]}"""),
                TestContext.Current.CancellationToken).JsonAsync();
        }

        var page = await scene.SignInAsync("so-b", Place);
        await Expect(page.Locator("[id='why-I.1']")).ToHaveValueAsync(text);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");

        await Expect(page.Locator(".paper")).ToContainTextAsync(text);
        Assert.DoesNotContain("hacked", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task Opening_takes_two_calls_and_a_save_takes_one()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<string> calls = [];
        page.Request += (_, request) => calls.AddRange(request.Url.Contains("/api/", StringComparison.Ordinal) ? [$"{request.Method} {new Uri(request.Url).AbsolutePath.Split("/sheets/")[^1]}"] : []);

        await page.GetByRole(AriaRole.Link, new() { Name = "Phiếu tự chấm", Exact = true }).ClickAsync();
        await Expect(page.Points("I.1")).ToBeVisibleAsync();
        Assert.Equal(["GET so-b", "GET so-b/evidence"], calls.Order(StringComparer.Ordinal));

        calls.Clear();
        await page.Points("I.1").FillAsync("10");
        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        Assert.Equal(["PATCH so-b/scores"], calls);
    }

    [Fact]
    public async Task A_workbook_goes_down_and_comes_back_filled_in()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        await page.Points("I.1").FillAsync("12,5");
        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await page.GetByText("Làm trên tệp Excel").ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải phiếu (Excel)" }).ClickAsync());
        await page.Locator(".workbook input[type=file]").SetInputFilesAsync(await download.PathAsync());

        await Expect(page.Points("I.1")).ToHaveValueAsync("12,5");
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_result_is_reported_on_the_sheet_which_shows_what_it_comes_to()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(
            SchemeSamples.Of(SchemeSamples.Direct("I", null, 70), new("II", null, "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(30))), "so-a", "so-b");
        using (var head = await scene.App.OfficerAsync("so-a"))
        {
            await head.PatchAsync(
                $"/api/cycles/2026/periods/nam/blocs/{BlocOf.Bloc}/targets", EmulationApp.Json("""{"targets":[{"criterion":"II","unit":"so-b","target":120}]}"""), TestContext.Current.CancellationToken).JsonAsync();
        }

        var page = await scene.SignInAsync("so-b", Place);
        await Expect(page.Line("II")).ToContainTextAsync("Chỉ tiêu: 120");
        await page.Points("II").FillAsync("60");

        await Expect(page.Line("II")).ToContainTextAsync("= 7,5 điểm");
        await Expect(page.GrandTotal()).ToHaveTextAsync("7,5");
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_file_is_dropped_on_its_criterion_a_paper_is_cited_and_both_can_be_taken_off()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        await Expect(page.Points("I.1")).ToBeVisibleAsync();
        var dropped = await page.EvaluateHandleAsync(
            "text => { const files = new DataTransfer(); files.items.add(new File([text], 'keo-tha.pdf', { type: 'application/pdf' })); return files; }", System.Text.Encoding.ASCII.GetString(SampleFiles.Pdf()));

        await page.Line("I.1").Locator(".upload").DispatchEventAsync("drop", new { dataTransfer = dropped });
        var proofs = page.Line("I.1").Locator(".proofs li");
        await Expect(proofs).ToContainTextAsync(["keo-tha.pdf"]);
        var sent = await page.RunAndWaitForDownloadAsync(() => proofs.First.GetByRole(AriaRole.Button).First.ClickAsync());
        Assert.Equal("keo-tha.pdf", sent.SuggestedFilename);

        await page.Line("I.1").GetByRole(AriaRole.Button, new() { Name = "Dẫn một văn bản" }).ClickAsync();
        await page.GetByLabel("Loại văn bản").FillAsync("Báo cáo");
        await page.GetByLabel("Số và ký hiệu").FillAsync("403/BC-STC");
        await page.GetByLabel("Ngày ban hành").FillAsync("20/11/2026");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(proofs.Last).ToContainTextAsync("Báo cáo 403/BC-STC ngày 20/11/2026");

        foreach (var left in new[] { 1, 0 })
        {
            await proofs.First.GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Gỡ bỏ" }).ClickAsync();
            await Expect(proofs).ToHaveCountAsync(left);
        }

        Assert.Empty(scene.Faults);
    }

    private static FilePayload File(string name, int padding) => new() { Name = name, MimeType = "application/pdf", Buffer = SampleFiles.Pdf(padding) };

    private static async Task TabToAsync(IPage page, string button)
    {
        for (var pressed = 0; pressed < 60; pressed++)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement?.textContent ?? ''") == button)
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No key led to \"{button}\".");
    }

    private static async Task<JsonNode> SheetAsync(PortalScene scene)
    {
        using var officer = await scene.App.OfficerAsync("so-b");
        return await officer.GetAsync(BlocOf.SheetAddress("so-b"), TestContext.Current.CancellationToken).JsonAsync();
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(SheetWorld.SmallScheme, "so-a", "so-b");
        return scene;
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Dossiers;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Office.Portal.BallotScenes;
using static EmulationFunctions.Tests.Office.Portal.BlocPages;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Awards for a unit and for who leads its bloc, in a real browser: nominated, voted on, proposed.</summary>
public sealed class AwardsPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string FlagTitle = "Cờ thi đua của Chính phủ";
    private const string OfUnit = $"/portal/awards/2026/nam/{BlocOf.Bloc}/so-b";

    private static readonly string[] Units = ["so-a", "so-b", "so-c", "so-d", "so-e"];

    [Fact]
    public async Task A_unit_sees_each_condition_with_its_reason_nominates_itself_and_withdraws()
    {
        await using var scene = await BlocAsync();
        var page = await scene.SignInAsync("so-b", OfUnit);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Đề nghị khen thưởng – {FlagTitle}" }).ClickAsync();
        await page.GetByLabel("Số liệu tính đến ngày").FillAsync("15/11/2026");
        await page.GetByLabel("Nguồn số liệu").FillAsync("Báo cáo 12/BC");
        await page.GetByLabel("Tổng số người").FillAsync("40");
        await page.GetByLabel("Số nữ").FillAsync("50");
        await page.GetByLabel("Đạt tiêu chuẩn tặng Cờ thi đua cấp bộ, cấp tỉnh", new() { Exact = true }).SelectOptionAsync("yes");
        await page.GetByLabel("Căn cứ xác nhận: Đạt tiêu chuẩn").FillAsync("Công văn 5/CV");
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị khen thưởng", Exact = true });
        await submit.ClickAsync();
        // A fault stands at its field, and nothing was saved.
        await Expect(page.GetByLabel("Số nữ")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Số nữ").FillAsync("18");
        await submit.ClickAsync();

        await Expect(page.GetByText("Đã lưu đề nghị.")).ToBeVisibleAsync();
        await Expect(Row(page, $"Điều kiện: {FlagTitle}", "Đạt tiêu chuẩn")).ToContainTextAsync("✓ Đạt");
        await Expect(Row(page, $"Điều kiện: {FlagTitle}", "Đạt tiêu chuẩn")).ToContainTextAsync("Công văn 5/CV");
        await Expect(Row(page, $"Điều kiện: {FlagTitle}", "Dẫn đầu")).ToContainTextAsync("Chưa rõ");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Rút đề nghị – {FlagTitle}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Lý do").FillAsync("Đơn vị xin thôi.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rút đề nghị" }).ClickAsync();
        await Expect(page.GetByText("Đã rút đề nghị.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Đơn vị xin thôi.")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_secret_ballot_is_opened_voted_in_on_a_phone_and_counted_and_the_phone_keeps_nothing_of_the_vote()
    {
        await using var scene = await BlocAsync();
        await NominatedAsync(scene, "so-b", "so-c");
        var head = await scene.SignInAsync("so-a", $"{OfBloc}/ballots");
        await head.GetByRole(AriaRole.Button, new() { Name = "Mở cuộc bỏ phiếu" }).ClickAsync();
        await head.GetByLabel("Nội dung bỏ phiếu").FillAsync("Bình chọn Cờ thi đua");
        await head.GetByLabel("Bầu chọn cho").SelectOptionAsync(new SelectOptionValue { Label = FlagTitle });
        await Expect(head.GetByText("Danh sách: Đơn vị so-b, Đơn vị so-c")).ToBeVisibleAsync();
        await head.GetByLabel("Hình thức", new() { Exact = true }).SelectOptionAsync("secret");
        await head.GetByLabel("Chức vụ người giữ nửa khóa 1").FillAsync("Trưởng ban kiểm phiếu");
        await head.GetByLabel("Chức vụ người giữ nửa khóa 2").FillAsync("Thư ký hội nghị");
        await head.GetByLabel("Ngày cuối bỏ phiếu").FillAsync("30/11/2026");
        await head.HasNoBarriersAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Mở cuộc bỏ phiếu" }).ClickAsync();
        await Expect(head.Locator(".key")).ToHaveCountAsync(2);
        var keys = await head.Locator(".key").AllInnerTextsAsync();
        await head.GetByLabel("Đã trao hai nửa khóa cho hai người giữ").CheckAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Đến cuộc bỏ phiếu" }).ClickAsync();
        await Expect(head.GetByText("Đã bỏ phiếu: 0/5 đơn vị")).ToBeVisibleAsync();
        await Expect(head.Locator(".key")).ToHaveCountAsync(0);
        var ballot = new Uri(head.Url).Segments[^1];
        foreach (var (unit, choice) in new[] { ("so-a", "so-b"), ("so-c", "so-b"), ("so-d", "so-b"), ("so-e", null) })
        {
            await VotesAsync(scene, ballot, unit, choice);
        }

        var phone = await scene.SignInAsync("so-b", options: new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await phone.GetByRole(AriaRole.Link, new() { Name = "Bỏ phiếu", Exact = true }).ClickAsync();
        await Expect(phone.GetByText("không lưu đơn vị nào bỏ cho ai")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Cử người bỏ phiếu" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await phone.GetByLabel("Đơn vị so-c").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Xem lại phiếu" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Xác nhận phiếu" })).ToBeFocusedAsync();
        await Expect(phone.GetByText("Phiếu đã bỏ không đổi được.")).ToBeVisibleAsync();
        await Expect(phone.GetByText("Bỏ phiếu kín: không ai biết đơn vị bỏ cho ai.")).ToBeVisibleAsync();
        await phone.HasNoBarriersAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Bỏ phiếu", Exact = true }).ClickAsync();
        await Expect(phone.GetByText("Phiếu của đơn vị đã ghi nhận.")).ToBeVisibleAsync();
        // It was taken, so its body had exactly the length that all have: the program refuses any other.
        Assert.DoesNotContain("so-c", await KeptAsync(phone), StringComparison.Ordinal);
        Assert.DoesNotContain("so-c", await phone.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await head.ReloadAsync();
        await Expect(head.GetByText("Đã bỏ phiếu: 5/5 đơn vị")).ToBeVisibleAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "Kết thúc và kiểm phiếu" }).ClickAsync();
        await head.GetByLabel("Nửa khóa 1 (Trưởng ban kiểm phiếu)").FillAsync(keys[0]);
        await head.GetByLabel("Nửa khóa 2 (Thư ký hội nghị)").FillAsync(keys[1]);
        await head.GetByLabel("Số đơn vị có mặt").FillAsync("5");
        await head.GetByRole(AriaRole.Button, new() { Name = "Kết thúc và kiểm phiếu" }).ClickAsync();
        await Expect(Row(head, "Kết quả", "so-b").Locator("td")).ToHaveTextAsync(["✓ Trúng", "3", "5"]);
        await Expect(Row(head, "Kết quả", "so-c").Locator("td")).ToHaveTextAsync(["○ Không trúng", "1", "5"]);

        await phone.ReloadAsync();
        await Expect(Row(phone, "Kết quả", "so-b")).ToContainTextAsync("Trúng");
        await Expect(phone.GetByText("Phiếu của đơn vị đã ghi nhận.")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_gap_of_a_dossier_leads_to_its_field_and_is_gone_once_it_is_filled_and_what_is_whole_is_sent()
    {
        await using var scene = await BlocAsync();
        await NominatedAsync(scene, "so-b");
        await TakesThePlaceLeftAsync(scene, "so-b");
        var page = await scene.SignInAsync("so-b", $"{OfUnit}/dossiers/{Flag}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập hồ sơ" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Chưa có báo cáo thành tích." }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Báo cáo thành tích" })).ToBeFocusedAsync();
        // The bloc's ballot says how the vote ended, and nobody types it.
        await Expect(page.GetByText("Lấy từ cuộc bỏ phiếu của khối, kiểm phiếu ngày 20/11/2026; không nhập ở đây.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Ghi kết quả bỏ phiếu")).ToHaveCountAsync(0);
        await page.HasNoBarriersAsync();
        await page.GetByLabel("Sơ lược đặc điểm, tình hình").FillAsync("Đơn vị có 40 người.");
        await page.GetByLabel("Thành tích đạt được").FillAsync("Vượt mọi chỉ tiêu.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Đã lưu hồ sơ.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Chưa có báo cáo thành tích." })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Các hình thức đã được khen thưởng" }).ClickAsync();
        await Expect(page.GetByLabel("Các hình thức đã được khen thưởng")).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hỏi ý kiến một cơ quan" })).ToHaveCountAsync(0);
        using var unit = await scene.App.OfficerAsync("so-b");
        var address = new Uri($"{BlocYear}/dossiers/{Flag}/so-b", UriKind.Relative);
        var tag = (await unit.GetAsync(address, TestContext.Current.CancellationToken)).Headers.ETag!.ToString();
        var whole = DossiersOf.Whole();
        (whole["minutes"], whole["report"]!["until"]) = (new JsonObject { ["day"] = "2026-11-18", ["place"] = "Hội trường" }, "2026-11-15");
        await unit.PutAsync($"{address}", whole, tag);

        await page.GetByRole(AriaRole.Button, new() { Name = "Thôi", Exact = true }).ClickAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("Hồ sơ đã đủ.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Kết quả bỏ phiếu: ✓ Được bình chọn")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Ngày nộp")).ToHaveCountAsync(0); // a unit sends today; the office alone may write another day
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        await Expect(page.GetByText("Đã ghi hồ sơ được nộp.")).ToBeVisibleAsync();
        await Expect(page.GetByText("đã nộp 20/11/2026")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sửa", Exact = true })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Trả lại hồ sơ" })).ToHaveCountAsync(0);

        var office = await scene.SignInAsync("office", $"{OfUnit}/dossiers/{Flag}");
        await office.GetByRole(AriaRole.Button, new() { Name = "Trả lại hồ sơ" }).ClickAsync();
        dialog = office.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Lý do").FillAsync("Thiếu xác nhận của cơ quan thuế.");
        await dialog.GetByLabel("Số và ký hiệu").FillAsync("12/CV-BTĐ");
        await office.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Trả lại hồ sơ" }).ClickAsync();
        await Expect(office.GetByText("Thiếu xác nhận của cơ quan thuế.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sửa", Exact = true })).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task No_view_of_awards_shuts_anybody_out_or_is_too_wide_for_a_phone()
    {
        await using var scene = await BlocAsync();
        await NominatedAsync(scene, "so-b", "so-c");
        using var head = await scene.App.OfficerAsync("so-a");
        using var office = scene.App.Admin();
        await head.PutAsync($"{BlocYear}/ballots/bau", JsonNode.Parse($$"""{"question":{"title":"Bình chọn","award":"{{Flag}}","secrecy":"secret"},"keepers":[{"post":"Trưởng ban kiểm phiếu"},{"post":"Thư ký"}]}""")!);
        await VotesAsync(scene, "bau", "so-d", "so-b");
        await head.PutAsync($"{BlocYear}/dossiers/{Flag}/so-b", JsonNode.Parse("""{"report":{"sections":[{"section":"thanh-tich","text":"Vượt chỉ tiêu."}]}}""")!);
        await head.PutAsync($"{BlocYear}/dossiers/{Flag}/so-b/opinions/cong-an", JsonNode.Parse("""{"body":"Công an tỉnh","askedOn":"2026-11-20"}""")!);
        foreach (var (year, number) in new[] { (2024, "11/QĐ"), (2025, "12/QĐ") })
        {
            await office.PutAsync($"/api/cycles/{year}/decisions/qd", JsonNode.Parse($$"""{"paper":{"kind":"Quyết định","number":"{{number}}","day":"{{year + 1}}-02-01","issuer":"UBND tỉnh"},"signerPost":"Chủ tịch","titles":[{"unit":"so-b","award":"{{Flag}}"}]}""")!);
        }

        var page = await scene.SignInAsync("so-b");
        await scene.HasNoBarriersAtAsync(page, OfUnit, $"{OfUnit}?tab=ballots", $"{OfUnit}?tab=dossiers", $"{OfUnit}?tab=titles", $"{OfUnit}/ballots/bau", $"{OfUnit}/dossiers/{Flag}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa", Exact = true }).ClickAsync();
        await page.HasNoBarriersAsync();
        await page.GotoAsync(scene.Address(OfUnit));
        await page.GetByRole(AriaRole.Button, new() { Name = $"Sửa đề nghị – {FlagTitle}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "Sửa đề nghị" })).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        await page.GotoAsync(scene.Address($"{OfUnit}?tab=titles"));
        await Expect(page.GetByText($"{FlagTitle}: 2 năm liên tục (2024–2025)")).ToBeVisibleAsync();

        await office.PutAsync($"{BlocYear}/suspensions/so-c", JsonNode.Parse("""{"cause":"inspection","since":"2026-11-19","reason":"Đang thanh tra"}""")!);
        var leader = await scene.SignInAsync("so-a");
        await scene.HasNoBarriersAtAsync(leader, $"{OfBloc}/nominations", $"{OfBloc}/ballots", $"{OfBloc}/ballots/bau", $"{OfBloc}/dossiers");
        await leader.GotoAsync(scene.Address($"{OfBloc}/nominations"));
        await Expect(leader.GetByText("Có 2 đề nghị, vượt mức tối đa 1").First).ToBeVisibleAsync();
        await Expect(leader.GetByText("Đang tạm dừng xét khen thưởng: Đơn vị so-c.")).ToBeVisibleAsync();
        await Expect(leader.GetByText("không được đưa ra phiên họp Hội đồng")).ToBeVisibleAsync();
        await leader.GotoAsync(scene.Address($"{OfBloc}/ballots"));
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ghi bỏ phiếu bằng giấy" }).ClickAsync();
        await leader.HasNoBarriersAsync();

        await leader.GotoAsync(scene.Address($"{OfUnit}/dossiers/{Flag}"));
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ghi trả lời – Công an tỉnh" }).ClickAsync();
        await leader.GetByLabel("Nội dung trả lời").FillAsync("Không có vụ việc.");
        await leader.GetByLabel("Có văn bản trả lời").CheckAsync();
        await leader.GetByLabel("Số và ký hiệu").FillAsync("55/CV-CAT");
        await leader.HasNoBarriersAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(Row(leader, "Ý kiến các cơ quan", "Công an tỉnh")).ToContainTextAsync("Công văn 55/CV-CAT");
        await HoldsAsync(scene, head, leader);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    /// <summary>Five units in a bloc of the year that so-a leads.</summary>
    private async Task<PortalScene> BlocAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, Units);
        return scene;
    }

    private static async Task NominatedAsync(PortalScene scene, params string[] units)
    {
        foreach (var unit in units)
        {
            using var officer = await scene.App.OfficerAsync(unit);
            await officer.PutAsync($"{BlocYear}/nominations/{Flag}/{unit}", new JsonObject());
        }
    }

    /// <summary>All that a browser has kept: address, history, storage of the session and of the machine, databases.</summary>
    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
          const all = [location.href, JSON.stringify(history.state), JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage })];
          for (const { name } of await indexedDB.databases()) {
            const open = await new Promise((done, fail) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); asked.onerror = fail; });
            for (const store of open.objectStoreNames) {
              const entries = open.transaction(store).objectStore(store);
              for (const ask of [entries.getAllKeys(), entries.getAll()]) {
                all.push(JSON.stringify(await new Promise((done, fail) => { ask.onsuccess = () => done(ask.result); ask.onerror = fail; })));
              }
            }
            open.close();
          }
          return all.join('\n');
        }
        """);
}

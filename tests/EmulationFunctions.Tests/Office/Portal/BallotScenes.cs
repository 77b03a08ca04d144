using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Office.Portal.BlocPages;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Ballots of the bloc that so-a leads, held in the browser or beside it.</summary>
internal static class BallotScenes
{
    public const string Flag = "co-thi-dua-chinh-phu";
    public const string OfBloc = $"/portal/bloc/2026/nam/{BlocOf.Bloc}/so-a";

    /// <summary>Two ballots on paper leave a place, and the head writes down which unit takes it; the minutes of the count are among the papers.</summary>
    public static async Task TakesThePlaceLeftAsync(PortalScene scene, string unit)
    {
        using var head = await scene.App.OfficerAsync("so-a");
        foreach (var (ballot, after) in new (string, string?)[] { ("giay", null), ("giay-lai", "giay") })
        {
            var question = new JsonObject { ["title"] = $"Bình chọn {ballot}", ["award"] = Flag, ["secrecy"] = "secret", ["after"] = after, ["choices"] = after is null ? [] : new JsonArray(unit) };
            var held = JsonNode.Parse($$"""{"on":"2026-11-20","issued":5,"returned":5,"notReturned":0,"valid":5,"invalid":0,"blank":0,"present":5,"votes":[{"unit":"{{unit}}","votes":2}]}""")!;
            held["question"] = question;
            await head.PutAsync($"{BlocYear}/ballots/{ballot}/paper", held);
        }

        var page = await scene.SignInAsync("so-a", $"{OfBloc}/ballots/giay-lai");
        await Expect(page.GetByText("ít nhất 2/3")).ToBeVisibleAsync();
        await Expect(page.GetByText("Khối trưởng, Khối phó quyết định")).ToBeVisibleAsync();
        await Expect(page.GetByText("Lần bỏ phiếu cuối còn 1 vị trí")).ToBeVisibleAsync();
        var fill = page.GetByRole(AriaRole.Button, new() { Name = "Ghi đơn vị cho vị trí còn lại" });
        await fill.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel($"Đơn vị {unit}").CheckAsync();
        await dialog.GetByLabel("Lý do").FillAsync("Khối trưởng, Khối phó thống nhất.");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(Row(page, "Kết quả", unit)).ToContainTextAsync("✓ Trúng");
        await Expect(fill).ToHaveCountAsync(0);
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và in biên bản kiểm phiếu" }).ClickAsync();
        await Expect(page.Locator(".printed")).ToContainTextAsync($"Đơn vị {unit}");
        await page.HasNoBarriersAsync();

        await page.GotoAsync(scene.Address($"/portal/papers/2026/nam/{BlocOf.Bloc}/so-a"));
        await page.GetByText("Bình chọn giay-lai", new() { Exact = true }).ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải về – Biên bản kiểm phiếu, Bình chọn giay-lai" }).ClickAsync());
        Assert.EndsWith(".docx", saved.SuggestedFilename, StringComparison.Ordinal);
        await page.HasNoBarriersAsync();
    }

    /// <summary>An open ballot with an absent unit that writes, a tie at its last place, a run-off that is annulled, and who passes in the end.</summary>
    public static async Task HoldsAsync(PortalScene scene, HttpClient head, IPage leader)
    {
        await head.PutAsync($"{BlocYear}/ballots/cho-hop", JsonNode.Parse("""{"question":{"title":"Chọn đơn vị đăng cai","secrecy":"open","choices":["so-b","so-c"],"seats":1,"threshold":{"part":1,"of":5},"base":"allVoters","absentees":"inWriting","tie":"chairDecides","rounds":2}}""")!);
        foreach (var (unit, choice) in new[] { ("so-a", "so-b"), ("so-b", "so-b"), ("so-d", "so-c") })
        {
            await VotesAsync(scene, "cho-hop", unit, choice);
        }

        await leader.GotoAsync(scene.Address($"{OfBloc}/ballots/cho-hop"));
        await WritesAsync("Đơn vị so-e", "Đơn vị so-b", "31/CV");
        await leader.HasNoBarriersAsync();
        await Save().ClickAsync();
        await Expect(leader.GetByText("Đã có ý kiến bằng văn bản: Đơn vị so-e")).ToBeVisibleAsync();
        // It was misread: all of it is written again, but for the paper.
        await WritesAsync("Đơn vị so-e (đã ghi)", "Đơn vị so-c", null);
        await Expect(leader.GetByLabel("Số và ký hiệu")).ToHaveValueAsync("31/CV");
        await Save().ClickAsync();
        await Expect(leader.GetByRole(AriaRole.Heading, new() { Name = "Ghi ý kiến bằng văn bản" })).ToHaveCountAsync(0);

        await leader.GetByRole(AriaRole.Button, new() { Name = "Kết thúc và kiểm phiếu" }).ClickAsync();
        await leader.GetByLabel("Lý do kết thúc sớm").FillAsync("Đơn vị so-c vắng.");
        await leader.HasNoBarriersAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Kết thúc và kiểm phiếu" }).ClickAsync();
        await Expect(Row(leader, "Kết quả", "so-b").Locator("td")).ToHaveTextAsync(["⚠ Bằng phiếu, chờ phân định", "2", "0", "5"]);
        await Expect(Row(leader, "Kết quả", "so-c").Locator("td")).ToHaveTextAsync(["⚠ Bằng phiếu, chờ phân định", "1", "1", "5"]);
        await Expect(Row(leader, "Ý kiến bằng văn bản", "so-e")).ToContainTextAsync("Đơn vị so-c");

        await leader.GetByRole(AriaRole.Button, new() { Name = "Bỏ phiếu lần nữa" }).ClickAsync();
        await Expect(leader.GetByLabel("Nội dung bỏ phiếu")).ToHaveValueAsync("Chọn đơn vị đăng cai – lần 2");
        await leader.HasNoBarriersAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Bỏ phiếu lần nữa" }).ClickAsync();
        await Expect(leader.GetByText("Đã bỏ phiếu: 0/5 đơn vị")).ToBeVisibleAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Hủy cuộc bỏ phiếu" }).ClickAsync();
        var dialog = leader.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Lý do").FillAsync("Mở nhầm.");
        await leader.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hủy cuộc bỏ phiếu" }).ClickAsync();
        await Expect(leader.GetByText("Cuộc bỏ phiếu bị hủy ngày 20/11/2026: Mở nhầm.")).ToBeVisibleAsync();

        await leader.GotoAsync(scene.Address($"{OfBloc}/ballots/cho-hop"));
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ghi phân định bằng phiếu" }).ClickAsync();
        await dialog.GetByLabel("Đơn vị so-b").CheckAsync();
        await dialog.GetByLabel("Lý do").FillAsync("Chủ tọa chọn đơn vị chưa đăng cai lần nào.");
        await leader.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(Row(leader, "Kết quả", "so-b")).ToContainTextAsync("✓ Trúng");
        await Expect(Row(leader, "Kết quả", "so-c")).ToContainTextAsync("Không trúng");

        ILocator Save() => leader.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true });

        async Task WritesAsync(string unit, string choice, string? number)
        {
            await leader.GetByRole(AriaRole.Button, new() { Name = "Ghi ý kiến bằng văn bản" }).ClickAsync();
            await leader.GetByLabel("Đơn vị vắng mặt").SelectOptionAsync(new SelectOptionValue { Label = unit });
            await leader.GetByRole(AriaRole.Group, new() { Name = "Đơn vị được chọn" }).GetByLabel(choice).CheckAsync();
            if (number is not null)
            {
                await leader.GetByLabel("Loại văn bản").FillAsync("Công văn");
                await leader.GetByLabel("Số và ký hiệu").FillAsync(number);
            }
        }
    }

    /// <summary>A vote by another client than the page, as long as all are; blank without a choice.</summary>
    public static async Task VotesAsync(PortalScene scene, string ballot, string unit, string? choice)
    {
        using var officer = await scene.App.OfficerAsync(unit);
        await officer.PutAsync($"{BlocYear}/ballots/{ballot}/voters/{unit}", new JsonObject());
        var vote = new JsonObject { ["choices"] = choice is null ? [] : new JsonArray(choice), ["isBlank"] = choice is null, ["padding"] = "" };
        vote["padding"] = new string('.', 4096 - Encoding.UTF8.GetByteCount(vote.ToJsonString()));
        await officer.PostAsync($"{BlocYear}/ballots/{ballot}/votes/{unit}", vote);
    }
}

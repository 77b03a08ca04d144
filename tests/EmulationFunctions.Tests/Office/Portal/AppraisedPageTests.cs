using EmulationFunctions.Tests.Year.Appraisals;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a unit says to points that appraisers gave it.</summary>
public sealed class AppraisedPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"2026/nam/{BlocOf.Bloc}/so-b";

    [Fact]
    public async Task A_unit_explains_its_side_to_the_points_of_a_closed_round()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", $"/portal/sheet/{Place}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Điểm thẩm định và giải trình" }).ClickAsync();

        await Expect(page.GetByText("Khối trưởng cho 35")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Tạm tính đến vòng 1" })).ToBeVisibleAsync();
        await page.GetByLabel("Giải trình của đơn vị").FillAsync("Kế hoạch đã ban hành trước kỳ kiểm tra.");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Giải trình của đơn vị")).ToHaveValueAsync("Kế hoạch đã ban hành trước kỳ kiểm tra.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi giải trình" }).ClickAsync();

        await Expect(page.GetByText("Đang lưu: Kế hoạch đã ban hành trước kỳ kiểm tra.")).ToBeVisibleAsync();
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_unit_complains_of_a_criterion_and_withdraws_it()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", $"/portal/complaints/{Place}");

        await page.GetByLabel("Về tiêu chí").SelectOptionAsync("I.1");
        await page.GetByLabel("Nội dung kiến nghị").FillAsync("Đề nghị xem lại điểm tiêu chí I.1.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi kiến nghị" }).ClickAsync();
        var complaint = page.GetByRole(AriaRole.Region, new() { Name = "Kiến nghị số 1" });
        await Expect(complaint).ToContainTextAsync("Chờ trả lời");
        await complaint.GetByRole(AriaRole.Button, new() { Name = "Rút kiến nghị…" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Rút kiến nghị" }).ClickAsync();

        await Expect(complaint).ToContainTextAsync("Đã khép lại");
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task Before_the_appraisal_begins_no_round_is_called_open_and_no_points_official()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        await scene.App.SubmitsAsync("so-b", ("I", 55m), ("II", 35m));

        var page = await scene.SignInAsync("so-a", $"/portal/bloc/2026/nam/{BlocOf.Bloc}/so-a/sheet/so-b");

        var facts = page.Locator("dl.facts");
        await Expect(facts).ToContainTextAsync("Tạm tính theo điểm tự chấm");
        await Expect(facts).ToContainTextAsync("chưa mở");
        await Expect(facts).Not.ToContainTextAsync("đang mở");
        await Expect(page.GetByText("Chính thức")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ghi điểm" })).ToHaveCountAsync(0);
        await Expect(facts.GetByText("Đã nộp")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("good"));
    }

    /// <summary>The head gave criterion I.1 35 of 40 points, and the first round is closed.</summary>
    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync(AppraisalsOf.Form with { Appraisal = new(Rounds: 2) });
        using var head = await scene.App.OfficerAsync(AppraisalsOf.Head);
        await head.DoneAsync(AppraisalsOf.Appraises(1, null, AppraisalsOf.Entry("I.1", 35)));
        (await head.CloseAsync(1)).EnsureSuccessStatusCode();
        return scene;
    }
}

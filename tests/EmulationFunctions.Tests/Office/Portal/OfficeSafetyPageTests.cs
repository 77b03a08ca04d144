using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What the office does in the browser that is not easily taken back: the trail, names of people, void criteria.</summary>
public sealed class OfficeSafetyPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private static readonly SchemeContent Scheme = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40));

    [Fact]
    public async Task The_office_saves_and_checks_the_trail_and_erases_names_only_after_writing_the_blocs_name_again()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        var page = await scene.SignInAsync("office", "/portal/office/operations");

        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "↓ Tải nhật ký", Exact = true }).ClickAsync());
        Assert.EndsWith(".csv", saved.SuggestedFilename, StringComparison.Ordinal);
        await page.GetByText("Nhật ký của riêng một việc").ClickAsync();
        await page.GetByLabel("Việc", new() { Exact = true }).SelectOptionAsync("Roster");
        var one = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải nhật ký của việc này" }).ClickAsync());
        Assert.Contains("Test", await File.ReadAllTextAsync((await one.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Kiểm tra này không bảo đảm được").Or(page.GetByRole(AriaRole.Alert))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa tên người…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var yes = dialog.GetByRole(AriaRole.Button, new() { Name = "Xóa tên người", Exact = true });
        await dialog.GetByLabel("Năm").FillAsync("2026");
        await dialog.GetByLabel("Khối (bắt buộc)").SelectOptionAsync(Bloc);
        await dialog.GetByLabel("Lý do").FillAsync("Hết thời hạn lưu.");
        await Expect(yes).ToBeDisabledAsync();
        await dialog.GetByLabel("Để xác nhận").FillAsync($"Khối {Bloc}");
        await page.HasNoBarriersAsync();
        await yes.ClickAsync();

        await Expect(page.GetByText("Đã xóa tên của 0 người.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task The_office_declares_a_criterion_in_use_void_and_sees_the_form_as_units_do()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        await scene.App.SubmitsAsync("so-b", ("I", 50m), ("II", 30m));
        var page = await scene.SignInAsync("office", "/portal/office/scheme/bang-diem");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Cây tiêu chí" }).GetByRole(AriaRole.Button).Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Không áp dụng nữa…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Lý do").FillAsync("Văn bản bị bãi bỏ.");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Không áp dụng nữa", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem như đơn vị thấy" }).ClickAsync();
        await Expect(BlocPages.Row(page, "Bảng điểm", "Tiêu chí II")).ToContainTextAsync("không áp dụng");

        using var admin = scene.App.Admin();
        var scheme = new Uri("/api/schemes/bang-diem", UriKind.Relative);
        var tag = (await admin.GetAsync(scheme, TestContext.Current.CancellationToken)).Headers.ETag!.ToString();
        await admin.PutAsync($"{scheme}", JsonNode.Parse((Scheme with { Title = "Bảng điểm mới" }).ToJson())!, tag);
        await page.ReloadAsync();
        await Expect(page.GetByText("Bảng điểm mới, bản 2")).ToBeVisibleAsync();
        await page.GetByLabel("Bản", new() { Exact = true }).SelectOptionAsync("1");
        await Expect(page.GetByText("Bảng điểm, bản 1")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }
}

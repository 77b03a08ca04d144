using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Nothing that was typed into a score form is lost.</summary>
public sealed class SheetPageLossTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/sheet/2026/nam/{BlocOf.Bloc}/so-b";

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_repeated_by_itself()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        var lost = 0;
        await page.RouteAsync("**/scores", async route =>
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

        await page.Points("I.1").FillAsync("31");

        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        Assert.True(lost > 1);
        Assert.Equal(31m, await SavedAsync(scene));
    }

    [Fact]
    public async Task An_upload_whose_line_was_lost_in_the_middle_is_repeated_and_is_one_file()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        var lost = 0;
        await page.RouteAsync("**/evidence?*", async route =>
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

        await page.Upload("I.1").SetInputFilesAsync(new FilePayload { Name = "bao-cao.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(1) });

        await Expect(page.Line("I.1").Locator(".proofs li")).ToHaveCountAsync(1);
        Assert.Equal(2, lost);
        await page.ReloadAsync();
        await Expect(page.Line("I.1").Locator(".proofs li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_empty_file_is_refused_in_words()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);

        await page.Upload("I.1").SetInputFilesAsync(new FilePayload { Name = "rong.pdf", MimeType = "application/pdf", Buffer = [] });

        await Expect(page.Line("I.1").GetByText("Tệp rỗng (0 byte)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_without_a_line_survives_a_reload_and_is_saved_when_the_line_is_back()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        await Expect(page.Points("I.1")).ToBeVisibleAsync();
        await page.RouteAsync("**/scores", route => route.AbortAsync());
        await page.Points("I.1").FillAsync("22,5");
        await page.Said("I.1").FillAsync("Viết khi mất mạng.");
        await Expect(page.GetByText("Chưa lưu được:")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

        await page.ReloadAsync();
        await Expect(page.Points("I.1")).ToHaveValueAsync("22,5");
        await Expect(page.Said("I.1")).ToHaveValueAsync("Viết khi mất mạng.");
        await page.UnrouteAllAsync();

        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(22.5m, await SavedAsync(scene));
    }

    [Fact]
    public async Task A_second_tab_does_not_overwrite_the_first_and_asks_where_both_changed_the_same()
    {
        await using var scene = await OpenAsync();
        var first = await scene.SignInAsync("so-b", Place);
        await Expect(first.Points("I.1")).ToBeVisibleAsync();
        var second = await scene.SignInAsync("so-b", Place);
        await Expect(second.Points("I.1")).ToBeVisibleAsync();

        await first.Points("I.1").FillAsync("30");
        await Expect(first.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await second.Points("I.2").FillAsync("2");
        await Expect(second.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await Expect(second.Points("I.1")).ToHaveValueAsync("30");

        await first.Points("I.2").FillAsync("4");
        var dialog = first.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("2 lần");
        await Expect(dialog).ToContainTextAsync("4 lần");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Bản bạn vừa nhập" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu lựa chọn" }).ClickAsync();

        await Expect(first.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await second.ReloadAsync();
        await Expect(second.Points("I.1")).ToHaveValueAsync("30");
        await Expect(second.Points("I.2")).ToHaveValueAsync("4");
    }

    [Fact]
    public async Task An_expired_sign_in_asks_again_and_keeps_what_was_typed()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("so-b", Place);
        await Expect(page.Points("I.1")).ToBeVisibleAsync();
        await page.Context.RouteAsync("**/token", route => route.Request.PostData?.Contains("refresh_token", StringComparison.Ordinal) == true ? route.AbortAsync() : route.ContinueAsync());
        scene.App.Clock.Now += TimeSpan.FromHours(2);

        await page.Points("I.1").FillAsync("27");
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Phiên đăng nhập đã hết hạn" });
        var second = await page.Context.RunAndWaitForPageAsync(() => asked.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại (mở thẻ mới)" }).ClickAsync());
        await second.Locator("[data-person='so-b']").ClickAsync();

        await Expect(page.Points("I.1")).ToHaveValueAsync("27");
        await Expect(page.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        Assert.Equal(27m, await SavedAsync(scene));
    }

    private static async Task<decimal> SavedAsync(PortalScene scene)
    {
        using var officer = await scene.App.OfficerAsync("so-b");
        var sheet = await officer.GetAsync(BlocOf.SheetAddress("so-b"), TestContext.Current.CancellationToken).JsonAsync();
        return (decimal)sheet["scores"]!.AsArray().Single(entry => (string)entry!["criterion"]! == "I.1")!["points"]!;
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(SheetWorld.SmallScheme, "so-a", "so-b");
        return scene;
    }
}

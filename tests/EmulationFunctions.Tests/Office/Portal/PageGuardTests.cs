using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Nobody leaves a form whose changes are not saved without being asked, whichever way.</summary>
public sealed class PageGuardTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"2026/nam/{Bloc}/so-a";

    [Fact]
    public async Task The_back_button_asks_before_what_was_typed_is_lost_and_stays_or_goes_as_one_says()
    {
        await using var scene = await OpenAsync();
        var (page, asked) = await WritingAsync(scene);

        await page.EvaluateAsync("history.back()");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Expect(page.GetByLabel("Nội dung", new() { Exact = true })).ToHaveValueAsync("Cùng nhau thi đua.");
        await Expect(page).ToHaveURLAsync(scene.Address($"/portal/pact/{Place}"));

        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.EvaluateAsync("history.back()");
        await Expect(page).ToHaveURLAsync(scene.Address("/portal/about"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Về trang này");

        // Nothing is left to be lost: forward and back go freely.
        await page.GoForwardAsync();
        await Expect(page).ToHaveURLAsync(scene.Address($"/portal/pact/{Place}"));
        Assert.Empty(scene.Faults);
    }

    [Fact]
    public async Task A_link_and_another_load_ask_too_and_after_saving_nobody_asks()
    {
        await using var scene = await OpenAsync();
        var (page, asked) = await WritingAsync(scene);

        await page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" }).ClickAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Expect(page.GetByLabel("Nội dung", new() { Exact = true })).ToHaveValueAsync("Cùng nhau thi đua.");
        Assert.False(await page.EvaluateAsync<bool>("dispatchEvent(new Event('beforeunload', { cancelable: true }))"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByText("Cùng nhau thi đua.")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("dispatchEvent(new Event('beforeunload', { cancelable: true }))"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Năm của tôi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Năm của tôi");
    }

    [Fact]
    public async Task A_dialog_with_something_typed_asks_before_it_is_closed_by_escape_and_one_without_does_not()
    {
        await using var scene = await OpenAsync();
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync($"/api/cycles/2026/blocs/{Bloc}/meetings/tong-ket", """{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2026-11-20"}}""");
        var page = await scene.SignInAsync("so-a", $"/portal/bloc/{Place}/meetings/tong-ket");
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialogs == 1 ? dialog.DismissAsync() : dialog.AcceptAsync();
        };
        var shown = page.GetByRole(AriaRole.Dialog);
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Thêm kết luận" });

        await add.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(shown).ToHaveCountAsync(0);
        Assert.Equal(0, dialogs);

        await add.ClickAsync();
        await shown.GetByLabel("Nội dung").FillAsync("Rà soát thủ tục.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(shown.GetByLabel("Nội dung")).ToHaveValueAsync("Rà soát thủ tục.");
        Assert.Equal(1, dialogs);
        await shown.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await Expect(shown).ToHaveCountAsync(0);
        Assert.Equal(2, dialogs);
    }

    [Fact]
    public async Task Who_was_overtaken_reads_it_in_words_and_loads_the_page_again_to_see_what_it_is_now()
    {
        await using var scene = await OpenAsync();
        using var head = await scene.App.OfficerAsync("so-a");
        const string Pact = $"/api/cycles/2026/blocs/{Bloc}/pact";
        var tag = await head.PutsAsync(Pact, PactsOf.Plain);
        var page = await scene.SignInAsync("so-a", $"/portal/pact/{Place}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa giao ước" }).ClickAsync();
        await page.GetByLabel("Nội dung", new() { Exact = true }).FillAsync("Bản của tôi.");
        await head.PutsAsync(Pact, PactsOf.Plain.Replace("Cùng nhau", "Tích cực", StringComparison.Ordinal), tag);

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nội dung đã được người khác thay đổi");
        await Expect(page.GetByLabel("Nội dung", new() { Exact = true })).ToHaveValueAsync("Bản của tôi.");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lại trang" }).ClickAsync();

        await Expect(page.GetByText("Tích cực thi đua.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Bản của tôi.")).ToHaveCountAsync(0);
    }

    /// <summary>A head has come to the pact by a link, and typed; what it is asked is answered with no the first time.</summary>
    private static async Task<(IPage Page, TaskCompletionSource Asked)> WritingAsync(PortalScene scene)
    {
        var page = await scene.SignInAsync("so-a", "/portal/about");
        await page.EvaluateAsync($"const link = document.createElement('a'); link.href = '/portal/pact/{Place}'; document.body.append(link); link.click(); link.remove();");
        await page.GetByRole(AriaRole.Button, new() { Name = "Soạn giao ước" }).ClickAsync();
        await page.GetByLabel("Nội dung", new() { Exact = true }).FillAsync("Cùng nhau thi đua.");
        // What was typed is held from the next picture on.
        await page.WaitForFunctionAsync("() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))");
        var asked = new TaskCompletionSource();
        void Answer(object? sender, IDialog dialog)
        {
            page.Dialog -= Answer;
            _ = dialog.DismissAsync();
            asked.TrySetResult();
        }

        page.Dialog += Answer;
        return (page, asked);
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        return scene;
    }
}

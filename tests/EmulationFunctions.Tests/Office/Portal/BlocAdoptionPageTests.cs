using System.Text.Json.Nodes;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Adopting what a bloc writes, and what stood before.</summary>
public sealed class BlocAdoptionPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/bloc/2026/nam/{Bloc}/so-a";
    private const string Year = $"/api/cycles/2026/blocs/{Bloc}";

    [Fact]
    public async Task Adopting_a_plan_names_the_meeting_that_adopted_it()
    {
        await using var scene = await OpenAsync();
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync($"{Year}/meetings/phat-dong", """{"kinds":["launch"],"title":"Hội nghị phát động","when":{"day":"2026-11-20"}}""");
        await head.PutsAsync($"{Year}/plan", """{"objectives":["Trả hồ sơ đúng hạn."]}""");
        var page = await scene.SignInAsync("so-a", $"{Place}/plan");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa kế hoạch" }).ClickAsync();
        await page.GetByLabel("Kế hoạch đã được thông qua").CheckAsync();
        await page.GetByLabel("Ngày thông qua").FillAsync("20/11/2026");
        await page.GetByLabel("Thông qua tại hội nghị").SelectOptionAsync(new SelectOptionValue { Label = "Hội nghị phát động (2026)" });
        await page.HasNoBarriersAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("Đã thông qua 20/11/2026")).ToBeVisibleAsync();
        Assert.Equal("phat-dong", (string)(await head.ReadsAsync($"{Year}/plan"))["adopted"]!["meeting"]!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa kế hoạch" }).ClickAsync();
        await Expect(page.GetByLabel("Thông qua tại hội nghị").Locator("option:checked")).ToHaveTextAsync("Hội nghị phát động (2026)");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task What_is_wrong_in_a_regulation_stands_at_its_field_and_earlier_versions_can_be_read()
    {
        await using var scene = await OpenAsync();
        using var head = await scene.App.OfficerAsync("so-a");
        var tag = await head.PutsAsync($"{Year}/regulation", """{"settings":{},"articles":[{"title":"Biểu quyết","text":"Mỗi đơn vị một phiếu."}]}""");
        await head.PostAsync($"{Year}/regulation/adoption", JsonNode.Parse("""{"day":"2026-11-19"}""")!, tag);
        var page = await scene.SignInAsync("so-a", $"{Place}/regulation");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa quy chế" }).ClickAsync();
        await page.GetByLabel("Nội dung, mỗi khoản").FillAsync("Khối trưởng có phiếu quyết định.");
        await page.GetByLabel("Tỷ lệ tán thành để thông qua").FillAsync("2/3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        var wrong = page.GetByLabel("Tỷ lệ tính trên");
        await Expect(wrong).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(wrong).ToBeFocusedAsync();
        await wrong.SelectOptionAsync("present");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Expect(page.GetByText("Khối trưởng có phiếu quyết định.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Mỗi đơn vị một phiếu.")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem bản 1" }).ClickAsync();
        await Expect(page.GetByText("Mỗi đơn vị một phiếu.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        return scene;
    }
}

using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What a head writes for the year in the browser: plan, regulation, movements.</summary>
public sealed class BlocPapersPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Place = $"/portal/bloc/2026/nam/{Bloc}/so-a";

    private static readonly SchemeContent Scheme = SchemeSamples.Of(SchemeSamples.Direct("I", null, 100));

    [Fact]
    public async Task A_head_writes_plan_and_regulation_records_the_adoption_and_launches_a_movement()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        var page = await scene.SignInAsync("so-a", $"{Place}/plan");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Lưu" });

        await page.GetByRole(AriaRole.Button, new() { Name = "kế hoạch" }).ClickAsync();
        await page.GetByLabel("Mục tiêu, nhiệm vụ").FillAsync("Trả hồ sơ đúng hạn.\nSố hóa hồ sơ.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm nhóm giải pháp" }).ClickAsync();
        await page.GetByLabel("Tên nhóm").FillAsync("Tuyên truyền");
        await page.HasNoBarriersAsync();
        await save.ClickAsync();
        await Expect(page.GetByText("Số hóa hồ sơ.")).ToBeVisibleAsync();

        await page.ChooseAsync("Kế hoạch, giao ước", "Quy chế");
        await page.GetByRole(AriaRole.Button, new() { Name = "Soạn quy chế" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm điều" }).ClickAsync();
        await page.GetByLabel("Tên điều").FillAsync("Biểu quyết");
        await page.GetByLabel("Nội dung, mỗi khoản").FillAsync("Mỗi đơn vị một phiếu.");
        await page.GetByLabel("Số đơn vị cần có mặt").FillAsync("2/3");
        await page.HasNoBarriersAsync();
        await save.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi việc thông qua" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Đồng ý" }).ClickAsync();
        await Expect(page.GetByText("Đã thông qua 20/11/2026")).ToBeVisibleAsync();
        await Expect(page.GetByText("2/3")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();

        await page.GotoAsync(scene.Address($"/portal/movements/2026/nam/{Bloc}/so-a"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi một phong trào" }).ClickAsync();
        await page.GetByLabel("Tên phong trào").FillAsync("Dân vận khéo");
        await page.GetByLabel("Ngày phát động").FillAsync("20/11/2026");
        await page.HasNoBarriersAsync();
        await save.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dân vận khéo" })).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }
}

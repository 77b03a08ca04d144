using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

public sealed class SignInPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    [Fact]
    public async Task A_unit_signs_in_and_sees_its_page()
    {
        await using var scene = await portal.OpenAsync(azurite);
        await scene.App.HasBlocAsync("khoi-kinh-te", "so-tai-chinh", "so-xay-dung");

        var page = await scene.SignInAsync("so-tai-chinh");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Năm của tôi");
        Assert.Empty(scene.Faults);
    }
}

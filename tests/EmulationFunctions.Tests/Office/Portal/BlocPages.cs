using System.Net.Http.Headers;
using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Tests.Year.Visits;
using Microsoft.Playwright;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>The views of a bloc for who leads it, and a bloc in which each of them has something to show.</summary>
internal static class BlocPages
{
    public const string Place = $"/portal/bloc/2026/nam/{Bloc}/{Head}";
    public const string BlocYear = $"/api/cycles/2026/blocs/{Bloc}";

    /// <summary>Of a table, the row whose head has a text.</summary>
    public static ILocator Row(IPage page, string table, string text) =>
        page.GetByRole(AriaRole.Region, new() { Name = table, Exact = true }).Locator("tbody tr").Filter(new() { Has = page.Locator("th").Filter(new() { HasText = text }) });

    /// <summary>Goes to another view of the bloc by its menu.</summary>
    public static async Task ChooseAsync(this IPage page, string group, string view)
    {
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Các trang của khối" });
        await menu.Locator("summary").Filter(new() { HasText = group }).ClickAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = view, Exact = true }).ClickAsync();
    }

    /// <summary>A bloc that was drawn, in its second round of appraisal, with a visit, a complaint, a meeting, and a report that so-b has sent its part of.</summary>
    public static async Task<PortalScene> WithBlocAsync(this PortalFixture portal, AzuriteFixture azurite)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasAppraisedBlocAsync(Form with { CrossScoring = PeersOf.Averaged with { Peers = 1 } });
        using var head = await scene.App.OfficerAsync(Head);
        using var unit = await scene.App.OfficerAsync("so-b");
        await head.DrawAsync();
        await head.PutsAsync(VisitsOf.Planned);
        await head.DoneAsync(Appraises(1, null, Entry("I.1", 38)));
        (await head.CloseAsync(1)).Dispose();
        await unit.PostAsync($"{SheetAddress("so-b")}/complaints", EmulationApp.Json("""{"criterion":"I.1","text":"Điểm thấp hơn minh chứng"}"""), cancellation).JsonAsync();
        await head.PutsAsync("""{"kinds":["yearEnd"],"title":"Hội nghị tổng kết","when":{"day":"2026-12-16"}}""", address: $"{BlocYear}/meetings/tong-ket");
        await head.PutsAsync("""{"kind":"yearEnd","title":"Báo cáo tổng kết","from":"2026-01-01","until":"2026-12-31","due":"2026-12-18"}""", address: $"{BlocYear}/reports/ca-nam");
        await head.SendsPartAsync(Head, "Khối trưởng đã tổ chức bốn hội nghị.");
        await unit.SendsPartAsync("so-b", "Duy trì trực bộ phận một cửa.");
        await head.PostAsync($"{BlocYear}/reports/ca-nam/merge", null, cancellation).JsonAsync();
        return scene;
    }

    private static async Task SendsPartAsync(this HttpClient client, string unit, string result)
    {
        var part = $"{BlocYear}/reports/ca-nam/parts/{unit}";
        var tag = await client.PutsAsync($$"""{"results":[{"text":"{{result}}"}]}""", address: part);
        await client.DoneAsync(new HttpRequestMessage(HttpMethod.Post, $"{part}/submission").With(EntityTagHeaderValue.Parse(tag)));
    }
}

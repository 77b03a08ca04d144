using EmulationFunctions.Tests.Year.Pacts;
using EmulationFunctions.Tests.Year.Reports;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>Blocs in which a member unit has something to do.</summary>
internal static class UnitScenes
{
    public const string PactOfB = $"/portal/pact/2026/nam/{PactsOf.Bloc}/so-b";
    public const string MovementsOfB = $"/portal/movements/2026/nam/{PactsOf.Bloc}/so-b";

    /// <summary>Units that so-a leads on 7 March 2026, with their pact up for signing.</summary>
    public static async Task<PortalScene> WithPactAsync(this PortalFixture portal, AzuriteFixture azurite, params string[] units)
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasYearAsync(units);
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync(PactsOf.Pact, PactsOf.Plain);
        return scene;
    }

    /// <summary>So-a and so-b, whom so-a asks to answer a movement.</summary>
    public static async Task<PortalScene> WithMovementAsync(this PortalFixture portal, AzuriteFixture azurite)
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasYearAsync("so-a", "so-b");
        using var head = await scene.App.OfficerAsync("so-a");
        await head.PutsAsync($"{PactsOf.MovementList}/cai-cach", """{"name":"Cải cách hành chính","scope":"bloc","form":"campaign","answerBy":"2026-06-30"}""");
        return scene;
    }

    /// <summary>A bloc whose units are asked for their part of a half-year report.</summary>
    public static async Task<PortalScene> WithReportAsync(this PortalFixture portal, AzuriteFixture azurite)
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasBlocAsync();
        using var head = await scene.App.OfficerAsync(ReportsOf.Head);
        await head.DoneAsync(ReportsOf.Put(ReportsOf.Address(), ReportsOf.Asked));
        return scene;
    }
}

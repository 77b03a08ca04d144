using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>What became of a unit, year over year.</summary>
public sealed class UnitHistoryTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_s_published_results_are_told_with_place_class_and_reason_and_unpublished_ones_are_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await PublicationSteps.TwoSubmitAsync(app, Bloc);
        using var admin = app.Admin();
        using var unit = await app.OfficerAsync("so-b");

        var before = await HistoryAsync(unit, "so-b");
        await admin.PublishAsync(Bloc, "so-c").JsonAsync();
        app.SetDay("2027-03-01");
        var after = await HistoryAsync(unit, "so-b");
        var left = await HistoryAsync(unit, "so-c");

        Assert.Empty(before["results"]!.AsArray());
        var result = Assert.Single(after["results"]!.AsArray())!;
        Assert.Equal((2026, "nam", Bloc, $"Khối {Bloc}"), ((int)result["year"]!, (string)result["period"]!, (string)result["bloc"]!, (string)result["blocName"]!));
        Assert.Equal((2, 2, 75m), ((int)result["rank"]!, (int)result["ranked"]!, (decimal)result["value"]!));
        Assert.Null(result["whyApart"]);
        Assert.Null(after["continuation"]);
        Assert.Equal("Chưa lập phiếu điểm.", (string)Assert.Single(left["results"]!.AsArray())!["whyApart"]!);
    }

    [Fact]
    public async Task A_history_costs_as_much_as_the_unit_has_years_however_many_blocs_and_members_a_year_has()
    {
        await using var small = new EmulationApp(azurite, issuer);
        await using var large = new EmulationApp(azurite, issuer);
        await small.HasOpenBlocsAsync(PublicationSteps.Two, [Bloc], "so-a");
        await large.HasOpenBlocsAsync(PublicationSteps.Two, [.. Enumerable.Range(10, 60).Select(number => $"khoi-{number}"), Bloc], "so-a", "so-b", "so-c");
        foreach (var app in new[] { small, large })
        {
            await PublicationSteps.TwoSubmitAsync(app, Bloc);
            using var admin = app.Admin();
            await (app == small ? admin.PublishAsync() : admin.PublishAsync(Bloc, "so-c")).JsonAsync();
        }

        Assert.Equal(await CallsAsync(small), await CallsAsync(large));

        static async Task<int> CallsAsync(EmulationApp app)
        {
            using var admin = app.Admin();
            await HistoryAsync(admin, "so-a");
            app.Faults.Reset();
            Assert.Single((await HistoryAsync(admin, "so-a"))["results"]!.AsArray());
            return app.Faults.Calls;
        }
    }

    [Fact]
    public async Task Unknown_units_and_pages_are_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a");
        using var admin = app.Admin();

        await admin.GetAsync("/api/units/so-la/history", Cancellation).ProblemAsync(404);
        var refused = await admin.GetAsync("/api/units/so-a/history?continuation=x", Cancellation).ProblemAsync(400);

        Assert.Equal(["continuation"], refused.Paths());
    }

    private static Task<System.Text.Json.Nodes.JsonNode> HistoryAsync(HttpClient client, string unit) =>
        client.GetAsync($"/api/units/{unit}/history", Cancellation).JsonAsync();
}

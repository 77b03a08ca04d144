using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Scheme C of Quảng Trị, 2025, from targets and results to published standings.</summary>
public sealed class QuantitativePublicationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly SchemeContent C = SchemeSamples.Of(
        SchemeSamples.Direct("I", null, 5),
        new("II", null, "Có chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(10)),
        new("III", null, "Không giao chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(10))) with
    { Basis = ScoreBasis.PercentOfAssigned };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scheme_C_the_worked_cases_are_published_with_their_inputs()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(C, "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        using var member = await app.OfficerAsync("so-c");
        using var set = await admin.SendAsync(Patch(Targets, """
            {"targets":[{"criterion":"II","unit":"so-a","target":100},{"criterion":"II","unit":"so-b","target":50},{"criterion":"II","unit":"so-c","target":80}]}
            """), Cancellation);
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync(Cancellation));
        await ReportAsync(app, "so-a", 120, 150);
        await ReportAsync(app, "so-b", 60, 100);
        var tag = await ReportAsync(app, "so-c", 80, 75);
        foreach (var unit in new[] { "so-a", "so-b", "so-c" })
        {
            await app.SubmitsAsync(unit, ("I", 3));
        }

        var published = await admin.PublishAsync().JsonAsync();

        Assert.Equal([(1, "so-a"), (2, "so-b"), (3, "so-c")], published.Ranks());
        Assert.Equal([23m, 19.67m, 13m], published["places"]!.AsArray().Select(place => (decimal)place!["total"]!)); // 3 + 10 + 10, 3 + 10 + 6.67, 3 + 5 + 5
        Assert.Equal([92m, 78.68m, 52m], published["places"]!.AsArray().Select(place => (decimal)place!["value"]!)); // of 25

        // Now everybody in the bloc sees how they came about, and nobody changes them any more.
        var targets = await member.GetAsync(Targets, Cancellation).JsonAsync();
        Assert.Equal([(100m, 120m, 10m), (50m, 60m, 10m), (80m, 80m, 5m)], Units(targets, 0).Select(unit => ((decimal)unit!["target"]!, (decimal)unit["actual"]!, (decimal)unit["points"]!)));
        Assert.Equal([(150m, 10m), (100m, 6.67m), (75m, 5m)], Units(targets, 1).Select(unit => ((decimal)unit!["actual"]!, (decimal)unit["points"]!)));
        Assert.Equal(["leader", "leader", "onTarget"], Units(targets, 0).Select(unit => (string)unit!["case"]!));
        var late = await admin.SendAsync(Patch($"{SheetAddress("so-c")}/actuals", """{"actuals":[{"criterion":"II","actual":99}],"reason":"Nhập sai"}""", tag), Cancellation).ProblemAsync(409);
        var target = await admin.SendAsync(Patch(Targets, """{"targets":[{"criterion":"II","unit":"so-c","target":10}]}"""), Cancellation).ProblemAsync(409);
        Assert.Equal("urn:emulation-functions:standings-published", (string)late["type"]!);
        Assert.Equal("urn:emulation-functions:standings-published", (string)target["type"]!);
        Assert.Equal(published.ToJsonString(), (await member.StandingsAsync().JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task Scheme_B_ninety_seven_and_a_bonus_of_ten_are_published_as_107()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.B, "so-a", "so-b");
        using var unit = await app.OfficerAsync("so-a");
        var scores = new JsonArray([.. new[] { 10, 10, 17, 10, 10, 10, 20, 10 }.Select((points, index) => new JsonObject { ["criterion"] = $"0{index + 1}", ["points"] = points })]);
        scores.Add(new JsonObject { ["criterion"] = "T1", ["count"] = 1, ["explanation"] = "Quyết định tặng cờ" });
        scores.Add(new JsonObject { ["criterion"] = "T2", ["count"] = 0, ["explanation"] = "Không đề nghị" });
        using var saved = await unit.SendAsync(Patch($"{SheetAddress("so-a")}/scores", new JsonObject { ["scores"] = scores }.ToJsonString()), Cancellation);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
        await unit.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-a")}/submission").With(saved.Headers.ETag!), Cancellation).JsonAsync();

        using var admin = app.Admin();
        var place = (await admin.PublishAsync(Bloc, "so-b").JsonAsync()).Place("so-a");

        Assert.Equal((97m, 10m, 107m), ((decimal)place["base"]!, (decimal)place["bonus"]!, (decimal)place["total"]!));
    }

    private static string Targets => $"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/targets";

    private static JsonArray Units(JsonNode targets, int criterion) => targets["criteria"]![criterion]!["units"]!.AsArray();

    private static async Task<EntityTagHeaderValue> ReportAsync(EmulationApp app, string unit, decimal withTarget, decimal without)
    {
        using var officer = await app.OfficerAsync(unit);
        using var answer = await officer.SendAsync(Patch(
            $"{SheetAddress(unit)}/actuals", $$"""{"actuals":[{"criterion":"II","actual":{{withTarget}}},{"criterion":"III","actual":{{without}}}]}"""), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!;
    }

    private static HttpRequestMessage Patch(string address, string body, EntityTagHeaderValue? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(tag);
    }
}

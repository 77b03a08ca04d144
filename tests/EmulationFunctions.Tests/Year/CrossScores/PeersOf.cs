using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.CrossScores;

/// <summary>A bloc whose units have submitted, in the time of cross-scoring, and what its peers do over HTTP.</summary>
internal static class PeersOf
{
    public const string Panel = $"/api/cycles/2026/periods/nam/blocs/{Bloc}/cross-scoring";

    /// <summary>Averaged the own score, half the mean of the peers, as in Nghệ An.</summary>
    public static readonly CrossScoring Averaged = new(null, PeerAverage.Mean, SchemeSamples.Share(50), 1);

    public static readonly SchemeContent Scheme = PublicationSteps.Two with { CrossScoring = Averaged };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string GivenBy(string scorer, string unit) => $"{Panel}/{scorer}/sheets/{unit}";

    /// <summary>The first unit is the head. Each gives itself 60 and 40, the most there is.</summary>
    public static async Task HasPeersAsync(this EmulationApp app, SchemeContent scheme, params string[] units)
    {
        await app.HasOpenBlocAsync(scheme, units);
        foreach (var unit in units)
        {
            await app.HasSubmittedAsync(Bloc, unit, scheme, ("I", 60), ("II", 40));
        }

        app.SetDay("2026-12-12");
    }

    public static async Task<JsonNode> DrawAsync(this HttpClient client, long? seed = 7) =>
        await client.PostAsync(Panel, EmulationApp.Json(new JsonObject { ["seed"] = seed }), Cancellation).JsonAsync();

    public static HttpRequestMessage Gives(string scorer, string unit, string? tag, params (string Criterion, decimal? Points)[] scores)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, GivenBy(scorer, unit))
        {
            Content = EmulationApp.Json(new JsonObject
            {
                ["scores"] = new JsonArray([.. scores.Select(score => new JsonObject { ["criterion"] = score.Criterion, ["points"] = score.Points })]),
            }),
        };
        return tag is null ? request : request.With(EntityTagHeaderValue.Parse(tag));
    }

    /// <summary>Scores everything and submits.</summary>
    public static async Task GivesAsync(this EmulationApp app, string scorer, string unit, decimal first, decimal second)
    {
        using var officer = await app.OfficerAsync(scorer);
        using var saved = await officer.SendAsync(Gives(scorer, unit, null, ("I", first), ("II", second)), Cancellation);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
        using var submitted = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{GivenBy(scorer, unit)}/submission").With(saved.Headers.ETag!), Cancellation);
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Cancellation));
    }

    public static JsonNode Pair(this JsonNode panel, string scorer, string unit) =>
        panel["pairs"]!.AsArray().Single(pair => (string)pair!["scorer"]! == scorer && (string)pair["unit"]! == unit)!;
}

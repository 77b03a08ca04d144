using System.Net;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.CrossScores;

/// <summary>Units score each other, and the average counts.</summary>
public sealed class CrossScoringTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_average_of_self_score_and_peers_is_what_ranks_and_a_peer_that_gave_nothing_is_left_out()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        await admin.DrawAsync();
        await app.GivesAsync("so-b", "so-a", 50, 30);
        await app.GivesAsync("so-c", "so-a", 40, 20);
        await app.GivesAsync("so-a", "so-b", 60, 20.01m);

        var before = await admin.StandingsAsync().JsonAsync();
        await app.GivesAsync("so-a", "so-c", 0, 0);
        await admin.PublishAsync().JsonAsync();
        using var unit = await app.OfficerAsync("so-c");
        var published = await unit.StandingsAsync().JsonAsync();

        Assert.Equal(["so-c"], before.Apart());
        Assert.Contains("Mới có 0/1 đơn vị chấm chéo.", before["apart"]![0]!["reason"]!.ToString(), StringComparison.Ordinal);
        // (60 + 45) / 2 + (40 + 25) / 2; (60 + 60) / 2 + (40 + 20.01) / 2 = 30.005, rounded once; (60 + 0) / 2 + (40 + 0) / 2.
        Assert.Equal([90.01m, 85m, 50m], published["places"]!.AsArray().Select(place => (decimal)place!["total"]!));
        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], published.Ranks());
    }

    [Fact]
    public async Task While_nobody_was_assigned_no_unit_of_such_a_scheme_has_a_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();

        var standings = await admin.StandingsAsync().JsonAsync();
        var refused = await admin.PublishAsync().ProblemAsync(409);

        Assert.Equal(["so-a", "so-b"], standings.Apart());
        Assert.Equal(2, refused.Paths().Count());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_panel_and_the_trail_keeps_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 2 } }, [.. Enumerable.Range(1, 7).Select(number => $"so-{number}")]);
        using var head = await app.OfficerAsync("so-1");

        var drawn = await head.DrawAsync(seed: null);
        var seed = (long)drawn["seed"]!;
        var again = await head.DrawAsync(seed);
        using var other = await head.PostAsync(Panel, EmulationApp.Json("""{"seed":1}"""), Cancellation);
        using var read = await head.GetAsync(Panel, Cancellation);
        using var drawnAgain = await head.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Panel) { Content = EmulationApp.Json("""{"seed":1}""") }.With(read.Headers.ETag!), Cancellation);
        var record = await app.Services.GetRequiredService<BlocTable>().ReadAsync(new(TheYear, "nam", Bloc), Cancellation);

        Assert.Equal(drawn["pairs"]!.ToJsonString(), again["pairs"]!.ToJsonString());
        Assert.Equal(14, drawn["pairs"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.PreconditionRequired, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, drawnAgain.StatusCode);
        Assert.Equal(CrossAssignment.Assign(Enumerable.Range(1, 7).Select(number => $"so-{number}"), 2, 1).Order(ByText), record.Panel.Order(ByText));
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, new BlocInPeriod(TheYear, "nam", Bloc).Address, Cancellation));
    }

    [Fact]
    public async Task Once_a_unit_has_begun_the_panel_is_frozen_and_a_scorer_is_only_replaced_with_a_reason()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        var panel = await head.DrawAsync();
        var pair = panel["pairs"]!.AsArray().First(pair => (string)pair!["unit"]! == "so-a")!;
        var (leaving, incoming) = ((string)pair["scorer"]!, (string)pair["scorer"]! == "so-b" ? "so-c" : "so-b");
        using var officer = await app.OfficerAsync(leaving);
        using var draft = await officer.SendAsync(Gives(leaving, "so-a", null, ("I", 1)), Cancellation);

        var frozen = await head.PostAsync(Panel, EmulationApp.Json("""{"seed":99}"""), Cancellation).ProblemAsync(409);
        var itself = await ReplaceAsync(head, leaving, "so-a", "Trùng đơn vị.").ProblemAsync(409);
        var nobody = await ReplaceAsync(head, leaving, "so-la", " ").ProblemAsync(400);
        await ReplaceAsync(head, leaving, incoming, "Đơn vị sáp nhập.").JsonAsync();
        var repeated = await ReplaceAsync(head, leaving, incoming, "Đơn vị sáp nhập.").JsonAsync();
        var gone = await officer.SendAsync(Gives(leaving, "so-a", null, ("I", 1)), Cancellation).ProblemAsync(409);
        await app.GivesAsync(incoming, "so-a", 10, 10);
        var late = await ReplaceAsync(head, incoming, leaving, "Đổi lại.").ProblemAsync(409);

        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        Assert.EndsWith("panel-frozen", (string)frozen["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("cannot-replace", (string)itself["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.scorer", "$.reason"], nobody.Paths());
        Assert.Equal("notBegun", (string)repeated.Pair(incoming, "so-a")["state"]!);
        Assert.EndsWith("not-assigned", (string)gone["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("peer-scores-submitted", (string)late["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheme_without_cross_scoring_has_no_panel()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PublicationSteps.Two, "so-a", "so-b");
        using var admin = app.Admin();

        var refused = await admin.PostAsync(Panel, EmulationApp.Json("{}"), Cancellation).ProblemAsync(409);

        Assert.EndsWith("no-cross-scoring", (string)refused["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_publication_nothing_of_it_changes_any_more()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 2 } }, "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        await admin.DrawAsync();
        foreach (var unit in new[] { "so-a", "so-b", "so-c" })
        {
            await app.GivesAsync(unit == "so-a" ? "so-b" : "so-a", unit, 30, 30);
        }

        await admin.PublishAsync().JsonAsync();
        using var officer = await app.OfficerAsync("so-c");
        var save = await officer.SendAsync(Gives("so-c", "so-a", null, ("I", 1)), Cancellation).ProblemAsync(409);
        var replace = await ReplaceAsync(admin, "so-c", "so-b", "Thay.", "so-a").ProblemAsync(409);

        Assert.EndsWith("standings-published", (string)save["type"]!, StringComparison.Ordinal);
        Assert.NotNull(replace);
    }

    private static Comparer<CrossPair> ByText { get; } = Comparer<CrossPair>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    private static Task<HttpResponseMessage> ReplaceAsync(HttpClient client, string leaving, string incoming, string reason, string unit = "so-a") =>
        client.PostAsync($"{GivenBy(leaving, unit)}/replacement", EmulationApp.Json(new System.Text.Json.Nodes.JsonObject { ["scorer"] = incoming, ["reason"] = reason }), Cancellation);
}

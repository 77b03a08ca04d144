using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Schemes;
using EmulationFunctions.Scoring;
using EmulationFunctions.Tests.Schemes;
using EmulationFunctions.Tests.Standings;
using static EmulationFunctions.Tests.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Standings.BlocOf;

namespace EmulationFunctions.Tests.CrossScores;

/// <summary>What one unit gives another: who may, what fits, who sees it, and that it is never half there.</summary>
public sealed class PeerScoresTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fault_is_named_at_its_path_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var scheme = SchemeSamples.Of(
            SchemeSamples.Group("I", null, 60),
            SchemeSamples.PassFail("I.1", "I", 40),
            new("I.2", "I", "Chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(20)),
            SchemeSamples.Direct("II", null, 40)) with { CrossScoring = Averaged };
        await app.HasOpenBlocAsync(scheme, "so-a", "so-b");
        await app.HasSubmittedAsync(Bloc, "so-a", scheme, ("I.1", 40), ("II", 1));
        app.SetDay("2026-12-12");
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");

        var refused = await officer.SendAsync(
            Gives("so-b", "so-a", null, ("I", 1), ("I.1", 39), ("I.2", 1), ("II", 40.01m), ("II", -1), ("X", 1)), Cancellation).ProblemAsync(400);
        var incomplete = await officer.SendAsync(new(HttpMethod.Post, $"{GivenBy("so-b", "so-a")}/submission"), Cancellation).ProblemAsync(409);
        var read = await officer.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync();

        Assert.Equal(
            ["$.scores[0].criterion", "$.scores[1].points", "$.scores[2].criterion", "$.scores[3].points", "$.scores[4].points", "$.scores[4].criterion", "$.scores[5].criterion"],
            refused.Paths());
        Assert.Equal(["$.scores['I.1']", "$.scores['II']"], incomplete.Paths());
        Assert.Equal(("notBegun", 0), ((string)read["state"]!, read["scores"]!.AsArray().Count));
        Assert.Equal(["I.1", "II"], read["missing"]!.AsArray().Select(code => (string)code!));
    }

    [Fact]
    public async Task Who_was_not_assigned_who_comes_too_late_or_too_early_and_what_is_not_submitted_is_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-a", PeersOf.Scheme, ("I", 1), ("II", 1));
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");

        var types = new List<string> { await RefusedAsync("so-b", "so-a") };
        app.SetDay("2026-12-12");
        types.Add(await RefusedAsync("so-b", "so-b"));
        types.Add(await RefusedAsync("so-b", "so-c"));
        app.SetDay("2026-12-16", 0);
        types.Add(await RefusedAsync("so-b", "so-a"));
        using var forAnother = await officer.SendAsync(Gives("so-c", "so-a", null, ("I", 1)), Cancellation);

        Assert.Equal(["stage-not-open", "sheet-not-submitted", "sheet-not-submitted", "deadline-passed"], types);
        Assert.Equal(HttpStatusCode.Forbidden, forAnother.StatusCode);

        async Task<string> RefusedAsync(string scorer, string unit) =>
            ((string)(await officer.SendAsync(Gives(scorer, unit, null, ("I", 1)), Cancellation).ProblemAsync(409))["type"]!).Split(':')[^1];
    }

    [Fact]
    public async Task A_unit_never_scores_itself()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");

        var refused = await officer.SendAsync(Gives("so-b", "so-b", null, ("I", 1)), Cancellation).ProblemAsync(409);

        Assert.EndsWith("not-assigned", (string)refused["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_save_brings_the_tag_of_the_last_and_a_submission_is_for_ever()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");
        using var first = await officer.SendAsync(Gives("so-b", "so-a", null, ("I", 10), ("II", 5)), Cancellation);

        using var repeated = await officer.SendAsync(Gives("so-b", "so-a", null, ("I", 10)), Cancellation);
        using var without = await officer.SendAsync(Gives("so-b", "so-a", null, ("I", 11)), Cancellation);
        using var stale = await officer.SendAsync(Gives("so-b", "so-a", "\"1\"", ("I", 11)), Cancellation);
        using var cleared = await officer.SendAsync(Gives("so-b", "so-a", first.Headers.ETag!.Tag, ("I", null)), Cancellation);
        using var given = await officer.SendAsync(Gives("so-b", "so-a", cleared.Headers.ETag!.Tag, ("I", 12)), Cancellation);
        using var submitted = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{GivenBy("so-b", "so-a")}/submission").With(given.Headers.ETag!), Cancellation);
        using var again = await officer.SendAsync(new(HttpMethod.Post, $"{GivenBy("so-b", "so-a")}/submission"), Cancellation);
        var changed = await officer.SendAsync(Gives("so-b", "so-a", submitted.Headers.ETag!.Tag, ("I", 13)), Cancellation).ProblemAsync(409);
        var read = await officer.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync();

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.PreconditionRequired, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { first, repeated, without, stale, cleared, given, submitted, again }.Select(answer => answer.StatusCode));
        Assert.Equal(first.Headers.ETag, repeated.Headers.ETag);
        Assert.Equal(submitted.Headers.ETag, again.Headers.ETag);
        Assert.EndsWith("peer-scores-submitted", (string)changed["type"]!, StringComparison.Ordinal);
        Assert.Equal("""[{"criterion":"I","points":12},{"criterion":"II","points":5}]""", read["scores"]!.ToJsonString());
    }

    [Fact]
    public async Task Nobody_sees_what_others_gave_a_unit_before_its_own_points_are_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        await admin.DrawAsync();
        await app.GivesAsync("so-b", "so-a", 50, 30);
        using var draft = await (await app.OfficerAsync("so-b")).SendAsync(Gives("so-b", "so-c", null, ("I", 1)), Cancellation);

        // The office sees what is submitted; the scorer its own; the head and the other peer nothing yet; the scored unit nothing yet.
        Assert.Equal("a", await SeenAsync(admin));
        Assert.Equal("a c", await SeenAsync(await app.OfficerAsync("so-b")));
        Assert.Equal("", await SeenAsync(await app.OfficerAsync("so-c")));
        Assert.Equal("", await SeenAsync(await app.OfficerAsync("so-a")));
        Assert.EndsWith("own-scores-first", (string)(await (await app.OfficerAsync("so-a")).StandingsAsync().ProblemAsync(409))["type"]!, StringComparison.Ordinal);

        await app.GivesAsync("so-c", "so-a", 40, 20);
        Assert.Equal("a", await SeenAsync(await app.OfficerAsync("so-c"), "so-b"));

        await app.GivesAsync("so-a", "so-b", 40, 20);
        await app.GivesAsync("so-a", "so-c", 40, 20);
        Assert.Equal("a", await SeenAsync(await app.OfficerAsync("so-a"), "so-b"));
        using var standings = await (await app.OfficerAsync("so-a")).StandingsAsync();
        Assert.Equal(HttpStatusCode.OK, standings.StatusCode);

        // A unit that has not done its own part sees nothing of itself even when all others have.
        using var stranger = await app.OfficerAsync("so-x");
        using var outside = await stranger.GetAsync(Panel, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);

        async Task<string> SeenAsync(HttpClient client, string scorer = "so-b")
        {
            var panel = await client.GetAsync(Panel, Cancellation).JsonAsync();
            client.Dispose();
            return string.Join(' ', panel["pairs"]!.AsArray()
                .Where(pair => (string)pair!["scorer"]! == scorer && pair["scores"] is JsonArray)
                .Select(pair => ((string)pair!["unit"]!)[^1..]));
        }
    }

    [Fact]
    public async Task An_assigned_peer_reads_the_sheet_and_its_files_and_another_member_does_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-h", "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        var panel = await admin.DrawAsync();
        var scorer = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["unit"]! == "so-a" )!["scorer"]!;
        var other = new[] { "so-b", "so-c" }.First(unit => unit != scorer);

        foreach (var path in new[] { "", "/evidence", "/changes" })
        {
            using var assigned = await (await app.OfficerAsync(scorer)).GetAsync(SheetAddress("so-a") + path, Cancellation);
            using var unassigned = await (await app.OfficerAsync(other)).GetAsync(SheetAddress("so-a") + path, Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (assigned.StatusCode, unassigned.StatusCode));
        }
    }

    [Fact]
    public async Task Two_saves_at_once_are_not_mixed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(points => officer.SendAsync(Gives("so-b", "so-a", null, ("I", points), ("II", points)), Cancellation)));
        var read = await officer.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync();

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Single(read["scores"]!.AsArray().Select(score => (decimal)score!["points"]!).Distinct());
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_save_that_dies_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => one.OfficerAsync("so-b"),
            async (client, attempt) =>
            {
                using var read = await client.GetAsync(GivenBy("so-b", "so-a"), Cancellation);
                return Gives("so-b", "so-a", read.Headers.ETag!.Tag is "\"0\"" ? null : read.Headers.ETag.Tag, ("I", attempt), ("II", attempt));
            },
            async (client, attempt) =>
            {
                var read = await client.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync();
                var points = read["scores"]!.AsArray().Select(score => (decimal)score!["points"]!).Distinct().ToList();
                return (points.Count == 0 ? 0 : Assert.Single(points)) == attempt;
            },
            new BlocInPeriod(Year, "nam", Bloc).Address);
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Tests.Year.Standings;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>Every way to change a unit's points once the last appraisal round is closed, even with a calendar that was moved since.</summary>
public sealed class AfterLastRoundTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Year = "/api/cycles/2026";
    private const string Gone = "round-not-open";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_that_is_moved_opens_no_sheet_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) }, "so-c");
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        using var admin = app.Admin();
        await head.CloseAsync(1).JsonAsync();
        await MoveAsync(admin);

        var saved = await unit.RefusedAsync(Save("so-c", null, ("I.1", 1)));
        var view = await unit.AskAsync(SheetAddress("so-c")).JsonAsync();
        var excused = await head.SendAsync(NotApplicable("so-c", null), Cancellation).ProblemAsync(409);

        Assert.Equal((Gone, Gone), (saved, excused.Type()));
        Assert.False((bool)view["isOpen"]!);
        Assert.Equal("notStarted", (string)view["summary"]!["state"]!);
    }

    [Fact]
    public async Task A_sheet_that_was_begun_is_not_handed_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) }, "so-c");
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        using var admin = app.Admin();
        await MoveAsync(admin);
        app.SetDay("2026-12-28", 0);
        var tag = await app.SavesAsync("so-c", null, ("I.1", 1), ("I.2", 20), ("II", 3));
        app.SetDay("2026-12-30", 0);
        await head.CloseAsync(1).JsonAsync();
        await MoveAsync(admin, "2026-12-31");

        Assert.Equal(Gone, await unit.RefusedAsync(new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress("so-c")}/submission").With(tag)));
        Assert.Equal(Gone, await head.RefusedAsync(NotApplicable("so-b", "\"1\"")));
    }

    [Fact]
    public async Task Peers_give_no_more_points_and_the_last_round_waits_for_those_that_still_have_time()
    {
        var scheme = PeersOf.Scheme with { Appraisal = new(Rounds: 1) };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(scheme, "so-a", "so-b", "so-c");
        using var head = await app.OfficerAsync("so-a");
        using var peer = await app.OfficerAsync("so-b");
        using var admin = app.Admin();
        await head.DrawAsync();
        var begun = await peer.DoneAsync(PeersOf.Gives("so-b", "so-a", null, ("I", 50), ("II", 30)));
        await ExtendAsync(admin, "2026-12-17").JsonAsync();
        app.SetDay("2026-12-16", 0);

        var waits = await head.CloseAsync(1).ProblemAsync(409);
        app.SetDay("2026-12-18", 0);
        await head.CloseAsync(1).JsonAsync();
        var extended = await ExtendAsync(admin, "2026-12-20").ProblemAsync(409);
        await MoveAsync(admin);
        var saved = await peer.RefusedAsync(PeersOf.Gives("so-b", "so-a", begun, ("I", 1)));
        var submitted = await peer.RefusedAsync(new HttpRequestMessage(HttpMethod.Post, $"{PeersOf.GivenBy("so-b", "so-a")}/submission").With(new(begun)));
        var drawn = await head.PostAsync(PeersOf.Panel, EmulationApp.Json("""{"seed":8}"""), Cancellation).ProblemAsync(409);
        var replaced = await head.PostAsync($"{PeersOf.GivenBy("so-b", "so-a")}/replacement", EmulationApp.Json("""{"scorer":"so-c","reason":"Bận"}"""), Cancellation).ProblemAsync(409);

        Assert.Contains("'so-b'", (string)Assert.Single(waits["faults"]!.AsArray())!["detail"]!, StringComparison.Ordinal);
        Assert.Equal("extension-without-effect", extended.Type());
        Assert.Equal((Gone, Gone, Gone, Gone), (saved, submitted, drawn.Type(), replaced.Type()));

        static Task<HttpResponseMessage> ExtendAsync(HttpClient admin, string closes) =>
            admin.PutAsync($"{Year}/units/so-b/extensions/cross-score", new JsonObject { ["closes"] = closes, ["reason"] = "Thiên tai" }, null);
    }

    [Fact]
    public async Task Results_are_reported_by_no_unit_any_more_and_corrected_with_a_reason_only()
    {
        var scheme = SchemeSamples.Of(SchemeSamples.Direct("I", null, 40), new("II", null, "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(60))) with { Appraisal = new(Rounds: 1) };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(scheme, "so-a", "so-b", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-b", scheme, ("I", 40));
        app.SetDay("2026-12-16", 0);
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-c");
        using var admin = app.Admin();
        await head.CloseAsync(1).JsonAsync();
        await MoveAsync(admin);

        var own = await unit.RefusedAsync(Patch($"{SheetAddress("so-c")}/actuals", """{"actuals":[{"criterion":"II","actual":9}]}"""));
        var unsaid = await head.SendAsync(Patch(Targets, """{"targets":[{"criterion":"II","unit":"so-b","target":5}]}"""), Cancellation).ProblemAsync(400);
        await head.DoneAsync(Patch(Targets, """{"targets":[{"criterion":"II","unit":"so-b","target":5}],"reason":"Theo giao ước"}"""));
        var silent = await head.SendAsync(Patch($"{SheetAddress("so-b")}/actuals", """{"actuals":[{"criterion":"II","actual":9}]}""", "\"2\""), Cancellation).ProblemAsync(400);

        Assert.Equal(Gone, own);
        Assert.Equal(["$.reason"], unsaid.Paths());
        Assert.Equal(["$.reason"], silent.Paths());
    }

    [Fact]
    public async Task A_void_criterion_and_a_finding_leave_every_sheet_as_it_was_handed_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) });
        using var head = await app.OfficerAsync(Head);
        using var admin = app.Admin();
        await head.CloseAsync(1).JsonAsync();
        var before = await app.HeadAsync("so-b");

        await head.DoneAsync(new HttpRequestMessage(HttpMethod.Put, $"{Year}/periods/nam/blocs/{Bloc}/inspections/dot-1")
        {
            Content = EmulationApp.Json("""{"unit":"so-b","plannedOn":"2026-12-15","team":["so-a"],"plan":"Thủ tục","visitedOn":"2026-12-15","findings":[{"number":1,"text":"Trễ hạn"}]}"""),
        });
        var penalty = await head.RefusedAsync(Appraises(1, null, Entry("P", 1, finding: "dot-1/1")));
        var found = await TotalsAsync(admin);
        await admin.PostAsync("/api/schemes/bang-diem/versions/1/criteria/II/void", EmulationApp.Json("""{"reason":"Hướng dẫn 12"}"""), Cancellation).JsonAsync();
        var after = await app.HeadAsync("so-b");

        Assert.Equal(Gone, penalty);
        Assert.Equal([100m, 100m, 100m, 100m], found);
        Assert.Equal([60m, 60m, 60m, 60m], await TotalsAsync(admin));
        Assert.Equal((before!.State, before.Hash, before.Version), (after!.State, after.Hash, after.Version));
    }

    private const string Targets = $"{Year}/periods/nam/blocs/{Bloc}/targets";

    private static async Task<List<decimal>> TotalsAsync(HttpClient admin) =>
        [.. (await admin.StandingsAsync().JsonAsync())["places"]!.AsArray().Select(place => (decimal)place!["total"]!)];

    /// <summary>Self-scoring, cross-scoring and appraisal all over again, until a day late in the year.</summary>
    private static async Task MoveAsync(HttpClient admin, string closes = "2026-12-29")
    {
        using var answer = await admin.AskAsync(Year);
        var cycle = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        cycle.Remove("year");
        cycle.Remove("state");
        foreach (var stage in cycle["stages"]!.AsArray().Where(stage => (string)stage!["stage"]! is "self-score" or "cross-score" or "appraisal"))
        {
            stage!["closes"] = closes;
            stage["opens"] = "2026-12-11";
        }

        await admin.PutCycleAsync(TheYear, cycle, answer.Headers.ETag!.Tag).JsonAsync();
    }

    private static HttpRequestMessage NotApplicable(string unit, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{SheetAddress(unit)}/not-applicable") { Content = EmulationApp.Json("""{"criteria":["II"],"reason":"Không giao."}""") };
        return tag is null ? request : request.With(new(tag));
    }

    private static HttpRequestMessage Patch(string address, string body, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(new(tag));
    }
}

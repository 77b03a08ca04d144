using System.Net;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.CrossScores;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.CrossScores;

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
            SchemeSamples.Direct("II", null, 40)) with
        { CrossScoring = Averaged };
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

        Assert.Equal(["stage-not-open", "not-assigned", "sheet-not-submitted", "deadline-passed"], types);
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

        Assert.Equal(("urn:emulation-functions:not-assigned", "Một đơn vị không được tự chấm chéo cho mình."), ((string)refused["type"]!, (string)refused["detail"]!));
    }

    [Fact]
    public async Task A_comment_stays_until_it_is_written_anew_and_the_trail_has_each()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-b");

        var tag = await SavesAsync(null, """{"scores":[{"criterion":"I","points":1}],"comment":" Minh chứng rõ. "}""");
        tag = await SavesAsync(tag, """{"scores":[{"criterion":"I","points":2}]}""");
        var kept = (string?)(await officer.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync())["comment"];
        await SavesAsync(tag, """{"scores":[],"comment":" "}""");
        var tooLong = await officer.PatchAsync(
            GivenBy("so-b", "so-a"), EmulationApp.Json($$"""{"scores":[],"comment":"{{new string('x', PeerScoresBody.LongestComment + 1)}}"}"""), Cancellation).ProblemAsync(400);
        var trail = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(new BlocInPeriod(TheYear, "nam", Bloc).Address, AuditRow.All, Cancellation);

        Assert.Equal("Minh chứng rõ.", kept);
        Assert.Null((string?)(await officer.GetAsync(GivenBy("so-b", "so-a"), Cancellation).JsonAsync())["comment"]);
        Assert.Equal(["$.comment"], tooLong.Paths());
        Assert.Equal(["I 1\n\nMinh chứng rõ.", "I 2\n\nMinh chứng rõ.", "I 2\n"], trail.Rows.Select(AuditRow.From).Skip(1).Select(row => row.Entry.After));

        async Task<string> SavesAsync(string? tag, string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, GivenBy("so-b", "so-a")) { Content = EmulationApp.Json(body) };
            using var saved = await officer.SendAsync(tag is null ? request : request.With(new(tag)), Cancellation);
            Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
            return saved.Headers.ETag!.Tag;
        }
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
            new BlocInPeriod(TheYear, "nam", Bloc).Address);
    }
}

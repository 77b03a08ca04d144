using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.CrossScores;

/// <summary>Panels of every size, read in pages; and that one is never drawn or changed by halves.</summary>
public sealed class PanelTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly PartitionAddress Address = new BlocInPeriod(TheYear, "nam", Bloc).Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, null)]  // the smallest: both score each other
    [InlineData(2, 3)]     // more peers than there are
    [InlineData(95, 3)]    // the largest bloc seen, staged
    [InlineData(40, null)] // everybody, in several pages
    public async Task A_panel_of_any_size_is_fair_and_read_whole_in_pages(int size, int? peers)
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] units = [.. Enumerable.Range(1, size).Select(number => $"so-{number:00}")];
        await app.HasOpenBlocAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = peers } }, units);
        using var admin = app.Admin();

        var drawn = await admin.DrawAsync(seed: 11);
        var pairs = await PairsAsync(admin, "");

        var each = Math.Min(peers ?? size, size - 1);
        Assert.Equal(CrossAssignment.Assign(units, peers, 11).ToHashSet(), pairs.ToHashSet());
        Assert.Equal(size * each, pairs.Count);
        Assert.All(units, unit => Assert.Equal((each, each), (pairs.Count(pair => pair.Scorer == unit), pairs.Count(pair => pair.Scored == unit))));
        Assert.Equal(pairs.Take(100), Pairs(drawn));
        Assert.All(drawn["pairs"]!.AsArray(), pair => Assert.Equal(($"Đơn vị {pair!["scorer"]}", $"Đơn vị {pair["unit"]}"), ((string)pair["scorerName"]!, (string)pair["unitName"]!)));
        Assert.Equal(pairs, await PairsAsync(admin, "&pageSize=37"));
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, Address, Cancellation));
    }

    [Theory]
    [InlineData("so-a")]
    [InlineData("so-a|So B")]
    [InlineData("so-a|so-b|so-c")]
    public async Task A_continuation_that_nobody_gave_is_refused(string continuation)
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b");
        using var admin = app.Admin();
        await admin.DrawAsync();

        var refused = await admin.GetAsync($"{Panel}?continuation={Uri.EscapeDataString(continuation)}", Cancellation).ProblemAsync(400);

        Assert.Equal(["continuation"], refused.Paths());
    }

    [Fact]
    public async Task Nobody_draws_again_over_a_replacement_that_they_have_not_seen()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var (admin, leaving, incoming) = await WithThreeAsync(app);
        using var read = await admin.GetAsync(Panel, Cancellation);

        await ReplaceAsync(admin, leaving, incoming).JsonAsync();
        await admin.SendAsync(Draw(read.Headers.ETag!), Cancellation).ProblemAsync(412);
        using var again = await admin.GetAsync(Panel, Cancellation);
        await admin.SendAsync(Draw(again.Headers.ETag!), Cancellation).JsonAsync();
        admin.Dispose();

        static HttpRequestMessage Draw(System.Net.Http.Headers.EntityTagHeaderValue tag) =>
            new HttpRequestMessage(HttpMethod.Post, Panel) { Content = EmulationApp.Json("""{"seed":2}""") }.With(tag);
    }

    [Fact]
    public async Task Only_who_was_assigned_is_replaced_and_only_who_is_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var (admin, leaving, incoming) = await WithThreeAsync(app);

        var neverAssigned = await ReplaceAsync(admin, incoming, leaving).ProblemAsync(409);
        await ReplaceAsync(admin, leaving, incoming).JsonAsync();
        var back = await ReplaceAsync(admin, incoming, leaving).JsonAsync();

        Assert.EndsWith("cannot-replace", (string)neverAssigned["type"]!, StringComparison.Ordinal);
        Assert.Equal(leaving, Pairs(back).Single(pair => pair.Scored == "so-a").Scorer);
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Address, Cancellation));
        admin.Dispose();
    }

    [Fact]
    public async Task Of_a_replacement_both_units_are_told_why_and_whom_it_is_about()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var (admin, leaving, incoming) = await WithThreeAsync(app);
        await app.NameAsync("so-a", "Sở Nội vụ");

        await ReplaceAsync(admin, leaving, incoming).JsonAsync();
        await ReplaceAsync(admin, leaving, incoming).JsonAsync();
        admin.Dispose();

        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Address, KeyRange.Prefix(Notices.Prefix), Cancellation);
        var told = Assert.Single(view.Rows.Select(row => Notices.From(Address, row)), notice => notice.Kind == NoticeKind.ScorerReplaced);
        Assert.Equal([leaving, incoming], told.Units);
        Assert.EndsWith(" so-a", told.Subject, StringComparison.Ordinal);
        Assert.Equal("Quá tải.", told.Text);
    }

    [Fact]
    public async Task A_draw_that_dies_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] units = [.. Enumerable.Range(1, 12).Select(number => $"so-{number:00}")];
        await app.HasOpenBlocAsync(PeersOf.Scheme, units); // 132 pairs: staged
        using var admin = app.Admin();

        await CrashSteps.EachCallAsync(
            app,
            () => Restarted(app),
            one => Task.FromResult(one.Admin()),
            async (client, attempt) =>
            {
                using var read = await client.GetAsync(Panel, Cancellation);
                return new HttpRequestMessage(HttpMethod.Post, Panel) { Content = EmulationApp.Json(new JsonObject { ["seed"] = attempt }) }.With(read.Headers.ETag!);
            },
            async (client, attempt) =>
            {
                var panel = await client.GetAsync($"{Panel}?pageSize=1000", Cancellation).JsonAsync();
                Assert.Contains(Pairs(panel).Count, new[] { 0, 132 });
                return (long?)panel["seed"] == attempt;
            },
            Address);
    }

    [Fact]
    public async Task A_replacement_that_dies_has_happened_or_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var (admin, leaving, incoming) = await WithThreeAsync(app);
        admin.Dispose();

        await CrashSteps.EachCallAsync(
            app,
            () => Restarted(app),
            one => Task.FromResult(one.Admin()),
            (_, attempt) => Task.FromResult(Replacement(From(attempt), To(attempt))),
            async (client, attempt) => Pairs(await client.GetAsync(Panel, Cancellation).JsonAsync()).Single(pair => pair.Scored == "so-a").Scorer == To(attempt),
            Address);

        string From(int attempt) => attempt % 2 == 1 ? leaving : incoming;

        string To(int attempt) => attempt % 2 == 1 ? incoming : leaving;
    }

    [Fact]
    public async Task A_submission_that_dies_has_happened_or_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] units = [.. Enumerable.Range(1, 40).Select(number => $"so-{number:00}")];
        await app.HasPeersAsync(PeersOf.Scheme, units);
        using var admin = app.Admin();
        await admin.DrawAsync();
        using var officer = await app.OfficerAsync("so-01");
        var saved = new Dictionary<int, System.Net.Http.Headers.EntityTagHeaderValue>();

        await CrashSteps.EachCallAsync(
            app,
            () => Restarted(app),
            one => one.OfficerAsync("so-01"),
            async (client, attempt) =>
            {
                if (!saved.TryGetValue(attempt, out var tag))
                {
                    using var answer = await client.SendAsync(Gives("so-01", units[attempt], null, ("I", 1), ("II", 1)), Cancellation);
                    saved[attempt] = tag = answer.Headers.ETag!;
                }

                return new HttpRequestMessage(HttpMethod.Post, $"{GivenBy("so-01", units[attempt])}/submission").With(tag);
            },
            async (client, attempt) =>
            {
                var read = await client.GetAsync(GivenBy("so-01", units[attempt]), Cancellation).JsonAsync();
                Assert.Equal(2, read["scores"]!.AsArray().Count);
                return (string)read["state"]! == "submitted";
            },
            Address);
    }

    [Fact]
    public async Task Scheme_A_of_Nghe_An_77_2025_by_the_average_of_self_score_and_peers()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var scheme = SchemeSamples.A with { CrossScoring = Averaged with { MinimumPeers = 2 } };
        string[] units = ["so-a", "so-b", "so-c", "so-d"];
        await app.HasOpenBlocAsync(scheme, units);
        foreach (var unit in units)
        {
            await app.HasSubmittedAsync(Bloc, unit, scheme, Ten(10, 9));
        }

        app.SetDay("2026-12-12");
        using var admin = app.Admin();
        await admin.DrawAsync();
        await GivesAllAsync("so-b", "so-a", Ten(8, 9));
        await GivesAllAsync("so-c", "so-a", Ten(8, 9));       // so-d gives nothing: (10 + 8) / 2 + 9 × 9 = 90, each at 90 %
        await GivesAllAsync("so-a", "so-b", Ten(6.98m, 9.5m));
        await GivesAllAsync("so-c", "so-b", Ten(6.97m, 9.5m)); // (10 + 6.975) / 2 = 8.4875, rounded 8.49: below 85 %
        await GivesAllAsync("so-a", "so-c", Ten(10, 10));      // one of at least two

        var published = await admin.PublishAsync(Bloc, "so-c", "so-d").JsonAsync();

        Assert.Equal((90m, "HTXSNV"), ((decimal)published.Place("so-a")["total"]!, (string)published.Place("so-a")["class"]!["code"]!));
        Assert.Equal((91.74m, "HTTNV"), ((decimal)published.Place("so-b")["total"]!, (string)published.Place("so-b")["class"]!["code"]!));
        Assert.Contains("tiêu chí 1 đạt 8,49/10 điểm", (string)published.Place("so-b")["classExplanation"]!, StringComparison.Ordinal);
        Assert.Equal(
            ["Mới có 1/2 đơn vị chấm chéo.", "Mới có 0/2 đơn vị chấm chéo."], published["apart"]!.AsArray().Select(unit => (string)unit!["reason"]!));

        async Task GivesAllAsync(string scorer, string unit, (string, decimal)[] scores)
        {
            using var officer = await app.OfficerAsync(scorer);
            using var saved = await officer.SendAsync(Gives(scorer, unit, null, [.. scores.Select(score => (score.Item1, (decimal?)score.Item2))]), Cancellation);
            await officer.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{GivenBy(scorer, unit)}/submission").With(saved.Headers.ETag!), Cancellation).JsonAsync();
        }

        static (string, decimal)[] Ten(decimal first, decimal others) => [("1", first), .. Enumerable.Range(2, 9).Select(number => ($"{number}", others))];
    }

    /// <summary>Three units, each scored by one; who scores the first, and who does not.</summary>
    private static async Task<(HttpClient Admin, string Leaving, string Incoming)> WithThreeAsync(EmulationApp app)
    {
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-a", "so-b", "so-c");
        var admin = app.Admin();
        var leaving = Pairs(await admin.DrawAsync(seed: 1)).Single(pair => pair.Scored == "so-a").Scorer;
        return (admin, leaving, leaving == "so-b" ? "so-c" : "so-b");
    }

    private EmulationApp Restarted(EmulationApp app) => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } };

    private static HttpRequestMessage Replacement(string leaving, string incoming) => new(HttpMethod.Post, $"{GivenBy(leaving, "so-a")}/replacement")
    {
        Content = EmulationApp.Json(new JsonObject { ["scorer"] = incoming, ["reason"] = "Quá tải." }),
    };

    private static Task<HttpResponseMessage> ReplaceAsync(HttpClient client, string leaving, string incoming) =>
        client.SendAsync(Replacement(leaving, incoming), Cancellation);

    private static List<CrossPair> Pairs(JsonNode panel) =>
        [.. panel["pairs"]!.AsArray().Select(pair => new CrossPair((string)pair!["scorer"]!, (string)pair["unit"]!))];

    private static async Task<List<CrossPair>> PairsAsync(HttpClient client, string query)
    {
        var pairs = new List<CrossPair>();
        string? continuation = "";
        while (continuation is not null)
        {
            var page = await client.GetAsync($"{Panel}?continuation={Uri.EscapeDataString(continuation)}{query}", Cancellation).JsonAsync();
            pairs.AddRange(Pairs(page));
            continuation = (string?)page["continuation"];
        }

        return pairs;
    }
}

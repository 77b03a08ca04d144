using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.CrossScores;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Evidence;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Every total can be followed down to each criterion, each step and each file.</summary>
public sealed class TraceTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>Groups, a computed criterion, a bonus and a penalty, with peers and tie-breaks.</summary>
    private static readonly SchemeContent Scheme = SchemeSamples.Of(
        SchemeSamples.Group("I", null, 60),
        SchemeSamples.Direct("I.1", "I", 40),
        new("I.2", "I", "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(20)),
        SchemeSamples.Direct("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, SchemeSamples.P(5)),
        new("P", null, "Điểm trừ", CriterionKind.Penalty, SchemeSamples.P(5))) with
    {
        CrossScoring = PeersOf.Averaged,
        Ladder =
        [
            new("XS", "Xuất sắc", SchemeSamples.P(90), true, null, false, Floor: SchemeSamples.Share(85)),
            new("K", "Khá", null, false, SchemeSamples.P(90), false),
        ],
        TieBreaks = [new(TieBreakKind.HigherPointsIn, "II")],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trace_tells_each_step_and_its_sums_are_the_totals_and_what_was_published()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var preview = await TraceAsync(admin, "so-a").JsonAsync();
        await admin.PublishAsync(Bloc).JsonAsync();
        using var unit = await app.OfficerAsync("so-a");
        var trace = await TraceAsync(unit, "so-a").JsonAsync();

        AssertSums(trace);
        Assert.Equal(("preview", "published"), ((string)preview["state"]!, (string)trace["state"]!));
        Assert.True((bool)trace["agrees"]!);
        Assert.Equal(preview["criteria"]!.ToJsonString(), trace["criteria"]!.ToJsonString());

        // Own 40, the peer 20, averaged 30; appraised with 25 in the round that is closed.
        var first = Node(trace, "I.1");
        Assert.Equal(25m, (decimal)first["points"]!);
        Assert.Equal([40m, 30m], new[] { "own", "averaged" }.Select(step => (decimal)first["steps"]![step]!));
        Assert.Equal(("so-b", 20m), ((string)first["steps"]!["peers"]![0]!["scorer"]!, (decimal)first["steps"]!["peers"]![0]!["points"]!));
        Assert.Equal((1, "head", "Thiếu minh chứng."), ((int)first["steps"]!["countedRound"]!, (string)first["steps"]!["appraised"]![0]!["by"]!, (string)first["steps"]!["appraised"]![0]!["reason"]!));

        // Leads with 120 for a target of 100.
        var computed = Node(trace, "I.2");
        Assert.Equal((20m, 100m, 120m, "leader"), (
            (decimal)computed["points"]!,
            (decimal)computed["steps"]!["computed"]!["target"]!,
            (decimal)computed["steps"]!["computed"]!["actual"]!,
            (string)computed["steps"]!["computed"]!["case"]!));

        // 25 + 20 + 40 + 2 - 1 = 86: no higher class.
        Assert.Equal(86m, (decimal)trace["place"]!["value"]!);
        Assert.Equal("K", (string)trace["place"]!["class"]!["code"]!);
        Assert.Equal("higherPointsIn", (string)trace["place"]!["tieBreaks"]![0]!["kind"]!);
    }

    [Fact]
    public async Task A_trace_says_so_when_published_points_are_not_what_the_locked_sheets_come_to()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await admin.PublishAsync(Bloc).JsonAsync();
        var rows = app.Tables.GetTable(SheetTable.Table);
        var row = (await rows.FindAsync(Sheet("so-a").Address.Partition, SheetKeys.Scores(1), Cancellation))!;
        row["score_II"] = "39";
        await rows.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);

        var forged = await TraceAsync(admin, "so-a").JsonAsync();
        var other = await TraceAsync(admin, "so-b").JsonAsync();

        Assert.False((bool)forged["agrees"]!);
        Assert.True((bool)other["agrees"]!);
    }

    [Fact]
    public async Task A_trace_names_the_files_behind_each_criterion()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        var address = Sheet("so-b").Address;
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(address, new("none|", "none}"), Actor.System, (_, change) =>
        {
            change.Put(new EvidenceFile("tep-1", "II", "Báo cáo.pdf", FileType.Pdf, 1234, new('a', 64), "tep-1", app.Clock.GetUtcNow(), "x").ToRow(address.Partition));
            change.Audit = new("Test", "tep-1");
            return Task.FromResult(true);
        }, Cancellation);
        var before = await TraceAsync(admin, "so-b").JsonAsync();
        var file = Node(before, "II")["steps"]!["evidence"]![0]!;

        Assert.Equal(("tep-1", "Báo cáo.pdf", 1234, new string('a', 64)), ((string)file["id"]!, (string)file["name"]!, (int)file["bytes"]!, (string)file["sha256"]!));
        Assert.Empty(Node(before, "I.1")["steps"]!["evidence"]!.AsArray());
    }

    [Fact]
    public async Task What_is_declared_void_after_publication_changes_no_trace_and_a_simulation_starts_from_what_was_published()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        var published = await admin.PublishAsync(Bloc).JsonAsync();
        var before = await TraceAsync(admin, "so-a").JsonAsync();
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.Services.GetRequiredService<SchemeTable>().VoidAsync("bang-diem", 1, "II", "Bãi bỏ.", [], Actor.System, Cancellation);

        var after = await TraceAsync(admin, "so-a").JsonAsync();
        var simulated = await SimulateAsync(admin, """{"unit":"so-b","criterion":"II","by":-1}""").JsonAsync();

        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.True((bool)after["agrees"]!);
        Assert.Equal(published.Ranks(), simulated["units"]!.AsArray().Select(one => ((int)one!["now"]!["rank"]!, (string)one["unit"]!)));
        Assert.Equal((decimal)published.Place("so-b")["value"]! - 1, (decimal)simulated["units"]![1]!["then"]!["value"]!);
        Assert.Equal(published.ToJsonString(), (await admin.StandingsAsync().JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task A_head_sees_no_round_of_its_own_unit_that_is_not_closed()
    {
        await using var app = await StartAsync();
        var id = new BlocInPeriod(TheYear, "nam", Bloc);
        await app.Services.GetRequiredService<BlocTable>().ChangeAsync(id, Actor.System, (_, _, change) =>
        {
            foreach (var unit in new[] { "so-a", "so-b" })
            {
                change.Put(BlocRows.Row(
                    id.Address.Partition, new AppraisedScore(2, unit, "II", SchemeSamples.P(1), AppraiserOffice.Office, "Vòng 2.", null, app.Clock.GetUtcNow(), 0)));
            }

            change.Audit = new("Test", id.ToString());
            return Task.FromResult(true);
        }, Cancellation);
        using var head = await app.OfficerAsync("so-a");
        using var council = app.Holding("Emulation.Council");

        var own = await TraceAsync(head, "so-a").JsonAsync();
        var other = await TraceAsync(head, "so-b").JsonAsync();
        var seen = await TraceAsync(council, "so-a").JsonAsync();

        Assert.Equal([0, 1, 1], new[] { own, other, seen }.Select(trace => Node(trace, "II")["steps"]!["appraised"]!.AsArray().Count));
    }

    [Fact]
    public async Task Before_publication_a_trace_is_for_those_who_see_the_standings()
    {
        await using var app = await StartAsync();

        using var unit = await TraceAsync(await app.OfficerAsync("so-b"), "so-b");
        using var head = await TraceAsync(await app.OfficerAsync("so-a"), "so-b");
        using var council = await TraceAsync(app.Holding("Emulation.Council"), "so-b");
        using var nobody = await TraceAsync(app.Admin(), "so-la");

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound],
            [unit.StatusCode, head.StatusCode, council.StatusCode, nobody.StatusCode]);
    }

    [Fact]
    public async Task A_simulation_moves_ranks_and_classes_and_changes_nothing()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");
        var before = await head.StandingsAsync().JsonAsync();

        var lower = await SimulateAsync(head, """{"unit":"so-a","criterion":"II","by":-20}""").JsonAsync();
        var higher = await SimulateAsync(head, """{"unit":"so-a","criterion":"I.1","points":40}, {"unit":"so-a","criterion":"P","points":0}""").JsonAsync();
        var after = await head.StandingsAsync().JsonAsync();

        Assert.Equal(["so-b", "so-a"], lower["units"]!.AsArray().Select(one => (string)one!["unit"]!));
        Assert.Equal((1, 2, 66m), ((int)lower["units"]![1]!["now"]!["rank"]!, (int)lower["units"]![1]!["then"]!["rank"]!, (decimal)lower["units"]![1]!["then"]!["value"]!));
        Assert.Equal(("K", "XS", 102m), ((string)higher["units"]![0]!["now"]!["class"]!, (string)higher["units"]![0]!["then"]!["class"]!, (decimal)higher["units"]![0]!["then"]!["value"]!));
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task Every_change_that_cannot_be_supposed_is_named()
    {
        await using var app = await StartAsync();
        using var head = await app.OfficerAsync("so-a");

        var refused = await SimulateAsync(head, """
            {"unit":"so-la","criterion":"II","points":1}, {"unit":"so-a","criterion":"I","points":1}, {"unit":"so-a","criterion":"X","points":1},
            {"unit":"so-a","criterion":"II","points":40.5}, {"unit":"so-a","criterion":"I.1","by":-25.01}, {"unit":"so-b","criterion":"II"},
            {"unit":"so-b","criterion":"I.1","points":1,"by":1}, {"unit":"so-a","criterion":"II","points":1}
            """).ProblemAsync(400);

        Assert.Equal(
            [
                "$.changes[0].unit", "$.changes[1].criterion", "$.changes[2].criterion", "$.changes[3].points", "$.changes[4].by", "$.changes[5]", "$.changes[6]",
                "$.changes[7].criterion",
            ],
            refused.Paths());
    }

    private static JsonNode Node(JsonNode trace, string criterion) => trace["criteria"]!.AsArray().Single(node => (string)node!["criterion"]! == criterion)!;

    private static void AssertSums(JsonNode trace)
    {
        var nodes = trace["criteria"]!.AsArray();
        foreach (var part in new[] { "points", "assigned", "bonus", "penalty" })
        {
            foreach (var group in nodes.Where(node => (string)node!["kind"]! == "group"))
            {
                Assert.Equal((decimal)group![part]!, Sum(node => (string?)node["parent"] == (string)group["criterion"]!));
            }

            var total = (decimal)trace["totals"]![part == "points" ? "base" : part]!;
            Assert.Equal(total, Sum(node => node["parent"] is null));
            Assert.Equal(total, Sum(node => (string)node["kind"]! != "group"));

            decimal Sum(Func<JsonNode, bool> which) => nodes.Where(node => which(node!)).Sum(node => (decimal)node![part]!);
        }
    }

    private static Task<HttpResponseMessage> TraceAsync(HttpClient client, string unit) => client.GetAsync($"{Address()}/{unit}/trace", Cancellation);

    private static Task<HttpResponseMessage> SimulateAsync(HttpClient client, string changes) =>
        client.PostAsync($"{Address()}/simulation", EmulationApp.Json($$"""{"changes":[{{changes}}]}"""), Cancellation);

    private async Task<EmulationApp> StartAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Scheme, "so-a", "so-b");
        foreach (var unit in new[] { "so-a", "so-b" })
        {
            await app.HasSubmittedAsync(Bloc, unit, Scheme, ("I.1", 40), ("II", 40), ("T", 2), ("P", 1));
        }

        var id = new BlocInPeriod(TheYear, "nam", Bloc);
        await app.Services.GetRequiredService<BlocTable>().ChangeAsync(id, Actor.System, (_, _, change) =>
        {
            var partition = id.Address.Partition;
            var at = app.Clock.GetUtcNow();
            change.Put(BlocRows.Row(partition, new Figure("I.2", "so-a", 100, 120)));
            change.Put(BlocRows.Row(partition, new Figure("I.2", "so-b", 50, 25)));
            foreach (var (scorer, unit) in new[] { ("so-b", "so-a"), ("so-a", "so-b") })
            {
                change.Put(BlocRows.Row(partition, new CrossPair(scorer, unit)));
                change.Put(BlocRows.Row(partition, new PeerScores(
                    unit, scorer, new Dictionary<string, Points> { ["I.1"] = SchemeSamples.P(20), ["II"] = SchemeSamples.P(40) }, null, at, 0)));
            }

            change.Put(BlocRows.Row(partition, new AppraisedScore(1, "so-a", "I.1", SchemeSamples.P(25), AppraiserOffice.Head, "Thiếu minh chứng.", null, at, 0)));
            change.Put(BlocRows.Row(partition, 1, at));
            change.Audit = new("Test", id.ToString());
            return Task.FromResult(true);
        }, Cancellation);
        return app;
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Standings, traces and what-if of schemes that choose, measure, and have conditions.</summary>
public sealed class StandingsKindsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>Ranked by initiatives, then by the share of them that was recognized; nothing has points.</summary>
    private static readonly SchemeContent ByMeasures = Of(
        new Criterion("M", null, "Sáng kiến", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value)),
        new Criterion("N", null, "Tỷ lệ được công nhận", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded))) with
    {
        Basis = ScoreBasis.Measures,
        TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["M"]), new(TieBreakKind.HigherShare, "N")],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ranking_by_measures_shows_the_measures_and_no_total_before_and_after_publication()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(ByMeasures, "so-a", "so-b");
        await HasAsync(app, "so-a", ByMeasures, new ScoreEntry("M", Measure: new(3)), new ScoreEntry("N", Measure: new(1, 3)));
        await HasAsync(app, "so-b", ByMeasures, new ScoreEntry("M", Measure: new(3)), new ScoreEntry("N", Measure: new(2, 3)));
        using var admin = app.Admin();

        var supposed = await SimulateAsync(admin, """{"changes":[{"unit":"so-a","criterion":"M","measure":{"part":4}}]}""").JsonAsync();
        var preview = await admin.StandingsAsync().JsonAsync();
        var published = await admin.PublishAsync().JsonAsync();
        using var export = await admin.GetAsync($"{Address()}/export", Cancellation);
        var pages = await StandingsExportTests.ReadAsync(export);
        var history = await admin.GetAsync("/api/units/so-b/history", Cancellation).JsonAsync();

        Assert.Equal([(1, "so-b"), (2, "so-a")], preview.Ranks());
        Assert.Equal("số liệu M là 3, tỷ lệ ở N là 66,6666 %", (string)preview.Place("so-b")["measures"]!);
        Assert.All(["value", "total", "percentage"], member => Assert.Null(preview.Place("so-b")[member]));
        Assert.Equal(preview["places"]!.ToJsonString(), published["places"]!.ToJsonString());
        Assert.Null(history["results"]![0]!["value"]);
        Assert.Equal("Xếp hạng", Assert.Single(pages).Key);
        Assert.Equal("Số liệu xếp hạng", pages["Xếp hạng"]["C10"]);
        Assert.Equal("số liệu M là 3, tỷ lệ ở N là 66,6666 %", pages["Xếp hạng"]["C11"]);
        Assert.Equal((1, "so-a"), ((int)supposed["units"]![0]!["then"]!["rank"]!, (string)supposed["units"]![0]!["unit"]!));
        Assert.Null(supposed["units"]![0]!["then"]!["value"]);
    }

    [Fact]
    public async Task A_unit_that_sent_no_self_score_has_the_lowest_class_without_a_place_wherever_standings_are_shown()
    {
        await using var app = await StartAsync("so-a", "so-b");
        using var admin = app.Admin();

        var preview = await admin.StandingsAsync().JsonAsync();
        var published = await admin.PublishAsync(Bloc, "so-b").JsonAsync();
        using var export = await admin.GetAsync($"{Address()}/export", Cancellation);
        var cells = (await StandingsExportTests.ReadAsync(export))["Xếp hạng"].Values;
        var history = await admin.GetAsync("/api/units/so-b/history", Cancellation).JsonAsync();
        var trace = await TraceAsync(admin, "so-b");

        Assert.Equal(("K", "Khá vì điều kiện “Đã nộp phiếu tự chấm”: không."), ((string)preview["apart"]![0]!["class"]!["code"]!, (string)preview["apart"]![0]!["classExplanation"]!));
        Assert.Equal(preview["apart"]!.ToJsonString(), published["apart"]!.ToJsonString());
        Assert.Contains("Khá (không xếp hạng)", cells);
        Assert.Equal("K", (string)history["results"]![0]!["class"]!["code"]!);
        Assert.True((bool)trace["agrees"]!);
    }

    [Fact]
    public async Task A_trace_tells_the_option_what_was_measured_with_its_step_how_a_group_adds_up_and_each_condition()
    {
        await using var app = await StartAsync("so-a", "so-b");
        await DeclareAsync(app, "so-a", "KT", isSo: true);
        using var admin = app.Admin();

        var trace = await TraceAsync(admin, "so-a");

        var (chosen, late, linear, ladder, bonus) = (Node(trace, "I.2"), Node(trace, "I.Q"), Node(trace, "II.1"), Node(trace, "II.3"), Node(trace, "I.T"));
        Assert.Equal(("b", 5m), ((string)chosen["steps"]!["chosen"]!["code"]!, (decimal)chosen["points"]!));
        Assert.Equal((12m, 3), ((decimal)late["steps"]!["measured"]!["part"]!, (int)late["steps"]!["measured"]!["step"]!));
        Assert.Equal("b = 12: bậc 3, 3 điểm.", (string)late["steps"]!["measured"]!["explanation"]!);
        Assert.Equal((75m, "linear", 30m), ((decimal)linear["steps"]!["measured"]!["share"]!, (string)linear["steps"]!["measured"]!["formula"]!, (decimal)linear["steps"]!["measured"]!["points"]!));
        Assert.Equal(0m, (decimal)linear["points"]!);
        Assert.Contains("điều kiện “Kế hoạch được công bố”: không", linear["takenBy"]!.AsArray().Select(one => (string)one!));
        Assert.Equal((2, 3m), ((int)ladder["steps"]!["measured"]!["step"]!, (decimal)ladder["points"]!));
        Assert.Equal((1m, 0m), ((decimal)bonus["steps"]!["chosen"]!["points"]!, (decimal)bonus["bonus"]!));
        Assert.True((bool)Node(trace, "I")["adding"]!["isNet"]!);
        Assert.Equal(19m, (decimal)Node(trace, "I")["points"]!);
        Assert.Equal([("KH", false), ("KT", true), ("TPH", false), ("NOP", true)], trace["conditions"]!.AsArray().Select(one => ((string)one!["condition"]!, (bool)one["isSo"]!)));
        Assert.Contains("tiêu chí II.1 được 0 điểm vì điều kiện “Kế hoạch được công bố”: không", (string)trace["place"]!["explanation"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_changes_an_option_a_measure_and_a_condition_and_keeps_nothing()
    {
        await using var app = await StartAsync("so-a", "so-b");
        await HasAsync(app, "so-b", MeasuredForm.Content, [.. MeasuredForm.Entries]);
        await DeclareAsync(app, "so-a", "KT", isSo: true);
        using var admin = app.Admin();
        var before = await admin.StandingsAsync().JsonAsync();

        // 19 + 28 + 0.3 now, the reprimand takes 1 of the bonus; the plan published gives 30 back, the better option 5, the better ladder step 2, and no reprimand 1.
        var plan = await SimulateAsync(admin, """{"conditions":[{"unit":"so-a","condition":"KH","isSo":true}]}""").JsonAsync();
        var option = await SimulateAsync(admin, """{"changes":[{"unit":"so-a","criterion":"I.2","option":"a"}]}""").JsonAsync();
        var measure = await SimulateAsync(admin, """{"changes":[{"unit":"so-a","criterion":"II.3","measure":{"part":100,"whole":100}}]}""").JsonAsync();
        var lifted = await SimulateAsync(admin, """{"conditions":[{"unit":"so-a","condition":"TPH","isSo":true}]}""").JsonAsync();
        var now = (decimal)before.Place("so-a")["value"]!;

        Assert.Equal([now + 30, now + 5, now + 2, now + 1], new[] { plan, option, measure, lifted }.Select(Then));
        Assert.Equal(before.ToJsonString(), (await admin.StandingsAsync().JsonAsync()).ToJsonString());
    }

    [Fact]
    public async Task Every_option_measure_and_condition_that_cannot_be_supposed_is_named()
    {
        await using var app = await StartAsync("so-a", "so-b");
        using var admin = app.Admin();

        var refused = await SimulateAsync(admin, """
            {"changes":[
              {"unit":"so-a","criterion":"I.2","option":"z"}, {"unit":"so-a","criterion":"II.1","measure":{"part":1,"whole":0}}, {"unit":"so-a","criterion":"II.2","measure":{"part":1}},
              {"unit":"so-a","criterion":"I.1","option":"a"}, {"unit":"so-a","criterion":"I.T","option":"1","points":1}],
             "conditions":[
              {"unit":"so-la","condition":"KH","isSo":true}, {"unit":"so-a","condition":"X","isSo":true}, {"unit":"so-a","condition":"NOP","isSo":true}]}
            """).ProblemAsync(400);

        Assert.Equal(
            [
                "$.changes[0].option", "$.changes[1].measure.whole", "$.changes[2].measure.whole", "$.changes[3].option", "$.changes[4]",
                "$.conditions[0].unit", "$.conditions[1].condition", "$.conditions[2].condition",
            ],
            refused.Paths());
    }

    private static decimal Then(JsonNode simulated) =>
        (decimal)simulated["units"]!.AsArray().Single(unit => (string)unit!["unit"]! == "so-a")!["then"]!["value"]!;

    private static JsonNode Node(JsonNode trace, string criterion) => trace["criteria"]!.AsArray().Single(node => (string)node!["criterion"]! == criterion)!;

    private static async Task<JsonNode> TraceAsync(HttpClient client, string unit) => await client.GetAsync($"{Address()}/{unit}/trace", Cancellation).JsonAsync();

    private static Task<HttpResponseMessage> SimulateAsync(HttpClient client, string body) => client.PostAsync($"{Address()}/simulation", EmulationApp.Json(body), Cancellation);

    private static Task DeclareAsync(EmulationApp app, string unit, string condition, bool isSo) => app.Services.GetRequiredService<BlocTable>().ChangeAsync(
        new(TheYear, "nam", Bloc), Actor.System, (_, _, change) =>
        {
            change.Put(BlocRows.Row(
                new BlocInPeriod(TheYear, "nam", Bloc).Address.Partition, new DeclaredCondition(unit, condition, isSo, "Theo quyết định.", null, DeclarerOffice.Office, app.Clock.GetUtcNow())));
            change.Audit = new("Test", unit);
            return Task.FromResult(true);
        }, Cancellation);

    /// <summary>A submitted sheet with just these entries.</summary>
    private static Task HasAsync(EmulationApp app, string unit, SchemeContent scheme, params ScoreEntry[] entries)
    {
        var id = Sheet(unit);
        var (content, version, partition) = (SheetContent.Of(entries), new Scheme("bang-diem", 1, scheme), id.Address.Partition);
        return app.Services.GetRequiredService<PartitionStore>().ChangeAsync(id.Address, new("none|", "none}"), Actor.System, (_, change) =>
        {
            foreach (var row in SheetRows.Write(partition, entries))
            {
                change.Put(row);
            }

            change.Put(new SheetHead(SheetState.Submitted, version.Id, version.Version, SheetHash.Of(version, content, ""), app.Clock.GetUtcNow(), HashForm: SheetHash.Form).ToEntity(partition));
            change.Audit = new("SubmitSheet", id.ToString());
            return Task.FromResult(0);
        }, Cancellation);
    }

    /// <summary>A bloc scored by the form with everything, in which the first unit has submitted.</summary>
    private async Task<EmulationApp> StartAsync(params string[] units)
    {
        var app = new EmulationApp(azurite, issuer);
        using (var admin = app.Admin())
        {
            await admin.PutAsync($"/api/units/{MeasuredForm.Inspectorate}", EmulationApp.Json(
                """{"name":"Thanh tra","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}"""), Cancellation).JsonAsync();
        }

        await app.HasOpenBlocAsync(MeasuredForm.Content, units);
        await HasAsync(app, units[0], MeasuredForm.Content, [.. MeasuredForm.Entries]);
        return app;
    }
}

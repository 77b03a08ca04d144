using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>
/// What a unit chooses and measures, over HTTP. In the workbook of <see cref="MeasuredForm"/> the headings stand in row 11 and I.1 in row 13; points are typed in F, times in G, options in I,
/// a in J and b in K, explanations in L.
/// </summary>
public sealed class MeasuredSheetTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary><see cref="MeasuredForm.Entries"/>, as a unit sends them.</summary>
    public const string Entered = """
        {"criterion":"I.1","points":18}, {"criterion":"I.2","option":"b","explanation":"Kế hoạch số 12/KH ngày 20/01"}, {"criterion":"I.T","option":"1"}, {"criterion":"I.P","count":7},
        {"criterion":"I.Q","measure":{"part":12}}, {"criterion":"II.1","measure":{"whole":200,"part":150}}, {"criterion":"II.2","measure":{"part":130,"whole":100}},
        {"criterion":"II.3","measure":{"whole":100,"part":90}}, {"criterion":"G","measure":{"part":1234.5}}, {"criterion":"T","measure":{"whole":100,"part":103.5}}
        """;

    private const string Export = $"{SheetWorld.Sheet}/xlsx";
    private const string Import = $"{SheetWorld.Sheet}/import";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_and_measures_are_kept_and_the_form_shows_what_they_come_to_with_number_basis_and_checking_body()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content with { Conditions = null });
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var saved = await unit.SendAsync(SheetWorld.Save(Entered), Cancellation).JsonAsync();
        var (sheet, tag) = await SheetWorld.ReadAsync(unit);
        var submitted = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).JsonAsync();

        Assert.True((bool)saved["isComplete"]!);
        Assert.Equal("""{"base":78,"assigned":100,"bonus":0.3,"penalty":0,"total":78.3,"percentage":78}""", saved["totals"]!.Plain());
        Assert.Equal("""{"criterion":"II.1","points":null,"count":null,"counts":null,"explanation":null,"option":null,"measure":{"part":150,"whole":200}}""", Entry(sheet, "II.1").Plain());
        Assert.Equal("b", (string)Entry(sheet, "I.2")["option"]!);
        Assert.Equal(
            """{"criterion":"I.2","number":"2.a)","title":"Ban hành kế hoạch","depth":2,"kind":"choice","maximum":10,"entered":"option","each":null,"nested":null,"options":[{"code":"a","points":10,"title":"Trước 15/01"},{"code":"b","points":5,"title":"Sau 15/01"}],"measure":null,"isUncapped":false,"step":null,"evidence":"whenClaimed","basis":null,"checkedBy":null,"state":"scored","points":5,"assigned":10,"bonus":0,"penalty":0,"isProvisional":false,"adding":null,"chosen":{"code":"b","points":5,"title":"Sau 15/01"},"takenBy":[]}""",
            sheet.Node("I.2").Plain());
        Assert.Equal(
            ("1.", "Báo cáo của đơn vị; sổ theo dõi của Sở Nội vụ", "Sở Nội vụ"),
            ((string)sheet.Node("I.1")["number"]!, (string)sheet.Node("I.1")["basis"]!, (string)sheet.Node("I.1")["checkedBy"]!));
        // The lines of the net item keep their counts; their caps and the net are the item's.
        Assert.Equal((7L, 6m, 3m), ((long)Entry(sheet, "I.P")["count"]!, (decimal)sheet.Node("I.P")["penalty"]!, (decimal)sheet.Node("I.Q")["penalty"]!));
        Assert.Equal((20m, 0m, 0m), ((decimal)sheet.Node("I")["points"]!, (decimal)sheet.Node("I")["bonus"]!, (decimal)sheet.Node("I")["penalty"]!));
        Assert.Equal((true, 4m), ((bool)sheet.Node("I")["adding"]!["isNet"]!, (decimal)sheet.Node("I")["adding"]!["penaltyCap"]!));
        Assert.Equal((3m, null), ((decimal)sheet["bonusCap"]!, (decimal?)sheet["penaltyCap"]));
        Assert.Equal(64, ((string)submitted["hash"]!).Length);
    }

    [Fact]
    public async Task Every_fault_of_what_is_chosen_or_measured_is_told_at_its_path_and_nothing_is_saved()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var rules = await unit.SendAsync(SheetWorld.Save("""
            {"criterion":"I.2","option":"c"}, {"criterion":"II.1","measure":{"part":5}}, {"criterion":"II.2","measure":{"whole":0,"part":0}}, {"criterion":"II.3","measure":{"whole":10,"part":10.0001}},
            {"criterion":"T","measure":{"whole":100,"part":1.00001}}, {"criterion":"I.1","option":"a"}, {"criterion":"G","points":5}, {"criterion":"I.Q","measure":{"whole":3,"part":1}},
            {"criterion":"I.T","points":1,"measure":{"part":1}}, {"criterion":"I","option":"a"}
            """), Cancellation).ProblemAsync(400);
        var shape = await unit.SendAsync(SheetWorld.Save("""
            {"criterion":"II.1","measure":{"whole":5}}, {"criterion":"II.2","measure":{"part":null,"whole":1}}, {"criterion":"II.3","measure":{"part":1,"whole":2,"a":3}}, {"criterion":"I.2","option":1}, {"criterion":"T","measure":5}
            """), Cancellation).ProblemAsync(400);

        Assert.Equal(
            [
                "$.scores[0].option", "$.scores[1].measure.whole", "$.scores[2].measure.whole", "$.scores[3].measure.part", "$.scores[4].measure.part", "$.scores[5].option", "$.scores[6].points",
                "$.scores[7].measure.whole", "$.scores[8].points", "$.scores[8].measure", "$.scores[9].criterion",
            ],
            rules.Paths());
        Assert.Equal("Tiêu chí I.2 không có mức c; các mức là a, b.", (string)rules["faults"]![0]!["detail"]!);
        Assert.Equal(
            ["$.scores[0].measure.part", "$.scores[1].measure.part", "$.scores[2].measure.a", "$.scores[3].option", "$.scores[4].measure"], shape.Paths().Order(StringComparer.Ordinal));
        Assert.Equal("notStarted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_an_entry_without_anything_clears_what_was_chosen_or_measured()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Entered));

        var again = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Entered.Replace("1234.5", "1234.500", StringComparison.Ordinal)));
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2"}, {"criterion":"II.1"}, {"criterion":"I.T","option":"2"}""", tag));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        var incomplete = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", (await SheetWorld.ReadAsync(unit)).Tag), Cancellation).ProblemAsync(409);
        var change = (await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync())["changes"]![0]!["scores"]!.AsArray();

        Assert.Equal(tag, again);
        Assert.Equal(["missing", "missing", "scored"], new[] { "I.2", "II.1", "I.T" }.Select(code => (string)sheet.Node(code)["state"]!));
        Assert.Equal(["$.scores['I.2']", "$.scores['II.1']"], incomplete.Paths());
        Assert.Equal(("1", "2"), ((string)change[2]!["before"]!["option"]!, (string)change[2]!["after"]!["option"]!));
        Assert.Equal((200m, null), ((decimal)change[1]!["before"]!["measure"]!["whole"]!, change[1]!["after"]));
    }

    [Fact]
    public async Task A_workbook_takes_options_and_measures_and_what_it_gives_changes_nothing_when_it_comes_back()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var empty = await unit.GetByteArrayAsync(Export, Cancellation);
        Workbooks.AssertValid(empty);

        await unit.PostAsync(
            Import,
            Workbooks.Body(Filled(
                empty, ("F13", 18), ("I14", "sau 15/01"), ("L14", "Kế hoạch số 12/KH ngày 20/01"), ("I15", 1), ("G16", 7), ("K17", "12"), ("J19", 200), ("K19", "150,0"), ("J20", 100), ("K20", 130), ("J21", 100),
                ("K21", 90), ("K22", "1.234,5"), ("J23", 100), ("K23", 103.5))),
            Cancellation).JsonAsync();
        var (sheet, tag) = await SheetWorld.ReadAsync(unit);
        var file = await unit.GetByteArrayAsync(Export, Cancellation);
        using var again = await unit.PostAsync(Import, Workbooks.Body(file), Cancellation);

        using var other = await world.App.OfficerAsync(SheetWorld.Other);
        await SheetWorld.DoneAsync(other, SheetWorld.Save(Entered, sheet: $"{SheetWorld.Sheets}/{SheetWorld.Other}"));
        Assert.Equal((await SheetWorld.ReadAsync(other, $"{SheetWorld.Sheets}/{SheetWorld.Other}")).Sheet["scores"]!.Plain(), sheet["scores"]!.Plain().Replace("150.0", "150", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, tag), (again.StatusCode, again.Headers.ETag!.Tag));
        Assert.Single((await unit.GetAsync($"{SheetWorld.Sheet}/changes", Cancellation).JsonAsync())["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_workbook_s_faults_are_told_at_the_cells_of_option_a_and_b()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var file = await unit.GetByteArrayAsync(Export, Cancellation);

        await RefusedAsync(["I14", "J19", "J20", "K21", "I13", "F22", "J17"],
            ("I14", "c"), ("K19", 5), ("J20", 0), ("K20", 0), ("J21", 10), ("K21", 11), ("I13", "a"), ("F22", 5), ("J17", 3), ("K17", 1)); // rules of a save
        await RefusedAsync(["K19", "J20", "K21"], ("J19", 5), ("J20", "nhiều"), ("K20", 1), ("J21", 10), ("K21", "1.234")); // a without b, no number, and what could be two numbers
        await RefusedAsync(["K13"], ("K13", 1)); // nothing is measured there

        Assert.Equal("notStarted", SheetWorld.State((await SheetWorld.ReadAsync(unit)).Sheet));

        async Task RefusedAsync(string[] cells, params (string, object?)[] values)
        {
            var problem = await unit.PostAsync(Import, Workbooks.Body(Filled(file, values)), Cancellation).ProblemAsync(400);
            Assert.Equal(cells.Select(cell => $"Sheet 'Chấm điểm' {cell}").Order(), problem.Paths().Order());
        }
    }

    [Fact]
    public async Task Those_who_score_the_unit_see_what_it_chose_and_measured_and_give_points()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, MeasuredForm.Content with { CrossScoring = new(null, PeerAverage.Mean, SchemeSamples.Share(50), 1) });
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var peer = await world.App.OfficerAsync(SheetWorld.Other);
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", await SheetWorld.DoneAsync(unit, SheetWorld.Save(Entered))));
        world.App.SetDay("2026-12-12");
        const string Given = $"/api/cycles/2026/periods/nam/blocs/{SheetWorld.Bloc}/cross-scoring/{SheetWorld.Other}/sheets/{SheetWorld.Unit}";
        await world.PutAsync(SheetWorld.Id.InPeriod.Address, [BlocRows.Row(SheetWorld.Id.InPeriod.Address.Partition, new CrossPair(SheetWorld.Other, SheetWorld.Unit))]);

        var seen = await peer.GetAsync(Given, Cancellation).JsonAsync();
        var refused = await peer.SendAsync(Patch(Given, """{"criterion":"G","points":0}, {"criterion":"I.2","points":7}, {"criterion":"II.1","points":40.01}"""), Cancellation).ProblemAsync(400);
        var tag = await SheetWorld.DoneAsync(peer, Patch(Given, """
            {"criterion":"I.1","points":16}, {"criterion":"I.2","points":0}, {"criterion":"II.1","points":29.75}, {"criterion":"II.2","points":25}, {"criterion":"II.3","points":2}, {"criterion":"I.T","points":0}
            """));
        await SheetWorld.DoneAsync(peer, SheetWorld.Post($"{Given}/submission", tag));
        world.App.SetDay("2026-12-17");
        var appraisal = await head.GetAsync($"{SheetWorld.Sheet}/appraisal", Cancellation).JsonAsync();

        Assert.Equal(["I.1", "I.2", "II.1", "II.2", "II.3"], seen["missing"]!.AsArray().Select(code => (string)code!));
        Assert.Equal(10, seen["entered"]!.AsArray().Count);
        Assert.Equal(
            """{"entry":{"criterion":"I.2","points":null,"count":null,"counts":null,"explanation":"Kế hoạch số 12/KH ngày 20/01","option":"b","measure":null},"chosen":{"code":"b","points":5,"title":"Sau 15/01"},"points":5}""",
            seen["entered"]![1]!.Plain());
        Assert.Equal(["$.scores[0].criterion", "$.scores[1].points", "$.scores[2].points"], refused.Paths());
        var measured = appraisal["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == "II.1")!;
        Assert.Equal(("""{"part":150,"whole":200}""", 30m), (measured["entered"]!["entry"]!["measure"]!.Plain(), (decimal)measured["entered"]!["points"]!));
        // The plan was not declared as published, so of the totals nothing of II.1 is left; what was given stays to be seen.
        Assert.Equal((30m, 48m), ((decimal)measured["own"]!["points"]!, (decimal)appraisal["own"]!["scores"]!["base"]!));
        Assert.Null(appraisal["criteria"]![0]!["entered"]);
    }

    private static JsonNode Entry(JsonNode sheet, string code) => sheet["scores"]!.AsArray().Single(one => (string)one!["criterion"]! == code)!;

    private static HttpRequestMessage Patch(string address, string scores) =>
        new(HttpMethod.Patch, address) { Content = EmulationApp.Json($$"""{"scores":[{{scores}}]}""") };

    private static byte[] Filled(byte[] file, params (string, object?)[] values) => Workbooks.With(file, "Chấm điểm", values);
}

internal static class SheetNodes
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With its letters as they are.</summary>
    public static string Plain(this JsonNode json) => json.ToJsonString(Letters);

    public static JsonNode Node(this JsonNode sheet, string code) => sheet["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == code)!;
}

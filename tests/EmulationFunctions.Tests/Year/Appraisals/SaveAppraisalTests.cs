using System.Net;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>Who records which points beside a unit's own, when, and what is refused.</summary>
public sealed class SaveAppraisalTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fault_is_named_at_its_path_and_nothing_is_saved()
    {
        var scheme = Form with
        {
            Maximum = SchemeSamples.P(130),
            Criteria = [.. Form.Criteria, new("Q", null, "Chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(10)), SchemeSamples.Direct("V", null, 10), SchemeSamples.Direct("N", null, 10)],
        };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(scheme);
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        await app.Services.GetRequiredService<SchemeTable>().FreezeAsync("bang-diem", 1, Cancellation);
        await office.PostAsync("/api/schemes/bang-diem/versions/1/criteria/V/void", EmulationApp.Json("""{"reason":"Không còn."}"""), Cancellation).JsonAsync();
        await HasNotApplicableAsync(app, "so-b", "N");

        var refused = await head.SendAsync(
            Appraises(1, null, string.Join(',',
                Entry("IX", 1),             // unknown
                Entry("I", 1),              // a group
                Entry("V", 1),              // void
                Entry("N", 1),              // not applicable to this unit
                Entry("Q", 1),              // computed
                Entry("II", 1),             // somebody else's
                Entry("I.1", 40.01m),
                Entry("I.1", -1),           // twice
                Entry("I.2", 19),           // neither passed nor failed
                Entry("T", 1, " "),
                Entry("P", 1, finding: "dot-1/1"),
                Entry("P", null, finding: "khong"))),
            Cancellation).ProblemAsync(400);
        var structural = await head.SendAsync(
            Appraises(1, null, $$"""{"criterion":"I.1","points":1},{"criterion":"I.1","reason":"x"},{"criterion":"I.1","points":1.005,"reason":"{{new string('x', 1001)}}"}"""), Cancellation).ProblemAsync(400);
        var empty = await head.SendAsync(Appraises(1, null, ""), Cancellation).ProblemAsync(400);

        Assert.Equal(
            [
                "$.scores[0].criterion", "$.scores[1].criterion", "$.scores[2].criterion", "$.scores[3].criterion", "$.scores[4].criterion", "$.scores[5].criterion",
                "$.scores[6].points", "$.scores[7].points", "$.scores[7].criterion", "$.scores[8].points", "$.scores[9].reason", "$.scores[10].finding",
                "$.scores[11].criterion", "$.scores[11].finding",
            ],
            refused.Paths());
        Assert.Contains($"'{Specialist}'", (string)refused["faults"]![5]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["$.scores[0].reason", "$.scores[1].criterion", "$.scores[1].points", "$.scores[2].criterion", "$.scores[2].points", "$.scores[2].reason"], structural.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.scores"], empty.Paths());
        Assert.Equal("\"0\"", (await head.AppraisalAsync()).Tag);
        Assert.Empty(await app.TrailAsync());
    }

    [Fact]
    public async Task A_penalty_may_rest_on_a_finding_at_that_unit()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.PutAsync($"/api/cycles/{TheYear}/periods/nam/blocs/{Bloc}/inspections/dot-1", EmulationApp.Json("""
            {"unit":"so-b","plannedOn":"2026-10-01","team":["so-a"],"visitedOn":"2026-10-02","findings":[{"number":2,"text":"Thiếu sổ theo dõi.","mendBy":null}]}
            """), Cancellation).JsonAsync();

        await head.DoneAsync(Appraises(1, null, Entry("P", 2, "Theo kết luận kiểm tra chéo.", "dot-1/2")));
        var wrongNumber = await head.SendAsync(Appraises(1, null, Entry("P", 2, finding: "dot-1/1"), "so-c"), Cancellation).ProblemAsync(400);
        var wrongUnit = await head.SendAsync(Appraises(1, null, Entry("P", 2, finding: "dot-1/2"), "so-c"), Cancellation).ProblemAsync(400);

        Assert.Equal("dot-1/2", (string)(await head.AppraisalAsync()).View.Criterion("P")["rounds"]![0]!["finding"]!);
        Assert.Equal(["$.scores[0].finding", "$.scores[0].finding"], wrongNumber.Paths().Concat(wrongUnit.Paths()));
    }

    [Fact]
    public async Task Each_records_in_its_own_office_and_only_what_it_may()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        using var specialist = await app.OfficerAsync(Specialist);
        using var office = app.Admin();
        using var member = await app.OfficerAsync("so-c");
        using var own = await app.OfficerAsync("so-b");
        using var reader = app.Holding("Emulation.Reader");

        var tag = await head.DoneAsync(Appraises(1, null, Entry("I.1", 31)));
        tag = await deputy.DoneAsync(Appraises(1, tag, Entry("I.2", 0)));
        tag = await specialist.DoneAsync(Appraises(1, tag, Entry("II", 33)));
        await office.DoneAsync(Appraises(1, tag, Entry("T", 5)));
        var notTheirs = await specialist.SendAsync(Appraises(1, tag, Entry("I.1", 1)), Cancellation).ProblemAsync(400);
        var owned = await office.SendAsync(Appraises(1, tag, Entry("II", 1)), Cancellation).ProblemAsync(400);

        var (view, _) = await reader.AppraisalAsync();
        Assert.Equal(["head", "deputy", "specialist", "office"], new[] { "I.1", "I.2", "II", "T" }.Select(code => (string)view.Criterion(code)["rounds"]![0]!["by"]!));
        Assert.Equal(["$.scores[0].criterion", "$.scores[0].criterion"], notTheirs.Paths().Concat(owned.Paths()));
        foreach (var client in new[] { member, own, reader })
        {
            using var refused = await client.SendAsync(Appraises(1, tag, Entry("I.1", 1)), Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal([Head, Deputy, Specialist, null], (await app.TrailAsync()).Select(row => row.Actor.Unit));
    }

    [Fact]
    public async Task Nobody_appraises_itself_and_the_office_does_it_instead()
    {
        var scheme = Form with { Appraisal = new(Specialists: [new("II", "so-c")]) };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(scheme);
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        using var specialist = await app.OfficerAsync("so-c");
        using var office = app.Admin();

        Assert.Equal("own-sheet", await head.RefusedAsync(Appraises(1, null, Entry("I.1", 40), Head)));
        Assert.Equal("own-sheet", await deputy.RefusedAsync(Appraises(1, null, Entry("I.1", 40), Deputy)));
        Assert.Equal("own-sheet", await specialist.RefusedAsync(Appraises(1, null, Entry("II", 40), "so-c")));
        var byHead = await head.SendAsync(Appraises(1, null, Entry("II", 30), "so-c"), Cancellation).ProblemAsync(400);
        await office.DoneAsync(Appraises(1, null, Entry("I.1", 39), Head));
        await office.DoneAsync(Appraises(1, null, Entry("II", 30), "so-c"));

        Assert.Equal(["$.scores[0].criterion"], byHead.Paths());
        Assert.Equal("1:39", (await office.AppraisalAsync(Head)).View.Seen("I.1"));
        Assert.Equal("1:30", (await office.AppraisalAsync("so-c")).View.Seen("II"));
    }

    [Fact]
    public async Task Who_may_only_send_back_records_no_points()
    {
        var scheme = Form with { Appraisal = new(Head: AppraisalPower.SendBack, Office: AppraisalPower.SendBack, Specialists: [new("II", Specialist)]) };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(scheme);
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        using var specialist = await app.OfficerAsync(Specialist);
        using var office = app.Admin();

        Assert.Equal("may-only-send-back", await head.RefusedAsync(Appraises(1, null, Entry("I.1", 1))));
        Assert.Equal("may-only-send-back", await office.RefusedAsync(Appraises(1, null, Entry("I.1", 1))));
        var tag = await deputy.DoneAsync(Appraises(1, null, Entry("I.1", 1)));
        await specialist.DoneAsync(Appraises(1, tag, Entry("II", 1)));
    }

    [Fact]
    public async Task Only_the_open_round_of_a_submitted_sheet_is_recorded_in_once_the_appraisal_has_begun()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(null, "so-c");
        app.SetDay("2026-12-15", 23, 59);
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        var early = await head.RefusedAsync(Appraises(1, null, Entry("I.1", 1)));
        app.SetDay("2026-12-16", 0);

        var second = await head.SendAsync(Appraises(2, null, Entry("I.1", 1)), Cancellation).ProblemAsync(409);
        var silent = await head.RefusedAsync(Appraises(1, null, Entry("I.1", 1), "so-c"));
        var stranger = await office.RefusedAsync(Appraises(1, null, Entry("I.1", 1), "so-la"), 404);
        await head.CloseAsync(1).JsonAsync();
        var first = await head.SendAsync(Appraises(1, null, Entry("I.1", 1)), Cancellation).ProblemAsync(409);
        await head.CloseAsync(2).JsonAsync();
        var third = await head.SendAsync(Appraises(3, null, Entry("I.1", 1)), Cancellation).ProblemAsync(409);

        Assert.Equal(("stage-not-open", "sheet-not-submitted", "not-found"), (early, silent, stranger));
        Assert.All([first, second, third], problem => Assert.Equal("round-not-open", problem.Type()));
        Assert.Equal(
            ["Vòng thẩm định đang mở là vòng 2, không phải vòng 1.", "Vòng thẩm định đang mở là vòng 1, không phải vòng 2.", "Cả 2 vòng thẩm định đã kết thúc; chỉ còn sửa được ở vòng cuối những điểm có kiến nghị đã được chấp nhận."],
            new[] { first, second, third }.Select(problem => (string)problem["detail"]!));
    }

    [Fact]
    public async Task In_a_year_without_that_stage_appraisal_begins_when_the_unit_s_self_scoring_is_over()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var office = app.Admin();
        var year = CycleBodyOf.Template(Bloc).Scored(0, "bang-diem", 1);
        year["periods"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"id":"nam","name":"Cả năm"}]""");
        year["stages"] = new System.Text.Json.Nodes.JsonArray(CycleBodyOf.Stage("self-score", "2026-11-15", "2026-12-10"), CycleBodyOf.Stage("handover", "2026-12-20", "2027-01-31"));
        using var read = await office.GetAsync($"/api/cycles/{TheYear}", Cancellation);
        await office.PutCycleAsync(TheYear, year, read.Headers.ETag!.Tag).JsonAsync();

        app.SetDay("2026-12-10");
        using var head = await app.OfficerAsync(Head);
        var early = await head.RefusedAsync(Appraises(1, null, Entry("I.1", 1)));
        var closing = (await head.CloseAsync(1).ProblemAsync(409)).Type();
        app.SetDay("2026-12-11", 0);
        await head.DoneAsync(Appraises(1, null, Entry("I.1", 1)));

        Assert.Equal(("stage-not-open", "stage-not-open"), (early, closing));
    }

    [Fact]
    public async Task What_is_there_must_have_been_read_and_the_same_again_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var deputy = await app.OfficerAsync(Deputy);
        var first = await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 30)},{Entry("T", 1)}"));

        Assert.Equal("if-match-missing", await deputy.RefusedAsync(Appraises(1, null, Entry("I.1", 31)), 428));
        var second = await deputy.DoneAsync(Appraises(1, first, Entry("I.2", 20)));
        Assert.Equal("changed-meanwhile", await head.RefusedAsync(Appraises(1, first, Entry("I.1", 31)), 412));
        Assert.Equal(second, await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 30)},{Entry("P", null)}")));
        Assert.Equal(2, (await app.TrailAsync()).Count);

        // What is taken away is a change too, even where it leaves nothing with a new number behind.
        var third = await deputy.DoneAsync(Appraises(1, second, Entry("I.2", null, "Ghi nhầm.")));
        Assert.NotEqual(first, third);
        Assert.NotEqual(second, third);
        Assert.Equal((third, ""), ((await head.AppraisalAsync()).Tag, (await head.AppraisalAsync()).View.Seen("I.2")));
        var fourth = await head.DoneAsync(Appraises(1, third, $"{Entry("I.1", null, "Xem lại.")},{Entry("T", null, "Xem lại.")}"));
        Assert.Equal("\"0\"", fourth);
        var trail = (await app.TrailAsync())[^1].Entry;
        Assert.Equal(("SaveAppraisal", $"2026 nam {Bloc} so-b 1"), (trail.Action, trail.Subject));
        Assert.Equal("""[{"criterion":"I.1","points":30,"by":"head","reason":"Đối chiếu báo cáo."},{"criterion":"T","points":1,"by":"head","reason":"Đối chiếu báo cáo."}]""", trail.Before);
        Assert.Equal("""[{"criterion":"I.1","by":"head","reason":"Xem lại."},{"criterion":"T","by":"head","reason":"Xem lại."}]""", trail.After);
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);
    }

    [Fact]
    public async Task Of_appraisers_at_once_only_one_has_read_what_is_there()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Appraises(1, null, Entry("T", 1)));

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(points => head.SendAsync(Appraises(1, tag, $"{Entry("I.1", points)},{Entry("T", points)}"), Cancellation)));

        Assert.Equal([200, 412, 412, 412, 412], answers.Select(answer => (int)answer.StatusCode).Order());
        var (view, _) = await head.AppraisalAsync();
        Assert.Equal(view.Seen("I.1"), view.Seen("T"));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_whole_form_is_recorded_in_one_save_unless_its_texts_are_too_long_for_the_trail()
    {
        var form = SchemeSamples.Of([.. Enumerable.Range(1, 250).Select(number => SchemeSamples.Direct($"{number}", null, 1))]);
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(form, Head, "so-b");
        await app.HasSubmittedAsync(Bloc, "so-b", form, [.. form.Criteria.Select(criterion => (criterion.Code, 1m))]);
        app.SetDay("2026-12-16");
        using var head = await app.OfficerAsync(Head);

        var tooLong = await head.SendAsync(Appraises(1, null, All(new('x', 1000))), Cancellation).ProblemAsync(400);
        var tag = await head.DoneAsync(Appraises(1, null, All("Không có minh chứng.")));
        var (view, read) = await head.AppraisalAsync();

        Assert.Equal(["$.scores"], tooLong.Paths());
        Assert.Equal(tag, read);
        Assert.All(form.Criteria, criterion => Assert.Equal("1:0.5", view.Seen(criterion.Code)));
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);

        string All(string reason) => string.Join(',', form.Criteria.Select(criterion => Entry(criterion.Code, 0.5m, reason)));
    }

    private static Task HasNotApplicableAsync(EmulationApp app, string unit, string criterion) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Sheet(unit).Address, new("none|", "none}"), Actor.System, (_, change) =>
        {
            change.Put(new(Sheet(unit).Address.Partition, $"na|{criterion}") { ["Criterion"] = criterion });
            change.Audit = new("Test", unit);
            return Task.FromResult(0);
        }, Cancellation);
}

using System.Net.Http.Headers;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>Targets are set by who leads, results reported by who is scored; the sheet is left alone.</summary>
public sealed class FigureTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Targets = $"/api/cycles/2026/periods/nam/blocs/{SheetWorld.Bloc}/targets";
    private const string Actuals = $"{SheetWorld.Sheet}/actuals";

    private static readonly SchemeContent Scheme = SchemeSamples.Of(
        SchemeSamples.Direct("I", null, 40),
        SchemeSamples.Group("II", null, 60),
        new("II.1", "II", "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(30)),
        new("II.2", "II", "Phá án", CriterionKind.Quantitative, SchemeSamples.P(30)));

    private static readonly BlocInPeriod BlocId = SheetWorld.Id.InPeriod;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Targets_are_merged_and_null_takes_one_away()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);

        var first = await SheetWorld.DoneAsync(head, Set(Target("II.1", SheetWorld.Unit, "100"), Target("II.1", SheetWorld.Other, "12.5")));
        var second = await SheetWorld.DoneAsync(head, SetRead(first, Target("II.1", SheetWorld.Unit, "null"), Target("II.2", SheetWorld.Unit, "7")));

        var figures = await FiguresAsync(world);
        Assert.Equal(
            [("II.1", SheetWorld.Unit, null), ("II.1", SheetWorld.Other, 12.5m), ("II.2", SheetWorld.Unit, 7m)],
            figures.Select(figure => (figure.Criterion, figure.Unit, figure.Target)));
        Assert.NotEqual(first, second);
        Assert.Equal(2, await AuditChain.AssertWholeAsync(world.App.Tables, BlocId.Address, Cancellation));
    }

    [Fact]
    public async Task Every_faulty_target_is_named_and_none_is_set()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        await world.Admin.PostAsync(
            $"/api/schemes/{SheetWorld.Scheme}/versions/1/criteria/II.2/void", EmulationApp.Json("""{"reason":"Bỏ chỉ tiêu"}"""), Cancellation);

        var problem = await head.SendAsync(
            Set(
                Target("II.1", SheetWorld.Unit, "1"),
                Target("IX", SheetWorld.Unit, "1"),
                Target("I", SheetWorld.Unit, "1"),
                Target("II.1", "t-don-vi-9", "1"),
                Target("II.1", SheetWorld.Unit, "0"),
                Target("II.1", SheetWorld.Other, "1.00001")),
            Cancellation).ProblemAsync(400);
        var shape = await head.SendAsync(Patch(Targets, """{"targets":[{"criterion":"II.1","unit":"Sở"}],"reason":""}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(
            ["$.targets[1].criterion", "$.targets[2].criterion", "$.targets[3].unit", "$.targets[4]", "$.targets[4].target", "$.targets[5].target"],
            problem.Paths());
        Assert.Equal(["$.reason", "$.targets[0].target", "$.targets[0].unit"], shape.Paths().Order(StringComparer.Ordinal));
        Assert.Empty(await FiguresAsync(world));
    }

    [Fact]
    public async Task Targets_that_were_not_read_are_not_overwritten_and_the_same_again_changes_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var first = await SheetWorld.DoneAsync(head, Set(Target("II.1", SheetWorld.Unit, "100")));

        await head.SendAsync(Set(Target("II.1", SheetWorld.Unit, "90")), Cancellation).ProblemAsync(428);
        await head.SendAsync(SetRead("\"7\"", Target("II.1", SheetWorld.Unit, "90")), Cancellation).ProblemAsync(412);
        var again = await SheetWorld.DoneAsync(head, Set(Target("II.1", SheetWorld.Unit, "100.0")));
        using var read = await head.GetAsync(Targets, Cancellation);

        Assert.Equal((first, first), (again, read.Headers.ETag!.Tag));
        Assert.Equal(1, await AuditChain.AssertWholeAsync(world.App.Tables, BlocId.Address, Cancellation));
    }

    [Fact]
    public async Task A_unit_reports_its_results_while_it_may_work_on_its_sheet()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);

        var tag = await SheetWorld.DoneAsync(unit, Report("""{"criterion":"II.1","actual":0}, {"criterion":"II.2","actual":3.5}"""));
        await unit.SendAsync(Report("""{"criterion":"II.1","actual":5}"""), Cancellation).ProblemAsync(428);
        await unit.SendAsync(Report("""{"criterion":"II.1","actual":5}""", "\"0\""), Cancellation).ProblemAsync(412);
        tag = await SheetWorld.DoneAsync(unit, Report("""{"criterion":"II.1","actual":5}, {"criterion":"II.2","actual":null}""", tag));
        var again = await SheetWorld.DoneAsync(unit, Report("""{"criterion":"II.1","actual":5}"""));
        var (own, read) = await ReadAsync(unit);
        var (sheet, _) = await SheetWorld.ReadAsync(unit);
        world.App.SetDay("2026-12-11");
        var late = await unit.SendAsync(Report("""{"criterion":"II.1","actual":6}""", tag), Cancellation).ProblemAsync(409);

        Assert.Equal((tag, tag), (again, read));
        Assert.Equal("""[{"criterion":"II.1","target":null,"actual":5},{"criterion":"II.2","target":null,"actual":null}]""", own);
        Assert.Equal(own, sheet["computed"]!.ToJsonString());
        Assert.Equal("urn:emulation-functions:deadline-passed", (string)late["type"]!);
    }

    [Fact]
    public async Task Results_of_a_submitted_sheet_are_the_head_s_and_the_office_s_to_correct_with_a_reason()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.DoneAsync(unit, Report("""{"criterion":"II.1","actual":5}, {"criterion":"II.2","actual":0}"""));
        await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I","points":40}"""))));

        var own = await unit.SendAsync(Report("""{"criterion":"II.1","actual":6}""", tag), Cancellation).ProblemAsync(409);
        world.App.SetDay("2026-12-20");
        var unsaid = await head.SendAsync(Report("""{"criterion":"II.1","actual":4}""", tag), Cancellation).ProblemAsync(400);
        await SheetWorld.DoneAsync(head, Report("""{"criterion":"II.1","actual":4}""", tag, "Theo báo cáo của Sở Tài chính"));
        var stranger = await world.Admin.SendAsync(Report("""{"criterion":"II.1","actual":4}""", null, "Nhập", $"{SheetWorld.Sheets}/t-don-vi-9/actuals"), Cancellation).ProblemAsync(404);

        Assert.Equal("urn:emulation-functions:sheet-submitted", (string)own["type"]!);
        Assert.Equal(["$.reason"], unsaid.Paths());
        Assert.Equal("urn:emulation-functions:not-found", (string)stranger["type"]!);
        Assert.Equal(4m, (await FiguresAsync(world)).Single(figure => figure.Criterion == "II.1").Actual);
    }

    [Fact]
    public async Task Every_faulty_result_is_named_and_what_is_not_applicable_is_refused()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await world.PutAsync(SheetWorld.Id.Address, [SheetRows.Write(SheetWorld.Id.Address.Partition, "II.2", "Không giao")]);

        var problem = await unit.SendAsync(
            Report("""{"criterion":"II.1","actual":-1}, {"criterion":"II.2","actual":1}, {"criterion":"II","actual":1}, {"criterion":"II.1","actual":2}, {"criterion":"X","actual":null}"""),
            Cancellation).ProblemAsync(400);

        Assert.Equal(
            ["$.actuals[0].actual", "$.actuals[1].criterion", "$.actuals[2].criterion", "$.actuals[3].criterion", "$.actuals[4].criterion"], problem.Paths());
        Assert.Equal("""[{"criterion":"II.1","target":null,"actual":null}]""", (await ReadAsync(unit)).Figures);
    }

    [Fact]
    public async Task Before_publication_a_member_sees_all_targets_and_its_own_results_and_a_stranger_nothing()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        using var other = await world.App.OfficerAsync(SheetWorld.Other);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var stranger = await world.App.OfficerAsync("t-don-vi-9");
        await SheetWorld.DoneAsync(head, Set(Target("II.1", SheetWorld.Unit, "50"), Target("II.1", SheetWorld.Other, "100")));
        await SheetWorld.DoneAsync(unit, Report("""{"criterion":"II.1","actual":60}"""));
        await SheetWorld.DoneAsync(other, Report("""{"criterion":"II.1","actual":100}""", address: $"{SheetWorld.Sheets}/{SheetWorld.Other}/actuals"));

        var byHead = await head.GetAsync(Targets, Cancellation).JsonAsync();
        var byUnit = await unit.GetAsync(Targets, Cancellation).JsonAsync();
        await stranger.GetAsync(Targets, Cancellation).ProblemAsync(404);

        const string NoResult = "Chưa có kết quả.";
        Assert.Equal(
            [(SheetWorld.Head, null, null, null, NoResult), (SheetWorld.Unit, 50m, 60m, 30m, "Đạt 60, vượt chỉ tiêu 50 với tỷ lệ cao nhất: trọn số điểm."), (SheetWorld.Other, 100m, 100m, 15m, "Đạt đúng chỉ tiêu 100: một nửa số điểm.")],
            Units(byHead));
        Assert.Equal(
            [(SheetWorld.Head, null, null, null, null), (SheetWorld.Unit, 50m, 60m, 30m, "Đạt 60, vượt chỉ tiêu 50 với tỷ lệ cao nhất: trọn số điểm."), (SheetWorld.Other, 100m, null, null, null)],
            Units(byUnit));
        Assert.Equal([false, true, false], byUnit["criteria"]![0]!["units"]!.AsArray().Select(one => (bool)one!["isShown"]!));
        Assert.Equal("leader", (string)byUnit["criteria"]![0]!["units"]![1]!["case"]!);
    }

    [Fact]
    public async Task A_change_of_figures_is_there_whole_or_not_at_all()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Scheme);
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await head.GetAsync(Targets, Cancellation).JsonAsync();
        string? targets = null, actuals = null;
        for (var calls = 1; ; calls++)
        {
            var set = await KillAfterAsync(world, head, calls, SetRead(targets, Target("II.1", SheetWorld.Unit, $"{calls}"), Target("II.2", SheetWorld.Unit, $"{calls}")));
            Assert.Single((await FiguresAsync(world)).Select(figure => figure.Target).DefaultIfEmpty().Distinct());
            targets = await TagAsync(head, Targets);
            targets = await SheetWorld.DoneAsync(head, SetRead(targets, Target("II.1", SheetWorld.Unit, $"{calls}"), Target("II.2", SheetWorld.Unit, $"{calls}")));
            actuals = await TagAsync(unit, Actuals);
            var reported = await KillAfterAsync(world, unit, calls, Report($$"""{"criterion":"II.1","actual":{{calls}}}, {"criterion":"II.2","actual":{{calls}}}""", actuals));
            Assert.Single((await FiguresAsync(world)).Select(figure => figure.Actual).Distinct());
            actuals = await TagAsync(unit, Actuals);
            await SheetWorld.DoneAsync(unit, Report($$"""{"criterion":"II.1","actual":{{calls}}}, {"criterion":"II.2","actual":{{calls}}}""", actuals));
            targets = await TagAsync(head, Targets);
            Assert.Equal(2 * calls, await AuditChain.AssertWholeAsync(world.App.Tables, BlocId.Address, Cancellation));
            if (set == 200 && reported == 200)
            {
                Assert.True(calls > 4, $"They make more than {calls} calls.");
                return;
            }
        }
    }

    private static async Task<int> KillAfterAsync(SheetWorld world, HttpClient client, int calls, HttpRequestMessage request)
    {
        world.App.Faults.Reset(dieAfter: calls);
        using var answer = await client.SendAsync(request, Cancellation);
        world.App.Faults.Reset();
        return (int)answer.StatusCode;
    }

    private static IEnumerable<(string Unit, decimal? Target, decimal? Actual, decimal? Points, string? Explanation)> Units(System.Text.Json.Nodes.JsonNode targets) =>
        targets["criteria"]![0]!["units"]!.AsArray().Select(one =>
            ((string)one!["unit"]!, (decimal?)one["target"], (decimal?)one["actual"], (decimal?)one["points"], (string?)one["explanation"]));

    private static async Task<string> TagAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<(string Figures, string Tag)> ReadAsync(HttpClient client)
    {
        var (body, tag) = await SheetWorld.ReadAsync(client, Actuals);
        return (body["figures"]!.ToJsonString(), tag);
    }

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(SheetWorld world) =>
        (await world.App.Services.GetRequiredService<BlocTable>().ReadAsync(BlocId, Cancellation)).Figures;

    private static string Target(string criterion, string unit, string target) => $$"""{"criterion":"{{criterion}}","unit":"{{unit}}","target":{{target}}}""";

    private static HttpRequestMessage Set(params string[] targets) => SetRead(null, targets);

    private static HttpRequestMessage SetRead(string? tag, params string[] targets) => Patch(Targets, $$"""{"targets":[{{string.Join(',', targets)}}]}""", tag);

    private static HttpRequestMessage Report(string actuals, string? tag = null, string? reason = null, string address = Actuals) =>
        Patch(address, $$"""{"actuals":[{{actuals}}]{{(reason is null ? "" : $",\"reason\":\"{reason}\"")}}}""", tag);

    private static HttpRequestMessage Patch(string address, string body, string? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = EmulationApp.Json(body) };
        return tag is null ? request : request.With(new EntityTagHeaderValue(tag));
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Calendar;

/// <summary>A year is put whole, and loses nothing by what its body does not name.</summary>
public sealed class CycleHoldingsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Year = "/api/cycles/2026";
    private const string NewBloc = $"{Year}/blocs/khoi-moi";
    private const string OneBloc = $"{Year}/blocs/{SheetWorld.Bloc}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bloc_a_period_and_a_scheme_with_sheets_cannot_be_left_out_and_all_are_named()
    {
        await using var world = await StartAsync();
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save(SheetWorld.Complete));
        var (cycle, tag) = await ReadAsync(world);

        var without = Copy(cycle);
        without["blocs"] = new JsonArray();
        var noBloc = await world.Admin.PutCycleAsync(2026, without, tag).ProblemAsync(409);
        var other = Copy(cycle);
        other["periods"] = JsonNode.Parse("""[{"id":"quy-1","name":"Quý 1"}]""");
        foreach (var stage in other["stages"]!.AsArray())
        {
            stage!["period"] = "quy-1";
        }

        var noPeriod = await world.Admin.PutCycleAsync(2026, other, tag).ProblemAsync(409);
        var unscored = Copy(cycle);
        unscored["blocs"]![0]!["scheme"] = null;
        var noScheme = await world.Admin.PutCycleAsync(2026, unscored, tag).ProblemAsync(409);
        var removed = await world.Admin.SendAsync(With(HttpMethod.Delete, OneBloc, tag), Cancellation).ProblemAsync(409);

        Assert.All(new[] { noBloc, noPeriod, noScheme, removed }, problem => Assert.Equal("urn:emulation-functions:cycle-in-use", (string)problem["type"]!));
        Assert.Equal(["$.blocs"], noBloc.Paths());
        Assert.Equal(["$.periods"], noPeriod.Paths());
        Assert.Equal(["$.blocs"], noScheme.Paths());
        Assert.Contains($"'{SheetWorld.Bloc}'", (string)noBloc["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Contains("phiếu điểm", (string)noBloc["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(tag, (await ReadAsync(world)).Tag);
    }

    [Fact]
    public async Task What_holds_only_targets_cannot_be_left_out_either_nor_a_stage_that_was_extended()
    {
        await using var world = await StartAsync(SchemeSamples.Of(
            SchemeSamples.Direct("I", null, 40), new("II", null, "Thu ngân sách", CriterionKind.Quantitative, SchemeSamples.P(60))));
        using var head = await world.App.OfficerAsync(SheetWorld.Head);
        var targets = SheetWorld.Post($"{Year}/periods/nam/blocs/{SheetWorld.Bloc}/targets", null, $$"""{"targets":[{"criterion":"II","unit":"{{SheetWorld.Unit}}","target":5}]}""");
        targets.Method = HttpMethod.Patch;
        await SheetWorld.DoneAsync(head, targets);
        await world.Admin.PutAsync($"{Year}/units/{SheetWorld.Unit}/extensions/cross-score", JsonNode.Parse("""{"closes":"2026-12-31","reason":"Thiên tai"}""")!, null).JsonAsync();
        var (cycle, tag) = await ReadAsync(world);
        cycle["blocs"] = new JsonArray();
        cycle["stages"] = new JsonArray([.. cycle["stages"]!.AsArray().Where(stage => (string)stage!["stage"]! != "cross-score").Select(stage => stage!.DeepClone())]);

        var problem = await world.Admin.PutCycleAsync(2026, cycle, tag).ProblemAsync(409);

        Assert.Equal(["$.blocs", "$.stages"], problem.Paths());
    }

    [Fact]
    public async Task A_bloc_whose_unit_was_given_more_time_cannot_be_left_out_and_the_unit_is_named()
    {
        await using var world = await StartAsync();
        await world.Admin.PutAsync($"{Year}/units/{SheetWorld.Unit}/extensions/self-score", JsonNode.Parse("""{"closes":"2026-12-15","reason":"Thiên tai"}""")!, null).JsonAsync();
        var (_, tag) = await ReadAsync(world);

        var problem = await world.Admin.SendAsync(With(HttpMethod.Delete, OneBloc, tag), Cancellation).ProblemAsync(409);

        var fault = Assert.Single(problem["faults"]!.AsArray())!;
        Assert.Equal("$.blocs", (string)fault["path"]!);
        Assert.Contains($"'{SheetWorld.Unit}' thuộc khối '{SheetWorld.Bloc}'", (string)fault["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bloc_is_added_changed_and_taken_out_by_itself()
    {
        await using var world = await StartAsync();
        await HasBlocAsync(world, "khoi-moi");
        var (before, tag) = await ReadAsync(world);

        await world.Admin.PutAsync(NewBloc, new JsonObject(), null).ProblemAsync(428);
        var added = await world.Admin.PutAsync(NewBloc, new JsonObject(), tag).TagAsync();
        var again = await world.Admin.PutAsync(NewBloc, new JsonObject(), tag).TagAsync();
        await world.Admin.PutAsync(NewBloc, Own("2026-08-31"), tag).ProblemAsync(412);
        tag = await world.Admin.PutAsync(NewBloc, Own("2026-08-31"), added).TagAsync();
        var (changed, _) = await ReadAsync(world);
        var removed = await SheetWorld.DoneAsync(world.Admin, With(HttpMethod.Delete, NewBloc, tag));
        var gone = await SheetWorld.DoneAsync(world.Admin, With(HttpMethod.Delete, NewBloc, null));
        var (after, _) = await ReadAsync(world);

        Assert.Equal((added, removed), (again, gone));
        var own = changed["blocs"]!.AsArray().Single(bloc => (string)bloc!["bloc"]! == "khoi-moi")!;
        Assert.Equal((1, "2026-08-31"), ((int)own["scheme"]!["version"]!, (string)own["stages"]![0]!["closes"]!));
        Assert.Equal(before["blocs"]!.ToJsonString(), after["blocs"]!.ToJsonString());
        Assert.Equal(["PutCycleBloc", "PutCycleBloc", "RemoveCycleBloc"], (await TrailAsync(world)).TakeLast(3).Select(row => row.Entry.Action));

        static JsonNode Own(string closes) => JsonNode.Parse(
            $$"""{"scheme":{"id":"{{SheetWorld.Scheme}}","version":1},"stages":[{"period":"nam","stage":"pact","opens":"2026-04-01","closes":"{{closes}}"}]}""")!;
    }

    [Theory]
    [InlineData(true, "tiêu đề văn bản")]
    [InlineData(false, "biên bản bàn giao")]
    public async Task A_bloc_of_which_people_may_be_named_in_a_paper_or_a_handover_alone_cannot_be_taken_out(bool isPaper, string what)
    {
        await using var world = await StartAsync();
        await HasBlocAsync(world, "khoi-moi");
        var tag = await world.Admin.PutAsync(NewBloc, new JsonObject(), (await ReadAsync(world)).Tag).TagAsync();
        if (isPaper)
        {
            await world.Admin.PutAsync($"{NewBloc}/letterhead", new JsonObject { ["place"] = "Bắc Ninh" }, null).JsonAsync();
        }
        else
        {
            await HasHandoverAsync(world, new("khoi-moi", 2026, new(2026, 12, 20), null, null, null, null, 0) { GivenBy = new("Ông A", "Giám đốc", "") });
        }

        var problem = await world.Admin.SendAsync(With(HttpMethod.Delete, NewBloc, tag), Cancellation).ProblemAsync(409);

        Assert.Contains(what, (string)problem["faults"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bloc_of_a_year_that_is_not_there_is_not_found()
    {
        await using var world = await StartAsync();

        await world.Admin.PutAsync($"/api/cycles/2031/blocs/{SheetWorld.Bloc}", new JsonObject(), null).ProblemAsync(404);
        await world.Admin.SendAsync(With(HttpMethod.Delete, $"/api/cycles/2031/blocs/{SheetWorld.Bloc}", null), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task What_is_wrong_with_one_bloc_is_told_where_the_caller_wrote_it()
    {
        await using var world = await StartAsync();
        var (_, tag) = await ReadAsync(world);

        var unknown = await world.Admin.PutAsync($"{Year}/blocs/khoi-la", new JsonObject(), tag).ProblemAsync(400);
        var faulty = await world.Admin.PutAsync(
            OneBloc, JsonNode.Parse("""{"scheme":{"id":"khong-co","version":1},"stages":[{"period":"nam","stage":"pact","opens":"2026-04-02","closes":"2026-04-01"}]}""")!, tag).ProblemAsync(400);

        Assert.Equal(["bloc"], unknown.Paths());
        Assert.Equal(["$.stages[0].closes", "$.scheme"], faulty.Paths());
    }

    /// <summary>The bloc and the unit are in the roster, too, and the unit finds its bloc.</summary>
    private async Task<SheetWorld> StartAsync(SchemeContent? scheme = null)
    {
        var world = await SheetWorld.StartAsync(azurite, issuer, scheme);
        await HasBlocAsync(world, SheetWorld.Bloc);
        await world.Admin.PutAsync(
            $"/api/units/{SheetWorld.Unit}",
            JsonNode.Parse("""{"name":"Sở Tài chính","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}""")!,
            null).JsonAsync();
        await world.App.Services.GetRequiredService<PartitionStore>().ChangeAsync(
            new(RosterTable.Table, RosterTable.Partition), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
            {
                change.Put(RosterRows.PlaceRow(SheetWorld.Member(SheetWorld.Unit, "2020-01-01", null), BlocLevel.Province));
                change.Audit = new("Test", "roster");
                return Task.FromResult(0);
            }, Cancellation);
        return world;
    }

    private static Task HasHandoverAsync(SheetWorld world, Handover handover) => world.App.Services.GetRequiredService<PartitionStore>().ChangeAsync(
        new(RosterTable.Table, RosterTable.Partition), RotationRows.HandoverOf(handover.Bloc, handover.Year), Actor.System, (_, change) =>
        {
            change.Put(RotationRows.Row(handover));
            change.Audit = new("Test", "handover");
            return Task.FromResult(0);
        }, Cancellation);

    private static Task HasBlocAsync(SheetWorld world, string bloc) => world.Admin.PutAsync(
        $"/api/blocs/{bloc}", JsonNode.Parse("""{"name":"Khối thi đua","kind":"bloc","level":"province","statedMemberCount":null}""")!, null).JsonAsync();

    private static async Task<(JsonObject Cycle, string Tag)> ReadAsync(SheetWorld world)
    {
        using var answer = await world.Admin.AskAsync(Year);
        var cycle = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
        cycle.Remove("year");
        cycle.Remove("state");
        return (cycle, answer.Headers.ETag!.Tag);
    }

    private static async Task<IReadOnlyList<AuditRow>> TrailAsync(SheetWorld world) =>
        [.. (await world.App.Services.GetRequiredService<PartitionStore>().ReadAsync(CycleTable.Address(2026), AuditRow.All, Cancellation)).Rows.Select(AuditRow.From)];

    private static JsonObject Copy(JsonObject cycle) => cycle.DeepClone().AsObject();

    private static HttpRequestMessage With(HttpMethod method, string address, string? tag)
    {
        var request = SheetWorld.Post(address, tag);
        request.Method = method;
        return request;
    }
}

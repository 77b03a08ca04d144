using System.Text.Json.Nodes;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;

namespace EmulationFunctions.Tests.Province.Calendar;

/// <summary>A year takes only schemes by which somebody can be scored: no drafts, and none whose bodies are not there to do their part.</summary>
public sealed class SchemeTakingTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Bloc = "khoi-1";
    private const string Scheme = "bang-diem";

    private static readonly SchemeContent Content = new(
        "Bảng điểm",
        new(100_00),
        [new("I", null, "Nhiệm vụ", CriterionKind.Direct, new(60_00)), new("II", null, "Phong trào", CriterionKind.Direct, new(40_00))],
        [],
        []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_need_not_sum_and_no_year_takes_it_until_it_is_whole()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        var draft = Content with { Maximum = new(120_00), IsDraft = true };

        await PutAsync(admin, Content with { Maximum = new(120_00) }).ProblemAsync(400);
        var tag = await PutAsync(admin, draft).TagAsync();
        var shown = await admin.AskAsync($"/api/schemes/{Scheme}").JsonAsync();
        var whole = await admin.PutCycleAsync(2026, Year()).ProblemAsync(400);
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Bloc)).JsonAsync();
        var one = await PutBlocAsync(app).ProblemAsync(400);
        var done = await admin.PutAsync($"/api/schemes/{Scheme}", JsonNode.Parse(Content.ToJson())!, tag).JsonAsync();
        await PutBlocAsync(app).JsonAsync();

        Assert.True((bool)shown["content"]!["isDraft"]!);
        Assert.Equal(["$.blocs[0].scheme"], whole.Paths());
        Assert.Equal(["$.scheme"], one.Paths());
        Assert.Contains("bản nháp", (string)whole["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)done["version"]!);
        Assert.False((bool)done["content"]!["isDraft"]!);
    }

    [Fact]
    public async Task Bodies_that_a_scheme_names_must_be_there_and_all_that_are_not_are_told_at_once()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(new Unit("so-cho-trong", "Sở nào đó", UnitKind.Department, [], false, [], IsPlaceholder: true, 0))));
        await PutAsync(admin, Content with
        {
            Appraisal = new(Specialists: [new("I", "so-noi-vu"), new("II", "so-a")]),
            Conditions =
            [
                new("K1", "Có người bị kỷ luật", [new(EffectKind.ForbidBonus, Criterion: "III")], Body: "thanh-tra"),
                new("K2", "Công bố kế hoạch", [new(EffectKind.Zero, When: false, Criterion: "II")], Body: "so-cho-trong"),
            ],
            Criteria = [.. Content.Criteria, new("III", null, "Thưởng", CriterionKind.Bonus, new(5_00))],
        }).JsonAsync();

        var refused = await admin.PutCycleAsync(2026, Year()).ProblemAsync(400);
        await app.HasBlocAsync("khoi-2", "so-noi-vu", "thanh-tra", "so-cho-trong");
        await admin.PutCycleAsync(2026, Year()).JsonAsync();

        Assert.Equal(Enumerable.Repeat("$.blocs[0].scheme", 3), refused.Paths());
        var told = refused["faults"]!.AsArray().Select(fault => (string)fault!["detail"]!).ToList();
        Assert.Contains("'so-noi-vu'", told[0], StringComparison.Ordinal);
        Assert.Contains("'thanh-tra'", told[1], StringComparison.Ordinal);
        Assert.Contains("'so-cho-trong' trong danh bạ chỉ là chỗ trống", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_year_has_taken_it_keeps_and_the_next_year_opens_without_it_when_a_body_has_gone()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await app.HasBlocAsync("khoi-2", "so-noi-vu");
        await PutAsync(admin, Content with { Appraisal = new(Specialists: [new("I", "so-noi-vu")]) }).JsonAsync();
        var tag = await admin.PutCycleAsync(2026, Year()).TagAsync();
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(new Unit("so-noi-vu", "Sở Nội vụ", UnitKind.Department, [], false, [], IsPlaceholder: true, 0))));

        var kept = await admin.PutCycleAsync(2026, Year().With(0, CycleBodyOf.Stage("self-score", "2026-11-01", "2026-11-29")), tag).JsonAsync();
        app.SetDay("2027-01-01", 0, 5, 0);
        var done = await app.RunAsync("StartAnnualCycle");
        var next = await app.Cycles().FindAsync(2027, Cancellation);

        Assert.Equal(Scheme, (string)kept["blocs"]![0]!["scheme"]!["id"]!);
        Assert.Contains($"{Bloc} needs another scheme than {Scheme} 1", done);
        Assert.Null(next!.SchemeOf(Bloc));
    }

    private static JsonObject Year() => CycleBodyOf.Template(Bloc).Scored(0, Scheme, 1);

    private static Task<HttpResponseMessage> PutAsync(HttpClient admin, SchemeContent content) =>
        admin.PutAsync($"/api/schemes/{Scheme}", EmulationApp.Json(content.ToJson()), Cancellation);

    private static async Task<HttpResponseMessage> PutBlocAsync(EmulationApp app)
    {
        using var admin = app.Admin();
        var tag = await admin.AskAsync("/api/cycles/2026").TagAsync();
        return await admin.PutAsync($"/api/cycles/2026/blocs/{Bloc}", new JsonObject { ["scheme"] = new JsonObject { ["id"] = Scheme, ["version"] = 1 } }, tag);
    }

    private async Task<EmulationApp> StartAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        app.SetDay("2026-03-01");
        await app.HasBlocAsync(Bloc, "so-a", "so-b");
        return app;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Units that nothing separates share a rank until people have settled it, and what people settled is recorded with authority and reason.</summary>
public sealed class TieTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly BlocInPeriod Id = new(TheYear, "nam", Bloc);

    private static readonly SchemeContent Scheme = new(
        "Bảng điểm",
        new(100_00),
        [new("I", null, "Nhiệm vụ", CriterionKind.Direct, new(60_00)), new("II", null, "Phong trào", CriterionKind.Direct, new(40_00))],
        [],
        [new(TieBreakKind.HigherPointsIn, "I"), new(TieBreakKind.ShareOfWomen), new(TieBreakKind.Ballot), new(TieBreakKind.Decision)]);

    private static System.Text.Json.JsonSerializerOptions PlainText { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ballot_separates_exactly_those_who_are_equal_and_its_minutes_stand_in_the_explanation()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var before = await admin.StandingsAsync().JsonAsync();
        var ties = await admin.GetAsync(Decisions, Cancellation).JsonAsync();
        var decided = await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();
        await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();
        var after = await admin.StandingsAsync().JsonAsync();
        var listed = await admin.GetAsync(Decisions, Cancellation).JsonAsync();

        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], before.Ranks());
        Assert.Equal(["so-a", "so-b"], ties["shared"]![0]!["units"]!.AsArray().Select(unit => (string)unit!["unit"]!));
        Assert.True((bool)decided["counts"]!);
        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], after.Ranks());
        Assert.All(["so-a", "so-b"], unit => Assert.Contains("Biên bản kiểm phiếu 03/BB-KTĐ", (string)after.Place(unit)["explanation"]!, StringComparison.Ordinal));
        Assert.Contains("5 phiếu trên 3 phiếu", (string)after.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.Empty(listed["shared"]!.AsArray());
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task What_was_decided_is_changed_only_after_it_was_taken_back_and_then_the_rank_is_shared_again()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();

        var other = await DecideAsync(admin, "decision", "so-a", "so-b").ProblemAsync(409);
        using var back = await TakeBackAsync(admin, "so-a", "so-b");
        using var again = await TakeBackAsync(admin, "so-a", "so-b");
        var shared = await admin.StandingsAsync().JsonAsync();
        await DecideAsync(admin, "decision", "so-a", "so-b").JsonAsync();
        var decided = await admin.StandingsAsync().JsonAsync();

        Assert.EndsWith("tie-decided", (string)other["type"]!, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [back.StatusCode, again.StatusCode]);
        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], shared.Ranks());
        Assert.Equal([(1, "so-a"), (2, "so-b"), (3, "so-c")], decided.Ranks());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_whoever_is_not_tied_is_told_who_is()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var wrong = await admin.PostAsync(
            Decisions, EmulationApp.Json("""{"kind":"higherBase","units":["so-a","so-x","so-a"],"authority":" ","reason":" "}"""), Cancellation).ProblemAsync(400);
        var more = await DecideAsync(admin, "ballot", "so-a", "so-b", "so-c").ProblemAsync(409);
        var blank = await admin.PostAsync($"{Decisions}/withdrawal", EmulationApp.Json("""{"units":["so-a","so-b"],"reason":" "}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.kind", "$.units[1]", "$.units[2]", "$.authority", "$.reason"], wrong.Paths());
        Assert.EndsWith("not-a-tie", (string)more["type"]!, StringComparison.Ordinal);
        Assert.Contains("so-a), Đơn vị so-b", more["faults"]![0]!.ToJsonString(PlainText), StringComparison.Ordinal);
        Assert.Equal(["$.reason"], blank.Paths());
        Assert.Equal(0, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task A_scheme_that_lets_nobody_decide_keeps_the_rank_shared()
    {
        await using var app = await StartAsync(Scheme with { TieBreaks = [new(TieBreakKind.HigherPointsIn, "I")] });
        using var admin = app.Admin();

        var refused = await DecideAsync(admin, "ballot", "so-b", "so-a").ProblemAsync(400);

        Assert.Equal(["$.kind"], refused.Paths());
        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], (await admin.StandingsAsync().JsonAsync()).Ranks());
    }

    [Fact]
    public async Task A_decision_counts_for_nothing_once_its_units_are_no_longer_equal_and_gives_way_to_another()
    {
        await using var app = await StartAsync();
        using (var admin = app.Admin())
        {
            await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();
        }

        // The office keeps one of them apart: the other is no longer equal to anybody.
        using var office = app.Admin();
        await office.PutAsync($"{Address()}/disqualifications/so-b", EmulationApp.Json("""{"reason":"Khai man thành tích.","authority":"QĐ 12/QĐ-UBND"}"""), Cancellation).JsonAsync();
        var standings = await office.StandingsAsync().JsonAsync();
        var listed = await office.GetAsync(Decisions, Cancellation).JsonAsync();

        Assert.Equal([(1, "so-a"), (2, "so-c")], standings.Ranks());
        Assert.DoesNotContain("Biên bản", (string)standings.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.False((bool)listed["decisions"]![0]!["counts"]!);
    }

    [Fact]
    public async Task Published_standings_keep_what_was_decided_and_nothing_can_be_decided_any_more()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        await DecideAsync(admin, "decision", "so-b", "so-a").JsonAsync();

        var published = await admin.PublishAsync().JsonAsync();
        var late = await TakeBackAsync(admin, "so-a", "so-b").ProblemAsync(409);
        var trace = await admin.GetAsync($"{Address()}/so-b/trace", Cancellation).JsonAsync();

        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], published.Ranks());
        Assert.EndsWith("standings-published", (string)late["type"]!, StringComparison.Ordinal);
        Assert.True((bool)trace["agrees"]!);
        Assert.Equal(1, (int)trace["place"]!["rank"]!);
    }

    [Fact]
    public async Task A_collective_with_seventy_percent_women_stands_first_where_the_count_is_recorded()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        using var unit = await app.OfficerAsync("so-b");

        await RecordAsync(unit, "so-b", all: 10, women: 7).JsonAsync();
        await RecordAsync(admin, "so-a", all: 1000, women: 699).JsonAsync();
        var standings = await admin.StandingsAsync().JsonAsync();

        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], standings.Ranks());
        Assert.Contains("Nghị định 152/2025", (string)standings.Place("so-b")["explanation"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_records_and_the_head_the_council_and_readers_read()
    {
        await using var app = await StartAsync();
        using var nobody = app.Nobody();
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-c");
        using var council = app.Holding("Emulation.Council");

        await DecideAsync(nobody, "ballot", "so-a", "so-b").ProblemAsync(401);
        await DecideAsync(head, "ballot", "so-a", "so-b").ProblemAsync(403);
        await DecideAsync(council, "ballot", "so-a", "so-b").ProblemAsync(403);
        await TakeBackAsync(head, "so-a", "so-b").ProblemAsync(403);
        await unit.GetAsync(Decisions, Cancellation).ProblemAsync(403);
        await head.GetAsync(Decisions, Cancellation).JsonAsync();
        await council.GetAsync(Decisions, Cancellation).JsonAsync();
    }

    [Fact]
    public async Task A_decision_that_dies_is_there_or_not()
    {
        await using var app = await StartAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => Task.FromResult(one.Admin()),
            async (client, attempt) =>
            {
                if (attempt > 1)
                {
                    using var back = await TakeBackAsync(client, "so-a", "so-b");
                }

                return Decide("ballot", attempt % 2 == 0 ? ["so-a", "so-b"] : ["so-b", "so-a"]);
            },
            async (client, attempt) => (await client.StandingsAsync().JsonAsync()).Ranks() is [var first, ..] && first == (1, attempt % 2 == 0 ? "so-a" : "so-b") && await IsDecidedAsync(client),
            Id.Address);

        static async Task<bool> IsDecidedAsync(HttpClient client) => (await client.GetAsync(Decisions, Cancellation).JsonAsync())["shared"]!.AsArray().Count == 0;
    }

    private static string Decisions => $"{Address()}/decisions";

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, string kind, params string[] units)
    {
        using var request = Decide(kind, units);
        return await client.SendAsync(request, Cancellation);
    }

    private static HttpRequestMessage Decide(string kind, params string[] units) => new(HttpMethod.Post, Decisions)
    {
        Content = EmulationApp.Json(new JsonObject
        {
            ["kind"] = kind,
            ["units"] = new JsonArray([.. units.Select(unit => JsonValue.Create(unit))]),
            ["authority"] = "Biên bản kiểm phiếu 03/BB-KTĐ",
            ["reason"] = "5 phiếu trên 3 phiếu.",
        }),
    };

    private static Task<HttpResponseMessage> TakeBackAsync(HttpClient client, params string[] units) => client.PostAsync(
        $"{Decisions}/withdrawal",
        EmulationApp.Json(new JsonObject { ["units"] = new JsonArray([.. units.Select(unit => JsonValue.Create(unit))]), ["reason"] = "Kiểm phiếu lại." }),
        Cancellation);

    private static Task<HttpResponseMessage> RecordAsync(HttpClient client, string unit, int all, int women) => client.PutAsync(
        $"{SheetAddress(unit)}/staff",
        EmulationApp.Json(new JsonObject { ["all"] = all, ["women"] = women, ["asOf"] = $"{TheYear}-11-01", ["source"] = "Báo cáo biên chế" }),
        Cancellation);

    /// <summary>so-a and so-b are equal in everything.</summary>
    private async Task<EmulationApp> StartAsync(SchemeContent? scheme = null)
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(scheme ?? Scheme, "so-a", "so-b", "so-c");
        await app.SubmitsAsync("so-a", ("I", 50m), ("II", 35m));
        await app.SubmitsAsync("so-b", ("I", 50m), ("II", 35m));
        await app.SubmitsAsync("so-c", ("I", 40m), ("II", 35m));
        return app;
    }
}

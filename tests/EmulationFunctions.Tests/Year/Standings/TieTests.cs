using System.Net;
using System.Net.Http.Headers;
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

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ballot_separates_exactly_those_who_are_equal_and_its_minutes_stand_in_the_explanation()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var before = await admin.StandingsAsync().JsonAsync();
        var ties = await admin.GetAsync(Decisions, Cancellation).JsonAsync();
        var decided = await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();
        var again = await DecideAsync(admin, "ballot", "so-b", "so-a").JsonAsync();
        var after = await admin.StandingsAsync().JsonAsync();
        var listed = await admin.GetAsync(Decisions, Cancellation).JsonAsync();

        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], before.Ranks());
        Assert.Equal(["so-a", "so-b"], ties["shared"]![0]!["units"]!.AsArray().Select(unit => (string)unit!["unit"]!));
        Assert.Contains("chưa có kết quả bỏ phiếu hoặc quyết định về các đơn vị này", (string)before.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.Contains("tiêu chí I là 50 điểm", (string)before.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.True((bool)decided["counts"]!);
        Assert.Equal(decided.ToJsonString(), again.ToJsonString());
        Assert.Equal(("ballot", true), ((string)after["ties"]![0]!["kind"]!, (bool)after["ties"]![0]!["counts"]!));
        Assert.Equal(["ballot", "ballot", null], after["places"]!.AsArray().Select(place => (string?)place!["decidedBy"]));
        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], after.Ranks());
        Assert.All(["so-a", "so-b"], unit => Assert.Contains("Biên bản kiểm phiếu 03/BB-KTĐ", (string)after.Place(unit)["explanation"]!, StringComparison.Ordinal));
        Assert.Contains("5 phiếu trên 8", (string)after.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.Empty(listed["shared"]!.AsArray());
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task What_was_decided_is_changed_or_taken_back_only_by_who_has_read_it_and_then_the_rank_is_shared_again()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        using var first = await DecideAsync(admin, "ballot", "so-b", "so-a");
        var tag = first.Headers.ETag!;

        await DecideAsync(admin, "decision", "so-a", "so-b").ProblemAsync(428);
        await TakeBackAsync(admin, null, "so-a", "so-b").ProblemAsync(428);
        using var changed = await DecideAsync(admin, tag, "decision", "so-a", "so-b");
        var decided = await admin.StandingsAsync().JsonAsync();
        await DecideAsync(admin, tag, "ballot", "so-b", "so-a").ProblemAsync(412);
        await TakeBackAsync(admin, tag, "so-a", "so-b").ProblemAsync(412);
        using var back = await TakeBackAsync(admin, changed.Headers.ETag, "so-b", "so-a");
        using var again = await TakeBackAsync(admin, changed.Headers.ETag, "so-b", "so-a");
        var shared = await admin.StandingsAsync().JsonAsync();
        await DecideAsync(admin, changed.Headers.ETag, "ballot", "so-a", "so-b").ProblemAsync(412);

        Assert.Equal((long)decided["ties"]![0]!["version"]!, long.Parse(changed.Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal([(1, "so-a"), (2, "so-b"), (3, "so-c")], decided.Ranks());
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent], [back.StatusCode, again.StatusCode]);
        Assert.Equal([(1, "so-a"), (1, "so-b"), (3, "so-c")], shared.Ranks());
        Assert.Empty(shared["ties"]!.AsArray());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_whoever_is_not_tied_is_told_who_is()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();

        var wrong = await admin.PutAsync(
            Decisions, EmulationApp.Json("""{"kind":"higherBase","units":["so-a","so-x","so-a"],"authority":" ","reason":" "}"""), Cancellation).ProblemAsync(400);
        var ballot = await admin.PutAsync(
            Decisions, EmulationApp.Json("""{"kind":"ballot","units":["so-a","so-b"],"authority":"Biên bản","reason":"Bầu","result":" "}"""), Cancellation).ProblemAsync(400);
        var decision = await admin.PutAsync(
            Decisions, EmulationApp.Json("""{"kind":"decision","units":["so-a","so-b"],"authority":"QĐ","reason":"Xét","day":"2099-01-01","result":"5"}"""), Cancellation).ProblemAsync(400);
        var more = await DecideAsync(admin, "ballot", "so-a", "so-b", "so-c").ProblemAsync(409);
        var other = await DecideAsync(admin, "ballot", "so-c", "so-a").ProblemAsync(409);
        var blank = await admin.PostAsync($"{Decisions}/withdrawal", EmulationApp.Json("""{"units":["so-a","so-b"],"reason":" "}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.kind", "$.authority", "$.reason", "$.units[1]", "$.units[2]"], wrong.Paths());
        Assert.Equal(["$.day", "$.result"], ballot.Paths());
        Assert.Equal(["$.day", "$.result"], decision.Paths());
        Assert.EndsWith("not-a-tie", (string)more["type"]!, StringComparison.Ordinal);
        Assert.Equal(["$.units[2]"], more.Paths());
        Assert.Equal(["$.units[0]", "$.units"], other.Paths());
        Assert.Contains("so-b", other["faults"]![1]!.ToJsonString(), StringComparison.Ordinal);
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
    public async Task A_decision_counts_for_nothing_once_its_units_are_no_longer_equal_and_the_standings_say_so()
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
        Assert.Contains("Biên bản kiểm phiếu 03/BB-KTĐ không còn phù hợp", (string)standings.Place("so-a")["explanation"]!, StringComparison.Ordinal);
        Assert.False((bool)standings["ties"]![0]!["counts"]!);
        Assert.False((bool)listed["decisions"]![0]!["counts"]!);
    }

    [Fact]
    public async Task Published_standings_keep_what_was_decided_and_nothing_can_be_decided_any_more()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        using var decided = await DecideAsync(admin, "decision", "so-b", "so-a");

        var preview = await admin.StandingsAsync().JsonAsync();
        var published = await admin.PublishAsync().JsonAsync();
        var late = await TakeBackAsync(admin, decided.Headers.ETag, "so-a", "so-b").ProblemAsync(409);
        var other = await DecideAsync(admin, decided.Headers.ETag, "decision", "so-a", "so-b").ProblemAsync(409);
        await DecideAsync(admin, "decision", "so-b", "so-a").JsonAsync();
        var trace = await admin.GetAsync($"{Address()}/so-b/trace", Cancellation).JsonAsync();

        Assert.Equal([(1, "so-b"), (2, "so-a"), (3, "so-c")], published.Ranks());
        Assert.EndsWith("standings-published", (string)late["type"]!, StringComparison.Ordinal);
        Assert.EndsWith("standings-published", (string)other["type"]!, StringComparison.Ordinal);
        Assert.Equal(preview["ties"]!.ToJsonString(), published["ties"]!.ToJsonString());
        Assert.Equal(preview["places"]!.ToJsonString(), published["places"]!.ToJsonString());
        Assert.Contains("Biên bản kiểm phiếu", (string)trace["place"]!["explanation"]!, StringComparison.Ordinal);
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
        await TakeBackAsync(head, null, "so-a", "so-b").ProblemAsync(403);
        await TakeBackAsync(nobody, null, "so-a", "so-b").ProblemAsync(401);
        await DecideAsync(app.Admin(), "ballot", "so-a", "so-la").ProblemAsync(400);
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
                // The same again needs no tag; something else needs that of what is there.
                string[] units = attempt % 2 == 0 ? ["so-a", "so-b"] : ["so-b", "so-a"];
                var known = (await client.StandingsAsync().JsonAsync())["ties"]!.AsArray().FirstOrDefault();
                return Decide(known is null ? null : new($"\"{known["version"]}\""), "ballot", units);
            },
            async (client, attempt) => (await client.StandingsAsync().JsonAsync()).Ranks() is [var first, ..] && first == (1, attempt % 2 == 0 ? "so-a" : "so-b") && await IsDecidedAsync(client),
            Id.Address);

        static async Task<bool> IsDecidedAsync(HttpClient client) => (await client.GetAsync(Decisions, Cancellation).JsonAsync())["shared"]!.AsArray().Count == 0;
    }

    [Fact]
    public async Task A_taking_back_that_dies_has_happened_or_not()
    {
        await using var app = await StartAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => new(azurite, issuer, app.Account) { Clock = { Now = app.Clock.Now } },
            one => Task.FromResult(one.Admin()),
            async (client, _) =>
            {
                using var decided = await DecideAsync(client, "ballot", "so-b", "so-a");
                return Tagged(
                    new(HttpMethod.Post, $"{Decisions}/withdrawal") { Content = EmulationApp.Json("""{"units":["so-a","so-b"],"reason":"Kiểm phiếu lại."}""") },
                    decided.Headers.ETag);
            },
            async (client, _) => (await client.StandingsAsync().JsonAsync())["ties"]!.AsArray().Count == 0,
            Id.Address);
    }

    [Fact]
    public async Task A_tie_that_another_unit_joins_is_shared_again_until_somebody_decides_about_all_three()
    {
        await using var app = await StartAsync();
        using var admin = app.Admin();
        using var two = await DecideAsync(admin, "ballot", "so-b", "so-a");
        await app.HasSubmittedAsync(Bloc, "so-c", Scheme, ("I", 50), ("II", 35));

        var joined = await admin.StandingsAsync().JsonAsync();
        var part = await DecideAsync(admin, two.Headers.ETag, "ballot", "so-a", "so-b").ProblemAsync(409);
        await DecideAsync(admin, two.Headers.ETag, "decision", "so-c", "so-a", "so-b").JsonAsync();
        var decided = await admin.StandingsAsync().JsonAsync();

        Assert.Equal([(1, "so-a"), (1, "so-b"), (1, "so-c")], joined.Ranks());
        Assert.Equal(["$.units"], part.Paths());
        Assert.Equal([(1, "so-c"), (2, "so-a"), (3, "so-b")], decided.Ranks());
    }

    private static string Decisions => $"{Address()}/decisions";

    private static Task<HttpResponseMessage> DecideAsync(HttpClient client, string kind, params string[] units) => DecideAsync(client, null, kind, units);

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, EntityTagHeaderValue? tag, string kind, params string[] units)
    {
        using var request = Decide(tag, kind, units);
        return await client.SendAsync(request, Cancellation);
    }

    private static HttpRequestMessage Decide(EntityTagHeaderValue? tag, string kind, params string[] units)
    {
        var body = new JsonObject
        {
            ["kind"] = kind,
            ["units"] = new JsonArray([.. units.Select(unit => JsonValue.Create(unit))]),
            ["authority"] = "Biên bản kiểm phiếu 03/BB-KTĐ",
            ["reason"] = "Bằng nhau về mọi tiêu chí.",
        };
        if (kind == "ballot")
        {
            body["day"] = $"{TheYear}-11-19";
            body["result"] = "5 phiếu trên 8";
        }

        return Tagged(new(HttpMethod.Put, Decisions) { Content = EmulationApp.Json(body) }, tag);
    }

    private static async Task<HttpResponseMessage> TakeBackAsync(HttpClient client, EntityTagHeaderValue? tag, params string[] units)
    {
        using var request = Tagged(
            new(HttpMethod.Post, $"{Decisions}/withdrawal")
            {
                Content = EmulationApp.Json(new JsonObject { ["units"] = new JsonArray([.. units.Select(unit => JsonValue.Create(unit))]), ["reason"] = "Kiểm phiếu lại." }),
            },
            tag);
        return await client.SendAsync(request, Cancellation);
    }

    private static HttpRequestMessage Tagged(HttpRequestMessage request, EntityTagHeaderValue? tag) => tag is null ? request : request.With(tag);

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

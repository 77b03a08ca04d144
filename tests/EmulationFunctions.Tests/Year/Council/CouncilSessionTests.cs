using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Province.Decisions;
using EmulationFunctions.Tests.Year.Meetings;
using EmulationFunctions.Tests.Year.Nominations;
using EmulationFunctions.Year.Council;
using Microsoft.Extensions.DependencyInjection;
using RosterRowsOf = EmulationFunctions.Tests.Province.Calendar.RosterRowsOf;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Year.Council;

/// <summary>The council of the province votes on what the blocs propose; of each proposal it is said what became of it and why.</summary>
public sealed class CouncilSessionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Session = "/api/cycles/2026/council/sessions/xet-khen-thuong";
    private const string Vote = $"{Session}/votes/lan-1";
    private const string Outcomes = $"{Session}/outcomes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_sixty_nine_proposals_forty_eight_passed_and_the_others_are_told_why()
    {
        await using var app = await StartAsync(69);
        using var office = app.Admin();
        var (put, tag) = await office.PutAsync(Session, Body(69));
        Assert.Equal(("reached", 9, 9), ((string)put["quorum"]!["state"]!, (int)put["quorum"]!["present"]!, (int)put["quorum"]!["needed"]!));
        Assert.Equal(tag, (await office.PutAsync(Session, Body(69))).Tag);

        await office.PutAsync(Vote, Ballot([.. Enumerable.Range(1, 69).Select(number => number <= 48 ? (9, 0) : (4, 5))]));
        await office.PutAsync(Outcomes, Decided([.. Enumerable.Range(1, 69).Select(number => number <= 48 ? ("passed", (string?)null) : ("notPassed", "Chưa đạt số phiếu theo quy định"))]));
        var session = await office.GetsAsync(Session);

        Assert.Equal((48, 21, 0), ((int)session["passed"]!, (int)session["notPassed"]!, (int)session["open"]!));
        Assert.True((bool)session["proposals"]![0]!["vote"]!["isCarried"]!);
        Assert.False((bool)session["proposals"]![68]!["vote"]!["isCarried"]!);
        using var unit = await app.OfficerAsync("so-69");
        var told = await unit.GetsAsync($"/api/cycles/2026/blocs/{MeetingsOf.Bloc}/dossiers/{AwardTemplate.ProvinceFlag}/so-69/outcome");
        Assert.Equal(("notPassed", "Chưa đạt số phiếu theo quy định"), ((string)told["outcome"]!, (string)told["reason"]!));
        // Under the address of another bloc, whose leaders may call it, there is nothing to read.
        await office.GetAsync($"/api/cycles/2026/blocs/khoi-khac-0/dossiers/{AwardTemplate.ProvinceFlag}/so-69/outcome", Cancellation).ProblemAsync(404);
        var outcomes = app.Services.GetRequiredService<CouncilOutcomes>();
        var settled = await outcomes.SettledAsync(2026, Cancellation);
        Assert.Equal(69, settled.Count);
        Assert.Equal((new(new(2026, 12, 20), true), new(new(2026, 12, 20), false)), (settled[(AwardTemplate.ProvinceFlag, "so-48")], settled[(AwardTemplate.ProvinceFlag, "so-49")]));
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, CouncilRows.Address(2026), Cancellation));
    }

    [Theory]
    [InlineData(2, 3, 9, 6)]
    [InlineData(80, 100, 10, 8)]
    public async Task With_just_as_many_as_are_needed_it_votes_and_with_one_fewer_it_does_not(int part, int of, int members, int needed)
    {
        await using var app = await StartAsync(1);
        using var office = app.Admin();
        var (_, tag) = await office.PutAsync(Session, Body(1, members, needed - 1, (part, of)));

        var refused = await office.RefusedAsync(409, HttpMethod.Put, Vote, Show((1, 0)));
        await office.PutAsync(Session, Body(1, members, needed, (part, of)), tag);
        var (voted, _) = await office.PutAsync(Vote, Show((needed, 0)));

        Assert.Equal("no-quorum", refused.Rule());
        Assert.Contains($"{needed - 1}/{members}, cần ít nhất {needed}", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(needed, (int)voted["proposals"]![0]!["vote"]!["for"]!);
    }

    [Fact]
    public async Task More_votes_than_members_there_a_guest_and_who_was_there_in_writing_are_no_votes()
    {
        await using var app = await StartAsync(2);
        using var office = app.Admin();
        await office.PutAsync(Session, Body(2));
        var bad = Show((9, 1), (9, 0));
        bad["results"]![1]!["written"] = new JsonArray(Written("khach-1"), Written("tv-0"), Written("tv-9"), Written("tv-9"));

        var refused = await office.RefusedAsync(400, HttpMethod.Put, Vote, bad);

        Assert.Equal(["$.results[0].for", "$.results[1].written[0].member", "$.results[1].written[1].member", "$.results[1].written[3].member"], refused.Paths());
        Assert.Empty((await office.GetsAsync(Session))["votes"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_is_decided_before_the_vote_nor_against_it_and_nothing_voted_after_the_decision()
    {
        await using var app = await StartAsync(2);
        using var office = app.Admin();
        var (_, tag) = await office.PutAsync(Session, Body(2));

        Assert.Equal("not-voted", (await office.RefusedAsync(409, HttpMethod.Put, Outcomes, Decided(("passed", null)))).Rule());
        await office.PutAsync(Vote, Show((9, 0), (4, 5)));
        Assert.Equal(["$.outcomes[1].outcome"], (await office.RefusedAsync(400, HttpMethod.Put, Outcomes, Decided(("passed", null), ("passed", null)))).Paths());
        Assert.Equal(["$.outcomes[1].reason"], (await office.RefusedAsync(400, HttpMethod.Put, Outcomes, Decided(("passed", null), ("notPassed", null)))).Paths());
        await office.PutAsync(Outcomes, Decided(("passed", null), ("postponed", "Bổ sung hồ sơ")));

        var session = await office.GetsAsync(Session);
        Assert.Equal("outcome-recorded", (await office.RefusedAsync(409, HttpMethod.Put, Vote, Show((8, 1), (4, 5)), (string)session["votes"]![0]!["etag"]!)).Rule());
        Assert.Equal("votes-recorded", (await office.RefusedAsync(409, HttpMethod.Put, Session, Body(2, 11, 10), tag)).Rule());
        await office.RefusedAsync(428, HttpMethod.Put, Outcomes, Decided(("notPassed", "Đổi ý")));

        // What was put off is voted on again, and only then decided.
        var second = Show((0, 0), (9, 0));
        second["round"] = 2;
        second["results"]!.AsArray().RemoveAt(0);
        await office.PutAsync($"{Session}/votes/lan-2", second);
        var (done, _) = await office.PutAsync(Outcomes, new JsonObject { ["outcomes"] = new JsonArray(new JsonObject { ["proposal"] = 2, ["outcome"] = "passed" }) }, (string)session["outcomesEtag"]!);
        Assert.Equal((2, 0), ((int)done["passed"]!, (int)done["open"]!));
        Assert.Equal("lan-2", (string)done["proposals"]![1]!["vote"]!["vote"]!);

        // On what a decision gives nothing else is decided any more, until it was taken back.
        var given = (string)(await office.DecideAsync(2026, "qd-1", DecisionSamples.Body("15/QĐ-UBND", "2026-12-21", ("so-1", AwardTemplate.ProvinceFlag))).JsonAsync())["etag"]!;
        tag = (string)done["outcomesEtag"]!;
        var resting = await office.RefusedAsync(409, HttpMethod.Put, Outcomes, Decided(("notPassed", "Đổi ý"), ("postponed", "Bổ sung hồ sơ")), tag);
        Assert.Equal(("title-given", "$.outcomes[0].outcome"), (resting.Rule(), Assert.Single(resting.Paths())));
        Assert.Contains("15/QĐ-UBND ngày 21/12/2026", (string)resting["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(tag, (string)(await office.GetsAsync(Session))["outcomesEtag"]!);
        await office.RevokeAsync(2026, "qd-1", DecisionSamples.Revocation("16/QĐ-UBND", "2026-12-21"), given).JsonAsync();
        Assert.Equal(1, (int)(await office.PutAsync(Outcomes, Decided(("notPassed", "Đổi ý")), tag)).View["notPassed"]!);
    }

    [Fact]
    public async Task A_session_that_is_yet_to_come_has_not_voted_and_a_proposal_names_what_there_is()
    {
        await using var app = await StartAsync(1);
        app.SetDay("2026-12-19");
        using var office = app.Admin();
        var (_, tag) = await office.PutAsync(Session, Body(1));
        await app.HasRulesAsync("quy-dinh-2027", "2027-01-01", flag => flag["title"] = "Cờ thi đua của tỉnh");
        var (moved, movedTag) = await office.PutAsync(Session, Moved("2027-01-05"), tag);
        var (back, _) = await office.PutAsync(Session, Body(1), movedTag);
        Assert.Equal(("quy-dinh-2027", AwardTemplate.Version), ((string)moved["rulesVersion"]!, (string)back["rulesVersion"]!)); // those of its day
        var bad = Body(1);
        bad["proposals"] = new JsonArray(new JsonObject { ["number"] = 1, ["award"] = "khong-co", ["bloc"] = "khoi-9", ["unit"] = "so-khong-co" });

        Assert.Equal("session-not-held", (await office.RefusedAsync(409, HttpMethod.Put, Vote, Show((9, 0)))).Rule());
        Assert.Equal(["$.proposals[0].award", "$.proposals[0].bloc", "$.proposals[0].unit"], (await office.RefusedAsync(400, HttpMethod.Put, $"{Session}-2", bad)).Paths());
        await office.RefusedAsync(404, HttpMethod.Put, Vote.Replace("xet-khen-thuong", "khong-co", StringComparison.Ordinal), Show((9, 0)));
        await office.RefusedAsync(404, HttpMethod.Put, Session.Replace("2026", "2031", StringComparison.Ordinal), Body(1));
        Assert.Equal(["xet-khen-thuong"], (await office.GetsAsync("/api/cycles/2026/council/sessions"))["sessions"]!.AsArray().Select(one => (string)one!["session"]!));
    }

    [Fact]
    public async Task A_suspended_unit_is_not_put_before_the_council_and_gets_nothing_from_it()
    {
        await using var app = await StartAsync(2);
        using var office = app.Admin();
        const string Suspensions = $"{MeetingsOf.BlocYear}/suspensions";
        var complaint = JsonNode.Parse("""{"cause":"complaint","since":"2026-12-20","reason":"Đang xác minh"}""")!;
        var (_, tag) = await office.PutAsync($"{Suspensions}/so-1", complaint);

        var refused = await office.RefusedAsync(409, HttpMethod.Put, Session, Body(2));
        Assert.Equal(("unit-suspended", "$.proposals[0].unit"), (refused.Rule(), Assert.Single(refused.Paths())));
        await office.GetAsync(Session, Cancellation).ProblemAsync(404);

        await office.PostAsync($"{Suspensions}/so-1/lifting", JsonNode.Parse("""{"day":"2026-12-20","reason":"Tố cáo không đúng"}""")!, tag);
        await office.PutAsync(Session, Body(2));
        await office.PutAsync(Vote, Show((9, 0), (9, 0)));
        await office.PutAsync($"{Suspensions}/so-2", complaint); // told only afterwards
        var passed = await office.RefusedAsync(409, HttpMethod.Put, Outcomes, Decided(("passed", null), ("passed", null)));
        Assert.Equal(("unit-suspended", "$.outcomes[1].outcome"), (passed.Rule(), Assert.Single(passed.Paths())));
        var (session, _) = await office.PutAsync(Outcomes, Decided(("passed", null), ("postponed", "Đơn vị đang bị tạm dừng xét")));
        Assert.Equal((1, 1), ((int)session["passed"]!, (int)session["open"]!));
    }

    [Fact]
    public async Task Minutes_and_count_come_as_Word_and_as_a_page()
    {
        await using var app = await StartAsync(2);
        using var office = app.Admin();
        using var council = app.Holding("Emulation.Council");
        using var unit = await app.OfficerAsync("so-1");
        await office.PutAsync(Session, Body(2));
        await office.PutAsync(Vote, Ballot((9, 0), (4, 5)));

        foreach (var paper in new[] { "minutes", "count" })
        {
            using var word = await council.GetAsync(new Uri($"{Session}/papers/{paper}", UriKind.Relative), Cancellation);
            SoundPapers.AssertValid(await word.Content.ReadAsByteArrayAsync(Cancellation));
            using var page = await council.GetAsync(new Uri($"{Session}/papers/{paper}/print", UriKind.Relative), Cancellation);
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            Assert.Contains("9/11 (81,81 %)", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            await unit.GetAsync($"{Session}/papers/{paper}", Cancellation).ProblemAsync(403);
        }

        await council.GetAsync($"{Session}/papers/khac", Cancellation).ProblemAsync(404);
    }

    private async Task<EmulationApp> StartAsync(int units)
    {
        var app = MeetingsOf.App(azurite, issuer);
        await app.HasTenAsync();
        // The bloc has ten; a transaction takes no more than a hundred rows.
        foreach (var more in Enumerable.Range(10, Math.Max(0, units - 9)).Chunk(30))
        {
            await RosterRowsOf.HasBlocAsync(app, MeetingsOf.Bloc, [.. more.Select(number => $"so-{number}")]);
        }

        app.SetDay("2026-12-21");
        return app;
    }

    private static JsonObject Body(int proposals, int members = 11, int present = 9, (int Part, int Of)? quorum = null) => new()
    {
        ["council"] = "Hội đồng Thi đua - Khen thưởng tỉnh",
        ["title"] = "Phiên họp xét khen thưởng năm 2026",
        ["day"] = "2026-12-20",
        ["quorum"] = quorum is var (part, of) ? new JsonObject { ["part"] = part, ["of"] = of, ["above"] = false } : null,
        ["quorumSource"] = quorum is null ? null : "Quy chế của Hội đồng",
        ["members"] = new JsonArray([.. Enumerable.Range(0, members).Select(index => new JsonObject
        {
            ["id"] = $"tv-{index}", ["post"] = $"Chức vụ {index}", ["office"] = index == 0 ? "chair" : "member", ["attendance"] = index < present ? "present" : "absent",
        })]),
        ["guests"] = new JsonArray(new JsonObject { ["id"] = "khach-1", ["post"] = "Đại diện Ủy ban Mặt trận Tổ quốc tỉnh" }),
        ["proposals"] = new JsonArray([.. Enumerable.Range(1, proposals).Select(number => new JsonObject
        {
            ["number"] = number, ["award"] = AwardTemplate.ProvinceFlag, ["bloc"] = MeetingsOf.Bloc, ["unit"] = $"so-{number}",
        })]),
    };

    private static JsonObject Moved(string day)
    {
        var body = Body(1);
        body["day"] = day;
        return body;
    }

    private static JsonObject Show(params (int Yes, int No)[] results) => new()
    {
        ["way"] = "show",
        ["round"] = 1,
        ["results"] = new JsonArray([.. results.Select((one, index) => new JsonObject { ["proposal"] = index + 1, ["for"] = one.Yes, ["against"] = one.No, ["other"] = 0 })]),
    };

    private static JsonObject Ballot(params (int Yes, int No)[] results)
    {
        var body = Show(results);
        body["way"] = "ballot";
        body["ballots"] = new JsonObject { ["issued"] = 9, ["returned"] = 9, ["notReturned"] = 0, ["valid"] = 9, ["invalid"] = 0 };
        return body;
    }

    private static JsonObject Written(string member) => new() { ["member"] = member, ["view"] = "for" };

    private static JsonObject Decided(params (string Outcome, string? Reason)[] outcomes) => new()
    {
        ["outcomes"] = new JsonArray([.. outcomes.Select((one, index) => new JsonObject { ["proposal"] = index + 1, ["outcome"] = one.Outcome, ["reason"] = one.Reason })]),
    };
}

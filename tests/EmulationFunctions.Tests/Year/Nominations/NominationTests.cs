using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Tests.Province.Decisions;
using EmulationFunctions.Tests.Province.Roster;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Nominations.NominationsOf;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Nominations;

/// <summary>Units are nominated, and each condition is shown as met, not met or not known, with where that comes from.</summary>
public sealed class NominationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly YearOfBloc Id = new(2026, BlocOf.Bloc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_is_not_known_until_the_standings_are_published_and_then_comes_from_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b", "so-c");
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        app.SetDay("2026-12-22");
        using var office = app.Admin();

        Assert.Equal("notKnown", (await office.EligibilityAsync("so-a")).State("dan-dau-khoi"));
        await office.PublishAsync(BlocOf.Bloc, "so-c").JsonAsync();

        var (first, second, apart) = (await office.EligibilityAsync("so-a"), await office.EligibilityAsync("so-b"), await office.EligibilityAsync("so-c"));
        Assert.Equal(("met", "notMet", "notMet"), (first.State("dan-dau-khoi"), second.State("dan-dau-khoi"), apart.State("dan-dau-khoi")));
        Assert.Equal("Xếp thứ 2/2 theo bảng xếp hạng công bố ngày 22/12/2026.", (string)second.Condition("dan-dau-khoi")["why"]!);
        Assert.StartsWith("Không xếp hạng: Chưa lập phiếu điểm", (string)apart.Condition("dan-dau-khoi")["why"]!, StringComparison.Ordinal);
        Assert.Equal(("notKnown", "notMet"), ((string)first["state"]!, (string)second["state"]!));
        Assert.Equal(("read", "quyet-dinh-86-2025-bac-ninh"), ((string)first.Condition("dan-dau-khoi")["source"]!["reading"]!, (string)first.Condition("dan-dau-khoi")["source"]!["text"]!));
    }

    [Fact]
    public async Task Figures_and_statements_are_the_nomination_s_own_with_their_day_and_source()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var unit = await app.OfficerAsync("so-a");

        var nominated = await unit.NominatesAsync("so-a", """
            {"figures":{"asOf":"2026-11-30","source":"Báo cáo 12/BC","people":100,"women":70,"advancedWorkers":69,"baseFighters":2},"statements":[{"condition":"noi-bo-doan-ket","isMet":true,"source":"Biên bản 05/BB"}]}
            """, AwardTemplate.ExcellentCollective);

        var eligibility = nominated["eligibility"]!;
        Assert.Equal(("notMet", "met", "met"), (eligibility.State("ty-le-lao-dong-tien-tien"), eligibility.State("co-chien-si-thi-dua"), eligibility.State("noi-bo-doan-ket")));
        Assert.Equal("69/100 (ngày 30/11/2026, Báo cáo 12/BC); cần ít nhất 70/100.", (string)eligibility.Condition("ty-le-lao-dong-tien-tien")["why"]!);
        Assert.Equal(("nominated", "mau", "2026-12-22"), ((string)nominated["nomination"]!["status"]!, (string)nominated["nomination"]!["rules"]!, (string)nominated["nomination"]!["openedOn"]!));
        var kept = Assert.Single(await app.Services.GetRequiredService<NominationTable>().ListAsync(Id, Cancellation));
        Assert.Equal((100, 70, null), (kept.StaffCount, kept.Women, kept.DirectWorkers));
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn(NominationTable.Table), Cancellation);
    }

    [Fact]
    public async Task Titles_of_earlier_years_are_those_that_decisions_gave()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        await app.HasRulesAsync("quy-dinh-2026", "2026-01-01", flag => flag["conditions"]!.AsArray().Add(JsonNode.Parse("""
            {"code":"nam-truoc","title":"Năm trước là Tập thể lao động xuất sắc","kind":"titles","awards":["tap-the-lao-dong-xuat-sac"],"source":{"reading":"configurableDefault"}}
            """)));
        using var office = app.Admin();
        Assert.Equal("notMet", (await office.EligibilityAsync("so-a")).State("nam-truoc"));
        await office.DecideAsync(2025, "qd-45", DecisionSamples.Body("45/QĐ-UBND", "2026-01-20", ("so-a", AwardTemplate.ExcellentCollective))).JsonAsync();

        Assert.Equal(("met", "notMet"), ((await office.EligibilityAsync("so-a")).State("nam-truoc"), (await office.EligibilityAsync("so-b")).State("nam-truoc")));
        Assert.Equal("Quyết định: 2025: 45/QĐ-UBND.", (string)(await office.EligibilityAsync("so-a")).Condition("nam-truoc")["why"]!);
    }

    [Fact]
    public async Task Rules_that_change_do_not_change_a_nomination_that_was_opened_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.NominatesAsync("so-b");
        app.SetDay("2026-12-23");
        await app.HasRulesAsync("quy-dinh-moi", "2026-12-23", flag => flag["conditions"]![0]!["place"] = 2);

        Assert.Equal(("notMet", "mau"), ((await office.EligibilityAsync("so-b")).State("dan-dau-khoi"), (string)(await office.EligibilityAsync("so-b"))["rules"]!));
        Assert.Equal(("met", "quy-dinh-moi"), ((await office.EligibilityAsync("so-a")).State("dan-dau-khoi"), (string)(await office.EligibilityAsync("so-a"))["rules"]!));
        // Not even the version itself changes any more.
        var content = (await office.GetsAsync("/api/award-rules?rules=mau"))["content"]!.DeepClone();
        content["awards"]![1]!["title"] = "Cờ khác";
        Assert.Equal("award-rules-in-use", (await office.RefusedAsync(409, Put("/api/award-rules/mau", content.ToJsonString(), "\"1\""))).Type());
        // What is changed in it later stays under its rules, and what is opened anew does not.
        var tag = await office.DoneAsync(Put(Nomination("so-b"), """{"figures":{"asOf":"2026-12-01","source":"Báo cáo","people":9}}""", await TagAsync(office)));
        Assert.Equal("mau", (string)(await office.EligibilityAsync("so-b"))["rules"]!);
        tag = await office.DoneAsync(Post($"{Nomination("so-b")}/withdrawal", """{"reason":"Xin rút"}""", tag));
        await office.DoneAsync(Put(Nomination("so-b"), Nothing, tag));
        Assert.Equal("quy-dinh-moi", (string)(await office.EligibilityAsync("so-b"))["rules"]!);
    }

    [Fact]
    public async Task Of_a_unit_that_ended_who_took_over_its_tasks_proposes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.SucceedAsync("sap-nhap", SuccessionSamples.Merge("2026-12-22", ["so-c"], "so-b")).JsonAsync();

        Assert.Equal("unit-ended", (await office.RefusedAsync(409, Put(Nomination("so-c"), Nothing))).Type());
        await office.NominatesAsync("so-b");
    }

    [Fact]
    public async Task A_quota_that_is_broken_warns_with_its_source_and_blocks_only_where_it_says_so()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.NominatesAsync("so-a");

        var second = await office.NominatesAsync("so-b");

        var quota = Assert.Single(second["eligibility"]!["quotas"]!.AsArray())!;
        Assert.Equal((1, 2, true, false), ((int)quota["allowed"]!, (int)quota["nominated"]!, (bool)quota["isBroken"]!, (bool)quota["blocks"]!));
        Assert.Equal("Có 2 đề nghị, vượt mức tối đa 1 (Mỗi khối một cờ; văn bản chung không quy định số lượng).", (string)quota["warning"]!);

        app.SetDay("2026-12-23");
        await app.HasRulesAsync("quy-dinh-moi", "2026-12-23", flag => flag["quotas"]![0]!["blocks"] = true);
        var refused = await office.RefusedAsync(409, Put(Nomination("so-c"), Nothing));
        Assert.Equal("quota-reached", refused.Type());
        Assert.Contains("Mỗi khối một cờ", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(2, (await office.GetsAsync($"{BlocYear}/nominations"))["nominations"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_fifth_of_the_leaders_at_the_standard_is_counted_over_all_blocs_and_what_is_not_published_is_said()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.NominatesAsync("so-a");

        var nominated = await office.NominatesAsync("so-a", award: AwardTemplate.GovernmentFlag);

        var quota = nominated["eligibility"]!["quotas"]!.AsArray().Single(one => (string)one!["scope"]! == "province")!;
        Assert.Equal((1, 0, 1, true), ((int)quota["base"]!, (int)quota["allowed"]!, (int)quota["nominated"]!, (bool)quota["isBroken"]!)); // 20 % of one is nobody
        Assert.Equal(0, (int)quota["unknownBlocs"]!);
        Assert.Contains("khoản 1 Điều 7 Nghị định 152/2025/NĐ-CP", (string)quota["warning"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_equal_at_the_last_place_waits_for_what_the_rules_say_is_next()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        await office.NominatesAsync("so-a");
        await office.NominatesAsync("so-b");

        var byPoints = (await office.GetsAsync($"{Nomination("x")[..^2]}/quotas"))["selection"]!;
        Assert.Equal(["so-a"], byPoints["passed"]!.AsArray().Select(one => (string)one!));
        Assert.Equal("points", (string)byPoints["separatedBy"]!);

        // Once the bloc has voted the votes come first, and the tie-breaks show who would pass of those with the same number.
        using var head = await app.OfficerAsync("so-a");
        const string Ballot = $"{BlocYear}/ballots/bau-co";
        await head.DoneAsync(Put($"{Ballot}/paper", $$"""
            {"question":{"title":"Suy tôn","award":"{{Flag}}","secrecy":"secret","marks":2},"on":"2026-12-22","issued":3,"returned":3,"notReturned":0,"valid":3,"invalid":0,"blank":0,"present":3,
             "votes":[{"unit":"so-a","votes":2},{"unit":"so-b","votes":2}]}
            """));
        Assert.Equal(["tied", "tied"], (await head.GetsAsync(Ballot))["choices"]!.AsArray().Select(one => (string)one!["outcome"]!));
        var byVotes = (await office.GetsAsync($"{Nomination("x")[..^2]}/quotas"))["selection"]!;
        Assert.Equal(("so-a", "points"), ((string)Assert.Single(byVotes["passed"]!.AsArray())!, (string)byVotes["separatedBy"]!));
        // People settle it by voting once more, as the award's tie-breaks say; nobody chooses before.
        Assert.Equal("another-ballot", (await head.RefusedAsync(409, Post($"{Ballot}/tie", """{"units":["so-a"],"reason":"Tổng điểm cao hơn."}"""))).Type());

        var ballots = app.Services.GetRequiredService<AwardBallots>();
        var tied = await ballots.SelectAsync(2026, BlocOf.Bloc, Flag, new Dictionary<string, int> { ["so-a"] = 2, ["so-b"] = 2 }, present: 3, Cancellation);
        Assert.Equal(["so-a"], tied!.Passed); // points come next
        await office.NominatesAsync("so-c");
        var unknown = await ballots.SelectAsync(2026, BlocOf.Bloc, Flag, new Dictionary<string, int> { ["so-b"] = 2, ["so-c"] = 2 }, present: 3, Cancellation);
        Assert.Empty(unknown!.Passed); // so-c has no points, so points separate nobody
        Assert.Equal(["so-b", "so-c"], unknown.Tied);
        Assert.Equal(AwardTieBreakKind.Points, unknown.Next!.Kind);
    }

    [Fact]
    public async Task A_ballot_is_told_nominees_places_and_threshold_and_the_bloc_s_own_regulation_comes_before_a_default()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await using var regulated = new EmulationApp(azurite, issuer, services: services =>
            services.AddSingleton<AdoptedRegulation>((_, _) => Task.FromResult(new RegulationHistory(
                [new(null, new(Threshold: new(2, 3), Base: VoteBase.AllVoters)), new(new(2026, 12, 22), new(Threshold: new(3, 4), Base: VoteBase.AllVoters))]))));
        foreach (var one in new[] { app, regulated })
        {
            await one.HasPublishedAsync();
            using var office = one.Admin();
            await office.NominatesAsync("so-b");
            await office.NominatesAsync("so-a");
            await office.NominatesAsync("so-c");
            await office.DoneAsync(Put(Suspension("so-c"), """{"cause":"complaint","since":"2026-12-20","reason":"Đang xác minh"}"""));
        }

        Task<AwardBallotTerms> OfAsync(EmulationApp one, int day) => one.Services.GetRequiredService<AwardBallots>().TermsOfAsync(2026, BlocOf.Bloc, Flag, new(2026, 12, day), Cancellation);
        var terms = await OfAsync(app, 21);
        var own = await OfAsync(regulated, 21);

        Assert.Equal(["so-a", "so-b"], terms.Nominees);
        Assert.Equal((1, new(1, 2, Above: true), VoteBase.Present, 2, AwardDecider.BlocLeaders), (terms.Seats, terms.Threshold, terms.Base, terms.Ballots, terms.Decider));
        Assert.Equal((new(2, 3), TieRule.AnotherBallot, false), (terms.Quorum, terms.Tie, terms.AreSeatsOpen));
        Assert.Equal((new(2, 3), VoteBase.AllVoters, 2, "Quy chế đã thông qua của khối"), (own.Threshold, own.Base, own.Ballots, own.Source.Vi));
        Assert.Equal(new(3, 4), (await OfAsync(regulated, 22)).Threshold); // the regulation is that of the ballot's day
    }

    [Fact]
    public async Task Nominations_come_in_pages_and_what_was_withdrawn_stays_with_its_reason()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        using var peer = await app.OfficerAsync("so-c");
        await office.NominatesAsync("so-a");
        await office.NominatesAsync("so-b");
        await office.NominatesAsync("so-a", award: AwardTemplate.ProvinceCertificate);

        var tag = await TagAsync(office, "so-b");
        await office.RefusedAsync(428, Post($"{Nomination("so-b")}/withdrawal", """{"reason":"Xin rút"}"""));
        var withdrawn = await office.DoneAsync(Post($"{Nomination("so-b")}/withdrawal", """{"reason":"Xin rút"}""", tag));
        Assert.Equal(withdrawn, await office.DoneAsync(Post($"{Nomination("so-b")}/withdrawal", """{"reason":"Lần nữa"}"""))); // again: nothing changes
        await office.RefusedAsync(404, Post($"{Nomination("so-c")}/withdrawal", """{"reason":"Xin rút"}""", tag));

        var seen = new List<string>();
        var next = "";
        do
        {
            var page = await peer.GetsAsync($"{BlocYear}/nominations?pageSize=1{next}");
            seen.AddRange(page["nominations"]!.AsArray().Select(one => $"{one!["award"]} {one["unit"]} {one["status"]} {one["withdrawnFor"]}".Trim()));
            next = page["continuation"] is { } continuation ? $"&continuation={continuation}" : null;
        }
        while (next is not null);

        Assert.Equal([$"{AwardTemplate.ProvinceCertificate} so-a nominated", $"{Flag} so-a nominated", $"{Flag} so-b withdrawn Xin rút"], seen);
        Assert.Equal(2, (await peer.GetsAsync($"{BlocYear}/nominations?award={Flag}"))["nominations"]!.AsArray().Count);
        await peer.GetAsync(new Uri($"{BlocYear}/nominations?continuation=x", UriKind.Relative), Cancellation).ProblemAsync(400);
    }

    [Fact]
    public async Task A_nomination_for_what_is_not_there_or_not_for_the_unit_is_refused_and_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using var office = app.Admin();
        using var unit = await app.OfficerAsync("so-a");

        await office.RefusedAsync(404, Put(Nomination("so-a", "co-la"), Nothing));
        await office.RefusedAsync(404, Put(Nomination("so-la"), Nothing));
        Assert.Equal("award-not-for-unit", (await office.RefusedAsync(409, Put(Nomination("so-a", AwardTemplate.TypicalLocality), Nothing))).Type());
        var faults = await office.RefusedAsync(400, Put(Nomination("so-a"), """
            {"figures":{"asOf":"2027-01-01","source":" ","people":1,"women":2},"statements":[{"condition":"dan-dau-khoi","isMet":true,"source":"Biên bản"}]}
            """));
        Assert.Equal(["$.figures.asOf", "$.figures.source", "$.figures.women", "$.statements[0].condition"], faults.Paths());
        await office.RefusedAsync(412, Put(Nomination("so-a"), Nothing, "\"9\""));
        app.SetDay("2027-06-01");
        Assert.Equal("year-over", (await unit.RefusedAsync(409, Put(Nomination("so-a"), Nothing))).Type());

        Assert.Empty((await office.GetsAsync($"{BlocYear}/nominations"))["nominations"]!.AsArray());
        Assert.True((bool)(await office.GetsAsync("/api/award-rules"))["isTemplate"]!); // nothing was opened under them
    }

    [Fact]
    public async Task A_nomination_killed_at_any_call_is_there_whole_or_as_it_was_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPublishedAsync();
        using (var office = app.Admin())
        {
            await office.NominatesAsync("so-b");
        }

        await CrashSteps.EachCallAsync(
            app,
            () =>
            {
                var restarted = new EmulationApp(azurite, issuer, app.Account);
                restarted.Clock.Now = app.Clock.Now;
                return restarted;
            },
            another => Task.FromResult(another.Admin()),
            async (client, attempt) => Put(
                Nomination("so-b"), $$"""{"figures":{"asOf":"2026-12-01","source":"Báo cáo","people":{{attempt}}},"statements":[{"condition":"noi-bo-doan-ket","isMet":true,"source":"Biên bản {{attempt}}"}]}""", await TagAsync(client)),
            async (client, attempt) =>
            {
                var one = Assert.Single((await client.GetsAsync($"{BlocYear}/nominations"))["nominations"]!.AsArray())!;
                var people = (int?)one["figures"]?["people"];
                Assert.Equal(people is null ? null : $"Biên bản {people}", (string?)one["statements"]!.AsArray().SingleOrDefault()?["source"]);
                return people == attempt;
            },
            Id.AddressIn(NominationTable.Table));
    }

    private static async Task<string> TagAsync(HttpClient client, string unit = "so-b") =>
        (string)(await client.GetsAsync($"{BlocYear}/nominations?award={Flag}"))["nominations"]!.AsArray().Single(one => (string)one!["unit"]! == unit)!["etag"]!;
}

using EmulationFunctions.Common;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static EmulationFunctions.Tests.Year.Ballots.BallotsOf;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>Open ballots, ballots on paper, and what holds for every ballot.</summary>
public sealed class BallotTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_ballot_tells_each_vote_after_the_count_and_nothing_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        using var reader = app.Holding("Emulation.Reader");

        Assert.Empty(await head.OpensAsync(Opening(isSecret: false, more: ""","seats":1""")));
        Assert.Empty(await head.OpensAsync(Opening(isSecret: false, more: ""","seats":1"""))); // the same again
        await app.VotesAsync("so-01", "so-02");
        await app.VotesAsync("so-02", "so-02");
        await app.VotesAsync("so-03", "so-02");
        var before = await head.GetsAsync(One);
        Assert.Equal((4, 3), ((int)before["turnout"]!["voters"]!, (int)before["turnout"]!["voted"]!));
        Assert.Equal("Sở 04", (string)Assert.Single(before["turnout"]!["missing"]!.AsArray())!);
        Assert.Null((await reader.GetsAsync(One))["turnout"]);
        Assert.All([before["votes"], before["count"], before["choices"]![0]!["votes"], before["choices"]![0]!["outcome"]], Assert.Null);

        Assert.Equal("votes-missing", (await head.RefusedAsync(409, Close([]))).Type());
        var closed = await head.ClosesAsync([], ""","reason":"Sở 04 báo vắng." """);

        Assert.Equal([("so-01", 0, "notPassed"), ("so-02", 3, "passed"), ("so-03", 0, "notPassed")], closed.Told());
        Assert.Equal(["so-01", "so-02", "so-03"], closed["votes"]!.AsArray().Select(vote => (string)vote!["unit"]!));
        Assert.Equal((3, 3, 4), ((int)closed["count"]!["returned"]!, (int)closed["count"]!["valid"]!, (int)closed["count"]!["outOf"]!));
        Assert.Equal(closed.ToJsonString(), (await head.ClosesAsync([])).ToJsonString()); // the same again
        Assert.Equal("ballot-closed", (await head.RefusedAsync(409, ReportsOf.Put($"{One}/voters/so-04", """{"post":"Giám đốc"}"""))).Type());
        Assert.Equal("suy-ton", (string)Assert.Single((await reader.GetsAsync(All))["ballots"]!.AsArray())!["ballot"]!);
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_and_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        using var unit = await app.OfficerAsync("so-02");
        using var colleague = await app.OfficerAsync("so-02", "colleague");
        using var guest = await app.OfficerAsync("so-99");
        await head.OpensAsync(Opening(isSecret: false, more: ""","seats":1,"ownVote":false"""));

        Assert.Equal("no-voter-named", (await unit.RefusedAsync(409, Cast("so-02", ["so-01"]))).Type());
        var tag = await unit.DoneAsync(ReportsOf.Put($"{One}/voters/so-02", """{"name":"Bà B","post":"Phó Giám đốc"}"""));
        await unit.RefusedAsync(428, ReportsOf.Put($"{One}/voters/so-02", """{"post":"Giám đốc"}"""));
        Assert.Equal(["$.isSubstitute"], (await unit.RefusedAsync(400, ReportsOf.Put($"{One}/voters/so-02", """{"isSubstitute":true}""", tag))).Paths());
        Assert.Equal(["$.account"], (await head.RefusedAsync(400, ReportsOf.Put($"{One}/voters/so-03", "{}"))).Paths());
        Assert.Equal("not-the-voter", (await colleague.RefusedAsync(403, Cast("so-02", ["so-01"]))).Type());
        await unit.RefusedAsync(403, Cast("so-03", ["so-01"])); // for another unit
        await head.RefusedAsync(403, Cast("so-02", ["so-01"])); // not even the head
        Assert.Equal("not-a-voter", (await guest.RefusedAsync(409, Cast("so-99", ["so-01"]))).Type());
        Assert.Equal(["$.choices[0]", "$.choices[1]", "$.choices"], (await unit.RefusedAsync(400, Cast("so-02", ["so-02", "so-99"]))).Paths());
        Assert.Equal(["$.isBlank"], (await unit.RefusedAsync(400, Cast("so-02", ["so-01"], isBlank: true))).Paths());
        Assert.Equal(0, (int)(await head.GetsAsync(One))["turnout"]!["voted"]!);

        await unit.CastsAsync("so-02", "so-01");
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, Cast("so-02", ["so-01"]))).Type());
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, Cast("so-02", ["so-03"]))).Type());
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, ReportsOf.Put($"{One}/voters/so-02", """{"post":"Giám đốc"}""", tag))).Type());
        await head.ClosesAsync([], ""","reason":"Hết giờ." """);
        Assert.Equal("ballot-closed", (await unit.RefusedAsync(409, Cast("so-02", ["so-03"]))).Type());
        Assert.DoesNotContain((await app.TrailAsync()).Select(entry => $"{entry.Before} {entry.After}"), text => text.Contains("Bà B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ballot_about_nobody_or_by_other_rules_than_the_regulation_s_is_not_opened()
    {
        await using var app = new EmulationApp(azurite, issuer, services: Regulation(new(Threshold: new(2, 3), Base: VoteBase.AllVoters, Secrecy: Secrecy.Open)));
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");

        var problem = await head.RefusedAsync(400, ReportsOf.Put(One, Opening(choices: [], more: ""","counts":"outcomeOnly" """, beside: ""","until":"2026-12-19" """)));

        Assert.Equal(["$.question.choices", "$.question.counts", "$.question.secrecy", "$.question.threshold", "$.until"], problem.Paths().Order(StringComparer.Ordinal).Except(["$.keepers"]));
        await head.GetAsync(new Uri(One, UriKind.Relative), Cancellation).ProblemAsync(404);
        Assert.Equal(0, await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation));
    }

    [Fact]
    public async Task Under_an_open_ballot_neither_its_rules_nor_the_regulation_change()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        await head.OpensAsync(Opening(isSecret: false));
        var before = (await head.GetsAsync(One)).ToJsonString();
        var tag = await head.DoneAsync(ReportsOf.Put($"{OfYear}/regulation", """{"articles":[{"title":"Bỏ phiếu","text":"Quá bán."}],"settings":{"threshold":{"part":9,"of":10},"base":"allVoters"}}"""));

        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(One, Opening(isSecret: false, more: ""","seats":2""")))).Type());
        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(One, Opening(isSecret: true)))).Type());
        Assert.Equal("ballot-open", (await head.RefusedAsync(409, ReportsOf.Post($"{OfYear}/regulation/adoption", """{"day":"2026-12-20"}""", tag))).Type());
        Assert.Equal(before, (await head.GetsAsync(One)).ToJsonString());

        await head.DoneAsync(ReportsOf.Post($"{One}/annulment", """{"reason":"Quy chế sửa đổi."}"""));
        await head.DoneAsync(ReportsOf.Post($"{OfYear}/regulation/adoption", """{"day":"2026-12-20"}""", tag));
    }

    [Fact]
    public async Task Absent_units_write_their_opinion_which_counts_and_is_shown_apart()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(5);
        using var head = await app.OfficerAsync("so-01");
        var keys = await head.OpensAsync(Opening(more: ""","absentees":"inWriting" """));
        foreach (var unit in new[] { "so-01", "so-02", "so-03" })
        {
            await app.VotesAsync(unit, "so-03");
        }

        const string Letter = """{"paper":{"kind":"Công văn","number":"310/CV"},"choices":["so-02"]}""";
        var tag = await head.DoneAsync(ReportsOf.Put($"{One}/opinions/so-04", Letter));
        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Put($"{One}/opinions/so-04", Letter))); // the same again
        Assert.Equal(tag, (string)(await head.GetsAsync(One))["written"]![0]!["etag"]!); // whoever runs the bloc may change it
        await head.DoneAsync(ReportsOf.Put($"{One}/opinions/so-04", Letter.Replace("so-02", "so-03", StringComparison.Ordinal), tag)); // it was misread
        Assert.Equal("already-voted", (await head.RefusedAsync(409, ReportsOf.Put($"{One}/opinions/so-01", Letter))).Type());
        Assert.Equal(["$.choices[0]", "$.paper.number"], (await head.RefusedAsync(400, ReportsOf.Put($"{One}/opinions/so-05", """{"paper":{"kind":"Công văn"},"choices":["so-99"]}"""))).Paths());
        using var absent = await app.OfficerAsync("so-04");
        await absent.RefusedAsync(409, ReportsOf.Put($"{One}/voters/so-04", "{}"));
        var seen = (await absent.GetsAsync(One))["written"]![0]!;
        Assert.Equal((null, null), (seen["vote"], seen["etag"])); // not before the count, and not to change it
        Assert.Equal(["$.present"], (await head.RefusedAsync(400, Close(keys, ""","present":5,"reason":"Hết giờ." """))).Paths()); // who wrote was not there

        var closed = await head.ClosesAsync(keys, ""","reason":"Sở 05 vắng, không gửi ý kiến." """);

        var choice = closed["choices"]!.AsArray().Single(one => (string)one!["unit"]! == "so-03")!;
        Assert.Equal((3, 1, 5, "passed"), ((int)choice["votes"]!, (int)choice["written"]!, (int)choice["outOf"]!, (string)choice["outcome"]!));
        Assert.Equal("so-03", (string)closed["written"]![0]!["vote"]!["choices"]![0]!);
        Assert.Null(closed["votes"]);
    }

    [Fact]
    public async Task Where_nobody_is_asked_in_writing_nobody_writes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        await head.OpensAsync(Opening(isSecret: false));

        Assert.Equal("no-written-opinions", (await head.RefusedAsync(409, ReportsOf.Put($"{One}/opinions/so-04", """{"paper":{"kind":"Công văn","number":"1"}}"""))).Type());
    }

    [Fact]
    public async Task A_second_ballot_without_a_result_is_the_last_and_somebody_decides()
    {
        // Circular 01/2024/TT-TANDTC art. 29: at most 2 ballots a round, then the competent person decides.
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        using var office = app.Admin();
        await head.OpensAsync(Opening(isSecret: false, more: ""","seats":1,"rounds":2,"tie":"anotherBallot","marks":2""").Replace("\"part\":1,\"of\":2,\"above\":true", "\"part\":1,\"of\":2", StringComparison.Ordinal));
        const string Second = """{"question":{"title":"Lần 2","after":"suy-ton"}}""";
        Assert.Equal("no-first-ballot", (await head.RefusedAsync(409, ReportsOf.Put($"{All}/lan-2", Second))).Type()); // not counted yet
        foreach (var (unit, choice) in new[] { ("so-01", "so-02"), ("so-02", "so-02"), ("so-03", "so-03"), ("so-04", "so-03") })
        {
            await app.VotesAsync(unit, choice);
        }

        Assert.Equal(["notPassed", "tied", "tied"], (await head.ClosesAsync([])).Told().Select(one => one.Outcome));
        Assert.Equal("another-ballot", (await office.RefusedAsync(409, ReportsOf.Post($"{One}/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());

        await head.OpensAsync(Second, $"{All}/lan-2");
        Assert.Equal("run-off-there", (await head.RefusedAsync(409, ReportsOf.Put($"{All}/lan-2-nua", Second))).Type());
        Assert.Equal("run-off-there", (await office.RefusedAsync(409, ReportsOf.Post($"{One}/annulment", """{"reason":"Sai."}"""))).Type());
        var second = await head.SendAsync(ReportsOf.Post($"{All}/lan-2/closing", """{"reason":"Không đơn vị nào bỏ phiếu."}"""), Cancellation).JsonAsync();
        Assert.Equal(["notPassed", "notPassed"], second.Told().Select(one => one.Outcome));
        Assert.Equal(2, (int)second["rules"]!["round"]!);
        Assert.Equal("no-more-rounds", (await head.RefusedAsync(409, ReportsOf.Put($"{All}/lan-3", """{"question":{"title":"Lần 3","after":"lan-2","choices":["so-02"]}}"""))).Type());
        Assert.Equal("office-decides", (await head.RefusedAsync(409, ReportsOf.Post($"{All}/lan-2/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());
        await office.DoneAsync(ReportsOf.Post($"{All}/lan-2/tie", """{"reason":"Người có thẩm quyền chọn.","units":["so-02"]}"""));
        Assert.Equal(["passed", "notPassed"], (await head.GetsAsync($"{All}/lan-2")).Told().Select(one => one.Outcome));
    }

    [Fact]
    public async Task The_chair_settles_a_tie_for_as_many_as_there_are_places()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        await head.OpensAsync(Opening(isSecret: false, more: ""","seats":1,"tie":"chairDecides","rounds":2""").Replace("\"part\":1,\"of\":2,\"above\":true", "\"part\":1,\"of\":2", StringComparison.Ordinal));
        Assert.Equal("ballot-not-counted", (await head.RefusedAsync(409, ReportsOf.Post($"{One}/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());
        foreach (var (unit, choice) in new[] { ("so-01", "so-02"), ("so-02", "so-02"), ("so-03", "so-03"), ("so-04", "so-03") })
        {
            await app.VotesAsync(unit, choice);
        }

        await head.ClosesAsync([]);
        Assert.Equal(["$.units"], (await head.RefusedAsync(400, ReportsOf.Post($"{One}/tie", """{"reason":"Chọn.","units":["so-02","so-03"]}"""))).Paths());
        await head.OpensAsync("""{"question":{"title":"Lần 2","after":"suy-ton"}}""", $"{All}/lan-2");
        Assert.Equal("run-off-there", (await head.RefusedAsync(409, ReportsOf.Post($"{One}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""))).Type()); // else two could pass for one place
        await head.DoneAsync(ReportsOf.Post($"{All}/lan-2/annulment", """{"reason":"Chủ trì quyết định."}"""));
        var tag = await head.DoneAsync(ReportsOf.Post($"{One}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""));

        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Post($"{One}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""))); // the same again
        Assert.Equal("no-tie", (await head.RefusedAsync(409, ReportsOf.Post($"{One}/tie", """{"reason":"Đổi ý.","units":["so-02"]}"""))).Type());
        Assert.Equal(["notPassed", "notPassed", "passed"], (await head.GetsAsync(One)).Told().Select(one => one.Outcome));
    }

    [Fact]
    public async Task The_sums_of_a_ballot_on_paper_agree_or_it_is_not_taken()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        const string Sound = """
            {"question":{"title":"Suy tôn","secrecy":"secret","choices":["so-02","so-03"],"seats":1,"threshold":{"part":1,"of":2,"above":true},"base":"allVoters"},
             "on":"2026-12-20","issued":4,"returned":4,"notReturned":0,"valid":3,"invalid":1,"blank":1,"votes":[{"unit":"so-02","votes":3},{"unit":"so-03","votes":0}]}
            """;

        Assert.Equal(["$.returned"], (await head.RefusedAsync(400, ReportsOf.Put($"{One}/paper", Sound.Replace("\"invalid\":1", "\"invalid\":2", StringComparison.Ordinal)))).Paths());
        var tag = await head.DoneAsync(ReportsOf.Put($"{One}/paper", Sound));
        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Put($"{One}/paper", Sound)));
        await head.RefusedAsync(428, ReportsOf.Put($"{One}/paper", Sound.Replace("\"votes\":3", "\"votes\":2", StringComparison.Ordinal)));

        var found = await head.GetsAsync(One);
        Assert.Equal(("closed", 4, 1), ((string)found["state"]!, (int)found["paper"]!["issued"]!, (int)found["paper"]!["blank"]!));
        Assert.Equal([("so-02", 3, "passed"), ("so-03", 0, "notPassed")], found.Told());
        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(One, Opening()))).Type());
    }

    [Fact]
    public async Task A_counted_ballot_is_annulled_by_the_office_alone_and_the_award_is_voted_on_again()
    {
        await using var app = new EmulationApp(azurite, issuer, services: services => services.Replace(ServiceDescriptor.Singleton<BallotTermsOf>((_, award, _) =>
            Task.FromResult(award == "co" ? new AwardBallot(["so-02", "so-03"], 1, new(80, 100), VoteBase.AllVoters, AbsenteeVotes.None, 2, TieRule.ChairDecides, "7", Quorum: new(2, 3)) : null))));
        await app.HasVotersAsync(4);
        using var head = await app.OfficerAsync("so-01");
        using var office = app.Admin();
        const string Award = """{"question":{"title":"Cờ thi đua","award":"co","secrecy":"open"}}""";
        Assert.Equal(["$.question.award"], (await head.RefusedAsync(400, ReportsOf.Put(One, Award.Replace("\"co\"", "\"khong-co\"", StringComparison.Ordinal).Replace("\"secrecy\"", "\"choices\":[\"so-02\"],\"threshold\":{\"part\":1,\"of\":2},\"base\":\"present\",\"secrecy\"", StringComparison.Ordinal)))).Paths());
        await head.OpensAsync(Award);
        Assert.Equal("award-voted", (await head.RefusedAsync(409, ReportsOf.Put($"{All}/lan-nua", Award))).Type());
        foreach (var unit in Units(4))
        {
            await app.VotesAsync(unit, "so-02");
            if (unit == "so-02")
            {
                Assert.Equal("no-quorum", (await head.RefusedAsync(409, Close([], ""","reason":"Hết giờ." """))).Type()); // two of four are fewer than two thirds
            }
        }

        var closed = await head.ClosesAsync([]);
        Assert.Equal((80, "passed"), ((int)closed["rules"]!["threshold"]!["part"]!, closed.Told().First().Outcome));
        Assert.Equal("ballot-closed", (await head.RefusedAsync(409, ReportsOf.Post($"{One}/annulment", """{"reason":"Sai danh sách."}"""))).Type());
        await office.DoneAsync(ReportsOf.Post($"{One}/annulment", """{"reason":"Sai danh sách."}"""));

        var annulled = await head.GetsAsync(One);
        Assert.All([annulled["count"], annulled["choices"]![0]!["votes"], annulled["votes"]], Assert.Null);
        await head.OpensAsync(Award, $"{All}/lan-nua");
    }
}

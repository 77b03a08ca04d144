using EmulationFunctions.Tests.Year.Reports;
using static EmulationFunctions.Tests.Year.Ballots.BallotsOf;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Year.Ballots;

/// <summary>Open ballots, ballots on paper, and what holds for every ballot.</summary>
[Collection(nameof(InOneBloc))]
public sealed class BallotTests(BallotBloc bloc, AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Two5ths = """{"part":2,"of":5}""";

    private const string Absent = ""","reason":"Sở 05 vắng." """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_ballot_tells_each_vote_after_the_count_and_nothing_before()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var reader = app.Holding("Emulation.Reader");

        Assert.Empty(await ballot.OpensAsync(head, Opening(isSecret: false, more: ""","seats":1""")));
        Assert.Empty(await ballot.OpensAsync(head, Opening(isSecret: false, more: ""","seats":1"""))); // the same again
        await ballot.VotesAsync("so-01", "so-02");
        await ballot.VotesAsync("so-02", "so-02");
        await ballot.VotesAsync("so-03", "so-02");
        var before = await head.GetsAsync(ballot.At);
        Assert.Equal((5, 3), ((int)before["turnout"]!["voters"]!, (int)before["turnout"]!["voted"]!));
        Assert.Equal(["Sở 04", "Sở 05"], before["turnout"]!["missing"]!.AsArray().Select(one => (string)one!));
        Assert.Null((await reader.GetsAsync(ballot.At))["turnout"]);
        Assert.All([before["votes"], before["count"], before["choices"]![0]!["votes"], before["choices"]![0]!["outcome"]], Assert.Null);

        Assert.Equal("votes-missing", (await head.RefusedAsync(409, ballot.Close([]))).Type());
        var closed = await ballot.ClosesAsync(head, [], ""","reason":"Sở 04, Sở 05 báo vắng." """);

        Assert.Equal([("so-01", 0, "notPassed"), ("so-02", 3, "passed"), ("so-03", 0, "notPassed")], closed.Told());
        Assert.Equal(["so-01", "so-02", "so-03"], closed["votes"]!.AsArray().Select(vote => (string)vote!["unit"]!));
        Assert.Equal((3, 3, 5), ((int)closed["count"]!["returned"]!, (int)closed["count"]!["valid"]!, (int)closed["count"]!["outOf"]!));
        Assert.Equal(closed.ToJsonString(), (await ballot.ClosesAsync(head, [])).ToJsonString()); // the same again
        Assert.Equal("ballot-closed", (await head.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/voters/so-04", """{"post":"Giám đốc"}"""))).Type());
        Assert.Contains((await reader.GetsAsync(All))["ballots"]!.AsArray(), one => (string)one!["ballot"]! == ballot.Id && (string)one["state"]! == "closed");
        await GivesMinutesAsync(ballot, head, reader);
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_and_changes_nothing()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var unit = await app.OfficerAsync("so-02");
        using var colleague = await app.OfficerAsync("so-02", "colleague");
        using var guest = await app.OfficerAsync("so-99");
        await ballot.OpensAsync(head, Opening(isSecret: false, more: ""","seats":1,"ownVote":false"""));

        Assert.Equal("no-voter-named", (await unit.RefusedAsync(409, ballot.Cast("so-02", ["so-01"]))).Type());
        var tag = await unit.DoneAsync(ReportsOf.Put($"{ballot.At}/voters/so-02", """{"name":"Bà B","post":"Phó Giám đốc"}"""));
        await unit.RefusedAsync(428, ReportsOf.Put($"{ballot.At}/voters/so-02", """{"post":"Giám đốc"}"""));
        Assert.Equal(["$.isSubstitute"], (await unit.RefusedAsync(400, ReportsOf.Put($"{ballot.At}/voters/so-02", """{"isSubstitute":true}""", tag))).Paths());
        Assert.Equal(["$.account"], (await head.RefusedAsync(400, ReportsOf.Put($"{ballot.At}/voters/so-03", "{}"))).Paths());
        Assert.Equal("not-the-voter", (await colleague.RefusedAsync(403, ballot.Cast("so-02", ["so-01"]))).Type());
        await unit.RefusedAsync(403, ballot.Cast("so-03", ["so-01"])); // for another unit
        await head.RefusedAsync(403, ballot.Cast("so-02", ["so-01"])); // not even the head
        Assert.Equal("not-a-voter", (await guest.RefusedAsync(409, ballot.Cast("so-99", ["so-01"]))).Type());
        Assert.Equal(["$.choices[0]", "$.choices[1]", "$.choices"], (await unit.RefusedAsync(400, ballot.Cast("so-02", ["so-02", "so-99"]))).Paths());
        Assert.Equal("no-written-opinions", (await head.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/opinions/so-04", """{"paper":{"kind":"Công văn","number":"1"}}"""))).Type());
        Assert.Equal(["$.isBlank"], (await unit.RefusedAsync(400, ballot.Cast("so-02", ["so-01"], isBlank: true))).Paths());
        Assert.Equal(0, (int)(await head.GetsAsync(ballot.At))["turnout"]!["voted"]!);

        await ballot.CastsAsync(unit, "so-02", "so-01");
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, ballot.Cast("so-02", ["so-01"]))).Type());
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, ballot.Cast("so-02", ["so-03"]))).Type());
        Assert.Equal("already-voted", (await unit.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/voters/so-02", """{"post":"Giám đốc"}""", tag))).Type());
        await ballot.ClosesAsync(head, [], ""","reason":"Hết giờ." """);
        Assert.Equal("ballot-closed", (await unit.RefusedAsync(409, ballot.Cast("so-02", ["so-03"]))).Type());
        Assert.DoesNotContain(await bloc.TrailAsync(), entry => $"{entry.Before} {entry.After}".Contains("Bà B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Under_an_open_ballot_neither_its_rules_nor_the_regulation_change_and_none_is_opened_by_other_rules_or_about_nobody()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(3);
        var (ballot, next) = (new HeldBallot(app), new HeldBallot(app, "lan-sau"));
        using var head = await app.OfficerAsync("so-01");
        Assert.Equal(["$.question.counts"], (await head.RefusedAsync(400, ReportsOf.Put(ballot.At, Opening(isSecret: false, more: ""","counts":"outcomeOnly" """)))).Paths()); // each vote is told
        await ballot.OpensAsync(head, Opening(isSecret: false));
        var before = (await head.GetsAsync(ballot.At)).ToJsonString();
        var tag = await head.DoneAsync(ReportsOf.Put($"{OfYear}/regulation", """{"articles":[{"title":"Bỏ phiếu","text":"Quá bán."}],"settings":{"threshold":{"part":9,"of":10},"base":"allVoters","secrecy":"secret"}}"""));

        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(ballot.At, Opening(isSecret: false, more: ""","seats":2""")))).Type());
        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(ballot.At, Opening(isSecret: true)))).Type());
        Assert.Equal("ballot-open", (await head.RefusedAsync(409, ReportsOf.Post($"{OfYear}/regulation/adoption", """{"day":"2026-12-20"}""", tag))).Type());
        Assert.Equal(before, (await head.GetsAsync(ballot.At)).ToJsonString());

        await head.DoneAsync(ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Quy chế sửa đổi."}"""));
        await head.DoneAsync(ReportsOf.Post($"{OfYear}/regulation/adoption", """{"day":"2026-12-20"}""", tag));
        var problem = await head.RefusedAsync(400, ReportsOf.Put(next.At, Opening(isSecret: false, choices: [], beside: ""","until":"2026-12-19" """)));
        Assert.Equal(["$.question.choices", "$.question.secrecy", "$.question.threshold", "$.until"], problem.Paths().Order(StringComparer.Ordinal));
        await head.GetAsync(new Uri(next.At, UriKind.Relative), Cancellation).ProblemAsync(404);
        Assert.Equal(2, await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation));
    }

    [Fact]
    public async Task Absent_units_write_their_opinion_which_counts_and_is_shown_apart()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening(more: ""","absentees":"inWriting" """, beside: ""","until":"2026-12-22" """));
        foreach (var unit in new[] { "so-01", "so-02", "so-03" })
        {
            await ballot.VotesAsync(unit, "so-03");
        }

        const string Letter = """{"paper":{"kind":"Công văn","number":"310/CV"},"choices":["so-02"]}""";
        var tag = await head.DoneAsync(ReportsOf.Put($"{ballot.At}/opinions/so-04", Letter));
        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Put($"{ballot.At}/opinions/so-04", Letter))); // the same again
        Assert.Equal(tag, (string)(await head.GetsAsync(ballot.At))["written"]![0]!["etag"]!); // whoever runs the bloc may change it
        var right = Letter.Replace("so-02", "so-03", StringComparison.Ordinal);
        tag = await head.DoneAsync(ReportsOf.Put($"{ballot.At}/opinions/so-04", right, tag)); // it was misread
        app.SetDay("2026-12-23");
        Assert.Equal("ballot-closed", (await head.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/opinions/so-05", Letter))).Type()); // as a vote would be
        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Put($"{ballot.At}/opinions/so-04", right)));
        await head.DoneAsync(ReportsOf.Put($"{ballot.At}/opinions/so-04", right.Replace("310/CV\"", "310/CV\",\"day\":\"2026-12-22\"", StringComparison.Ordinal), tag)); // dated by the last day
        app.SetDay("2026-12-20");
        Assert.Equal("already-voted", (await head.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/opinions/so-01", Letter))).Type());
        Assert.Equal(["$.choices[0]", "$.paper.number"], (await head.RefusedAsync(400, ReportsOf.Put($"{ballot.At}/opinions/so-05", """{"paper":{"kind":"Công văn"},"choices":["so-99"]}"""))).Paths());
        using var absent = await app.OfficerAsync("so-04");
        await absent.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/voters/so-04", "{}"));
        var seen = (await absent.GetsAsync(ballot.At))["written"]![0]!;
        Assert.Equal((null, null), (seen["vote"], seen["etag"])); // not before the count, and not to change it
        Assert.Equal(["$.present"], (await head.RefusedAsync(400, ballot.Close(keys, ""","present":5,"reason":"Hết giờ." """))).Paths()); // who wrote was not there

        var closed = await ballot.ClosesAsync(head, keys, ""","reason":"Sở 05 vắng, không gửi ý kiến." """);

        var choice = closed["choices"]!.AsArray().Single(one => (string)one!["unit"]! == "so-03")!;
        Assert.Equal((3, 1, 5, "passed"), ((int)choice["votes"]!, (int)choice["written"]!, (int)choice["outOf"]!, (string)choice["outcome"]!));
        Assert.Equal("so-03", (string)closed["written"]![0]!["vote"]!["choices"]![0]!);
        Assert.Null(closed["votes"]);
    }

    [Fact]
    public async Task A_second_ballot_without_a_result_is_the_last_and_somebody_decides()
    {
        // Circular 01/2024/TT-TANDTC art. 29: at most 2 ballots a round, then the competent person decides.
        var (app, ballot, second, third) = (bloc.App, bloc.Holds(), bloc.Holds(), bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var office = app.Admin();
        await ballot.OpensAsync(head, Opening(isSecret: false, more: ""","seats":1,"rounds":2,"tie":"anotherBallot","marks":2""", threshold: Two5ths));
        var after = $$"""{"question":{"title":"Lần 2","after":"{{ballot.Id}}"} }""";
        Assert.Equal("no-first-ballot", (await head.RefusedAsync(409, ReportsOf.Put(second.At, after))).Type()); // not counted yet
        await TiesAsync(ballot);

        Assert.Equal(["notPassed", "tied", "tied"], (await ballot.ClosesAsync(head, [], Absent)).Told().Select(one => one.Outcome));
        Assert.Equal("another-ballot", (await office.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());

        await second.OpensAsync(head, after);
        Assert.Equal("run-off-there", (await head.RefusedAsync(409, ReportsOf.Put(third.At, after))).Type());
        Assert.Equal("run-off-there", (await office.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Sai."}"""))).Type());
        var closed = await second.ClosesAsync(head, [], ""","reason":"Không đơn vị nào bỏ phiếu." """);
        Assert.Equal(["notPassed", "notPassed"], closed.Told().Select(one => one.Outcome));
        Assert.Equal(2, (int)closed["rules"]!["round"]!);
        Assert.Equal("no-more-rounds", (await head.RefusedAsync(409, ReportsOf.Put(third.At, $$"""{"question":{"title":"Lần 3","after":"{{second.Id}}","choices":["so-02"]} }"""))).Type());
        Assert.Equal("office-decides", (await head.RefusedAsync(409, ReportsOf.Post($"{second.At}/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());
        await office.DoneAsync(ReportsOf.Post($"{second.At}/tie", """{"reason":"Người có thẩm quyền chọn.","units":["so-02"]}"""));
        Assert.Equal(["passed", "notPassed"], (await head.GetsAsync(second.At)).Told().Select(one => one.Outcome));
    }

    [Fact]
    public async Task The_chair_settles_a_tie_for_as_many_as_there_are_places()
    {
        var (app, ballot, second) = (bloc.App, bloc.Holds(), bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        await ballot.OpensAsync(head, Opening(isSecret: false, more: ""","seats":1,"tie":"chairDecides","rounds":2""", threshold: Two5ths));
        Assert.Equal("ballot-not-counted", (await head.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chọn.","units":["so-02"]}"""))).Type());
        await TiesAsync(ballot);

        await ballot.ClosesAsync(head, [], Absent);
        Assert.Equal(["$.units"], (await head.RefusedAsync(400, ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chọn.","units":["so-02","so-03"]}"""))).Paths());
        await second.OpensAsync(head, $$"""{"question":{"title":"Lần 2","after":"{{ballot.Id}}"} }""");
        Assert.Equal("run-off-there", (await head.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""))).Type()); // else two could pass for one place
        await head.DoneAsync(ReportsOf.Post($"{second.At}/annulment", """{"reason":"Chủ trì quyết định."}"""));
        var tag = await head.DoneAsync(ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""));

        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""))); // the same again
        Assert.Equal("no-tie", (await head.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/tie", """{"reason":"Đổi ý.","units":["so-02"]}"""))).Type());
        Assert.Equal(["notPassed", "notPassed", "passed"], (await head.GetsAsync(ballot.At)).Told().Select(one => one.Outcome));
    }

    [Fact]
    public async Task The_sums_of_a_ballot_on_paper_agree_or_it_is_not_taken()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        const string Sound = """
            {"question":{"title":"Suy tôn","secrecy":"secret","choices":["so-02","so-03"],"seats":1,"threshold":{"part":1,"of":2,"above":true},"base":"allVoters"},
             "on":"2026-12-20","issued":4,"returned":4,"notReturned":0,"valid":3,"invalid":1,"blank":1,"votes":[{"unit":"so-02","votes":3},{"unit":"so-03","votes":0}]}
            """;

        Assert.Equal(["$.returned"], (await head.RefusedAsync(400, ReportsOf.Put($"{ballot.At}/paper", Sound.Replace("\"invalid\":1", "\"invalid\":2", StringComparison.Ordinal)))).Paths());
        var tag = await head.DoneAsync(ReportsOf.Put($"{ballot.At}/paper", Sound));
        Assert.Equal(tag, await head.DoneAsync(ReportsOf.Put($"{ballot.At}/paper", Sound)));
        await head.RefusedAsync(428, ReportsOf.Put($"{ballot.At}/paper", Sound.Replace("\"votes\":3", "\"votes\":2", StringComparison.Ordinal)));
        // That a tie was settled since makes it no other one.
        var (tied, equal) = (bloc.Holds(), Sound.Replace("\"seats\":1", "\"seats\":1,\"tie\":\"chairDecides\",\"marks\":2", StringComparison.Ordinal).Replace("\"votes\":0", "\"votes\":3", StringComparison.Ordinal));
        equal = equal.Replace("\"blank\":1,\"votes\"", "\"blank\":1,\"present\":5,\"votes\"", StringComparison.Ordinal);
        await head.DoneAsync(ReportsOf.Put($"{tied.At}/paper", equal));
        var settled = await head.DoneAsync(ReportsOf.Post($"{tied.At}/tie", """{"reason":"Chủ trì chọn.","units":["so-03"]}"""));
        Assert.Equal(settled, await head.DoneAsync(ReportsOf.Put($"{tied.At}/paper", equal)));
        Assert.Equal([("so-02", 3, "notPassed"), ("so-03", 3, "passed")], (await head.GetsAsync(tied.At)).Told());

        var found = await head.GetsAsync(ballot.At);
        Assert.Equal(("closed", 4, 1), ((string)found["state"]!, (int)found["paper"]!["issued"]!, (int)found["paper"]!["blank"]!));
        Assert.Equal([("so-02", 3, "passed"), ("so-03", 0, "notPassed")], found.Told());
        Assert.Equal("ballot-fixed", (await head.RefusedAsync(409, ReportsOf.Put(ballot.At, Opening()))).Type());
    }

    [Fact]
    public async Task A_counted_ballot_is_annulled_by_the_office_alone_and_the_award_is_voted_on_again()
    {
        var (app, ballot, again) = (bloc.App, bloc.Holds(), bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var office = app.Admin();
        const string Award = """{"question":{"title":"Cờ thi đua","award":"co","secrecy":"open"}}""";
        Assert.Equal(["$.question.award"], (await head.RefusedAsync(400, ReportsOf.Put(ballot.At, Award.Replace("\"co\"", "\"khong-co\"", StringComparison.Ordinal).Replace("\"secrecy\"", "\"choices\":[\"so-02\"],\"threshold\":{\"part\":1,\"of\":2},\"base\":\"present\",\"secrecy\"", StringComparison.Ordinal)))).Paths());
        await ballot.OpensAsync(head, Award);
        Assert.Equal("award-voted", (await head.RefusedAsync(409, ReportsOf.Put($"{again.At}", Award))).Type());
        foreach (var unit in Units(5))
        {
            await ballot.VotesAsync(unit, "so-02");
            if (unit == "so-03")
            {
                Assert.Equal("no-quorum", (await head.RefusedAsync(409, ballot.Close([], ""","reason":"Hết giờ." """))).Type()); // three of five are fewer than two thirds
            }
        }

        var closed = await ballot.ClosesAsync(head, []);
        Assert.Equal((80, "passed"), ((int)closed["rules"]!["threshold"]!["part"]!, closed.Told().First().Outcome));
        Assert.Equal("ballot-closed", (await head.RefusedAsync(409, ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Sai danh sách."}"""))).Type());
        await office.DoneAsync(ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Sai danh sách."}"""));

        var annulled = await head.GetsAsync(ballot.At);
        Assert.All([annulled["count"], annulled["choices"]![0]!["votes"], annulled["votes"]], Assert.Null);
        await again.OpensAsync(head, Award);
    }

    /// <summary>To who may read the bloc's year, once it is counted.</summary>
    private async Task GivesMinutesAsync(HeldBallot ballot, params HttpClient[] readers)
    {
        var minutes = new Uri($"{OfYear}/documents/ballot-count?item={ballot.Id}", UriKind.Relative);
        foreach (var reader in readers)
        {
            using var paper = await reader.GetAsync(minutes, Cancellation);
            Assert.True(paper.IsSuccessStatusCode);
            var lines = SoundPapers.Lines(await paper.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Contains("3/5 (60 %)", lines);
            Assert.Contains("Kết luận: trúng Sở 02.", lines);
            Assert.Contains("trúng Sở 02", await reader.GetStringAsync(new Uri($"{OfYear}/documents/ballot-count/print?item={ballot.Id}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        }

        using var stranger = await bloc.App.OfficerAsync("so-99");
        using var nobody = bloc.App.Nobody();
        await stranger.GetAsync(minutes, Cancellation).ProblemAsync(403);
        await nobody.GetAsync(minutes, Cancellation).ProblemAsync(401);
        await readers[0].GetAsync(new Uri($"{OfYear}/documents/ballot-count?item=khong-co", UriKind.Relative), Cancellation).ProblemAsync(404);
        var open = bloc.Holds();
        await open.OpensAsync(readers[0], Opening(isSecret: false));
        Assert.Equal("ballot-not-counted", (await readers[0].GetAsync(new Uri($"{OfYear}/documents/ballot-count?item={open.Id}", UriKind.Relative), Cancellation).ProblemAsync(409)).Type());
    }

    /// <summary>Two for each of two, and one is absent.</summary>
    private static async Task TiesAsync(HeldBallot ballot)
    {
        foreach (var (unit, choice) in new[] { ("so-01", "so-02"), ("so-02", "so-02"), ("so-03", "so-03"), ("so-04", "so-03") })
        {
            await ballot.VotesAsync(unit, choice);
        }
    }
}

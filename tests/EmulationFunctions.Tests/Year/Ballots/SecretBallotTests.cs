using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Tests.Year.Reports;
using EmulationFunctions.Year.Ballots;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Ballots.BallotsOf;

namespace EmulationFunctions.Tests.Year.Ballots;

[Collection(nameof(InOneBloc))]
public sealed class SecretBallotTests(BallotBloc bloc, AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_ballot_is_counted_once_with_both_keys_and_keeps_sums_alone()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening());
        Assert.Equal(2, keys.Distinct().Count());
        Assert.Empty(await ballot.OpensAsync(head, Opening())); // the same again tells no key
        foreach (var unit in Units(3))
        {
            await ballot.VotesAsync(unit, "so-02", "so-03");
        }

        await ballot.VotesAsync("so-04");
        using var last = await ballot.VoterAsync("so-05");
        using (var blank = await last.SendAsync(ballot.Cast("so-05", [], isBlank: true), Cancellation))
        {
            Assert.Equal("""{"isRecorded":true}""", await blank.Content.ReadAsStringAsync(Cancellation));
            Assert.Null(blank.Headers.ETag);
            Assert.True(blank.Headers.CacheControl!.NoStore);
        }

        Assert.Equal((true, true), ((bool)(await last.GetsAsync(ballot.At))["own"]![0]!["hasVoted"]!, (bool)(await last.GetsAsync(ballot.At))["own"]![0]!["isCaller"]!));
        Assert.Equal(["$.keys"], (await head.RefusedAsync(400, ballot.Close([keys[0]]))).Paths());
        Assert.Equal(["$.keys[1]"], (await head.RefusedAsync(400, ballot.Close([keys[0], keys[0]]))).Paths());
        Assert.Equal(["$.keys[0]"], (await head.RefusedAsync(400, ballot.Close([keys[0].Replace(keys[0][..4], keys[0][..4] == "0000" ? "1111" : "0000", StringComparison.Ordinal), keys[1]]))).Paths());
        var closed = await ballot.ClosesAsync(head, [keys[1].ToLowerInvariant(), keys[0]]);

        Assert.Equal([("so-01", 0, "notPassed"), ("so-02", 3, "passed"), ("so-03", 3, "passed")], closed.Told());
        Assert.Equal((5, 4, 1, 1), ((int)closed["count"]!["returned"]!, (int)closed["count"]!["valid"]!, (int)closed["count"]!["invalid"]!, (int)closed["count"]!["blank"]!));
        Assert.Equal(closed.ToJsonString(), (await ballot.ClosesAsync(head, [])).ToJsonString()); // the same again, without a key
        Assert.DoesNotContain(await ballot.RowsAsync(), row => row.RowKey.EndsWith(BallotRows.BoxEnding, StringComparison.Ordinal) || row.RowKey.Contains("|vote|", StringComparison.Ordinal));
        var trail = await ballot.TrailAsync();
        Assert.Equal(["OpenBallot", "CloseBallot"], trail.Select(entry => entry.Action));
        Assert.Contains("""voted":["so-01","so-02","so-03","so-04","so-05"]""", trail[1].After, StringComparison.Ordinal);
        Assert.DoesNotContain(trail, entry => keys.Any(key => $"{entry.Before}{entry.After}".Contains(key, StringComparison.OrdinalIgnoreCase)));
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task A_secret_vote_of_another_length_or_that_says_what_it_may_not_is_refused_in_the_same_words()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        await ballot.OpensAsync(head, Opening(more: ""","seats":1,"ownVote":false"""));
        using var unit = await ballot.VoterAsync("so-02");

        Assert.Equal(["$.padding"], (await unit.RefusedAsync(400, ballot.Cast("so-02", ["so-01"], length: 100))).Paths());
        Assert.Equal(["$.padding"], (await unit.RefusedAsync(400, ballot.Cast("so-02", ["so-01"], length: CastBody.Bytes + 1))).Paths());
        var refused = new List<string>();
        foreach (var choices in new[] { ["so-02"], ["so-01", "so-03"], ["so-99"], new[] { "so-01", "so-01" } })
        {
            var problem = await unit.RefusedAsync(400, ballot.Cast("so-02", choices));
            problem["trace"] = problem["instance"] = null;
            refused.Add(problem.ToJsonString());
        }

        Assert.Single(refused.Distinct());
        Assert.False((bool)(await unit.GetsAsync(ballot.At))["own"]![0]!["hasVoted"]!);
    }

    [Fact]
    public async Task Who_has_not_voted_is_told_to_the_chair_alone_and_not_before_the_last_day()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var unit = await app.OfficerAsync("so-02");
        await ballot.OpensAsync(head, Opening(beside: ""","until":"2026-12-22" """));
        await ballot.VotesAsync("so-02", "so-01");

        Assert.Null((await unit.GetsAsync(ballot.At))["turnout"]);
        Assert.Equal((5, 1, null), ((int)(await head.GetsAsync(ballot.At))["turnout"]!["voters"]!, (int)(await head.GetsAsync(ballot.At))["turnout"]!["voted"]!, (await head.GetsAsync(ballot.At))["turnout"]!["missing"]));
        app.SetDay("2026-12-22");
        Assert.Equal(["Sở 01", "Sở 03", "Sở 04", "Sở 05"], (await head.GetsAsync(ballot.At))["turnout"]!["missing"]!.AsArray().Select(one => (string)one!));
        app.SetDay("2026-12-23");
        await unit.RefusedAsync(409, ballot.Cast("so-02", ["so-01"]));
        using var late = await ballot.VoterAsync("so-03");
        Assert.Equal("ballot-closed", (await late.RefusedAsync(409, ballot.Cast("so-03", ["so-01"]))).Type());
        app.SetDay("2026-12-20");
    }

    [Fact]
    public async Task Of_few_whoever_opens_a_secret_ballot_is_warned_and_fewer_than_three_votes_are_not_counted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(4);
        var ballot = new HeldBallot(app);
        using var head = await app.OfficerAsync("so-01");
        Assert.Equal("few-voters", (await head.RefusedAsync(409, ReportsOf.Put(ballot.At, Opening().Replace("\"acceptsFew\":true", "\"acceptsFew\":false", StringComparison.Ordinal)))).Type());
        var keys = await ballot.OpensAsync(head, Opening());
        await ballot.VotesAsync("so-01", "so-02");
        await ballot.VotesAsync("so-02", "so-02");

        Assert.Equal("too-few-votes", (await head.RefusedAsync(409, ballot.Close(keys, ""","reason":"Hết giờ." """))).Type());

        Assert.Equal("open", (string)(await head.GetsAsync(ballot.At))["state"]!);
        await head.DoneAsync(ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Chưa đủ phiếu."}"""));
        Assert.DoesNotContain(await ballot.RowsAsync(), row => row.RowKey.EndsWith(BallotRows.BoxEnding, StringComparison.Ordinal));
        Assert.Equal("ballot-annulled", (await head.RefusedAsync(409, ballot.Close(keys))).Type());
        // Who had read the ballot before it was annulled is told so, too.
        var read = (await app.Services.GetRequiredService<BallotTable>().FindAsync(BallotsOf.Id, ballot.Id, Cancellation))!.Ballot;
        var late = await Assert.ThrowsAsync<Refusal>(() => app.Services.GetRequiredService<BoxTable>().CastAsync(BallotsOf.Id, read, 2, new(["so-02"], IsBlank: false), Cancellation));
        Assert.Equal("ballot-annulled", late.Type);
    }

    [Fact]
    public async Task Where_only_the_outcome_is_told_no_count_is_kept_anywhere()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening(more: ""","counts":"outcomeOnly" """));
        foreach (var unit in Units(5))
        {
            await ballot.VotesAsync(unit, unit == "so-04" ? "so-01" : "so-02");
        }

        var closed = await ballot.ClosesAsync(head, keys);

        Assert.Equal([("so-01", null, "notPassed"), ("so-02", null, "passed"), ("so-03", null, "notPassed")], closed.Told());
        Assert.DoesNotContain("\"votes\":", (await ballot.TrailAsync())[^1].After, StringComparison.Ordinal);
        Assert.DoesNotContain(await ballot.RowsAsync(), row => row.GetString("Ballot") is { } text && text.Contains("\"votes\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_closings_at_once_count_once_and_a_vote_meanwhile_is_counted_or_refused()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        using var office = app.Admin();
        var keys = await ballot.OpensAsync(head, Opening());
        foreach (var unit in Units(4))
        {
            await ballot.VotesAsync(unit, "so-02");
        }

        using var late = await ballot.VoterAsync("so-05");
        var casting = late.SendAsync(ballot.Cast("so-05", ["so-02"]), Cancellation);
        var closings = await Task.WhenAll(new[] { head, office, head, office }.Select(who => ballot.ClosesAsync(who, keys, ""","reason":"Hết giờ." """)));
        using var cast = await casting;

        Assert.Single(closings.Select(closed => closed["count"]!.ToJsonString()).Distinct());
        Assert.Equal(cast.StatusCode == HttpStatusCode.OK ? 5 : 4, closings[0].Told().Single(one => one.Unit == "so-02").Votes);
        Assert.Single(await ballot.TrailAsync(), entry => entry.Action == "CloseBallot");
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task A_vote_that_comes_while_the_box_is_counted_sends_the_count_back_to_the_box()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening());
        foreach (var unit in Units(4))
        {
            await ballot.VotesAsync(unit, "so-02");
        }

        using var late = await ballot.VoterAsync("so-05");
        var isCast = false;
        app.Faults.Instead = request =>
        {
            // The count is made, and just about to be written.
            if (!isCast && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
            {
                isCast = true;
                ballot.CastsAsync(late, "so-05", "so-02").GetAwaiter().GetResult();
            }

            return null;
        };

        var closed = await ballot.ClosesAsync(head, keys, ""","reason":"Hết giờ." """);

        app.Faults.Instead = null;
        Assert.True(isCast);
        Assert.Equal(5, closed.Told().Single(one => one.Unit == "so-02").Votes);
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task All_who_cast_at_once_are_counted_also_by_two_programs()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(15);
        var ballot = new HeldBallot(app);
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening());
        await using var other = new EmulationApp(azurite, issuer, account: app.Account);
        other.Clock.Now = app.Clock.Now;
        var officers = new List<(string Unit, HttpClient Client)>();
        foreach (var (index, unit) in Units(15).Index())
        {
            officers.Add((unit, await ballot.VoterAsync(unit, index % 2 == 0 ? app : other)));
        }

        await Task.WhenAll(officers.Select(one => ballot.CastsAsync(one.Client, one.Unit, one.Unit is "so-01" or "so-02" ? "so-01" : "so-02")));
        var closed = await ballot.ClosesAsync(head, keys);

        Assert.Equal([("so-01", 2, "notPassed"), ("so-02", 13, "passed"), ("so-03", 0, "notPassed")], closed.Told());
        officers.ForEach(one => one.Client.Dispose());
    }

    [Fact]
    public async Task After_a_restore_the_box_is_gone_and_the_ballot_can_only_be_annulled()
    {
        var (app, ballot) = (bloc.App, bloc.Holds());
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening());
        await ballot.VotesAsync("so-02", "so-01");
        // As a restore leaves it: no backup holds the box.
        var table = app.Tables.GetTable(BallotTable.Table);
        await table.DeleteEntityAsync(Where.Partition, BallotRows.BoxKey(ballot.Id), Azure.ETag.All, Cancellation);
        using var unit = await app.OfficerAsync("so-03");

        Assert.Equal("box-lost", (await unit.RefusedAsync(409, ReportsOf.Put($"{ballot.At}/voters/so-03", "{}"))).Type());
        Assert.Equal("box-lost", (await head.RefusedAsync(409, ballot.Close(keys, ""","reason":"Hết giờ." """))).Type());
        await head.DoneAsync(ReportsOf.Post($"{ballot.At}/annulment", """{"reason":"Khôi phục dữ liệu."}"""));
    }
}

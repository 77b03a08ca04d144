using System.Net;
using EmulationFunctions.Tests.Year.Reports;
using static EmulationFunctions.Tests.Year.Ballots.BallotsOf;

namespace EmulationFunctions.Tests.Year.Ballots;

public sealed class BallotCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_call_of_a_vote_the_unit_has_voted_or_can_vote_and_never_both()
    {
        const int Voters = 40;
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(Voters);
        using var head = await app.OfficerAsync("so-01");
        var keys = await head.OpensAsync(Opening());
        await using var next = new EmulationApp(azurite, issuer, account: app.Account);
        next.Clock.Now = app.Clock.Now;
        var (voted, dead, hasAllGone) = (0, 0, false);

        // Each unit's program is killed one call later than that of the unit before.
        foreach (var (index, unit) in Units(Voters).Index())
        {
            using var officer = await app.OfficerAsync(unit);
            await officer.DoneAsync(ReportsOf.Put($"{One}/voters/{unit}", "{}"));
            app.Faults.Reset(dieAfter: index + 1);
            using var answer = await officer.SendAsync(Cast(unit, ["so-02"]), Cancellation);
            app.Faults.Reset();
            dead += answer.IsSuccessStatusCode ? 0 : 1;

            using var again = await next.OfficerAsync(unit);
            var hasVoted = (bool)(await again.GetsAsync(One))["own"]![0]!["hasVoted"]!;
            Assert.True(hasVoted || !answer.IsSuccessStatusCode, "What was acknowledged is lost.");
            using var repeated = await again.SendAsync(Cast(unit, ["so-02"]), Cancellation);
            Assert.Equal(hasVoted ? HttpStatusCode.Conflict : HttpStatusCode.OK, repeated.StatusCode);
            Assert.Equal(++voted, (int)(await head.GetsAsync(One))["turnout"]!["voted"]!);
            if (answer.IsSuccessStatusCode)
            {
                hasAllGone = true;
                break;
            }
        }

        Assert.True(hasAllGone, $"It makes more than {Voters} calls.");
        Assert.True(dead > 1);
        var closed = await head.ClosesAsync(keys, ""","reason":"Hết giờ." """);
        Assert.Equal(voted, closed.Told().Single(one => one.Unit == "so-02").Votes);
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task Killed_at_any_call_of_the_count_it_is_counted_once_and_whole()
    {
        for (var (calls, hasDied) = (1, true); hasDied; calls++)
        {
            await using var app = new EmulationApp(azurite, issuer);
            await app.HasVotersAsync(4);
            using var head = await app.OfficerAsync("so-01");
            var keys = await head.OpensAsync(Opening());
            foreach (var unit in Units(4))
            {
                await app.VotesAsync(unit, "so-02");
            }

            app.Faults.Reset(dieAfter: calls);
            using var answer = await head.SendAsync(Close(keys), Cancellation);
            hasDied = !answer.IsSuccessStatusCode;
            app.Faults.Reset();

            await using var next = new EmulationApp(azurite, issuer, account: app.Account);
            next.Clock.Now = app.Clock.Now;
            using var again = await next.OfficerAsync("so-01");
            var closed = await again.ClosesAsync(keys);
            Assert.Equal(4, closed.Told().Single(one => one.Unit == "so-02").Votes);
            Assert.Single(await next.TrailAsync(), entry => entry.Action == "CloseBallot");
            await AuditChain.AssertWholeAsync(next.Tables, Where, Cancellation);
            Assert.InRange(calls, 1, 40);
        }
    }
}

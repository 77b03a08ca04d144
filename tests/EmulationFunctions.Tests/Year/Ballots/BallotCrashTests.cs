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
        const int Voters = 12;
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(Voters);
        var ballot = new HeldBallot(app);
        using var head = await app.OfficerAsync("so-01");
        var keys = await ballot.OpensAsync(head, Opening());
        await using var next = new EmulationApp(azurite, issuer, account: app.Account);
        next.Clock.Now = app.Clock.Now;
        var (voted, dead, hasAllGone) = (0, 0, false);

        // Each unit's program is killed one call later than that of the unit before.
        foreach (var (index, unit) in Units(Voters).Index())
        {
            using var officer = await ballot.VoterAsync(unit);
            app.Faults.Reset(dieAfter: index + 1);
            using var answer = await officer.SendAsync(ballot.Cast(unit, ["so-02"]), Cancellation);
            app.Faults.Reset();
            dead += answer.IsSuccessStatusCode ? 0 : 1;

            using var again = await next.OfficerAsync(unit);
            var hasVoted = (bool)(await again.GetsAsync(ballot.At))["own"]![0]!["hasVoted"]!;
            Assert.True(hasVoted || !answer.IsSuccessStatusCode, "What was acknowledged is lost.");
            using var repeated = await again.SendAsync(ballot.Cast(unit, ["so-02"]), Cancellation);
            Assert.Equal(hasVoted ? HttpStatusCode.Conflict : HttpStatusCode.OK, repeated.StatusCode);
            Assert.Equal(++voted, (int)(await head.GetsAsync(ballot.At))["turnout"]!["voted"]!);
            if (answer.IsSuccessStatusCode)
            {
                hasAllGone = true;
                break;
            }
        }

        Assert.True(hasAllGone, $"It makes more than {Voters} calls.");
        Assert.True(dead > 1);
        var closed = await ballot.ClosesAsync(head, keys, ""","reason":"Hết giờ." """);
        Assert.Equal(voted, closed.Told().Single(one => one.Unit == "so-02").Votes);
        await AuditChain.AssertWholeAsync(app.Tables, Where, Cancellation);
    }

    [Fact]
    public async Task Killed_at_any_call_of_the_count_it_is_counted_once_and_whole()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasVotersAsync(3);
        var keys = new Dictionary<string, string[]>();
        await CrashSteps.EachCallAsync(
            app,
            () => new EmulationApp(azurite, issuer, account: app.Account),
            who => who.OfficerAsync("so-01"),
            async (head, attempt) =>
            {
                var ballot = Of(app, attempt);
                if (!keys.TryGetValue(ballot.Id, out var both))
                {
                    keys[ballot.Id] = both = await ballot.OpensAsync(head, Opening());
                    foreach (var unit in Units(3))
                    {
                        await ballot.VotesAsync(unit, "so-02");
                    }
                }

                return ballot.Close(both);
            },
            async (head, attempt) =>
            {
                var found = await head.GetsAsync(Of(app, attempt).At);
                var closings = (await Of(app, attempt).TrailAsync()).Count(entry => entry.Action == "CloseBallot");
                Assert.Equal((string)found["state"]! == "closed" ? (1, 3) : (0, null), (closings, found.Told().Single(one => one.Unit == "so-02").Votes));
                return closings == 1;
            },
            Where);

        static HeldBallot Of(EmulationApp app, int attempt) => new(app, FormattableString.Invariant($"lan-{attempt}"));
    }
}

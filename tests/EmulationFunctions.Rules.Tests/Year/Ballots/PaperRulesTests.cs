using EmulationFunctions.Common;
using EmulationFunctions.Year.Ballots;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

/// <summary>Count minutes as state elections have them (forms 18 and 23): their sums agree, or they are not taken.</summary>
public sealed class PaperRulesTests
{
    private static readonly BallotTerms Terms = BallotSamples.Terms(10, 2, MoreThanHalf, VoteBase.AllVoters, seats: 1);

    private static readonly PaperBallotBody Sound = new(new("Suy tôn"), new(2026, 12, 20), Issued: 9, Returned: 8, NotReturned: 1, Valid: 6, Invalid: 2, Blank: 1) { Votes = [new("c1", 4), new("c2", 2)] };

    [Fact]
    public void Sums_that_agree_are_taken() => Assert.Empty(Faults(Sound));

    [Fact]
    public void Each_sum_that_does_not_agree_is_named()
    {
        Assert.Equal(["$.issued"], Faults(Sound with { NotReturned = 2 }));
        Assert.Equal(["$.returned"], Faults(Sound with { Invalid = 3 }));
        Assert.Equal(["$.issued"], Faults(Sound with { Issued = 11, NotReturned = 3 })); // more than can vote
        Assert.Equal(["$.blank"], Faults(Sound with { Blank = 3 }));
        Assert.Equal(["$.votes[0].votes", "$.votes"], Faults(Sound with { Votes = [new("c1", 7), new("c2", 0)] }));
        Assert.Equal(["$.votes"], Faults(Sound with { Votes = [new("c1", 4), new("c2", 3)] })); // seven choices on six papers of one each
        Assert.Equal(["$.votes"], Faults(Sound with { Votes = [new("c1", 4)] }));
        Assert.Equal(["$.votes", "$.votes"], Faults(Sound with { Votes = [] }));
        Assert.Equal(["$.votes[1].unit", "$.votes"], Faults(Sound with { Votes = [new("c1", 4), new("khach", 1)] }));
        Assert.Equal(["$.on", "$.issued", "$.returned"], Faults(Sound with { On = new(2026, 12, 21), NotReturned = 2, Invalid = 3 }));
    }

    [Fact]
    public void Those_present_are_asked_for_where_the_threshold_is_reckoned_of_them()
    {
        var present = Terms with { Base = VoteBase.Present };

        Assert.Equal(["$.present"], Faults(Sound, present));
        Assert.Equal(["$.present"], Faults(Sound with { Present = 7 }, present)); // fewer than voted
        Assert.Equal(["$.present"], Faults(Sound with { Present = 11 }, present));
        Assert.Empty(Faults(Sound with { Present = 9 }, present));
    }

    private static IEnumerable<string> Faults(PaperBallotBody body, BallotTerms? terms = null)
    {
        var faults = new List<Fault>();
        PaperRules.Check(body, terms ?? Terms, new(2026, 12, 20), faults);
        return faults.Select(fault => fault.Path);
    }
}

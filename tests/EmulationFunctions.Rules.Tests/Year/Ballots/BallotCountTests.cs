using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

/// <summary>The thresholds at their edges, with the text that sets them.</summary>
public sealed class BallotCountTests
{
    [Theory]
    // Decree 152/2025 art. 33(5): the Government flag needs at least 80 % of all members. Of 11, of whom 2 are absent, 9 are 81.8 %; 8 are 72.7 %, though nearly 89 % of those there.
    [InlineData(80, 100, 11, 9, 9, true)]
    [InlineData(80, 100, 11, 9, 8, false)]
    // The same: Hero and national fighter need at least 90 %. Of 7 that is all of them: 6 are 85.7 %.
    [InlineData(90, 100, 7, 7, 7, true)]
    [InlineData(90, 100, 7, 7, 6, false)]
    // 90 % of 10 are 9 exactly.
    [InlineData(90, 100, 10, 10, 9, true)]
    [InlineData(90, 100, 10, 10, 8, false)]
    // Circular 01/2024/TT-TANDTC art. 29: 80 % of all members for the courts' flag: 4 of 5 are exactly as many.
    [InlineData(80, 100, 5, 5, 4, true)]
    [InlineData(80, 100, 5, 4, 3, false)]
    internal void Of_all_members_the_absent_count_too(int part, int of, int voters, int cast, int votes, bool passes)
    {
        var terms = Terms(voters, 1, new(part, of), VoteBase.AllVoters);

        var result = Count(terms, Votes(terms, cast - votes, votes));

        Assert.Equal(passes ? ChoiceOutcome.Passed : ChoiceOutcome.NotPassed, result.Choices[0].Outcome);
        Assert.Equal((voters, cast, cast, 0), (result.Of, result.Returned, result.Valid, result.Invalid));
    }

    [Fact]
    public void More_than_half_is_more_than_half()
    {
        var terms = Terms(10, 1, MoreThanHalf, VoteBase.AllVoters);

        Assert.Equal(ChoiceOutcome.NotPassed, Count(terms, Votes(terms, 5, 5)).Choices[0].Outcome);
        Assert.Equal(ChoiceOutcome.Passed, Count(terms, Votes(terms, 4, 6)).Choices[0].Outcome);
    }

    [Fact]
    public void The_base_says_of_whom_the_threshold_is_reckoned()
    {
        // Seven of ten voted: three for, two against, two blank; eight were there.
        List<Vote> box = [.. Votes(Terms(10, 1, MoreThanHalf, VoteBase.AllVoters), 2, 3), new([], true), new([], true)];

        Assert.Equal((10, ChoiceOutcome.NotPassed), Of(VoteBase.AllVoters));
        Assert.Equal((8, ChoiceOutcome.NotPassed), Of(VoteBase.Present));
        Assert.Equal((5, ChoiceOutcome.Passed), Of(VoteBase.ValidVotes));

        (int?, ChoiceOutcome) Of(VoteBase of)
        {
            var result = Count(Terms(10, 1, MoreThanHalf, of), box, present: 8);
            Assert.Equal((5, 2, 2), (result.Valid, result.Invalid, result.Blank));
            return (result.Of, result.Choices[0].Outcome);
        }
    }

    [Fact]
    public void A_blank_vote_is_valid_only_where_the_rules_say_so()
    {
        var terms = Terms(4, 1, MoreThanHalf, VoteBase.ValidVotes);
        List<Vote> box = [.. Votes(terms, 0, 2), new([], true), new([], true)];

        Assert.Equal((2, 2, ChoiceOutcome.Passed), Told(terms));
        Assert.Equal((4, 0, ChoiceOutcome.NotPassed), Told(terms with { BlankIsValid = true }));

        (int?, int?, ChoiceOutcome) Told(BallotTerms of) => Count(of, box) is var result ? (result.Valid, result.Invalid, result.Choices[0].Outcome) : default;
    }

    [Fact]
    public void Written_opinions_count_with_the_box_and_are_shown_apart()
    {
        // Circular 01/2024/TT-TANDTC art. 29: 80 % of all members, absent members in writing.
        var terms = Terms(10, 1, new(80, 100), VoteBase.AllVoters);

        var result = Count(terms, Votes(terms, 1, 7), Votes(terms, 0, 1));

        Assert.Equal((7, 1, ChoiceOutcome.Passed), (result.Choices[0].Votes, result.Choices[0].Written, result.Choices[0].Outcome));
        Assert.Equal((8, 1), (result.Returned, result.Written));
    }

    [Fact]
    public void Silence_is_never_consent()
    {
        var terms = Terms(10, 1, MoreThanHalf, VoteBase.AllVoters);

        Assert.Equal((10, ChoiceOutcome.NotPassed), Count(terms, Votes(terms, 0, 5)) is var result ? (result.Of, result.Choices[0].Outcome) : default);
        Assert.Equal(ChoiceOutcome.NotPassed, Count(terms, []).Choices[0].Outcome);
    }

    [Theory]
    // Circular 25/2025/TT-BKHCN art. 23: where more pass than the quota, from the top; at the last place the chair's vote decides.
    [InlineData(TieRule.ChairDecides, ChoiceOutcome.Tied)]
    [InlineData(TieRule.AnotherBallot, ChoiceOutcome.Tied)]
    [InlineData(TieRule.Fails, ChoiceOutcome.NotPassed)]
    internal void A_tie_at_the_last_place_of_a_quota_passes_nobody_by_itself(TieRule tie, ChoiceOutcome atTheLastPlace)
    {
        var terms = Terms(10, 4, new(3, 10), VoteBase.AllVoters, seats: 2, tie);
        Vote[] box = [.. Enumerable.Repeat(new Vote(["c1", "c2"], false), 4), .. Enumerable.Repeat(new Vote(["c1", "c3"], false), 4), .. Enumerable.Repeat(new Vote(["c4"], false), 2)];

        var result = Count(terms, box);

        Assert.Equal(
            [(8, ChoiceOutcome.Passed), (4, atTheLastPlace), (4, atTheLastPlace), (2, ChoiceOutcome.NotPassed)],
            result.Choices.Select(one => (one.Votes!.Value, one.Outcome)));
    }

    [Fact]
    public void Who_is_tied_is_settled_by_whom_the_rules_name_and_never_more_than_there_are_places()
    {
        var terms = Terms(10, 3, new(3, 10), VoteBase.AllVoters, seats: 1);
        var result = Count(terms, Votes(terms, 0, 4, 4, 2));

        Assert.Equal(["c1", "c2"], result.With(ChoiceOutcome.Tied));
        Assert.Equal("bad-input", Refused(terms, ["c1", "c2"]));
        Assert.Equal("bad-input", Refused(terms, ["c3"]));
        Assert.Equal("office-decides", Refused(terms with { Tie = TieRule.OfficeDecides }, ["c1"]));
        Assert.Equal("another-ballot", Refused(terms with { Tie = TieRule.AnotherBallot }, ["c1"]));
        Assert.Equal("office-decides", Refused(terms with { Tie = TieRule.AnotherBallot, Round = 2 }, ["c1"])); // the last one
        TieRules.Demand(terms, result, ["c2"], isOffice: false);
        var settled = TieRules.Settle(result, new(["c2"], "Chủ trì quyết định.", new(2026, 12, 20)));
        Assert.Equal(["c2"], settled.With(ChoiceOutcome.Passed));
        Assert.Equal(["c1", "c3"], settled.With(ChoiceOutcome.NotPassed));

        string Refused(BallotTerms of, string[] units) => Assert.Throws<EmulationFunctions.Common.Refusal>(() => TieRules.Demand(of, result, units, isOffice: false)).Type;
    }

    [Theory]
    // Circular 01/2024/TT-TANDTC art. 29: at most two ballots; then the competent person decides, for the flag the head and the deputy of the cluster.
    [InlineData(AwardDecider.BlocLeaders, null, null)]
    [InlineData(AwardDecider.CompetentPerson, "office-decides", null)]
    [InlineData(null, "office-decides", null)] // no rule of an award says it
    [InlineData(AwardDecider.Nobody, "no-tie", "no-tie")]
    internal void Where_the_last_ballot_leaves_a_place_it_is_decided_by_whom_the_rules_name(AwardDecider? decider, string? leaders, string? office)
    {
        var last = Terms(10, 3, MoreThanHalf, VoteBase.AllVoters, seats: 1, TieRule.AnotherBallot) with { Round = 2, Decider = decider };
        var result = Count(last, Votes(last, 0, 4, 4, 2)); // nobody has more than half

        Assert.Equal(leaders, Refused(last, ["c2"], isOffice: false));
        Assert.Equal(office, Refused(last, ["c2"], isOffice: true));
        Assert.Equal("no-tie", Refused(last with { Round = 1 }, ["c2"], isOffice: true)); // another one can be held
        Assert.Equal(office ?? "bad-input", Refused(last, ["c1", "c2"], isOffice: true)); // for one place
        var settled = TieRules.Settle(result, new(["c2"], "Khối trưởng và khối phó chọn.", new(2026, 12, 20)));
        Assert.Equal(["c2"], settled.With(ChoiceOutcome.Passed));
        Assert.Empty(TieRules.Left(last, settled));

        string? Refused(BallotTerms of, string[] units, bool isOffice) => (Record.Exception(() => TieRules.Demand(of, result, units, isOffice)) as EmulationFunctions.Common.Refusal)?.Type;
    }

    [Fact]
    public void Where_only_the_outcome_is_told_no_number_is_kept()
    {
        var terms = Terms(4, 2, MoreThanHalf, VoteBase.AllVoters) with { Counts = CountsShown.OutcomeOnly };

        var result = Count(terms, Votes(terms, 0, 3, 1));

        Assert.Equal([ChoiceOutcome.Passed, ChoiceOutcome.NotPassed], result.Choices.Select(one => one.Outcome));
        Assert.All(result.Choices, one => Assert.Equal((null, null), (one.Votes, one.Written)));
        Assert.Equal((null, null, null, null), (result.Valid, result.Invalid, result.Blank, result.Of));
    }
}

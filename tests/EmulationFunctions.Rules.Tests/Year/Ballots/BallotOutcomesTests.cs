using EmulationFunctions.Common;
using EmulationFunctions.Year.Ballots;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

/// <summary>What other rooms are told of ballots about an award.</summary>
public sealed class BallotOutcomesTests
{
    private static readonly BallotTerms Ten = Terms(10, 3, MoreThanHalf, VoteBase.AllVoters, seats: 1);

    [Fact]
    public void The_counts_of_one_unit_make_up_all_votes_of_the_box_and_all_written_opinions() => Law.HoldsForEverySeed(random =>
    {
        var terms = RandomTerms(random);
        var box = Enumerable.Range(0, random.Next(terms.Voters.Count + 1)).Select(_ => Random(terms, random)).ToList();
        var written = Enumerable.Range(0, random.Next(terms.Voters.Count - box.Count + 1)).Select(_ => Random(terms, random)).ToList();
        var ballot = Counted("bau", terms, Count(terms, box, written, present: terms.Voters.Count));
        return ballot.Result!.Choices.All(choice =>
            BallotOutcomes.Of([ballot], choice.Unit) is { Counts: { } counts } told
            && (box.Count, written.Count) == (counts.For + counts.NotFor + counts.Invalid, counts.WrittenFor + counts.WrittenNotFor)
            && (choice.Votes, choice.Written) == (counts.For, counts.WrittenFor)
            && told.IsPassed == (choice.Outcome == ChoiceOutcome.Tied ? (bool?)null : choice.Outcome == ChoiceOutcome.Passed));
    });

    [Fact]
    public void The_last_ballot_in_which_a_unit_could_be_voted_for_decides_also_while_it_is_open()
    {
        var first = Counted("lan-1", Ten, Count(Ten, Votes(Ten, 0, 4, 4, 2)));
        var second = Ten with { Choices = ["c1", "c2"], Round = 2 };
        var open = Of("lan-2", second);
        var counted = Counted("lan-2", second, Count(second, Votes(second, 0, 6, 4)));

        Assert.Equal(("lan-1", false), (BallotOutcomes.Of([first], "c1")!.Ballot, BallotOutcomes.Of([first], "c1")!.IsPassed));
        Assert.Equal(new("lan-2", null, null, 10, null, null, null), BallotOutcomes.Of([open, first], "c1"));
        Assert.Equal(("lan-2", true), (BallotOutcomes.Of([counted, first], "c1")!.Ballot, BallotOutcomes.Of([counted, first], "c1")!.IsPassed));
        Assert.Equal("lan-1", BallotOutcomes.Of([first, counted], "c3")!.Ballot); // it was not in the second
        Assert.Null(BallotOutcomes.Of([first], "c9"));
        Assert.Null(BallotOutcomes.Of([first with { State = BallotState.Annulled }], "c1"));
    }

    [Fact]
    public void Where_counts_are_not_told_the_outcome_is_and_where_the_number_is_the_same_not_even_that()
    {
        var hidden = Ten with { Counts = CountsShown.OutcomeOnly };
        var told = BallotOutcomes.Of([Counted("bau", hidden, Count(hidden, Votes(hidden, 0, 6, 3, 1)))], "c1")!;
        var few = Terms(10, 3, new(3, 10), VoteBase.AllVoters, seats: 1);

        Assert.Equal((true, null, 10), (told.IsPassed, told.Counts, told.Voted));
        Assert.Null(BallotOutcomes.Of([Counted("bau", few, Count(few, Votes(few, 0, 4, 4, 2)))], "c2")!.IsPassed);
    }

    private static Ballot Of(string id, BallotTerms terms) => new(id, "Suy tôn", terms, "co", terms.Round > 1 ? "lan-1" : null, [], new(2026, 12, 20), null, null, null);

    private static Ballot Counted(string id, BallotTerms terms, BallotResult result) => Of(id, terms) with { State = BallotState.Closed, Closed = new(2026, 12, 21), Result = result };
}

using EmulationFunctions.Common;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Year.Ballots.BallotSamples;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

public sealed class BallotLaws
{
    [Fact]
    public void Every_valid_vote_is_counted_once() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        var result = Count(terms, votes, present: votes.Count);
        return result.Returned == votes.Count
            && result.Valid + result.Invalid == votes.Count
            && result.Choices.All(choice => choice.Votes == votes.Count(vote => vote.Choices.Contains(choice.Unit)))
            && result.Choices.Sum(choice => choice.Votes) == votes.Sum(vote => vote.Choices.Count);
    });

    [Fact]
    public void The_order_of_votes_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        return Told(Count(terms, votes, present: votes.Count)).SequenceEqual(Told(Count(terms, [.. votes.OrderBy(_ => random.Next())], present: votes.Count)));
    });

    [Fact]
    public void Of_all_members_nobody_passes_with_fewer_than_the_threshold_says() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        terms = terms with { Base = VoteBase.AllVoters };
        var result = Count(terms, votes);
        // Cross-multiplied: votes / all >= part / of.
        return result.With(ChoiceOutcome.Passed).All(unit => votes.Count(vote => vote.Choices.Contains(unit)) * terms.Threshold.Of >= terms.Threshold.Part * terms.Voters.Count);
    });

    [Fact]
    public void Whoever_is_absent_never_helps_anybody_to_pass() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        terms = terms with { Base = VoteBase.AllVoters, Seats = null };
        var fewer = votes.Take(random.Next(votes.Count + 1)).ToList();
        return Count(terms, fewer).With(ChoiceOutcome.Passed).All(Count(terms, votes).With(ChoiceOutcome.Passed).Contains);
    });

    [Fact]
    public void Never_more_pass_than_there_are_places() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        var result = Count(terms, votes, present: votes.Count);
        var passed = result.With(ChoiceOutcome.Passed).Count();
        var tied = result.With(ChoiceOutcome.Tied).ToList();
        if (terms.Seats is not { } seats)
        {
            return tied.Count == 0;
        }

        // And whatever the chair then says of those who are tied.
        var chosen = tied.OrderBy(_ => random.Next()).Take(random.Next(tied.Count + 1)).ToList();
        var mayBe = tied.Count == 0 || chosen.Count <= seats - passed;
        var isTaken = tied.Count == 0 || Record.Exception(() => TieRules.Demand(terms with { Tie = TieRule.ChairDecides }, result, chosen, isOffice: true)) is null;
        return passed <= seats && mayBe == isTaken && (tied.Count == 0 || passed + tied.Count > seats);
    });

    [Fact]
    public void Who_passes_has_no_fewer_votes_than_who_does_not() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        var result = Count(terms, votes, present: votes.Count);
        return result.Choices.Where(one => one.Outcome == ChoiceOutcome.Passed).All(passed => result.Choices.Where(one => one.Outcome != ChoiceOutcome.Passed).All(other => other.Votes <= passed.Votes));
    });

    [Fact]
    public void What_comes_out_of_the_box_is_what_went_in() => Law.HoldsForEverySeed(random =>
    {
        var (terms, votes) = Ballot(random);
        using var first = OpeningKey.Draw();
        using var second = OpeningKey.Draw();
        var box = SecretBox.Empty(first.Public, second.Public, terms.Voters.Count);
        var order = Enumerable.Range(0, terms.Voters.Count).OrderBy(_ => random.Next()).ToList();
        foreach (var (index, vote) in votes.Index())
        {
            box = box.With(order[index], VoteBytes.Of(vote, terms.Choices));
        }

        var opened = box.Open(first, second).Select(vote => VoteBytes.Read(vote, terms.Choices)).ToList();
        return box.Count == votes.Count
            && opened.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(votes.Select(Text).Order(StringComparer.Ordinal))
            && Told(Count(terms, opened, present: votes.Count)).SequenceEqual(Told(Count(terms, votes, present: votes.Count)));

        static string Text(Vote vote) => $"{vote.IsBlank} {string.Join(' ', vote.Choices)}";
    }, 40);

    private static (BallotTerms Terms, List<Vote> Votes) Ballot(Random random)
    {
        var terms = RandomTerms(random);
        return (terms, [.. Enumerable.Range(0, random.Next(terms.Voters.Count + 1)).Select(_ => BallotSamples.Random(terms, random))]);
    }

    private static IEnumerable<(string, int?, ChoiceOutcome)> Told(BallotResult result) => result.Choices.Select(one => (one.Unit, one.Votes, one.Outcome));
}

using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What ballots about an award came to for a unit, for rooms that ask after it.</summary>
internal sealed class BallotOutcomes(BallotTable ballots)
{
    /// <summary>What is behind <see cref="BallotOutcomeOf"/>.</summary>
    public async Task<BallotOutcome?> FindAsync(YearOfBloc id, string award, string unit, CancellationToken cancellationToken) =>
        Of(await ballots.StandingAsync(id, award, cancellationToken), unit);

    /// <summary>Of the first ballot and its run-offs the last decides in which the unit could be voted for, also while it is open.</summary>
    public static BallotOutcome? Of(IEnumerable<Ballot> ballots, string unit) =>
        ballots.Where(ballot => ballot.State != BallotState.Annulled && ballot.Terms.Choices.Contains(unit)).MaxBy(ballot => ballot.Terms.Round) is { } last ? Of(last, unit) : null;

    private static BallotOutcome Of(Ballot ballot, string unit)
    {
        if (ballot.Result is not { } result)
        {
            return new(ballot.Id, Counted: null, IsPassed: null, ballot.Terms.Voters.Count, Present: null, Voted: null, Counts: null);
        }

        var own = result.Choices.First(choice => choice.Unit == unit);
        return new(
            ballot.Id,
            ballot.Closed,
            own.Outcome == ChoiceOutcome.Tied ? null : own.Outcome == ChoiceOutcome.Passed,
            result.Voters,
            result.Present,
            result.Returned,
            (own.Votes, own.Written, result.Valid, result.Invalid) is ({ } votes, { } written, { } valid, { } invalid)
                ? new(votes, valid - votes, invalid, written, result.Written - written)
                : null);
    }
}

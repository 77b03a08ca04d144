using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

[JsonConverter(typeof(CamelCaseEnum<ChoiceOutcome>))]
internal enum ChoiceOutcome
{
    Passed,
    NotPassed,

    /// <summary>Reached the threshold, and has as many votes as others of whom not all can pass.</summary>
    Tied,
}

/// <summary>What one box held, in sums. Who put what into it is not in it.</summary>
/// <param name="Returned">How many votes.</param>
/// <param name="Blank">How many of them were blank.</param>
/// <param name="Spoiled">How many were invalid and not blank: on paper alone.</param>
/// <param name="For">How many were for each choice.</param>
internal sealed record Tally(int Returned, int Blank, int Spoiled, IReadOnlyDictionary<string, int> For)
{
    public static Tally Of(IReadOnlyList<string> choices, IReadOnlyCollection<Vote> votes) => new(
        votes.Count,
        votes.Count(vote => vote.IsBlank),
        Spoiled: 0,
        choices.ToDictionary(choice => choice, choice => votes.Count(vote => vote.Choices.Contains(choice)), StringComparer.Ordinal));

    public int Invalid(bool blankIsValid) => Spoiled + (blankIsValid ? 0 : Blank);

    public int Valid(bool blankIsValid) => Returned - Invalid(blankIsValid);
}

/// <param name="Unit">The choice.</param>
/// <param name="Votes">How many votes from the box were for it; null where counts are not told.</param>
/// <param name="Written">How many written opinions of absent units were for it; null where counts are not told.</param>
/// <param name="Outcome">Whether it passed.</param>
internal sealed record ChoiceResult(string Unit, int? Votes, int? Written, ChoiceOutcome Outcome)
{
    /// <summary>Both together.</summary>
    [JsonIgnore]
    public int? All => Votes + Written;
}

/// <summary>What a ballot came to.</summary>
/// <param name="Voters">How many units could vote.</param>
/// <param name="Returned">How many votes were in the box.</param>
/// <param name="Written">How many absent units wrote their opinion.</param>
/// <param name="Present">How many voters were present, as the chair recorded it; null where nobody did.</param>
/// <param name="Valid">Valid votes in the box; null where counts are not told.</param>
/// <param name="Invalid">Invalid ones, blank and spoiled; null where counts are not told.</param>
/// <param name="Blank">Blank ones; null where counts are not told.</param>
/// <param name="Of">Of how many the threshold is reckoned; null where counts are not told.</param>
/// <param name="Choices">In the order of the ballot paper.</param>
/// <param name="Voted">Who put a vote into the box, by unit id, which says nothing of when.</param>
internal sealed record BallotResult(
    int Voters, int Returned, int Written, int? Present, int? Valid, int? Invalid, int? Blank, int? Of, IReadOnlyList<ChoiceResult> Choices, IReadOnlyList<string> Voted)
{
    /// <summary>How those who had the same number were told apart; null where none were, or nobody has yet.</summary>
    public TieSettlement? Settled { get; init; }

    public IEnumerable<string> With(ChoiceOutcome outcome) => Choices.Where(one => one.Outcome == outcome).Select(one => one.Unit);
}

/// <param name="Units">Who of them passed.</param>
/// <param name="Reason">By whom and why.</param>
/// <param name="On">The day.</param>
internal sealed record TieSettlement(IReadOnlyList<string> Units, string Reason, DateOnly On);

/// <summary>Counts a ballot by its rules. The order of votes is not looked at.</summary>
internal static class BallotCount
{
    /// <param name="terms">The rules it was opened under.</param>
    /// <param name="box">What was in the box.</param>
    /// <param name="written">What absent units wrote.</param>
    /// <param name="present">How many voters were present, those who voted included; needed where the threshold is reckoned of them.</param>
    /// <param name="voted">Who put a vote into the box.</param>
    public static BallotResult Of(BallotTerms terms, Tally box, Tally written, int? present, IReadOnlyList<string> voted)
    {
        var of = terms.Base switch
        {
            VoteBase.AllVoters => terms.Voters.Count,
            VoteBase.Present => (present ?? throw new ArgumentNullException(nameof(present))) + written.Returned,
            _ => box.Valid(terms.BlankIsValid) + written.Valid(terms.BlankIsValid),
        };
        var all = terms.Choices.ToDictionary(choice => choice, choice => box.For[choice] + written.For[choice], StringComparer.Ordinal);
        var outcomes = Outcomes(terms, all, of);
        return new BallotResult(
            terms.Voters.Count,
            box.Returned,
            written.Returned,
            present,
            box.Valid(terms.BlankIsValid),
            box.Invalid(terms.BlankIsValid),
            box.Blank,
            of,
            [.. terms.Choices.Select(choice => new ChoiceResult(choice, box.For[choice], written.For[choice], outcomes[choice]))],
            [.. voted.Order(StringComparer.Ordinal)]).AsTold(terms);
    }

    /// <summary>Where counts are not told they are not kept either.</summary>
    private static BallotResult AsTold(this BallotResult result, BallotTerms terms) => terms.Counts == CountsShown.All
        ? result
        : result with { Valid = null, Invalid = null, Blank = null, Of = null, Choices = [.. result.Choices.Select(one => one with { Votes = null, Written = null })] };

    private static Dictionary<string, ChoiceOutcome> Outcomes(BallotTerms terms, Dictionary<string, int> all, int of)
    {
        var reached = all.Where(one => terms.Threshold.IsReachedBy(one.Value, of)).OrderByDescending(one => one.Value).ToList();
        var outcomes = all.Keys.ToDictionary(choice => choice, _ => ChoiceOutcome.NotPassed, StringComparer.Ordinal);
        if (terms.Seats is not { } seats || reached.Count <= seats)
        {
            reached.ForEach(one => outcomes[one.Key] = ChoiceOutcome.Passed);
            return outcomes;
        }

        if (seats == 0)
        {
            return outcomes;
        }

        // More than may pass: from the top, and of those at the last place all or none.
        var last = reached[seats - 1].Value;
        reached.Where(one => one.Value > last).ToList().ForEach(one => outcomes[one.Key] = ChoiceOutcome.Passed);
        var equal = reached.Where(one => one.Value == last).ToList();
        var fit = reached.Count(one => one.Value >= last) <= seats;
        equal.ForEach(one => outcomes[one.Key] = fit ? ChoiceOutcome.Passed : terms.Tie == TieRule.Fails ? ChoiceOutcome.NotPassed : ChoiceOutcome.Tied);
        return outcomes;
    }
}

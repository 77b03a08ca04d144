using EmulationFunctions.Common;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Year.Ballots;

/// <summary>Ballots to count.</summary>
internal static class BallotSamples
{
    public static readonly Share MoreThanHalf = new(1, 2, Above: true);

    public static BallotTerms Terms(int voters, int choices, Share threshold, VoteBase of, int? seats = null, TieRule tie = TieRule.ChairDecides, bool isSecret = true) => new(
        isSecret, Units("u", voters), Units("c", choices), seats, Math.Max(1, Math.Min(seats ?? choices, choices)), threshold, of, AbsenteeVotes.InWriting, tie, OwnVote: true, BlankIsValid: false, CountsShown.All, 1, 2);

    public static string[] Units(string prefix, int count) => [.. Enumerable.Range(1, count).Select(number => $"{prefix}{number}")];

    /// <summary>So many votes for each choice alone, and so many for nobody.</summary>
    public static List<Vote> Votes(BallotTerms terms, int against, params int[] votes) =>
        [.. votes.SelectMany((count, index) => Enumerable.Repeat(new Vote([terms.Choices[index]], false), count)), .. Enumerable.Repeat(new Vote([], false), against)];

    public static BallotResult Count(BallotTerms terms, IReadOnlyList<Vote> box, IReadOnlyList<Vote>? written = null, int? present = null) =>
        BallotCount.Of(terms, Tally.Of(terms.Choices, box), Tally.Of(terms.Choices, written ?? []), present, []);

    public static Vote Random(BallotTerms terms, Random random) => random.Next(6) == 0
        ? new([], IsBlank: true)
        : new([.. terms.Choices.OrderBy(_ => random.Next()).Take(random.Next(terms.Marks + 1)).Order(StringComparer.Ordinal)], IsBlank: false);

    public static BallotTerms RandomTerms(Random random)
    {
        var choices = random.Next(1, 7);
        var of = random.Next(1, 11);
        var terms = Terms(
            random.Next(1, 16), choices, new(random.Next(1, of + 1), of), (VoteBase)random.Next(3), random.Next(2) == 0 ? null : random.Next(choices + 2), (TieRule)random.Next(4));
        return terms with { BlankIsValid = random.Next(2) == 0 };
    }
}

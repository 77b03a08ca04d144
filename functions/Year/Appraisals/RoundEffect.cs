using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>A criterion whose points a round has changed.</summary>
/// <param name="Before">What counted before; null where nothing did.</param>
internal sealed record MovedScore(string Criterion, Points? Before, Points After);

/// <summary>What the closing of a round changes for a unit.</summary>
internal static class RoundEffect
{
    public static IReadOnlyList<MovedScore> Of(SchemeTree tree, BlocRecord record, string unit, SheetContent content, int round) =>
        Between(tree, record with { ClosedRounds = round - 1 }, record with { ClosedRounds = round }, unit, content);

    /// <summary>In the order of the form. What only repeats the points that counted before changes nothing.</summary>
    public static IReadOnlyList<MovedScore> Between(SchemeTree tree, BlocRecord earlier, BlocRecord later, string unit, SheetContent content)
    {
        // Computed points are nobody's to appraise, so the rest of the bloc does not matter here.
        var sheet = new Dictionary<string, StoredSheet>(StringComparer.Ordinal) { [unit] = new(Head: null, content) };
        var before = CountedScores.Of(tree, earlier, sheet)[unit].Official;
        var after = CountedScores.Of(tree, later, sheet)[unit].Official;
        return
        [
            .. from leaf in tree.Leaves
               where before[leaf] != after[leaf]
               select new MovedScore(leaf.Code, before[leaf].State == NodeState.Scored ? Value(before[leaf]) : null, Value(after[leaf])),
        ];
    }

    private static Points Value(NodeScore leaf) => leaf.Points + leaf.Bonus + leaf.Penalty;
}

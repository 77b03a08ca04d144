using System.Collections.Frozen;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>From what was entered to the points at every node.</summary>
internal static class SheetScores
{
    /// <param name="quantitative">The points of quantitative leaves, computed from the bloc's targets and results.</param>
    public static ScoreTable Compute(SchemeTree tree, SheetContent content, IReadOnlyDictionary<string, Points>? quantitative = null)
    {
        var leaves = new Dictionary<string, Points>(content.Entries.Count + (quantitative?.Count ?? 0), StringComparer.Ordinal);
        foreach (var (criterion, points) in quantitative ?? FrozenDictionary<string, Points>.Empty)
        {
            leaves[criterion] = points;
        }

        foreach (var entry in content.Entries)
        {
            if (tree.Find(entry.Criterion) is { IsLeaf: true } node
                && LeafPoints.Of(node.Criterion, entry, tree.Content.Rounding) is { } points)
            {
                leaves[entry.Criterion] = points;
            }
        }

        return ScoreTable.Of(tree, leaves, content.NotApplicable);
    }
}

using EmulationFunctions.Hosting;
using EmulationFunctions.Schemes;
using EmulationFunctions.Scoring;

namespace EmulationFunctions.CrossScores;

/// <summary>Whether what a peer gives fits the sheet it scores, and what is still lacking.</summary>
internal static class PeerRules
{
    public static IReadOnlyList<Fault> Check(SchemeTree tree, IReadOnlyList<PeerEntry> entries, IReadOnlySet<string> notApplicable)
    {
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, entry) in entries.Index())
        {
            var path = $"$.scores[{index}]";
            EntryRules.CheckGiven(tree, entry.Criterion, entry.Points, notApplicable, path, faults);
            if (!seen.Add(entry.Criterion))
            {
                faults.Add($"{path}.criterion", $"Tiêu chí {entry.Criterion} có hai lần.", $"Criterion {entry.Criterion} is given twice.");
            }
        }

        return faults;
    }

    /// <summary>Every leaf that a peer has to score and has not. Bonus and penalty need not be looked at, computed points are nobody's to give.</summary>
    public static IReadOnlyList<string> Missing(SchemeTree tree, IReadOnlyDictionary<string, Points> given, IReadOnlySet<string> notApplicable) =>
        [.. tree.Leaves
            .Where(leaf => leaf.Criterion.IsBase && leaf.Criterion.Kind != CriterionKind.Quantitative && !leaf.IsVoid && leaf.AppliesTo(notApplicable))
            .Where(leaf => !given.ContainsKey(leaf.Code))
            .Select(leaf => leaf.Code)];
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.CrossScores;

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

    /// <summary>Every leaf that a peer has to score and has not. Bonus and penalty need not be looked at; what is computed or only recorded is nobody's to give.</summary>
    public static IReadOnlyList<string> Missing(SchemeTree tree, IReadOnlyDictionary<string, Points> given, IReadOnlySet<string> notApplicable) =>
        [.. tree.Leaves
            .Where(leaf => leaf.Criterion.IsBase && leaf.Criterion.IsGiven && !leaf.IsVoid && leaf.AppliesTo(notApplicable))
            .Where(leaf => !given.ContainsKey(leaf.Code))
            .Select(leaf => leaf.Code)];

    /// <summary>Of what was given, what still has a place: the bloc may have another version of its scheme since.</summary>
    public static IReadOnlyDictionary<string, Points> Fitting(SchemeTree tree, IReadOnlyDictionary<string, Points>? given) =>
        (given ?? new Dictionary<string, Points>()).Where(one => Fits(tree, one.Key, one.Value)).ToDictionary(StringComparer.Ordinal);

    private static bool Fits(SchemeTree tree, string code, Points points)
    {
        if (tree.Find(code) is not { Criterion: { IsGiven: true } criterion })
        {
            return false;
        }

        var faults = new List<Fault>();
        EntryRules.CheckPoints(criterion, points, "", faults);
        return faults.Count == 0;
    }
}

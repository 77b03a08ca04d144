using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a sheet still lacks before it can be submitted.</summary>
internal static class Completeness
{
    /// <summary>Whether it lacks nothing.</summary>
    /// <param name="figures">The unit's own targets and results.</param>
    public static bool IsComplete(SchemeTree tree, SheetContent content, IEnumerable<Figure> figures) => !Missing(tree, content, figures).Any();

    /// <summary>Every leaf without a score or a result, and every leaf that needs evidence and has neither that nor an explanation.</summary>
    /// <param name="figures">The unit's own targets and results.</param>
    public static IReadOnlyList<Fault> FindMissing(SchemeTree tree, SheetContent content, IEnumerable<Figure> figures) => [.. Missing(tree, content, figures)];

    private static IEnumerable<Fault> Missing(SchemeTree tree, SheetContent content, IEnumerable<Figure> figures)
    {
        var scores = SheetScores.Compute(tree, content);
        var explained = (HashSet<string>?)null;
        var proved = content.Evidence.Select(mark => mark.Criterion).Concat(content.Papers.Select(cited => cited.Criterion)).ToHashSet(StringComparer.Ordinal);
        var reported = figures.Where(figure => figure.Actual is not null).Select(figure => figure.Criterion).ToHashSet(StringComparer.Ordinal);
        foreach (var leaf in tree.Leaves)
        {
            var score = scores[leaf];
            var isComputed = leaf.Criterion.Kind == CriterionKind.Quantitative;
            // A bonus or penalty that nobody put down is nothing that could be proved.
            if (score.State is NodeState.Void or NodeState.NotApplicable or NodeState.NotClaimed)
            {
                continue;
            }

            if (score.State == NodeState.Missing && !isComputed)
            {
                yield return new($"$.scores['{leaf.Code}']", new($"Tiêu chí {leaf.Named} chưa được chấm điểm.", $"Criterion {leaf.Named} has no score."));
            }

            if (isComputed && !reported.Contains(leaf.Code))
            {
                yield return new($"$.actuals['{leaf.Code}']", new($"Tiêu chí {leaf.Named} chưa có kết quả.", $"Criterion {leaf.Named} has no result."));
            }

            // The points of a quantitative leaf are not known in the sheet: what might be claimed counts as claimed.
            var isClaimed = isComputed || !(score.Points + score.Bonus + score.Penalty).IsZero;
            var isNeeded = leaf.Criterion.Evidence == EvidenceRule.Always
                || (leaf.Criterion.Evidence == EvidenceRule.WhenClaimed && isClaimed);
            if (isNeeded && !proved.Contains(leaf.Code) && !(explained ??= Explained(content)).Contains(leaf.Code))
            {
                yield return new($"$.evidence['{leaf.Code}']", new(
                    $"Tiêu chí {leaf.Named} cần có minh chứng hoặc giải trình.", $"Criterion {leaf.Named} needs evidence or an explanation."));
            }
        }
    }

    private static HashSet<string> Explained(SheetContent content) =>
        content.Entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Explanation)).Select(entry => entry.Criterion).ToHashSet(StringComparer.Ordinal);
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The class a unit reaches, and which floors kept it from a higher one.</summary>
/// <param name="Rung">None where the scheme does not classify, or nothing is assigned to the unit.</param>
internal sealed record Classification(Rung? Rung, IReadOnlyList<FloorFailure> Failures, Words Explanation)
{
    /// <summary>Of each class, in the sentence; all of them are in <see cref="Failures"/>.</summary>
    private const int FailuresTold = 5;

    /// <summary>The highest class whose lower bound the value reaches and whose every floor holds.</summary>
    public static Classification Of(ScoreTable scores)
    {
        var content = scores.Tree.Content;
        if (content.Ladder.Count == 0)
        {
            return new(null, [], new("Bảng điểm không quy định xếp loại.", "The scheme does not classify."));
        }

        if (scores.ClassifiedValue is not { } value)
        {
            return new(null, [], new("Không có tiêu chí nào được giao nên không xếp loại.", "Nothing is assigned to the unit, so it has no class."));
        }

        var failures = new List<FloorFailure>();
        foreach (var rung in content.Ladder.OrderByDescending(rung => rung.Lowest ?? new Points(long.MinValue)))
        {
            if (rung.Lowest > value)
            {
                continue;
            }

            var failed = FailedFloors(scores, rung).ToList();
            if (failed.Count == 0)
            {
                return new(rung, failures, Explain(content, value, rung, failures));
            }

            failures.AddRange(failed);
        }

        return new(null, failures, Explain(content, value, null, failures));
    }

    private static IEnumerable<FloorFailure> FailedFloors(ScoreTable scores, Rung rung)
    {
        var tree = scores.Tree;
        var own = (rung.Floors ?? []).ToDictionary(floor => floor.Criterion, floor => floor.Share, StringComparer.Ordinal);
        foreach (var node in tree.Nodes)
        {
            var isCommon = tree.Content.FloorsOn == FloorScope.Sections ? node.Parent is null : node.IsLeaf;
            var share = own.TryGetValue(node.Code, out var named) ? named : isCommon ? rung.Floor : null;
            var score = scores[node];
            if (share is { } floor && !score.Assigned.IsZero && !floor.IsReached(score.Points, score.Assigned))
            {
                yield return new(rung, node, score.Points, score.Assigned, floor);
            }
        }
    }

    private static Words Explain(SchemeContent content, Points value, Rung? rung, List<FloorFailure> failures)
    {
        var given = ValueWords.Of(content, value);
        var reached = rung is null
            ? new Words($"{given.Vi}: không đạt mức nào", $"{given.En}: no class reached")
            : new Words($"{given.Vi}: {rung.Title}", $"{given.En}: {rung.Title}");
        var kept = failures
            .GroupBy(failure => failure.Rung)
            .Select(group => new Words(
                $"; chưa đạt {group.Key.Title} vì {string.Join(", ", group.Take(FailuresTold).Select(failure => failure.Explanation.Vi))}{More(group.Count()).Vi}",
                $"; not {group.Key.Title}, because {string.Join(", ", group.Take(FailuresTold).Select(failure => failure.Explanation.En))}{More(group.Count()).En}"))
            .ToList();
        return new(
            reached.Vi + string.Concat(kept.Select(words => words.Vi)) + ".",
            reached.En + string.Concat(kept.Select(words => words.En)) + ".");

        static Words More(int failures) => failures <= FailuresTold
            ? new("", "")
            : new($" và {failures - FailuresTold} tiêu chí khác", $" and {failures - FailuresTold} more criteria");
    }
}

/// <summary>A criterion that is below the floor of a class.</summary>
internal sealed record FloorFailure(Rung Rung, SchemeNode Criterion, Points Points, Points Assigned, Percent Floor)
{
    /// <summary>The share is shown rounded down: what failed must not look as if it had passed.</summary>
    public Words Explanation
    {
        get
        {
            var share = Percent.Of(Points, Assigned, RoundingRule.TowardsZero);
            return new(
                $"tiêu chí {Criterion.Code} đạt {Points.InVietnamese()}/{Assigned.InVietnamese()} điểm ({share.InVietnamese()} %), dưới mức sàn {Floor.InVietnamese()} %",
                $"criterion {Criterion.Code} has {Points} of {Assigned} points ({share} %), below the floor of {Floor} %");
        }
    }
}

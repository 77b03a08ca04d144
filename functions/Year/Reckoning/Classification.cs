using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The class a unit reaches, and which floors kept it from a higher one.</summary>
/// <param name="Rung">None where the scheme does not classify, or nothing is assigned to the unit.</param>
internal sealed record Classification(Rung? Rung, IReadOnlyList<FloorFailure> Failures, Words Explanation)
{
    /// <summary>Of each class, in the sentence; all of them are in <see cref="Failures"/>.</summary>
    private const int FailuresTold = 5;

    /// <summary>The highest class whose lower bound the value reaches, whose every floor holds, and that the conditions allow.</summary>
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
        List<Rung> descending = [.. content.Ladder.OrderByDescending(rung => rung.Lowest ?? new Points(long.MinValue))];
        var (highest, bounding) = HighestUnder(scores.Held, descending);
        foreach (var (place, rung) in descending.Index())
        {
            if (place < highest || rung.Lowest > value)
            {
                continue;
            }

            var failed = FailedFloors(scores, rung).ToList();
            if (failed.Count == 0)
            {
                return new(rung, failures, Explain(content, value, rung, failures, (descending[highest], CountingBounds(bounding, descending, value, highest)), scores.Held.Lifted));
            }

            failures.AddRange(failed);
        }

        return new(null, failures, Explain(content, value, null, failures, (descending[highest], CountingBounds(bounding, descending, value, highest)), scores.Held.Lifted));
    }

    /// <summary>The place of the highest class that the conditions leave, and the effects that bound it; each with the place of its class.</summary>
    private static (int Highest, IReadOnlyList<(int Place, HeldEffect Effect)> Bounding) HighestUnder(HeldConditions held, List<Rung> descending)
    {
        List<(int Place, HeldEffect Effect)> bounding = [.. held.Effects
            .Select(one => (Place: one.Effect.Kind switch
            {
                EffectKind.LowestClass => descending.Count - 1,
                EffectKind.CapClass => descending.FindIndex(rung => rung.Code == one.Effect.Class),
                _ => -1,
            }, Effect: one))
            .Where(one => one.Place >= 0)];
        return (bounding.Select(one => one.Place).DefaultIfEmpty(0).Max(), bounding);
    }

    /// <summary>Those that kept the unit from a class whose value it reaches.</summary>
    private static List<HeldEffect> CountingBounds(
        IReadOnlyList<(int Place, HeldEffect Effect)> bounding, List<Rung> descending, Points value, int highest) =>
        [.. bounding.Where(one => one.Place == highest && descending.Take(highest).Any(rung => !(rung.Lowest > value))).Select(one => one.Effect)];

    private static IEnumerable<FloorFailure> FailedFloors(ScoreTable scores, Rung rung)
    {
        var tree = scores.Tree;
        var own = (rung.Floors ?? []).ToDictionary(floor => floor.Criterion, floor => floor.Share, StringComparer.Ordinal);
        foreach (var node in tree.Nodes)
        {
            var isCommon = tree.Content.FloorsOn == FloorScope.Sections ? node.Parent is null : node.IsItem;
            var share = own.TryGetValue(node.Code, out var named) ? named : isCommon ? rung.Floor : null;
            var isAtZeroRefused = rung.NoneAtZero && isCommon;
            if (share is null && !isAtZeroRefused)
            {
                continue;
            }

            var score = scores[node];
            var points = tree.Content.FloorsRead == FloorReading.Base ? score.Points : Points.Max(Points.Zero, score.Points + score.Bonus - score.Penalty);
            if (score.Assigned.IsZero)
            {
                continue;
            }

            if (share is { } floor && !floor.IsReached(points, score.Assigned))
            {
                yield return new(rung, node, points, score.Assigned, floor);
            }
            else if (isAtZeroRefused && points <= Points.Zero)
            {
                yield return new(rung, node, points, score.Assigned, Percent.Zero);
            }
        }
    }

    private static Words Explain(
        SchemeContent content, Points value, Rung? rung, List<FloorFailure> failures, (Rung Highest, IReadOnlyList<HeldEffect> By) bounds, IReadOnlyList<LiftedEffect> lifted)
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
        var bounded = bounds.By.Select(one => one.Because).ToList();
        var (than, above) = rung == bounds.Highest ? ("cao hơn", "no higher") : ($"trên {bounds.Highest.Title}", $"not above {bounds.Highest.Title}");
        if (bounded.Count > 0)
        {
            kept.Insert(0, new(
                $"; không xếp {than} vì {string.Join(", ", bounded.Select(words => words.Vi))}",
                $"; {above}, because of {string.Join(", ", bounded.Select(words => words.En))}"));
        }

        kept.AddRange(lifted
            .Where(one => one.Held.Effect.Kind is EffectKind.CapClass or EffectKind.LowestClass)
            .Select(one => new Words($"; {one.Told.Vi}", $"; {one.Told.En}")));
        return new(
            reached.Vi + string.Concat(kept.Select(words => words.Vi)) + ".",
            reached.En + string.Concat(kept.Select(words => words.En)) + ".");

        static Words More(int failures) => failures <= FailuresTold
            ? new("", "")
            : new($" và {failures - FailuresTold} tiêu chí khác", $" and {failures - FailuresTold} more criteria");
    }
}

/// <summary>A criterion that is below the floor of a class; a floor of 0 % is that of a class in which no criterion may have 0 points.</summary>
internal sealed record FloorFailure(Rung Rung, SchemeNode Criterion, Points Points, Points Assigned, Percent Floor)
{
    /// <summary>The share is shown rounded down: what failed must not look as if it had passed.</summary>
    public Words Explanation
    {
        get
        {
            if (Floor == Percent.Zero)
            {
                return new($"tiêu chí {Criterion.Code} được {Points.InVietnamese()} điểm", $"criterion {Criterion.Code} has {Points} points");
            }

            var share = Percent.Of(Points, Assigned, RoundingRule.TowardsZero);
            return new(
                $"tiêu chí {Criterion.Code} đạt {Points.InVietnamese()}/{Assigned.InVietnamese()} điểm ({share.InVietnamese()} %), dưới mức sàn {Floor.InVietnamese()} %",
                $"criterion {Criterion.Code} has {Points} of {Assigned} points ({share} %), below the floor of {Floor} %");
        }
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The official average of a unit's own score and its peers'. A peer that gave nothing is left out, not counted as zero.</summary>
internal static class CrossAverage
{
    /// <summary>Of one criterion, rounded once; none while fewer peers scored it than the scheme asks for.</summary>
    public static Points? Of(CrossScoring rule, Points self, IReadOnlyCollection<Points> peers, RoundingRule rounding)
    {
        if (peers.Count < rule.MinimumPeers)
        {
            return null;
        }

        var counted = Counted(rule.Average, [.. peers.Order()]);
        var sum = (Int128)counted.Sum(points => points.Hundredths);
        var share = rule.SelfShare.Hundredths;
        return new(Exact.Divide(
            ((Int128)self.Hundredths * share * counted.Count) + (sum * (Percent.Hundred.Hundredths - share)),
            (Int128)Percent.Hundred.Hundredths * counted.Count,
            rounding));
    }

    /// <summary>
    /// Of a whole sheet, leaf by leaf, so that the average too sums up exactly. Leaves that nobody is to give points are the same for everyone;
    /// a bonus or penalty that no peer looked at stays as the unit put it down.
    /// </summary>
    public static ScoreTable Of(ScoreTable self, IReadOnlyCollection<ScoreTable> peers, IReadOnlySet<string> notApplicable)
    {
        var content = self.Tree.Content;
        var rule = content.CrossScoring ?? throw new ArgumentException("The scheme declares no cross-scoring.", nameof(self));
        var leaves = new Dictionary<string, Points>(StringComparer.Ordinal);
        foreach (var leaf in self.Tree.Leaves)
        {
            var own = self[leaf];
            var given = peers.Select(peer => peer[leaf]).Where(score => score.State == NodeState.Scored).Select(Value).ToList();
            var average = own.State != NodeState.Scored ? null
                : !leaf.Criterion.IsGiven ? own.Points
                : Of(rule, Value(own), given, content.Rounding) ?? (leaf.Criterion.IsBase ? null : Value(own));
            if (average is { } points)
            {
                leaves[leaf.Code] = points;
            }
        }

        return ScoreTable.Of(self.Tree, leaves, notApplicable);
    }

    /// <summary>Of a whole sheet, what the peers gave alone, by the same rule as if the unit's own score had no weight.</summary>
    public static ScoreTable OfPeers(ScoreTable self, IReadOnlyCollection<ScoreTable> peers, IReadOnlySet<string> notApplicable)
    {
        var content = self.Tree.Content;
        var rule = (content.CrossScoring ?? throw new ArgumentException("The scheme declares no cross-scoring.", nameof(self))) with { SelfShare = Percent.Zero };
        var leaves = new Dictionary<string, Points>(StringComparer.Ordinal);
        foreach (var leaf in self.Tree.Leaves)
        {
            var given = peers.Select(peer => peer[leaf]).Where(score => score.State == NodeState.Scored).Select(Value).ToList();
            var average = !leaf.Criterion.IsGiven && self[leaf].State == NodeState.Scored
                ? self[leaf].Points
                : Of(rule, Points.Zero, given, content.Rounding);
            if (average is { } points)
            {
                leaves[leaf.Code] = points;
            }
        }

        return ScoreTable.Of(self.Tree, leaves, notApplicable);
    }

    private static Points Value(NodeScore leaf) => leaf.Points + leaf.Bonus + leaf.Penalty;

    private static List<Points> Counted(PeerAverage average, List<Points> sorted) => average switch
    {
        PeerAverage.Mean => sorted,
        PeerAverage.Median => sorted[((sorted.Count - 1) / 2)..((sorted.Count / 2) + 1)],
        PeerAverage.MeanWithoutExtremes => sorted.Count < 3 ? sorted : sorted[1..^1],
        _ => throw new ArgumentOutOfRangeException(nameof(average)),
    };
}

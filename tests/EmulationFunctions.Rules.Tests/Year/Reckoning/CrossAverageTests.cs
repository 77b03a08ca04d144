using System.Collections.Frozen;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class CrossAverageTests
{
    private static readonly CrossScoring Half = new(3, PeerAverage.Mean, Share(50));

    [Theory]
    [InlineData(nameof(RoundingRule.HalfAwayFromZero), 90, "HTXSNV")]
    [InlineData(nameof(RoundingRule.HalfToEven), 90, "HTXSNV")]
    [InlineData(nameof(RoundingRule.TowardsZero), 89.99, "HTTNV")]
    public void Scheme_A_of_Nghe_An_77_2025_an_average_of_89_995_is_rounded_as_the_scheme_declares(string rounding, decimal average, string rung)
    {
        var scheme = Of(Direct("1", null, 100)) with { Ladder = A.Ladder, CrossScoring = Half, Rounding = Enum.Parse<RoundingRule>(rounding) };
        var tree = scheme.Tree();
        var official = CrossAverage.Of(tree.Score(("1", 90)), [tree.Score(("1", 89.99m))], FrozenSet<string>.Empty);

        Assert.Equal(P(average), official.Total);
        Assert.Equal(rung, Classification.Of(official).Rung!.Code);
    }

    [Theory]
    [InlineData(nameof(PeerAverage.Mean), 50, 10, 7.5)]                  // (10 + (2 + 4 + 9)/3) / 2
    [InlineData(nameof(PeerAverage.Median), 50, 10, 7)]
    [InlineData(nameof(PeerAverage.MeanWithoutExtremes), 50, 10, 7)]
    [InlineData(nameof(PeerAverage.Mean), 0, 10, 5)]                     // the peers alone
    [InlineData(nameof(PeerAverage.Mean), 30, 10, 6.5)]
    public void The_scheme_declares_how_points_are_averaged(string average, decimal selfShare, decimal self, decimal expected) => Assert.Equal(
        P(expected),
        CrossAverage.Of(new(3, Enum.Parse<PeerAverage>(average), Share(selfShare)), P(self), [P(9), P(2), P(4)], RoundingRule.HalfAwayFromZero));

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() => Assert.Equal(
        P(4.5m),
        CrossAverage.Of(new(4, PeerAverage.Median, Share(0)), P(10), [P(9), P(1), P(4), P(5)], RoundingRule.HalfAwayFromZero));

    [Fact]
    public void A_missing_peer_does_not_sink_the_average()
    {
        Assert.Equal(P(8), CrossAverage.Of(Half, P(8), [P(8), P(8)], RoundingRule.HalfAwayFromZero));
        Assert.Null(CrossAverage.Of(Half, P(8), [], RoundingRule.HalfAwayFromZero));
        Assert.Null(CrossAverage.Of(Half with { MinimumPeers = 2 }, P(8), [P(8)], RoundingRule.HalfAwayFromZero));
    }

    [Fact]
    public void A_sheet_is_averaged_leaf_by_leaf_and_what_no_peer_scored_is_missing()
    {
        var tree = (Of(
            Direct("1", null, 10), Direct("2", null, 10), new("3", null, "Định lượng", CriterionKind.Quantitative, P(10)),
            new("T", null, "Thưởng", CriterionKind.Bonus, P(5))) with
        { CrossScoring = Half }).Tree();
        var quantitative = new Dictionary<string, Points> { ["3"] = P(7) };
        var self = SheetScores.Compute(tree, SheetContent.Of(Entry("1", 10), Entry("2", 10), Entry("T", 5)), quantitative);
        var peer = SheetScores.Compute(tree, SheetContent.Of(Entry("1", 8)));
        var official = CrossAverage.Of(self, [peer], FrozenSet<string>.Empty);

        Assert.Equal((P(9), P(7), P(5)), (official[tree.Find("1")!].Points, official[tree.Find("3")!].Points, official.Bonus));
        Assert.Equal(NodeState.Missing, official[tree.Find("2")!].State);
        Assert.False(official.IsComplete);
    }

    [Fact]
    public void An_average_lies_between_the_scores_and_no_order_changes_it() => Law.HoldsForEverySeed(random =>
    {
        var rule = new CrossScoring(null, (PeerAverage)random.Next(3), Percent.FromDecimal(random.Next(100)));
        var self = new Points(random.Next(1_000));
        var peers = Enumerable.Range(0, random.Next(1, 12)).Select(_ => new Points(random.Next(1_000))).ToList();
        var average = CrossAverage.Of(rule, self, peers, RoundingRule.HalfAwayFromZero)!.Value;
        return average >= peers.Append(self).Min()
            && average <= peers.Append(self).Max()
            && CrossAverage.Of(rule, self, [.. peers.OrderBy(_ => random.Next())], RoundingRule.HalfAwayFromZero) == average;
    });

    [Fact]
    public void An_averaged_sheet_sums_up_at_every_group() => Law.HoldsForEverySeed(random =>
    {
        var tree = (RandomSchemes.MakeAny(random) with { CrossScoring = Half }).Tree();
        var sheets = Enumerable.Range(0, 4).Select(_ => SheetScores.Compute(tree, RandomSchemes.MakeSheet(random, tree))).ToList();
        var official = CrossAverage.Of(sheets[0], sheets[1..], FrozenSet<string>.Empty);
        return tree.Nodes.Where(node => !node.IsLeaf).All(group =>
            official[group].Points == Points.Sum(tree.Nodes.Where(node => node.Parent == group).Select(node => official[node].Points)));
    });

    [Fact]
    public void What_a_scheme_declares_about_peers_must_be_possible() => Assert.Equal(
        ["$.crossScoring.peers", "$.crossScoring.minimumPeers", "$.crossScoring.selfShare"],
        SchemeRules.Check(Of(Direct("1", null, 10)) with { CrossScoring = new(0, PeerAverage.Mean, Share(100), 1) }).Select(fault => fault.Path));

    [Fact]
    public void What_peers_gave_alone_is_their_average_as_if_the_unit_had_said_nothing()
    {
        var tree = (Of(Direct("1", null, 10), Direct("2", null, 10), new("3", null, "Định lượng", CriterionKind.Quantitative, P(10)), new("4", null, "Định lượng", CriterionKind.Quantitative, P(10))) with
        { CrossScoring = Half }).Tree();
        var self = SheetScores.Compute(tree, SheetContent.Of(Entry("1", 10), Entry("2", 10)), new Dictionary<string, Points> { ["3"] = P(7) });

        var peers = CrossAverage.OfPeers(self, [tree.Score(("1", 4)), tree.Score(("1", 5))], FrozenSet<string>.Empty);

        // The second nobody gave, the third is the same for everyone, the fourth has no result.
        Assert.Equal(
            [(NodeState.Scored, P(4.5m)), (NodeState.Missing, P(0)), (NodeState.Scored, P(7)), (NodeState.Missing, P(0))],
            tree.Leaves.Select(leaf => (peers[leaf].State, peers[leaf].Points)));
    }

    [Fact]
    public void A_scheme_without_cross_scoring_averages_nothing()
    {
        var scores = A.Tree().Score();

        Assert.StartsWith("The scheme declares no cross-scoring.", Assert.Throws<ArgumentException>(() => CrossAverage.Of(scores, [], FrozenSet<string>.Empty)).Message);
        Assert.StartsWith("The scheme declares no cross-scoring.", Assert.Throws<ArgumentException>(() => CrossAverage.OfPeers(scores, [], FrozenSet<string>.Empty)).Message);
    }
}

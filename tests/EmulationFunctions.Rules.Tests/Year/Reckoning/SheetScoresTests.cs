using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class SheetScoresTests
{
    [Fact]
    public void Scheme_B_of_Ho_Chi_Minh_City_2008_97_and_a_city_flag_of_10_make_107()
    {
        var scores = SheetScores.Compute(B.Tree(), SheetContent.Of(
            Entry("01", 10), Entry("02", 10), Entry("03", 17), Entry("04", 10), Entry("05", 10), Entry("06", 10), Entry("07", 20), Entry("08", 10),
            new("T1", Count: 1)));

        Assert.Equal((P(97), P(10), P(107)), (scores.Base, scores.Bonus, scores.Total));
        Assert.Equal(P(107), scores.RankedValue);
    }

    [Fact]
    public void Scheme_D_of_Dong_Nai_2026_sums_in_hundredths()
    {
        var tree = D.Tree();
        var scores = tree.Score(("I.1", 33.33m), ("I.2", 26.64m), ("II.1", 39.99m));

        Assert.Equal(P(59.97m), scores[tree.Find("I")!].Points);
        Assert.Equal(P(99.96m), scores.Total);
    }

    [Fact]
    public void Scheme_D_of_Dong_Nai_2026_zero_counts_as_scored()
    {
        var tree = D.Tree();

        Assert.True(tree.Score(("I.1", 0), ("I.2", 0), ("II.1", 0)).IsComplete);
        Assert.False(tree.Score(("I.1", 0), ("I.2", 0)).IsComplete);
        Assert.Equal(NodeState.Missing, tree.Score(("I.1", 0), ("I.2", 0))[tree.Find("II")!].State);
    }

    [Fact]
    public void Scheme_C_of_Quang_Tri_2025_684_of_700_assigned_points_are_97_71_percent()
    {
        var scores = SheetScores.Compute(
            Percentages(Direct("I", null, 700), Direct("II", null, 300)),
            SheetContent.Of(Entry("I", 684)) with { NotApplicable = new HashSet<string> { "II" } });

        Assert.Equal((P(684), P(700)), (scores.Base, scores.Assigned));
        Assert.Equal(P(97.71m), scores.RankedValue);
        Assert.True(scores.IsComplete);
    }

    [Fact]
    public void Scheme_C_of_Quang_Tri_2025_13_of_15_are_86_67_percent() =>
        Assert.Equal(Share(86.67m), Percentages(Direct("I", null, 15)).Score(("I", 13)).Percentage);

    [Fact]
    public void Where_nothing_is_assigned_there_is_no_percentage()
    {
        var scores = SheetScores.Compute(
            Percentages(Direct("I", null, 15)),
            SheetContent.Of() with { NotApplicable = new HashSet<string> { "I" } });

        Assert.Null(scores.Percentage);
        Assert.Null(scores.RankedValue);
        Assert.Null(scores.ClassifiedValue);
    }

    [Fact]
    public void A_void_criterion_is_shown_and_leaves_the_sum_and_what_is_assigned()
    {
        var tree = D.Tree(voided: "I");
        var scores = tree.Score(("I.1", 33.35m), ("II.1", 40));

        Assert.Equal((P(40), P(40)), (scores.Base, scores.Assigned));
        Assert.Equal(NodeState.Void, scores[tree.Find("I.1")!].State);
        Assert.Equal(NodeState.Void, scores[tree.Find("I")!].State);
        Assert.True(scores.IsComplete);
    }

    [Fact]
    public void A_group_that_is_not_applicable_takes_all_below_it_along()
    {
        var tree = D.Tree();
        var scores = SheetScores.Compute(
            tree,
            SheetContent.Of(Entry("I.1", 30), Entry("II.1", 40)) with { NotApplicable = new HashSet<string> { "I" } });

        Assert.Equal((P(40), P(40)), (scores.Base, scores.Assigned));
        Assert.Equal(NodeState.NotApplicable, scores[tree.Find("I.2")!].State);
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(0, 0)]
    [InlineData(9, 5)]  // not more than the maximum
    public void A_count_is_worth_its_points_each_up_to_the_maximum(long count, decimal points)
    {
        var tree = Of(new Criterion("1", null, "Đếm", CriterionKind.Count, P(5), Each: P(2))).Tree();

        Assert.Equal(P(points), SheetScores.Compute(tree, SheetContent.Of(new ScoreEntry("1", Count: count))).Base);
    }

    [Theory]
    [InlineData(40, 40, 6, 10)]        // 100 % and 15 %: both reached
    [InlineData(40, 40, 20, 10)]       // more than the target gives no more
    [InlineData(40, 20, 3, 7)]         // 50 % of the outer, the inner reached
    [InlineData(40, 40, 3, 8)]         // 7.5 % of 15 %
    [InlineData(40, 0, 0, 0)]          // nobody in the outer share: nothing is divided by zero
    [InlineData(3, 1, 0, 2)]
    [InlineData(7, 6, 0, 5.14)]        // 6/7 of 6
    public void A_percentage_within_a_percentage_as_in_the_pact_of_Bac_Ninh_2017(long all, long outer, long inner, decimal points)
    {
        var tree = Of(new Criterion("1", null, "Cán bộ", CriterionKind.NestedPercentage, P(10), Nested: new(Share(100), P(6), Share(15)))).Tree();
        var scores = SheetScores.Compute(tree, SheetContent.Of(new ScoreEntry("1", Counts: new(all, outer, inner))));

        Assert.Equal(P(points), scores.Base);
    }

    [Fact]
    public void Bonus_and_penalty_have_caps_and_the_total_is_never_negative()
    {
        var tree = (Of(
            Direct("1", null, 10),
            new("T1", null, "Thưởng", CriterionKind.Bonus, P(5)),
            new("T2", null, "Thưởng", CriterionKind.Bonus, P(5)),
            new("P1", null, "Nộp muộn", CriterionKind.Penalty, P(20), Each: P(1))) with
        { BonusCap = P(7) }).Tree();

        var high = SheetScores.Compute(tree, SheetContent.Of(Entry("1", 10), Entry("T1", 5), Entry("T2", 5), new("P1", Count: 2)));
        var low = SheetScores.Compute(tree, SheetContent.Of(Entry("1", 1), new("P1", Count: 15)));

        Assert.Equal((P(7), P(2), P(15)), (high.Bonus, high.Penalty, high.Total));
        Assert.Equal(P(0), low.Total);
    }

    private static SchemeTree Percentages(params Criterion[] criteria) => (Of(criteria) with { Basis = ScoreBasis.PercentOfAssigned }).Tree();
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>What is measured, at every bound: exactly on it, and one hundredth beside it.</summary>
public sealed class MeasureTests
{
    /// <summary>A worked ladder of a district table: 100 % all, then by stretches whose lower bound belongs to them, nothing below 70 %.</summary>
    private static readonly MeasureRule Falling = new(
        MeasureFormula.Ladder,
        Ladder: [new(P(0), new(To: 70, ToIncluded: false)), new(P(1.5m), new(70, true, 85, false)), new(P(3), new(85, true, 100, false)), new(P(4), new(100))],
        MayExceed: true);

    /// <summary>The same stretches with the upper bound in them.</summary>
    private static readonly MeasureRule Strict = new(
        MeasureFormula.Ladder,
        Ladder: [new(P(0), new(To: 70)), new(P(1.5m), new(70, false, 85)), new(P(3), new(85, false))]);

    /// <summary>Late files by volume: to 500 files one late file costs a point, above 500 the first five cost nothing.</summary>
    private static readonly MeasureRule ByVolume = new(
        MeasureFormula.Ladder,
        MeasureOf.Value,
        MayExceed: true,
        Ladder:
        [
            new(P(2), new(To: 0), new(To: 500)),
            new(P(1), new(0, false, 3, false), new(To: 500)),
            new(P(0), new(3), new(To: 500)),
            new(P(2), new(To: 5), new(500, false)),
            new(P(1), new(5, false, 20), new(500, false)),
            new(P(0), new(20, false), new(500, false)),
        ]);

    /// <summary>"+0.1 for each further 1 %, at most 0.5", beyond 100 %.</summary>
    private static readonly MeasureRule Steps = new(MeasureFormula.Steps, MayExceed: true, Steps: new(100, 1, P(0.1m)));

    [Fact]
    public void None_of_them_has_a_fault() => Assert.All(
        new[] { (Falling, 4m), (Strict, 3m), (ByVolume, 2m), (Steps, 0.5m) },
        one => Assert.Empty(SchemeRules.Check(Of(new Criterion("1", null, "Tiêu chí", CriterionKind.Measure, P(one.Item2), Measure: one.Item1)))));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(69.99, 0)]
    [InlineData(70, 1.5)]
    [InlineData(70.01, 1.5)]
    [InlineData(84.99, 1.5)]
    [InlineData(85, 3)]
    [InlineData(85.01, 3)]
    [InlineData(99.99, 3)]
    [InlineData(100, 4)]
    [InlineData(100.01, 4)]
    public void An_inclusive_lower_bound_gives_the_higher_step(double share, double points) => Is(Falling, points, share, 100, 4);

    [Theory]
    [InlineData(69.99, 0)]
    [InlineData(70, 0)]
    [InlineData(70.01, 1.5)]
    [InlineData(84.99, 1.5)]
    [InlineData(85, 1.5)]
    [InlineData(85.01, 3)]
    [InlineData(100, 3)]
    public void An_exclusive_lower_bound_gives_the_lower_step(double share, double points) => Is(Strict, points, share, 100, 3);

    [Fact]
    public void A_share_is_compared_without_rounding()
    {
        // 5,099 of 5,999 are 84.9974… %, which rounds to 85.
        Assert.Equal(P(1.5m), Falling.PointsOf(5_999, 5_099, P(4), RoundingRule.HalfAwayFromZero));

        // Exactly 70 % of what no decimal number divides.
        Assert.Equal(P(1.5m), Falling.PointsOf(3, 2.1m, P(4), RoundingRule.HalfAwayFromZero));
        Assert.Equal(P(0), Falling.PointsOf(3, 2.0999m, P(4), RoundingRule.HalfAwayFromZero));
    }

    [Theory]
    [InlineData(500, 0, 2)]
    [InlineData(500, 0.01, 1)]
    [InlineData(500, 2.99, 1)]
    [InlineData(500, 3, 0)]
    [InlineData(500, 5, 0)]
    [InlineData(500.01, 5, 2)]
    [InlineData(499.99, 5, 0)]
    [InlineData(501, 5.01, 1)]
    [InlineData(501, 20, 1)]
    [InlineData(501, 20.01, 0)]
    [InlineData(501, 19.99, 1)]
    public void The_ladder_for_late_files_is_chosen_by_the_volume_of_files(double volume, double late, double points) => Is(ByVolume, points, late, volume, 2);

    [Theory]
    [InlineData(99.99, 0)]
    [InlineData(100, 0)]
    [InlineData(100.01, 0)]
    [InlineData(100.99, 0)]
    [InlineData(101, 0.1)]
    [InlineData(101.01, 0.1)]
    [InlineData(104.99, 0.4)]
    [InlineData(105, 0.5)]
    [InlineData(105.01, 0.5)]
    [InlineData(250, 0.5)]
    public void Only_whole_steps_beyond_the_bound_count_up_to_the_most(double share, double points) => Is(Steps, points, share, 100, 0.5);

    [Theory]
    [InlineData(89.99, 0)]
    [InlineData(90, 1)]
    [InlineData(91.49, 1)]
    [InlineData(91.5, 1.25)]
    [InlineData(93, 1.5)]
    [InlineData(96, 2)]
    public void Reaching_the_bound_may_be_worth_something_itself(double share, double points) =>
        Is(new(MeasureFormula.Steps, Steps: new(90, 1.5m, P(0.25m), P(1))), points, share, 100, 2);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 10)]
    [InlineData(99.99, 20)]
    [InlineData(99.97, 19.99)]
    [InlineData(100, 20)]
    [InlineData(100.01, 20)]
    [InlineData(1_000, 20)]
    public void Linear_points_follow_b_and_stop_at_the_maximum(double part, double points) => Is(new(MeasureFormula.Linear, MayExceed: true), points, part, 100, 20);

    [Theory]
    [InlineData(47.75, 5)]
    [InlineData(95.4, 9.99)]
    [InlineData(95.5, 10)]
    [InlineData(95.51, 10)]
    public void A_target_below_all_is_where_all_points_are_reached(double part, double points) =>
        Is(new(MeasureFormula.Linear, Target: Share(95.5m)), points, part, 100, 10);

    [Theory]
    [InlineData(RoundingRule.HalfAwayFromZero, 0.13)]
    [InlineData(RoundingRule.HalfToEven, 0.12)]
    [InlineData(RoundingRule.TowardsZero, 0.12)]
    internal void A_linear_value_is_rounded_once_by_the_scheme_s_rule(RoundingRule rounding, double points) =>
        Assert.Equal(P((decimal)points), new MeasureRule(MeasureFormula.Linear).PointsOf(8, 1, P(1), rounding));

    [Theory]
    [InlineData(100, 94.99, 0)]
    [InlineData(100, 95, 5)]
    [InlineData(100, 95.01, 5)]
    [InlineData(3, 2.8499, 0)]
    [InlineData(3, 2.85, 5)]
    public void All_or_nothing_looks_at_its_target_exactly(double whole, double part, double points) =>
        Is(new(MeasureFormula.AllOrNothing, Target: Share(95)), points, part, whole, 5);

    [Theory]
    [InlineData(Winner.MorePoints, 3)]
    [InlineData(Winner.FewerPoints, 2)]
    internal void Where_two_steps_hold_the_scheme_says_which_one_counts(Winner wins, int points) => Is(
        new(MeasureFormula.Ladder, Ladder: [new(P(2), new(88, true, 90)), new(P(3), new(90, true, 95))], Wins: wins, Otherwise: P(0)), points, 90, 100, 5);

    private static void Is(MeasureRule rule, double points, double part, double whole, double maximum) =>
        Assert.Equal(P((decimal)points), rule.PointsOf((decimal)whole, (decimal)part, P((decimal)maximum), RoundingRule.HalfAwayFromZero));
}

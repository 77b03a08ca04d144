using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.GoldenBloc;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Every formula exactly at its bounds and a hundredth beside them.</summary>
public sealed class MeasureBoundsTests
{
    /// <summary>Late files (b) by the volume of files (a): what 3 late ones cost depends on how many there were. The bounds are invented; ladders of this form stand in district tables.</summary>
    private static readonly MeasureRule ByVolume = new(MeasureFormula.Ladder, MeasureOf.Value, Ladder:
    [
        new(P(10), new(To: 3, ToIncluded: false), new(To: 500, ToIncluded: false)),
        new(P(4), new(3), new(To: 500, ToIncluded: false)),
        new(P(10), new(To: 10), new(500)),
        new(P(6), new(10, false, 20), new(500)),
        new(P(0), new(20, false), new(500)),
    ]);

    [Theory]
    [InlineData(2, 499, 10)]
    [InlineData(3, 499, 4)]
    [InlineData(2.99, 499.99, 10)]
    [InlineData(3, 500, 10)]
    [InlineData(10, 500, 10)]
    [InlineData(10.01, 500, 6)]
    [InlineData(20, 500, 6)]
    [InlineData(20.01, 500, 0)]
    [InlineData(20.01, 499.99, 4)]
    public void A_ladder_is_chosen_by_the_volume_and_each_bound_says_whether_it_belongs(decimal late, decimal files, decimal expected) =>
        Assert.Equal(P(expected), PointsOf(ByVolume, 10, late, files));

    [Theory]
    [InlineData(99.99, 0)]
    [InlineData(100, 0)]
    [InlineData(100.99, 0)]
    [InlineData(101, 0.1)]
    [InlineData(101.99, 0.1)]
    [InlineData(102, 0.2)]
    [InlineData(104.99, 0.4)]
    [InlineData(105, 0.5)]
    [InlineData(1000, 0.5)]
    public void A_tenth_for_each_further_full_percent_beyond_all_at_most_half_a_point(decimal percent, decimal expected) =>
        Assert.Equal(P(expected), PointsOf(new(MeasureFormula.Steps, MayExceed: true, Steps: new(100, 1, P(0.1m))), 0.5m, percent, 100));

    [Theory]
    [InlineData(79.99, 0)]
    [InlineData(80, 2)]
    [InlineData(84.99, 2)]
    [InlineData(85, 2.5)]
    [InlineData(100, 4)]
    public void Reaching_the_bound_itself_may_be_worth_something(decimal percent, decimal expected) =>
        Assert.Equal(P(expected), PointsOf(new(MeasureFormula.Steps, Steps: new(80, 5, P(0.5m), P(2))), 4, percent, 100));

    [Theory]
    [InlineData(79.99, 0)]
    [InlineData(80, 10)]
    [InlineData(80.01, 10)]
    public void All_or_nothing_turns_at_its_target(decimal percent, decimal expected) =>
        Assert.Equal(P(expected), PointsOf(new(MeasureFormula.AllOrNothing, Target: Share(80)), 10, percent, 100));

    [Theory]
    [InlineData(80, 10)]
    [InlineData(79.99, 10)] // 9.99875 is rounded to hundredths, once
    [InlineData(79.95, 9.99)]
    [InlineData(40, 5)]
    [InlineData(95, 10)]
    public void A_share_of_a_lower_target_is_full_at_the_target(decimal percent, decimal expected) =>
        Assert.Equal(P(expected), PointsOf(new(MeasureFormula.Linear, Target: Share(80)), 10, percent, 100));

    [Theory]
    [InlineData(69.99, 0, 0)]
    [InlineData(70, 1.5, 0)]
    [InlineData(70.01, 1.5, 1.5)]
    [InlineData(84.99, 1.5, 1.5)]
    [InlineData(85, 3, 1.5)]
    [InlineData(85.01, 3, 3)]
    [InlineData(99.99, 3, 3)]
    [InlineData(100, 4, 3)]
    [InlineData(100.01, 4, 4)]
    public void The_same_bounds_give_the_higher_step_where_they_are_in_it_and_the_lower_where_they_are_not(decimal percent, decimal isIn, decimal isOut)
    {
        Assert.Equal(P(isIn), PointsOf(Stepped(isIn: true), 4, percent, 100));
        Assert.Equal(P(isOut), PointsOf(Stepped(isIn: false), 4, percent, 100));

        static MeasureRule Stepped(bool isIn) => new(MeasureFormula.Ladder, MayExceed: true, Ladder:
        [
            new(P(0), new(To: 70, ToIncluded: !isIn)), new(P(1.5m), new(70, isIn, 85, !isIn)), new(P(3), new(85, isIn, 100, !isIn)), new(P(4), new(100, isIn)),
        ]);
    }

    [Theory]
    [InlineData(Winner.MorePoints, 3)]
    [InlineData(Winner.FewerPoints, 2)]
    internal void Where_two_steps_hold_the_scheme_says_which_counts(Winner wins, decimal expected) => Assert.Equal(
        P(expected),
        PointsOf(new(MeasureFormula.Ladder, Ladder: [new(P(2), new(88, true, 90)), new(P(3), new(90, true, 95))], Wins: wins, Otherwise: P(0)), 3, 90, 100));

    [Theory]
    [InlineData(RoundingRule.HalfAwayFromZero, 0.13)]
    [InlineData(RoundingRule.HalfToEven, 0.12)]
    [InlineData(RoundingRule.TowardsZero, 0.12)]
    internal void A_share_of_the_maximum_is_rounded_by_the_scheme_s_rule(RoundingRule rounding, decimal expected) =>
        Assert.Equal(P(expected), new MeasureRule(MeasureFormula.Linear).PointsOf(8, 1, P(1), rounding));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(999_999.9999, 1_000_000)]
    public void A_share_is_compared_exactly_and_never_as_a_rounded_percentage(decimal part, decimal whole)
    {
        var percent = decimal.Round(part / whole * 100, 4, MidpointRounding.ToPositiveInfinity);
        var rule = new MeasureRule(MeasureFormula.Ladder, Ladder: [new(P(0), new(To: percent, ToIncluded: false)), new(P(1), new(percent))]);

        // The bound lies above the share by less than any rounding shows.
        Assert.Equal(P(part / whole * 100 >= percent ? 1 : 0), PointsOf(rule, 1, part, whole));
    }

    [Theory]
    [InlineData(MeasureFormula.Linear, ".formula")]
    [InlineData(MeasureFormula.AllOrNothing, ".formula")]
    [InlineData(MeasureFormula.Steps, ".steps")]
    internal void A_bonus_without_a_cap_takes_no_formula_that_needs_its_maximum(MeasureFormula formula, string path)
    {
        var rule = new MeasureRule(formula, MayExceed: true, Steps: formula == MeasureFormula.Steps ? new(100, 1, P(0.1m)) : null);
        var content = Of(Direct("I", null, 1), new Criterion("T", null, "Thưởng", CriterionKind.Bonus, P(0), IsUncapped: true, Measure: rule));

        Assert.Equal([$"$.criteria[1].measure{path}"], SchemeRules.Check(content).Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(10.01, 2)]
    public void A_ladder_chosen_by_a_need_not_say_what_holds_at_an_a_of_nothing_which_nobody_can_enter(decimal whole, decimal expected) => Assert.Equal(
        P(expected),
        PointsOf(new(MeasureFormula.Ladder, MeasureOf.Value, Ladder: [new(P(5), new(), new(0, FromIncluded: false, To: 10)), new(P(2), new(), new(10, FromIncluded: false))]), 5, 3, whole));

    [Theory]
    [InlineData(0.0001, 1_000_000_000_000, 100)]
    [InlineData(1, 1_000_000_000_000, 0.01)]
    [InlineData(1_000_000_000_000, 1_000_000_000_000, 100)]
    public void However_much_was_done_the_most_is_the_maximum(decimal whole, decimal part, decimal target) =>
        Assert.Equal(P(40), PointsOf(new(MeasureFormula.Linear, MayExceed: true, Target: Share(target)), 40, part, whole));

    [Fact]
    public void What_is_only_recorded_gives_no_points() => Assert.Equal(P(0), PointsOf(new(MeasureFormula.Recorded), 0, 50, 100));

    private static Points PointsOf(MeasureRule rule, decimal maximum, decimal part, decimal? whole) =>
        new GoldenBloc(Of(Direct("I", null, 1), new Criterion("M", null, "Số đo", CriterionKind.Measure, P(maximum), Measure: rule)))
            .Has("a", Entry("I", 1), Measured("M", part, rule.NeedsWhole ? whole : null)).PointsOf("a", "M");
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>Formulas on each bound and one hundredth beside it. Figures without a source are invented.</summary>
public sealed class MeasureBoundsTests
{
    /// <summary>Late files, borne differently by the volume of files: below 500, and from 500 on.</summary>
    private static readonly SchemeContent Late = Of(Measured("1", null, 10, new(
        MeasureFormula.Ladder,
        MeasureOf.Value,
        MayExceed: true,
        Ladder:
        [
            new(P(10), new(0, true, 0, true), new(To: 500, ToIncluded: false)), new(P(6), new(0, false, 5, true), new(To: 500, ToIncluded: false)),
            new(P(0), new(5, false), new(To: 500, ToIncluded: false)),
            new(P(10), new(To: 5, ToIncluded: true), new(500)), new(P(6), new(5, false, 20, false), new(500)), new(P(0), new(20), new(500)),
        ])));

    /// <summary>"+0.1 for each further 1 %, at most 0.5", beyond 100 %.</summary>
    private static readonly SchemeContent Further = Of(Direct("1", null, 10), new Criterion(
        "T", null, "Vượt chỉ tiêu", CriterionKind.Bonus, P(0.5m), Measure: new(MeasureFormula.Steps, MayExceed: true, Steps: new(100, 1, P(0.1m)))));

    [Fact]
    public void The_schemes_have_no_fault()
    {
        Assert.Empty(SchemeRules.Check(Late));
        Assert.Empty(SchemeRules.Check(Further));
    }

    [Theory]
    [InlineData(499.99, 0, 10)]
    [InlineData(499.99, 0.01, 6)]
    [InlineData(499.99, 4.99, 6)]
    [InlineData(499.99, 5, 6)]
    [InlineData(499.99, 5.01, 0)]
    [InlineData(500, 0, 10)]
    [InlineData(500, 4.99, 10)]
    [InlineData(500, 5, 10)]
    [InlineData(500, 5.01, 6)]
    [InlineData(500, 19.99, 6)]
    [InlineData(500, 20, 0)]
    [InlineData(500, 20.01, 0)]
    [InlineData(500.01, 5, 10)]
    public void The_volume_of_files_chooses_the_ladder_by_which_late_files_count(decimal files, decimal late, decimal expected) =>
        Assert.Equal(P(expected), Scored(Late, [Entry("1", late, files)]).Total);

    [Theory]
    [InlineData(99.99, "0")]
    [InlineData(100, "0")]
    [InlineData(100.99, "0")]
    [InlineData(101, "0.1")]
    [InlineData(101.01, "0.1")]
    [InlineData(101.99, "0.1")]
    [InlineData(102, "0.2")]
    [InlineData(104.99, "0.4")]
    [InlineData(105, "0.5")]
    [InlineData(105.01, "0.5")]
    [InlineData(1000, "0.5")]
    public void Each_full_percent_beyond_the_bound_adds_a_step_up_to_the_maximum(decimal done, string expected) =>
        Assert.Equal(expected, Scored(Further, [Entry("T", done, 100)]).Bonus.ToString());

    [Theory]
    [InlineData(79.99, "0")]
    [InlineData(80, "1")]
    [InlineData(82.49, "1")]
    [InlineData(82.5, "1.5")]
    [InlineData(95, "3")]
    public void Reaching_the_bound_may_be_worth_something_itself(decimal done, string expected)
    {
        var scheme = Of(Measured("1", null, 3, new(MeasureFormula.Steps, Steps: new(80, 2.5m, P(0.5m), At: P(1)))));

        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(expected, Scored(scheme, [Entry("1", done, 100)]).Total.ToString());
    }

    [Theory]
    [InlineData(79.99, "19.99")]
    [InlineData(80, "20")]
    [InlineData(80.01, "20")]
    [InlineData(100, "20")]
    [InlineData(0, "0")]
    [InlineData(40.01, "10")]
    public void A_share_counts_in_proportion_to_its_target_and_never_more_than_all(decimal done, string expected)
    {
        var scheme = Of(Measured("1", null, 20, new(MeasureFormula.Linear, Target: Share(80)))) with { Rounding = RoundingRule.TowardsZero };

        // 19.9975 and 10.0025 are cut off.
        Assert.Equal(expected, Scored(scheme, [Entry("1", done, 100)]).Total.ToString());
    }

    [Theory]
    [InlineData(94.99, 0)]
    [InlineData(95, 5)]
    [InlineData(95.01, 5)]
    public void All_or_nothing_is_all_on_its_target(decimal done, decimal expected)
    {
        var share = Of(Measured("1", null, 5, new(MeasureFormula.AllOrNothing, Target: Share(95))));
        var value = Of(Measured("1", null, 5, new(MeasureFormula.AllOrNothing, MeasureOf.Value, Target: Share(95))));

        Assert.Equal(P(expected), Scored(share, [Entry("1", done, 100)]).Total);
        Assert.Equal(P(expected), Scored(value, [Entry("1", done, null)]).Total);
    }

    [Fact]
    public void A_share_just_below_a_bound_is_not_rounded_up_to_it()
    {
        var scheme = Of(Measured("1", null, 5, new(MeasureFormula.AllOrNothing, Target: Share(95))));

        // 94.99999… %.
        Assert.Equal(P(0), Scored(scheme, [Entry("1", 949_999_999_999.9999m, 1_000_000_000_000m)]).Total);
        Assert.Equal(P(5), Scored(scheme, [Entry("1", 950_000_000_000m, 1_000_000_000_000m)]).Total);
    }

    [Fact]
    public void A_ladder_chosen_by_a_need_not_say_what_holds_at_an_a_of_nothing_which_nobody_can_enter()
    {
        var scheme = Of(Measured("1", null, 5, new(
            MeasureFormula.Ladder, MeasureOf.Value, Ladder: [new(P(5), new(), new(0, FromIncluded: false, To: 10)), new(P(2), new(), new(10, FromIncluded: false))])));

        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(P(5), Scored(scheme, [Entry("1", 3, 10)]).Total);
        Assert.Equal(P(2), Scored(scheme, [Entry("1", 3, 10.01m)]).Total);
    }
}

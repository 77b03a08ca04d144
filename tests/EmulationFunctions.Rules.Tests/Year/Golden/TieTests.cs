using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Units of the same total: each tie-break separates just those that differ in it, and what nothing separates is shared.</summary>
public sealed class TieTests
{
    private static readonly Dictionary<string, ScoreEntry[]> Alike =
        new() { ["a"] = [Typed("I", 20), Typed("II", 20)], ["b"] = [Typed("I", 20), Typed("II", 20)], ["c"] = [Typed("I", 20), Typed("II", 20)] };

    [Fact]
    public void By_bonus()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = [Typed("I", 20), Typed("II", 20)],
            ["b"] = [Typed("I", 20), Typed("II", 19.99m), Typed("T", 0.01m)],
            ["c"] = [Typed("I", 18), Typed("II", 20), Typed("T", 2)],
        };
        Assert.Equal("c 1, b 2, a 3", By(new TieBreak(TieBreakKind.HigherBonus)).Rank(units).Told());
    }

    [Fact]
    public void By_the_sum_of_several_criteria()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = [Typed("I", 10), Typed("II", 10.01m), Typed("III", 19.99m)],
            ["b"] = [Typed("I", 20), Typed("II", 0.02m), Typed("III", 19.98m)],
            ["c"] = [Typed("I", 0), Typed("II", 20), Typed("III", 20)],
        };
        Assert.Equal("b 1, a 2, c 3", By(new TieBreak(TieBreakKind.HigherSumOf, Criteria: ["I", "II"])).Rank(units).Told());
    }

    [Fact]
    public void By_what_was_measured_to_the_fourth_decimal()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = [Measure("M", 3.5m, 7), Count("C", 1)],
            ["b"] = [Measure("M", 3.5001m, 7.0002m), Count("C", 1)],
            ["c"] = [Measure("M", 3.5m, 7), Count("C", 1)],
        };
        Assert.Equal("b 1, a 2=, c 2=", By(new TieBreak(TieBreakKind.HigherMeasure, Criteria: ["M", "C"])).Rank(units).Told());
    }

    [Fact]
    public void By_a_share_that_no_points_show()
    {
        var units = new Dictionary<string, ScoreEntry[]> { ["a"] = [Measure("M", 3_333, 10_000)], ["b"] = [Measure("M", 1, 3)], ["c"] = [Measure("M", 2, 6)] };
        Assert.Equal("b 1=, c 1=, a 3", By(new TieBreak(TieBreakKind.HigherShare, "M")).Rank(units).Told());
    }

    [Theory]
    [InlineData(69.99, "a 1=, b 1=, c 1=")]
    [InlineData(70, "b 1, a 2=, c 2=")]
    [InlineData(70.01, "b 1, a 2=, c 2=")]
    public void By_at_least_seventy_in_a_hundred_women_where_that_is_recorded(double share, string expected)
    {
        var women = new Dictionary<string, Fraction> { ["b"] = Fraction.Of((decimal)share), ["c"] = Fraction.Of(69.99m) };
        Assert.Equal(expected, By(new TieBreak(TieBreakKind.ShareOfWomen)).Rank(Alike, women: women).Told());
    }

    [Fact]
    public void Two_collectives_of_which_both_have_seventy_in_a_hundred_women_share_whichever_has_more()
    {
        var women = new Dictionary<string, Fraction> { ["b"] = Fraction.PercentOf(7, 10), ["c"] = Fraction.PercentOf(10, 10) };
        Assert.Equal("b 1=, c 1=, a 3", By(new TieBreak(TieBreakKind.ShareOfWomen)).Rank(Alike, women: women).Told());
    }

    [Fact]
    public void By_a_ballot_and_where_there_was_none_by_a_decision()
    {
        var scheme = By(new TieBreak(TieBreakKind.Ballot), new TieBreak(TieBreakKind.Decision));
        TieDecision ballot = new(TieBreakKind.Ballot, ["c", "a", "b"], "Biên bản kiểm phiếu 02", "8/9, 5/9, 3/9", default);
        TieDecision decision = new(TieBreakKind.Decision, ["b", "a", "c"], "Quyết định 15/QĐ-UBND", "Tiêu biểu hơn", default);
        Assert.Equal("a 1=, b 1=, c 1=", scheme.Rank(Alike).Told());
        Assert.Equal("b 1, a 2, c 3", scheme.Rank(Alike, [decision]).Told());
        Assert.Equal("c 1, a 2, b 3", scheme.Rank(Alike, [decision, ballot]).Told());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a b c d")]
    public void A_decision_that_is_not_about_exactly_the_units_of_the_tie_counts_for_nothing(string units) => Assert.Equal(
        "a 1=, b 1=, c 1=",
        By(new TieBreak(TieBreakKind.Decision)).Rank(Alike, [new(TieBreakKind.Decision, units.Split(' '), "Quyết định 16", "Lý do", default)]).Told());

    [Fact]
    public void A_decision_of_a_kind_that_the_scheme_does_not_name_counts_for_nothing() => Assert.Equal(
        "a 1=, b 1=, c 1=",
        By(new TieBreak(TieBreakKind.Ballot)).Rank(Alike, [new(TieBreakKind.Decision, ["c", "b", "a"], "Quyết định 17", "Lý do", default)]).Told());

    [Fact]
    public void A_rank_is_shared_until_a_tie_break_separates_and_the_next_rank_is_as_far_on_as_they_are_many()
    {
        var units = new Dictionary<string, ScoreEntry[]>(Alike) { ["d"] = [Typed("I", 19.99m), Typed("II", 20)], ["e"] = [Typed("I", 20), Typed("II", 20.01m)] };
        Assert.Equal("e 1, a 2=, b 2=, c 2=, d 5", By().Rank(units).Told());
        Assert.Equal("e 1, c 2, b 3, a 4, d 5", By(new TieBreak(TieBreakKind.Decision)).Rank(units, [new(TieBreakKind.Decision, ["c", "b", "a"], "Quyết định 18", "Lý do", default)]).Told());
    }

    private static SchemeContent By(params TieBreak[] tieBreaks)
    {
        var scheme = Of(
            Direct("I", null, 20),
            Direct("II", null, 30),
            Direct("III", null, 20),
            new Criterion("M", null, "Tỷ lệ", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded)),
            new Criterion("C", null, "Số lần", CriterionKind.Count, P(5), Each: P(1)),
            new Criterion("T", null, "Điểm thưởng", CriterionKind.Bonus, P(5))) with { TieBreaks = tieBreaks };
        Assert.Empty(SchemeRules.Check(scheme));
        return scheme;
    }
}

using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.GoldenBloc;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>What separates equals, kind by kind; until something does, the rank is shared.</summary>
public sealed class TieKindsTests
{
    private static readonly SchemeContent Plain = SchemeSamples.Of(
        Direct("I", null, 40),
        Direct("II", null, 40),
        Direct("III", null, 20),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, P(10)),
        new("N", null, "Số người", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded)));

    [Fact]
    public void By_bonus() => Assert.Equal(
        [(1, "b"), (2, "a")],
        With(new TieBreak(TieBreakKind.HigherBonus)).Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 30, 10, 5)).Ranks());

    [Fact]
    public void By_the_sum_of_criteria() => Assert.Equal(
        [(1, "b"), (2, "a")],
        With(new TieBreak(TieBreakKind.HigherSumOf, Criteria: ["I", "III"])).Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 29, 16, 0)).Ranks());

    [Fact]
    public void By_what_was_measured_and_by_its_share()
    {
        ScoreEntry[] many = [.. Of(40, 30, 15, 0)[..^1], Measured("N", 20, 100)];
        ScoreEntry[] better = [.. Of(40, 30, 15, 0)[..^1], Measured("N", 10, 10)];

        Assert.Equal([(1, "a"), (2, "b")], With(new TieBreak(TieBreakKind.HigherMeasure, Criteria: ["N"])).Has("a", many).Has("b", better).Ranks());
        Assert.Equal([(1, "b"), (2, "a")], With(new TieBreak(TieBreakKind.HigherShare, "N")).Has("a", many).Has("b", better).Ranks());
    }

    [Theory]
    [InlineData(6999, false)]
    [InlineData(7000, true)]
    [InlineData(7001, true)]
    public void By_seventy_percent_women_of_Decree_152_2025_article_4_6(int women, bool separates)
    {
        var bloc = With(new TieBreak(TieBreakKind.ShareOfWomen)).Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 30, 15, 0)).Employs("b", 10000, women);

        Assert.Equal(separates ? [(1, "b"), (2, "a")] : [(1, "a"), (1, "b")], bloc.Ranks());
    }

    [Fact]
    public void Where_the_share_of_women_is_recorded_of_nobody_it_separates_nobody() => Assert.Equal(
        [(1, "a"), (1, "b")],
        With(new TieBreak(TieBreakKind.ShareOfWomen)).Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 30, 15, 0)).Ranks());

    [Fact]
    public void Whoever_has_more_than_seventy_percent_women_stands_beside_who_has_just_so_many() => Assert.Equal(
        [(1, "b"), (1, "c"), (3, "a")],
        With(new TieBreak(TieBreakKind.ShareOfWomen))
            .Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 30, 15, 0)).Has("c", Of(40, 30, 15, 0)).Employs("b", 10, 7).Employs("c", 9, 9).Ranks());

    [Fact]
    public void A_share_separates_that_no_points_show_and_equal_fractions_share()
    {
        ScoreEntry[] Share(decimal part, decimal whole) => [.. Of(40, 30, 15, 0)[..^1], Measured("N", part, whole)];

        Assert.Equal(
            [(1, "b"), (1, "c"), (3, "a")],
            With(new TieBreak(TieBreakKind.HigherShare, "N")).Has("a", Share(3_333, 10_000)).Has("b", Share(1, 3)).Has("c", Share(2, 6)).Ranks());
    }

    [Fact]
    public void A_decision_of_a_kind_that_the_scheme_does_not_name_counts_for_nothing() => Assert.Equal(
        [(1, "a"), (1, "b")],
        With(new TieBreak(TieBreakKind.Ballot)).Has("a", Of(40, 30, 15, 0)).Has("b", Of(40, 30, 15, 0)).Decides(TieBreakKind.Decision, "b", "a").Ranks());

    [Fact]
    public void What_was_measured_where_it_is_not_applicable_counts_for_nothing()
    {
        var bloc = With(new TieBreak(TieBreakKind.HigherMeasure, Criteria: ["N"]), new TieBreak(TieBreakKind.HigherShare, "N"))
            .Has("a", [.. Of(40, 30, 15, 0)[..^1], Measured("N", 5, 10)])
            .Has("b", [.. Of(40, 30, 15, 0)[..^1], Measured("N", 4, 10)])
            .Has("c", Of(40, 30, 15, 0)[..^1], new HashSet<string> { "N" });

        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], bloc.Ranks());
    }

    [Fact]
    public void What_a_condition_takes_breaks_no_tie()
    {
        var content = Plain with
        {
            TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["N"])],
            Conditions = [new("K", "Không có minh chứng", [new(EffectKind.Zero, Criterion: "N")], [ConditionParty.Office])],
        };
        var bloc = new GoldenBloc(content)
            .Has("a", [.. Of(40, 30, 15, 0)[..^1], Measured("N", 4, 10)])
            .Has("b", [.. Of(40, 30, 15, 0)[..^1], Measured("N", 5, 10)]);

        Assert.Equal([(1, "b"), (2, "a")], bloc.Ranks());
        Assert.Equal([(1, "a"), (2, "b")], bloc.Declares("b", "K").Ranks());
    }

    [Fact]
    public void A_sum_does_not_add_a_line_twice()
    {
        var content = SchemeSamples.Of(Group("I", null, 10), Group("I.1", "I", 10), Direct("I.1.a", "I.1", 10)) with { TieBreaks = [new(TieBreakKind.HigherSumOf, Criteria: ["I", "I.1.a"])] };

        Assert.Equal("$.tieBreaks[0].criteria[1]", Assert.Single(SchemeRules.Check(content)).Path);
    }

    [Fact]
    public void More_penalties_never_separate_in_favour_of_who_has_them()
    {
        var content = Plain with
        {
            Criteria = [.. Plain.Criteria, new("P", null, "Chậm báo cáo", CriterionKind.Penalty, P(5), Each: P(1))],
            TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["N", "P"])],
        };

        Assert.Equal("$.tieBreaks[0].criteria[1]", Assert.Single(SchemeRules.Check(content)).Path);
    }

    [Fact]
    public void The_first_that_separates_decides_and_people_come_last()
    {
        var bloc = With(new TieBreak(TieBreakKind.HigherPointsIn, "I"), new TieBreak(TieBreakKind.Ballot), new TieBreak(TieBreakKind.Decision))
            .Has("a", Of(40, 30, 15, 0)).Has("b", Of(39, 31, 15, 0)).Has("c", Of(39, 31, 15, 0)).Has("d", Of(39, 31, 15, 0));

        Assert.Equal([(1, "a"), (2, "b"), (2, "c"), (2, "d")], bloc.Ranks());
        Assert.Equal([(1, "a"), (2, "b"), (2, "c"), (2, "d")], bloc.Decides(TieBreakKind.Ballot, "c", "b").Ranks());
        Assert.Equal([(1, "a"), (2, "d"), (3, "b"), (4, "c")], bloc.Decides(TieBreakKind.Decision, "d", "b", "c").Ranks());
        Assert.Contains("01/BB", bloc.Rank().Places[1].Explanation.Vi, StringComparison.Ordinal);
    }

    private static GoldenBloc With(params TieBreak[] tieBreaks) => new(Plain with { TieBreaks = tieBreaks });

    private static ScoreEntry[] Of(decimal first, decimal second, decimal third, decimal bonus) =>
        [Entry("I", first), Entry("II", second), Entry("III", third), Entry("T", bonus), Measured("N", 0, 1)];
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>Every tie-break beside the first four kinds. All units of a case have the same total.</summary>
public sealed class TieTests
{
    private static readonly SchemeContent Content = Of(
        Direct("1", null, 50), Direct("2", null, 50), Direct("3", null, 50), Bonus("T", null, 10),
        Measured("M1", null, 0, new(MeasureFormula.Recorded, MeasureOf.Value)), Measured("M2", null, 0, new(MeasureFormula.Recorded)),
        new("P", null, "Trừ", CriterionKind.Penalty, P(10), Each: P(1)));

    private static readonly ScoreEntry[] Same = [Entry("1", 30), Entry("2", 30), Entry("3", 30)];

    [Fact]
    public void More_bonus_stands_before()
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.HigherBonus)] };

        Assert.Equal(
            [("b", 1, false), ("a", 2, false)],
            Ranks(scheme, [Contender(scheme, "a", Same), Contender(scheme, "b", [Entry("1", 29.99m), Entry("2", 30), Entry("3", 30), Entry("T", 0.01m)])]));
    }

    [Fact]
    public void A_higher_sum_of_named_criteria_stands_before_whatever_each_of_them_has()
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.HigherSumOf, Criteria: ["1", "2"])] };

        Assert.Equal(
            [("b", 1, false), ("a", 2, true), ("c", 2, true)],
            Ranks(scheme,
            [
                Contender(scheme, "a", Same),
                Contender(scheme, "b", [Entry("1", 10.01m), Entry("2", 50), Entry("3", 29.99m)]),
                Contender(scheme, "c", [Entry("1", 50), Entry("2", 10), Entry("3", 30)]),
            ]));
    }

    [Fact]
    public void What_was_measured_is_compared_exactly_and_what_is_not_applicable_counts_for_nothing()
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["M1", "M2"]), new(TieBreakKind.HigherShare, "M2")] };
        var apart = SheetContent.Of([.. Same, Entry("M1", 5, null), Entry("M2", 900, 900)]) with { NotApplicable = new HashSet<string> { "M2" } };

        Assert.Equal(
            [("c", 1, false), ("b", 2, false), ("a", 3, false), ("d", 4, false)],
            Ranks(scheme,
            [
                Contender(scheme, "a", [.. Same, Entry("M1", 5, null), Entry("M2", 2, 3)]),
                Contender(scheme, "b", [.. Same, Entry("M1", 4, null), Entry("M2", 3, 3)]),
                Contender(scheme, "c", [.. Same, Entry("M1", 5, null), Entry("M2", 2.0001m, 3)]),
                new("d", "Đơn vị d", SheetScores.Compute(scheme.Tree(), apart), Facts: TieFacts.Of(apart)),
            ]));
    }

    [Theory]
    [InlineData(69.99, 70, "b")]
    [InlineData(69.99, 70.01, "b")]
    [InlineData(70.0, 69.99, "a")]
    [InlineData(70.0, 70.01, null)]
    [InlineData(100.0, 70, null)]
    [InlineData(69.99, 10, null)]
    [InlineData(null, 70, "b")]
    [InlineData(null, 69.99, null)]
    public void A_collective_with_seventy_percent_women_stands_before_one_with_less_and_more_than_that_counts_no_more(double? one, double two, string? first)
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.ShareOfWomen)] };
        var ranks = Ranks(scheme, [Contender(scheme, "a", Same, (decimal?)one), Contender(scheme, "b", Same, (decimal)two)]);

        Assert.Equal(first is null ? [("a", 1, true), ("b", 1, true)] : [(first, 1, false), (first == "a" ? "b" : "a", 2, false)], ranks);
    }

    [Fact]
    public void Two_of_three_women_are_less_than_seventy_percent_and_seven_of_ten_are_not()
    {
        Assert.True(new StaffCount("a", 10, 7, default, "").ShareOfWomen.CompareTo(Fraction.Of(70m)) == 0);
        Assert.True(new StaffCount("a", 3, 2, default, "").ShareOfWomen.CompareTo(Fraction.Of(70m)) < 0);
        Assert.True(new StaffCount("a", 10_001, 7_000, default, "").ShareOfWomen.CompareTo(Fraction.Of(70m)) < 0);
    }

    [Fact]
    public void A_rank_is_shared_until_one_of_the_tie_breaks_separates()
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.HigherBonus), new(TieBreakKind.ShareOfWomen), new(TieBreakKind.Ballot), new(TieBreakKind.Decision)] };
        Contender[] units = [Contender(scheme, "a", Same), Contender(scheme, "b", Same, 80), Contender(scheme, "c", Same), Contender(scheme, "d", Same, 20)];

        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal([("b", 1, false), ("a", 2, true), ("c", 2, true), ("d", 2, true)], Ranks(scheme, units));

        // One that is not about exactly these three, or of a kind that the scheme does not name, changes nothing.
        Assert.Equal(Ranks(scheme, units), Ranks(scheme, units, Decided(TieBreakKind.Ballot, "c", "a")));
        Assert.Equal(Ranks(scheme, units), Ranks(scheme, units, Decided(TieBreakKind.Ballot, "c", "a", "d", "b")));
        Assert.Equal(Ranks(Content, units), Ranks(Content, units, Decided(TieBreakKind.Ballot, "d", "c", "b", "a")));

        Assert.Equal([("b", 1, false), ("d", 2, false), ("c", 3, false), ("a", 4, false)], Ranks(scheme, units, Decided(TieBreakKind.Decision, "d", "c", "a")));

        // The ballot comes first, as the scheme says.
        Assert.Equal(
            [("b", 1, false), ("c", 2, false), ("a", 3, false), ("d", 4, false)],
            Ranks(scheme, units, Decided(TieBreakKind.Decision, "d", "c", "a"), Decided(TieBreakKind.Ballot, "c", "a", "d")));
    }

    [Fact]
    public void More_penalties_never_separate_in_favour_of_who_has_them()
    {
        var scheme = Content with { TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["M1", "P"])] };

        Assert.Equal("$.tieBreaks[0].criteria[1]", Assert.Single(SchemeRules.Check(scheme)).Path);
    }
}

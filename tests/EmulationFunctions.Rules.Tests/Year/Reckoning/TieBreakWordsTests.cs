using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>What a unit has for each tie-break, as its explanation says it.</summary>
public sealed class TieBreakWordsTests
{
    private static readonly SchemeContent Scheme = SchemeSamples.Of(
        Direct("I", null, 60),
        Direct("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, P(5)),
        new("P", null, "Điểm trừ", CriterionKind.Penalty, P(5)),
        new("N", null, "Số người", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded)));

    private static readonly SheetContent Sheet = SheetContent.Of(Entry("I", 60), Entry("II", 30.5m), Entry("T", 2), Entry("P", 1.25m), new ScoreEntry("N", Measure: new(2, 3)));

    [Theory]
    [InlineData(TieBreakKind.MoreSectionsAtMaximum, null, "số phần đạt điểm tối đa là 1", "sections at their maximum: 1")]
    [InlineData(TieBreakKind.HigherPointsIn, "II", "tiêu chí II là 30,5 điểm", "criterion II: 30.5 points")]
    [InlineData(TieBreakKind.HigherSumOf, "I II", "tổng các tiêu chí I + II là 90,5 điểm", "the sum of criteria I + II: 90.5 points")]
    [InlineData(TieBreakKind.FewerDeductions, null, "điểm trừ là 1,25", "deductions: 1.25")]
    [InlineData(TieBreakKind.HigherBase, null, "điểm trước thưởng và trừ là 90,5 điểm", "points before bonus and penalty: 90.5 points")]
    [InlineData(TieBreakKind.HigherBonus, null, "điểm thưởng là 2", "bonus: 2")]
    [InlineData(TieBreakKind.HigherMeasure, "N", "số liệu N là 2", "measured in N: 2")]
    [InlineData(TieBreakKind.HigherShare, "N", "tỷ lệ ở N là 66,6666 %", "the share in N: 66.6666 %")]
    [InlineData(TieBreakKind.ShareOfWomen, null, "tập thể có từ 70 % nữ trở lên (Nghị định 152/2025, Điều 4 khoản 6): có", "at least 70 % women (Decree 152/2025, article 4(6)): yes")]
    internal void What_a_unit_has_is_said_in_both_languages(TieBreakKind kind, string? criteria, string vietnamese, string english)
    {
        var codes = criteria?.Split(' ');
        var tieBreak = kind is TieBreakKind.HigherSumOf or TieBreakKind.HigherMeasure ? new TieBreak(kind, Criteria: codes) : new TieBreak(kind, codes?[0]);

        var told = TieBreakValue.Of(tieBreak, SheetScores.Compute(Scheme.Tree(), Sheet), TieFacts.Of(Sheet, Fraction.Of(70m))).Told(Scheme);

        Assert.Equal((vietnamese, english), (told.Vi, told.En));
    }

    [Fact]
    public void A_unit_with_fewer_women_or_none_counted_says_no()
    {
        var scores = SheetScores.Compute(Scheme.Tree(), Sheet);

        Assert.All(
            new[] { TieFacts.Of(Sheet, Fraction.Of(69.99m)), TieFacts.Of(Sheet) },
            facts => Assert.EndsWith(": không", TieBreakValue.Of(new(TieBreakKind.ShareOfWomen), scores, facts).Told(Scheme).Vi, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_entered_counts_as_nothing()
    {
        var empty = SheetScores.Compute(Scheme.Tree(), SheetContent.Of(Entry("I", 60), Entry("II", 30.5m)));

        Assert.Equal("số liệu N là 0", TieBreakValue.Of(new(TieBreakKind.HigherMeasure, Criteria: ["N"]), empty, TieFacts.None).Told(Scheme).Vi);
        Assert.Equal("tỷ lệ ở N là 0 %", TieBreakValue.Of(new(TieBreakKind.HigherShare, "N"), empty, TieFacts.None).Told(Scheme).Vi);
    }
}

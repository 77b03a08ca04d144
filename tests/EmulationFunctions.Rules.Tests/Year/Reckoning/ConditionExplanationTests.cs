using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>Whatever a condition does to a place or a class, its sentence names the condition.</summary>
public sealed class ConditionExplanationTests
{
    private static readonly SchemeContent Scheme = Of(
        Direct("I", null, 60),
        Direct("II", null, 40),
        new("T", null, "Điểm thưởng", CriterionKind.Bonus, P(5)),
        new("U", null, "Điểm thưởng khác", CriterionKind.Bonus, P(5)),
        new("P", null, "Điểm trừ", CriterionKind.Penalty, P(5))) with
    {
        Ladder = [new("XS", "Xuất sắc", P(90), true, null, false), new("T", "Tốt", P(70), true, P(90), false), new("K", "Khá", null, false, P(70), false)],
        Conditions =
        [
            new("KH", "Kế hoạch được công bố", [new(EffectKind.Zero, When: false, Criterion: "II")], [ConditionParty.Unit]),
            new("KT", "Bị khiển trách", [new(EffectKind.CapClass, Class: "T"), new(EffectKind.ForbidBonus, Criterion: "T")], [ConditionParty.Head], Unless: ["TPH"]),
            new("MH", "Có mô hình", [new(EffectKind.AllowBonus, Criterion: "U")], [ConditionParty.Unit]),
            new("TT", "Thiên tai", [new(EffectKind.WaivePenalty, Criterion: "P")], [ConditionParty.Office]),
            new("TPH", "Đơn vị tự phát hiện", [], [ConditionParty.Office]),
            new("NOP", "Đã nộp", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
        ],
    };

    [Fact]
    public void A_place_names_each_condition_that_took_something() => Assert.Equal(
        (
            "Hạng 1 với 60 điểm; tiêu chí II được 0 điểm vì điều kiện “Kế hoạch được công bố”: không; không tính điểm thưởng T vì điều kiện “Bị khiển trách”: có; "
                + "không tính điểm thưởng U vì điều kiện “Có mô hình”: không; không tính điểm trừ P vì điều kiện “Thiên tai”: có.",
            "Rank 1 with 60 points; criterion II has 0 points because of condition “Kế hoạch được công bố”: no; bonus T does not count because of condition “Bị khiển trách”: yes; "
                + "bonus U does not count because of condition “Có mô hình”: no; penalty P is not taken because of condition “Thiên tai”: yes."),
        Told(Place(("KT", true), ("TT", true)).Explanation));

    [Fact]
    public void What_takes_nothing_away_is_not_told_and_what_is_lifted_is()
    {
        var place = Place(("KH", true), ("KT", true), ("TPH", true), ("MH", true));

        Assert.Equal("Rank 1 with 105 points; condition “Bị khiển trách”: yes is lifted by condition “Đơn vị tự phát hiện”: yes.", place.Explanation.En);
        Assert.Equal("105 điểm: Xuất sắc; điều kiện “Bị khiển trách”: có không áp dụng vì điều kiện “Đơn vị tự phát hiện”: có.", place.Classification.Explanation.Vi);
    }

    [Fact]
    public void A_class_that_a_condition_caps_names_it() => Assert.Equal(
        "100 points: Tốt; no higher, because of condition “Bị khiển trách”: yes.",
        Place(("KH", true), ("KT", true), ("MH", true)).Classification.Explanation.En);

    [Fact]
    public void A_unit_apart_has_the_lowest_class_by_a_condition_and_is_told_by_which()
    {
        var placements = Placements.Of(Scheme.Tree(), BlocRecord.Empty, [
            new("a", "Sở A", new(new(SheetState.Submitted, "mau", 1, "h", default(DateTimeOffset)), SheetContent.Of(Entry("I", 50))), null),
            new("b", "Sở B", new(null, SheetContent.Of()), new("Chưa nộp.", "Not submitted.")),
        ]);

        var apart = Assert.Single(placements.Apart);
        Assert.Equal(new("K", "Khá"), apart.Class);
        Assert.Equal(("Khá vì điều kiện “Đã nộp”: không.", "Khá, because of condition “Đã nộp”: no."), Told(apart.ClassExplanation!));
    }

    [Fact]
    public void A_ranking_by_measures_tells_the_measures_and_no_points()
    {
        var scheme = Of(new Criterion("M", null, "Sáng kiến", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value))) with
        {
            Basis = ScoreBasis.Measures,
            Ladder = [],
            TieBreaks = [new(TieBreakKind.HigherMeasure, Criteria: ["M"]), new(TieBreakKind.Ballot)],
        };
        var placements = Placements.Of(scheme.Tree(), BlocRecord.Empty, [.. new[] { ("a", 3m), ("b", 7.5m), ("c", 3m) }.Select(unit => new Entrant(
            unit.Item1, unit.Item1, new(new(SheetState.Submitted, "mau", 1, "h", default(DateTimeOffset)), SheetContent.Of(new ScoreEntry("M", Measure: new(unit.Item2)))), null))]);

        Assert.Equal([("b", 1), ("a", 2), ("c", 2)], placements.Places.Select(place => (place.Unit, place.Rank)));
        Assert.Equal(("số liệu M là 7,5", "measured in M: 7.5"), Told(placements.Places[0].Measures!));
        Assert.Equal(
            "Rank 2 by measures (measured in M: 3), shared with c (equal in every tie-break; there is no ballot about them yet); equal to b but after it (measured in M: 3 against 7.5).",
            placements.Places[1].Explanation.En);
        Assert.DoesNotContain("points", placements.Places[0].Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 900, "b/a = 900/1.000 = 90 %: bậc 2, 3 điểm.", "b/a = 900/1,000 = 90 %: step 2, 3 points.")]
    [InlineData(3, 1, "b/a = 1/3 = 33,3333 %: không thuộc bậc nào, 0 điểm.", "b/a = 1/3 = 33.3333 %: no step, 0 points.")]
    public void What_was_measured_is_told_with_the_step_that_held(int whole, int part, string vietnamese, string english)
    {
        var rule = new MeasureRule(MeasureFormula.Ladder, Wins: Winner.MorePoints, Otherwise: P(0), Ladder: [new(P(2), new(88, true, 90)), new(P(3), new(90, true, 95))]);

        Assert.Equal(
            (vietnamese, english),
            Told(MeasuredWords.Of(new("M", null, "Tỷ lệ", CriterionKind.Measure, P(3), Measure: rule), rule, new(part, whole), RoundingRule.HalfAwayFromZero)));
    }

    private static (string Vi, string En) Told(Words words) => (words.Vi, words.En);

    private static Place Place(params (string Condition, bool IsSo)[] declared)
    {
        var tree = Scheme.Tree();
        var scores = SheetScores.Compute(tree, SheetContent.Of(Entry("I", 60), Entry("II", 40), Entry("T", 5), Entry("U", declared.Any(one => one.Condition == "MH") ? 0 : 3), Entry("P", declared.Any(one => one.Condition == "TT") ? 4 : 0)))
            .Under(HeldConditions.Of(Scheme, declared.ToDictionary(one => one.Condition, one => one.IsSo, StringComparer.Ordinal), isSelfScoreSent: true));
        return Assert.Single(Ranking.Of(Scheme, [new("a", "Sở A", scores)]).Places);
    }
}

using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>
/// Hải Phòng, Decision 212/2025/QĐ-UBND: 20 (5 + 5 + 5 + 5) and 80 points of which results are quantity, quality and progress as done/assigned; classes that begin
/// above their bounds; a section of 10 that is rescaled to what was assigned. It grades people; here a unit stands for one. That the manager's 70 split 20/30/20 is the staff's split.
/// </summary>
public sealed class SchemeHTests
{
    private static readonly SchemeContent Content = new(
        "Xếp loại hằng năm",
        P(110),
        [
            Group("I", null, 20), Direct("I.1", "I", 5), Direct("I.2", "I", 5), Direct("I.3", "I", 5), Direct("I.4", "I", 5),
            Group("II", null, 80), Direct("II.1", "II", 5), Direct("II.2", "II", 5),
            Measured("II.3", "II", 20, new(MeasureFormula.Linear)), Measured("II.4", "II", 30, new(MeasureFormula.Linear)), Measured("II.5", "II", 20, new(MeasureFormula.Linear)),
            Group("III", null, 10) with { Adding = new(IsRescaled: true) }, Direct("III.1", "III", 4), Direct("III.2", "III", 3), Direct("III.3", "III", 3),
        ],
        [
            Class("HTXS", 90, null, isFromIncluded: false), Class("HTT", 80, 90, isFromIncluded: false, isToIncluded: true),
            Class("HT", 50, 80, isToIncluded: true), Class("KHT", null, 50),
        ],
        [],
        Conditions:
        [
            Needed("vuot-muc", "Có ít nhất 50 % nhiệm vụ vượt mức"), Needed("don-vi-tot", "Ít nhất 70 % đơn vị phụ trách hoàn thành tốt"),
            new("ky-luat", "Bị kỷ luật", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
        ]);

    [Fact]
    public void The_scheme_has_no_fault() => Assert.Empty(SchemeRules.Check(Content));

    [Theory]
    [InlineData(90.01, "HTXS")]
    [InlineData(90, "HTT")]
    [InlineData(89.99, "HTT")]
    [InlineData(80.01, "HTT")]
    [InlineData(80, "HT")]
    [InlineData(79.99, "HT")]
    [InlineData(50.01, "HT")]
    [InlineData(50, "HT")]
    [InlineData(49.99, "KHT")]
    public void Upper_classes_begin_above_their_bound_and_the_third_on_it(decimal total, string expected)
    {
        // 70 by results at most; the rest by the typed lines, up to 30.
        var results = decimal.Min(70, total);
        var scores = Scored(Content, Sheet(total - results, results), ["vuot-muc", "don-vi-tot"]);

        Assert.Equal(P(total), scores.Total);
        Assert.Equal(expected, ClassOf(scores));
    }

    [Fact]
    public void Done_of_assigned_counts_in_quantity_quality_and_progress_and_is_rounded_once()
    {
        var scores = Scored(Content, [Entry("II.3", 11, 12), Entry("II.4", 10, 12), Entry("II.5", 7, 12)]);

        Assert.Equal(["18.33", "25", "11.67"], new[] { "II.3", "II.4", "II.5" }.Select(code => scores[scores.Tree.Find(code)!].Points.ToString()));
        Assert.Equal(P(55), scores.Total);
    }

    [Theory]
    [InlineData(4, "10")]
    [InlineData(3.99, "9.98")]
    [InlineData(2, "5")]
    [InlineData(1, "2.5")]
    [InlineData(0, "0")]
    public void With_four_points_assigned_of_ten_they_count_as_ten(decimal points, string expected)
    {
        var scores = Scored(Content, [Entry("III.1", points)], notApplicable: ["III.2", "III.3"]);
        var section = scores[scores.Tree.Find("III")!];

        Assert.Equal((expected, P(10)), (section.Points.ToString(), section.Assigned));
    }

    [Fact]
    public void A_section_with_all_assigned_is_not_rescaled_and_one_with_nothing_assigned_gives_nothing()
    {
        Assert.Equal(P(9.99m), Scored(Content, [Entry("III.1", 3.99m), Entry("III.2", 3), Entry("III.3", 3)]).Total);

        var none = Scored(Content, [], notApplicable: "III");
        Assert.Equal((P(0), P(100)), (none.Total, none.Assigned));
    }

    [Fact]
    public void The_highest_class_asks_for_what_went_beyond_and_for_good_units_and_discipline_gives_the_lowest()
    {
        var sheet = Sheet(30, 70);

        Assert.Equal("HTXS", ClassOf(Scored(Content, sheet, ["vuot-muc", "don-vi-tot"])));
        Assert.Equal("HTT", ClassOf(Scored(Content, sheet, ["vuot-muc"])));
        Assert.Equal("HTT", ClassOf(Scored(Content, sheet, ["!vuot-muc", "don-vi-tot"])));
        Assert.Equal("KHT", ClassOf(Scored(Content, sheet, ["vuot-muc", "don-vi-tot", "ky-luat"])));
    }

    [Fact]
    public void Equals_share_their_rank_as_nothing_is_said_of_ties()
    {
        var contenders = new[] { "b", "a" }.Select(unit => Contender(Content, unit, Sheet(20, 70))).ToList();

        Assert.Equal([("a", 1, true), ("b", 1, true)], Ranks(Content, contenders));
    }

    /// <summary>Typed points spread over the six lines of 5, results over the three measures in their proportion.</summary>
    private static IReadOnlyList<ScoreEntry> Sheet(decimal typed, decimal results) =>
    [
        .. new[] { "I.1", "I.2", "I.3", "I.4", "II.1", "II.2" }.Select((code, index) => Entry(code, decimal.Clamp(typed - (5 * index), 0, 5))),
        Entry("II.3", decimal.Min(results, 20), 20), Entry("II.4", decimal.Clamp(results - 20, 0, 30), 30), Entry("II.5", decimal.Max(results - 50, 0), 20),
    ];

    private static Condition Needed(string code, string title) => new(code, title, [new(EffectKind.CapClass, When: false, Class: "HTT")], [ConditionParty.Unit, ConditionParty.Office]);
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>
/// Hải Phòng, 212/2025/QĐ-UBND: 20 common points and 80 of the task. Staff: quantity 20, quality 30, progress 20, and a section of 10 that is rescaled (that it makes up
/// the 80 is inferred, its lines are invented). Heads: leading 5, unity 5, results 70 (how they split is invented).
/// </summary>
public sealed class SchemeHTests
{
    private static readonly SchemeContent Staff = Of(
    [
        Share("II.1", 20), Share("II.2", 30), Share("II.3", 20),
        Group("II.4", "II", 10) with { Adding = new(IsRescaled: true) },
        Direct("II.4.1", "II.4", 4), Direct("II.4.2", "II.4", 4), Direct("II.4.3", "II.4", 2),
    ]);

    private static readonly SchemeContent Heads = Of(
    [
        Direct("II.1", "II", 5), Direct("II.2", "II", 5), Share("II.3", 20), Share("II.4", 30), Share("II.5", 20),
    ],
    new Condition("don-vi-tot", "Từ 70 % đơn vị phụ trách hoàn thành tốt", [new(EffectKind.CapClass, When: false, Class: "HTT")], [ConditionParty.Office]));

    [Fact]
    public void Both_forms_have_no_fault() => Assert.Empty(SchemeRules.Check(Staff).Concat(SchemeRules.Check(Heads)));

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
    public void The_two_upper_classes_begin_behind_their_bound(double total, string expected) =>
        Assert.Equal((P((decimal)total), expected), Told(Staff.Score([.. Always, .. Work((decimal)total)], ["vuot"])));

    [Theory]
    [InlineData("II.1", 30, 30, 20)]
    [InlineData("II.1", 17, 30, 11.33)]
    [InlineData("II.2", 17, 30, 17)]
    [InlineData("II.3", 29, 30, 19.33)]
    [InlineData("II.3", 0, 30, 0)]
    public void Quantity_quality_and_progress_are_done_of_assigned(string code, int done, int assigned, double expected)
    {
        var scores = Staff.Score([Measure(code, done, assigned)]);
        Assert.Equal(P((decimal)expected), scores[scores.Tree.Find(code)!].Points);
    }

    [Theory]
    [InlineData(4, "II.4.2 II.4.3", 10)]
    [InlineData(3, "II.4.2 II.4.3", 7.5)]
    [InlineData(2.99, "II.4.2 II.4.3", 7.48)]
    [InlineData(1, "II.4.2 II.4.3", 2.5)]
    [InlineData(0, "II.4.2 II.4.3", 0)]
    public void Where_four_points_are_assigned_they_count_as_ten(double given, string notAssigned, double expected)
    {
        var scores = Staff.Score([Typed("II.4.1", (decimal)given)], notAssigned: notAssigned.Split(' '));
        var section = scores[scores.Tree.Find("II.4")!];
        Assert.Equal((P((decimal)expected), P(10), P(100)), (section.Points, section.Assigned, scores.Assigned));
    }

    [Fact]
    public void Where_all_is_assigned_nothing_is_rescaled_and_where_nothing_is_the_section_leaves_both_sides()
    {
        var all = Staff.Score([Typed("II.4.1", 3), Typed("II.4.2", 1), Typed("II.4.3", 2)]);
        Assert.Equal(P(6), all[all.Tree.Find("II.4")!].Points);
        var none = Staff.Score([], notAssigned: ["II.4.1", "II.4.2", "II.4.3"]);
        Assert.Equal((P(0), P(90)), (none[none.Tree.Find("II.4")!].Assigned, none.Assigned));
    }

    [Fact]
    public void Without_half_of_the_work_beyond_its_target_a_full_score_is_good_and_not_excellent()
    {
        var full = Staff.Score([.. Always, .. Work(100)]);
        Assert.Equal((P(100), "HTT"), Told(full));
        Assert.Contains("“Từ 50 % nhiệm vụ vượt mức”: không", Classification.Of(full).Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_is_excellent_only_where_seventy_in_a_hundred_of_the_units_are_good()
    {
        ScoreEntry[] full = [.. Always, Typed("II.1", 5), Typed("II.2", 5), Measure("II.3", 1, 1), Measure("II.4", 1, 1), Measure("II.5", 1, 1)];
        Assert.Equal((P(100), "HTXS"), Told(Heads.Score(full, ["vuot", "don-vi-tot"])));
        Assert.Equal((P(100), "HTT"), Told(Heads.Score(full, ["vuot"])));
    }

    [Fact]
    public void Who_was_disciplined_has_the_lowest_class_whatever_the_points() =>
        Assert.Equal((P(100), "KHT"), Told(Staff.Score([.. Always, .. Work(100)], ["vuot", "ky-luat"])));

    [Fact]
    public void Who_worked_less_than_six_months_stands_apart_without_rank_or_class()
    {
        var scores = Staff.Score([.. Always, .. Work(95)], ["vuot"]);
        var ranking = Ranking.Of(Staff, [
            new("a", "a", scores),
            new("b", "b", scores, new("Làm việc chưa đủ 6 tháng.", "Less than six months in the year.")),
        ]);
        Assert.Equal(("a 1", "b"), (ranking.Told(), ranking.Unranked.Single().Unit));
    }

    private static readonly ScoreEntry[] Always = [Typed("I.1", 5), Typed("I.2", 5), Typed("I.3", 5), Typed("I.4", 5)];

    /// <summary>What brings the staff's form to a total, once the common 20 are there: whole points by quantity, quality and progress first.</summary>
    private static ScoreEntry[] Work(decimal total)
    {
        var left = total - 20;
        var (quantity, quality, progress) = (Take(20), Take(30), Take(20));
        return
        [
            Measure("II.1", quantity, 20), Measure("II.2", quality, 30), Measure("II.3", progress, 20),
            Typed("II.4.1", Rest(4)), Typed("II.4.2", Rest(4)), Typed("II.4.3", Rest(2)),
        ];

        decimal Take(int most) => Less(decimal.Min(most, decimal.Floor(left)));

        decimal Rest(int most) => Less(decimal.Min(most, left));

        decimal Less(decimal taken)
        {
            left -= taken;
            return taken;
        }
    }

    private static (Points, string?) Told(ScoreTable scores) => (scores.Total, scores.Class());

    private static Criterion Share(string code, decimal maximum) =>
        new(code, "II", $"Tiêu chí {code}", CriterionKind.Measure, P(maximum), Measure: new(MeasureFormula.Linear));

    private static SchemeContent Of(Criterion[] task, params Condition[] more) => new(
        "Đánh giá hằng năm",
        P(100),
        [
            Group("I", null, 20), Direct("I.1", "I", 5), Direct("I.2", "I", 5), Direct("I.3", "I", 5), Direct("I.4", "I", 5),
            Group("II", null, 80), .. task,
        ],
        [
            new("HTXS", "Hoàn thành xuất sắc", P(90), false, null, false),
            new("HTT", "Hoàn thành tốt", P(80), false, P(90), true),
            new("HT", "Hoàn thành", P(50), true, P(80), true),
            new("KHT", "Không hoàn thành", null, false, P(50), false),
        ],
        [],
        Conditions:
        [
            new("vuot", "Từ 50 % nhiệm vụ vượt mức", [new(EffectKind.CapClass, When: false, Class: "HTT")], [ConditionParty.Office]),
            new("ky-luat", "Bị kỷ luật", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
            .. more,
        ]);
}

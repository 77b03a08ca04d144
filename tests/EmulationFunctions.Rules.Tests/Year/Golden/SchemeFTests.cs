using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Cần Thơ, 2579/QĐ-UBND of 21/11/2025: 10 points for organising, 90 for doing. Its annex was not read, so how the 90 split is invented.</summary>
public sealed class SchemeFTests
{
    private static readonly SchemeContent F = new(
        "Dân vận và dân chủ cơ sở",
        P(100),
        [
            Direct("I", null, 10),
            Group("II", null, 90),
            Direct("II.1", "II", 50),
            Direct("II.2", "II", 40),
            new("T1", null, "Mô hình được công nhận", CriterionKind.Bonus, P(3), EvidenceRule.Always, Each: P(1)),
            new("T2", null, "Cách làm hay", CriterionKind.Bonus, P(2)),
            new("P1", null, "Chậm báo cáo", CriterionKind.Penalty, P(2)),
            new("P2", null, "Khiếu nại kéo dài", CriterionKind.Penalty, P(2)),
        ],
        [
            new("HTXS", "Hoàn thành xuất sắc", P(95), true, null, false, NoneAtZero: true),
            new("HTT", "Hoàn thành tốt", P(85), true, P(95), false, NoneAtZero: true),
            new("HT", "Hoàn thành", P(75), true, P(85), false),
            new("KHT", "Không hoàn thành", null, false, P(75), false),
        ],
        [new(TieBreakKind.Decision)],
        FloorsOn: FloorScope.Leaves,
        BonusCap: P(3),
        PenaltyCap: P(3),
        Conditions:
        [
            Declared("tham-nhung", "Có tham nhũng", new ConditionEffect(EffectKind.LowestClass)),
            Declared("mat-doan-ket", "Mất đoàn kết nghiêm trọng", new ConditionEffect(EffectKind.LowestClass)),
            Declared("cach-chuc", "Lãnh đạo bị cách chức", new ConditionEffect(EffectKind.LowestClass)),
            Declared("hinh-su", "Có vụ án hình sự", new ConditionEffect(EffectKind.LowestClass)),
            Declared("khien-trach", "Người đứng đầu hoặc cấp phó bị khiển trách", new ConditionEffect(EffectKind.CapClass, Class: "HTT")),
            Declared("canh-cao", "Người đứng đầu hoặc cấp phó bị cảnh cáo", new ConditionEffect(EffectKind.CapClass, Class: "HT")),
            new("da-gui", "Đã gửi phiếu tự chấm", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
        ]);

    [Fact]
    public void The_scheme_has_no_fault() => Assert.Empty(SchemeRules.Check(F));

    [Theory]
    [InlineData(40, "HTXS")]
    [InlineData(35, "HTXS")]
    [InlineData(34.99, "HTT")]
    [InlineData(25, "HTT")]
    [InlineData(24.99, "HT")]
    [InlineData(15, "HT")]
    [InlineData(14.99, "KHT")]
    public void The_class_follows_from_the_total_and_each_lower_bound_belongs_to_the_higher_class(double second, string expected) =>
        Assert.Equal(expected, F.Score([Typed("I", 10), Typed("II.1", 50), Typed("II.2", (decimal)second)]).Class());

    [Fact]
    public void Bonuses_together_add_three_points_at_most()
    {
        var scores = F.Score([.. Sheet(10, 50, 32), Count("T1", 2), Typed("T2", 2)]);
        Assert.Equal((P(92), P(3), P(95), "HTXS"), (scores.Base, scores.Bonus, scores.Total, scores.Class()));
    }

    [Fact]
    public void A_bonus_one_hundredth_below_what_is_lacking_leaves_the_class_below() =>
        Assert.Equal("HTT", F.Score([.. Sheet(10, 50, 32), Count("T1", 2), Typed("T2", 0.99m)]).Class());

    [Fact]
    public void Penalties_together_take_three_points_at_most()
    {
        var scores = F.Score([.. Sheet(10, 50, 38), Typed("P1", 2), Typed("P2", 2)]);
        Assert.Equal((P(98), P(3), P(95), "HTXS"), (scores.Base, scores.Penalty, scores.Total, scores.Class()));
        Assert.Equal("HTT", F.Score([.. Sheet(10, 50, 37.99m), Typed("P1", 2), Typed("P2", 1)]).Class());
    }

    [Theory]
    [InlineData(0.01, 50, 40, "HTT")]
    [InlineData(0, 50, 40, "HT")]
    [InlineData(0, 50, 39, "HT")]
    public void A_criterion_at_zero_keeps_a_unit_from_the_two_upper_classes(double first, double second, double third, string expected) =>
        Assert.Equal(expected, F.Score(Sheet((decimal)first, (decimal)second, (decimal)third)).Class());

    [Fact]
    public void With_the_bonus_a_unit_of_93_points_and_a_criterion_at_zero_is_told_which_one_it_is()
    {
        var found = Classification.Of(F.Score([.. Sheet(0, 50, 40), Count("T1", 3)]));
        Assert.Equal("HT", found.Rung?.Code);
        Assert.Contains("tiêu chí I được 0 điểm", found.Explanation.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tham-nhung", "KHT")]
    [InlineData("mat-doan-ket", "KHT")]
    [InlineData("cach-chuc", "KHT")]
    [InlineData("hinh-su", "KHT")]
    [InlineData("khien-trach", "HTT")]
    [InlineData("canh-cao", "HT")]
    [InlineData("khien-trach canh-cao", "HT")]
    [InlineData("khien-trach canh-cao tham-nhung", "KHT")]
    public void What_was_declared_lowers_the_class_of_a_full_score_and_takes_no_point(string yes, string expected)
    {
        var scores = F.Score(Sheet(10, 50, 40), yes.Split(' '));
        Assert.Equal((expected, P(100)), (scores.Class(), scores.Total));
        Assert.All(yes.Split(' ').Where(code => Bounds(code, expected)), code =>
            Assert.Contains(F.Conditions!.Single(one => one.Code == code).Title, Classification.Of(scores).Explanation.Vi, StringComparison.Ordinal));

        static bool Bounds(string code, string reached) => reached switch { "HTT" => code == "khien-trach", "HT" => code == "canh-cao", _ => code is not ("khien-trach" or "canh-cao") };
    }

    [Theory]
    [InlineData("khien-trach", 25, "HTT")]
    [InlineData("khien-trach", 24.99, "HT")]
    [InlineData("canh-cao", 14.99, "KHT")]
    public void A_cap_on_the_class_raises_nobody_to_it(string yes, double third, string expected) =>
        Assert.Equal(expected, F.Score(Sheet(10, 50, (decimal)third), [yes]).Class());

    [Fact]
    public void Without_a_self_score_the_class_is_the_lowest_and_the_sentence_says_why()
    {
        var found = Classification.Of(F.Score(Sheet(10, 50, 40), isSent: false));
        Assert.Equal("KHT", found.Rung?.Code);
        Assert.Contains("“Đã gửi phiếu tự chấm”: không", found.Explanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_units_share_their_rank_until_the_competent_body_decides()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = Sheet(10, 50, 30), ["b"] = Sheet(9, 50, 31), ["c"] = Sheet(10, 50, 40), ["d"] = Sheet(10, 40, 30),
        };
        Assert.Equal("c 1, a 2=, b 2=, d 4", F.Rank(units).Told());
        Assert.Equal("c 1, b 2, a 3, d 4", F.Rank(units, [new(TieBreakKind.Decision, ["b", "a"], "Quyết định 12/QĐ-UBND", "Đi đầu", default)]).Told());
    }

    private static ScoreEntry[] Sheet(decimal first, decimal second, decimal third) => [Typed("I", first), Typed("II.1", second), Typed("II.2", third)];

    private static Condition Declared(string code, string title, ConditionEffect effect) => new(code, title, [effect], [ConditionParty.Office]);
}

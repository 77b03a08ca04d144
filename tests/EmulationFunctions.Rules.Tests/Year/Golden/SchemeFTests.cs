using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>
/// Cần Thơ, Decision 2579/QĐ-UBND of 21/11/2025 (mass mobilisation and grassroots democracy): 10 points for organising, 90 for doing, bonus and penalty up to 3 each.
/// Its table of criteria is not public; how the 90 points split is invented.
/// </summary>
public sealed class SchemeFTests
{
    private static readonly SchemeContent F = new(
        "Công tác dân vận và dân chủ ở cơ sở",
        P(100),
        [
            Direct("I", null, 10),
            Group("II", null, 90),
            Direct("II.1", "II", 45),
            Direct("II.2", "II", 45),
            new("T", null, "Mô hình được công nhận", CriterionKind.Bonus, P(3), EvidenceRule.Always),
            new("P", null, "Điểm trừ", CriterionKind.Penalty, P(3)),
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
            new("khien-trach", "Người đứng đầu hoặc cấp phó bị khiển trách", [new(EffectKind.CapClass, Class: "HTT")], [ConditionParty.Head]),
            new("canh-cao", "Người đứng đầu hoặc cấp phó bị cảnh cáo", [new(EffectKind.CapClass, Class: "HT")], [ConditionParty.Head]),
            new("cach-chuc", "Người đứng đầu bị cách chức", [new(EffectKind.LowestClass)], [ConditionParty.Head]),
            new("tham-nhung", "Có tham nhũng, tiêu cực", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
            new("mat-doan-ket", "Mất đoàn kết nghiêm trọng", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
            new("hinh-su", "Bị xử lý hình sự", [new(EffectKind.LowestClass)], [ConditionParty.Office]),
            new("da-nop", "Đã gửi phiếu tự chấm", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
        ]);

    [Theory]
    [InlineData(10, 45, 40, "HTXS")]
    [InlineData(10, 45, 39.99, "HTT")]
    [InlineData(10, 40, 35, "HTT")]
    [InlineData(10, 40, 34.99, "HT")]
    [InlineData(10, 35, 30, "HT")]
    [InlineData(10, 35, 29.99, "KHT")]
    public void Each_class_begins_at_its_bound_and_not_a_hundredth_before(decimal organised, decimal first, decimal second, string expected) =>
        Assert.Equal(expected, Unit(Of(organised, first, second)).ClassOf("a"));

    [Fact]
    public void A_criterion_at_nothing_keeps_a_unit_from_the_two_upper_classes()
    {
        var bloc = Unit([.. Of(0, 45, 45), Entry("T", 3)]);

        Assert.Equal(P(93), bloc.TotalOf("a"));
        Assert.Equal("HT", bloc.ClassOf("a"));
        Assert.Contains("I", bloc.Rank().Places[0].ClassExplanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Bonus_and_penalty_count_up_to_three_points_each()
    {
        var bloc = Unit([.. Of(10, 42, 42), Entry("T", 3), Entry("P", 2.5m)]);

        Assert.Equal(P(94.5m), bloc.TotalOf("a"));
        Assert.Equal("HTT", bloc.ClassOf("a"));
    }

    [Theory]
    [InlineData(32, "HTXS")]
    [InlineData(31.99, "HTT")]
    public void Several_recognised_models_and_several_late_reports_count_three_points_together(decimal second, string expected)
    {
        var content = F with
        {
            Criteria =
            [
                .. F.Criteria.Take(4),
                new("T1", null, "Mô hình được công nhận", CriterionKind.Bonus, P(3), Each: P(1)), new("T2", null, "Cách làm hay", CriterionKind.Bonus, P(2)),
                new("P1", null, "Chậm báo cáo", CriterionKind.Penalty, P(2)), new("P2", null, "Khiếu nại kéo dài", CriterionKind.Penalty, P(2)),
            ],
        };
        var more = new GoldenBloc(content).Has("a", [.. Of(10, 45, second + 5), GoldenBloc.Counted("T1", 2), Entry("T2", 2)]);
        var fewer = new GoldenBloc(content).Has("a", [.. Of(10, 45, second + 11), Entry("P1", 2), Entry("P2", 2)]);

        Assert.Equal((P(63 + second), expected), (more.TotalOf("a"), more.ClassOf("a")));
        Assert.Equal((P(63 + second), expected), (fewer.TotalOf("a"), fewer.ClassOf("a")));
    }

    [Theory]
    [InlineData("HTT", "khien-trach")]
    [InlineData("HT", "canh-cao")]
    [InlineData("HT", "khien-trach", "canh-cao")]
    [InlineData("KHT", "cach-chuc")]
    [InlineData("KHT", "tham-nhung")]
    [InlineData("KHT", "mat-doan-ket")]
    [InlineData("KHT", "hinh-su")]
    [InlineData("KHT", "khien-trach", "hinh-su")]
    public void What_happened_in_the_year_bounds_the_class_of_a_unit_with_97_points_and_is_named(string expected, params string[] conditions)
    {
        var bloc = conditions.Aggregate(Unit(Of(10, 45, 42)), (one, condition) => one.Declares("a", condition));

        Assert.Equal(expected, bloc.ClassOf("a"));
        var strictest = F.Conditions!.Last(condition => conditions.Contains(condition.Code)).Title;
        Assert.Contains(strictest, bloc.Rank().Places[0].ClassExplanation.Vi, StringComparison.Ordinal);
        Assert.Equal(P(97), bloc.TotalOf("a"));
    }

    [Fact]
    public void A_condition_is_named_too_where_a_floor_takes_the_unit_below_the_class_that_it_leaves()
    {
        var place = Unit([.. Of(0, 45, 45), Entry("T", 3)]).Has("b", [.. Of(0, 45, 45), Entry("T", 3)]).Declares("b", "khien-trach").Rank().Places.Single(one => one.Unit == "b");

        // 93 points reach "tốt" alone, so the reprimand kept it from nothing.
        Assert.DoesNotContain("khiển trách", place.ClassExplanation.Vi, StringComparison.Ordinal);

        var higher = new GoldenBloc(F with { Ladder = [F.Ladder[0] with { Minimum = P(93), NoneAtZero = false }, F.Ladder[1] with { Maximum = P(93) }, .. F.Ladder.Skip(2)] })
            .Has("b", [.. Of(0, 45, 45), Entry("T", 3)]).Declares("b", "khien-trach").Rank().Places[0];

        Assert.Equal("HT", higher.Class!.Code);
        Assert.Contains("không xếp trên Hoàn thành tốt vì điều kiện “Người đứng đầu hoặc cấp phó bị khiển trách”: có", higher.ClassExplanation.Vi, StringComparison.Ordinal);
        Assert.Contains("chưa đạt Hoàn thành tốt vì tiêu chí I được 0", higher.ClassExplanation.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_declared_not_to_be_so_bounds_nothing() =>
        Assert.Equal("HTXS", Unit(Of(10, 45, 42)).Declares("a", "canh-cao", isSo: false).ClassOf("a"));

    [Fact]
    public void Who_sends_no_self_score_has_no_place_and_the_lowest_class()
    {
        var bloc = Unit(Of(10, 45, 45)).HasNothingOf("b");

        Assert.Equal("KHT", bloc.ClassOf("b"));
        Assert.Equal([(1, "a")], bloc.Ranks());
    }

    [Fact]
    public void Equals_share_their_rank_until_the_body_has_decided_between_exactly_them()
    {
        var bloc = Unit(Of(10, 45, 42)).Has("b", Of(10, 42, 45)).Has("c", Of(10, 40, 40));

        Assert.Equal([(1, "a"), (1, "b"), (3, "c")], bloc.Ranks());
        Assert.Equal([(1, "a"), (1, "b"), (3, "c")], bloc.Decides(TieBreakKind.Decision, "c", "b", "a").Ranks());
        Assert.Equal([(1, "b"), (2, "a"), (3, "c")], bloc.Decides(TieBreakKind.Decision, "b", "a").Ranks());
    }

    private static GoldenBloc Unit(ScoreEntry[] entries) => new GoldenBloc(F).Has("a", entries);

    private static ScoreEntry[] Of(decimal organised, decimal first, decimal second) => [Entry("I", organised), Entry("II.1", first), Entry("II.2", second)];
}

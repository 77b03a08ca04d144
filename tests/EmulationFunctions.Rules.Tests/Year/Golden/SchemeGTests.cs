using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.GoldenBloc;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Cần Thơ, plan 157/KH-UBND of 18/11/2025 (payments without cash): 115 points of what was measured, and a second group that is ranked by counts alone.</summary>
public sealed class SchemeGTests
{
    private static readonly SchemeContent G = new(
        "Phong trào thanh toán không dùng tiền mặt",
        P(115),
        [
            new("1", null, "Tuyên truyền: mẫu ngẫu nhiên 50 người", CriterionKind.Count, P(20), Each: P(0.4m)),
            new("2", null, "Tài khoản mở mới", CriterionKind.Measure, P(40), Measure: new(MeasureFormula.Linear)),
            new("3", null, "Thẻ mở mới", CriterionKind.Measure, P(20), Measure: new(MeasureFormula.Linear, MayExceed: true)),
            new("4", null, "Chi trả không dùng tiền mặt", CriterionKind.Measure, P(20), Measure: new(MeasureFormula.Linear)),
            Group("5", null, 15),
            new("5.1", "5", "100 % có tài khoản", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.AllOrNothing)),
            new("5.2", "5", "Tỷ lệ chi trả", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.Ladder, Wins: Winner.MorePoints, Otherwise: P(0), Ladder:
            [
                new(P(2), new(88, true, 90)), new(P(3), new(90, true, 95)), new(P(4), new(95, true, 100, false)), new(P(5), new(100)),
            ])),
            new("5.3", "5", "Dữ liệu được cập nhật", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.AllOrNothing)),
        ],
        [],
        [new(TieBreakKind.HigherMeasure, Criteria: ["2", "3"]), new(TieBreakKind.HigherMeasure, Criteria: ["4"]), new(TieBreakKind.HigherShare, "5.3"), new(TieBreakKind.Ballot)],
        Conditions: [new("ke-hoach", "Có kế hoạch và minh chứng tuyên truyền", [new(EffectKind.Zero, When: false, Criterion: "1")], [ConditionParty.Unit], Evidence: EvidenceRule.WhenClaimed)]);

    /// <summary>The second group: service providers.</summary>
    private static readonly SchemeContent Providers = new(
        "Đơn vị cung cấp dịch vụ",
        P(0),
        [
            new("TK", null, "Tài khoản", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value)),
            new("T", null, "Thẻ", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value)),
            new("N", null, "Người nhận", CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value)),
        ],
        [],
        [
            new(TieBreakKind.HigherMeasure, Criteria: ["TK"]), new(TieBreakKind.HigherMeasure, Criteria: ["T"]), new(TieBreakKind.HigherMeasure, Criteria: ["N"]), new(TieBreakKind.Ballot),
        ],
        ScoreBasis.Measures);

    [Fact]
    public void Everything_done_gives_115_points() => Assert.Equal(P(115), Full().TotalOf("a"));

    [Fact]
    public void Without_a_plan_and_its_proof_the_first_criterion_is_nothing_and_comes_back_with_them()
    {
        var bloc = new GoldenBloc(G).Has("a", Entries());

        Assert.Equal(P(95), bloc.TotalOf("a"));
        Assert.Equal(P(115), bloc.Declares("a", "ke-hoach").TotalOf("a"));
    }

    [Theory]
    [InlineData(50, 20)]
    [InlineData(49, 19.6)]
    [InlineData(1, 0.4)]
    [InlineData(0, 0)]
    public void Each_of_fifty_people_who_knew_counts_four_tenths(long people, decimal expected) =>
        Assert.Equal(P(expected), Full(Counted("1", people)).PointsOf("a", "1"));

    [Theory]
    [InlineData("2", 150, 200, 30)]
    [InlineData("2", 200, 200, 40)]
    [InlineData("2", 0, 200, 0)]
    [InlineData("3", 130, 100, 20)] // Old cards count too, so b may be more than a; the points are capped.
    [InlineData("3", 50, 100, 10)]
    [InlineData("4", 1, 3, 6.67)] // 6.666… is rounded once.
    [InlineData("4", 2, 3, 13.33)]
    public void What_was_done_of_what_was_to_be_done_gives_its_share(string criterion, decimal part, decimal whole, decimal expected) =>
        Assert.Equal(P(expected), Full(Measured(criterion, part, whole)).PointsOf("a", criterion));

    [Theory]
    [InlineData(8799, 0)]
    [InlineData(8800, 2)]
    [InlineData(8801, 2)]
    [InlineData(8999, 2)]
    [InlineData(9000, 3)] // 88–90 and 90–95 both hold 90: the scheme says that more points win.
    [InlineData(9001, 3)]
    [InlineData(9499, 3)]
    [InlineData(9500, 4)]
    [InlineData(9501, 4)]
    [InlineData(9999, 4)]
    [InlineData(10000, 5)]
    public void The_ladder_of_payments_at_each_bound_and_a_hundredth_beside_it(decimal part, decimal expected) =>
        Assert.Equal(P(expected), Full(Measured("5.2", part, 10000)).PointsOf("a", "5.2"));

    [Theory]
    [InlineData(9999, 0)]
    [InlineData(10000, 5)]
    public void All_or_nothing_is_nothing_a_hundredth_before_all(decimal part, decimal expected)
    {
        Assert.Equal(P(expected), Full(Measured("5.1", part, 10000)).PointsOf("a", "5.1"));
        Assert.Equal(P(expected), Full(Measured("5.3", part, 10000)).PointsOf("a", "5.3"));
    }

    [Fact]
    public void Equal_points_are_separated_by_what_was_opened_then_paid_then_updated_then_by_ballot()
    {
        // All have the same points: half of each.
        var bloc = new GoldenBloc(G)
            .Has("it", Entries(Measured("2", 100, 200), Measured("3", 50, 100), Measured("4", 10, 20), Measured("5.3", 90, 100)))
            .Has("nhieu", Entries(Measured("2", 200, 400), Measured("3", 50, 100), Measured("4", 10, 20), Measured("5.3", 90, 100)))
            .Has("tra", Entries(Measured("2", 100, 200), Measured("3", 50, 100), Measured("4", 20, 40), Measured("5.3", 90, 100)))
            .Has("capnhat", Entries(Measured("2", 100, 200), Measured("3", 50, 100), Measured("4", 10, 20), Measured("5.3", 901, 1000)))
            .Has("it2", Entries(Measured("2", 50, 100), Measured("3", 100, 200), Measured("4", 10, 20), Measured("5.3", 900, 1000)));

        Assert.Single(bloc.Rank().Places.Select(place => place.Total).Distinct());
        Assert.Equal([(1, "nhieu"), (2, "tra"), (3, "capnhat"), (4, "it"), (4, "it2")], bloc.Ranks());
        Assert.Contains("số liệu 2 + 3 là 250 so với 150", bloc.Rank().Places[0].Explanation.Vi, StringComparison.Ordinal);
        Assert.Equal([(4, "it2"), (5, "it")], bloc.Decides(TieBreakKind.Ballot, "it2", "it").Ranks().Skip(3));
    }

    [Fact]
    public void The_second_group_is_ranked_by_counts_alone_in_their_order_and_has_no_total()
    {
        var bloc = new GoldenBloc(Providers)
            .Has("a", Measured("TK", 100), Measured("T", 5), Measured("N", 1))
            .Has("b", Measured("TK", 90), Measured("T", 900), Measured("N", 900))
            .Has("c", Measured("TK", 100), Measured("T", 6), Measured("N", 0))
            .Has("d", Measured("TK", 100), Measured("T", 5), Measured("N", 1));

        Assert.Equal([(1, "c"), (2, "a"), (2, "d"), (4, "b")], bloc.Ranks());
        Assert.All(bloc.Rank().Places, place => Assert.True(place.Total.IsZero));
        Assert.StartsWith("Hạng 1 theo số liệu", bloc.Rank().Places[0].Explanation.Vi, StringComparison.Ordinal);
        Assert.Equal([(1, "c"), (2, "d"), (3, "a"), (4, "b")], bloc.Decides(TieBreakKind.Ballot, "d", "a").Ranks());
    }

    private static GoldenBloc Full(params ScoreEntry[] other) => new GoldenBloc(G).Has("a", Entries(other)).Declares("a", "ke-hoach");

    private static ScoreEntry[] Entries(params ScoreEntry[] other) =>
    [
        .. new[]
        {
            Counted("1", 50), Measured("2", 200, 200), Measured("3", 100, 100), Measured("4", 40, 40),
            Measured("5.1", 100, 100), Measured("5.2", 100, 100), Measured("5.3", 100, 100),
        }.Where(entry => other.All(one => one.Criterion != entry.Criterion)),
        .. other,
    ];
}

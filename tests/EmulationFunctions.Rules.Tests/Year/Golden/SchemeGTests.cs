using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Cần Thơ, 157/KH-UBND of 18/11/2025: communes at 115 points, of which 15 are for going further; service providers by counts alone.</summary>
public sealed class SchemeGTests
{
    private static readonly SchemeContent G = new(
        "Phong trào thanh toán không dùng tiền mặt",
        P(115),
        [
            new("1", null, "Người dân được biết", CriterionKind.Count, P(20), Each: P(0.4m)),
            new("2", null, "Tài khoản mở mới", CriterionKind.Measure, P(40), Measure: new(MeasureFormula.Linear)),
            new("3", null, "Thẻ phát hành mới", CriterionKind.Measure, P(20), Measure: new(MeasureFormula.Linear, MayExceed: true)),
            new("4", null, "Chi trả không dùng tiền mặt", CriterionKind.Measure, P(20), Measure: new(MeasureFormula.Linear)),
            Group("5", null, 15),
            new("5.1", "5", "100 % có tài khoản", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.AllOrNothing)),
            new("5.2", "5", "Tỷ lệ chi trả", CriterionKind.Measure, P(5), Measure: new(
                MeasureFormula.Ladder,
                Ladder:
                [
                    new(P(2), new(88, true, 90, true)),
                    new(P(3), new(90, true, 95, true)),
                    new(P(4), new(95, true, 100, false)),
                    new(P(5), new(100, true, 100, true)),
                ],
                Wins: Winner.MorePoints,
                Otherwise: P(0))),
            new("5.3", "5", "Dữ liệu được cập nhật", CriterionKind.Measure, P(5), Measure: new(MeasureFormula.AllOrNothing)),
        ],
        [],
        [
            new(TieBreakKind.HigherMeasure, Criteria: ["2", "3"]),
            new(TieBreakKind.HigherMeasure, Criteria: ["4"]),
            new(TieBreakKind.HigherShare, "5.3"),
            new(TieBreakKind.Ballot),
        ],
        Conditions: [new("ke-hoach", "Có kế hoạch và minh chứng tuyên truyền", [new(EffectKind.Zero, When: false, Criterion: "1")], [ConditionParty.Unit])]);

    private static readonly SchemeContent Providers = new(
        "Đơn vị cung ứng dịch vụ",
        P(0),
        [Recorded("1", "Tài khoản"), Recorded("2", "Thẻ"), Recorded("3", "Người hưởng")],
        [],
        [.. new[] { "1", "2", "3" }.Select(code => new TieBreak(TieBreakKind.HigherMeasure, Criteria: [code])), new(TieBreakKind.Ballot)],
        ScoreBasis.Measures);

    [Fact]
    public void Both_schemes_have_no_fault() => Assert.Empty(SchemeRules.Check(G).Concat(SchemeRules.Check(Providers)));

    [Fact]
    public void Without_saying_which_step_counts_the_printed_bounds_are_refused_at_90_and_at_95()
    {
        var at = G.Criteria.Index().Single(line => line.Item.Code == "5.2");
        var printed = G with { Criteria = [.. G.Criteria.Select(line => line.Code == "5.2" ? line with { Measure = line.Measure! with { Wins = null } } : line)] };
        Assert.Equal(
            [$"$.criteria[{at.Index}].measure.ladder[1].of", $"$.criteria[{at.Index}].measure.ladder[2].of"],
            SchemeRules.Check(printed).Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(50, 20)]
    [InlineData(49, 19.6)]
    [InlineData(1, 0.4)]
    [InlineData(0, 0)]
    public void Each_of_fifty_people_who_know_is_worth_four_tenths(long people, double expected) =>
        Assert.Equal(P((decimal)expected), Of("1", G.Score([Count("1", people)], ["ke-hoach"])));

    [Fact]
    public void Without_plan_and_proof_the_first_criterion_has_nothing() =>
        Assert.Equal(P(0), Of("1", G.Score([Count("1", 50)])));

    [Theory]
    [InlineData("2", 300, 400, 30)]
    [InlineData("2", 1, 3, 13.33)]
    [InlineData("2", 2, 3, 26.67)]
    [InlineData("2", 400, 400, 40)]
    [InlineData("3", 150, 200, 15)]
    [InlineData("3", 200, 200, 20)]
    [InlineData("3", 260, 200, 20)]
    [InlineData("4", 0, 7, 0)]
    [InlineData("4", 5, 8, 12.5)]
    [InlineData("5.1", 9_999, 10_000, 0)]
    [InlineData("5.1", 10_000, 10_000, 5)]
    [InlineData("5.2", 87.99, 100, 0)]
    [InlineData("5.2", 88, 100, 2)]
    [InlineData("5.2", 88.01, 100, 2)]
    [InlineData("5.2", 89.99, 100, 2)]
    [InlineData("5.2", 90, 100, 3)]
    [InlineData("5.2", 90.01, 100, 3)]
    [InlineData("5.2", 94.99, 100, 3)]
    [InlineData("5.2", 95, 100, 4)]
    [InlineData("5.2", 95.01, 100, 4)]
    [InlineData("5.2", 99.99, 100, 4)]
    [InlineData("5.2", 100, 100, 5)]
    [InlineData("5.3", 199, 200, 0)]
    [InlineData("5.3", 200, 200, 5)]
    public void Points_follow_from_b_and_a(string code, double part, double whole, double expected) =>
        Assert.Equal(P((decimal)expected), Of(code, G.Score([Measure(code, (decimal)part, (decimal)whole)])));

    [Theory]
    [InlineData("3", 260, 200, "")]
    [InlineData("2", 401, 400, "$.scores[0].measure.part")]
    [InlineData("2", 1, 0, "$.scores[0].measure.whole")]
    public void More_than_all_is_taken_only_where_the_plan_lets_older_cards_count(string code, int part, int whole, string fault) =>
        Assert.Equal(fault, string.Join(" ", EntryRules.Check(G.Tree(), [Measure(code, part, whole)], new HashSet<string>()).Select(one => one.Path)));

    [Fact]
    public void A_commune_that_reaches_everything_has_115_points()
    {
        var scores = G.Score(Commune(400, 400, 500, 5, 5), ["ke-hoach"]);
        Assert.Equal((P(115), P(115), true), (scores.Total, scores.Assigned, scores.IsComplete));
    }

    [Fact]
    public void Equal_totals_are_told_apart_by_accounts_and_cards_then_transfers_then_updated_data_then_a_ballot()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = Commune(400, 400, 400, 5, 5),
            ["b"] = Commune(400, 400, 401, 5, 5),
            ["c"] = Commune(400, 400, 400, 6, 6),
            ["d"] = Commune(400, 400, 400, 5, 5),
        };
        Assert.Equal("b 1, c 2, a 3=, d 3=", G.Rank(units).Told());
        Assert.Equal("b 1, c 2, d 3, a 4", G.Rank(units, [new(TieBreakKind.Ballot, ["d", "a"], "Biên bản 3", "7/9 phiếu", default)]).Told());
    }

    [Fact]
    public void The_share_of_updated_data_separates_where_it_gives_no_points()
    {
        static ScoreEntry[] Updated(int part) => [Measure("2", 1, 1), Measure("4", 1, 1), Measure("5.3", part, 1_000)];
        Assert.Equal("b 1, a 2", G.Rank(new Dictionary<string, ScoreEntry[]> { ["a"] = Updated(998), ["b"] = Updated(999) }).Told());
    }

    [Fact]
    public void Service_providers_are_ranked_by_accounts_then_cards_then_receivers_without_any_total()
    {
        var units = new Dictionary<string, ScoreEntry[]>
        {
            ["a"] = [Measure("1", 900), Measure("2", 10), Measure("3", 7)],
            ["b"] = [Measure("1", 901), Measure("2", 0), Measure("3", 0)],
            ["c"] = [Measure("1", 900), Measure("2", 10), Measure("3", 8)],
            ["d"] = [Measure("1", 900), Measure("2", 11), Measure("3", 0)],
            ["e"] = [Measure("1", 900), Measure("2", 10), Measure("3", 7)],
        };
        var ranking = Providers.Rank(units);
        Assert.Equal("b 1, d 2, c 3, a 4=, e 4=", ranking.Told());
        Assert.All(ranking.Places, place => Assert.Null(place.Classification.Rung));
        Assert.Equal("b 1, d 2, c 3, e 4, a 5", Providers.Rank(units, [new(TieBreakKind.Ballot, ["e", "a"], "Biên bản 4", "6/9 phiếu", default)]).Told());
    }

    private static ScoreEntry[] Commune(int accounts, int assigned, int cards, int paid, int payments) =>
    [
        Count("1", 50), Measure("2", accounts, assigned), Measure("3", cards, accounts), Measure("4", paid, payments),
        Measure("5.1", 10, 10), Measure("5.2", paid, payments), Measure("5.3", 3, 3),
    ];

    private static Criterion Recorded(string code, string title) =>
        new(code, null, title, CriterionKind.Measure, P(0), Measure: new(MeasureFormula.Recorded, MeasureOf.Value));

    private static Points Of(string code, ScoreTable scores) => scores[scores.Tree.Find(code)!].Points;
}

using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>Cần Thơ, Plan 157/KH-UBND of 18/11/2025, for communes: 100 + 15 points, a gate, shares, an overlapping ladder, three measures and a ballot; and its second group, ranked by measures alone.</summary>
public sealed class SchemeGTests
{
    private static readonly MeasureRule AllOfIt = new(MeasureFormula.AllOrNothing);

    private static readonly SchemeContent Content = new(
        "Thanh toán không dùng tiền mặt",
        P(115),
        [
            new("1", null, "Người dân được thông tin", CriterionKind.Count, P(20), Each: P(0.4m)),
            Measured("2", null, 40, new(MeasureFormula.Linear)),
            Measured("3", null, 20, new(MeasureFormula.Linear, MayExceed: true)),
            Measured("4", null, 20, new(MeasureFormula.Linear)),
            Group("5", null, 15),
            Measured("5.1", "5", 5, AllOfIt),
            Measured("5.2", "5", 5, new(
                MeasureFormula.Ladder,
                Ladder:
                [
                    new(P(2), new(88, true, 90, true)), new(P(3), new(90, true, 95, true)),
                    new(P(4), new(95, true, 100, false)), new(P(5), new(100, true, 100, true)),
                ],
                Wins: Winner.MorePoints,
                Otherwise: P(0))),
            Measured("5.3", "5", 5, AllOfIt),
        ],
        [],
        [
            new(TieBreakKind.HigherMeasure, Criteria: ["2", "3"]),
            new(TieBreakKind.HigherMeasure, Criteria: ["4"]),
            new(TieBreakKind.HigherShare, "5.3"),
            new(TieBreakKind.Ballot),
        ],
        Conditions: [new("ke-hoach", "Có kế hoạch và minh chứng tuyên truyền", [new(EffectKind.Zero, When: false, Criterion: "1")], [ConditionParty.Unit], Evidence: EvidenceRule.WhenClaimed)]);

    private static readonly SchemeContent Providers = new(
        "Nhóm tổ chức cung ứng dịch vụ",
        P(0),
        [Recorded("tai-khoan"), Recorded("the"), Recorded("nguoi-nhan")],
        [],
        [
            new(TieBreakKind.HigherMeasure, Criteria: ["tai-khoan"]), new(TieBreakKind.HigherMeasure, Criteria: ["the"]),
            new(TieBreakKind.HigherMeasure, Criteria: ["nguoi-nhan"]), new(TieBreakKind.Ballot),
        ],
        ScoreBasis.Measures);

    [Fact]
    public void Both_groups_have_schemes_without_a_fault()
    {
        Assert.Empty(SchemeRules.Check(Content));
        Assert.Empty(SchemeRules.Check(Providers));
    }

    [Fact]
    public void A_sheet_counts_from_entry_to_total()
    {
        var entries = Sheet();
        var scores = Scored(Content, entries, ["ke-hoach"]);

        Assert.Empty(FaultsOf(Content, entries));
        Assert.Equal(
            [("1", "18.4"), ("2", "30"), ("3", "20"), ("4", "17.78"), ("5", "13"), ("5.1", "5"), ("5.2", "3"), ("5.3", "5")],
            scores.Tree.Nodes.Select(node => (node.Code, scores[node].Points.ToString())));
        Assert.Equal(P(99.18m), scores.Total);
    }

    [Fact]
    public void Without_plan_and_proof_the_first_criterion_has_nothing_and_declared_it_has_all_again()
    {
        Assert.Equal(P(80.78m), Scored(Content, Sheet()).Total);
        Assert.Equal(P(80.78m), Scored(Content, Sheet(), ["!ke-hoach"]).Total);
        Assert.Equal(P(99.18m), Scored(Content, Sheet(), ["ke-hoach"]).Total);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.4")]
    [InlineData(49, "19.6")]
    [InlineData(50, "20")]
    public void Each_of_fifty_people_asked_is_worth_0_4(long people, string expected) =>
        Assert.Equal(expected, Scored(Content, [new("1", Count: people)], ["ke-hoach"]).Total.ToString());

    [Theory]
    [InlineData(0, "0")]
    [InlineData(799.99, "20")]
    [InlineData(800, "20")]
    [InlineData(1200, "20")]
    [InlineData(799, "19.98")]
    public void Old_cards_count_too_so_b_may_pass_a_but_the_points_never_pass_twenty(decimal cards, string expected) =>
        Assert.Equal(expected, Scored(Content, [Entry("3", cards, 800)]).Total.ToString());

    [Fact]
    public void Where_b_may_not_pass_a_it_is_refused_and_so_are_a_left_out_and_a_of_nothing()
    {
        Assert.Empty(FaultsOf(Content, [Entry("3", 801, 800)]));
        Assert.Equal("$.scores[0].measure.part", Assert.Single(FaultsOf(Content, [Entry("2", 801, 800)])).Path);
        Assert.Equal("$.scores[0].measure.whole", Assert.Single(FaultsOf(Content, [Entry("2", 801, null)])).Path);
        Assert.Equal("$.scores[0].measure.whole", Assert.Single(FaultsOf(Content, [Entry("2", 0, 0)])).Path);
    }

    [Theory]
    [InlineData(87.99, 0)]
    [InlineData(88, 2)]
    [InlineData(88.01, 2)]
    [InlineData(89.99, 2)]
    [InlineData(90, 3)]
    [InlineData(90.01, 3)]
    [InlineData(94.99, 3)]
    [InlineData(95, 4)]
    [InlineData(95.01, 4)]
    [InlineData(99.99, 4)]
    [InlineData(100, 5)]
    public void The_ladder_of_paying_without_cash_gives_more_points_where_its_bounds_overlap(decimal percent, decimal expected) =>
        Assert.Equal(P(expected), Scored(Content, [Entry("5.2", percent, 100)]).Total);

    [Fact]
    public void The_overlaps_are_refused_unless_the_scheme_says_which_step_wins()
    {
        var ladder = Content.Criteria.Single(line => line.Code == "5.2");
        var silent = Content with { Criteria = [.. Content.Criteria.Select(line => line == ladder ? line with { Measure = ladder.Measure! with { Wins = null } } : line)] };

        Assert.Equal(["$.criteria[6].measure.ladder[1].of", "$.criteria[6].measure.ladder[2].of"], SchemeRules.Check(silent).Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(799.99, 0)]
    [InlineData(800, 5)]
    public void All_accounts_give_five_points_and_all_but_a_hundredth_none(decimal accounts, decimal expected) =>
        Assert.Equal(P(expected), Scored(Content, [Entry("5.1", accounts, 800)]).Total);

    [Fact]
    public void Equals_are_separated_by_accounts_and_cards_then_payments_then_the_share_of_data_then_a_ballot()
    {
        // All have 40 + 20 + 20 points.
        var contenders = new[] { Unit("a", 900, 900, 500, 50), Unit("b", 1000, 801, 400, 50), Unit("c", 900, 900, 501, 50), Unit("d", 900, 900, 500, 51), Unit("e", 900, 900, 500, 50) };

        Assert.Equal([("b", 1, false), ("c", 2, false), ("d", 3, false), ("a", 4, true), ("e", 4, true)], Ranks(Content, contenders));
        Assert.Equal(
            [("b", 1, false), ("c", 2, false), ("d", 3, false), ("e", 4, false), ("a", 5, false)],
            Ranks(Content, contenders, Decided(TieBreakKind.Ballot, "e", "a")));

        static Contender Unit(string unit, decimal accounts, decimal cards, decimal payers, decimal updated) => Contender(
            Content, unit, [Entry("2", accounts, accounts), Entry("3", cards, 800), Entry("4", payers, payers), Entry("5.3", updated, 100)]);
    }

    [Fact]
    public void The_second_group_is_ranked_by_counts_alone_and_has_no_class()
    {
        var contenders = new[] { Unit("a", 10, 20, 30), Unit("b", 11, 0, 0), Unit("c", 10, 20, 31), Unit("d", 10, 21, 0), Unit("e", 10, 20, 30) };

        Assert.Equal([("b", 1, false), ("d", 2, false), ("c", 3, false), ("a", 4, true), ("e", 4, true)], Ranks(Providers, contenders));
        Assert.Equal([("a", 4, false), ("e", 5, false)], Ranks(Providers, contenders, Decided(TieBreakKind.Ballot, "a", "e"))[3..]);
        Assert.All(Ranking.Of(Providers, contenders).Places, place => Assert.Null(place.Classification.Rung));

        static Contender Unit(string unit, decimal accounts, decimal cards, decimal receivers) => Contender(
            Providers, unit, [Entry("tai-khoan", accounts, null), Entry("the", cards, null), Entry("nguoi-nhan", receivers, null)]);
    }

    private static IReadOnlyList<ScoreEntry> Sheet() =>
    [
        new("1", Count: 46), Entry("2", 600, 800), Entry("3", 1000, 800), Entry("4", 800, 900),
        Entry("5.1", 7, 7), Entry("5.2", 94, 100), Entry("5.3", 3, 3),
    ];

    private static Criterion Recorded(string code) => Measured(code, null, 0, new(MeasureFormula.Recorded, MeasureOf.Value));
}

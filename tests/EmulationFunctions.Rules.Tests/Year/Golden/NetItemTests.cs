using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.GoldenBloc;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Items with base, plus and minus lines; what caps cut off; and floors that read the net.</summary>
public sealed class NetItemTests
{
    [Theory]
    [InlineData(20, 0, 0, 20)]
    [InlineData(20, 0, 5, 15)]
    [InlineData(20, 2, 5, 17)]
    [InlineData(20, 2, 0, 20)] // never above its maximum
    [InlineData(5, 0, 30, 0)] // never below 0
    [InlineData(0, 2, 0, 2)]
    public void A_net_item_is_base_and_plus_without_minus_between_nothing_and_its_maximum(decimal given, decimal plus, decimal minus, decimal expected)
    {
        var bloc = new GoldenBloc(With(new(IsNet: true))).Has("a", Entry("I.1", given), Entry("I.T", plus), Entry("I.P", minus), Entry("II", 80));

        Assert.Equal(P(expected), bloc.PointsOf("a", "I"));
        Assert.Equal(P(80 + expected), bloc.TotalOf("a"));
        Assert.Equal((Points.Zero, Points.Zero), (bloc.Rank().Places[0].Bonus, bloc.Rank().Places[0].Penalty));
    }

    [Fact]
    public void A_net_item_may_go_below_nothing_or_above_its_maximum_where_the_scheme_says_so()
    {
        var content = With(new(IsNet: true, Least: P(-10), Most: P(22)));

        Assert.Equal(P(70), new GoldenBloc(content).Has("a", Entry("I.1", 5), Entry("I.P", 30), Entry("II", 80)).TotalOf("a"));
        Assert.Equal(P(102), new GoldenBloc(content).Has("a", Entry("I.1", 20), Entry("I.T", 2), Entry("II", 80)).TotalOf("a"));
    }

    [Fact]
    public void A_cap_over_several_lines_applies_once_and_each_line_keeps_its_count()
    {
        var content = Of(
            Group("I", null, 20) with { Adding = new(IsNet: true, PenaltyCap: P(4)) },
            Direct("I.1", "I", 20),
            new("I.P1", "I", "Báo cáo chậm", CriterionKind.Penalty, P(3), Each: P(1)),
            new("I.P2", "I", "Không dự họp", CriterionKind.Penalty, P(3), Each: P(1)),
            new("I.P3", "I", "Sai biểu mẫu", CriterionKind.Penalty, P(3), Each: P(0.5m)));
        var bloc = new GoldenBloc(content).Has("a", Entry("I.1", 20), Counted("I.P1", 2), Counted("I.P2", 2), Counted("I.P3", 5));

        Assert.Equal(P(16), bloc.PointsOf("a", "I"));
        Assert.Equal([P(-2), P(-2), P(-2.5m)], new[] { "I.P1", "I.P2", "I.P3" }.Select(line => bloc.PointsOf("a", line)));
    }

    [Theory]
    [InlineData(FloorReading.Net, 30, "T")]
    [InlineData(FloorReading.Net, 3.01, "T")]
    [InlineData(FloorReading.Net, 3, "XS")] // 17 of 20 is 85 %
    [InlineData(FloorReading.Base, 30, "XS")] // what schemes said before they could say it
    internal void Twenty_of_twenty_less_its_penalty_line_is_what_a_floor_of_85_percent_reads(FloorReading reading, decimal penalty, string expected)
    {
        var content = With(null) with
        {
            FloorsRead = reading,
            Ladder = [new("XS", "Xuất sắc", P(60), true, null, false, Floor: Share(85)), new("T", "Tốt", null, false, P(60), false)],
        };

        Assert.Equal(expected, new GoldenBloc(content).Has("a", Entry("I.1", 20), Entry("I.P", penalty), Entry("II", 80)).ClassOf("a"));
    }

    [Theory]
    [InlineData(3, "XS")]
    [InlineData(3.01, "T")]
    [InlineData(20, "T")]
    public void Among_leaves_a_net_item_is_one_and_its_net_is_what_floors_and_no_criterion_at_nothing_read(decimal penalty, string expected)
    {
        var content = With(new(IsNet: true)) with
        {
            FloorsOn = FloorScope.Leaves,
            Ladder = [new("XS", "Xuất sắc", P(60), true, null, false, Floor: Share(85), NoneAtZero: true), new("T", "Tốt", null, false, P(60), false)],
        };

        Assert.Equal(expected, new GoldenBloc(content).Has("a", Entry("I.1", 20), Entry("I.P", penalty), Entry("II", 80)).ClassOf("a"));
    }

    [Fact]
    public void The_sentence_of_a_floor_names_the_net_and_not_the_base()
    {
        var content = With(null) with { Ladder = [new("XS", "Xuất sắc", P(60), true, null, false, Floor: Share(85)), new("T", "Tốt", null, false, P(60), false)] };

        Assert.Contains(
            "tiêu chí I đạt 0/20 điểm",
            new GoldenBloc(content).Has("a", Entry("I.1", 20), Entry("I.P", 30), Entry("II", 80)).Rank().Places[0].ClassExplanation.Vi,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    public void A_cap_over_lines_that_are_no_net_item_leaves_a_penalty_of_the_whole(long late, decimal expected)
    {
        var content = Of(
            Group("I", null, 20) with { Adding = new(PenaltyCap: P(5)) },
            Direct("I.1", "I", 20),
            new("I.P1", "I", "Báo cáo chậm", CriterionKind.Penalty, P(9), Each: P(1)),
            new("I.P2", "I", "Không dự họp", CriterionKind.Penalty, P(9), Each: P(1)));
        var place = new GoldenBloc(content).Has("a", Entry("I.1", 20), Counted("I.P1", late), Counted("I.P2", 1)).Rank().Places[0];

        Assert.Equal((P(20), P(expected), P(20 - expected)), (place.Base, place.Penalty, place.Total));
    }

    [Fact]
    public void Caps_apply_from_the_lines_upwards_and_the_schemes_last()
    {
        var content = Of(
            Group("I", null, 20) with { Adding = new(BonusCap: P(6)) },
            Group("I.1", "I", 20) with { Adding = new(BonusCap: P(4)) },
            Direct("I.1.1", "I.1", 20),
            new("I.1.2", "I.1", "Thưởng", CriterionKind.Bonus, P(5)),
            new("I.2", "I", "Thưởng", CriterionKind.Bonus, P(5)),
            new("T", null, "Thưởng", CriterionKind.Bonus, P(5))) with
        { BonusCap = P(9) };
        var bloc = new GoldenBloc(content).Has("a", Entry("I.1.1", 20), Entry("I.1.2", 5), Entry("I.2", 5), Entry("T", 5));

        Assert.Equal([P(24), P(26), P(29)], [bloc.PointsOf("a", "I.1"), bloc.PointsOf("a", "I"), bloc.TotalOf("a")]);
    }

    [Fact]
    public void Bonus_and_penalty_lines_of_a_rescaled_section_are_not_rescaled()
    {
        var content = Of(
            Group("I", null, 10) with { Adding = new(IsRescaled: true) }, Direct("I.1", "I", 4), Direct("I.2", "I", 6),
            new("I.P", "I", "Chậm", CriterionKind.Penalty, P(5), Each: P(1)), Direct("II", null, 90));
        var place = new GoldenBloc(content).Has("a", [Entry("I.1", 2), Counted("I.P", 1), Entry("II", 90)], new HashSet<string> { "I.2" }).Rank().Places[0];

        Assert.Equal((P(95), P(1), P(94)), (place.Base, place.Penalty, place.Total));
    }

    [Fact]
    public void A_bonus_without_a_cap_counts_whole()
    {
        var content = Of(Direct("I", null, 100), new Criterion("T", null, "Mô hình mới", CriterionKind.Bonus, P(0), IsUncapped: true, Each: P(5)));

        Assert.Equal(P(190), new GoldenBloc(content).Has("a", Entry("I", 90), Counted("T", 20)).TotalOf("a"));
    }

    [Fact]
    public void A_net_bonus_may_lift_a_percentage_above_100_where_little_is_assigned_so_the_highest_class_must_be_open()
    {
        var content = With(new(IsNet: true)) with { Basis = ScoreBasis.PercentOfAssigned, Ladder = [new("A", "Mức A", P(0), true, P(100), true)] };

        Assert.Equal("$.ladder[0].maximum", Assert.Single(SchemeRules.Check(content)).Path);
        Assert.Empty(SchemeRules.Check(content with { Ladder = [new("A", "Mức A", P(0), true, null, false)] }));
    }

    [Theory]
    [InlineData("I", 0)]
    [InlineData("II", 1)]
    public void An_effect_on_a_group_needs_a_line_that_it_can_reach(string group, int faults)
    {
        var content = Of(Group("I", null, 10), Direct("I.1", "I", 10), new("I.P", "I", "Trừ", CriterionKind.Penalty, P(2)), Group("II", null, 10), Direct("II.1", "II", 10)) with
        {
            Conditions = [new("K", "Bất khả kháng", [new(EffectKind.WaivePenalty, Criterion: group)], [ConditionParty.Office])],
        };

        Assert.Equal(faults, SchemeRules.Check(content).Count(fault => fault.Path == "$.conditions[0].effects[0].criterion"));
    }

    [Fact]
    public void An_option_is_worth_just_what_the_decision_says()
    {
        var content = Of(
            Direct("I", null, 10),
            new Criterion("T", null, "Mô hình", CriterionKind.Bonus, P(2), Options: [new("xa", P(1), "Cấp xã"), new("tinh", P(2), "Cấp tỉnh")]),
            new Criterion("P", null, "Chậm báo cáo", CriterionKind.Penalty, P(0.2m), Options: [new("ngay", P(0.1m), "Dưới 5 ngày"), new("lau", P(0.2m), "Từ 5 ngày")]));

        Assert.Equal(P(11.9m), new GoldenBloc(content).Has("a", Entry("I", 10), Chosen("T", "tinh"), Chosen("P", "ngay")).TotalOf("a"));
        Assert.Equal(P(9.8m), new GoldenBloc(content).Has("a", Entry("I", 9), Chosen("T", "xa"), Chosen("P", "lau")).TotalOf("a"));
    }

    /// <summary>A section of 20 with a plus and a minus line, and one of 80.</summary>
    private static SchemeContent With(Adding? adding) => Of(
        Group("I", null, 20) with { Adding = adding },
        Direct("I.1", "I", 20),
        new("I.T", "I", "Điểm thưởng", CriterionKind.Bonus, P(2)),
        new("I.P", "I", "Điểm trừ", CriterionKind.Penalty, P(30)),
        Direct("II", null, 80));
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Golden.Golden;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Groups that add up in a way of their own: net items, caps over several lines, rescaling; and floors that read the net.</summary>
public sealed class NetTests
{
    [Theory]
    [InlineData(FloorReading.Net, "K")]
    [InlineData(FloorReading.Base, "XS")]
    internal void A_section_with_20_of_20_and_30_by_its_penalty_line_fails_a_floor_of_85_percent_where_floors_read_the_net(FloorReading reads, string expected)
    {
        var scores = Floored(reads).Score([Typed("I.1", 20), Count("I.2", 30), Typed("II", 80)]);
        Assert.Equal((P(70), expected), (scores.Total, scores.Class()));
    }

    [Theory]
    [InlineData(17, 0, "XS")]
    [InlineData(16.99, 0, "K")]
    [InlineData(20, 3, "XS")]
    [InlineData(19.99, 3, "K")]
    [InlineData(20, 4, "K")]
    public void The_net_is_at_its_floor_exactly_or_below_it(double points, long late, string expected) =>
        Assert.Equal(expected, Floored(FloorReading.Net).Score([Typed("I.1", (decimal)points), Count("I.2", late), Typed("II", 80)]).Class());

    [Fact]
    public void The_sentence_names_the_net_and_not_the_base() => Assert.Contains(
        "tiêu chí I đạt 0/20 điểm",
        Classification.Of(Floored(FloorReading.Net).Score([Typed("I.1", 20), Count("I.2", 30), Typed("II", 80)])).Explanation.Vi,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(20, 0, 0, 20)]
    [InlineData(20, 2, 0, 20)]
    [InlineData(18, 2, 0, 20)]
    [InlineData(17.99, 2, 0, 19.99)]
    [InlineData(18, 3, 0, 20)]
    [InlineData(10, 0, 4, 6)]
    [InlineData(10, 0, 9, 5)]
    [InlineData(3, 0, 9, 0)]
    [InlineData(0, 0, 9, 0)]
    public void A_net_item_is_base_and_capped_bonus_less_capped_penalty_from_nothing_to_its_maximum(double points, double more, long late, double expected)
    {
        var scores = Net(new(IsNet: true, BonusCap: P(2), PenaltyCap: P(5)), (decimal)points, (decimal)more, late);
        Assert.Equal((P((decimal)expected), P(0), P(0), P(20)), (scores.Base, scores.Bonus, scores.Penalty, scores.Assigned));
    }

    [Theory]
    [InlineData(-2, 22, 20, 3, 0, 22)]
    [InlineData(-2, 22, 19, 3, 0, 22)]
    [InlineData(-2, 22, 18.99, 3, 0, 21.99)]
    [InlineData(-2, 22, 0, 0, 9, 0)]
    [InlineData(5, 20, 0, 0, 9, 5)]
    public void A_net_item_keeps_the_least_and_the_most_it_declares(int least, int most, double points, double more, long late, double expected)
    {
        var scores = Net(new(IsNet: true, Least: P(least), Most: P(most)), (decimal)points, (decimal)more, late);
        Assert.Equal(P((decimal)expected), scores.Total);
    }

    [Fact]
    public void A_net_item_that_may_be_below_nothing_takes_from_the_others()
    {
        var scheme = Scheme(new(IsNet: true, Least: P(-2))) with { Maximum = P(100) };
        scheme = scheme with { Criteria = [.. scheme.Criteria, Direct("II", null, 80)] };
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(P(78), scheme.Score([Typed("I.1", 0), Count("I.3", 9), Typed("II", 80)]).Total);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    public void A_cap_over_several_penalty_lines_holds_for_them_together_and_counts_stay_with_their_lines(long late, int expected)
    {
        var scheme = Of(
            Group("I", null, 20) with { Adding = new(PenaltyCap: P(5)) }, Direct("I.1", "I", 20), Penalty("I.2"), Penalty("I.3"), Direct("II", null, 80));
        var scores = scheme.Score([Typed("I.1", 20), Count("I.2", late), Count("I.3", 1), Typed("II", 80)]);
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal((P(expected), P(100 - expected)), (scores.Penalty, scores.Total));
        Assert.Equal(P(late), scores[scores.Tree.Find("I.2")!].Penalty);
    }

    [Fact]
    public void Caps_of_groups_apply_from_the_lines_upwards_and_the_scheme_s_last()
    {
        var scheme = Of(
            Group("I", null, 20) with { Adding = new(BonusCap: P(6)) },
            Group("I.1", "I", 20) with { Adding = new(BonusCap: P(4)) },
            Direct("I.1.1", "I.1", 20),
            Bonus("I.1.2", "I.1"),
            Bonus("I.2", "I"),
            Bonus("T", null)) with { BonusCap = P(9) };
        var scores = scheme.Score([Typed("I.1.1", 20), Typed("I.1.2", 5), Typed("I.2", 5), Typed("T", 5)]);
        Assert.Equal((P(4), P(6), P(9), P(29)), (BonusOf("I.1"), BonusOf("I"), scores.Bonus, scores.Total));

        Points BonusOf(string code) => scores[scores.Tree.Find(code)!].Bonus;
    }

    [Theory]
    [InlineData(3, 7.5)]
    [InlineData(1, 2.5)]
    [InlineData(4, 10)]
    [InlineData(3.33, 8.33)]
    public void A_rescaled_section_is_brought_up_to_its_maximum(double given, double expected)
    {
        var scheme = Rescaled(null);
        Assert.Empty(SchemeRules.Check(scheme));
        var scores = scheme.Score([Typed("I.1", (decimal)given), Typed("II", 90)], notAssigned: ["I.2"]);
        Assert.Equal((P((decimal)expected), P(100)), (scores[scores.Tree.Find("I")!].Points, scores.Assigned));
    }

    [Fact]
    public void Bonus_and_penalty_lines_of_a_rescaled_section_are_not_rescaled()
    {
        var scores = Rescaled(new Criterion("I.3", "I", "Chậm", CriterionKind.Penalty, P(5), Each: P(1)))
            .Score([Typed("I.1", 2), Count("I.3", 1), Typed("II", 90)], notAssigned: ["I.2"]);
        Assert.Equal((P(95), P(1), P(94)), (scores.Base, scores.Penalty, scores.Total));
    }

    [Fact]
    public void A_bonus_without_a_cap_counts_each_time_and_the_total_may_pass_the_maximum()
    {
        var scheme = Of(Direct("I", null, 100), new Criterion("T", null, "Sáng kiến", CriterionKind.Bonus, P(0), Each: P(1.5m), IsUncapped: true));
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal(P(250), scheme.Score([Typed("I", 100), Count("T", 100)]).Total);
        Assert.Empty(EntryRules.Check(scheme.Tree(), [Count("T", 100)], new HashSet<string>()));
    }

    private static SchemeContent Floored(FloorReading reads) =>
        Of(Group("I", null, 20), Direct("I.1", "I", 20), Penalty("I.2"), Direct("II", null, 80)) with
        {
            Ladder = [new("XS", "Xuất sắc", P(70), true, null, false, Floor: Share(85)), new("K", "Khá", null, false, P(70), false)],
            FloorsRead = reads,
        };

    private static SchemeContent Scheme(Adding adding) =>
        Of(Group("I", null, 20) with { Adding = adding }, Direct("I.1", "I", 20), Bonus("I.2", "I"), Penalty("I.3"));

    private static ScoreTable Net(Adding adding, decimal points, decimal more, long late)
    {
        Assert.Empty(SchemeRules.Check(Scheme(adding)));
        return Scheme(adding).Score([Typed("I.1", points), Typed("I.2", more), Count("I.3", late)]);
    }

    private static SchemeContent Rescaled(Criterion? more) => Of(
        [Group("I", null, 10) with { Adding = new(IsRescaled: true) }, Direct("I.1", "I", 4), Direct("I.2", "I", 6), .. more is null ? Array.Empty<Criterion>() : [more], Direct("II", null, 90)]);

    private static Criterion Penalty(string code) => new(code, "I", "Chậm báo cáo", CriterionKind.Penalty, P(30), Each: P(1));

    private static Criterion Bonus(string code, string? parent) => new(code, parent, "Điểm thưởng", CriterionKind.Bonus, P(5));
}

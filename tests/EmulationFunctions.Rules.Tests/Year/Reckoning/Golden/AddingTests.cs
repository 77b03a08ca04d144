using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;
using static EmulationFunctions.Rules.Tests.Year.Reckoning.Golden.GoldenSheets;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>Net items, caps over several lines, floors on the net, and bonus without a cap. The figures are invented but the 20 of 20 with -30.</summary>
public sealed class AddingTests
{
    /// <summary>A section of 20 with a penalty line of up to 30, beside one of 80.</summary>
    private static readonly SchemeContent Floored = new(
        "Mức sàn",
        P(100),
        [Group("I", null, 20), Direct("I.1", "I", 20), Penalty("I.P", "I", 30), Direct("II", null, 80)],
        [Class("XS", 60, null) with { Floor = Share(85) }, Class("K", null, 60)],
        []);

    private static readonly SchemeContent Net = Of(
        Group("I", null, 20) with { Adding = new(IsNet: true, BonusCap: P(2), PenaltyCap: P(5)) },
        Direct("I.1", "I", 20),
        new("I.T1", "I", "Thưởng", CriterionKind.Bonus, P(3), Each: P(0.5m)), Bonus("I.T2", "I", 3),
        Penalty("I.P1", "I", 4), Penalty("I.P2", "I", 4), new("I.P3", "I", "Chậm báo cáo", CriterionKind.Penalty, P(4), Each: P(1)));

    [Fact]
    public void The_schemes_have_no_fault()
    {
        Assert.Empty(SchemeRules.Check(Floored));
        Assert.Empty(SchemeRules.Check(Net));
    }

    [Theory]
    [InlineData(30, "K")]
    [InlineData(3.01, "K")]
    [InlineData(3, "XS")]
    [InlineData(2.99, "XS")]
    public void A_floor_reads_what_the_penalty_of_the_section_leaves(decimal penalty, string expected) =>
        Assert.Equal(expected, ClassOf(Scored(Floored, [Entry("I.1", 20), Entry("I.P", penalty), Entry("II", 80)])));

    [Fact]
    public void Twenty_of_twenty_with_minus_thirty_fails_its_floor_by_name_and_passes_only_where_floors_read_the_base()
    {
        IReadOnlyList<ScoreEntry> entries = [Entry("I.1", 20), Entry("I.P", 30), Entry("II", 80)];

        Assert.Equal("70 điểm: Mức K; chưa đạt Mức XS vì tiêu chí I đạt 0/20 điểm (0 %), dưới mức sàn 85 %.", Classification.Of(Scored(Floored, entries)).Explanation.Vi);
        Assert.Equal("XS", ClassOf(Scored(Floored with { FloorsRead = FloorReading.Base }, entries)));
    }

    [Fact]
    public void No_criterion_at_zero_reads_the_net_too()
    {
        var scheme = Floored with { Ladder = [Class("XS", 60, null) with { NoneAtZero = true }, Class("K", null, 60)] };

        Assert.Equal("K", ClassOf(Scored(scheme, [Entry("I.1", 20), Entry("I.P", 20), Entry("II", 80)])));
        Assert.Equal("XS", ClassOf(Scored(scheme, [Entry("I.1", 20), Entry("I.P", 19.99m), Entry("II", 80)])));
    }

    [Fact]
    public void A_cap_over_several_lines_counts_once_and_each_line_keeps_what_was_put_down()
    {
        var entries = new ScoreEntry[] { Entry("I.1", 18), Entry("I.P1", 3), Entry("I.P2", 1), new("I.P3", Count: 3) };
        var scores = Scored(Net, entries);

        Assert.Empty(FaultsOf(Net, entries));
        Assert.Equal(P(13), scores.Total);
        Assert.Equal(new NodeScore(NodeState.Scored, P(13), P(20), P(0), P(0)), scores[scores.Tree.Find("I")!]);
        Assert.Equal(["3", "1", "3"], new[] { "I.P1", "I.P2", "I.P3" }.Select(code => scores[scores.Tree.Find(code)!].Penalty.ToString()));
    }

    [Theory]
    [InlineData(18, 4, 3, 0, 20)]
    [InlineData(17.99, 4, 3, 0, 19.99)]
    [InlineData(18.01, 4, 3, 0, 20)]
    [InlineData(5, 0, 0, 4, 1)]
    [InlineData(4, 0, 0, 4, 0)]
    [InlineData(3.99, 0, 0, 4, 0)]
    public void A_net_item_stays_between_nothing_and_its_maximum(decimal given, long times, decimal bonus, decimal penalty, decimal expected) => Assert.Equal(
        P(expected),
        Scored(Net, [Entry("I.1", given), new("I.T1", Count: times), Entry("I.T2", bonus), Entry("I.P1", penalty)]).Total);

    [Fact]
    public void A_net_item_may_be_declared_to_fall_below_zero_and_to_pass_its_maximum()
    {
        var scheme = Of([Direct("II", null, 10), .. Net.Criteria.Select(line => line.Code == "I" ? line with { Adding = line.Adding! with { Least = P(-3), Most = P(21) } } : line)]);

        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal((P(-3), P(7)), Told(Entry("I.1", 0), Entry("I.P1", 4), Entry("I.P2", 4)));
        Assert.Equal((P(21), P(31)), Told(Entry("I.1", 20), Entry("I.T2", 3)));

        (Points, Points) Told(params ScoreEntry[] entries)
        {
            var scores = Scored(scheme, [Entry("II", 10), .. entries]);
            return (scores[scores.Tree.Find("I")!].Points, scores.Total);
        }
    }

    [Fact]
    public void A_bonus_without_a_cap_adds_whatever_it_comes_to_and_a_scheme_must_classify_that()
    {
        var scheme = Of(Direct("1", null, 100), new Criterion("T", null, "Thưởng", CriterionKind.Bonus, P(0), Each: P(7.5m), IsUncapped: true));
        IReadOnlyList<ScoreEntry> entries = [Entry("1", 50), new("T", Count: 12)];

        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Empty(FaultsOf(scheme, entries));
        Assert.Equal(P(140), Scored(scheme, entries).Total);
        Assert.Equal("$.ladder[0].maximum", Assert.Single(SchemeRules.Check(scheme with { Ladder = [Class("A", 0, 1000)] })).Path);
    }

    [Fact]
    public void A_net_bonus_may_lift_a_percentage_above_100_where_little_is_assigned_so_the_ladder_must_be_open()
    {
        var scheme = Of(
            Group("I", null, 20) with { Adding = new(IsNet: true) }, Direct("I.1", "I", 10), Direct("I.2", "I", 10), Bonus("I.T", "I", 5)) with
        {
            Basis = ScoreBasis.PercentOfAssigned,
            Ladder = [Class("A", 0, 100, isToIncluded: true)],
        };

        Assert.Equal(P(150), Scored(scheme, [Entry("I.1", 10), Entry("I.T", 5)], notApplicable: "I.2").ClassifiedValue);
        Assert.Equal("$.ladder[0].maximum", Assert.Single(SchemeRules.Check(scheme)).Path);
        Assert.Empty(SchemeRules.Check(scheme with { Ladder = [Class("A", 0, null)] }));
    }
}

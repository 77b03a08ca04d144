using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

public sealed class LadderRulesTests
{
    [Theory]
    [InlineData(true, true, "$.ladder[0].minimum")]    // 85 is in both
    [InlineData(false, false, "$.ladder[0].minimum")]  // 85 is in neither
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    public void A_bound_belongs_to_exactly_one_of_two_classes(bool inUpper, bool inLower, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Faults(Rung("T", 85, inUpper, null, false), Rung("K", 0, true, 85, inLower)));

    [Fact]
    public void Bounds_a_hundredth_apart_leave_no_gap_since_nothing_lies_between() =>
        Assert.Empty(Faults(Rung("T", 85, true, null, false), Rung("K", 0, true, 84.99m, true)));

    [Fact]
    public void A_gap_names_the_values_without_a_class()
    {
        var fault = Assert.Single(Check(Rung("T", 85, true, null, false), Rung("K", 0, true, 80, true)));

        Assert.Equal("$.ladder[0].minimum", fault.Path);
        Assert.Contains("from 80.01 to 84.99", fault.Words.En, StringComparison.Ordinal);
        Assert.Contains("từ 80,01 đến 84,99", fault.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_over_several_others_overlaps_each() => Assert.Equal(
        ["$.ladder[1].minimum", "$.ladder[2].minimum"],
        Faults(Rung("K", 0, true, null, false), Rung("T", 85, true, 95, false), Rung("XS", 95, true, null, false)));

    [Fact]
    public void The_ladder_begins_at_nothing() => Assert.Equal(["$.ladder[0].minimum"], Faults(Rung("T", 50, true, null, false)));

    [Fact]
    public void The_ladder_reaches_the_highest_value_there_is()
    {
        Assert.Empty(Faults(Rung("K", 0, true, 100, true)));
        Assert.Equal(["$.ladder[0].maximum"], Faults(Rung("K", 0, true, 100, false)));
        Assert.Equal(["$.ladder[0].maximum"], Paths(WithBonus(Rung("K", 0, true, 100, true))));
        Assert.Empty(Paths(WithBonus(Rung("K", 0, true, 100, true)) with { BonusClassified = false }));
        Assert.Empty(Paths(WithBonus(Rung("K", 0, true, 100, true)) with { ClassificationCap = P(100) }));
        Assert.Empty(Paths(WithBonus(Rung("K", 0, true, 102, true)) with { BonusCap = P(2) }));
    }

    [Fact]
    public void The_lowest_class_has_no_floor() =>
        Assert.Equal(["$.ladder[0].floor"], Faults(Rung("K", 0, true, null, false) with { Floor = Share(50) }));

    [Fact]
    public void Floors_are_shares_of_criteria_that_exist() => Assert.Equal(
        ["$.ladder[0].floor", "$.ladder[0].floors[0].criterion", "$.ladder[0].floors[1].share", "$.ladder[0].floors[2].criterion"],
        Faults(
            Rung("T", 85, true, null, false) with
            {
                Floor = Share(0),
                Floors = [new("9", Share(50)), new("1", Share(101)), new("1", Share(50))],
            },
            Rung("K", 0, true, 85, false)));

    [Fact]
    public void A_class_that_holds_no_value_is_refused() =>
        Assert.Equal(["$.ladder[0].maximum"], Faults(Rung("T", 85, false, 85, true), Rung("K", 0, true, null, false)));

    [Fact]
    public void Codes_of_classes_differ() =>
        Assert.Equal(["$.ladder[1].code"], Faults(Rung("T", 85, true, null, false), Rung("T", 0, true, 85, false)));

    private static Rung Rung(string code, decimal? minimum, bool minimumIncluded, decimal? maximum, bool maximumIncluded) => new(
        code,
        $"Mức {code}",
        minimum is { } low ? P(low) : null,
        minimumIncluded,
        maximum is { } high ? P(high) : null,
        maximumIncluded);

    private static SchemeContent WithBonus(params Rung[] ladder) =>
        Of(Direct("1", null, 100), new("T", null, "Thưởng", CriterionKind.Bonus, P(5))) with { Ladder = ladder };

    private static IReadOnlyList<EmulationFunctions.Common.Fault> Check(params Rung[] ladder) =>
        SchemeRules.Check(Of(Direct("1", null, 100)) with { Ladder = ladder });

    private static List<string> Faults(params Rung[] ladder) => [.. Check(ladder).Select(fault => fault.Path)];

    private static List<string> Paths(SchemeContent scheme) => [.. SchemeRules.Check(scheme).Select(fault => fault.Path)];
}

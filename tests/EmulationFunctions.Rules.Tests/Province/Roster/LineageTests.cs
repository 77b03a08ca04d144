using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Rules.Tests.Province.Roster;

public sealed class LineageTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly DateOnly July = new(2025, 7, 1);

    [Fact]
    public void A_unit_goes_on_from_those_whose_tasks_it_took_over_through_several_successions()
    {
        Succession[] all = [SuccessionRulesTests.Merge("mot", March, ["so-a", "so-b"], "so-c"), SuccessionRulesTests.Merge("hai", July, ["so-c"], "so-d")];

        Assert.Equal(["so-d", "so-c", "so-a", "so-b"], Lineage.Of("so-d", all, July).Select(one => one.Unit));
        Assert.Equal([null, July, March, March], Lineage.Of("so-d", all, July).Select(one => one.Ended));
        Assert.Equal(["so-d"], Lineage.Of("so-d", all, July.AddDays(-1)).Select(one => one.Unit)); // not before its day
        Assert.Equal(["so-a"], Lineage.Of("so-a", all, July).Select(one => one.Unit)); // what ended goes on from nobody
    }

    [Fact]
    public void Of_a_split_only_the_unit_that_took_over_the_tasks_goes_on()
    {
        var split = new Succession("x", SuccessionKind.Split, March, new("Nghị quyết", "1/NQ"), ["so-a"], [new("so-b", null), new("so-c", null)], "so-c", null, null, []);

        Assert.Equal(["so-c", "so-a"], Lineage.Of("so-c", [split], July).Select(one => one.Unit));
        Assert.Equal(["so-b"], Lineage.Of("so-b", [split], July).Select(one => one.Unit));
    }

    [Fact]
    public void A_renaming_or_a_move_makes_no_other_unit()
    {
        var moved = new Succession("y", SuccessionKind.Move, March, new("Nghị quyết", "1/NQ"), ["so-a"], [], null, null, "khoi", []);

        Assert.Equal(["so-a"], Lineage.Of("so-a", [SuccessionRulesTests.Rename("x", March, "so-a"), moved], July).Select(one => one.Unit));
    }

    [Fact]
    public void Who_takes_over_a_part_only_begins_anew_and_the_unit_has_not_ended()
    {
        var part = new Succession("x", SuccessionKind.SplitOff, March, new("Nghị quyết", "1/NQ"), ["so-a"], [new("so-b", null)], null, null, null, []);

        Assert.Equal(["so-b"], Lineage.Of("so-b", [part], July).Select(one => one.Unit));
        Assert.Equal(["so-a"], Lineage.Of("so-a", [part], July).Select(one => one.Unit));
        Assert.Empty(Lineage.EndedBy(July, [part]));
    }

    [Fact]
    public void A_unit_has_ended_from_the_day_on_and_not_before()
    {
        Succession[] all = [SuccessionRulesTests.Merge("x", March, ["so-a", "so-b"], "so-c"), SuccessionRulesTests.Rename("y", March, "so-d")];

        Assert.Empty(Lineage.EndedBy(March.AddDays(-1), all));
        Assert.Equal(["so-a", "so-b"], Lineage.EndedBy(March, all).Order());
    }

    [Fact]
    public void A_unit_is_called_on_each_day_as_it_was_then()
    {
        Succession[] all =
        [
            SuccessionRulesTests.Rename("mot", March, "so-a", "Tên hai", former: "Tên một"),
            SuccessionRulesTests.Rename("hai", July, "so-a", "Tên ba", former: "Tên hai"),
            SuccessionRulesTests.Rename("ba", July.AddDays(30), "so-a", "Tên bốn"), // its day has not come
        ];

        Assert.Equal("Tên một", Lineage.NamesOn(March.AddDays(-1), all)["so-a"]);
        Assert.Equal("Tên hai", Lineage.NamesOn(March, all)["so-a"]);
        Assert.Equal("Tên hai", Lineage.NamesOn(July.AddDays(-1), all)["so-a"]);
        Assert.Empty(Lineage.NamesOn(July, all));
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Rules.Tests.Province.Roster;

public sealed class SuccessionRulesTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private static readonly DateOnly July = new(2025, 7, 1);

    [Fact]
    public void The_merger_of_2025_has_no_fault()
    {
        Succession[] story =
        [
            Merge("nong-nghiep-moi-truong", March, ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong"),
            Merge("giao-thong-vao-xay-dung", March, ["so-giao-thong"], "so-xay-dung"),
            Merge("ke-hoach-vao-tai-chinh", March, ["so-ke-hoach"], "so-tai-chinh"),
        ];

        Assert.All(story, one => Assert.Empty(SuccessionRules.FaultsOf(one).Concat(SuccessionRules.FaultsOf(one, story))));
    }

    [Fact]
    public void A_unit_is_not_merged_into_itself_and_every_fault_is_named_at_once()
    {
        var faults = SuccessionRules.FaultsOf(Merge("x", new(1900, 1, 1), ["so-a", "so-a", "so-b"], "so-b") with { Name = "Sở mới", TasksTo = "so-c" });

        Assert.Equal(["$.day", "$.from[1]", "$.name", "$.tasksTo", "$.to[0].unit"], faults.Select(fault => fault.Path).Order());
    }

    [Theory]
    [InlineData(SuccessionKind.Merge, 1, 0, "$.to")]
    [InlineData(SuccessionKind.Merge, 1, 2, "$.to")]
    [InlineData(SuccessionKind.Split, 2, 2, "$.from")]
    [InlineData(SuccessionKind.Split, 1, 1, "$.to")]
    [InlineData(SuccessionKind.Dissolve, 2, 0, "$.from")]
    [InlineData(SuccessionKind.SplitOff, 2, 1, "$.from")]
    [InlineData(SuccessionKind.SplitOff, 1, 0, "$.to")]
    [InlineData(SuccessionKind.Rename, 1, 1, "$.to")]
    [InlineData(SuccessionKind.Rename, 2, 0, "$.from")]
    [InlineData(SuccessionKind.Move, 1, 1, "$.to")]
    [InlineData(SuccessionKind.Merge, 0, 1, "$.from")]
    internal void Each_kind_has_its_numbers_of_units(SuccessionKind kind, int from, int to, string path)
    {
        var one = Of(kind, from, to);

        Assert.Equal([path], SuccessionRules.FaultsOf(one).Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(SuccessionKind.Merge, 2, 1)]
    [InlineData(SuccessionKind.Split, 1, 2)]
    [InlineData(SuccessionKind.SplitOff, 1, 1)]
    [InlineData(SuccessionKind.SplitOff, 1, 3)]
    [InlineData(SuccessionKind.Dissolve, 1, 0)]
    [InlineData(SuccessionKind.Dissolve, 1, 2)]
    [InlineData(SuccessionKind.Rename, 1, 0)]
    [InlineData(SuccessionKind.Move, 1, 0)]
    internal void What_each_kind_may_be_has_no_fault(SuccessionKind kind, int from, int to) => Assert.Empty(SuccessionRules.FaultsOf(Of(kind, from, to)));

    [Fact]
    public void Where_several_take_over_somebody_must_say_who_took_over_the_tasks()
    {
        var fault = Assert.Single(SuccessionRules.FaultsOf(Of(SuccessionKind.Split, 1, 2) with { TasksTo = null }));

        Assert.Equal("$.tasksTo", fault.Path);
        Assert.Contains("152/2025", fault.Words.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_splits_a_part_off_goes_on_with_its_sheets_and_what_it_reached()
    {
        var one = Of(SuccessionKind.SplitOff, 1, 1);

        var faults = SuccessionRules.FaultsOf(one with { TasksTo = "to-1", Sheets = [new(2025, "nam", "khoi", "from-1", SheetOutcome.Closed, null)] });
        var itself = SuccessionRules.FaultsOf(one with { To = [new("from-1", null)] });
        var ended = SuccessionRules.FaultsOf(one, [Merge("mot", March, ["from-1"], "so-b")]);
        var later = SuccessionRules.FaultsOf(Merge("hai", July, ["from-1"], "to-1"), [one]);

        Assert.False(one.Ends || one.Leaves);
        Assert.Equal(["$.sheets", "$.tasksTo"], faults.Select(fault => fault.Path).Order());
        Assert.Equal(["$.to[0].unit"], itself.Select(fault => fault.Path));
        Assert.Equal(["$.from[0]"], ended.Select(fault => fault.Path));
        Assert.Empty(later); // it may end later, also into the part that left it
    }

    [Fact]
    public void A_name_and_a_bloc_are_said_where_they_are_needed_and_nowhere_else()
    {
        var renamed = SuccessionRules.FaultsOf(Of(SuccessionKind.Rename, 1, 0) with { Name = null, Bloc = "khoi" });
        var moved = SuccessionRules.FaultsOf(Of(SuccessionKind.Move, 1, 0) with { Name = "Sở mới", Bloc = null });

        Assert.Equal(["$.bloc", "$.name"], renamed.Select(fault => fault.Path).Order());
        Assert.Equal(["$.bloc", "$.name"], moved.Select(fault => fault.Path).Order());
    }

    [Fact]
    public void A_unit_ends_once()
    {
        var first = Merge("mot", March, ["so-a"], "so-b");

        var again = SuccessionRules.FaultsOf(Merge("hai", July, ["so-a"], "so-c"), [first]);
        var before = SuccessionRules.FaultsOf(Merge("hai", March.AddDays(-1), ["so-a"], "so-c"), [first]);
        var sameDay = SuccessionRules.FaultsOf(Rename("hai", March, "so-a"), [first]);

        Assert.All([again, before, sameDay], faults => Assert.Equal("$.from[0]", Assert.Single(faults).Path));
        Assert.All([again, before, sameDay], faults => Assert.Contains("mot", faults[0].Words.Vi, StringComparison.Ordinal));
    }

    [Fact]
    public void Successions_make_no_cycle()
    {
        Succession[] known = [Merge("mot", March, ["so-a"], "so-b"), Merge("hai", March.AddDays(10), ["so-b"], "so-c")];

        var back = SuccessionRules.FaultsOf(Merge("ba", July, ["so-c"], "so-a"), known);
        var unrelated = SuccessionRules.FaultsOf(Merge("ba", July, ["so-d"], "so-a"), known);

        var fault = Assert.Single(back);
        Assert.Equal("$.to[0].unit", fault.Path);
        Assert.Contains("cycle", fault.Words.En, StringComparison.Ordinal);
        // Not a cycle, but nobody goes on after its end.
        Assert.DoesNotContain("cycle", Assert.Single(unrelated).Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_takes_over_does_not_end_before()
    {
        var known = Merge("mot", July, ["so-a"], "so-b");

        var fault = Assert.Single(SuccessionRules.FaultsOf(Merge("hai", March, ["so-b"], "so-c"), [known]));
        var later = SuccessionRules.FaultsOf(Merge("hai", July.AddDays(1), ["so-b"], "so-c"), [known]);

        Assert.Equal("$.from[0]", fault.Path);
        Assert.Empty(later);
    }

    [Fact]
    public void A_unit_is_renamed_again_later_only()
    {
        var known = Rename("mot", March, "so-a");

        Assert.Single(SuccessionRules.FaultsOf(Rename("hai", March, "so-a"), [known]));
        Assert.Single(SuccessionRules.FaultsOf(Rename("hai", March.AddDays(-1), "so-a"), [known]));
        Assert.Empty(SuccessionRules.FaultsOf(Rename("hai", July, "so-a"), [known]));
        Assert.Empty(SuccessionRules.FaultsOf(Merge("hai", July, ["so-a"], "so-b"), [known]));
    }

    [Fact]
    public void What_is_decided_of_sheets_fits_the_units()
    {
        var one = Merge("x", March, ["so-a", "so-b"], "so-c") with
        {
            Sheets =
            [
                new(2025, "nam", "khoi", "so-a", SheetOutcome.Carried, "so-c"),
                new(2025, "nam", "khoi", "so-b", SheetOutcome.Carried, "so-c"), // two cannot become one
                new(2025, "nam", "khoi", "so-d", SheetOutcome.Closed, null), // not of a unit that ends
                new(2025, "nam", "khoi", "so-a", SheetOutcome.Closed, "so-c"), // twice, and nobody goes on from it
                new(2025, "quy-1", "khoi", "so-a", SheetOutcome.Carried, null), // to whom?
                new(2025, "quy-2", "khoi", "so-a", SheetOutcome.ProRata, "so-c"),
                new(2025, "quy-2", "khoi", "so-b", SheetOutcome.ProRata, "so-c"), // two may count in one
                new(2025, "quy-3", "khoi", "so-a", SheetOutcome.ProRata, "so-d"), // not one that takes over
                new(2025, "quy-4", "khoi", "so-a", SheetOutcome.ProRata, null), // in whose total?
            ],
        };

        Assert.Equal(
            ["$.sheets[1].to", "$.sheets[2].unit", "$.sheets[3]", "$.sheets[3].to", "$.sheets[4].to", "$.sheets[7].to", "$.sheets[8].to"],
            SuccessionRules.FaultsOf(one).Select(fault => fault.Path).Order());
    }

    [Fact]
    public void A_renaming_touches_no_sheet_and_who_moves_carries_its_own()
    {
        var renamed = Of(SuccessionKind.Rename, 1, 0) with { Sheets = [new(2025, "nam", "khoi", "from-1", SheetOutcome.Closed, null)] };
        var moved = Of(SuccessionKind.Move, 1, 0) with { Sheets = [new(2025, "nam", "khoi", "from-1", SheetOutcome.Carried, "from-1")] };

        Assert.Equal(["$.sheets"], SuccessionRules.FaultsOf(renamed).Select(fault => fault.Path));
        Assert.Empty(SuccessionRules.FaultsOf(moved));
    }

    private static Succession Of(SuccessionKind kind, int from, int to) => new(
        "x",
        kind,
        March,
        new("Nghị quyết", "45/NQ-HĐND"),
        [.. Enumerable.Range(1, from).Select(number => $"from-{number}")],
        [.. Enumerable.Range(1, to).Select(number => new Successor($"to-{number}", null))],
        to > 0 && kind != SuccessionKind.SplitOff ? "to-1" : null,
        kind == SuccessionKind.Rename ? "Tên mới" : null,
        kind == SuccessionKind.Move ? "khoi-moi" : null,
        []);

    internal static Succession Merge(string id, DateOnly day, string[] from, string to) =>
        new(id, SuccessionKind.Merge, day, new("Nghị quyết", "45/NQ-HĐND"), from, [new(to, null)], to, null, null, []);

    internal static Succession Rename(string id, DateOnly day, string unit, string name = "Tên mới", string? former = null) =>
        new(id, SuccessionKind.Rename, day, new("Quyết định", "12/QĐ-UBND"), [unit], [], null, name, null, []) { FormerName = former, IsDone = former is not null };
}

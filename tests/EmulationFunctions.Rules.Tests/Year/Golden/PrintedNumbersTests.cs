using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>The police tree of Quảng Trị as it is printed: numbers that start again in each section, no keys, and levels in place of parents.</summary>
public sealed class PrintedNumbersTests
{
    [Fact]
    public void A_tree_without_keys_gets_them_by_path_and_keeps_its_printed_numbers()
    {
        var (printed, faults) = (Printed(), new List<Fault>());

        var filled = SchemeKeys.Fill(printed, faults);

        Assert.Empty(faults);
        Assert.Equal(230, filled.Count);
        Assert.Equal(230, filled.Select(line => line.Code).Distinct().Count());
        Assert.Empty(SchemeRules.Check(SchemeC.Content with { Criteria = filled, TieBreaks = [] }));
        Assert.Equal(["I.", "II.", "III."], filled.Where(line => line.Parent is null).Select(line => line.Number));
        Assert.Equal(["1.", "2.", "3.", "4.", "5.", "6."], filled.Where(line => line.Parent == "1").Select(line => line.Number));
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], filled.Where(line => line.Parent == "2").Select(line => line.Number));
        Assert.Equal("1.2.1", filled.First(line => line.Parent == "1.2").Code);
    }

    [Fact]
    public void Points_are_the_same_whether_lines_have_keys_or_places()
    {
        var original = SchemeTree.Of(new("c", 1, SchemeC.Content)).Nodes.Select(node => node.Criterion).ToList();
        var filled = SchemeKeys.Fill(Printed(), []);

        Assert.Equal(original.Select(line => (line.Kind, line.Maximum)), filled.Select(line => (line.Kind, line.Maximum)));
    }

    [Fact]
    public void A_form_prints_its_own_numbers_and_what_is_not_assigned_leaves_both_sides()
    {
        var content = SchemeC.Content with
        {
            Criteria = [.. SchemeKeys.Fill(Printed(), []).Select(line => line with { Basis = "Báo cáo, kết quả kiểm tra", CheckedBy = "Phòng Tham mưu" })],
            TieBreaks = [],
        };
        var tree = content.Tree();
        var given = tree.Leaves.ToDictionary(leaf => leaf.Code, leaf => leaf.Criterion.Maximum, StringComparer.Ordinal);
        given[tree.Leaves[0].Code] = P(0);
        var scores = ScoreTable.Of(tree, given, new HashSet<string> { "2", "3" });

        Assert.Empty(SchemeRules.Check(content));
        Assert.All(SchemePreview.Of(tree).Lines, line => Assert.Equal(("Báo cáo, kết quả kiểm tra", "Phòng Tham mưu"), (line.Basis, line.CheckedBy)));
        Assert.Equal(["I.", "1.", "a)"], tree.Nodes.Take(3).Select(node => node.Criterion.Printed));

        // The first leaf is worth 5 of the 700: 695 of 700 are 99.2857… %.
        Assert.Equal((P(695), P(700), Share(99.29m)), (scores.Base, scores.Assigned, scores.Percentage!.Value));
    }

    [Fact]
    public void A_level_with_nothing_above_it_is_a_fault_at_its_line()
    {
        var faults = new List<Fault>();

        SchemeKeys.Fill([new("", null, "Một", CriterionKind.Direct, P(1), Level: 2), new("", null, "Hai", CriterionKind.Direct, P(1), Level: 1)], faults);

        Assert.Equal(["$.criteria[0].level"], faults.Select(fault => fault.Path));
    }

    /// <summary>In the order of the form, with nothing but level and printed number.</summary>
    private static List<Criterion> Printed()
    {
        var tree = SchemeTree.Of(new("c", 1, SchemeC.Content));
        var counted = new Dictionary<string, int>();
        return [.. tree.Nodes.Select(node =>
        {
            var place = counted[node.Parent?.Code ?? ""] = counted.GetValueOrDefault(node.Parent?.Code ?? "") + 1;
            return node.Criterion with
            {
                Code = "",
                Parent = null,
                Level = node.Depth,
                Number = node.Depth switch
                {
                    1 => new string('I', place) + ".",
                    2 => $"{place}.",
                    _ => $"{(char)('a' + (place - 1) % 26)})",
                },
            };
        })];
    }
}

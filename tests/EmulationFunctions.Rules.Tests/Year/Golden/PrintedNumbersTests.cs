using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
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

using System.Text.Json;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning.Golden;

/// <summary>The police tree of 230 nodes as it is printed: numbers that start again in each section, what each line is scored by and who checks it, and no keys.</summary>
public sealed class SchemeCNumbersTests
{
    private static readonly IReadOnlyList<Criterion> AsPrinted = Printed();

    [Fact]
    public void A_tree_without_keys_gets_them_by_path_and_keeps_its_shape()
    {
        var faults = new List<Fault>();
        var filled = SchemeKeys.Fill(AsPrinted, faults);
        var tree = (SchemeC.Content with { Criteria = filled, TieBreaks = [] }).Tree();

        Assert.Empty(faults);
        Assert.Empty(SchemeRules.Check(tree.Content));
        Assert.Equal((230, 176), (tree.Nodes.Count, tree.Leaves.Count));
        Assert.Equal(["1", "2", "3"], tree.Sections.Select(section => section.Code));
        Assert.Equal("1.2.3", tree.Find("1.2.3.1")!.Parent!.Code);
        Assert.All(filled, line => Assert.True(line.Parent is null ? !line.Code.Contains('.', StringComparison.Ordinal) : line.Code.StartsWith($"{line.Parent}.", StringComparison.Ordinal)));
        Assert.All(filled, line => Assert.Null(line.Level));
    }

    [Fact]
    public void Printed_numbers_may_repeat_while_keys_do_not()
    {
        var filled = SchemeKeys.Fill(AsPrinted, []);

        Assert.Equal(3, filled.Count(line => line.Number == "1." && line.Parent is { Length: 1 }));
        Assert.Equal(230, filled.Select(line => line.Code).Distinct().Count());
        Assert.Equal(["I.", "II.", "III."], filled.Where(line => line.Parent is null).Select(line => line.Printed));
    }

    [Fact]
    public void What_is_printed_comes_back_from_json_and_is_part_of_a_comparison()
    {
        var content = SchemeC.Content with { Criteria = SchemeKeys.Fill(AsPrinted, []), TieBreaks = [] };
        var json = new JsonSerializerOptions();
        JsonRules.Apply(json);
        var read = JsonSerializer.Deserialize<SchemeContent>(JsonSerializer.Serialize(content, json), json)!;
        var other = content with { Criteria = [.. content.Criteria.Select((line, index) => index == 1 ? line with { Number = "1.a)", Basis = "Kế hoạch", CheckedBy = "Sở Tư pháp" } : line)] };

        Assert.Equal(content.Criteria, read.Criteria);
        Assert.Equal(
            ["criteria['1.1'].basis", "criteria['1.1'].checkedBy", "criteria['1.1'].number"],
            SchemeDifferences.Between(content, other).Select(difference => difference.Path).Order(StringComparer.Ordinal));
    }

    /// <summary>Depth first, each line with its level in place of a code and a parent.</summary>
    private static List<Criterion> Printed()
    {
        var children = SchemeC.Content.Criteria.ToLookup(line => line.Parent, StringComparer.Ordinal);
        var lines = new List<Criterion>();
        Add(null, 1);
        return lines;

        void Add(string? parent, int level)
        {
            foreach (var (index, line) in children[parent].Index())
            {
                var number = level == 1 ? $"{new string('I', index + 1)}." : level == 2 ? $"{index + 1}." : $"{(char)('a' + index)})";
                lines.Add(line with { Code = "", Parent = null, Level = level, Number = number, Basis = "Báo cáo của đơn vị", CheckedBy = "Phòng Tham mưu" });
                Add(line.Code, level + 1);
            }
        }
    }
}

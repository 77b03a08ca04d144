using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Golden;

/// <summary>Police of Quảng Trị, 2025, as its decision prints it: no keys, levels instead, and numbers that start again in each part.</summary>
public sealed class SchemeCTests
{
    private static readonly SchemeTree Keyed = SchemeC.Content.Tree();

    private static readonly IReadOnlyList<Criterion> Printed =
    [
        .. Keyed.Nodes.Select(node => node.Criterion with
        {
            Code = "",
            Parent = null,
            Level = node.Depth,
            Number = Label(node),
            Basis = node.IsLeaf ? "Báo cáo của đơn vị, kết quả kiểm tra" : null,
            CheckedBy = node.IsLeaf ? "Phòng Tham mưu" : null,
        }),
    ];

    [Fact]
    public void Its_230_lines_get_their_keys_by_their_place_and_keep_numbers_basis_and_checking_body()
    {
        var faults = new List<Fault>();
        var filled = SchemeKeys.Fill(Printed, faults);
        Assert.Empty(faults);
        Assert.Equal(230, filled.Select(line => line.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["1", "1.1", "1.2"], filled.Where(line => line.Parent is null or "1").Take(3).Select(line => line.Code));
        Assert.All(filled.Zip(Keyed.Nodes), pair =>
        {
            Assert.Equal(Label(pair.Second), pair.First.Printed);
            Assert.Equal((pair.Second.IsLeaf, null), (pair.First is { Basis: not null, CheckedBy: "Phòng Tham mưu" }, pair.First.Level));
        });
        Assert.True(filled.Select(line => line.Number).Distinct(StringComparer.Ordinal).Count() < 230, "Printed numbers start again.");
    }

    [Fact]
    public void With_these_keys_the_scheme_has_no_fault_and_1000_points_on_five_levels()
    {
        var scheme = Filled();
        var tree = scheme.Tree();
        Assert.Empty(SchemeRules.Check(scheme));
        Assert.Equal((230, 176, 5), (tree.Nodes.Count, tree.Leaves.Count, tree.Nodes.Max(node => node.Depth)));
        Assert.Equal([P(700), P(200), P(100)], tree.Sections.Select(section => section.Criterion.Maximum));
    }

    [Fact]
    public void What_is_not_assigned_leaves_both_sides_as_with_keys()
    {
        var tree = Filled().Tree();
        var full = tree.Leaves.ToDictionary(leaf => leaf.Code, leaf => leaf.Criterion.Maximum, StringComparer.Ordinal);
        full[tree.Leaves[0].Code] = P(0);
        var scores = ScoreTable.Of(tree, full, new HashSet<string> { "2", "3" });

        // The first leaf has 5 of the 700: 695 of 700 are 99.2857… %.
        Assert.Equal((P(695), P(700), Share(99.29m)), (scores.Base, scores.Assigned, scores.Percentage!.Value));
    }

    [Fact]
    public void A_level_below_nothing_is_named_at_its_line()
    {
        var faults = new List<Fault>();
        SchemeKeys.Fill([.. Printed.Take(3), Printed[3] with { Level = 9 }], faults);
        Assert.Equal("$.criteria[3].level", Assert.Single(faults).Path);
    }

    private static SchemeContent Filled() => SchemeC.Content with { Criteria = SchemeKeys.Fill(Printed, []), TieBreaks = [new(TieBreakKind.HigherPointsIn, "1")] };

    /// <summary>"I.", "1.", "a)": by depth, and again from the first in every part.</summary>
    private static string Label(SchemeNode node)
    {
        var place = Keyed.Nodes.Where(other => other.Parent == node.Parent).TakeWhile(other => other != node).Count();
        return node.Depth switch
        {
            1 => $"{new[] { "I", "II", "III" }[place]}.",
            2 => $"{place + 1}.",
            _ => $"{place + 1})",
        };
    }
}

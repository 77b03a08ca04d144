using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

public sealed class SchemeRulesTests
{
    public static TheoryData<string> Samples => ["A", "B", "C", "D"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_real_schemes_have_no_fault(string name) => Assert.Empty(SchemeRules.Check(name switch
    {
        "A" => A,
        "B" => B,
        "C" => SchemeC.Content,
        _ => D,
    }));

    [Fact]
    public void A_ranking_by_measures_has_no_total_to_count_pro_rata()
    {
        var content = SchemeSamples.Of(SchemeSamples.Direct("I", null, 60), SchemeSamples.Direct("II", null, 40)) with { ProRata = ProRata.Days };

        Assert.DoesNotContain("$.proRata", SchemeRules.Check(content).Select(fault => fault.Path));
        Assert.Contains("$.proRata", SchemeRules.Check(content with { Basis = ScoreBasis.Measures }).Select(fault => fault.Path));
    }

    [Fact]
    public void Scheme_C_of_the_police_of_Quang_Tri_2025_has_230_nodes_176_leaves_5_levels_and_1000_points()
    {
        var tree = SchemeC.Content.Tree();

        Assert.Equal((230, 176, 5), (tree.Nodes.Count, tree.Leaves.Count, tree.Nodes.Max(node => node.Depth)));
        Assert.Equal(P(1.5m), tree.Leaves.Min(leaf => leaf.Criterion.Maximum));
        Assert.Equal([P(700), P(200), P(100)], tree.Sections.Select(section => section.Criterion.Maximum));
        Assert.Equal((113, P(607)), Kind(CriterionKind.Direct));
        Assert.Equal((51, P(288)), Kind(CriterionKind.PassFail));
        Assert.Equal((12, P(105)), Kind(CriterionKind.Quantitative));

        (int Count, Points Sum) Kind(CriterionKind kind)
        {
            var leaves = tree.Leaves.Where(leaf => leaf.Criterion.Kind == kind).ToList();
            return (leaves.Count, Points.Sum(leaves.Select(leaf => leaf.Criterion.Maximum)));
        }
    }

    [Fact]
    public void Every_group_whose_criteria_do_not_sum_to_it_is_named()
    {
        var scheme = Of(
            Group("I", null, 10), Direct("I.1", "I", 5), Direct("I.2", "I", 4.99m),
            Group("II", null, 10), Direct("II.1", "II", 10.01m));

        Assert.Equal(["$.criteria[0].maximum", "$.criteria[3].maximum"], Faults(scheme));
    }

    [Fact]
    public void The_sections_must_sum_to_the_scheme() =>
        Assert.Equal(["$.maximum"], Faults(Of(Direct("1", null, 10)) with { Maximum = P(10.01m) }));

    [Fact]
    public void Bonus_and_penalty_are_in_no_sum() => Assert.Empty(Faults(Of(
        Group("I", null, 10),
        Direct("I.1", "I", 10),
        new("I.2", "I", "Thưởng", CriterionKind.Bonus, P(5)),
        Group("II", null, 0),
        new("II.1", "II", "Trừ", CriterionKind.Penalty, P(5), Each: P(1)))));

    [Fact]
    public void A_circle_of_criteria_is_told_once_and_names_all_in_it()
    {
        var fault = Assert.Single(SchemeRules.Check(Of(
            Direct("1", null, 10),
            Group("A", "B", 0), Group("B", "C", 0), Group("C", "A", 0))));

        Assert.Equal("$.criteria[1].parent", fault.Path);
        Assert.Contains("A → B → C → A", fault.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_is_its_own_parent_is_a_circle() =>
        Assert.Contains("$.criteria[1].parent", Faults(Of(Direct("1", null, 10), Group("A", "A", 0))));

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    [InlineData(50, true)]
    public void The_tree_is_at_most_20_deep(int depth, bool isRefused)
    {
        var lines = Enumerable.Range(1, depth)
            .Select(level => level == depth ? Direct($"{level}", $"{level - 1}", 10) : Group($"{level}", level == 1 ? null : $"{level - 1}", 10))
            .ToArray();

        Assert.Equal(isRefused ? ["$.criteria[20].parent"] : [], Faults(Of(lines)));
    }

    [Fact]
    public void A_scheme_has_at_most_2000_criteria()
    {
        Assert.Empty(Faults(Of([.. Enumerable.Range(0, 2_000).Select(number => Direct($"{number}", null, 1))])));
        Assert.Equal(["$.criteria"], Faults(Of([.. Enumerable.Range(0, 10_000).Select(number => Direct($"{number}", null, 1))])));
        Assert.Equal(["$.criteria"], Faults(Of()));
    }

    [Fact]
    public void Every_fault_of_the_lines_is_told_at_once()
    {
        var scheme = Of(
            Direct("1", null, 10),
            Direct("1", null, 10),                                                                  // the same code again
            Direct("2", "9", 10),                                                                   // no such parent
            Direct("3", "1", 10),                                                                   // below a leaf
            Direct("4", null, -1),                                                                  // negative
            Direct("5", null, 0),                                                                   // worth nothing
            Group("6", null, 0),                                                                    // holds nothing
            Direct("7 b", null, 1),                                                                 // a blank in the code
            Direct("8", null, 1) with { Title = " " },
            Direct("10", null, 1) with { Each = P(1) },                                             // not counted
            new("11", null, "Đếm", CriterionKind.Count, P(5)),                                      // worth what, each?
            new("12", null, "Đếm", CriterionKind.Count, P(5), Each: P(6)),                          // more than the maximum
            new("13", null, "Lồng", CriterionKind.NestedPercentage, P(5)),                          // no targets
            new("14", null, "Lồng", CriterionKind.NestedPercentage, P(5), Nested: new(Share(0), P(6), Share(100.01m))));

        Assert.Equal(
            [
                "$.criteria[1].code", "$.criteria[2].parent", "$.criteria[3].parent", "$.criteria[4].maximum", "$.criteria[5].maximum", "$.criteria[6].kind",
                "$.criteria[7].code", "$.criteria[8].title", "$.criteria[9].each", "$.criteria[10].each", "$.criteria[11].each", "$.criteria[12].nested",
                "$.criteria[13].nested.inner", "$.criteria[13].nested.outer", "$.criteria[13].nested.outerPoints",
            ],
            Faults(scheme).Order(Comparer<string>.Create(ByLine)));
    }

    [Theory]
    [InlineData("đ")]
    [InlineData("II.1.đ")]
    [InlineData("A-1")]
    public void A_code_may_use_the_letters_of_Vietnamese_lists(string code) => Assert.Empty(Faults(Of(Direct(code, null, 10))));

    [Theory]
    [InlineData("")]
    [InlineData("I/1")]
    [InlineData("I..1")]
    [InlineData("I#1")]
    [InlineData(".I")]
    [InlineData("I?\u0001")]
    [InlineData("123456789012345678901234567890123")]
    public void A_code_is_fit_for_a_key_and_a_path(string code) => Assert.Equal(["$.criteria[0].code"], Faults(Of(Direct(code, null, 10))));

    [Fact]
    public void A_tie_break_must_be_decidable()
    {
        var scheme = Of(Direct("1", null, 10), new("T", null, "Thưởng", CriterionKind.Bonus, P(5))) with
        {
            TieBreaks =
            [
                new(TieBreakKind.HigherPointsIn, "1"),
                new(TieBreakKind.HigherPointsIn, "2"),            // unknown
                new(TieBreakKind.HigherPointsIn),                 // in what?
                new(TieBreakKind.HigherPointsIn, "T"),            // a bonus
                new(TieBreakKind.FewerDeductions, "1"),           // looks at none
                new(TieBreakKind.HigherPointsIn, "1"),            // again
            ],
        };

        Assert.Equal(
            ["$.tieBreaks[1].criterion", "$.tieBreaks[2].criterion", "$.tieBreaks[3].criterion", "$.tieBreaks[4].criterion", "$.tieBreaks[5]"],
            Faults(scheme));
    }

    [Fact]
    public void Caps_and_shown_decimals_have_limits() => Assert.Equal(
        ["$.shownDecimals", "$.bonusCap", "$.penaltyCap", "$.classificationCap"],
        Faults(Of(Direct("1", null, 10)) with { ShownDecimals = 3, BonusCap = P(-1), PenaltyCap = P(-1), ClassificationCap = P(0) }));

    private static List<string> Faults(SchemeContent scheme) => [.. SchemeRules.Check(scheme).Select(fault => fault.Path)];

    private static int ByLine(string left, string right)
    {
        var order = Line(left).CompareTo(Line(right));
        return order != 0 ? order : string.CompareOrdinal(left, right);

        static int Line(string path) => int.Parse(path.AsSpan(11, path.IndexOf(']', StringComparison.Ordinal) - 11), System.Globalization.CultureInfo.InvariantCulture);
    }
}

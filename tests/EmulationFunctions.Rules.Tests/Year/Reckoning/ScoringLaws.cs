using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class ScoringLaws
{
    [Fact]
    public void A_scheme_whose_groups_sum_has_no_fault_and_one_hundredth_more_names_the_group() => Law.HoldsForEverySeed(random =>
    {
        var scheme = RandomSchemes.MakeAny(random);
        var groups = scheme.Criteria.Select((line, index) => (line, index)).Where(line => line.line.Kind == CriterionKind.Group).ToList();
        if (SchemeRules.Check(scheme).Count > 0 || groups.Count == 0)
        {
            return SchemeRules.Check(scheme).Count == 0;
        }

        var (group, at) = groups[random.Next(groups.Count)];
        var spoilt = scheme.Criteria.Select((line, index) => index == at ? group with { Maximum = group.Maximum + new Points(1) } : line).ToList();
        return SchemeRules.Check(scheme with { Criteria = spoilt }).Any(fault => fault.Path == $"$.criteria[{at}].maximum");
    });

    [Fact]
    public void The_total_of_every_node_is_the_sum_of_its_leaves() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeAny(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree);
        var scores = SheetScores.Compute(tree, sheet);
        return tree.Nodes.All(node =>
        {
            var leaves = tree.Leaves.Where(leaf => IsBelow(leaf, node)).ToList();
            return scores[node].Points == Points.Sum(leaves.Where(leaf => leaf.Criterion.IsBase).Select(leaf => Given(sheet, leaf)))
                && scores[node].Bonus == Points.Sum(leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Bonus).Select(leaf => Given(sheet, leaf)))
                && scores[node].Penalty == Points.Sum(leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Penalty).Select(leaf => Given(sheet, leaf)))
                && scores[node].Assigned == Points.Sum(leaves.Where(leaf => leaf.Criterion.IsBase).Select(leaf => leaf.Criterion.Maximum));
        });
    });

    [Fact]
    public void No_node_has_more_than_its_maximum_and_entries_that_fit_have_no_fault() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeAny(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree);
        var scores = SheetScores.Compute(tree, sheet);
        return EntryRules.Check(tree, sheet.Entries, sheet.NotApplicable).Count == 0
            && tree.Nodes.All(node => scores[node].Points >= Points.Zero && scores[node].Points <= node.Criterion.Maximum);
    });

    [Fact]
    public void The_order_of_entries_and_of_lines_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var scheme = RandomSchemes.MakeAny(random);
        var sheet = RandomSchemes.MakeSheet(random, scheme.Tree());
        var shuffled = sheet with { Entries = [.. sheet.Entries.OrderBy(_ => random.Next())] };
        var other = scheme with { Criteria = [.. scheme.Criteria.OrderBy(_ => random.Next())] };
        var (one, two) = (SheetScores.Compute(scheme.Tree(), sheet), SheetScores.Compute(other.Tree(), shuffled));
        return (one.Base, one.Bonus, one.Penalty, one.Assigned, one.IsComplete) == (two.Base, two.Bonus, two.Penalty, two.Assigned, two.IsComplete)
            && one.Tree.Nodes.All(node => one[node] == two[two.Tree.Find(node.Code)!])
            && SheetHash.Of(new("mau", 1, scheme), sheet, "") == SheetHash.Of(new("mau", 1, other), shuffled, "");
    });

    [Fact]
    public void Raising_one_score_never_lowers_a_total() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree, isComplete: true);
        var (raised, _) = Raise(random, tree, sheet);
        return SheetScores.Compute(tree, raised).Total >= SheetScores.Compute(tree, sheet).Total;
    });

    [Fact]
    public void A_leaf_that_is_not_applicable_counts_as_if_the_scheme_did_not_have_it() => Law.HoldsForEverySeed(random =>
    {
        var scheme = RandomSchemes.MakeAny(random);
        var tree = scheme.Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree);
        var leaf = tree.Leaves[random.Next(tree.Leaves.Count)];
        var without = SchemeTree.Of(new("mau", 1, scheme with { Criteria = [.. scheme.Criteria.Where(line => line.Code != leaf.Code)] }));
        var marked = SheetScores.Compute(tree, sheet with { NotApplicable = new HashSet<string> { leaf.Code } });
        var removed = SheetScores.Compute(without, sheet with { Entries = [.. sheet.Entries.Where(entry => entry.Criterion != leaf.Code)] });
        var voided = SheetScores.Compute(scheme.Tree(leaf.Code), sheet);
        return (marked.Percentage, marked.Base, marked.Assigned, marked.Bonus, marked.Penalty) == (removed.Percentage, removed.Base, removed.Assigned, removed.Bonus, removed.Penalty)
            && (voided.Percentage, voided.Base, voided.Assigned) == (marked.Percentage, marked.Base, marked.Assigned);
    });

    [Fact]
    public void Whatever_is_entered_in_a_leaf_that_is_not_applicable_changes_no_percentage() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree, isComplete: true);
        var (raised, code) = Raise(random, tree, sheet);
        var apart = new HashSet<string> { code };
        return SheetScores.Compute(tree, sheet with { NotApplicable = apart }).Percentage == SheetScores.Compute(tree, raised with { NotApplicable = apart }).Percentage;
    });

    [Fact]
    public void A_rounded_quotient_is_within_half_a_unit_and_towards_zero_within_one() => Law.HoldsForEverySeed(random =>
    {
        Int128 numerator = random.NextInt64(-1_000_000, 1_000_000);
        Int128 denominator = random.NextInt64(1, 2_000);
        return Off(RoundingRule.HalfAwayFromZero) * 2 <= denominator
            && Off(RoundingRule.HalfToEven) * 2 <= denominator
            && Off(RoundingRule.TowardsZero) < denominator;

        Int128 Off(RoundingRule rounding) => Int128.Abs((Exact.Divide(numerator, denominator, rounding) * denominator) - numerator);
    });

    [Fact]
    public void A_number_written_in_json_is_read_back() => Law.HoldsForEverySeed(random =>
    {
        var points = new Points(random.NextInt64(-Hundredths.Limit, Hundredths.Limit + 1));
        return System.Text.Json.JsonSerializer.Deserialize<Points>(System.Text.Json.JsonSerializer.Serialize(points)) == points
            && Points.FromDecimal(points.ToDecimal()) == points;
    });

    /// <summary>The sheet with one score raised, and the code of that leaf.</summary>
    internal static (SheetContent Raised, string Code) Raise(Random random, SchemeTree tree, SheetContent sheet)
    {
        var at = random.Next(sheet.Entries.Count);
        var entry = sheet.Entries[at];
        var criterion = tree.Find(entry.Criterion)!.Criterion;
        var points = criterion.Kind == CriterionKind.PassFail
            ? criterion.Maximum
            : new Points(random.NextInt64(entry.Points!.Value.Hundredths, criterion.Maximum.Hundredths + 1));
        return (sheet with { Entries = [.. sheet.Entries.Select((one, index) => index == at ? one with { Points = points } : one)] }, entry.Criterion);
    }

    private static Points Given(SheetContent sheet, SchemeNode leaf) =>
        sheet.Entries.FirstOrDefault(entry => entry.Criterion == leaf.Code) is { } entry
            ? LeafPoints.Of(leaf.Criterion, entry, RoundingRule.HalfAwayFromZero)!.Value
            : Points.Zero;

    private static bool IsBelow(SchemeNode? leaf, SchemeNode node)
    {
        while (leaf is not null && leaf.Index != node.Index)
        {
            leaf = leaf.Parent;
        }

        return leaf is not null;
    }
}

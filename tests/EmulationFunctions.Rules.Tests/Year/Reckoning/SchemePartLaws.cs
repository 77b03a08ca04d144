using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>What holds of every scheme that chooses, measures, caps, nets, rescales and asks for conditions.</summary>
public sealed class SchemePartLaws
{
    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void What_the_generator_makes_the_rules_take_and_so_are_its_entries() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random);
        var tree = content.Tree();
        return SchemeRules.Check(content).Count == 0 && EntryRules.Check(tree, RandomForms.MakeSheet(random, tree).Entries, Nothing).Count == 0;
    });

    [Fact]
    public void The_generator_makes_every_kind_form_formula_and_effect()
    {
        List<SchemeContent> made = [.. Enumerable.Range(0, 400).Select(seed => RandomForms.Make(new Random(seed)))];
        var lines = made.SelectMany(content => content.Criteria).ToList();

        Assert.Equal(Enum.GetValues<CriterionKind>().Except([CriterionKind.Quantitative]), lines.Select(line => line.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<EntryForm>(), lines.Select(line => line.Form).Distinct().Order());
        Assert.Equal(Enum.GetValues<MeasureFormula>().Except([MeasureFormula.Recorded]), lines.Select(line => line.Measure?.Formula).OfType<MeasureFormula>().Distinct().Order());
        Assert.Equal(Enum.GetValues<EffectKind>(), made.SelectMany(content => content.Conditions ?? []).SelectMany(condition => condition.Effects).Select(effect => effect.Kind).Distinct().Order());
        Assert.Contains(lines, line => line.IsUncapped);
        Assert.All(new Func<Adding, bool>[] { one => one.IsNet, one => one.IsRescaled, one => one.BonusCap is not null, one => one.PenaltyCap is not null }, has => Assert.Contains(lines, line => line.Adding is { } adding && has(adding)));
    }

    [Fact]
    public void Every_node_is_the_sum_of_its_parts_with_its_caps_applied_once() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomForms.Make(random).Tree();
        var sheet = RandomForms.MakeSheet(random, tree);
        var scores = SheetScores.Compute(tree, sheet with { NotApplicable = NotAssigned(random, tree) });
        return tree.Nodes.Where(node => !node.IsLeaf && scores[node].State != NodeState.NotApplicable).All(node =>
        {
            var parts = tree.Nodes.Where(child => child.Parent == node).Select(child => scores[child]).ToList();
            return Reference(node.Criterion, parts) == (scores[node].Points, scores[node].Assigned, scores[node].Bonus, scores[node].Penalty);
        });
    });

    [Fact]
    public void The_order_of_entries_and_of_lines_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random);
        var sheet = RandomForms.MakeSheet(random, content.Tree());
        var facts = RandomForms.MakeFacts(random, content);
        var other = content with { Criteria = [.. content.Criteria.OrderBy(_ => random.Next())] };
        var one = Under(content, sheet, facts);
        var two = Under(other, sheet with { Entries = [.. sheet.Entries.OrderBy(_ => random.Next())] }, facts);
        return (one.Total, one.Base, one.Bonus, one.Penalty, one.Assigned) == (two.Total, two.Base, two.Bonus, two.Penalty, two.Assigned)
            && one.Tree.Nodes.All(node => one[node] == two[two.Tree.Find(node.Code)!])
            && Classification.Of(one).Rung?.Code == Classification.Of(two).Rung?.Code;
    });

    [Fact]
    public void Adding_a_penalty_never_raises_a_total_a_class_or_a_rank() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random);
        var tree = content.Tree();
        var penalties = tree.Leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Penalty).ToList();
        var sheets = Enumerable.Range(0, 4).Select(_ => RandomForms.MakeSheet(random, tree)).ToList();
        var facts = sheets.ConvertAll(_ => RandomForms.MakeFacts(random, content));
        if (penalties.Count == 0)
        {
            return true;
        }

        var line = penalties[random.Next(penalties.Count)].Code;
        var given = ScoreOf(tree, sheets[0]).GetValueOrDefault(line);
        var before = sheets.Select((sheet, unit) => Under(content, sheet, facts[unit])).ToList();
        List<ScoreTable> after = [before[0].With(new Dictionary<string, Points> { [line] = given + new Points(random.Next(1, 500)) }), .. before.Skip(1)];
        var (was, isNow) = (Rank(content, before), Rank(content, after));
        return after[0].Total <= before[0].Total && Lowest(isNow) <= Lowest(was) && isNow.Rank >= was.Rank;

        static Points Lowest(Place place) => place.Classification.Rung?.Lowest ?? new Points(long.MinValue);
    });

    [Fact]
    public void A_condition_that_is_lifted_restores_exactly_what_was() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random);
        var tree = content.Tree();
        var sheet = RandomForms.MakeSheet(random, tree);
        var free = SheetScores.Compute(tree, sheet);
        var held = HeldConditions.Of(content, RandomForms.MakeFacts(random, content), isSelfScoreSent: true);
        var other = HeldConditions.Of(content, RandomForms.MakeFacts(random, content), isSelfScoreSent: true);
        var bound = free.Under(held);
        var anew = ScoreTable.Of(tree, ScoreOf(tree, sheet), Nothing, held);
        return Same(free, bound.Under(HeldConditions.None))
            && Same(bound, anew)
            && Same(bound, free.Under(other).Under(held))
            && bound.Total.Hundredths >= 0;
    });

    [Fact]
    public void A_condition_takes_points_only_where_it_reaches() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random);
        var tree = content.Tree();
        var sheet = RandomForms.MakeSheet(random, tree);
        var held = HeldConditions.Of(content, RandomForms.MakeFacts(random, content), isSelfScoreSent: true);
        var (free, bound) = (SheetScores.Compute(tree, sheet), SheetScores.Compute(tree, sheet).Under(held));
        return tree.Leaves.All(leaf => held.On(leaf).Any()
            ? (bound[leaf].Points, bound[leaf].Bonus, bound[leaf].Penalty) == (Points.Zero, Points.Zero, Points.Zero)
            : bound[leaf] == free[leaf]);
    });

    [Fact]
    public void A_share_of_the_maximum_is_the_nearest_hundredth_of_the_exact_number() => Law.HoldsForEverySeed(random =>
    {
        var maximum = new Points(random.NextInt64(1, 100_000));
        var (whole, part) = (random.NextInt64(1, 10_000_000_000) / 10_000m, random.NextInt64(0, 10_000_000_000) / 10_000m);
        var target = Percent.FromDecimal(random.Next(1, 20_000) / 100m);
        var points = new MeasureRule(MeasureFormula.Linear, MayExceed: true, Target: target).PointsOf(whole, part, maximum, RoundingRule.HalfAwayFromZero);

        // maximum · (part / whole) / target, in hundredths, as whole numbers over one denominator.
        var numerator = new BigInteger(maximum.Hundredths) * new BigInteger(part * 10_000) * 10_000;
        var denominator = new BigInteger(whole * 10_000) * target.Hundredths;
        var rounded = ((2 * numerator) + denominator) / (2 * denominator);
        return points.Hundredths == (long)BigInteger.Min(maximum.Hundredths, rounded);
    });

    [Fact]
    public void A_ladder_gives_what_the_one_step_gives_that_holds_the_exact_share() => Law.HoldsForEverySeed(random =>
    {
        var bounds = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 1_000_000) / 10_000m).Distinct().Order().ToList();
        var isIn = bounds.ConvertAll(_ => random.Next(2) == 0);
        var ladder = Enumerable.Range(0, bounds.Count + 1).Select(step => new LadderStep(
            new(step),
            new(step == 0 ? null : bounds[step - 1], step == 0 || !isIn[step - 1], step == bounds.Count ? null : bounds[step], step < bounds.Count && isIn[step]))).ToList();
        var content = SchemeSamples.Of(new Criterion("M", null, "Số đo", CriterionKind.Measure, new(bounds.Count), Measure: new(MeasureFormula.Ladder, MayExceed: true, Ladder: ladder)));
        var whole = random.Next(1, 10_000);

        // On a bound as often as beside it.
        var part = random.Next(2) == 0 ? bounds[random.Next(bounds.Count)] * whole / 100 : random.Next(0, 12_000);
        part = decimal.Round(part, 4);
        var below = bounds.Where((bound, at) =>
        {
            var order = (new BigInteger(part * 10_000) * 100 * 10_000).CompareTo(new BigInteger(bound * 10_000) * whole * 10_000);
            return order > 0 || (order == 0 && !isIn[at]);
        });
        return SchemeRules.Check(content).Count == 0
            && content.Criteria[0].Measure!.PointsOf(whole, part, new(bounds.Count), RoundingRule.HalfToEven).Hundredths == below.Count();
    });

    [Fact]
    public void What_people_decide_moves_only_the_units_it_names() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomForms.Make(random) with { Conditions = null, TieBreaks = [new(TieBreakKind.HigherBonus), new(TieBreakKind.Ballot)] };
        var tree = content.Tree();
        var pool = Enumerable.Range(0, 3).Select(_ => SheetScores.Compute(tree, RandomForms.MakeSheet(random, tree))).ToList();
        var contenders = Enumerable.Range(0, 8).Select(number => new Contender($"u{number}", $"Sở {number}", pool[random.Next(pool.Count)])).ToList();
        var open = Ranking.Of(content, contenders);
        if (open.Places.FirstOrDefault(place => place.IsShared) is not { } shared)
        {
            return true;
        }

        string[] tied = [.. open.Places.Where(place => place.Rank == shared.Rank).Select(place => place.Unit).OrderBy(_ => random.Next())];
        var decided = Ranking.Of(content, contenders, [new(TieBreakKind.Ballot, tied, "01/BB", "Bỏ phiếu", default)]);
        var others = Ranking.Of(content, contenders, [new(TieBreakKind.Ballot, [.. tied, "u99"], "01/BB", "Bỏ phiếu", default), new(TieBreakKind.Decision, tied, "02/QĐ", "Quyết định", default)]);
        return decided.Places.Where(place => tied.Contains(place.Unit)).Select(place => (place.Rank, place.Unit)).SequenceEqual(tied.Select((unit, index) => (shared.Rank + index, unit)))
            && Without(decided).SequenceEqual(Without(open))
            && others.Places.Select(place => (place.Rank, place.Unit)).SequenceEqual(open.Places.Select(place => (place.Rank, place.Unit)));

        IEnumerable<(int, string)> Without(Ranking ranking) => ranking.Places.Where(place => !tied.Contains(place.Unit)).Select(place => (place.Rank, place.Unit));
    });

    /// <summary>As docs/schemes.md says it, in numbers of any size.</summary>
    private static (Points, Points, Points, Points) Reference(Criterion group, IReadOnlyList<NodeScore> parts)
    {
        BigInteger points = 0, assigned = 0, bonus = 0, penalty = 0;
        foreach (var part in parts)
        {
            points += part.Points.Hundredths;
            assigned += part.Assigned.Hundredths;
            bonus += part.Bonus.Hundredths;
            penalty += part.Penalty.Hundredths;
        }

        if (group.Adding is { } adding)
        {
            bonus = adding.BonusCap is { } bonusCap ? BigInteger.Min(bonus, bonusCap.Hundredths) : bonus;
            penalty = adding.PenaltyCap is { } penaltyCap ? BigInteger.Min(penalty, penaltyCap.Hundredths) : penalty;
            if (adding.IsRescaled && assigned > 0 && assigned != group.Maximum.Hundredths)
            {
                points = points < 0
                    ? -(((-points * group.Maximum.Hundredths * 2) + assigned) / (2 * assigned))
                    : ((points * group.Maximum.Hundredths * 2) + assigned) / (2 * assigned);
                assigned = group.Maximum.Hundredths;
            }

            if (adding.IsNet)
            {
                points = BigInteger.Min((adding.Most ?? group.Maximum).Hundredths, BigInteger.Max((adding.Least ?? Points.Zero).Hundredths, points + bonus - penalty));
                (bonus, penalty) = (0, 0);
            }
        }

        return (new((long)points), new((long)assigned), new((long)bonus), new((long)penalty));
    }

    private static HashSet<string> NotAssigned(Random random, SchemeTree tree) =>
        [.. tree.Nodes.Where(node => node.Index > 0 && random.Next(6) == 0).Select(node => node.Code)];

    private static ScoreTable Under(SchemeContent content, SheetContent sheet, IReadOnlyDictionary<string, bool> facts) =>
        SheetScores.Compute(content.Tree(), sheet).Under(HeldConditions.Of(content, facts, isSelfScoreSent: true));

    private static Dictionary<string, Points> ScoreOf(SchemeTree tree, SheetContent sheet) => sheet.Entries
        .Select(entry => (entry.Criterion, Points: LeafPoints.Of(tree.Find(entry.Criterion)!.Criterion, entry, tree.Content.Rounding)))
        .Where(one => one.Points is not null)
        .ToDictionary(one => one.Criterion, one => one.Points!.Value, StringComparer.Ordinal);

    /// <summary>The place of the first of these units.</summary>
    private static Place Rank(SchemeContent content, IReadOnlyList<ScoreTable> units) =>
        Ranking.Of(content, units.Select((scores, number) => new Contender($"u{number}", $"Sở {number}", scores))).Places.Single(place => place.Unit == "u0");

    private static bool Same(ScoreTable one, ScoreTable two) =>
        (one.Total, one.Base, one.Bonus, one.Penalty, one.Assigned) == (two.Total, two.Base, two.Bonus, two.Penalty, two.Assigned)
        && one.Tree.Nodes.All(node => one[node] == two[node]);
}

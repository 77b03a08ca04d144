using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>Laws of schemes with everything in them.</summary>
public sealed class WholeSchemeLaws
{
    [Fact]
    public void The_schemes_that_these_laws_are_tried_with_have_no_fault_and_neither_have_their_sheets() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var sheet = RandomWholeSchemes.MakeSheet(random, content).Sheet;
        return SchemeRules.Check(content) is var faults && faults.Count == 0
            ? EntryRules.Check(content.Tree(), sheet.Entries, new HashSet<string>()).Count == 0
            : throw new InvalidOperationException(string.Join("; ", faults.Select(fault => fault.ToString())));
    });

    [Fact]
    public void Every_kind_formula_way_of_adding_and_effect_is_among_them()
    {
        var all = Enumerable.Range(0, 200).Select(seed => RandomWholeSchemes.Make(new Random(seed))).ToList();
        var lines = all.SelectMany(content => content.Criteria).ToList();

        Assert.Equal(Enum.GetValues<CriterionKind>(), lines.Select(line => line.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<MeasureFormula>(), lines.Select(line => line.Measure?.Formula).OfType<MeasureFormula>().Distinct().Order());
        Assert.Equal(Enum.GetValues<EffectKind>(), all.SelectMany(content => content.Conditions!).SelectMany(condition => condition.Effects).Select(effect => effect.Kind).Distinct().Order());
        Assert.Contains(lines, line => line.Adding is { IsNet: true, IsRescaled: true, BonusCap: not null, PenaltyCap: not null });
        Assert.Contains(lines, line => line.IsUncapped);
    }

    [Fact]
    public void A_total_is_the_sum_of_its_parts_with_each_cap_applied_once_to_the_last_hundredth() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var (sheet, quantitative) = RandomWholeSchemes.MakeSheet(random, content);
        var held = Held(random, content);
        var scores = SheetScores.Compute(content.Tree(), sheet, quantitative).Under(held);
        var sums = new ExactReference(content, sheet, quantitative, held).Whole();
        return new ExactReference.Sums(scores.Base.Hundredths, scores.Assigned.Hundredths, scores.Bonus.Hundredths, scores.Penalty.Hundredths) == sums
            && scores.Total.Hundredths == BigInteger.Max(0, sums.Base + sums.Bonus - sums.Penalty);
    });

    [Fact]
    public void The_order_of_entries_lines_conditions_and_units_changes_nothing() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var units = Units(random, content);
        var other = content with { Criteria = [.. content.Criteria.OrderBy(_ => random.Next())], Conditions = [.. content.Conditions!.OrderBy(_ => random.Next())] };
        var shuffled = units.Select(unit => unit with { Sheet = unit.Sheet with { Entries = [.. unit.Sheet.Entries.OrderBy(_ => random.Next())] } }).OrderBy(_ => random.Next()).ToList();
        return Told(Rank(content, units)).SequenceEqual(Told(Rank(other, shuffled)));
    }, tries: 100);

    [Fact]
    public void Adding_to_a_penalty_raises_no_total_no_class_and_no_rank() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var units = Units(random, content);
        var at = random.Next(units.Count);
        var penalties = content.Criteria.Where(line => line.Kind == CriterionKind.Penalty && line.Form is EntryForm.Points or EntryForm.Count && line.Kind == CriterionKind.Penalty).ToList();
        if (penalties.Count == 0)
        {
            return true;
        }

        var more = More(random, units[at].Sheet, penalties[random.Next(penalties.Count)]);
        var (before, after) = (Rank(content, units), Rank(content, [.. units.Select((unit, index) => index == at ? unit with { Sheet = more } : unit)]));
        if (before.Places.FirstOrDefault(place => place.Unit == units[at].Name) is not { } was)
        {
            return true;
        }

        var now = after.Places.Single(place => place.Unit == units[at].Name);
        return now.Scores.Total <= was.Scores.Total && now.Rank >= was.Rank && Lowest(now) <= Lowest(was);

        static Points Lowest(Place place) => place.Classification.Rung!.Lowest ?? Points.Zero;
    });

    [Fact]
    public void A_condition_that_is_lifted_or_taken_back_restores_exactly_what_was() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var (sheet, quantitative) = RandomWholeSchemes.MakeSheet(random, content);
        var facts = RandomWholeSchemes.MakeFacts(random, content);
        var scores = SheetScores.Compute(content.Tree(), sheet, quantitative).Under(Of(facts));
        var other = new Dictionary<string, bool>(facts, StringComparer.Ordinal);
        foreach (var condition in content.Conditions!.Where(condition => condition.Source == ConditionSource.Declared && random.Next(2) == 0))
        {
            other[condition.Code] = !facts.GetValueOrDefault(condition.Code);
        }

        var reprimanded = new Dictionary<string, bool>(facts, StringComparer.Ordinal) { ["phat"] = true, ["tu-neu"] = true };
        var without = new Dictionary<string, bool>(reprimanded, StringComparer.Ordinal) { ["phat"] = false };
        return Same(scores, scores.Under(Of(other)).Under(Of(facts)))
            && Same(scores.Under(Of(reprimanded)), scores.Under(Of(without)));

        HeldConditions Of(Dictionary<string, bool> facts) => HeldConditions.Of(content, facts, isSelfScoreSent: true);

        static bool Same(ScoreTable one, ScoreTable two) =>
            one.Tree.Nodes.All(node => one[node] == two[node])
            && (one.Total, one.Bonus, one.Penalty, one.Percentage) == (two.Total, two.Bonus, two.Penalty, two.Percentage)
            && Classification.Of(one).Explanation == Classification.Of(two).Explanation;
    });

    [Fact]
    public void A_decision_permutes_the_units_it_names_and_nobody_else() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomWholeSchemes.Make(random);
        var units = Units(random, content);
        var before = Rank(content, units).Places;
        var tie = before.GroupBy(place => place.Rank).FirstOrDefault(rank => rank.Count() > 1)?.Select(place => place.Unit).ToList();
        var named = tie ?? [.. before.Take(2).Select(place => place.Unit)];
        string[] order = [.. named.OrderBy(_ => random.Next())];
        var after = Rank(content, units, new TieDecision(random.Next(2) == 0 ? TieBreakKind.Ballot : TieBreakKind.Decision, order, "Biên bản số 1", "Lý do", default)).Places;
        var others = before.Where(place => !named.Contains(place.Unit, StringComparer.Ordinal)).Select(place => (place.Unit, place.Rank, place.IsShared, place.Value));
        return others.SequenceEqual(after.Where(place => !named.Contains(place.Unit, StringComparer.Ordinal)).Select(place => (place.Unit, place.Rank, place.IsShared, place.Value)))
            && (tie is null
                ? Told(new(before, [])).SequenceEqual(Told(new(after, [])))
                : after.Where(place => tie.Contains(place.Unit, StringComparer.Ordinal)).Select(place => (place.Unit, place.IsShared)).SequenceEqual(order.Select(unit => (unit, false))));
    });

    [Fact]
    public void A_measure_gives_exactly_the_points_of_whole_numbers_of_any_size_up_to_its_limits() => Law.HoldsForEverySeed(random =>
    {
        var rules = RandomWholeSchemes.Make(random).Criteria.Where(line => line.Measure is not null);
        return rules.All(line =>
        {
            var whole = Number(random);
            var part = line.Measure is { Of: MeasureOf.Share, MayExceed: false } ? decimal.Min(whole, Number(random)) : Number(random);
            var entry = new ScoreEntry(line.Code, Measure: new(part, line.Measure!.NeedsWhole ? whole : null));
            return LeafPoints.Of(line, entry, RoundingRule.HalfAwayFromZero)!.Value.Hundredths == ExactReference.PointsOf(line, entry);
        });

        // From a ten-thousandth to a million millions.
        static decimal Number(Random random) =>
            decimal.Min(MeasureRules.Limit, random.NextInt64(1, (long)BigInteger.Pow(10, random.Next(1, 17)) + 1) / 10_000m);
    });

    private sealed record Unit(string Name, SheetContent Sheet, Dictionary<string, Points> Quantitative, Dictionary<string, bool> Facts, bool IsSent, Fraction? Women);

    /// <summary>Fewer different sheets than units make ties likely.</summary>
    private static List<Unit> Units(Random random, SchemeContent content)
    {
        var pool = Enumerable.Range(0, 3)
            .Select(_ => (Sheet: RandomWholeSchemes.MakeSheet(random, content), Facts: RandomWholeSchemes.MakeFacts(random, content), IsSent: random.Next(5) > 0))
            .ToList();
        return [.. Enumerable.Range(1, 8).Select(number =>
        {
            var (sheet, facts, isSent) = pool[random.Next(pool.Count)];
            return new Unit($"u{number}", sheet.Sheet, sheet.Quantitative, facts, isSent, random.Next(3) == 0 ? Fraction.Of((decimal)random.Next(60, 80)) : null);
        })];
    }

    private static HeldConditions Held(Random random, SchemeContent content) =>
        HeldConditions.Of(content, RandomWholeSchemes.MakeFacts(random, content), random.Next(4) > 0);

    private static Ranking Rank(SchemeContent content, List<Unit> units, params TieDecision[] decisions)
    {
        var tree = content.Tree();
        return Ranking.Of(content, units.Select(unit => new Contender(
            unit.Name,
            $"Sở {unit.Name}",
            SheetScores.Compute(tree, unit.Sheet, unit.Quantitative).Under(HeldConditions.Of(content, unit.Facts, unit.IsSent)),
            Facts: TieFacts.Of(unit.Sheet, unit.Women))), decisions);
    }

    private static IEnumerable<(string, int, bool, Points, string?)> Told(Ranking ranking) =>
        ranking.Places.Select(place => (place.Unit, place.Rank, place.IsShared, place.Value, place.Classification.Rung?.Code));

    private static SheetContent More(Random random, SheetContent sheet, Criterion penalty)
    {
        var was = sheet.Entries.FirstOrDefault(entry => entry.Criterion == penalty.Code) ?? new ScoreEntry(penalty.Code, penalty.Each is null ? Points.Zero : null, penalty.Each is null ? null : 0);
        var more = penalty.Each is null
            ? was with { Points = new(random.NextInt64(was.Points!.Value.Hundredths, penalty.Maximum.Hundredths + 1)) }
            : was with { Count = was.Count + random.Next(1, 10) };
        return sheet with { Entries = [.. sheet.Entries.Where(entry => entry.Criterion != penalty.Code), more] };
    }
}

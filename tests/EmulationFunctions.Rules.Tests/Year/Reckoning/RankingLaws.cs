using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class RankingLaws
{
    [Fact]
    public void The_order_in_which_units_come_changes_no_place_and_no_sentence() => Law.HoldsForEverySeed(random =>
    {
        var (tree, sheets) = Bloc(random, RandomSchemes.MakeAny(random));
        var one = Rank(tree, sheets);
        var two = Rank(tree, [.. sheets.OrderBy(_ => random.Next())]);
        return one.Places.Select(Told).SequenceEqual(two.Places.Select(Told));

        static (string, int, bool, string, string?) Told(Place place) =>
            (place.Unit, place.Rank, place.IsShared, place.Explanation.Vi, place.Classification.Rung?.Code);
    });

    [Fact]
    public void Raising_one_score_lowers_neither_rank_nor_class() => Law.HoldsForEverySeed(random =>
    {
        var (tree, sheets) = Bloc(random, RandomSchemes.MakeSimple(random));
        var (unit, sheet) = sheets[random.Next(sheets.Count)];
        var (raised, _) = ScoringLaws.Raise(random, tree, sheet);
        var before = Rank(tree, sheets).Places.Single(place => place.Unit == unit);
        var after = Rank(tree, [.. sheets.Select(one => one.Unit == unit ? (unit, raised) : one)]).Places.Single(place => place.Unit == unit);
        return after.Rank <= before.Rank && Lowest(after) >= Lowest(before);

        static Points Lowest(Place place) => place.Classification.Rung!.Lowest ?? Points.Zero;
    });

    [Fact]
    public void A_rank_is_one_more_than_the_units_that_stand_before() => Law.HoldsForEverySeed(random =>
    {
        var (tree, sheets) = Bloc(random, RandomSchemes.MakeSimple(random));
        var places = Rank(tree, sheets).Places;
        return places.Count == sheets.Count
            && places.All(place =>
                place.Rank == 1 + places.Count(other => other.Rank < place.Rank)
                && place.IsShared == places.Any(other => other.Rank == place.Rank && other.Unit != place.Unit)
                && places.All(other => other.Rank >= place.Rank || other.Value >= place.Value));
    });

    [Fact]
    public void Every_unit_has_exactly_one_class() => Law.HoldsForEverySeed(random =>
    {
        var (tree, sheets) = Bloc(random, RandomSchemes.MakeAny(random));
        return Rank(tree, sheets).Places.All(place => place.Classification.Rung is not null);
    });

    private static (SchemeTree Tree, List<(string Unit, SheetContent Sheet)> Sheets) Bloc(Random random, SchemeContent scheme)
    {
        // Fewer different sheets than units make ties likely.
        var tree = scheme.Tree();
        var pool = Enumerable.Range(0, 5).Select(_ => RandomSchemes.MakeSheet(random, tree, isComplete: true)).ToList();
        return (tree, [.. Enumerable.Range(1, random.Next(1, 12)).Select(number => ($"u{number}", pool[random.Next(pool.Count)]))]);
    }

    private static Ranking Rank(SchemeTree tree, List<(string Unit, SheetContent Sheet)> sheets) =>
        Ranking.Of(tree.Content, sheets.Select(one => new Contender(one.Unit, $"Sở {one.Unit}", SheetScores.Compute(tree, one.Sheet))));
}

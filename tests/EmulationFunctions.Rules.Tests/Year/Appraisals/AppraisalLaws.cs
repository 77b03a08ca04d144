using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Appraisals;

public sealed class AppraisalLaws
{
    [Fact]
    public void Raising_what_an_appraiser_gave_never_lowers_a_total_or_a_rank() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheets = Enumerable.Range(1, 4).ToDictionary(number => $"u{number}", _ => new StoredSheet(null, RandomSchemes.MakeSheet(random, tree, isComplete: true)));
        var leaf = tree.Leaves[random.Next(tree.Leaves.Count)];
        var lower = RandomSchemes.MakeEntry(random, leaf.Criterion).Points!.Value;
        var higher = leaf.Criterion.Kind == CriterionKind.PassFail ? leaf.Criterion.Maximum : new Points(random.NextInt64(lower.Hundredths, leaf.Criterion.Maximum.Hundredths + 1));
        var (before, after) = (Given(lower), Given(higher));
        return after.Total >= before.Total && after.Rank <= before.Rank;

        (Points Total, int Rank) Given(Points points)
        {
            var record = BlocRecord.Empty with
            {
                Appraised = [new(1, "u1", leaf.Code, points, AppraiserOffice.Head, "x", null, default, 1)],
                ClosedRounds = 1,
            };
            var scores = CountedScores.Of(tree, record, sheets);
            var places = Ranking.Of(tree.Content, scores.Select(one => new Contender(one.Key, one.Key, one.Value.Official))).Places;
            return (scores["u1"].Official.Total, places.Single(place => place.Unit == "u1").Rank);
        }
    });

    [Fact]
    public void A_round_moves_exactly_the_criteria_whose_points_it_changes() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeSimple(random).Tree();
        var sheet = RandomSchemes.MakeSheet(random, tree);
        var own = SheetScores.Compute(tree, sheet);
        var given = tree.Leaves.Where(_ => random.Next(2) == 0)
            .Select(leaf => new AppraisedScore(1, "u1", leaf.Code, RandomSchemes.MakeEntry(random, leaf.Criterion).Points!.Value, AppraiserOffice.Head, "x", null, default, 1))
            .ToList();
        var record = BlocRecord.Empty with { Appraised = given, ClosedRounds = 1 };
        var moved = RoundEffect.Of(tree, record, "u1", sheet, 1);
        return moved.Select(one => (one.Criterion, one.Before, one.After)).ToHashSet().SetEquals(given
            .Select(score => (score.Criterion, Before: own[tree.Find(score.Criterion)!].State == NodeState.Scored ? own[tree.Find(score.Criterion)!].Points : (Points?)null, After: score.Points))
            .Where(one => one.Before != one.After));
    });
}

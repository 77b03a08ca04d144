using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>What the standings would be with other official points, options, measures or conditions. Pure: nothing is kept of it.</summary>
internal static class Simulation
{
    /// <exception cref="Refusal">400: every change that cannot be supposed is named.</exception>
    public static SimulationView Of(ComputedStandings standings, IReadOnlyList<SimulatedChange> changes, Language language)
    {
        var supposed = SimulationRules.Check(standings, changes);
        var (bloc, record, entrants, reckoning) = standings;
        var then = Ranking.Of(
            bloc.Tree.Content,
            entrants.Select(entrant => Suppose(
                bloc.Tree, record, entrant, reckoning.Scores[entrant.Unit].Official, supposed.GetValueOrDefault(entrant.Unit))),
            record.Decisions);
        return new([.. entrants
            .Select(entrant => new SimulatedUnit(entrant.Unit, entrant.Name, Find(reckoning.Ranking, entrant.Unit), Find(then, entrant.Unit), then.Unranked.FirstOrDefault(one => one.Unit == entrant.Unit)?.Reason.In(language)))
            .OrderBy(unit => unit.Then?.Rank ?? int.MaxValue)
            .ThenBy(unit => unit.Name, VietnameseNames.Order)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal)]);
    }

    private static Contender Suppose(SchemeTree tree, BlocRecord record, Entrant entrant, ScoreTable official, Supposition? supposed)
    {
        var facts = Placements.FactsOf(record, entrant);
        if (supposed is null)
        {
            return new(entrant.Unit, entrant.Name, official, entrant.WhyApart, facts);
        }

        var scores = supposed.Points.Count == 0 ? official : official.With(supposed.Points);
        if (supposed.Conditions.Count > 0)
        {
            var declared = new Dictionary<string, bool>(record.DeclaredOf(entrant.Unit), StringComparer.Ordinal);
            foreach (var (condition, isSo) in supposed.Conditions)
            {
                declared[condition] = isSo;
            }

            scores = scores.Under(HeldConditions.Of(tree.Content, declared, entrant.Sheet.Head?.IsSubmitted is true));
        }

        // Tie-breaks look at what was measured, too.
        return new(entrant.Unit, entrant.Name, scores, entrant.WhyApart, facts with
        {
            Entries = [.. facts.Entries.Where(entry => !supposed.Measured.ContainsKey(entry.Criterion)), .. supposed.Measured.Values],
        });
    }

    private static SimulatedPlace? Find(Ranking ranking, string unit) =>
        ranking.Places.FirstOrDefault(place => place.Unit == unit) is { } place
            ? new(
                place.Rank,
                place.IsShared,
                place.Scores.Tree.Content.Basis == ScoreBasis.Measures ? null : place.Value,
                place.Classification.Rung?.Code)
            : null;
}

using EmulationFunctions.Hosting;
using EmulationFunctions.Schemes;
using EmulationFunctions.Scoring;

namespace EmulationFunctions.Standings;

/// <summary>A member of the bloc with what it handed in.</summary>
/// <param name="Sheet">Null when it does not count.</param>
/// <param name="WhyApart">Given: the unit has no place, for this reason.</param>
internal sealed record Entrant(string Unit, string Name, StoredSheet? Sheet, Words? WhyApart);

/// <summary>From the sheets of a bloc to its places.</summary>
internal sealed record Reckoning(IReadOnlyList<PlacedUnit> Places, IReadOnlyList<UnitApart> Apart, IReadOnlyDictionary<string, NodeTotals> Totals)
{
    public static Reckoning Of(SchemeTree tree, IReadOnlyList<Entrant> entrants)
    {
        var sheets = entrants.Where(entrant => entrant.WhyApart is null).ToDictionary(entrant => entrant.Unit, entrant => entrant.Sheet!, StringComparer.Ordinal);
        var scores = sheets.ToDictionary(one => one.Key, one => CountedScores.Of(tree, one.Value), StringComparer.Ordinal);
        var ranking = Ranking.Of(
            tree.Content,
            entrants.Select(entrant => new Contender(entrant.Unit, entrant.Name, scores.GetValueOrDefault(entrant.Unit), entrant.WhyApart)));
        return new(
            [.. ranking.Places.Select(place => Placed(place, sheets[place.Unit].Head!))],
            [.. ranking.Unranked.Select(unit => new UnitApart(unit.Unit, unit.Name, unit.Reason))],
            scores.ToDictionary(one => one.Key, one => NodeTotals.Of(one.Value), StringComparer.Ordinal));
    }

    private static PlacedUnit Placed(Place place, SheetHead sheet) => new(
        place.Unit,
        place.Name,
        place.Rank,
        place.IsShared,
        place.Value,
        place.Scores.Total,
        place.Scores.Base,
        place.Scores.Assigned,
        place.Scores.Bonus,
        place.Scores.Penalty,
        place.Scores.Percentage,
        place.Classification.Rung is { } rung ? new(rung.Code, rung.Title) : null,
        place.Classification.Explanation,
        place.Explanation,
        sheet.Hash!,
        sheet.SubmittedAt);
}

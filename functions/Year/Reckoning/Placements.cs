using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>A member of the bloc with what it handed in.</summary>
/// <param name="Sheet">As it is now, or as it was locked.</param>
/// <param name="WhyApart">Given: the unit has no place, for this reason.</param>
internal sealed record Entrant(string Unit, string Name, StoredSheet Sheet, Words? WhyApart);

/// <summary>From the sheets of a bloc, and what it put down beside them, to its places.</summary>
/// <param name="Scores">Of every member, also of those without a place.</param>
/// <param name="Ranking">The places with all that decided them.</param>
internal sealed record Placements(
    IReadOnlyList<PlacedUnit> Places, IReadOnlyList<UnitApart> Apart, IReadOnlyDictionary<string, UnitScores> Scores, Ranking Ranking)
{
    /// <summary>The points of those that have a place, or could have one, at every criterion.</summary>
    public required IReadOnlyDictionary<string, NodeTotals> Totals { get; init; }

    /// <summary>What should be looked at in the bloc as a whole.</summary>
    public IReadOnlyList<Warning> Warned() => Warnings.OfBloc([.. Places.Select(place => Scores[place.Unit].Official)]);

    public static Placements Of(SchemeTree tree, BlocRecord record, IReadOnlyList<Entrant> entrants)
    {
        var sheets = entrants.ToDictionary(entrant => entrant.Unit, entrant => entrant.Sheet, StringComparer.Ordinal);
        var scores = CountedScores.Of(tree, record, sheets);
        var ranking = Ranking.Of(
            tree.Content,
            entrants.Select(entrant => new Contender(
                entrant.Unit, entrant.Name, scores[entrant.Unit].Official, entrant.WhyApart, FactsOf(record, entrant))),
            record.Decisions);
        return new(
            [.. ranking.Places.Select(place => Placed(place, sheets[place.Unit].Head!))],
            [.. ranking.Unranked.Select(unit => SetApart(unit, scores[unit.Unit].Official))],
            scores,
            ranking)
        {
            Totals = entrants.Where(entrant => entrant.WhyApart is null)
                .ToDictionary(entrant => entrant.Unit, entrant => NodeTotals.Of(scores[entrant.Unit].Official), StringComparer.Ordinal),
        };
    }

    /// <summary>What a unit brings to the tie-breaks.</summary>
    public static TieFacts FactsOf(BlocRecord record, Entrant entrant) =>
        TieFacts.Of(entrant.Sheet.Content, record.Staff.FirstOrDefault(count => count.Unit == entrant.Unit)?.ShareOfWomen);

    /// <summary>A unit without a place has no class but the lowest, where a condition says so.</summary>
    private static UnitApart SetApart(Unranked unit, ScoreTable official)
    {
        List<HeldEffect> lowest = [.. official.Held.Effects.Where(held => held.Effect.Kind == EffectKind.LowestClass)];
        if (lowest.Count == 0 || official.Tree.Content.Ladder.MinBy(rung => rung.Lowest ?? new Points(long.MinValue)) is not { } rung)
        {
            return new(unit.Unit, unit.Name, unit.Reason);
        }

        return new(unit.Unit, unit.Name, unit.Reason, new(rung.Code, rung.Title), new(
            $"{rung.Title} vì {string.Join(", ", lowest.Select(held => held.Because.Vi))}.",
            $"{rung.Title}, because of {string.Join(", ", lowest.Select(held => held.Because.En))}."));
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
        sheet.SubmittedAt,
        place.Decision?.Kind,
        place.Scores.Tree.Content.Basis == ScoreBasis.Measures ? PlaceWords.Compared(place.Scores.Tree.Content, place) : null);
}

using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <param name="Shared">Groups of units that share a rank now, because nothing of the scheme separates them.</param>
/// <param name="Decisions">What people decided, those that no longer count among it.</param>
internal sealed record TiesView(IReadOnlyList<SharedRankView> Shared, IReadOnlyList<TieDecisionView> Decisions)
{
    public static TiesView Of(ComputedStandings standings)
    {
        var names = standings.Entrants.ToDictionary(entrant => entrant.Unit, entrant => entrant.Name, StringComparer.Ordinal);
        var ranking = standings.Placements.Ranking;
        return new(
            [.. ranking.Places.Where(place => place.IsShared).GroupBy(place => place.Rank).OrderBy(group => group.Key)
                .Select(group => new SharedRankView(group.Key, [.. group.Select(place => new TiedUnit(place.Unit, place.Name))]))],
            [.. standings.Record.Decisions.Select(one => TieDecisionView.Of(one, ranking.IsBy(one), names))]);
    }
}

/// <param name="Rank">The rank that they share.</param>
/// <param name="Units">Who shares it.</param>
internal sealed record SharedRankView(int Rank, IReadOnlyList<TiedUnit> Units);

/// <param name="Unit">The unit's id.</param>
/// <param name="Name">What people call it.</param>
internal sealed record TiedUnit(string Unit, string Name);

/// <param name="Kind">A ballot, or a decision of the competent body.</param>
/// <param name="Units">In the order that was decided.</param>
/// <param name="Authority">Who settled it.</param>
/// <param name="Reason">Why so.</param>
/// <param name="Day">The day of the ballot or the decision; null where none was named.</param>
/// <param name="Result">What the ballot came to; null for a decision.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Counts">Whether these units still are exactly those that nothing else separates; else it changes nothing.</param>
/// <param name="Version">What If-Match of the next change names.</param>
internal sealed record TieDecisionView(
    TieBreakKind Kind,
    IReadOnlyList<TiedUnit> Units,
    string Authority,
    string Reason,
    DateOnly? Day,
    string? Result,
    DateTimeOffset At,
    bool Counts,
    long Version)
{
    public static TieDecisionView Of(TieDecision one, bool counts, IReadOnlyDictionary<string, string> names) => new(
        one.Kind,
        [.. one.Units.Select(unit => new TiedUnit(unit, names.GetValueOrDefault(unit, unit)))],
        one.Authority,
        one.Reason,
        one.Day,
        one.Result,
        one.At,
        counts,
        one.Version);
}

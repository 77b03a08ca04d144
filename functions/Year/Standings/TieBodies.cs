using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>DecideTie</c>.</summary>
/// <param name="Kind">Whether the bloc voted (<c>ballot</c>) or a competent body decided (<c>decision</c>); the scheme must name it among its tie-breaks.</param>
/// <param name="Units">Exactly the units that share a rank, the one that stands first at the head.</param>
/// <param name="Authority">Who settled it: the minutes of the ballot or the decision, with number and day. It stands in the standings.</param>
/// <param name="Reason">Why so, such as the count of votes. It stands in the standings.</param>
internal sealed record TieBody(
    TieBreakKind Kind,
    [property: Items(2, Bloc.MostMembers), Slug] IReadOnlyList<string> Units,
    [property: StringLength(TieBody.LongestAuthority, MinimumLength = 1)] string Authority,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason)
{
    public const int LongestAuthority = 300;
}

/// <summary>The body of <c>TakeBackTieDecision</c>.</summary>
/// <param name="Units">The units of the decision, in any order.</param>
/// <param name="Reason">Why; kept in the trail of changes.</param>
internal sealed record TieWithdrawalBody(
    [property: Items(2, Bloc.MostMembers), Slug] IReadOnlyList<string> Units,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <param name="Shared">Groups of units that share a rank now, because nothing of the scheme separates them.</param>
/// <param name="Decisions">What people decided, those that no longer count among it.</param>
internal sealed record TiesView(IReadOnlyList<SharedRankView> Shared, IReadOnlyList<TieDecisionView> Decisions)
{
    public static TiesView Of(ComputedStandings standings)
    {
        var names = standings.Entrants.ToDictionary(entrant => entrant.Unit, entrant => entrant.Name, StringComparer.Ordinal);
        var places = standings.Placements.Ranking.Places;
        var ties = Ties.Of(standings);
        return new(
            [.. places.Where(place => place.IsShared).GroupBy(place => place.Rank).OrderBy(group => group.Key)
                .Select(group => new SharedRankView(group.Key, [.. group.Select(place => new TiedUnit(place.Unit, place.Name))]))],
            [.. standings.Record.Decisions.Select(one => TieDecisionView.Of(one, ties.Any(tie => tie.SetEquals(one.Units)), names))]);
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
/// <param name="At">When it was recorded.</param>
/// <param name="Counts">Whether these units still are exactly those that nothing else separates; else it changes nothing.</param>
internal sealed record TieDecisionView(TieBreakKind Kind, IReadOnlyList<TiedUnit> Units, string Authority, string Reason, DateTimeOffset At, bool Counts)
{
    public static TieDecisionView Of(TieDecision one, bool counts, IReadOnlyDictionary<string, string> names) => new(
        one.Kind, [.. one.Units.Select(unit => new TiedUnit(unit, names.GetValueOrDefault(unit, unit)))], one.Authority, one.Reason, one.At, counts);
}

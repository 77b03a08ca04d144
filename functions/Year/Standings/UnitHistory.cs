using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <param name="Results">A page of the unit's published results, the latest year first.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
/// <param name="Streak">On the first page: the class reached in the last published year, and for how many years in a row; null where none was reached.</param>
internal sealed record HistoryPage(IReadOnlyList<HistoryItem> Results, string? Continuation, ClassStreak? Streak);

/// <param name="Unit">The unit that reached it: this one, or one whose tasks it took over.</param>
/// <param name="UnitName">As the unit was called then.</param>
/// <param name="BlocName">As the bloc was called then.</param>
/// <param name="Rank">Its place; null where it had none.</param>
/// <param name="Ranked">How many units had a place.</param>
/// <param name="IsShared">Whether another unit had the same rank.</param>
/// <param name="Value">What it was ranked by; null where it had no place, and in a ranking by measures alone.</param>
/// <param name="Class">The class it reached; null for none.</param>
/// <param name="WhyApart">Why it had no place; null where it had one.</param>
internal sealed record HistoryItem(
    int Year, string Period, string Bloc, string BlocName, int? Rank, int? Ranked, bool IsShared, Points? Value, ReachedClass? Class, string? WhyApart, DateTimeOffset PublishedAt, string Unit, string UnitName);

/// <summary>
/// A unit's results over the years, with those of the units whose tasks it took over. Only what is published counts, and of each published bloc only two rows are read, so that it costs as
/// much as the unit has years, however large its blocs and the years were.
/// </summary>
internal sealed class UnitHistory(RosterTable roster, CycleTable cycles, StandingsTable standings, VietnamTime vietnam, TimeProvider clock)
{
    /// <param name="before">Only years before this one.</param>
    /// <param name="size">About how many results: a year is never divided.</param>
    public async Task<(IReadOnlyList<HistoryItem> Results, int? Next)> ReadAsync(string unit, int? before, int size, Language language, CancellationToken cancellationToken)
    {
        var results = new List<HistoryItem>();
        var memberships = await MembershipsAsync(unit, cancellationToken);
        if (memberships.Count == 0)
        {
            return (results, null);
        }

        var first = Math.Max(Cycle.EarliestYear, memberships.Min(member => member.From.Year));
        // January still works on last year, and a year may be opened before it begins.
        var year = Math.Min(before - 1 ?? int.MaxValue, vietnam.Today(clock).Year + 1);
        for (; year >= first && results.Count < size; year--)
        {
            var places = memberships.Where(member => member.CoversPartOf(year)).Select(member => (member.Bloc, member.Unit)).Distinct().ToList();
            if (places.Count == 0 || await cycles.FindCalendarAsync(year, cancellationToken) is not { } cycle)
            {
                continue;
            }

            foreach (var (id, of) in from period in cycle.Periods from place in places select (new BlocInPeriod(year, period.Id, place.Bloc), place.Unit))
            {
                if (await standings.FindPlaceAsync(id, of, cancellationToken) is var (publication, place, apart))
                {
                    results.Add(new(
                        id.Year,
                        id.Period,
                        id.Bloc,
                        publication.BlocName,
                        place?.Rank,
                        publication.Ranked,
                        place?.IsShared ?? false,
                        publication.Scheme.Basis == ScoreBasis.Measures ? null : place?.Value,
                        place?.Class ?? apart?.Class,
                        apart?.Reason.In(language),
                        publication.PublishedAt!.Value,
                        of,
                        place?.Name ?? apart?.Name ?? of));
                }
            }
        }

        return (results, year >= first ? year + 1 : null);
    }

    /// <summary>Where it and those whose tasks it took over are and were: what these reached stays under their names.</summary>
    private async Task<IReadOnlyList<Membership>> MembershipsAsync(string unit, CancellationToken cancellationToken)
    {
        var found = new List<Membership>();
        foreach (var one in await roster.LineageAsync(unit, vietnam.Today(clock), cancellationToken))
        {
            found.AddRange(await roster.MembershipsOfAsync(one.Unit, cancellationToken));
        }

        return found;
    }
}

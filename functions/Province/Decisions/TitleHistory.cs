using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Decisions;

/// <summary>A unit's titles over the years, with those of the units whose tasks it took over.</summary>
internal sealed class TitleHistory(DecisionTable decisions, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    /// <param name="unit">The unit.</param>
    /// <param name="day">Successions that hold by this day count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was given, and which of these units stood at the end of a year.</returns>
    public async Task<(IReadOnlyList<RecordedTitle> Titles, Func<int, IReadOnlySet<string>> Stood)> ReadAsync(string unit, DateOnly day, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> units = [.. (await roster.LineageAsync(unit, day, cancellationToken)).Select(one => one.Unit)];
        var memberships = new List<Membership>();
        foreach (var one in units)
        {
            memberships.AddRange(await roster.MembershipsOfAsync(one, cancellationToken));
        }

        return (
            await decisions.HeldAsync(units, cancellationToken),
            year => memberships.Where(member => member.Covers(new(year, 12, 31))).Select(member => member.Unit).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What is behind <see cref="TitlesOf"/>: what counts for years up to that one, and what was taken back.</summary>
    public async Task<IReadOnlyList<HeldTitle>> OfAsync(string unit, int year, CancellationToken cancellationToken)
    {
        var (titles, stood) = await ReadAsync(unit, vietnam.Today(clock), cancellationToken);
        return
        [
            .. TitleStreak.Counted(titles, stood).Concat(titles.Where(title => !title.Stands)).Where(title => title.Year <= year)
                .Select(title => new HeldTitle(title.Award, title.Year, title.Number, title.Day, !title.Stands)),
        ];
    }
}

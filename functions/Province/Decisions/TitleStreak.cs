namespace EmulationFunctions.Province.Decisions;

/// <summary>An award that a unit was given for years in a row.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Years">How many years, the last one included.</param>
/// <param name="Since">The first of them.</param>
/// <param name="Last">The last of them: the last year for which the award was given at all.</param>
internal sealed record TitleStreak(string Award, int Years, int Since, int Last)
{
    /// <summary>
    /// The streaks of a unit, by award. Units whose tasks it took over count as itself (Decree 152/2025/NĐ-CP art. 33(4)): for a year in which several of them stood,
    /// the streak goes on only where all of them were given the award. No text settles that, so it is the cautious reading, and the same as for classes.
    /// </summary>
    /// <param name="titles">Of the unit and those whose tasks it took over; what was revoked counts for nothing.</param>
    /// <param name="stood">Which of them stood at the end of a year, as far as the roster knows.</param>
    public static IReadOnlyList<TitleStreak> Of(IEnumerable<HeldTitle> titles, Func<int, IReadOnlySet<string>> stood) =>
    [
        .. from of in titles.Where(title => title.Stands).GroupBy(title => title.Award, StringComparer.Ordinal)
           orderby of.Key
           let holders = of.ToLookup(title => title.Year, title => title.Unit)
           let last = holders.Max(year => year.Key)
           let years = Enumerable.Range(0, last).TakeWhile(back => IsReached(holders[last - back], stood(last - back))).Count()
           where years > 0
           select new TitleStreak(of.Key, years, last - years + 1, last),
    ];

    private static bool IsReached(IEnumerable<string> holders, IReadOnlySet<string> stood)
    {
        var given = holders.ToHashSet(StringComparer.Ordinal);
        return given.Count > 0 && stood.IsSubsetOf(given);
    }
}

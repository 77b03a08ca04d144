namespace EmulationFunctions.Province.Decisions;

/// <summary>An award that a unit was given for years in a row.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Years">How many years, the last one included.</param>
/// <param name="Since">The first of them.</param>
/// <param name="Last">The last of them: the last year for which it counts.</param>
internal sealed record TitleStreak(string Award, int Years, int Since, int Last)
{
    /// <summary>The streaks of a unit, by award.</summary>
    /// <inheritdoc cref="Counted"/>
    public static IReadOnlyList<TitleStreak> Of(IEnumerable<RecordedTitle> titles, Func<int, IReadOnlySet<string>> stood) =>
    [
        .. from of in Counted(titles, stood).GroupBy(title => title.Award, StringComparer.Ordinal)
           orderby of.Key
           let years = of.Select(title => title.Year).Distinct().OrderDescending().ToList()
           let count = years.Index().TakeWhile(one => one.Item == years[0] - one.Index).Count()
           select new TitleStreak(of.Key, count, years[0] - count + 1, years[0]),
    ];

    /// <summary>
    /// What counts of the titles of a unit: what stands. Units whose tasks it took over count as itself (Decree 152/2025/NĐ-CP art. 33(4)); for a year in which several of them stood, an award counts
    /// only where all of them were given it. No text settles that, so it is the cautious reading, and the same as for classes.
    /// </summary>
    /// <param name="titles">Of the unit and those whose tasks it took over.</param>
    /// <param name="stood">Which of them stood at the end of a year, as far as the roster knows.</param>
    public static IEnumerable<RecordedTitle> Counted(IEnumerable<RecordedTitle> titles, Func<int, IReadOnlySet<string>> stood) =>
        from title in titles.Where(title => title.Stands)
        group title by (title.Award, title.Year) into of
        where stood(of.Key.Year).IsSubsetOf(of.Select(title => title.Unit))
        from title in of
        select title;
}

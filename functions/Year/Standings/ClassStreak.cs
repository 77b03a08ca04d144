using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>
/// A class reached in years in a row. Units that a unit took over count as itself (Decree 152/2025/NĐ-CP art. 33(4)); of a year in which several of them
/// had results, it goes on only where all reached the class: no text settles that, so it is the cautious reading.
/// </summary>
/// <param name="Class">The class of the last published year.</param>
/// <param name="Years">How many years in a row, that one included.</param>
/// <param name="Since">The first of them.</param>
/// <param name="IsAtLeast">Whether earlier years were not looked at, so that there may be more.</param>
internal sealed record ClassStreak(ReachedClass Class, int Years, int Since, bool IsAtLeast)
{
    /// <param name="results">Of whole years and of other periods; only the former count.</param>
    /// <param name="isMore">Whether there are earlier results.</param>
    public static ClassStreak? Of(IEnumerable<HistoryItem> results, bool isMore)
    {
        var years = results.Where(result => result.Period == Period.WholeYear).GroupBy(result => result.Year).OrderByDescending(year => year.Key).ToList();
        if (years.Count == 0 || years[0].First().Class is not { } reached || !IsAllOf(years[0]))
        {
            return null;
        }

        var count = years.Index().TakeWhile(one => one.Item.Key == years[0].Key - one.Index && IsAllOf(one.Item)).Count();
        return new(reached, count, years[0].Key - count + 1, isMore && count == years.Count);

        bool IsAllOf(IEnumerable<HistoryItem> year) => year.All(result => result.Class?.Code == reached.Code);
    }
}

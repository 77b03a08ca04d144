using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Terms in working days. The day on which a term begins is not counted (the Civil Code's article 147, as remembered; nobody here has read it).</summary>
internal static class WorkingDays
{
    /// <summary>The last day of a term of so many working days that begins on this day; the day itself where there are none.</summary>
    public static WorkingTerm Add(DateOnly day, int count, Holidays holidays)
    {
        var last = day;
        for (var left = count; left > 0;)
        {
            last = last.AddDays(1);
            left -= holidays.IsWorked(last) ? 1 : 0;
        }

        return new(last, [.. Enumerable.Range(day.Year, last.Year - day.Year + 1).Where(year => !holidays.Has(year))]);
    }

    /// <summary>How many working days there are after the one day up to and with the other; 0 where that is not later.</summary>
    public static int Between(DateOnly after, DateOnly through, Holidays holidays) =>
        Enumerable.Range(1, Math.Max(0, through.DayNumber - after.DayNumber)).Count(days => holidays.IsWorked(after.AddDays(days)));
}

/// <param name="Last">The last day of the term; it belongs to it.</param>
/// <param name="Unknown">The years in it whose holidays are not entered, so that the true last day may be later.</param>
internal sealed record WorkingTerm(DateOnly Last, IReadOnlyList<int> Unknown)
{
    /// <summary>What must be said with the day; null where all holidays are known.</summary>
    public Words? Caution() => Unknown.Count == 0 ? null : NotEntered(Unknown);

    public static Words NotEntered(IReadOnlyList<int> years)
    {
        var named = string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
        return new($"Chưa nhập ngày nghỉ lễ năm {named}: chỉ trừ thứ bảy, chủ nhật.", $"The holidays of {named} are not entered: only Saturdays and Sundays are left out.");
    }
}

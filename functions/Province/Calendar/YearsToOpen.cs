namespace EmulationFunctions.Province.Calendar;

/// <summary>Which years the calendar wants open by a day.</summary>
internal static class YearsToOpen
{
    /// <summary>
    /// The year that began last; and before it those whose work still runs though nobody opened them in time, as long as the year
    /// before such a one is there: a program that is new opens no past.
    /// </summary>
    public static IReadOnlyList<int> On(DateOnly day, CalendarTemplate template, IReadOnlyCollection<int> years)
    {
        var latest = template.YearStartedBy(day);
        var due = new List<int> { latest };
        for (var year = latest - 1; template.In(year).LastDay >= day && (years.Contains(year) || years.Contains(year - 1)); year--)
        {
            due.Add(year);
        }

        due.Reverse();
        return due;
    }
}

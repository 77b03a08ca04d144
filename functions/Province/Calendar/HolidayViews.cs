using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The body of <c>PutHolidays</c>: all of a year.</summary>
/// <param name="Source">The paper that announces the days; null where none is at hand.</param>
/// <param name="DaysOff">The weekdays on which nobody works. A holiday on a weekend is put down, too, and the day given for it beside.</param>
/// <param name="WorkedDays">The Saturdays and Sundays that are worked for days off.</param>
internal sealed record HolidayBody(
    PaperReference? Source,
    [property: Items(1, HolidayYear.MostDays)] IReadOnlyList<DayOff> DaysOff,
    [property: Items(0, HolidayYear.MostDays)] IReadOnlyList<WorkedDay> WorkedDays)
{
    /// <summary>As sent: faults are named by its places.</summary>
    public HolidayYear ToYear(int year) => new(
        year, Source?.Trimmed(), [.. DaysOff.Select(one => one with { Name = one.Name?.Trim() })], WorkedDays);
}

/// <summary>A year's holidays.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsEntered">Whether the office has entered them; where not, only Saturdays and Sundays are left out of a term.</param>
/// <param name="Source">The paper that announces the days.</param>
/// <param name="DaysOff">By day.</param>
/// <param name="WorkedDays">Saturdays and Sundays that are worked, by day.</param>
/// <param name="Missing">What the Labour Code gives beside what was entered.</param>
/// <param name="Caution">What must be known of a term that is counted in this year; null where nothing.</param>
internal sealed record HolidayYearView(
    int Year,
    bool IsEntered,
    PaperReference? Source,
    IReadOnlyList<DayOff> DaysOff,
    IReadOnlyList<WorkedDay> WorkedDays,
    IReadOnlyList<HolidayGapView> Missing,
    string? Caution)
{
    public static HolidayYearView Of(int year, HolidayYear? entered, Language language) => new(
        year,
        entered is not null,
        entered?.Source,
        entered?.DaysOff ?? [],
        entered?.WorkedDays ?? [],
        [.. HolidayRules.Gaps(year, entered?.DaysOff ?? []).Select(gap => HolidayGapView.Of(gap, language))],
        entered is null ? WorkingTerm.NotEntered([year]).In(language) : null);
}

/// <param name="Kind">Which holiday.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Days">How many days of it the Labour Code gives.</param>
/// <param name="Entered">How many are entered.</param>
/// <param name="Proposed">Days of it that are the same each year and are not entered.</param>
internal sealed record HolidayGapView(HolidayKind Kind, string Name, int Days, int Entered, IReadOnlyList<DateOnly> Proposed)
{
    public static HolidayGapView Of(HolidayGap gap, Language language) =>
        new(gap.Holiday.Kind, gap.Holiday.Name.In(language), gap.Holiday.Days, gap.Entered, gap.Missing);
}

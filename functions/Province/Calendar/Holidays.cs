using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>Why nobody works on a weekday.</summary>
[JsonConverter(typeof(CamelCaseEnum<HolidayKind>))]
internal enum HolidayKind
{
    /// <summary>Tết Dương lịch.</summary>
    NewYear,

    /// <summary>Tết Âm lịch.</summary>
    LunarNewYear,

    /// <summary>Giỗ Tổ Hùng Vương.</summary>
    HungKings,

    /// <summary>Ngày Chiến thắng.</summary>
    Victory,

    /// <summary>Ngày Quốc tế lao động.</summary>
    Labour,

    /// <summary>Quốc khánh.</summary>
    NationalDay,

    /// <summary>Nghỉ bù: a holiday fell on a weekend.</summary>
    Instead,

    /// <summary>Nghỉ hoán đổi: a weekend is worked for it.</summary>
    Swapped,

    /// <summary>Another, such as one that the country takes up later.</summary>
    Other,
}

/// <summary>A day on which nobody works.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">Why.</param>
/// <param name="Name">What it is called; needed where the kind is another.</param>
internal sealed record DayOff(DateOnly Day, HolidayKind Kind, [property: StringLength(DayOff.LongestName, MinimumLength = 1)] string? Name = null)
{
    public const int LongestName = 200;
}

/// <summary>A Saturday or Sunday that is worked.</summary>
/// <param name="Day">The day.</param>
/// <param name="For">The day off that it is worked for, perhaps of the year before or after.</param>
internal sealed record WorkedDay(DateOnly Day, DateOnly For);

/// <summary>What the office has entered of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The paper that announces the days.</param>
/// <param name="DaysOff">By day.</param>
/// <param name="WorkedDays">By day.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record HolidayYear(
    int Year, PaperReference? Source, IReadOnlyList<DayOff> DaysOff, IReadOnlyList<WorkedDay> WorkedDays, long Version = 0)
{
    public const int MostDays = 60;

    public bool Says(HolidayYear other) => Source == other.Source && DaysOff.SequenceEqual(other.DaysOff) && WorkedDays.SequenceEqual(other.WorkedDays);
}

/// <summary>The days of some years. In one that the office has not entered only the weekends count, and whoever counts says so.</summary>
internal sealed class Holidays(IEnumerable<HolidayYear> years)
{
    private readonly Dictionary<int, (HashSet<DateOnly> Off, HashSet<DateOnly> Worked)> _years = years.ToDictionary(
        year => year.Year, year => (year.DaysOff.Select(one => one.Day).ToHashSet(), year.WorkedDays.Select(one => one.Day).ToHashSet()));

    public static Holidays None { get; } = new([]);

    public bool Has(int year) => _years.ContainsKey(year);

    public bool IsWorked(DateOnly day) => _years.TryGetValue(day.Year, out var known)
        ? known.Worked.Contains(day) || (!IsWeekend(day) && !known.Off.Contains(day))
        : !IsWeekend(day);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

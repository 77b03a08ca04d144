using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>What the Labour Code (45/2019/QH14, article 112, paragraph 1) gives everybody, as news quote it: the template of a year.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Fixed">Those that fall on the same day each year; the others follow the moon or are announced.</param>
internal sealed record Entitlement(HolidayKind Kind, Words Name, int Days, IReadOnlyList<YearDay> Fixed)
{
    public static IReadOnlyList<Entitlement> All { get; } =
    [
        new(HolidayKind.NewYear, new("Tết Dương lịch", "New Year's Day"), 1, [new(1, 1)]),
        new(HolidayKind.LunarNewYear, new("Tết Âm lịch", "the lunar New Year"), 5, []),
        new(HolidayKind.HungKings, new("Giỗ Tổ Hùng Vương", "the Hùng Kings' day"), 1, []),
        new(HolidayKind.Victory, new("Ngày Chiến thắng", "the day of victory"), 1, [new(4, 30)]),
        new(HolidayKind.Labour, new("Ngày Quốc tế lao động", "Labour Day"), 1, [new(5, 1)]),
        new(HolidayKind.NationalDay, new("Quốc khánh", "National Day"), 2, [new(9, 2)]),
    ];
}

/// <summary>What a year's holidays must hold to, and what is missing of them.</summary>
internal static class HolidayRules
{
    /// <summary>Faults of what was sent; its form has been checked.</summary>
    public static IReadOnlyList<Fault> Check(HolidayYear year)
    {
        var faults = new List<Fault>();
        year.Source?.Check("$.source", faults);
        for (var index = 0; index < year.DaysOff.Count; index++)
        {
            var (one, path) = (year.DaysOff[index], $"$.daysOff[{index}]");
            CheckDay(year.Year, one.Day, year.DaysOff.Take(index).Select(earlier => earlier.Day), $"{path}.day", faults);
            if (one.Kind is HolidayKind.Other && string.IsNullOrWhiteSpace(one.Name))
            {
                faults.Add($"{path}.name", "Cần ghi tên ngày nghỉ.", "The day's name is needed.");
            }
        }

        for (var index = 0; index < year.WorkedDays.Count; index++)
        {
            var (one, path) = (year.WorkedDays[index], $"$.workedDays[{index}]");
            CheckDay(year.Year, one.Day, year.WorkedDays.Take(index).Select(earlier => earlier.Day), $"{path}.day", faults);
            if (!Holidays.IsWeekend(one.Day))
            {
                faults.Add($"{path}.day", "Chỉ thứ bảy, chủ nhật mới là ngày làm bù.", "Only a Saturday or a Sunday can be worked for another day.");
            }
            else if (year.DaysOff.Any(off => off.Day == one.Day))
            {
                faults.Add($"{path}.day", "Một ngày không thể vừa nghỉ vừa làm bù.", "A day cannot be both off and worked.");
            }

            CheckFor(year, one, $"{path}.for", faults);
        }

        return faults;
    }

    /// <summary>What the Labour Code gives and the year does not have, with the days that are the same each year.</summary>
    public static IReadOnlyList<HolidayGap> Gaps(int year, IReadOnlyList<DayOff> daysOff) =>
    [
        .. from holiday in Entitlement.All
           let days = daysOff.Where(one => one.Kind == holiday.Kind).Select(one => one.Day).ToHashSet()
           let missing = holiday.Fixed.Select(day => day.In(year)).Where(day => !days.Contains(day)).ToList()
           where days.Count < holiday.Days || missing.Count > 0
           select new HolidayGap(holiday, days.Count, missing),
    ];

    private static void CheckDay(int year, DateOnly day, IEnumerable<DateOnly> earlier, string path, List<Fault> faults)
    {
        if (day.Year != year)
        {
            faults.Add(path, $"Ngày phải thuộc năm {year}.", $"The day must be one of {year}.");
        }
        else if (earlier.Contains(day))
        {
            faults.Add(path, $"Ngày {VietnamTime.Local(day)} bị lặp lại.", $"The day {day:yyyy-MM-dd} is there twice.");
        }
    }

    /// <summary>A day of another year is entered with that year; of this one it must be there.</summary>
    private static void CheckFor(HolidayYear year, WorkedDay one, string path, List<Fault> faults)
    {
        if (Math.Abs(one.For.Year - year.Year) > 1)
        {
            faults.Add(path, "Ngày được nghỉ thay phải thuộc năm này, năm trước hoặc năm sau.", "The day that it is worked for must be of this year or the one before or after.");
        }
        else if (Holidays.IsWeekend(one.For) || (one.For.Year == year.Year && year.DaysOff.All(off => off.Day != one.For)))
        {
            faults.Add(path, "Ngày được nghỉ thay phải là ngày thường có trong danh sách ngày nghỉ.", "The day that it is worked for must be a weekday among the days off.");
        }
    }
}

/// <summary>A holiday of the Labour Code of which days are not entered.</summary>
/// <param name="Entered">How many are.</param>
/// <param name="Missing">Days of it that are the same each year and are not entered.</param>
internal sealed record HolidayGap(Entitlement Holiday, int Entered, IReadOnlyList<DateOnly> Missing);

using System.Globalization;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Province.Calendar;

/// <summary>The holidays of 2026 as news of January and February 2026 give them: Tết from 16 to 20 February, two days swapped, the Hùng Kings' day on a Sunday.</summary>
internal static class HolidaySamples
{
    public static HolidayYear Of2026 { get; } = new(
        2026,
        new("Thông báo", Day: new(2025, 10, 14), Issuer: "Bộ Nội vụ"),
        [
            new(Day("2026-01-01"), HolidayKind.NewYear),
            new(Day("2026-01-02"), HolidayKind.Swapped),
            .. Enumerable.Range(16, 5).Select(day => new DayOff(new(2026, 2, day), HolidayKind.LunarNewYear)),
            new(Day("2026-04-26"), HolidayKind.HungKings),
            new(Day("2026-04-27"), HolidayKind.Instead),
            new(Day("2026-04-30"), HolidayKind.Victory),
            new(Day("2026-05-01"), HolidayKind.Labour),
            new(Day("2026-08-31"), HolidayKind.Swapped),
            new(Day("2026-09-01"), HolidayKind.NationalDay),
            new(Day("2026-09-02"), HolidayKind.NationalDay),
        ],
        [new(Day("2026-01-10"), Day("2026-01-02")), new(Day("2026-08-22"), Day("2026-08-31"))]);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

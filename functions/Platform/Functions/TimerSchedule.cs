using NCrontab;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A timer's six-field schedule in UTC, read as the Functions host reads it. As there, a day must match both its day of the month and its day of the week.</summary>
internal static class TimerSchedule
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <summary>The first instant of the schedule that is later than <paramref name="after"/>.</summary>
    public static DateTimeOffset Next(string schedule, DateTimeOffset after) =>
        new(CrontabSchedule.Parse(schedule, WithSeconds).GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether the run after <paramref name="last"/> should have been done by now, allowing for a late start.</summary>
    public static bool IsOverdue(string schedule, DateTimeOffset last, DateTimeOffset now, TimeSpan grace) => Next(schedule, last) + grace < now;
}

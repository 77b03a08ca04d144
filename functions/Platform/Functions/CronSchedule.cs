using System.Globalization;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// A timer's six-field schedule (second, minute, hour, day, month, day of week; Sunday is 0) in UTC. Of NCRONTAB only numbers, lists of
/// numbers, <c>*</c> and <c>*/n</c> are taken: what the Functions host and this class surely read alike. As in NCRONTAB, a day
/// must match both its day of the month and its day of the week.
/// </summary>
internal sealed class CronSchedule
{
    private static readonly (string Name, int Least, int Most)[] Fields =
    [
        ("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("day of week", 0, 6),
    ];

    private static readonly int[] LongestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private readonly string _text;
    private readonly int[] _seconds;
    private readonly int[] _minutes;
    private readonly int[] _hours;
    private readonly int[] _days;
    private readonly int[] _months;
    private readonly int[] _weekdays;

    private CronSchedule(string text, int[][] fields)
    {
        _text = text;
        (_seconds, _minutes, _hours) = (fields[0], fields[1], fields[2]);
        (_days, _months, _weekdays) = (fields[3], fields[4], fields[5]);
    }

    public static CronSchedule Parse(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != Fields.Length)
        {
            throw new FormatException(
                $"The schedule '{text}' has {parts.Length} fields; it must have {Fields.Length}, with one space between them.");
        }

        var schedule = new CronSchedule(text, [.. parts.Select((part, index) => Values(text, part, index))]);
        return schedule._months.Any(month => schedule._days[0] <= LongestMonth[month - 1])
            ? schedule
            : throw new FormatException($"The schedule '{text}' never comes: none of its months has a day {schedule._days[0]}.");
    }

    /// <summary>The first instant of the schedule that is later than <paramref name="after"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var earliest = after.UtcDateTime;
        earliest = earliest.AddTicks(TimeSpan.TicksPerSecond - (earliest.Ticks % TimeSpan.TicksPerSecond));
        for (var day = DateOnly.FromDateTime(earliest); ; day = Following(day))
        {
            var from = day == DateOnly.FromDateTime(earliest) ? TimeOnly.FromDateTime(earliest) : TimeOnly.MinValue;
            if (Matches(day) && FirstFrom(from) is { } time)
            {
                return new(day.ToDateTime(time), TimeSpan.Zero);
            }
        }
    }

    /// <summary>Whether the run after <paramref name="last"/> should have been done by now, allowing for a late start.</summary>
    public bool IsOverdue(DateTimeOffset last, DateTimeOffset now, TimeSpan grace) => Next(last) + grace < now;

    public override string ToString() => _text;

    /// <summary>The next day worth looking at: months that are not in the schedule are passed over whole.</summary>
    private DateOnly Following(DateOnly day) =>
        _months.Contains(day.Month) ? day.AddDays(1) : new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private bool Matches(DateOnly day) =>
        _months.Contains(day.Month) && _days.Contains(day.Day) && _weekdays.Contains((int)day.DayOfWeek);

    private TimeOnly? FirstFrom(TimeOnly from)
    {
        foreach (var hour in _hours.Where(hour => hour >= from.Hour))
        {
            foreach (var minute in _minutes)
            {
                foreach (var second in _seconds)
                {
                    var time = new TimeOnly(hour, minute, second);
                    if (time >= from)
                    {
                        return time;
                    }
                }
            }
        }

        return null;
    }

    private static int[] Values(string text, string part, int index)
    {
        var (name, least, most) = Fields[index];
        if (part == "*")
        {
            return [.. Enumerable.Range(least, most - least + 1)];
        }

        if (part.StartsWith("*/", StringComparison.Ordinal))
        {
            var step = Number(text, part, part[2..], name, 1, most);
            return [.. Enumerable.Range(least, most - least + 1).Where(value => (value - least) % step == 0)];
        }

        return [.. part.Split(',').Select(number => Number(text, part, number, name, least, most)).Distinct().Order()];
    }

    private static int Number(string text, string part, string number, string name, int least, int most) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && least <= value && value <= most
            ? value
            : throw new FormatException(
                $"The schedule '{text}' has '{part}' as its {name}; only '*', '*/n', a number from {least} to {most} or a list of such numbers is taken.");
}

using System.Globalization;
using System.Text.RegularExpressions;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Rules.Tests.Platform.Functions;

public sealed partial class TimerScheduleTests
{
    public static TheoryData<string, string> Timers => new(FunctionMethod.All.Values.Where(function => function.Timer is not null).Select(function => (function.Name, function.Timer!.Schedule)));

    /// <summary>NCRONTAB takes more, and not all of it as one thinks: 22-2 is from 2 to 22, FRI-MON from Monday to Friday.</summary>
    [Theory]
    [MemberData(nameof(Timers))]
    public void A_schedule_is_written_in_numbers_lists_and_steps_alone(string timer, string schedule)
    {
        var fields = schedule.Split(' ');

        Assert.True(fields.Length == 6 && fields.All(field => Plain().IsMatch(field)), $"{timer} runs at '{schedule}'.");
    }

    [Theory]
    [InlineData("0 30 0 * * *", "2026-12-10T00:29:59Z", "2026-12-10T00:30:00Z")]
    [InlineData("0 30 0 * * *", "2026-12-10T00:30:00Z", "2026-12-11T00:30:00Z")]
    [InlineData("0 30 0 * * *", "2026-12-10T07:29:59.5+07:00", "2026-12-10T00:30:00Z")]
    [InlineData("0 */10 * * * *", "2026-12-31T23:55:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 1 1,15 * *", "2026-02-15T01:00:00Z", "2026-03-01T01:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 13 * 5", "2026-01-01T00:00:00Z", "2026-02-13T00:00:00Z")]
    public void The_next_run_is_the_first_later_one_in_universal_time(string schedule, string after, string next) =>
        Assert.Equal(Instant(next), TimerSchedule.Next(schedule, Instant(after)));

    [Theory]
    [InlineData("2026-12-11T00:44:59Z", false)]
    [InlineData("2026-12-11T00:45:01Z", true)]
    public void A_run_is_overdue_when_even_a_late_start_is_past(string now, bool isOverdue) =>
        Assert.Equal(isOverdue, TimerSchedule.IsOverdue("0 30 0 * * *", Instant("2026-12-10T00:30:04Z"), Instant(now), TimeSpan.FromMinutes(15)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\*|\*/\d+|\d+(,\d+)*)$")]
    private static partial Regex Plain();
}

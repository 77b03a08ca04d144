using System.Globalization;
using EmulationFunctions.Platform.Functions;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Platform.Functions;

public sealed class CronScheduleTests
{
    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    [Theory]
    [InlineData("0 30 0 * * *", "2026-12-10T00:30:00Z", "2026-12-11T00:30:00Z")]      // strictly later than a run that was on time
    [InlineData("0 30 0 * * *", "2026-12-10T00:29:59.9Z", "2026-12-10T00:30:00Z")]
    [InlineData("0 */5 * * * *", "2026-12-31T23:57:00Z", "2027-01-01T00:00:00Z")]     // over the end of a year
    [InlineData("0 0 1,13 * * *", "2026-03-01T01:00:00Z", "2026-03-01T13:00:00Z")]
    [InlineData("*/7 * * * * *", "2026-03-01T00:00:56Z", "2026-03-01T00:01:00Z")]     // a step starts anew with each minute
    [InlineData("0 0 0 31 * *", "2026-03-31T00:00:00Z", "2026-05-31T00:00:00Z")]      // April has no 31st
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 1", "2096-03-01T00:00:00Z", "2112-02-29T00:00:00Z")]      // 2100 is no leap year; both day fields count
    [InlineData("0 0 0 1 */3 *", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")]     // months step from January
    [InlineData("0 0 6 * * 1", "2026-11-22T00:00:00Z", "2026-11-23T06:00:00Z")]       // a Monday
    [InlineData("0 0 6 * * *", "2026-11-22T12:59:00+07:00", "2026-11-22T06:00:00Z")]  // an instant with another offset
    public void The_next_run_is_the_first_one_after_the_given_instant(string schedule, string after, string next) =>
        Assert.Equal(Instant(next), CronSchedule.Parse(schedule).Next(Instant(after)));

    [Theory]
    [InlineData("0 30 0 * *", "5 fields")]
    [InlineData("0 30 0 * * * *", "7 fields")]
    [InlineData("0  30 0 * * *", "one space")]
    [InlineData("", "1 fields")]
    [InlineData("60 0 0 * * *", "second")]
    [InlineData("0 60 0 * * *", "minute")]
    [InlineData("0 0 24 * * *", "hour")]
    [InlineData("0 0 0 0 * *", "day")]
    [InlineData("0 0 0 * 13 *", "month")]
    [InlineData("0 0 0 * * 7", "day of week")]
    [InlineData("0 0 0 * JAN *", "'JAN' as its month")]
    [InlineData("0 0 0 * * MON", "'MON' as its day of week")]
    [InlineData("0 0 9-17 * * *", "'9-17' as its hour")]
    [InlineData("0 5/10 * * * *", "'5/10' as its minute")]
    [InlineData("0 */0 * * * *", "'*/0' as its minute")]
    [InlineData("0 */60 * * * *", "'*/60' as its minute")]
    [InlineData("0 1,,2 * * * *", "'1,,2' as its minute")]
    [InlineData("0 *,5 * * * *", "'*,5' as its minute")]
    [InlineData("0 +5 * * * *", "'+5' as its minute")]
    [InlineData("0 0 0 ? * *", "'?' as its day")]
    [InlineData("0 0 0 L * *", "'L' as its day")]
    [InlineData("00:05:00", "1 fields")]                      // a time span, which the host would take
    [InlineData("%SCHEDULE%", "1 fields")]                    // a setting, which the host would take
    [InlineData("0 0 0 30 2 *", "never comes")]
    [InlineData("0 0 0 31 4,6,9,11 *", "never comes")]
    public void What_is_not_in_the_subset_is_refused_by_name(string schedule, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_daily_schedule_of_every_hour_and_minute_comes_at_that_hour_and_minute()
    {
        var after = Instant("2026-11-22T10:17:31.5Z");
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = new TimeOnly(minute / 60, minute % 60);
            var day = new DateOnly(2026, 11, time > new TimeOnly(10, 17, 31) ? 22 : 23);

            var next = CronSchedule.Parse($"0 {time.Minute} {time.Hour} * * *").Next(after);

            Assert.Equal(new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero), next);
        }
    }

    [Fact]
    public void Any_schedule_of_a_day_comes_when_a_second_by_second_search_finds_it() =>
        Prop.ForAll(
            (from second in Field(0) from minute in Field(1) from hour in Field(2) from start in Gen.Choose(0, 86_399) select (second, minute, hour, start)).ToArbitrary(),
            drawn =>
            {
                var after = Instant("2027-02-28T00:00:00Z").AddSeconds(drawn.start);
                var expected = Search(after, TimeSpan.FromSeconds(1), at =>
                    Has(drawn.second, 0, at.Second) && Has(drawn.minute, 1, at.Minute) && Has(drawn.hour, 2, at.Hour));
                return CronSchedule.Parse($"{drawn.second} {drawn.minute} {drawn.hour} * * *").Next(after) == expected;
            }).Holds(60);

    [Fact]
    public void Any_schedule_of_days_comes_when_a_day_by_day_search_finds_it() =>
        Prop.ForAll(
            (from day in Field(3) from month in Field(4) from weekday in Field(5) from start in Gen.Choose(0, 20_000) select (day, month, weekday, start)).ToArbitrary(),
            drawn =>
            {
                var text = $"0 0 0 {drawn.day} {drawn.month} {drawn.weekday}";
                var after = Instant("2000-01-01T00:00:00Z").AddDays(drawn.start);
                return Never(drawn.day, drawn.month)
                    ? Assert.Throws<FormatException>(() => CronSchedule.Parse(text)) is not null
                    : CronSchedule.Parse(text).Next(after) == Search(after, TimeSpan.FromDays(1), at =>
                        Has(drawn.day, 3, at.Day) && Has(drawn.month, 4, at.Month) && Has(drawn.weekday, 5, (int)at.DayOfWeek));
            }).Holds(500);

    [Theory]
    [InlineData("2026-12-11T00:44:59Z", false)] // within the grace
    [InlineData("2026-12-11T00:45:01Z", true)]
    public void A_timer_is_overdue_when_its_next_run_and_the_grace_have_passed(string now, bool overdue) =>
        Assert.Equal(
            overdue,
            CronSchedule.Parse("0 30 0 * * *").IsOverdue(Instant("2026-12-10T00:30:04Z"), Instant(now), TimeSpan.FromMinutes(15)));

    private static DateTimeOffset Search(DateTimeOffset after, TimeSpan step, Func<DateTimeOffset, bool> matches)
    {
        var at = after + step;
        while (!matches(at))
        {
            at += step;
        }

        return at;
    }

    private static bool Never(string day, string month) =>
        !Enumerable.Range(0, 366).Select(offset => new DateOnly(2028, 1, 1).AddDays(offset)).Any(date => Has(day, 3, date.Day) && Has(month, 4, date.Month));

    /// <summary>Whether a field holds a value, read in another way than the product does.</summary>
    private static bool Has(string field, int index, int value) => field switch
    {
        "*" => true,
        ['*', '/', .. var step] => (value - Ranges[index].Least) % int.Parse(step, CultureInfo.InvariantCulture) == 0,
        _ => $",{field},".Contains($",{value},", StringComparison.Ordinal),
    };

    private static Gen<string> Field(int index)
    {
        var (least, most) = Ranges[index];
        var lists = from values in Gen.ArrayOf(Gen.Choose(least, most)) where values.Length > 0 select string.Join(',', values);
        return Gen.OneOf(Gen.Constant("*"), Gen.Choose(1, most).Select(step => $"*/{step}"), Gen.Choose(least, most).Select(value => $"{value}"), lists);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using EmulationFunctions.Common;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class VietnamTimeTests
{
    private readonly VietnamTime _time = new();

    [Theory]
    [InlineData("2026-12-10T16:59:59.9999999Z", "2026-12-10")] // the last tick of the day in Vietnam
    [InlineData("2026-12-10T17:00:00Z", "2026-12-11")]         // midnight in Vietnam, still the 10th in UTC
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]         // already the new year
    public void A_day_is_the_day_in_Vietnam_and_not_in_UTC(string instant, string day) =>
        Assert.Equal(Day(day), _time.DayOf(Instant(instant)));

    [Fact]
    public void A_deadline_day_counts_until_the_last_tick_before_its_end()
    {
        var end = _time.EndOf(new(2026, 12, 10));

        Assert.Equal(Instant("2026-12-10T17:00:00Z"), end);
        Assert.Equal(TimeSpan.Zero, end.Offset);
        Assert.Equal(new DateOnly(2026, 12, 10), _time.DayOf(end.AddTicks(-1)));
        Assert.Equal(new DateOnly(2026, 12, 11), _time.DayOf(end));
    }

    [Fact]
    public void Every_day_of_forty_years_starts_where_the_day_before_ends_and_holds_its_own_first_instant()
    {
        for (var day = new DateOnly(2000, 1, 1); day.Year < 2040; day = day.AddDays(1))
        {
            Assert.Equal(_time.EndOf(day.AddDays(-1)), _time.StartOf(day));
            Assert.Equal(day, _time.DayOf(_time.StartOf(day)));
        }
    }

    [Fact]
    public void A_machine_without_zone_data_is_seven_hours_ahead_of_UTC()
    {
        var bare = new VietnamTime(VietnamTime.DefaultZone, _ => null);

        Assert.Equal(_time.StartOf(new(2026, 12, 10)), bare.StartOf(new(2026, 12, 10)));
        Assert.Equal("00:00 ngày 11/12/2026", bare.Local(Instant("2026-12-10T17:00:00Z")));
    }

    [Fact]
    public void An_unknown_zone_is_refused_with_the_name_of_the_setting()
    {
        var refused = Assert.Throws<SettingException>(() => new VietnamTime("Asia/Nowhere"));

        Assert.Contains("Time:Zone", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Asia/Nowhere", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/Havana", 2024)]      // midnight is skipped in spring and repeated in autumn
    [InlineData("America/Sao_Paulo", 2018)]   // midnight is skipped
    public void A_zone_with_summer_time_has_a_start_for_each_day(string zone, int year)
    {
        var time = new VietnamTime(zone);

        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            Assert.Equal(day, time.DayOf(time.StartOf(day)));
            Assert.Equal(day.AddDays(-1), time.DayOf(time.StartOf(day).AddTicks(-1)));
        }
    }

    [Fact]
    public void Days_and_instants_are_written_as_in_Vietnam()
    {
        Assert.Equal("05/02/2026", VietnamTime.Local(new DateOnly(2026, 2, 5)));
        Assert.Equal("23:59 ngày 05/02/2026", _time.Local(Instant("2026-02-05T16:59:00Z")));
    }

    [Fact]
    public void Today_comes_from_the_clock_that_was_given() =>
        Assert.Equal(new DateOnly(2027, 1, 1), _time.Today(new StoppedClock(Instant("2026-12-31T17:00:00Z"))));

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

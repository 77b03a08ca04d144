using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using FsCheck.Fluent;
using static EmulationFunctions.Rules.Tests.Province.Calendar.HolidaySamples;

namespace EmulationFunctions.Rules.Tests.Province.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly Holidays Known = new([Of2026]);

    [Theory]
    [InlineData("2026-02-06", 10, "2026-02-27")] // over Tết: 9 to 13, then 23 to 27 February
    [InlineData("2026-02-13", 1, "2026-02-23")] // the last working day before Tết
    [InlineData("2026-02-18", 1, "2026-02-23")] // begun in Tết
    [InlineData("2026-04-24", 2, "2026-04-29")] // a holiday on a Sunday gives the Monday; then Tuesday and Wednesday are worked
    [InlineData("2026-08-21", 1, "2026-08-22")] // a Saturday that is worked for 31 August
    [InlineData("2026-08-28", 1, "2026-09-03")] // 31 August swapped, 1 and 2 September National Day
    [InlineData("2026-01-01", 6, "2026-01-10")] // 2 January swapped, 5 to 9 worked, Saturday 10 worked for it
    [InlineData("2026-06-15", 10, "2026-06-29")] // two weeks without a holiday
    [InlineData("2026-06-15", 0, "2026-06-15")]
    public void A_term_ends_on_its_last_working_day(string from, int count, string last)
    {
        var term = WorkingDays.Add(Day(from), count, Known);

        Assert.Equal((Day(last), 0), (term.Last, term.Unknown.Count));
        Assert.Null(term.Caution());
    }

    [Fact]
    public void A_year_whose_holidays_are_not_entered_leaves_out_weekends_only_and_says_so()
    {
        var within = WorkingDays.Add(Day("2026-02-06"), 10, Holidays.None);
        var beyond = WorkingDays.Add(Day("2026-12-28"), 10, Known);

        Assert.Equal(Day("2026-02-20"), within.Last); // in Tết, had it been entered
        Assert.Equal("Chưa nhập ngày nghỉ lễ năm 2026: chỉ trừ thứ bảy, chủ nhật.", within.Caution()!.Vi);
        Assert.Equal([2027], beyond.Unknown);
    }

    [Fact]
    public void Counting_forward_and_counting_between_agree() => Law.Holds(
        from start in Gen.Choose(0, 364)
        from count in Gen.Choose(1, 120)
        select (Day: new DateOnly(2026, 1, 1).AddDays(start), Count: count),
        of =>
        {
            var term = WorkingDays.Add(of.Day, of.Count, Known);
            return WorkingDays.Between(of.Day, term.Last, Known) == of.Count && Known.IsWorked(term.Last) && WorkingDays.Between(term.Last, of.Day, Known) == 0;
        });

    [Fact]
    public void What_the_Labour_Code_gives_is_proposed_until_it_is_entered()
    {
        var nothing = HolidayRules.Gaps(2026, []);
        var most = HolidayRules.Gaps(2026, [.. Of2026.DaysOff.Where(one => one.Day != Day("2026-02-20") && one.Day != Day("2026-09-02"))]);

        Assert.Equal(11, nothing.Sum(gap => gap.Holiday.Days));
        Assert.Equal(["2026-01-01", "2026-04-30", "2026-05-01", "2026-09-02"], nothing.SelectMany(gap => gap.Missing).Select(day => day.ToString("yyyy-MM-dd", null)));
        Assert.Equal([(HolidayKind.LunarNewYear, 4), (HolidayKind.NationalDay, 1)], most.Select(gap => (gap.Holiday.Kind, gap.Entered)));
        Assert.Empty(HolidayRules.Gaps(2026, Of2026.DaysOff));
    }

    [Fact]
    public void What_cannot_be_is_named_at_its_place()
    {
        var bad = new HolidayYear(
            2026,
            new("Thông báo"),
            [new(Day("2026-01-01"), HolidayKind.NewYear), new(Day("2026-01-01"), HolidayKind.Other, " "), new(Day("2027-01-01"), HolidayKind.NewYear)],
            [
                new(Day("2026-01-05"), Day("2026-01-01")), // a Monday
                new(Day("2026-01-10"), Day("2026-01-02")), // for a day that is not off
                new(Day("2026-01-17"), Day("2025-12-27")), // for a Saturday
                new(Day("2026-01-24"), Day("2024-12-31")),
            ]);

        Assert.Equal(
            ["$.daysOff[1].day", "$.daysOff[1].name", "$.daysOff[2].day", "$.source.number", "$.workedDays[0].day", "$.workedDays[1].for", "$.workedDays[2].for", "$.workedDays[3].for"],
            HolidayRules.Check(bad).Select(fault => fault.Path).Order(StringComparer.Ordinal));
        Assert.Empty(HolidayRules.Check(Of2026));
        Assert.Equal(["$.workedDays[0].day"], HolidayRules.Check(Of2026 with
        {
            DaysOff = [.. Of2026.DaysOff, new(Day("2026-01-10"), HolidayKind.Other, "Thêm")],
            WorkedDays = [Of2026.WorkedDays[0]],
        }).Select(fault => fault.Path));
    }
}

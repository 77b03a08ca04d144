using System.Globalization;
using EmulationFunctions.Province.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Province.Calendar;

public sealed class CalendarTemplateTests
{
    [Theory]
    [InlineData("registration", "2026-02-15")]
    [InlineData("pact", "2026-03-31")]
    [InlineData("half-year", "2026-07-20")]
    [InlineData("self-score", "2026-12-10")]
    [InlineData("cross-score", "2026-12-15")]
    [InlineData("bloc-meeting", "2026-12-31")]
    [InlineData("submission", "2027-01-15")] // January still works on last year
    [InlineData("handover", "2027-01-31")] // with the year-end meeting, often in January
    public void The_default_calendar_ends_its_stages_on_the_days_that_blocs_were_seen_to_use(string stage, string day)
    {
        var cycle = CalendarTemplate.Default.In(2026);

        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), cycle.DeadlineOf("khoi-1", "so-tai-chinh", StageKinds.Find(stage)!.Value));
    }

    [Fact]
    public void The_default_calendar_has_every_stage_and_no_fault()
    {
        Assert.Equal(StageKinds.All, CalendarTemplate.Default.Stages.Select(rule => rule.Stage.Kind));
        Assert.Empty(CalendarTemplateRules.FaultsOf(CalendarTemplate.Default));
    }

    [Theory]
    [InlineData(2024, "2024-02-29")]
    [InlineData(2026, "2026-02-28")]
    [InlineData(2100, "2100-02-28")] // no leap year
    public void The_29th_of_February_is_the_28th_in_a_common_year(int year, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), new YearDay(2, 29).In(year));

    [Theory]
    [InlineData("2026-02-28", 2025)]
    [InlineData("2026-03-01", 2026)]
    [InlineData("2027-02-28", 2026)]
    public void The_year_that_should_be_open_changes_on_the_start_day(string day, int year)
    {
        var template = CalendarTemplate.Default with { StartsOn = new(3, 1) };

        Assert.Equal(year, template.YearStartedBy(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2025-12-19", 2025)]
    [InlineData("2025-12-20", 2026)] // the meeting that ends a year signs the next one's pact
    public void A_year_may_start_in_the_December_before(string day, int year)
    {
        var template = CalendarTemplate.Default with { StartsOn = new(12, 20, YearOffset: -1) };

        Assert.Equal(year, template.YearStartedBy(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void All_faults_of_a_template_are_named_at_once()
    {
        var template = new CalendarTemplate(
            StartsOn: new(13, 1),
            Periods: [Period.Default, new("Nửa năm", ""), Period.Default],
            Stages:
            [
                new(StageKind.SelfScore, Opens: new(12, 1), Closes: new(11, 30)),
                new(StageKind.CrossScore, Opens: new(4, 31), Closes: new(11, 29)),
                new(StageKind.CrossScore, Opens: new(11, 1), Closes: new(12, 31, YearOffset: 2)),
                new(new StageKey(StageKind.SelfScore, "quy-1"), Opens: new(3, 1), Closes: new(3, 31)),
            ]);

        var faults = CalendarTemplateRules.FaultsOf(template);

        Assert.Equal(
            [
                "$.startsOn",
                "$.periods[1].id",
                "$.periods[1].name",
                "$.periods[2].id",
                "$.stages[0].closes",  // ends before it opens
                "$.stages[1].opens",   // 31 April
                "$.stages[2].stage",   // twice
                "$.stages[2].closes",  // two years on
                "$.stages[3].period",  // unknown
                "$.periods[1]",        // without a self-score
                "$.stages[1].closes",  // before the self-score ends
            ],
            faults.Select(fault => fault.Path));
        Assert.All(faults, fault => Assert.NotEqual(fault.Words.Vi, fault.Words.En));
    }

    [Theory]
    [InlineData("cross-score", "self-score")]
    [InlineData("appraisal", "cross-score")]
    [InlineData("bloc-meeting", "appraisal")]
    [InlineData("submission", "bloc-meeting")]
    [InlineData("submission", "cross-score")] // also in a year without a bloc meeting
    [InlineData("handover", "self-score")]
    [InlineData("self-score", "pact")]
    public void A_stage_may_not_end_before_the_one_it_rests_on(string later, string earlier)
    {
        var (late, early) = (StageKinds.Find(later)!.Value, StageKinds.Find(earlier)!.Value);
        var ends = new Dictionary<StageKind, YearDay>
        {
            [StageKind.SelfScore] = new(12, 10),
            [early] = new(12, 12),
            [late] = new(12, 11),
        };
        var template = CalendarTemplate.Default with
        {
            Stages = [.. ends.Select(end => new StageRule(end.Key, Opens: new(12, 1), Closes: end.Value))],
        };

        var fault = Assert.Single(CalendarTemplateRules.FaultsOf(template));

        Assert.Contains($"{later} may not be before that of {earlier}", fault.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void No_deadline_of_any_year_is_before_its_opening_when_the_template_has_no_fault() =>
        Prop.ForAll(Templates.ToArbitrary(), Gen.Choose(Cycle.EarliestYear, Cycle.LatestYear).ToArbitrary(), (template, year) =>
            CalendarTemplateRules.FaultsOf(template).Count > 0
            || (template.In(year).Stages.All(stage => stage.Opens <= stage.Closes) && CycleRules.FaultsOf(template.In(year)).Count == 0))
            .Holds(500);

    [Fact]
    public void Next_year_has_the_same_days_but_for_the_29th_of_February() =>
        Prop.ForAll(Templates.ToArbitrary(), Gen.Choose(Cycle.EarliestYear, Cycle.LatestYear - 1).ToArbitrary(), (template, year) =>
            template.In(year).Stages.Zip(template.In(year + 1).Stages, (now, next) =>
                Ordinary(now.Closes) == Ordinary(next.Closes) && next.Closes.Year == now.Closes.Year + 1 && Ordinary(now.Opens) == Ordinary(next.Opens))
                .All(same => same))
            .Holds(300);

    private static Gen<CalendarTemplate> Templates =>
        from openings in Gen.ArrayOf(Days, StageKinds.All.Count)
        from lengths in Gen.ArrayOf(Days, StageKinds.All.Count)
        select CalendarTemplate.Default with
        {
            // Sorted deadlines make most of the drawn templates faultless.
            Stages =
            [
                .. lengths.Order().Select((closes, index) => new StageRule(
                    StageKinds.All[index], openings[index].CompareTo(closes) < 0 ? openings[index] : closes, closes)),
            ],
        };

    private static Gen<YearDay> Days =>
        from offset in Gen.Choose(YearDay.LeastOffset, YearDay.MostOffset)
        from month in Gen.Choose(1, 12)
        from day in Gen.OneOf(Gen.Choose(1, 28), Gen.Constant(DateTime.DaysInMonth(2000, month)))
        select new YearDay(month, day, offset);

    private static (int Month, int Day) Ordinary(DateOnly day) => (day.Month, day is { Month: 2, Day: 29 } ? 28 : day.Day);
}

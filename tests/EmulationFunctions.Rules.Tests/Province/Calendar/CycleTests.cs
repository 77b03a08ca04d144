using EmulationFunctions.Province.Calendar;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Province.Calendar;

public sealed class CycleTests
{
    private const string Economy = "khoi-kinh-te";
    private const string Justice = "khoi-noi-chinh";
    private const string Finance = "so-tai-chinh";
    private const string Construction = "so-xay-dung";

    private static readonly Cycle Year = CalendarTemplate.Default.In(2026) with { State = CycleState.Open };

    [Theory]
    [InlineData(11, 14, false)] // a day before it opens
    [InlineData(11, 15, true)]  // the day it opens
    [InlineData(12, 10, true)]  // the deadline day counts to its end
    [InlineData(12, 11, false)]
    public void A_stage_is_open_from_its_first_day_through_its_deadline_day(int month, int day, bool open) =>
        Assert.Equal(open, Year.IsOpen(Economy, Finance, StageKind.SelfScore, new(2026, month, day)));

    [Fact]
    public void A_closed_year_takes_nothing_more() =>
        Assert.False((Year with { State = CycleState.Closed }).IsOpen(Economy, Finance, StageKind.SelfScore, new(2026, 12, 1)));

    [Fact]
    public void A_stage_that_the_year_does_not_have_has_no_deadline_and_is_never_open()
    {
        var missing = new StageKey(StageKind.SelfScore, "quy-1");

        Assert.Null(Year.DeadlineOf(Economy, Finance, missing));
        Assert.False(Year.IsOpen(Economy, Finance, missing, new(2026, 12, 1)));
    }

    [Fact]
    public void A_bloc_with_its_own_dates_follows_them_and_no_other_bloc_does()
    {
        var cycle = Year with { Overrides = [new(Economy, StageKind.SelfScore, new(2026, 11, 20), new(2026, 12, 5))] };

        Assert.Equal(new DateOnly(2026, 12, 5), cycle.DeadlineOf(Economy, Finance, StageKind.SelfScore));
        Assert.Equal(new DateOnly(2026, 12, 10), cycle.DeadlineOf(Justice, Construction, StageKind.SelfScore));
        Assert.False(cycle.IsOpen(Economy, Finance, StageKind.SelfScore, new(2026, 11, 15)));
        Assert.Empty(CycleRules.FaultsOf(cycle));
    }

    [Fact]
    public void An_extended_unit_has_longer_and_the_rest_of_its_bloc_has_not()
    {
        var cycle = Year.Extend(new(Finance, StageKind.SelfScore, new(2026, 12, 14), "Thiên tai"));

        Assert.True(cycle.IsOpen(Economy, Finance, StageKind.SelfScore, new(2026, 12, 14)));
        Assert.False(cycle.IsOpen(Economy, Finance, StageKind.SelfScore, new(2026, 12, 15)));
        Assert.False(cycle.IsOpen(Economy, Construction, StageKind.SelfScore, new(2026, 12, 11)));
        Assert.Equal(new DateOnly(2026, 12, 15), cycle.DeadlineOf(Economy, Finance, StageKind.CrossScore));
    }

    [Fact]
    public void A_second_extension_replaces_the_first()
    {
        var cycle = Year
            .Extend(new(Finance, StageKind.SelfScore, new(2026, 12, 20), "Nhầm"))
            .Extend(new(Finance, StageKind.SelfScore, new(2026, 12, 12), "Thiên tai"));

        Assert.Single(cycle.Extensions);
        Assert.Equal(new DateOnly(2026, 12, 12), cycle.DeadlineOf(Economy, Finance, StageKind.SelfScore));
    }

    [Fact]
    public void No_extension_whatever_its_date_makes_a_deadline_earlier() =>
        Prop.ForAll(Gen.Choose(-400, 400).ToArbitrary(), Gen.Choose(-60, 60).ToArbitrary(), (extended, moved) =>
        {
            var general = Year with
            {
                Overrides = [new(Economy, StageKind.SelfScore, new(2026, 10, 1), new DateOnly(2026, 12, 10).AddDays(moved))],
            };
            var cycle = general.Extend(new(Finance, StageKind.SelfScore, new DateOnly(2026, 12, 10).AddDays(extended), "Thiên tai"));

            return cycle.DeadlineOf(Economy, Finance, StageKind.SelfScore) >= general.DeadlineOf(Economy, Finance, StageKind.SelfScore)
                && cycle.DeadlineOf(Economy, Construction, StageKind.SelfScore) == general.DeadlineOf(Economy, Construction, StageKind.SelfScore);
        }).Holds(500);

    [Fact]
    public void All_faults_of_an_extension_are_named_at_once()
    {
        Assert.Empty(CycleRules.FaultsOf(Year, Economy, new(Finance, StageKind.SelfScore, new(2026, 12, 11), "Thiên tai"), new(2026, 12, 5)));
        Assert.Equal(
            ["$.closes", "$.reason"], // not later than the deadline; no reason
            CycleRules.FaultsOf(Year, Economy, new(Finance, StageKind.SelfScore, new(2026, 12, 10), " "), new(2026, 12, 5)).Select(fault => fault.Path));
        Assert.Equal(
            ["$.stage", "$.closes"], // no such stage; years away
            CycleRules.FaultsOf(Year, Economy, new(Finance, new(StageKind.Pact, "quy-1"), new(2030, 1, 1), "Thiên tai"), new(2026, 12, 5)).Select(fault => fault.Path));
    }

    [Fact]
    public void An_extension_that_is_over_before_it_is_given_is_none()
    {
        var extension = new Extension(Finance, StageKind.SelfScore, new(2026, 12, 12), "Thiên tai");

        Assert.Empty(CycleRules.FaultsOf(Year, Economy, extension, new(2026, 12, 12)));
        Assert.Equal(["$.closes"], CycleRules.FaultsOf(Year, Economy, extension, new(2026, 12, 13)).Select(fault => fault.Path));
    }

    [Fact]
    public void All_faults_of_a_cycle_are_named_at_once()
    {
        var cycle = Year with
        {
            Year = 1999,
            StartsOn = new(2001, 1, 1),
            Stages = [new(StageKind.SelfScore, new(1999, 11, 15), new(1999, 11, 14))],
            Overrides =
            [
                new(Economy, StageKind.Pact, new(1999, 1, 1), new(1999, 2, 1)),
                new(Economy, StageKind.SelfScore, new(1999, 12, 1), new(1999, 11, 1)),
                new(Economy, StageKind.SelfScore, new(1990, 12, 1), new(1999, 12, 1)),
            ],
        };

        Assert.Equal(
            ["$.year", "$.startsOn", "$.stages[0].closes", "$.overrides[0].stage", "$.overrides[1].closes", "$.overrides[2]", "$.overrides[2].opens"],
            CycleRules.FaultsOf(cycle).Select(fault => fault.Path));
    }

    [Fact]
    public void A_bloc_may_not_cross_score_before_its_own_self_scores_are_due()
    {
        var cycle = Year with { Overrides = [new(Economy, StageKind.SelfScore, new(2026, 11, 15), new(2026, 12, 17))] };

        var fault = Assert.Single(CycleRules.FaultsOf(cycle));

        Assert.Equal("$.overrides[0].closes", fault.Path);
        Assert.Contains("chấm điểm chéo", fault.Words.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2020)]
    public void A_past_year_can_be_entered(int year) => Assert.Empty(CycleRules.FaultsOf(CalendarTemplate.Default.In(year)));

    [Theory]
    [InlineData(1, 10, "registration")] // the pact is open too and ends later
    [InlineData(3, 1, "pact")]
    [InlineData(5, 1, null)]
    [InlineData(12, 12, "cross-score")]
    [InlineData(12, 25, "bloc-meeting")]
    public void A_bloc_is_busy_with_the_open_stage_that_ends_first(int month, int day, string? stage) =>
        Assert.Equal(stage, Year.StageOn(new(2026, month, day), Economy)?.Key.Kind.Slug());

    [Fact]
    public void Each_period_has_its_own_stages()
    {
        var cycle = Year with
        {
            Periods = [Period.Default, new("quy-1", "Quý I")],
            Stages = [.. Year.Stages, new(new(StageKind.SelfScore, "quy-1"), new(2026, 4, 1), new(2026, 4, 10))],
        };

        Assert.Empty(CycleRules.FaultsOf(cycle));
        Assert.Null(cycle.StageOn(new(2026, 4, 5), Economy));
        Assert.Equal(new StageKey(StageKind.SelfScore, "quy-1"), cycle.StageOn(new(2026, 4, 5), Economy, "quy-1")?.Key);
        Assert.True(cycle.IsOpen(Economy, Finance, new(StageKind.SelfScore, "quy-1"), new(2026, 4, 10)));
    }

    [Fact]
    public void Moves_name_each_opening_and_each_end_once_however_the_days_are_cut()
    {
        var cycle = Year with { Overrides = [new(Economy, StageKind.SelfScore, new(2026, 11, 20), new(2026, 12, 5))] };
        var whole = cycle.Moves(new(2025, 12, 31), new(2027, 12, 31));
        var daily = Enumerable.Range(0, 730).Select(offset => new DateOnly(2025, 12, 31).AddDays(offset)).SelectMany(day => cycle.Moves(day, day.AddDays(1)));

        Assert.Equal(whole, daily);
        Assert.Equal(2 * (StageKinds.All.Count + 1), whole.Count);
        Assert.Contains(new(StageKind.SelfScore, Economy, StageState.Closed, new(2026, 12, 6)), whole);
        Assert.Contains(new(StageKind.SelfScore, null, StageState.Open, new(2026, 11, 15)), whole);
    }

    [Fact]
    public void The_last_day_of_a_year_waits_for_the_last_extension()
    {
        Assert.Equal(new DateOnly(2027, 1, 31), Year.LastDay);
        Assert.Equal(new DateOnly(2027, 2, 1), Year.Extend(new(Finance, StageKind.Submission, new(2027, 2, 1), "Thiên tai")).LastDay);
    }
}

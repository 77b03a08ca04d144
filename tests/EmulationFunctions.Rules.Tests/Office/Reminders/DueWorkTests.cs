using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

public sealed class DueWorkTests
{
    private const string Bloc = "khoi-tham-muu-tong-hop";
    private const string Head = "so-ngoai-vu";
    private const string Finance = "so-tai-chinh";
    private const string Planning = "so-ke-hoach-va-dau-tu";

    private static readonly Cycle Year = CalendarTemplate.Default.In(2026) with { State = CycleState.Open };

    [Theory]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-26", true)]  // 14 days before 10 December
    [InlineData("2026-12-03", true)]  // 7
    [InlineData("2026-12-07", true)]  // 3
    [InlineData("2026-12-08", false)] // 2
    [InlineData("2026-12-09", true)]  // 1
    [InlineData("2026-12-10", true)]  // the deadline day
    [InlineData("2026-12-11", true)]  // a day late
    [InlineData("2026-12-12", false)] // two days late
    public void A_unit_that_has_not_submitted_is_reminded_on_the_days_of_the_rules(string day, bool reminded) =>
        Assert.Equal(reminded, On(Day(day), Work(Undone(Finance))).Any(digest => digest.Unit == Finance && digest.Own.Count == 1));

    [Fact]
    public void Who_has_submitted_is_not_reminded() =>
        Assert.Empty(On(new(2026, 12, 9), Work(Undone(Finance) with { Done = true })));

    [Fact]
    public void The_head_sees_who_is_missing_out_of_how_many_and_its_own_work()
    {
        var digests = On(new(2026, 12, 9), Work(Undone(Head), Undone(Finance), Undone(Planning) with { Done = true }));

        var head = Assert.Single(digests, digest => digest.Unit == Head);
        var bloc = Assert.Single(head.Blocs);
        Assert.Equal([Head, Finance], bloc.Missing.Select(one => one.Unit));
        Assert.Equal(3, bloc.Total);
        Assert.Single(head.Own);
        Assert.Empty(Assert.Single(digests, digest => digest.Unit == Finance).Blocs);
        Assert.DoesNotContain(digests, digest => digest.Unit == Planning);
    }

    [Fact]
    public void An_extended_unit_is_reminded_of_its_own_deadline()
    {
        var year = Year.Extend(new(Finance, StageKind.SelfScore, new(2026, 12, 20), "Thiên tai"));
        var work = new YearWork(year, [Undone(Finance), Undone(Planning)], Heads);

        Assert.DoesNotContain(On(new(2026, 12, 9), work), digest => digest.Unit == Finance);
        Assert.Equal(new DateOnly(2026, 12, 20), Assert.Single(On(new(2026, 12, 19), work), digest => digest.Unit == Finance).Own[0].Deadline);
    }

    [Fact]
    public void Nobody_is_reminded_of_a_stage_that_has_not_opened()
    {
        var work = Work(new Obligation(StageKind.CrossScore, Bloc, Finance, Done: false)); // opens 11 December, ends on the 15th

        Assert.Empty(On(new(2026, 12, 8), work)); // 7 days before
        Assert.NotEmpty(On(new(2026, 12, 12), work)); // 3 days before
    }

    [Fact]
    public void What_has_a_day_of_its_own_is_reminded_of_though_the_stage_it_is_shown_under_has_not_opened()
    {
        var conclusion = new Obligation(StageKind.BlocMeeting, Bloc, Finance, Done: false, Due: new(2026, 6, 30), What: new("thực hiện kết luận cuộc họp", "a conclusion"));
        var other = conclusion with { Due = new(2026, 9, 30), What = new("gửi báo cáo", "a report") };

        var due = Assert.Single(On(new(2026, 6, 23), Work(conclusion, other)), digest => digest.Unit == Finance).Own;

        Assert.Equal(("thực hiện kết luận cuộc họp", new DateOnly(2026, 6, 30)), (Assert.Single(due).What.What!.Vi, due[0].Deadline));
    }

    [Theory]
    [InlineData("2026-07-01", true)] // a day late, by the rules
    [InlineData("2026-07-06", false)]
    [InlineData("2026-07-07", true)] // a week
    [InlineData("2026-09-22", true)] // twelve weeks
    [InlineData("2026-09-23", false)]
    public void What_is_chased_comes_again_each_week_after_its_day_until_it_is_done(string day, bool reminded)
    {
        var conclusion = new Obligation(StageKind.BlocMeeting, Bloc, Finance, Done: false, Due: new(2026, 6, 30), What: new("thực hiện kết luận", "a conclusion"));

        Assert.Equal(reminded, On(Day(day), Work(conclusion with { IsChased = true })).Any(digest => digest.Unit == Finance));
        Assert.Empty(On(Day(day), Work(conclusion with { IsChased = true, Done = true })));
        Assert.Equal(day == "2026-07-01", On(Day(day), Work(conclusion)).Any(digest => digest.Unit == Finance));
        Assert.Equal(day == "2026-07-01", DueWork.On(Day(day), Day(day).AddDays(-1), ReminderRules.Default with { ChaseEvery = 0 }, [Work(conclusion with { IsChased = true })]).Count > 0);
        Assert.Empty(DueWork.On(Day(day), Day(day).AddDays(-1), new([]), [Work(conclusion with { IsChased = true })])); // a stage without rules reminds nobody
    }

    [Fact]
    public void What_has_no_day_is_told_on_the_first_of_each_month_as_its_day_was_said_and_never_by_a_day_of_the_calendar()
    {
        var conclusion = new Obligation(StageKind.BlocMeeting, Bloc, Finance, Done: false, What: new("thực hiện kết luận", "a conclusion")) { IsUndated = true, IsChased = true, Said = "trong quý III" };
        DateOnly[] told = [.. Enumerable.Range(0, 365).Select(offset => new DateOnly(2026, 1, 1).AddDays(offset)).Where(day => On(day, Work(conclusion)).Count > 0)];
        var digest = Assert.Single(On(new(2026, 8, 1), Work(conclusion)), digest => digest.Unit == Finance);

        Assert.Equal(Enumerable.Range(1, 12).Select(month => new DateOnly(2026, month, 1)), told);
        Assert.Equal((null, "trong quý III"), (digest.Own[0].Deadline, digest.Own[0].Said));
        Assert.Equal(MailUrgency.Soon, DigestUrgency.Of(digest, new(2026, 8, 1)));
        Assert.NotEmpty(DueWork.On(new(2026, 8, 5), new(2026, 7, 30), ReminderRules.Default, [Work(conclusion)])); // the timer was dead on the first
    }

    [Fact]
    public void What_is_the_bloc_s_is_its_head_s_own_work_and_of_what_is_not_known_or_nobody_leads_for_nobody_is_reminded()
    {
        var plan = new Obligation(StageKind.Pact, Bloc, Head, Done: false, What: new("thông qua kế hoạch", "a plan")) { IsOfBloc = true };

        var digest = Assert.Single(On(new(2026, 3, 31), Work(plan)));

        Assert.Equal((Head, 1, 0), (digest.Unit, digest.Own.Count, digest.Blocs.Count));
        Assert.Empty(On(new(2026, 3, 31), Work(plan with { IsKnown = false })));
        Assert.Empty(On(new(2026, 3, 31), Work(plan with { Unit = null })));
    }

    [Theory]
    [InlineData(CycleState.Planned)]
    [InlineData(CycleState.Closed)]
    public void A_year_that_is_not_open_reminds_nobody(object state) =>
        Assert.Empty(On(new(2026, 12, 9), Work(Undone(Finance)) with { Cycle = Year with { State = (CycleState)state } }));

    [Theory]
    [InlineData("2026-12-08", "2026-12-06", true)]  // the day of the 3-day reminder passed while the timer was dead
    [InlineData("2026-12-08", "2026-12-07", false)] // it ran that day
    [InlineData("2026-12-18", "2026-11-01", true)]  // dead for weeks: the day-late reminder is 7 days old
    [InlineData("2026-12-19", "2026-11-01", false)] // too old to be of use
    [InlineData("2026-12-09", "2026-12-09", true)]  // it has already run today
    public void A_reminder_that_a_dead_timer_missed_is_made_good_for_a_week(string day, string lastRun, bool reminded) =>
        Assert.Equal(reminded, DueWork.On(Day(day), Day(lastRun), ReminderRules.Default, [Work(Undone(Finance))]).Any(digest => digest.Unit == Finance));

    [Fact]
    public void A_timer_that_runs_daily_gives_each_reminder_once() =>
        Prop.ForAll(Gen.Choose(-10, 25).ToArbitrary(), Gen.SubListOf(Enumerable.Range(-5, 30)).ToArbitrary(), (shift, days) =>
        {
            var year = Year with { Stages = [new(StageKind.SelfScore, new(2026, 10, 1), new DateOnly(2026, 12, 10).AddDays(shift))] };
            var rules = new ReminderRules([new(StageKind.SelfScore, [.. days])]);
            var run = Enumerable.Range(0, 200).Select(offset => new DateOnly(2026, 10, 1).AddDays(offset));

            return run.Count(day => DueWork.On(day, day.AddDays(-1), rules, [new(year, [Undone(Finance)], Heads)]).Any(digest => digest.Own.Count > 0)) == days.Count;
        }).Holds(50);

    [Fact]
    public void In_January_last_year_and_the_new_year_come_in_one_digest()
    {
        var next = CalendarTemplate.Default.In(2027) with { State = CycleState.Open, Stages = [new(StageKind.Registration, new(2027, 1, 1), new(2027, 1, 16))] };
        var digests = On(
            new(2027, 1, 15),
            new YearWork(Year, [new(StageKind.Submission, Bloc, Finance, Done: false)], Heads),
            new YearWork(next, [new(StageKind.Registration, Bloc, Finance, Done: false)], Heads));

        Assert.Equal([2026, 2027], Assert.Single(digests, digest => digest.Unit == Finance).Own.Select(due => due.What.Year));
        Assert.Equal(2, Assert.Single(digests, digest => digest.Unit == Head).Blocs.Count);
    }

    [Fact]
    public void A_stage_that_the_year_does_not_have_reminds_nobody() =>
        Assert.Empty(On(new(2026, 12, 9), Work(Undone(Finance) with { Stage = new(StageKind.SelfScore, "quy-1") })));

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Heads => new Dictionary<string, IReadOnlyList<string>> { [Bloc] = [Head] };

    private static Obligation Undone(string unit) => new(StageKind.SelfScore, Bloc, unit, Done: false);

    private static YearWork Work(params Obligation[] obligations) => new(Year, obligations, Heads);

    private static IReadOnlyList<UnitDigest> On(DateOnly day, params YearWork[] years) =>
        DueWork.On(day, day.AddDays(-1), ReminderRules.Default, years);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}

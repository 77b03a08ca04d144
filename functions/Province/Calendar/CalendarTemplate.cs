namespace EmulationFunctions.Province.Calendar;

/// <summary>A day of the calendar without its year; the offset says in which year it falls as seen from the cycle's own.</summary>
internal readonly record struct YearDay(int Month, int Day, int YearOffset = 0) : IComparable<YearDay>
{
    public const int LeastOffset = -1;
    public const int MostOffset = 1;

    /// <summary>29 February is a day too; the cycles of other years put it on the 28th.</summary>
    public bool IsDay =>
        YearOffset is >= LeastOffset and <= MostOffset && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2000, Month);

    public DateOnly In(int year) =>
        new(year + YearOffset, Month, Math.Min(Day, DateTime.DaysInMonth(year + YearOffset, Month)));

    public int CompareTo(YearDay other) =>
        (YearOffset, Month, Day).CompareTo((other.YearOffset, other.Month, other.Day));
}

/// <summary>When a stage opens and ends each year; both days belong to it.</summary>
internal sealed record StageRule(StageKey Stage, YearDay Opens, YearDay Closes);

/// <summary>The calendar from which a year's cycle is made. What it may not hold is said by <see cref="CalendarTemplateRules"/>.</summary>
internal sealed record CalendarTemplate(YearDay StartsOn, IReadOnlyList<Period> Periods, IReadOnlyList<StageRule> Stages)
{
    /// <summary>
    /// Where a province begins before it sets its own dates. No provincial text fixes them, so each is a configurable default:
    /// the deadlines follow what blocs were seen to do, the openings and the appraisal are chosen to fit between.
    /// </summary>
    public static CalendarTemplate Default { get; } = new(
        StartsOn: new(1, 1),
        Periods: [Period.Default],
        Stages:
        [
            new(StageKind.Registration, Opens: new(1, 1), Closes: new(2, 15)),
            new(StageKind.Pact, Opens: new(1, 1), Closes: new(3, 31)),
            new(StageKind.HalfYear, Opens: new(7, 1), Closes: new(7, 20)),
            new(StageKind.SelfScore, Opens: new(11, 15), Closes: new(12, 10)),
            new(StageKind.CrossScore, Opens: new(12, 11), Closes: new(12, 15)),
            new(StageKind.Appraisal, Opens: new(12, 16), Closes: new(12, 19)),
            new(StageKind.BlocMeeting, Opens: new(12, 20), Closes: new(12, 31)),
            new(StageKind.Submission, Opens: new(1, 1, YearOffset: 1), Closes: new(1, 15, YearOffset: 1)),
            // The year-end meeting is often held in January, and until the chair is handed over the head's rights last.
            new(StageKind.Handover, Opens: new(12, 20), Closes: new(1, 31, YearOffset: 1)),
        ]);

    /// <summary>The cycle of a year, with every date set and nothing yet changed for any bloc or unit.</summary>
    public Cycle In(int year) => new(
        year,
        CycleState.Planned,
        StartsOn.In(year),
        Periods,
        [.. Stages.Select(rule => new Stage(rule.Stage, rule.Opens.In(year), rule.Closes.In(year)))],
        Overrides: [],
        Extensions: []);

    /// <summary>The latest year that should be open by this day, or be opened late when nobody did.</summary>
    public int YearStartedBy(DateOnly day)
    {
        var year = day.Year + YearDay.MostOffset;
        while (StartsOn.In(year) > day)
        {
            year--;
        }

        return year;
    }
}

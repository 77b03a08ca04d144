using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>That a unit has to do something in a stage, and whether it has.</summary>
/// <param name="Due">A day of its own, such as that of a revision; null for the calendar's.</param>
/// <param name="What">What of the stage, where it is not the stage itself; the same for all who have to do the same.</param>
/// <param name="Asked">The first day of it, where it is not the stage's.</param>
internal sealed record Obligation(StageKey Stage, string Bloc, string? Unit, bool Done, DateOnly? Due = null, Words? What = null, DateOnly? Asked = null)
{
    /// <summary>Whether it is the bloc's as a whole, so that the unit only answers for it.</summary>
    public bool IsOfBloc { get; init; }

    /// <inheritdoc cref="YearDuty.Kind"/>
    public DutyKind? Kind { get; init; }

    /// <inheritdoc cref="YearDuty.Id"/>
    public string? Item { get; init; }

    /// <inheritdoc cref="YearDuty.IsOfYearBefore"/>
    public bool IsOfYearBefore { get; init; }

    /// <inheritdoc cref="YearDuty.IsKnown"/>
    public bool IsKnown { get; init; } = true;

    /// <inheritdoc cref="YearDuty.IsChased"/>
    public bool IsChased { get; init; }

    /// <inheritdoc cref="YearDuty.IsUndated"/>
    public bool IsUndated { get; init; }

    /// <inheritdoc cref="YearDuty.Said"/>
    public string? Said { get; init; }

    /// <summary>Its last day; null where it has none.</summary>
    public DateOnly? DayIn(Cycle cycle) => IsUndated ? null : Due ?? (Unit is null ? cycle.StageOf(Bloc, Stage)?.Closes : cycle.DeadlineOf(Bloc, Unit, Stage));

    /// <summary>Its first day; null where there is none: what has a day of its own, such as a conclusion of a meeting in March, does not wait for the step that it is shown under.</summary>
    public DateOnly? OpensIn(Cycle cycle) => Asked ?? (What is not null && (Due is not null || IsUndated) ? null : cycle.StageOf(Bloc, Stage)?.Opens);
}

/// <summary>One year as reminders see it. <paramref name="Heads"/> names the units that lead each bloc that year.</summary>
internal sealed record YearWork(
    Cycle Cycle, IReadOnlyList<Obligation> Obligations, IReadOnlyDictionary<string, IReadOnlyList<string>> Heads)
{
    /// <summary>The bloc, where the work is that of one bloc, as it is read.</summary>
    public string Bloc => Heads.Keys.Single();
}

/// <summary>What is to be done: a stage of a year in a bloc. The period has a name only where a year has several.</summary>
/// <param name="IsOfYearBefore">Whether it is left of the year before, and says so itself.</param>
internal sealed record DueStage(int Year, StageKey Stage, string? PeriodName, string Bloc, Words? What = null, bool IsOfYearBefore = false);

/// <param name="Deadline">Null where it has no day.</param>
/// <param name="Said">How its day was said, where only words are known.</param>
internal sealed record OwnDue(DueStage What, DateOnly? Deadline, string? Said = null);

/// <param name="Deadline">Null where it has no day.</param>
/// <param name="Said">How its day was said, where only words are known.</param>
internal sealed record MissingUnit(string Unit, DateOnly? Deadline, string? Said = null);

/// <summary>A head's view of its bloc: who has not done it yet, out of how many.</summary>
/// <param name="Missing">What is missing; a unit stands there as often as it owes.</param>
/// <param name="Total">How many units have to do it, each once.</param>
internal sealed record BlocDue(DueStage What, IReadOnlyList<MissingUnit> Missing, int Total)
{
    /// <summary>How many units have not done all of it.</summary>
    public int Behind => Missing.Select(one => one.Unit).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>All that one unit is reminded of on one day: its own work, and as a head that of its blocs.</summary>
internal sealed record UnitDigest(string Unit, IReadOnlyList<OwnDue> Own, IReadOnlyList<BlocDue> Blocs);

/// <summary>Decides what is due for whom on a Vietnamese day.</summary>
internal static class DueWork
{
    /// <summary>How far back a reminder is made good when the timer did not run.</summary>
    public const int MostDaysMissed = 7;

    /// <summary>
    /// The digests of a day, by unit. A reminder whose day passed after <paramref name="lastRun"/> (the day of the last run that
    /// succeeded) is given today instead; asking again on the same day gives the same answer, less what was done meanwhile.
    /// </summary>
    public static IReadOnlyList<UnitDigest> On(DateOnly day, DateOnly lastRun, ReminderRules rules, IReadOnlyList<YearWork> years)
    {
        var after = lastRun < day ? lastRun : day.AddDays(-1);
        after = after < day.AddDays(-1 - MostDaysMissed) ? day.AddDays(-1 - MostDaysMissed) : after;

        var own = new List<(string Unit, OwnDue Due)>();
        var blocs = new List<(string Unit, BlocDue Due)>();
        foreach (var year in years.Where(year => year.Cycle.State == CycleState.Open))
        {
            foreach (var stage in year.Obligations.GroupBy(one => (one.Bloc, one.Stage, one.What)))
            {
                var what = new DueStage(year.Cycle.Year, stage.Key.Stage, PeriodName(year.Cycle, stage.Key.Stage), stage.Key.Bloc, stage.Key.What, stage.Any(one => one.IsOfYearBefore));
                var missing = stage.Where(one => one is { Done: false, IsKnown: true, Unit: not null } && (one.IsUndated || one.DayIn(year.Cycle) is not null)).ToList();
                var due = missing.Where(one => IsDue(one, year.Cycle, rules, after, day)).ToList();
                own.AddRange(due.Select(one => (one.Unit!, new OwnDue(what, one.DayIn(year.Cycle), one.Said))));

                // Of what is the bloc's own the head is told as of its own work.
                if (due.Exists(one => !one.IsOfBloc) && year.Heads.TryGetValue(what.Bloc, out var heads))
                {
                    var told = missing.Select(one => new MissingUnit(one.Unit!, one.DayIn(year.Cycle), one.Said)).OrderBy(one => one.Deadline ?? DateOnly.MaxValue).ThenBy(one => one.Unit, StringComparer.Ordinal).ToList();
                    blocs.AddRange(heads.Distinct().Select(head => (head, new BlocDue(what, told, stage.Select(one => one.Unit).Distinct().Count()))));
                }
            }
        }

        return
        [
            .. own.Select(one => one.Unit).Union(blocs.Select(one => one.Unit)).Order(StringComparer.Ordinal).Select(unit => new UnitDigest(
                unit,
                [.. own.Where(one => one.Unit == unit).Select(one => one.Due).OrderBy(due => due.Deadline ?? DateOnly.MaxValue).ThenBy(due => due.What.Stage.Kind)],
                [.. blocs.Where(one => one.Unit == unit).Select(one => one.Due).OrderBy(due => due.Missing.Min(one => one.Deadline ?? DateOnly.MaxValue))])),
        ];
    }

    /// <summary>Whether a reminder falls in the window. Nobody is reminded of anything before it has opened, nor of a stage without rules.</summary>
    private static bool IsDue(Obligation one, Cycle cycle, ReminderRules rules, DateOnly after, DateOnly day)
    {
        var (days, opens, deadline) = (rules.DaysOf(one.Stage.Kind), one.OpensIn(cycle), one.DayIn(cycle));
        for (var on = after.AddDays(1); days.Count > 0 && on <= day; on = on.AddDays(1))
        {
            if (!(on < opens) && (deadline is { } last ? days.Contains(last.DayNumber - on.DayNumber) || (one.IsChased && rules.IsChasing(on.DayNumber - last.DayNumber)) : on.Day == 1))
            {
                return true;
            }
        }

        return false;
    }

    private static string? PeriodName(Cycle cycle, StageKey stage) =>
        stage.Period == Period.WholeYear ? null : cycle.Periods.FirstOrDefault(period => period.Id == stage.Period)?.Name ?? stage.Period;
}

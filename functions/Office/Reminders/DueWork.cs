using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Office.Reminders;

/// <summary>That a unit has to do something in a stage, and whether it has.</summary>
/// <param name="Due">A day of its own, such as that of a revision; null for the calendar's.</param>
/// <param name="What">What of the stage, where it is not the stage itself; the same for all who have to do the same.</param>
/// <param name="Asked">The first day of it, where it is not the stage's.</param>
internal sealed record Obligation(StageKey Stage, string Bloc, string Unit, bool Done, DateOnly? Due = null, Words? What = null, DateOnly? Asked = null);

/// <summary>One year as reminders see it. <paramref name="Heads"/> names the units that lead each bloc that year.</summary>
internal sealed record YearWork(
    Cycle Cycle, IReadOnlyList<Obligation> Obligations, IReadOnlyDictionary<string, IReadOnlyList<string>> Heads)
{
    /// <summary>The bloc, where the work is that of one bloc, as it is read.</summary>
    public string Bloc => Heads.Keys.Single();
}

/// <summary>What is to be done: a stage of a year in a bloc. The period has a name only where a year has several.</summary>
internal sealed record DueStage(int Year, StageKey Stage, string? PeriodName, string Bloc, Words? What = null);

internal sealed record OwnDue(DueStage What, DateOnly Deadline);

internal sealed record MissingUnit(string Unit, DateOnly Deadline);

/// <summary>A head's view of its bloc: who has not done it yet, out of how many.</summary>
internal sealed record BlocDue(DueStage What, IReadOnlyList<MissingUnit> Missing, int Total);

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
                var what = new DueStage(year.Cycle.Year, stage.Key.Stage, PeriodName(year.Cycle, stage.Key.Stage), stage.Key.Bloc, stage.Key.What);
                // What has a day of its own, such as a conclusion of a meeting in March, does not wait for the stage that it is shown under.
                var opens = stage.Min(one => one.Asked) ?? (what.What is not null && stage.All(one => one.Due is not null) ? null : year.Cycle.StageOf(what.Bloc, what.Stage)?.Opens);
                var missing = Missing(year.Cycle, stage);
                var due = missing.Where(one => IsDue(opens, what.Stage.Kind, one.Deadline, rules, after, day)).ToList();
                own.AddRange(due.Select(one => (one.Unit, new OwnDue(what, one.Deadline))));
                if (due.Count > 0 && year.Heads.TryGetValue(what.Bloc, out var heads))
                {
                    blocs.AddRange(heads.Distinct().Select(head => (head, new BlocDue(what, missing, stage.Count()))));
                }
            }
        }

        return
        [
            .. own.Select(one => one.Unit).Union(blocs.Select(one => one.Unit)).Order(StringComparer.Ordinal).Select(unit => new UnitDigest(
                unit,
                [.. own.Where(one => one.Unit == unit).Select(one => one.Due).OrderBy(due => due.Deadline).ThenBy(due => due.What.Stage.Kind)],
                [.. blocs.Where(one => one.Unit == unit).Select(one => one.Due).OrderBy(due => due.Missing.Min(one => one.Deadline))])),
        ];
    }

    private static List<MissingUnit> Missing(Cycle cycle, IEnumerable<Obligation> obligations) =>
    [
        .. from one in obligations
           where !one.Done
           let deadline = one.Due ?? cycle.DeadlineOf(one.Bloc, one.Unit, one.Stage)
           where deadline is not null
           orderby deadline, one.Unit
           select new MissingUnit(one.Unit, deadline.Value),
    ];

    /// <summary>Whether a reminder falls in the window. Nobody is reminded of a stage before it has opened.</summary>
    private static bool IsDue(DateOnly? opens, StageKind stage, DateOnly deadline, ReminderRules rules, DateOnly after, DateOnly day) =>
        rules.DaysOf(stage)
            .Select(before => deadline.AddDays(-before))
            .Any(on => after < on && on <= day && !(on < opens));

    private static string? PeriodName(Cycle cycle, StageKey stage) =>
        stage.Period == Period.WholeYear ? null : cycle.Periods.FirstOrDefault(period => period.Id == stage.Period)?.Name ?? stage.Period;
}

using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

[JsonConverter(typeof(CamelCaseEnum<CycleState>))]
internal enum CycleState
{
    Planned,
    Open,
    Closed,
}

internal enum StageState
{
    Upcoming,
    Open,
    Closed,
}

/// <summary>A stage with its dates; both days belong to it.</summary>
internal sealed record Stage(StageKey Key, DateOnly Opens, DateOnly Closes)
{
    public StageState On(DateOnly day) =>
        day < Opens ? StageState.Upcoming : day > Closes ? StageState.Closed : StageState.Open;
}

/// <summary>A bloc's own dates for a stage, in place of the cycle's.</summary>
internal sealed record StageOverride(string Bloc, StageKey Stage, DateOnly Opens, DateOnly Closes);

/// <summary>More time for one unit. It never shortens: when the bloc's own deadline is later, that one counts.</summary>
internal sealed record Extension(string Unit, StageKey Stage, DateOnly Closes, string Reason)
{
    public const int LongestReason = 1000;
}

/// <summary>The version of a scoring scheme that a bloc is scored by.</summary>
internal sealed record SchemeVersion(string Scheme, int Version);

/// <summary>A bloc that takes part in a year. Its scheme may be chosen later, but nothing is scored without one.</summary>
internal sealed record BlocInCycle(string Bloc, SchemeVersion? Scheme);

/// <summary>A stage that opened or ended; without a bloc it holds for all blocs that have no dates of their own.</summary>
internal sealed record StageMove(StageKey Stage, string? Bloc, StageState To, DateOnly On);

/// <summary>A bloc that came to a stage: its slug, or <see cref="Closed"/> once the year is over.</summary>
internal sealed record BlocMove(string Bloc, string Period, string Stage)
{
    public const string Closed = "closed";
}

/// <summary>One year's round: its periods and stages, what some blocs do on other days, and who was given more time.</summary>
internal sealed record Cycle(
    int Year,
    CycleState State,
    DateOnly StartsOn,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<StageOverride> Overrides,
    IReadOnlyList<Extension> Extensions)
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    /// <summary>The blocs that take part, in the order of their ids.</summary>
    public IReadOnlyList<BlocInCycle> Blocs { get; init; } = [];

    /// <summary>The number of the change that last wrote the calendar; 0 before the first. Extensions have versions of their own.</summary>
    public long Version { get; init; }

    /// <summary>Whether everything that belongs to opening the year has been done.</summary>
    public bool IsOpened { get; init; }

    /// <summary>The last day on which anybody may still hand in anything.</summary>
    public DateOnly LastDay =>
        Stages.Select(stage => stage.Closes)
            .Concat(Overrides.Select(changed => changed.Closes))
            .Concat(Extensions.Select(extension => extension.Closes))
            .Append(StartsOn)
            .Max();

    /// <summary>Whether the bloc takes part in this year.</summary>
    public bool Has(string bloc) => Blocs.Any(one => one.Bloc == bloc);

    /// <summary>What the period is called; null of the whole year.</summary>
    public string? NameOf(string period) =>
        period == Period.WholeYear ? null : Periods.FirstOrDefault(one => one.Id == period)?.Name ?? period;

    /// <summary>What the bloc is scored by; null when it does not take part or nothing was chosen yet.</summary>
    public SchemeVersion? SchemeOf(string bloc) => Blocs.FirstOrDefault(one => one.Bloc == bloc)?.Scheme;

    /// <summary>
    /// The day whose memberships count for a period, seen from <paramref name="today"/>: who joins after the period joins the next
    /// one, and January still works on last year's members.
    /// </summary>
    public DateOnly MembershipDay(string period, DateOnly today)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        if (period != Period.WholeYear && Stages.FirstOrDefault(stage => stage.Key == new StageKey(StageKind.SelfScore, period)) is { } scoring && scoring.Closes < last)
        {
            last = scoring.Closes < first ? first : scoring.Closes;
        }

        return today < first ? first : today > last ? last : today;
    }

    /// <summary>The stage as this bloc has it, or null when the cycle has no such stage.</summary>
    public Stage? StageOf(string bloc, StageKey stage) =>
        Stages.FirstOrDefault(one => one.Key == stage) is not { } found
            ? null
            : Overrides.FirstOrDefault(one => one.Bloc == bloc && one.Stage == stage) is { } changed
                ? new(stage, changed.Opens, changed.Closes)
                : found;

    /// <summary>The last day on which this unit may act, or null when the cycle has no such stage.</summary>
    public DateOnly? DeadlineOf(string bloc, string unit, StageKey stage) =>
        StageOf(bloc, stage) is not { } found
            ? null
            : Extensions.Where(one => one.Unit == unit && one.Stage == stage).Select(one => one.Closes).Append(found.Closes).Max();

    /// <summary>The last day on which whoever leads this bloc this year still does; the year's own last day where nothing is handed over.</summary>
    public DateOnly LedThrough(string bloc, string unit) =>
        Periods.Select(period => DeadlineOf(bloc, unit, new(StageKind.Handover, period.Id))).Max() ?? LastDay;

    /// <summary>Whether this unit may act today: the stage has opened and the unit's own deadline day is not over.</summary>
    public bool IsOpen(string bloc, string unit, StageKey stage, DateOnly day) =>
        State != CycleState.Closed
        && StageOf(bloc, stage) is { } found
        && found.Opens <= day
        && day <= DeadlineOf(bloc, unit, stage);

    /// <summary>The stages of a period in which this unit may act today, the one that is due first at the head.</summary>
    public IReadOnlyList<Stage> StagesFor(DateOnly day, string bloc, string unit, string period = Period.WholeYear) =>
        [.. Stages.Where(stage => stage.Key.Period == period && IsOpen(bloc, unit, stage.Key, day))
            .Select(stage => StageOf(bloc, stage.Key)!)
            .OrderBy(stage => DeadlineOf(bloc, unit, stage.Key))
            .ThenBy(stage => stage.Key.Kind)];

    /// <summary>The bloc's open stages of a period, the one that ends first at the head.</summary>
    public IReadOnlyList<Stage> StagesOn(DateOnly day, string bloc, string period = Period.WholeYear) =>
        [.. Stages.Where(stage => stage.Key.Period == period)
            .Select(stage => StageOf(bloc, stage.Key)!)
            .Where(stage => stage.On(day) == StageState.Open)
            .OrderBy(stage => stage.Closes)
            .ThenBy(stage => stage.Key.Kind)];

    /// <summary>What the bloc is busy with: of its open stages the one that ends first; null between stages.</summary>
    public Stage? StageOn(DateOnly day, string bloc, string period = Period.WholeYear) =>
        StagesOn(day, bloc, period) is [var first, ..] ? first : null;

    /// <summary>What opened and what ended from the day after <paramref name="after"/> up to and on <paramref name="through"/>, in order.</summary>
    public IReadOnlyList<StageMove> Moves(DateOnly after, DateOnly through) =>
        [.. Stages.Select(stage => (Stage: stage, Bloc: (string?)null))
            .Concat(Overrides.Select(one => (Stage: new Stage(one.Stage, one.Opens, one.Closes), Bloc: (string?)one.Bloc)))
            .SelectMany(one => new StageMove[]
            {
                new(one.Stage.Key, one.Bloc, StageState.Open, one.Stage.Opens),
                new(one.Stage.Key, one.Bloc, StageState.Closed, one.Stage.Closes.AddDays(1)),
            })
            .Where(move => after < move.On && move.On <= through)
            .OrderBy(move => move.On)
            .ThenBy(move => move.Stage.Kind)];

    /// <summary>
    /// What each bloc is at: the open stage that ends first, or the end of the year. A bloc between stages is not in it: it stays
    /// at the one it reached last.
    /// </summary>
    public IEnumerable<BlocMove> ReachedBy(DateOnly day) =>
        from bloc in Blocs
        from period in Periods
        let stage = State == CycleState.Closed ? BlocMove.Closed : StageOn(day, bloc.Bloc, period.Id)?.Key.Kind.Slug()
        where stage is not null
        select new BlocMove(bloc.Bloc, period.Id, stage);

    /// <summary>The same cycle with one unit's deadline moved; an earlier extension of the same stage is replaced.</summary>
    public Cycle Extend(Extension extension) => this with
    {
        Extensions = [.. Extensions.Where(one => (one.Unit, one.Stage) != (extension.Unit, extension.Stage)), extension],
    };
}

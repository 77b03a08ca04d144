using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// What follows from a succession in other partitions, from its day on: each half-finished sheet is settled as was decided, then the record is
/// ended. Every step may be done again, so whoever comes next goes on after a process that died: the office by sending it again, or the hourly
/// timer. A sheet of which nothing was decided is never settled by itself: the record says so until somebody decides.
/// </summary>
internal sealed partial class SuccessionWork(
    SuccessionChanges changes,
    RosterTable roster,
    HalfSheetsOf findHalfSheets,
    SettleSheet settle,
    VietnamTime vietnam,
    TimeProvider clock,
    ILogger<SuccessionWork> logger)
{
    /// <summary>Those whose day has come and that are not done. One that fails stops no other.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var failures = new List<Exception>();
        foreach (var one in (await roster.SuccessionsAsync(cancellationToken)).Where(one => !one.IsDone && one.Day <= vietnam.Today(clock)))
        {
            try
            {
                var ended = await GoOnAsync(one, Actor.System, cancellationToken);
                done.Add(ended.IsDone ? $"the succession {one.Id} is done" : $"the succession {one.Id} waits for a decision");
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                SuccessionFailed(one.Id, exception);
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} successions could not be finished.", failures);
    }

    /// <summary>Does what is due of it; before its day nothing is.</summary>
    /// <returns>The record as it is then.</returns>
    public async Task<Succession> GoOnAsync(Succession one, Actor actor, CancellationToken cancellationToken)
    {
        if (one.IsDone || one.Day > vietnam.Today(clock))
        {
            return one;
        }

        var obstacles = new List<Words>();
        foreach (var fate in one.Sheets)
        {
            if (await settle(one, fate, await BlocToCarryToAsync(one, fate, cancellationToken), cancellationToken) is { } obstacle)
            {
                obstacles.Add(SuccessionWords.NotSettled(fate, obstacle));
            }
        }

        obstacles.AddRange((await UndecidedAsync(one, cancellationToken)).Select(SuccessionWords.Undecided));
        return await changes.EndAsync(one, SuccessionWords.Together(obstacles), actor, cancellationToken);
    }

    /// <summary>The half-finished sheets of its units of which nothing was decided.</summary>
    public async Task<IReadOnlyList<HalfSheet>> UndecidedAsync(Succession one, CancellationToken cancellationToken)
    {
        var decided = one.Sheets.Select(fate => fate.Sheet).ToHashSet();
        var found = new List<HalfSheet>();
        foreach (var unit in one.Leaves ? one.From : [])
        {
            var memberships = await roster.MembershipsOfAsync(unit, cancellationToken);
            List<string> blocs = [.. memberships.Where(member => member.Covers(one.Day.AddDays(-1)) && member.Bloc != one.Bloc).Select(member => member.Bloc).Distinct(StringComparer.Ordinal)];
            if (one.Kind == SuccessionKind.Move)
            {
                blocs = await LeftAsync(one, blocs, cancellationToken);
            }

            found.AddRange((await findHalfSheets(unit, blocs, one.Day, cancellationToken)).Where(sheet => !decided.Contains((sheet.Year, sheet.Period, sheet.Bloc, sheet.Unit))));
        }

        return found;
    }

    /// <summary>The same of a sheet that is carried; null of one that is only closed.</summary>
    public async Task<string?> BlocToCarryToAsync(Succession one, SheetFate fate, CancellationToken cancellationToken) =>
        fate.Outcome != SheetOutcome.Closed ? await BlocOfAsync(one, fate, cancellationToken) : null;

    /// <summary>Where the sheet goes on: the bloc of the same level in which its heir is from that day on; null where it is in none.</summary>
    public async Task<string?> BlocOfAsync(Succession one, SheetFate fate, CancellationToken cancellationToken)
    {
        if (one.Kind == SuccessionKind.Move)
        {
            return one.Bloc;
        }

        if (one.To.FirstOrDefault(to => to.Unit == fate.To)?.Bloc is { } joined)
        {
            return joined;
        }

        var level = (await roster.FindBlocAsync(fate.Bloc, cancellationToken))?.Level;
        foreach (var member in (await roster.MembershipsOfAsync(fate.To!, cancellationToken)).Where(member => member.Covers(one.Day)))
        {
            if ((await roster.FindBlocAsync(member.Bloc, cancellationToken))?.Level == level)
            {
                return member.Bloc;
            }
        }

        return null;
    }

    /// <summary>Of a move: the blocs of the new one's level; in those of another level the unit stays.</summary>
    private async Task<List<string>> LeftAsync(Succession one, List<string> blocs, CancellationToken cancellationToken)
    {
        var level = (await roster.FindBlocAsync(one.Bloc!, cancellationToken))?.Level;
        var left = new List<string>();
        foreach (var bloc in blocs)
        {
            if ((await roster.FindBlocAsync(bloc, cancellationToken))?.Level == level)
            {
                left.Add(bloc);
            }
        }

        return left;
    }

    [LoggerMessage(LogLevel.Error, "The succession {Succession} could not be finished.", EventName = "SuccessionFailed")]
    private partial void SuccessionFailed(string succession, Exception exception);
}

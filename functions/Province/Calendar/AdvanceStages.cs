using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Once an hour: moves blocs to the stage they have reached, finishes what killed processes left unfinished, and says how far
/// each bloc is. What fails is named at the end and stops nothing else.
/// </summary>
internal sealed partial class AdvanceStages(
    CycleTable cycles,
    BlocProgress progress,
    Intents intents,
    StagedChanges staged,
    Marks marks,
    IEnumerable<HourlyWork> others,
    VietnamTime vietnam,
    TimeProvider clock,
    TimerRunner runner,
    ILogger<AdvanceStages> logger) : ITimerFunction
{
    /// <summary>After <see cref="StartAnnualCycle"/>, so that the first stages of a new year open in its first hour.</summary>
    private const string When = "0 10 * * * *";

    public string Name => nameof(AdvanceStages);

    public string Schedule => When;

    [Function(nameof(AdvanceStages))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var failures = new List<Exception>();

        // The days of a year lie within the year before and the year after it, so no other year can have anything due.
        var thisYear = vietnam.Today(clock).Year;
        for (var year = thisYear - 1; year <= thisYear + 1; year++)
        {
            var which = year;
            await TryAsync($"stages of {which}", async () => done.AddRange(await MoveAsync(which, cancellationToken)));
        }

        var abandoned = new List<Intent>();
        await TryAsync("staged changes", async () =>
            abandoned.AddRange(await intents.ListAsync(StagedChanges.Intent, StagedChanges.AbandonedAfter, cancellationToken)));
        foreach (var intent in abandoned)
        {
            await TryAsync($"staged change {intent.Address}", async () => done.Add(await FinishAsync(intent, cancellationToken)));
        }

        await TryAsync("announced changes", async () => done.AddRange(await marks.SweepAsync(cancellationToken)));
        foreach (var work in others)
        {
            await TryAsync(work.Name, async () => done.AddRange(await work.RunAsync(cancellationToken)));
        }

        await TryAsync("progress", () => progress.TellAsync(cancellationToken));
        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} parts of the run failed.", failures);

        async Task TryAsync(string part, Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                PartFailed(part, exception);
                failures.Add(exception);
            }
        }
    }

    private async Task<IReadOnlyList<string>> MoveAsync(int year, CancellationToken cancellationToken)
    {
        var moves = await cycles.AdvanceAsync(year, Name, cancellationToken);
        foreach (var move in moves)
        {
            StageMoved(year, move.Period, move.Bloc, move.Stage);
        }

        return [.. moves.Select(move => $"{move.Bloc} of {year} ({move.Period}) is at {move.Stage}")];
    }

    private async Task<string> FinishAsync(Intent intent, CancellationToken cancellationToken)
    {
        await staged.ResumeAsync(intent, cancellationToken);
        PartitionFinished(intent.Address.ToString());
        return $"{intent.Address} is whole again";
    }

    [LoggerMessage(LogLevel.Information, "In {Year}, period {Period}, the bloc {Bloc} is at {Stage}.", EventName = "StageMoved")]
    private partial void StageMoved(int year, string period, string bloc, string stage);

    [LoggerMessage(LogLevel.Information, "{Partition} had been left unfinished and is whole again.", EventName = "PartitionFinished")]
    private partial void PartitionFinished(string partition);

    [LoggerMessage(LogLevel.Error, "A part of the hourly run failed: {Part}.", EventName = "HourlyPartFailed")]
    private partial void PartFailed(string part, Exception exception);
}

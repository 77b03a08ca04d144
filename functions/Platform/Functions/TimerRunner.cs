using System.Diagnostics;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What an administrator reads after running a timer by hand.</summary>
internal sealed record TimerRun(string Timer, IReadOnlyList<string> Done);

/// <summary>Runs a timer's work: within its time, with its heartbeat, and with a reason in the log when it fails.</summary>
internal sealed partial class TimerRunner(TimerHeartbeats heartbeats, TimeProvider clock, ILogger<TimerRunner> logger)
{
    /// <summary>Well below <c>functionTimeout</c> of host.json, at which the host kills the whole process.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>What is recorded of a run that its time has ended.</summary>
    public const string OutOfTime = "out of time; the next run goes on";

    /// <returns>What was done; where the time was over before the work was, that: the next run goes on from there.</returns>
    /// <exception cref="Exception">Whatever the work threw; it has been logged and recorded.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(ITimerFunction timer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var done = await timer.RunAsync(both.Token);
            await heartbeats.SucceededAsync(timer.Name, clock.GetUtcNow(), cancellationToken);
            foreach (var thing in done)
            {
                TimerDid(timer.Name, thing);
            }

            TimerRan(timer.Name, "succeeded", Milliseconds(started), done.Count);
            return done;
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            TimerRan(timer.Name, "out of time", Milliseconds(started), 0);
            await heartbeats.FailedAsync(timer.Name, clock.GetUtcNow(), OutOfTime, CancellationToken.None);
            return [OutOfTime];
        }
        catch (Exception exception)
        {
            TimerFailed(timer.Name, exception);
            TimerRan(timer.Name, "failed", Milliseconds(started), 0);
            await heartbeats.FailedAsync(timer.Name, clock.GetUtcNow(), exception is PartsFailedException failed ? failed.Parts : exception.GetType().Name, CancellationToken.None);
            throw;
        }
    }

    private static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(LogLevel.Information, "The timer {Timer} {Outcome} after {Milliseconds} ms; it did {Done} things.", EventName = "TimerRan")]
    private partial void TimerRan(string timer, string outcome, long milliseconds, int done);

    [LoggerMessage(LogLevel.Information, "{Timer}: {Thing}.", EventName = "TimerDid")]
    private partial void TimerDid(string timer, string thing);

    [LoggerMessage(LogLevel.Error, "The timer {Timer} failed.", EventName = "TimerFailed")]
    private partial void TimerFailed(string timer, Exception exception);
}

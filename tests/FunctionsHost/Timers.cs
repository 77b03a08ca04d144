using System.Text.Json;
using NCrontab;

namespace EmulationFunctions.StandIn;

/// <summary>
/// Runs timers on their schedules, in UTC. As under the host, a timer never overlaps with itself (what comes due during a run is
/// skipped), a failed run waits for the next time, and a time that was missed while nothing ran is made up at the start.
/// </summary>
/// <param name="clock">Says what time it is.</param>
/// <param name="file">Where the last times are kept, if they are.</param>
/// <param name="run">Runs a function, past due or not, and does not throw.</param>
internal sealed class Timers(TimeProvider clock, string? file, Func<Function, bool, CancellationToken, Task> run)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTime> _seen = Read(file);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task RunAsync(IEnumerable<Function> functions, CancellationToken cancellationToken) =>
        Task.WhenAll(functions.Where(function => function.Schedule is not null).Select(timer => RunAsync(timer, Parse(timer.Schedule!), cancellationToken)));

    public static CrontabSchedule Parse(string schedule) => CrontabSchedule.Parse(schedule, new() { IncludingSeconds = schedule.Split(' ').Length == 6 });

    private async Task RunAsync(Function timer, CrontabSchedule schedule, CancellationToken cancellationToken)
    {
        if (IsMissed(timer.Name, schedule))
        {
            await run(timer, true, cancellationToken);
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            Keep(timer.Name);
            await UntilAsync(schedule, cancellationToken);
            await run(timer, false, cancellationToken);
        }
    }

    /// <summary>The host only looks after schedules of a minute and more.</summary>
    private bool IsMissed(string timer, CrontabSchedule schedule)
    {
        lock (_seen)
        {
            return _seen.TryGetValue(timer, out var seen) && schedule.GetNextOccurrence(seen) is var due && due <= Now
                && schedule.GetNextOccurrence(due) - due >= TimeSpan.FromMinutes(1);
        }
    }

    /// <summary>
    /// In short sleeps: the machine may sleep too, and the clock may be set. Set forward past the next time, that time has come, once; set back, the next one
    /// is counted from there.
    /// </summary>
    private async Task UntilAsync(CrontabSchedule schedule, CancellationToken cancellationToken)
    {
        var (looked, next) = (Now, schedule.GetNextOccurrence(Now));
        while (next - Now is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, clock, cancellationToken);
            (looked, next) = (Now, Now < looked ? schedule.GetNextOccurrence(Now) : next);
        }
    }

    private void Keep(string timer)
    {
        lock (_seen)
        {
            _seen[timer] = Now;
            if (file is not null)
            {
                File.WriteAllText(file, JsonSerializer.Serialize(_seen));
            }
        }
    }

    private static Dictionary<string, DateTime> Read(string? file) =>
        file is not null && File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, DateTime>>(File.ReadAllText(file))! : [];
}

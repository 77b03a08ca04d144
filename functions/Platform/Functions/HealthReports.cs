using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// How the program is, looked at no more than once in a while however many ask: anybody may ask, and asking must not take anything
/// from those who work.
/// </summary>
internal sealed class HealthReports(HealthCheckService checks, TimerHeartbeats heartbeats, IEnumerable<ITimerFunction> timers, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    /// <summary>How long each part of a look may take: whoever asks is answered within five seconds, whatever does not answer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private (DateTimeOffset At, Task<Health> Health)? _last;

    /// <summary>One look for all who ask, which goes on when one of them leaves.</summary>
    public Task<Health> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_last is not { Health.IsFaulted: false } last || now - last.At >= Lasts || now < last.At)
            {
                _last = last = (now, LookAsync());
            }

            return last.Health.WaitAsync(cancellationToken);
        }
    }

    private async Task<Health> LookAsync()
    {
        var beating = BeatsAsync();
        var report = await checks.CheckHealthAsync();
        var beats = await beating;
        return new(
            Name(report.Status),
            ProgramVersion.Text,
            // What a check has not caught itself may name anything: its text stays inside.
            [.. report.Entries
                .Select(entry => new HealthPart(entry.Key, Name(entry.Value.Status), entry.Value.Exception is null ? entry.Value.Description : null))
                .OrderBy(part => part.Name, StringComparer.Ordinal)],
            [.. timers
                .Select(timer => new TimerHealth(timer.Name, timer.Schedule, beats.Find(beat => beat.Timer == timer.Name)?.Succeeded))
                .OrderBy(timer => timer.Name, StringComparer.Ordinal)]);
    }

    /// <summary>None where they cannot be read: that storage does not answer is said by its own check.</summary>
    private async Task<List<Heartbeat>> BeatsAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await heartbeats.ListAsync(limit.Token);
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => Health.Unhealthy,
    };
}

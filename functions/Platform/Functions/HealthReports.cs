using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// How the program is, looked at no more than once in a while however many ask: anybody may ask, and asking must not take anything
/// from those who work.
/// </summary>
internal sealed class HealthReports(HealthCheckService checks, TimerHeartbeats heartbeats, IEnumerable<ITimerFunction> timers, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, Health Health)? _last;

    public async Task<Health> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At >= Lasts || now < last.At)
            {
                _last = last = (now, await LookAsync(cancellationToken));
            }

            return last.Health;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Health> LookAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var beats = report.Status == HealthStatus.Unhealthy ? [] : await heartbeats.ListAsync(cancellationToken);
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

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => Health.Unhealthy,
    };
}

using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>Timers as the Functions host runs them.</summary>
public sealed class TimerTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_timer_runs_when_the_host_says_so_and_leaves_its_heartbeat()
    {
        await using var app = new EmulationApp(azurite, issuer);
        var timers = app.Host.Functions.Where(function => function.Schedule is not null).Select(function => function.Name).ToList();

        foreach (var timer in timers)
        {
            await app.Host.RunTimerAsync(timer, cancellationToken: Cancellation);
        }

        var beats = await app.Services.GetRequiredService<TimerHeartbeats>().ListAsync(Cancellation);
        Assert.NotEmpty(timers);
        Assert.Equal(timers.Order(StringComparer.Ordinal), beats.Where(beat => beat.Succeeded is not null).Select(beat => beat.Timer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_fails_is_a_failed_run_for_the_host_too_and_the_reason_is_logged()
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        var timer = app.Host.Functions.First(function => function.Schedule is not null).Name;
        app.Faults.Instead = _ => new UnavailableResponse();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Host.RunTimerAsync(timer, cancellationToken: Cancellation));

        Assert.Equal(timer, Assert.Single(records.Of("TimerFailed"))["Timer"]);
    }
}

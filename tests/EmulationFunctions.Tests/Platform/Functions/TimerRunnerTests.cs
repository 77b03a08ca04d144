using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>A timer's run ends by itself before the platform would end the whole process.</summary>
public sealed class TimerRunnerTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task A_run_that_does_not_end_is_stopped_at_its_limit_in_order_and_counts_as_failed()
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        var clock = new RunOutClock();
        var heartbeats = app.Services.GetRequiredService<TimerHeartbeats>();
        var runner = new TimerRunner(heartbeats, clock, app.Services.GetRequiredService<ILogger<TimerRunner>>());

        var done = await runner.RunAsync(new Endless(), TestContext.Current.CancellationToken);

        Assert.Equal([TimerRunner.OutOfTime], done);
        Assert.Empty(records.Of("TimerFailed"));
        Assert.Equal(TimerRunner.Limit, clock.Due);
        Assert.Equal("out of time", Assert.Single(records.Of("TimerRan"))["Outcome"]);
        var beat = Assert.Single(await heartbeats.ListAsync(TestContext.Current.CancellationToken), beat => beat.Timer == nameof(Endless));
        Assert.NotNull(beat.Failed);
        Assert.Null(beat.Succeeded);
    }

    [Fact]
    public async Task The_limit_lies_below_the_time_after_which_the_platform_kills_the_process()
    {
        var host = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "host.json"), TestContext.Current.CancellationToken);
        var timeout = TimeSpan.Parse(JsonNode.Parse(host)!["functionTimeout"]!.GetValue<string>(), null);

        Assert.True(TimerRunner.Limit + TimeSpan.FromSeconds(30) < timeout);
    }

    private sealed class Endless : ITimerFunction
    {
        public string Name => nameof(Endless);

        public string Schedule => "0 0 0 * * *";

        public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }
    }

    /// <summary>Whatever is to happen later happens now.</summary>
    private sealed class RunOutClock : TimeProvider
    {
        public TimeSpan? Due { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}

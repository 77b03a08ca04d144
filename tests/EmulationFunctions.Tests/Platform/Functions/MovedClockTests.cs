using System.Threading.Channels;
using EmulationFunctions.StandIn;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What becomes of timers when the clock is moved from the page, on a developer's machine.</summary>
public sealed class MovedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 15, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_runs_once_however_many_times_were_passed_and_waits_anew_when_the_clock_is_moved_back()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clock = new QuickClock(Start);
        var runs = Channel.CreateUnbounded<DateTimeOffset>();
        var timers = new Timers(clock, file: null, async (_, _, cancellation) => await runs.Writer.WriteAsync(clock.GetUtcNow(), cancellation));
        var running = timers.RunAsync([new() { Name = "Daily", Trigger = "timerTrigger", EntryPoint = "", Schedule = "0 0 1 * * *" }], ending.Token);
        await clock.LookedAtAsync(ending.Token);

        // Two and a half months on.
        clock.Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
        var first = await runs.Reader.ReadAsync(ending.Token);
        await clock.LookedAtAsync(ending.Token);
        clock.Now = Start;
        await clock.LookedAtAsync(ending.Token);
        clock.Now = Start.AddHours(1);
        var second = await runs.Reader.ReadAsync(ending.Token);
        await clock.LookedAtAsync(ending.Token);

        Assert.Equal((new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero), Start.AddHours(1)), (first, second));
        Assert.False(runs.Reader.TryRead(out _));
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Whoever sleeps by it wakes at once and looks what time it is.</summary>
    private sealed class QuickClock(DateTimeOffset now) : TimeProvider
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _slept = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private DateTimeOffset _now = now;

        public DateTimeOffset Now
        {
            set
            {
                lock (_lock)
                {
                    _now = value;
                }
            }
        }

        public override DateTimeOffset GetUtcNow()
        {
            lock (_lock)
            {
                return _now;
            }
        }

        /// <summary>Twice: the first sleep may have begun before the clock was set.</summary>
        public async Task LookedAtAsync(CancellationToken cancellationToken)
        {
            for (var time = 0; time < 2; time++)
            {
                Task slept;
                lock (_lock)
                {
                    slept = (_slept = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }

                await slept.WaitAsync(cancellationToken);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _slept.TrySetResult();
            }

            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
        }
    }
}

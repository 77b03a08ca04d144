using System.Diagnostics;

namespace EmulationFunctions.Benchmarks;

/// <summary>What was seen in several turns.</summary>
internal sealed class Turns
{
    private readonly List<double> _values = [];

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    public void Add(double value) => _values.Add(value);

    /// <summary>The median, the least and the most.</summary>
    public override string ToString() => _values.Count == 0 ? "-" : $"{Median:0.0} ({_values.Min():0.0} to {_values.Max():0.0})";

    /// <summary>Everybody does it again and again, as fast as they can, for a while; how many a second.</summary>
    public static async Task<double> TakeAsync(IEnumerable<Func<CancellationToken, Task>> callers, TimeSpan length, CancellationToken cancellationToken)
    {
        var done = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(callers.Select(call => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < length)
                {
                    await call(cancellationToken);
                    Interlocked.Increment(ref done);
                }
            },
            cancellationToken)));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

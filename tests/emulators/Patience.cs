using System.Diagnostics;

namespace EmulationFunctions.Emulators;

/// <summary>Nobody waits longer than a few seconds without a line.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Waits, and says now and then that it is still going on.</summary>
    public static async Task<T> ForAsync<T>(Task<T> work, string what, Action<string>? say)
    {
        var started = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(work, Task.Delay(Longest)) != work)
        {
            say?.Invoke($"  still {what}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        }

        return await work;
    }
}

namespace EmulationFunctions.Benchmarks;

/// <summary>One line that says how far a long piece of work is: written over in a terminal, now and again elsewhere.</summary>
internal sealed class Progress(string what, int all)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private long _shown = TimeProvider.System.GetTimestamp();
    private int _done;

    public void Step()
    {
        lock (_lock)
        {
            var isLast = ++_done == all;
            var line = $"  {what}: {_done} of {all}, {TimeProvider.System.GetElapsedTime(_started).TotalSeconds:0} s";
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{line}{(isLast ? Environment.NewLine : "")}");
            }
            else if (isLast || TimeProvider.System.GetElapsedTime(_shown) > Pause)
            {
                _shown = TimeProvider.System.GetTimestamp();
                Console.WriteLine(line);
            }
        }
    }
}

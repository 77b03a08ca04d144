using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>From the start of the process to the first answer, and the memory then, against a program that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 15;

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        var (program, empty, memory, emptyMemory) = (new List<double>(), new List<double>(), new List<long>(), new List<long>());

        // Turn by turn, so that whatever else the machine does meets both.
        for (var round = 0; round < Rounds; round++)
        {
            await using (var started = await Target.StartInAzureAsync(packages.Program, cancellationToken))
            {
                program.Add(started.StartTime.TotalMilliseconds);
                started.Process.Refresh();
                memory.Add(started.Process.WorkingSet64);
            }

            await using (var started = await ProgramProcess.StartAsync(
                Path.Combine(packages.Empty, "Empty"),
                packages.Empty,
                port => new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" },
                cancellationToken))
            {
                empty.Add(started.StartTime.TotalMilliseconds);
                started.Process.Refresh();
                emptyMemory.Add(started.Process.WorkingSet64);
            }
        }

        Console.WriteLine();
        Console.WriteLine($"Start to first answer, median of {Rounds}");
        Console.WriteLine($"  empty program   {Median(empty),8:0} ms   {Median(emptyMemory) / 1048576.0,6:0} MiB");
        Console.WriteLine($"  this program    {Median(program),8:0} ms   {Median(memory) / 1048576.0,6:0} MiB");
        Console.WriteLine($"  ratio           {Median(program) / Median(empty),8:0.00} ×   (aim: at most 1.5)");
    }

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);
}

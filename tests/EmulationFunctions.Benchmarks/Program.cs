using System.Globalization;
using EmulationFunctions.Benchmarks;

// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- [start] [save] [standings] [allocation] [telemetry] [tables] [kinds]
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- kill [count] [seed]
// Everything in one run and as ratios: figures of different runs differ up to twofold on the same machine.

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

var publishing = new Lazy<Task<Packages>>(() => Packages.PublishAsync(stopping.Token));
if (args is ["kill", ..])
{
    int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
    return await KillProgram.RunAsync(await publishing.Value, Number(1, 100), Number(2, Random.Shared.Next(1_000_000)), stopping.Token);
}

foreach (var (name, run) in new (string, Func<Task>)[]
{
    ("start", async () => await StartBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("save", async () => await SaveBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("standings", async () => await StandingsBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("allocation", () => AllocationBenchmark.RunAsync(stopping.Token)),
    ("telemetry", () => TelemetryBenchmark.RunAsync(stopping.Token)),
    ("tables", () => TablesBenchmark.RunAsync(stopping.Token)),
    ("kinds", () => Task.Run(() => KindsBenchmark.Run(stopping.Token))),
})
{
    if (args.Length == 0 || args.Contains(name))
    {
        await run();
    }
}

return 0;

using EmulationFunctions.Benchmarks;

// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- [save] [start]
// Everything in one run and as ratios: figures of different runs differ up to twofold on the same machine.

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

var all = args.Length == 0;
var packages = await Packages.PublishAsync(stopping.Token);
if (all || args.Contains("start"))
{
    await StartBenchmark.RunAsync(packages, stopping.Token);
}

if (all || args.Contains("save"))
{
    await SaveBenchmark.RunAsync(packages, stopping.Token);
}

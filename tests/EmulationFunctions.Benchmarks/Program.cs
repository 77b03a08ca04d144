using System.Globalization;
using EmulationFunctions.Benchmarks;

// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- [start] [standings] [allocation] [telemetry] [tables] [kinds] [pipeline] [evidence] [files] [papers] [page] [ballots]
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- kill [count] [seed]
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- compare [quick] [saves] [long-saves] [publication] [evidence] [workbooks] [growth]
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- deadline [minutes] [seed] [percent]
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- two
// dotnet run -c Release --project tests/EmulationFunctions.Benchmarks -- year
// Everything in one run and as ratios: figures of different runs differ up to twofold on the same machine.

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

var publishing = new Lazy<Task<Packages>>(() => Packages.PublishAsync(stopping.Token));
int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
switch (args)
{
    case ["kill", ..]:
        return await KillProgram.RunAsync(await publishing.Value, Number(1, 100), Number(2, Random.Shared.Next(1_000_000)), stopping.Token);
    case ["deadline", ..]:
        return await DeadlineDay.RunAsync(await publishing.Value, Number(1, 5), Number(2, Random.Shared.Next(1_000_000)), Number(3, 1), stopping.Token);
    case ["compare", ..]:
        return await CompareBenchmark.RunAsync(await publishing.Value, args[1..], stopping.Token);
    case ["year"]:
        return await YearBenchmark.RunAsync(stopping.Token);
    case ["two"]:
        return await TwoPrograms.RunAsync(await publishing.Value, stopping.Token);
}

foreach (var (name, run) in new (string, Func<Task>)[]
{
    ("start", async () => await StartBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("standings", async () => await StandingsBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("allocation", () => AllocationBenchmark.RunAsync(stopping.Token)),
    ("telemetry", () => TelemetryBenchmark.RunAsync(stopping.Token)),
    ("pipeline", async () => await PipelineBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("tables", () => TablesBenchmark.RunAsync(stopping.Token)),
    ("kinds", () => Task.Run(() => KindsBenchmark.Run(stopping.Token))),
    ("evidence", async () => await EvidenceBenchmark.RunAsync(await publishing.Value, stopping.Token)),
    ("files", () => FilesBenchmark.RunAsync(stopping.Token)),
    ("papers", () => PapersBenchmark.RunAsync(stopping.Token)),
    ("page", () => PageBenchmark.RunAsync(stopping.Token)),
    ("ballots", async () => await BallotsBenchmark.RunAsync(await publishing.Value, stopping.Token)),
})
{
    if (args.Length == 0 || args.Contains(name))
    {
        await run();
    }
}

return 0;

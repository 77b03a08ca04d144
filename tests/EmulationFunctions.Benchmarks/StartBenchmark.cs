using System.Globalization;

namespace EmulationFunctions.Benchmarks;

/// <summary>From the start of the process to its first answer behind the stand-in host, and the memory then, against a worker of the same packages that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 15;

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        var (ours, bare) = (new List<Start>(), new List<Start>());

        // Turn by turn, so that whatever else the machine does meets both.
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await MeasureAsync(await Target.StartInAzureAsync(packages.Program, cancellationToken), "/api/me", cancellationToken));
            bare.Add(await MeasureAsync(await Target.StartAsync(packages.Bare, new Dictionary<string, string?>(), cancellationToken), "/api/all/empty", cancellationToken));
        }

        Console.WriteLine();
        Console.WriteLine($"Start to first answer, median of {Rounds}");
        Write("bare worker", bare);
        Write("this program", ours);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  ratio          {Median(ours, one => one.Milliseconds) / Median(bare, one => one.Milliseconds),8:0.00} ×   {Median(ours, one => one.Memory) / Median(bare, one => one.Memory),8:0.00} ×   (aim: at most 1.3 and 1.4)"));
    }

    private static async Task<Start> MeasureAsync(Target started, string path, CancellationToken cancellationToken)
    {
        await using (started)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var answer = await started.SendAsync(request, cancellationToken);
            var age = started.Age;
            started.Process.Refresh();
            return new(age.TotalMilliseconds, started.Process.WorkingSet64);
        }
    }

    private static void Write(string name, List<Start> starts) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-14} {Median(starts, one => one.Milliseconds),8:0} ms  {Median(starts, one => one.Memory) / 1048576.0,8:0} MiB"));

    private static double Median(List<Start> starts, Func<Start, double> value) => starts.Select(value).Order().ElementAt(starts.Count / 2);

    private sealed record Start(double Milliseconds, double Memory);
}

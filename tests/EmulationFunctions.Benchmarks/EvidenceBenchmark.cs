using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage;

namespace EmulationFunctions.Benchmarks;

/// <summary>What came of <see cref="EvidenceBenchmark"/>.</summary>
/// <param name="Ratio">Of the rates: the program's by the bare function's, the median of all turns, with as many callers as there may be.</param>
/// <param name="Least">Of one turn.</param>
/// <param name="Most">Of one turn.</param>
/// <param name="Alone">The same with one caller.</param>
/// <param name="Grown">MiB by which the working set is larger after the turns than before them.</param>
/// <param name="GrownAtMost">The same at its highest.</param>
internal sealed record EvidenceFigures(double Ratio, double Least, double Most, double Alone, double Grown, double GrownAtMost);

/// <summary>
/// Evidence of 10 MB over HTTP, against a function of a bare worker that does nothing but put its body into a blob: behind the same stand-in, into the same
/// emulator, in turns. And the memory of the program while sixteen come at once.
/// </summary>
internal static class EvidenceBenchmark
{
    private const int Turns = 5;

    /// <summary>Each of them sends two at a time, which is what one may.</summary>
    private const int Accounts = 8;
    private const int AtOnce = 2 * Accounts;

    /// <summary>In a turn, by each that sends.</summary>
    private const int Files = 2;
    private const int FilesAlone = 6;
    private const string Bloc = "b10";

    private static readonly SamplePdf File = new(10 * 1024 * 1024);

    public static async Task<EvidenceFigures> RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        // Gigabytes of files: not in memory.
        var location = Directory.CreateTempSubdirectory("evidence-");
        try
        {
            await using var azurite = await Azurite.StartAsync(location.FullName, wantsUsualPorts: false, cancellationToken);
            return await RunAsync(packages, azurite, cancellationToken);
        }
        finally
        {
            location.Delete(recursive: true);
        }
    }

    private static async Task<EvidenceFigures> RunAsync(Packages packages, Azurite azurite, CancellationToken cancellationToken)
    {
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        var settings = Target.Settings(azurite.ConnectionString, issuer.Instance.ToString());
        settings["Evidence__MaximumUploadsInFlight"] = AtOnce.ToString(CultureInfo.InvariantCulture);
        await using var program = await Target.StartAsync(packages.Program, settings, cancellationToken);
        await using var bare = await Target.StartAsync(packages.Bare, new Dictionary<string, string?> { ["BareWorker__Storage"] = azurite.ConnectionString }, cancellationToken);
        await new BlobContainerClient(azurite.ConnectionString, "bare", new(StorageRegistration.BlobVersion)).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var api = new Api(issuer, program.SendAsync);
        await api.PutSchemeAsync(Bloc, Form.Of(10), cancellationToken);
        await api.ImportRosterAsync(Enumerable.Range(0, Accounts).Select(account => (Bloc, Unit(account))), cancellationToken);
        await api.PutCycleAsync(Province.Today.Year, [(Bloc, Bloc)], cancellationToken);
        for (var account = 0; account < Accounts; account++)
        {
            await api.BindAsync(Unit(account), cancellationToken);
        }

        var number = 0;
        var own = new Sender(program, caller => Upload(api.Unit(Unit(caller % Accounts)), Unit(caller % Accounts), Interlocked.Increment(ref number)));
        var other = new Sender(bare, _ => Store(Interlocked.Increment(ref number)));
        foreach (var sender in new[] { own, other })
        {
            await sender.TurnAsync(1, FilesAlone, cancellationToken);
            sender.Processor.Clear();
        }

        program.Process.Refresh();
        var atRest = program.Process.WorkingSet64;
        using var watch = new Watch(program.Process);
        List<Turn> together = [], alone = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            together.Add(new(await own.TurnAsync(AtOnce, Files, cancellationToken), await other.TurnAsync(AtOnce, Files, cancellationToken)));
            alone.Add(new(await own.TurnAsync(1, FilesAlone, cancellationToken), await other.TurnAsync(1, FilesAlone, cancellationToken)));
        }

        var after = watch.Now();
        var figures = new EvidenceFigures(
            Median(together), together.Min(turn => turn.Ratio), together.Max(turn => turn.Ratio), Median(alone), MiB(after - atRest), MiB(watch.Most - atRest));
        Console.WriteLine();
        Console.WriteLine($"Evidence of {File.Length / 1048576.0:0.0} MiB, {Turns} turns");
        Write($"{AtOnce} at once", together);
        Write("one at a time", alone);
        Console.WriteLine($"  processor      {own.Processor.Order().ElementAt(Turns),6:0} ms a file, median, of the bare function {other.Processor.Order().ElementAt(Turns):0}");
        Console.WriteLine($"  ratio, median  {figures.Ratio,6:0.00} × (from {figures.Least:0.00} to {figures.Most:0.00}; aim: at least 0.8); one at a time {figures.Alone:0.00} ×");
        Console.WriteLine($"  memory         {MiB(atRest),6:0} MiB before, {figures.Grown:0} more after it, {figures.GrownAtMost:0} more at its highest (aim: at most 64)");
        return figures;
    }

    private static void Write(string what, List<Turn> turns) => Console.WriteLine(
        $"  {what,-14} {string.Join(", ", turns.Select(turn => FormattableString.Invariant($"{turn.Own:0.0} and {turn.Bare:0.0}")))} a second, this program and the bare function");

    private static HttpRequestMessage Upload(string token, string unit, int number)
    {
        var request = Api.Request(
            HttpMethod.Post,
            $"/api/cycles/{Province.Today.Year}/periods/nam/blocs/{Bloc}/sheets/{unit}/evidence?criterion={Form.Leaf(number % 10)}&name=scan-{number}.pdf",
            token,
            body: null,
            tag: null);
        request.Content = File.Content(number);
        return request;
    }

    private static HttpRequestMessage Store(int number) => new(HttpMethod.Post, $"/api/store/scan-{number}.pdf") { Content = File.Content(number) };

    private static string Unit(int account) => string.Create(CultureInfo.InvariantCulture, $"u{account}");

    private static double Median(List<Turn> turns) => turns.Select(turn => turn.Ratio).Order().ElementAt(turns.Count / 2);

    private static double MiB(long bytes) => bytes / 1048576.0;

    /// <summary>Files a second.</summary>
    private readonly record struct Turn(double Own, double Bare)
    {
        public double Ratio => Own / Bare;
    }

    /// <summary>Sends files as fast as they are taken.</summary>
    private sealed class Sender(Target target, Func<int, HttpRequestMessage> next)
    {
        /// <summary>Milliseconds of the target's process for a file, in each turn.</summary>
        public List<double> Processor { get; } = [];

        /// <returns>Files a second.</returns>
        public async Task<double> TurnAsync(int callers, int files, CancellationToken cancellationToken)
        {
            var (started, processor) = (Stopwatch.GetTimestamp(), Spent());
            await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
            {
                for (var file = 0; file < files; file++)
                {
                    using var request = next(caller);
                    using var response = await target.SendAsync(request, cancellationToken);
                    if (response.StatusCode != System.Net.HttpStatusCode.Created)
                    {
                        throw new InvalidOperationException($"{request.RequestUri} was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
                    }
                }
            }));
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Processor.Add((Spent() - processor).TotalMilliseconds / (callers * files));
            return callers * files / seconds;
        }

        private TimeSpan Spent()
        {
            lock (target.Process)
            {
                target.Process.Refresh();
                return target.Process.TotalProcessorTime;
            }
        }
    }

    /// <summary>Looks at a process's memory twenty times a second.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Process _process;
        private readonly Timer _timer;
        private long _most;

        public Watch(Process process) => (_process, _timer) = (process, new(_ => Now(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50)));

        public long Most => Interlocked.Read(ref _most);

        public long Now()
        {
            lock (_process)
            {
                _process.Refresh();
                _most = Math.Max(_most, _process.WorkingSet64);
                return _process.WorkingSet64;
            }
        }

        public void Dispose() => _timer.Dispose();
    }
}

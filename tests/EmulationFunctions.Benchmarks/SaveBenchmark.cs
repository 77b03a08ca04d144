using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// SaveScores over HTTP, with a signed token, against a bare client that makes the same storage calls on the same emulator and
/// does nothing else. The two take turns, several times, and the ratio of their rates is what counts.
/// </summary>
internal static class SaveBenchmark
{
    private const int Callers = 16;
    private const int Rounds = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        foreach (var leaves in new[] { 10, 200 })
        {
            await RunAsync(packages, leaves, cancellationToken);
        }
    }

    private static async Task RunAsync(Packages packages, int leaves, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(location: null, wantsUsualPorts: false, cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var program = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        var api = new Api(issuer, program.SendAsync);
        await api.PutSchemeAsync("s", Form.Of(leaves), cancellationToken);
        await api.ImportRosterAsync(Enumerable.Range(0, Callers).Select(caller => ("b", Unit(caller))), cancellationToken);
        await api.PutCycleAsync(Province.Today.Year, [("b", "s")], cancellationToken);
        program.Process.Refresh();
        var atRest = program.Process.WorkingSet64;

        var tables = new StoredTables(azurite.ConnectionString);
        var (savers, bares) = (new List<Func<CancellationToken, Task>>(), new List<Func<CancellationToken, Task>>());
        for (var caller = 0; caller < Callers; caller++)
        {
            await api.BindAsync(Unit(caller), cancellationToken);
            var bare = new BareSaver(tables, Unit(caller), leaves);
            await bare.PrepareAsync(cancellationToken);
            savers.Add(new Saver(api, Unit(caller), leaves).SaveAsync);
            bares.Add(bare.SaveAsync);
        }

        await TurnAsync(savers, cancellationToken);
        await TurnAsync(bares, cancellationToken);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await TurnAsync(savers, cancellationToken));
            theirs.Add(await TurnAsync(bares, cancellationToken));
        }

        program.Process.Refresh();
        Console.WriteLine();
        Console.WriteLine($"SaveScores, {leaves} criteria a save, {Callers} callers, median of {Rounds} turns of {Turn.TotalSeconds:0} s");
        Console.WriteLine($"  bare client     {Median(theirs),8:0.0} saves/s");
        Console.WriteLine($"  this program    {Median(ours),8:0.0} saves/s");
        Console.WriteLine($"  ratio           {Median(ours) / Median(theirs),8:0.00} ×   (aim: at least 0.9)");
        Console.WriteLine($"  memory          {atRest / 1048576.0,8:0} MiB at rest, {program.Process.WorkingSet64 / 1048576.0:0} MiB under load");
    }

    /// <summary>Everybody saves as fast as they can for a while; how many a second.</summary>
    private static async Task<double> TurnAsync(IEnumerable<Func<CancellationToken, Task>> savers, CancellationToken cancellationToken)
    {
        var saved = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(savers.Select(save => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < Turn)
                {
                    await save(cancellationToken);
                    Interlocked.Increment(ref saved);
                }
            },
            cancellationToken)));
        return saved / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string Unit(int caller) => string.Create(CultureInfo.InvariantCulture, $"u{caller}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A unit's officer who saves the whole form again and again, each time with other points.</summary>
    private sealed class Saver(Api api, string unit, int leaves)
    {
        private readonly string _path = $"/api/cycles/{Province.Today.Year}/periods/nam/blocs/b/sheets/{unit}/scores";
        private readonly string _token = api.Unit(unit);
        private EntityTagHeaderValue? _tag;
        private int _saves;

        public async Task SaveAsync(CancellationToken cancellationToken) =>
            _tag = (await api.SendAsync(HttpMethod.Patch, _path, _token, Form.Save(leaves, new(++_saves % 1000)), _tag, cancellationToken)).Tag;
    }
}

using System.Diagnostics;
using System.Net;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Benchmarks;

/// <summary>Computing and publishing the standings of a province: what one leaf of one sheet costs must not depend on how many blocs or past years there are.</summary>
internal static class StandingsBenchmark
{
    private const int Units = 20;
    private const int Leaves = 200;

    /// <summary>How many blocs are published at the same time.</summary>
    private const int Callers = 4;

    /// <summary>Published first, so that nobody pays for the start.</summary>
    private const int WarmingBlocs = 4;
    private const int PastYears = 10;

    private static readonly Scheme Scheme = new("s", 1, Form.Of(Leaves));

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        var figures = new List<Figures>();
        foreach (var (blocs, pastYears) in new[] { (5, 0), (20, 0), (5, PastYears), (60, 0) })
        {
            figures.AddRange(await MeasureAsync(packages, blocs, pastYears, cancellationToken));
            Write(figures);
        }
    }

    private static void Write(List<Figures> figures)
    {
        Console.WriteLine();
        Console.WriteLine($"Standings of blocs of {Units} units with {Leaves} leaves, {Callers} blocs published at a time; µs for each leaf");
        Console.WriteLine($"  {"blocs",5} {"past years",11} {"computing alone",16} {"published in",13} {"CPU of the program",19} {"storage calls a bloc",21}");
        foreach (var one in figures)
        {
            Console.WriteLine($"  {one.Blocs,5} {one.PastYears,11} {one.Computing,16:0.00} {one.Publishing,13:0.0} {one.Cpu,19:0.0} {one.Calls,21}");
        }
    }

    /// <summary>Publishes one year after the other; the first, the middle one and the last are measured.</summary>
    private static async Task<List<Figures>> MeasureAsync(Packages packages, int blocs, int pastYears, CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var program = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        await using var own = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString());
        var api = new Api(issuer, program.SendAsync);

        // Beside those that are measured: one whose calls are counted, and those that warm.
        List<string> all = [.. Enumerable.Range(0, blocs + 1 + WarmingBlocs).Select(bloc => $"b{bloc}")];
        await api.PutSchemeAsync(Scheme.Id, Scheme.Content, cancellationToken);
        await api.ImportRosterAsync(all.SelectMany(bloc => Enumerable.Range(0, Units).Select(unit => (bloc, $"{bloc}-{unit}"))), cancellationToken);
        var seed = new SheetSeed(new StoredTables(azurite.ConnectionString).GetTable(SheetTable.Table), Scheme);
        var computing = Compute(seed, blocs);
        var figures = new List<Figures>();
        for (var past = 0; past <= pastYears; past++)
        {
            var year = Province.Today.Year - pastYears + past;
            var seeded = past == 0 ? all : all[..(blocs + 1)];
            await api.PutCycleAsync(year, seeded.Select(bloc => (bloc, Scheme.Id)), cancellationToken);
            await SeedAsync(seed, year, seeded, cancellationToken);
            await PublishAsync(api, year, seeded[(blocs + 1)..], cancellationToken);
            program.Process.Refresh();
            var (cpu, started) = (program.Process.TotalProcessorTime, Stopwatch.GetTimestamp());
            await PublishAsync(api, year, all[..blocs], cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(started);
            program.Process.Refresh();
            cpu = program.Process.TotalProcessorTime - cpu;
            var calls = own.CountCalls(() => Publication(api, year, all[blocs]));
            if (past % 5 == 0)
            {
                var leaves = blocs * Units * Leaves;
                figures.Add(new(blocs, past, computing, elapsed.TotalMicroseconds / leaves, cpu.TotalMicroseconds / leaves, calls));
            }
        }

        return figures;
    }

    /// <summary>Without storage: µs for each leaf, the median of several times over all blocs.</summary>
    private static double Compute(SheetSeed seed, int blocs)
    {
        var (tree, times) = (SchemeTree.Of(Scheme), new List<double>());
        List<List<Entrant>> entrants =
        [
            .. Enumerable.Range(0, blocs).Select(bloc => Enumerable.Range(0, Units)
                .Select(unit => new Entrant($"u{unit}", $"Đơn vị {unit}", seed.Make(bloc + unit), WhyApart: null)).ToList()),
        ];
        for (var round = 0; round < 300 / blocs; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var bloc in entrants)
            {
                Placements.Of(tree, BlocRecord.Empty, bloc);
            }

            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / (blocs * Units * Leaves));
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static async Task SeedAsync(SheetSeed seed, int year, List<string> blocs, CancellationToken cancellationToken)
    {
        var progress = new Progress($"sheets of {blocs.Count} blocs in {year} prepared", blocs.Count * Units);
        await Parallel.ForEachAsync(
            blocs.SelectMany(bloc => Enumerable.Range(0, Units).Select(unit => (bloc, unit))),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (one, token) =>
            {
                await seed.WriteAsync(new(year, "nam", one.bloc, $"{one.bloc}-{one.unit}"), one.unit, token);
                progress.Step();
            });
    }

    private static async Task PublishAsync(Api api, int year, List<string> blocs, CancellationToken cancellationToken)
    {
        var progress = new Progress($"standings in {year} published", blocs.Count);
        await Parallel.ForEachAsync(blocs, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken }, async (bloc, token) =>
        {
            // On a busy machine the emulator may not answer in time; whoever publishes again goes on.
            HttpStatusCode status;
            do
            {
                using var request = Publication(api, year, bloc);
                using var response = await api.Send(request, token);
                status = response.StatusCode;
            }
            while (status == HttpStatusCode.ServiceUnavailable);

            progress.Step();
            if (status != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"The publication of {bloc} was answered {(int)status}.");
            }
        });
    }

    private static HttpRequestMessage Publication(Api api, int year, string bloc) => Api.Request(
        HttpMethod.Post, $"/api/cycles/{year}/periods/nam/blocs/{bloc}/standings/publication", api.Office, $$"""{"confirmation":"{{bloc}}","leftOut":[]}""", tag: null);

    /// <param name="Computing">µs for each leaf, as the others.</param>
    private sealed record Figures(int Blocs, int PastYears, double Computing, double Publishing, double Cpu, int Calls);
}

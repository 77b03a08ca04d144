using System.Diagnostics;
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
    private const int WarmingBlocs = 8;

    /// <summary>Published one by one.</summary>
    private const int MeasuredBlocs = 15;

    private static readonly Scheme Scheme = new("s", 1, Form.Of(Leaves));

    /// <summary>The smallest first: the others are held to it.</summary>
    public static IReadOnlyList<(int Blocs, int PastYears)> Provinces { get; } = [(5, 0), (20, 0), (60, 0), (5, 5), (5, 10)];

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken) => Write(await MeasureAsync(packages, Provinces, cancellationToken));

    private static void Write(List<Figures> figures)
    {
        Console.WriteLine();
        Console.WriteLine($"Standings of blocs of {Units} units with {Leaves} leaves, {Callers} blocs published at a time; µs for each leaf");
        Console.WriteLine($"  {"blocs",5} {"past years",11} {"computing alone",16} {"published in",13} {"CPU of the program",19} {"bytes allocated",16} {"storage calls a bloc",21}");
        foreach (var one in figures)
        {
            Console.WriteLine($"  {one.Blocs,5} {one.PastYears,11} {one.Computing,16:0.00} {one.Publishing,13:0.0} {one.Processor,19:0.0} {one.Bytes,16:0} {one.Calls,21:0}");
        }
    }

    /// <summary>Each in a program of its own; what is measured takes turns among them, so that what the machine does meanwhile is no province's.</summary>
    public static async Task<List<Figures>> MeasureAsync(Packages packages, IReadOnlyList<(int Blocs, int PastYears)> provinces, CancellationToken cancellationToken)
    {
        var prepared = new List<Prepared>();
        try
        {
            foreach (var (blocs, pastYears) in provinces)
            {
                prepared.Add(await PrepareAsync(packages, blocs, pastYears, cancellationToken));
            }

            for (var round = 0; round < MeasuredBlocs; round++)
            {
                foreach (var one in prepared)
                {
                    await one.MeasureAsync($"b{one.Blocs + round}", cancellationToken);
                }
            }

            return prepared.ConvertAll(one => one.Figures);
        }
        finally
        {
            foreach (var one in prepared)
            {
                await one.Side.DisposeAsync();
            }
        }
    }

    /// <summary>Publishes one year after the other, up to the one in which is measured.</summary>
    private static async Task<Prepared> PrepareAsync(Packages packages, int blocs, int pastYears, CancellationToken cancellationToken)
    {
        // Compiled to the end at once and collected often: who has published more has neither the faster program nor the warmer memory.
        var side = await Side.StartAsync(packages.Program, cancellationToken, [new("DOTNET_TieredCompilation", "0"), new("DOTNET_gcServer", "0")]);
        var api = side.Api;

        // Beside those that are published several at a time: those that are measured one by one, and those that warm.
        List<string> all = [.. Enumerable.Range(0, blocs + MeasuredBlocs + WarmingBlocs).Select(bloc => $"b{bloc}")];
        await api.PutSchemeAsync(Scheme.Id, Scheme.Content, cancellationToken);
        await api.ImportRosterAsync(all.SelectMany(bloc => Enumerable.Range(0, Units).Select(unit => (bloc, $"{bloc}-{unit}"))), cancellationToken);
        var seed = new SheetSeed(new StoredTables(side.Azurite.ConnectionString).GetTable(SheetTable.Table), Scheme);
        var computing = Compute(seed, blocs);
        var elapsed = TimeSpan.Zero;
        for (var past = 0; past <= pastYears; past++)
        {
            var year = Province.Today.Year - pastYears + past;
            var seeded = past == pastYears ? all : all[..blocs];
            await api.PutCycleAsync(year, seeded.Select(bloc => (bloc, Scheme.Id)), cancellationToken);
            await SeedAsync(seed, year, seeded, cancellationToken);
            if (past == pastYears)
            {
                await PublishAsync(api, year, all[(blocs + MeasuredBlocs)..], cancellationToken);
            }

            var started = Stopwatch.GetTimestamp();
            await PublishAsync(api, year, all[..blocs], cancellationToken);
            elapsed = Stopwatch.GetElapsedTime(started);
        }

        return new(side, blocs, pastYears, computing, elapsed.TotalMicroseconds / (blocs * Units * Leaves));
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
            await api.PublishAsync(year, bloc, token);
            progress.Step();
        });
    }

    private sealed record Prepared(Side Side, int Blocs, int PastYears, double Computing, double Publishing)
    {
        private readonly Turns _calls = new();
        private readonly Turns _bytes = new();
        private readonly Turns _processor = new();

        public Figures Figures => new(Blocs, PastYears, Computing, Publishing, _processor.Median, _bytes.Median, _calls.Median);

        public async Task MeasureAsync(string bloc, CancellationToken cancellationToken)
        {
            var cost = await Side.CostAsync(token => Side.Api.PublishAsync(Province.Today.Year, bloc, token), 1, cancellationToken);
            _calls.Add(cost.Calls);
            _bytes.Add(cost.Bytes / (Units * Leaves));
            _processor.Add(cost.Processor * 1000 / (Units * Leaves));
        }
    }

    /// <summary>For each leaf: µs, and bytes; calls for each bloc. The last three are medians of blocs that were published one by one.</summary>
    public sealed record Figures(int Blocs, int PastYears, double Computing, double Publishing, double Processor, double Bytes, double Calls);
}

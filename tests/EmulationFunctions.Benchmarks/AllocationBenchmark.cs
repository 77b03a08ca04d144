using System.Globalization;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>What the calls of busy days allocate, and how often they call storage. The program runs in this process for that.</summary>
internal static class AllocationBenchmark
{
    private const int Units = 20;
    private const int Count = 200;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var own = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString());
        var (year, past) = (Province.Today.Year, Province.Today.Year - 1);
        var api = new Api(issuer, own.SendAsync);
        List<(string Bloc, int Leaves)> blocs = [("b10", 10), ("b200", 200)];
        foreach (var (bloc, leaves) in blocs)
        {
            await api.PutSchemeAsync(bloc, Form.Of(leaves), cancellationToken);
        }

        await api.ImportRosterAsync(blocs.SelectMany(one => Enumerable.Range(0, Units).Select(unit => (one.Bloc, Unit(one.Bloc, unit)))), cancellationToken);
        await api.PutCycleAsync(past, [("b10", "b10")], cancellationToken);
        await api.PutCycleAsync(year, blocs.Select(one => (one.Bloc, one.Bloc)), cancellationToken);
        var seed = new SheetSeed(new StoredTables(azurite.ConnectionString).GetTable(SheetTable.Table), new("b10", 1, Form.Of(10)));
        for (var unit = 0; unit < Units; unit++)
        {
            await seed.WriteAsync(new(past, "nam", "b10", Unit("b10", unit)), unit, cancellationToken);
        }

        var standings = $"/api/cycles/{past}/periods/nam/blocs/b10/standings";
        await api.SendAsync(HttpMethod.Post, $"{standings}/publication", api.Office, """{"confirmation":"b10","leftOut":[]}""", null, cancellationToken);

        Console.WriteLine();
        Console.WriteLine("One request at a time");
        foreach (var (bloc, leaves) in blocs)
        {
            var (unit, saves) = (Unit(bloc, 0), 0);
            await api.BindAsync(unit, cancellationToken);
            var (sheet, token) = ($"/api/cycles/{year}/periods/nam/blocs/{bloc}/sheets/{unit}", api.Unit(unit));
            Measure(own, $"SaveScores, {leaves} criteria", () =>
                Api.Request(HttpMethod.Patch, $"{sheet}/scores", token, Form.Save(leaves, new(++saves % 1000)), saves == 1 ? null : own.LastTag));
            Measure(own, $"GetSheet, {leaves} criteria", () => Api.Request(HttpMethod.Get, sheet, token, body: null, tag: null));
        }

        Measure(own, $"GetStandings, published, {Units} units", () => Api.Request(HttpMethod.Get, standings, api.Unit(Unit("b10", 0)), body: null, tag: null));
    }

    private static void Measure(OwnProgram own, string what, Func<HttpRequestMessage> request)
    {
        var bytes = own.Allocated(request, Count);
        Console.WriteLine($"  {what,-36} allocates {bytes / 1024,6:0} KiB, calls storage {own.CountCalls(request),3} times");
    }

    private static string Unit(string bloc, int unit) => string.Create(CultureInfo.InvariantCulture, $"{bloc}-{unit}");
}

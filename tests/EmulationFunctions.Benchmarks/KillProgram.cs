using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// Kills the published program (SIGKILL; never the emulator) at random instants while sheets are saved, submitted and returned and
/// standings are published, starts it again, and compares what is there with what was acknowledged. The seed draws the instants and
/// the requests; how far each request had come then, the machine decides.
/// </summary>
internal static class KillProgram
{
    private const int PastYears = 20;
    private const int FewLeaves = 10;

    /// <summary>More rows than one transaction takes, so that a save is staged.</summary>
    private const int ManyLeaves = 120;

    /// <summary>A publication writes two rows a unit: with so many it is staged.</summary>
    private const int ManyUnits = 50;
    private const int FewUnits = 8;

    private static readonly TimeSpan Earliest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long before the kill a publication begins, at most.</summary>
    private static readonly TimeSpan PublicationAhead = TimeSpan.FromMilliseconds(1000);

    /// <returns>The exit code: 1 when anything acknowledged was lost, or anything half was seen.</returns>
    public static async Task<int> RunAsync(Packages packages, int kills, int seed, CancellationToken cancellationToken)
    {
        var tally = new KillTally();
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        var tables = new StoredTables(azurite.ConnectionString);
        Task<Target> StartAsync(DateTimeOffset? now = null) =>
            Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken, now);

        Api api;
        List<KilledSheet> sheets;
        List<KilledPublication> publications;
        await using (var program = await StartAsync())
        {
            api = new(issuer, program.SendAsync);
            (sheets, publications) = await PrepareAsync(api, tables, kills, tally, cancellationToken);
        }

        var progress = new Progress("kills", kills);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var program = await StartAsync();
            api.Send = program.SendAsync;
            await LookAsync(sheets, kill == 0 ? null : publications[kill - 1], cancellationToken);
            var random = new Random(unchecked(seed * 1_000_003 + kill));
            var after = Earliest + random.NextDouble() * (Latest - Earliest);
            var begins = after - random.NextDouble() * PublicationAhead;
            List<Task> work =
            [
                .. sheets.Select((sheet, index) => Task.Run(() => sheet.WorkAsync(new Random(unchecked(seed * 1_000_003 + kill * 101 + index)), cancellationToken), cancellationToken)),
                .. sheets.Select(sheet => Task.Run(() => sheet.WatchAsync(cancellationToken), cancellationToken)),
                publications[kill].PublishAsync(begins > TimeSpan.Zero ? begins : TimeSpan.Zero, cancellationToken),
            ];
            await Task.Delay(after, cancellationToken);
            program.Process.Kill();
            await Task.WhenAll(work);
            progress.Step();
        }

        // Later than anybody could still be at it: the timer sweeps what was left.
        await using (var program = await StartAsync(TimeProvider.System.GetUtcNow() + StagedChanges.AbandonedAfter + TimeSpan.FromMinutes(1)))
        {
            api.Send = program.SendAsync;
            await LookAsync(sheets, publications[^1], cancellationToken);
            await SweepAsync(program, tables, tally, cancellationToken);
            await LookAsync(sheets, publications[^1], cancellationToken);
        }

        tally.Write(kills, seed);
        return tally.IsClean ? 0 : 1;
    }

    private static async Task<(List<KilledSheet> Sheets, List<KilledPublication> Publications)> PrepareAsync(
        Api api, StoredTables tables, int kills, KillTally tally, CancellationToken cancellationToken)
    {
        var (year, published) = (Province.Today.Year, new Scheme("ba", 1, Form.Of(3)));
        List<(SheetId Id, Scheme Scheme, int Leaves)> saved =
        [
            .. Enumerable.Range(0, 4).Select(unit => (new SheetId(year, "nam", "nho", $"nho-{unit}"), new Scheme("nho", 1, Form.Of(FewLeaves)), FewLeaves)),
            .. Enumerable.Range(0, 2).Select(unit => (new SheetId(year, "nam", "lon", $"lon-{unit}"), new Scheme("lon", 1, Form.Of(ManyLeaves)), ManyLeaves)),
        ];
        List<(string Bloc, List<string> Units)> blocs =
        [
            .. Enumerable.Range(0, Math.Max(2, (kills + PastYears - 1) / PastYears)).Select(bloc =>
                ($"khoi-{bloc}", Enumerable.Range(0, bloc % 2 == 0 ? ManyUnits : FewUnits).Select(unit => $"khoi-{bloc}-{unit}").ToList())),
        ];
        foreach (var scheme in saved.Select(one => one.Scheme).DistinctBy(scheme => scheme.Id).Append(published))
        {
            await api.PutSchemeAsync(scheme.Id, scheme.Content, cancellationToken);
        }

        await api.ImportRosterAsync([.. saved.Select(one => (one.Id.Bloc, one.Id.Unit)), .. blocs.SelectMany(bloc => bloc.Units.Select(unit => (bloc.Bloc, unit)))], cancellationToken);
        await api.PutCycleAsync(year, [("nho", "nho"), ("lon", "lon")], cancellationToken);
        foreach (var one in saved)
        {
            await api.BindAsync(one.Id.Unit, cancellationToken);
        }

        // The years take turns with the blocs, so that every second publication is a staged one.
        var publications = new List<KilledPublication>();
        var seed = new SheetSeed(tables.GetTable(SheetTable.Table), published);
        var progress = new Progress("publications prepared", kills);
        foreach (var (past, (bloc, units)) in Enumerable.Range(1, PastYears).SelectMany(past => blocs.Select(bloc => (past, bloc))).Take(kills))
        {
            var id = new BlocInPeriod(year - past, "nam", bloc);
            if (bloc == blocs[0].Bloc)
            {
                await api.PutCycleAsync(id.Year, blocs.Select(one => (one.Bloc, published.Id)), cancellationToken);
            }

            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (index, unit) in units.Index())
            {
                hashes[unit] = await seed.WriteAsync(id.SheetOf(unit), index, cancellationToken);
            }

            publications.Add(new(api, tables, id, hashes, api.Unit(saved[0].Id.Unit), tally));
            progress.Step();
        }

        return ([.. saved.Select(one => new KilledSheet(api, tables, one.Id, one.Scheme, one.Leaves, tally))], publications);
    }

    private static async Task LookAsync(IEnumerable<KilledSheet> sheets, KilledPublication? publication, CancellationToken cancellationToken)
    {
        await Task.WhenAll(sheets.Select(sheet => sheet.LookAsync(cancellationToken)));
        if (publication is not null)
        {
            await publication.LookAsync(cancellationToken);
        }
    }

    private static async Task SweepAsync(Target program, StoredTables tables, KillTally tally, CancellationToken cancellationToken)
    {
        try
        {
            await program.RunTimerAsync("AdvanceStages", cancellationToken);
        }
        catch (InvalidOperationException failed)
        {
            tally.Violate($"AdvanceStages: {failed.Message}");
        }

        var left = (await new Intents(tables, TimeProvider.System).RowsAsync(cancellationToken)).Where(row => row.PartitionKey is StagedChanges.Intent or StandingsPublisher.Intent).ToList();
        if (left.Count > 0)
        {
            tally.Violate($"{left.Count} intents are left after AdvanceStages, the first {left[0].PartitionKey} {left[0].RowKey}");
        }
    }
}

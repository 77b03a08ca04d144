using System.Globalization;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The last day on this machine: callers who save scores, upload evidence and read standings as fast as they are answered, for minutes, while a
/// part of the storage calls fails. Afterwards everything that was acknowledged is read back and compared.
/// </summary>
internal static class DeadlineDay
{
    private const int Callers = 16;
    private const int Blocs = 4;
    private const int Units = 20;
    private const int Leaves = 10;

    /// <summary>Of a hundred things that a caller does.</summary>
    private const int Saves = 70;
    private const int Uploads = 5;

    /// <summary>How many sheets are read back at a time.</summary>
    private const int Checkers = 4;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(1);

    /// <param name="packages">The published program.</param>
    /// <param name="minutes">How long.</param>
    /// <param name="seed">Draws what callers do, and which calls fail.</param>
    /// <param name="percent">How many of a hundred storage calls fail.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code: 1 when anything acknowledged was lost.</returns>
    public static async Task<int> RunAsync(Packages packages, int minutes, int seed, int percent, CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync([StorageFailures.Script], cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var program = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        using var failures = new StorageFailures(azurite);
        var api = new Api(issuer, program.SendAsync);
        var ids = await PrepareAsync(api, new StoredTables(azurite.ConnectionString), cancellationToken);

        Console.WriteLine($"The last day begins: {Callers} callers for {ids.Count} units, {minutes} minutes");
        await failures.SetAsync(percent / 100.0, seed, cancellationToken);
        var tally = new DeadlineTally(TimeSpan.FromMinutes(minutes));
        List<DeadlineSheet> sheets = [.. ids.Select(id => new DeadlineSheet(new(api, tally), api, id, Leaves, Units, tally))];
        var watching = WatchAsync(program, tally, cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(
            () => WorkAsync([.. sheets.Where((_, unit) => unit % Callers == caller)], new(unchecked(seed * 1_000_003 + caller)), tally, cancellationToken), cancellationToken)));
        await watching;

        var counts = await failures.CountAsync(cancellationToken);
        await failures.SetAsync(0, seed, cancellationToken);
        var progress = new Progress("sheets read back", sheets.Count);
        await Parallel.ForEachAsync(sheets, new ParallelOptions { MaxDegreeOfParallelism = Checkers, CancellationToken = cancellationToken }, async (sheet, token) =>
        {
            await sheet.CheckAsync(token);
            progress.Step();
        });

        Write(tally, counts, $"{minutes} minutes, {percent} % of storage calls failing, seed {seed}");
        var picture = Path.Combine(RepositoryRoot.Path, "docs", "pictures", "deadline-day.svg");
        await File.WriteAllTextAsync(picture, DeadlinePicture.Draw(tally, $"Deadline day: {Callers} callers, {percent} % of storage calls failing"), cancellationToken);
        Console.WriteLine($"  drawn in {picture}");
        return tally.Lost.Count > 0 ? 1 : 0;
    }

    /// <summary>Blocs whose units score themselves, and whose standings of the year before are published.</summary>
    private static async Task<IReadOnlyList<SheetId>> PrepareAsync(Api api, StoredTables tables, CancellationToken cancellationToken)
    {
        var (year, scheme) = (Province.Today.Year, new Scheme("s", 1, Form.Of(Leaves)));
        List<string> blocs = [.. Enumerable.Range(0, Blocs).Select(bloc => string.Create(CultureInfo.InvariantCulture, $"khoi-{bloc}"))];
        List<SheetId> ids = [.. blocs.SelectMany(bloc => Enumerable.Range(0, Units).Select(unit => new SheetId(year, "nam", bloc, string.Create(CultureInfo.InvariantCulture, $"{bloc}-{unit}"))))];
        await api.PutSchemeAsync(scheme.Id, scheme.Content, cancellationToken);
        await api.ImportRosterAsync(ids.Select(id => (id.Bloc, id.Unit)), cancellationToken);
        await api.PutCycleAsync(year - 1, blocs.Select(bloc => (bloc, scheme.Id)), cancellationToken);
        await api.PutCycleAsync(year, blocs.Select(bloc => (bloc, scheme.Id)), cancellationToken);
        var sheets = new SheetSeed(tables.GetTable(SheetTable.Table), scheme);
        var progress = new Progress("units prepared", ids.Count);
        foreach (var (index, id) in ids.Index())
        {
            await api.BindAsync(id.Unit, cancellationToken);
            await sheets.WriteAsync(id with { Year = year - 1 }, index, cancellationToken);
            progress.Step();
        }

        foreach (var bloc in blocs)
        {
            await api.SendAsync(
                HttpMethod.Post, $"/api/cycles/{year - 1}/periods/nam/blocs/{bloc}/standings/publication", api.Office, $$"""{"confirmation":"{{bloc}}","leftOut":[]}""", null, cancellationToken);
        }

        return ids;
    }

    private static async Task WorkAsync(IReadOnlyList<DeadlineSheet> sheets, Random random, DeadlineTally tally, CancellationToken cancellationToken)
    {
        while (!tally.IsOver)
        {
            var sheet = sheets[random.Next(sheets.Count)];
            await (random.Next(100) switch
            {
                < Saves => sheet.SaveAsync(cancellationToken),
                < Saves + Uploads => sheet.UploadAsync(random, cancellationToken),
                _ => sheet.ReadStandingsAsync(cancellationToken),
            });
        }
    }

    private static async Task WatchAsync(Target program, DeadlineTally tally, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Sampling);
        while (!tally.IsOver && await timer.WaitForNextTickAsync(cancellationToken))
        {
            program.Process.Refresh();
            tally.Sample(program.Process.WorkingSet64);
        }
    }

    private static void Write(DeadlineTally tally, FailureCounts counts, string how)
    {
        var rates = Enum.GetValues<DeadlineWork>().Select(tally.Rates).ToList();
        Line($"");
        Line($"The last day: {Callers} callers, {Blocs} blocs of {Units} units, {Leaves} criteria with explanations, {how}");
        Line($"  {"from second",11} {"saves /s",9} {"uploads /s",11} {"standings /s",13} {"memory, MiB",12}");
        for (var slice = 0; slice < rates[0].Count; slice++)
        {
            var (from, to) = (slice * DeadlineTally.Slice, (slice + 1) * DeadlineTally.Slice);
            var memory = tally.Memory.Where(one => one.At >= from && one.At < to).Select(one => one.Bytes / 1048576.0).DefaultIfEmpty().Max();
            Line($"  {from.TotalSeconds,11:0} {rates[0][slice],9:0.0} {rates[1][slice],11:0.0} {rates[2][slice],13:0.0} {memory,12:0}");
        }

        foreach (var work in Enum.GetValues<DeadlineWork>())
        {
            Line($"  {work,-10} {tally.Count(work),7} acknowledged, half of them within {tally.Within(work, 0.5):0} ms, 99 % within {tally.Within(work, 0.99):0} ms");
        }

        Line($"  storage calls: {counts.Calls}; answered 503 with nothing done: {counts.Refused}; answer lost after it was done: {counts.Lost}");
        Line($"  errors answered to callers: {(tally.Refused.Any() ? string.Join(", ", tally.Refused.Select(one => $"{one.Value} × {one.Key}")) : "none")}");
        foreach (var (what, count) in tally.Did)
        {
            Line($"  callers {what}: {count}");
        }

        Line($"  memory, median of the last fifth of the time ÷ that of the second: {tally.Growth():0.00} ({(tally.Growth() <= 1.1 ? "flat" : "GROWS")}; aim: at most 1.1)");
        Line($"  lost: {tally.Lost.Count}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

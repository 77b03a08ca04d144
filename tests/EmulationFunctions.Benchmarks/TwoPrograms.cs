using System.Diagnostics;
using System.Globalization;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// Two programs, each behind a stand-in host of its own, over one storage, as Azure starts them when there is much to do: how fast they are
/// together, whether two that save the same lose anything, and how long one of them does not know what the other has answered.
/// </summary>
internal static class TwoPrograms
{
    private const int Callers = 16;
    private const int Leaves = 10;
    private const int Turns = 5;

    /// <summary>Sheets that two officers save at once, and how often.</summary>
    private const int Fought = 8;
    private const int Fights = 50;

    private const string Bloc = "nhip";

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);

    /// <returns>The exit code: 1 when a save was lost, both say different things, or one did not know at once what the other had answered.</returns>
    public static async Task<int> RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var first = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        await using var second = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        List<Api> apis = [new(issuer, first.SendAsync), new(issuer, second.SendAsync)];
        var tables = new StoredTables(azurite.ConnectionString);
        var scheme = new Scheme("s", 1, Form.Of(Leaves));
        List<SheetId> ids = [.. Enumerable.Range(0, Callers).Select(caller => new SheetId(Province.Today.Year, "nam", Bloc, string.Create(CultureInfo.InvariantCulture, $"{Bloc}-{caller}")))];
        await apis[0].PutSchemeAsync(scheme.Id, scheme.Content, cancellationToken);
        var changes = new TwoChanges(apis, tables, scheme);
        await changes.PrepareAsync([(Bloc, ids.Select(id => id.Unit))], cancellationToken);
        foreach (var id in ids)
        {
            await apis[0].BindAsync(id.Unit, cancellationToken);
        }

        var wrong = new List<string>();
        await FightAsync(apis, issuer, tables, [.. ids.Take(Fought)], wrong, cancellationToken);
        await RateAsync(apis, ids, cancellationToken);
        wrong.AddRange(await changes.RunAsync(cancellationToken));
        wrong.AddRange(await CompareAsync(apis, [.. ids, .. changes.Sheets], cancellationToken));
        wrong.ForEach(sentence => Console.WriteLine($"WRONG: {sentence}"));
        Console.WriteLine($"  wrong in all: {wrong.Count}");
        return wrong.Count > 0 ? 1 : 0;
    }

    private static async Task FightAsync(
        IReadOnlyList<Api> apis, LocalIssuer issuer, StoredTables tables, IReadOnlyList<SheetId> ids, List<string> wrong, CancellationToken cancellationToken)
    {
        List<FoughtSheet> sheets = [.. ids.Select(id => new FoughtSheet(apis, issuer, id, Leaves))];
        await Task.WhenAll(sheets.Select((sheet, seed) => Task.Run(() => sheet.FightAsync(Fights, new(seed), cancellationToken), cancellationToken)));
        foreach (var sheet in sheets)
        {
            wrong.AddRange(await sheet.CheckAsync(tables, cancellationToken));
        }

        Console.WriteLine();
        Console.WriteLine($"Two officers of a unit save its sheet at once, each on another program: {ids.Count} sheets, {Fights} times");
        Console.WriteLine($"  acknowledged {sheets.Sum(sheet => sheet.Acknowledged)}, answered 412 and saved again {sheets.Sum(sheet => sheet.Refused)}, lost or otherwise wrong {wrong.Count}");
    }

    /// <summary>Callers spread over both programs against the same callers at one of them, in turns.</summary>
    private static async Task RateAsync(IReadOnlyList<Api> apis, IReadOnlyList<SheetId> ids, CancellationToken cancellationToken)
    {
        List<SteadySaver> savers = [.. ids.Select(id => new SteadySaver(apis[0].Unit(id.Unit), id, Leaves))];
        foreach (var saver in savers)
        {
            await saver.ReadAsync(apis[0], cancellationToken);
        }

        Api Both(int caller) => apis[caller % 2];
        await TurnAsync(savers, Both, cancellationToken);
        await TurnAsync(savers, Both, cancellationToken);
        var (ones, boths) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var one = apis[turn % 2];
            ones.Add(await TurnAsync(savers, _ => one, cancellationToken));
            boths.Add(await TurnAsync(savers, Both, cancellationToken));
        }

        Console.WriteLine();
        Console.WriteLine($"SaveScores, {Leaves} criteria a save, {Callers} callers, {Turns} turns of {Turn.TotalSeconds:0} s");
        Rate("at one program", ones, "saves/s");
        Rate("over both", boths, "saves/s");
        Rate("ratio", [.. boths.Zip(ones, (both, one) => both / one)], "×");
    }

    private static void Rate(string what, List<double> turns, string unit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {what,-16} {turns.Order().ElementAt(turns.Count / 2),8:0.00} {unit,-8} ({turns.Min():0.00} to {turns.Max():0.00})"));

    private static async Task<double> TurnAsync(IReadOnlyList<SteadySaver> savers, Func<int, Api> api, CancellationToken cancellationToken)
    {
        var (saved, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(savers.Select((saver, caller) => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < Turn)
                {
                    await saver.SaveAsync(api(caller), cancellationToken);
                    Interlocked.Increment(ref saved);
                }
            },
            cancellationToken)));
        return saved / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>What is read on both is the same, to the letter and the ETag.</summary>
    private static async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyList<Api> apis, IReadOnlyList<SheetId> ids, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        List<string> paths = [.. ids.Select(TwoChanges.Path), .. ids.Select(id => $"/api/cycles/{id.Year}/periods/nam/blocs/{id.Bloc}/standings").Distinct()];
        foreach (var path in paths)
        {
            var answers = new List<Answer>();
            foreach (var api in apis)
            {
                var answer = await api.TrySendAsync(HttpMethod.Get, path, apis[0].Office, null, null, cancellationToken);
                // The number of the request is its own.
                answers.Add(answer.Status == 200 ? answer : answer with { Body = "" });
            }

            if (answers[0] != answers[1])
            {
                wrong.Add($"{path} is answered {answers[0]} by one and {answers[1]} by the other");
            }
        }

        Console.WriteLine();
        Console.WriteLine($"Read on both and compared: {paths.Count} sheets and standings, different {wrong.Count}");
        return wrong;
    }
}

/// <summary>A unit's officer who saves the whole form again and again, each time with other points, through whichever program.</summary>
internal sealed class SteadySaver(string token, SheetId id, int leaves)
{
    private System.Net.Http.Headers.EntityTagHeaderValue? _tag;
    private int _saves;

    public async Task ReadAsync(Api api, CancellationToken cancellationToken) =>
        _tag = (await api.SendAsync(HttpMethod.Get, TwoChanges.Path(id), token, null, null, cancellationToken)).Tag;

    public async Task SaveAsync(Api api, CancellationToken cancellationToken) =>
        _tag = (await api.SendAsync(HttpMethod.Patch, $"{TwoChanges.Path(id)}/scores", token, Form.Save(leaves, new(++_saves % 1000)), _tag, cancellationToken)).Tag;
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// SaveScores over HTTP, with a signed token, against a bare client that makes the same storage calls on the same emulator and
/// does nothing else. The two take turns, several times, and the ratio of their rates is what counts.
/// </summary>
internal static class SaveBenchmark
{
    private const int Callers = 16;
    private const int Leaves = 10;
    private const int Rounds = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(location: null, wantsUsualPorts: false, cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var program = await Target.StartAsync(packages.Program, azurite.ConnectionString, issuer.Instance.ToString(), cancellationToken);
        await PrepareAsync(program, issuer, cancellationToken);
        program.Process.Refresh();
        var atRest = program.Process.WorkingSet64;

        var savers = Enumerable.Range(0, Callers).Select(caller => new Saver(program, Token(issuer, Unit(caller)), Unit(caller))).ToList();
        var bare = new TableServiceClient(azurite.ConnectionString);
        var bares = Enumerable.Range(0, Callers).Select(caller => new BareSaver(bare, caller)).ToList();
        foreach (var saver in bares)
        {
            await saver.PrepareAsync(cancellationToken);
        }

        await TurnAsync(savers.Select(saver => (Func<CancellationToken, Task>)saver.SaveAsync), cancellationToken);
        await TurnAsync(bares.Select(saver => (Func<CancellationToken, Task>)saver.SaveAsync), cancellationToken);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await TurnAsync(savers.Select(saver => (Func<CancellationToken, Task>)saver.SaveAsync), cancellationToken));
            theirs.Add(await TurnAsync(bares.Select(saver => (Func<CancellationToken, Task>)saver.SaveAsync), cancellationToken));
        }

        program.Process.Refresh();
        Console.WriteLine();
        Console.WriteLine($"SaveScores, {Leaves} criteria a save, {Callers} callers, median of {Rounds} turns of {Turn.TotalSeconds:0} s");
        Console.WriteLine($"  bare client     {Median(theirs),8:0} saves/s");
        Console.WriteLine($"  this program    {Median(ours),8:0} saves/s");
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

    private static async Task PrepareAsync(FunctionsHost program, LocalIssuer issuer, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        var office = issuer.Token(new(Guid.NewGuid().ToString()) { Roles = ["Emulation.Admin"] });
        Task PutAsync(string path, JsonNode body) => SendAsync(program, HttpMethod.Put, path, office, body.ToJsonString(), null, cancellationToken);

        var criteria = new JsonArray { new JsonObject { ["code"] = "I", ["parent"] = null, ["title"] = "I", ["kind"] = "group", ["maximum"] = 10 * Leaves } };
        for (var leaf = 0; leaf < Leaves; leaf++)
        {
            criteria.Add(new JsonObject { ["code"] = $"I.{leaf}", ["parent"] = "I", ["title"] = $"I.{leaf}", ["kind"] = "direct", ["maximum"] = 10 });
        }

        await PutAsync("/api/schemes/s", new JsonObject { ["title"] = "S", ["maximum"] = 10 * Leaves, ["criteria"] = criteria, ["ladder"] = new JsonArray(), ["tieBreaks"] = new JsonArray() });
        await PutAsync("/api/blocs/b", new JsonObject { ["name"] = "B", ["kind"] = "bloc", ["level"] = "province", ["statedMemberCount"] = null });
        for (var caller = 0; caller < Callers; caller++)
        {
            await PutAsync($"/api/units/{Unit(caller)}", new JsonObject
            {
                ["name"] = $"Đơn vị {caller}",
                ["kind"] = "department",
                ["functions"] = new JsonArray(),
                ["isCentrallyManaged"] = false,
                ["contacts"] = new JsonArray(),
                ["isPlaceholder"] = false,
            });
            await PutAsync($"/api/blocs/b/members/{Unit(caller)}/{today.Year}-01-01", new JsonObject { ["until"] = null, ["decision"] = null });
            await PutAsync($"/api/units/{Unit(caller)}/officers/{LocalMachine.ObjectId(Unit(caller))}", new JsonObject { ["kind"] = "person" });
        }

        // The stage is open today, whatever day it is.
        await PutAsync($"/api/cycles/{today.Year}", new JsonObject
        {
            ["startsOn"] = null,
            ["periods"] = null,
            ["stages"] = new JsonArray
            {
                new JsonObject { ["period"] = "nam", ["stage"] = "self-score", ["opens"] = $"{today.Year}-01-01", ["closes"] = $"{today.Year}-12-31" },
            },
            ["blocs"] = new JsonArray
            {
                new JsonObject { ["bloc"] = "b", ["scheme"] = new JsonObject { ["id"] = "s", ["version"] = 1 }, ["stages"] = new JsonArray() },
            },
        });
    }

    private static async Task<EntityTagHeaderValue?> SendAsync(
        FunctionsHost program, HttpMethod method, string path, string token, string json, EntityTagHeaderValue? tag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", token);
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        using var response = await program.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? response.Headers.ETag
            : throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {body}");
    }

    private static string Token(LocalIssuer issuer, string unit) => issuer.Token(new(LocalMachine.ObjectId(unit)));

    private static string Unit(int caller) => $"u{caller.ToString(CultureInfo.InvariantCulture)}";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>A unit's officer who saves the whole form again and again, each time with other points.</summary>
    private sealed class Saver(FunctionsHost program, string token, string unit)
    {
        private readonly string _path = $"/api/cycles/{TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Year}/periods/nam/blocs/b/sheets/{unit}/scores";
        private EntityTagHeaderValue? _tag;
        private int _saves;

        public async Task SaveAsync(CancellationToken cancellationToken)
        {
            var points = (++_saves % 1000) / 100m;
            var scores = string.Join(',', Enumerable.Range(0, Leaves).Select(leaf => $$"""{"criterion":"I.{{leaf}}","points":{{points.ToString(CultureInfo.InvariantCulture)}}}"""));
            _tag = await SendAsync(program, HttpMethod.Patch, _path, token, $$"""{"scores":[{{scores}}]}""", _tag, cancellationToken);
        }
    }

    /// <summary>
    /// The same storage calls without the program: the account's units, the heads of the roster and of the cycle side by side, the scheme's, the sheet's rows in one
    /// query, and the transaction with its head, its audit row, the sheet's row and a row a criterion.
    /// </summary>
    private sealed class BareSaver(TableServiceClient tables, int caller)
    {
        private readonly TableClient _officers = tables.GetTableClient("Officers");
        private readonly TableClient _cycles = tables.GetTableClient("Cycles");
        private readonly TableClient _roster = tables.GetTableClient("Roster");
        private readonly TableClient _schemes = tables.GetTableClient("Schemes");
        private readonly TableClient _sheets = tables.GetTableClient("Sheets");
        private readonly string _partition = $"bare|{caller}";
        private readonly string _officer = $"officer|{Target.Tenant}:{LocalMachine.ObjectId(Unit(caller))}|";
        private readonly string _year = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Year.ToString(CultureInfo.InvariantCulture);
        private int _saves;

        public async Task PrepareAsync(CancellationToken cancellationToken) =>
            await _sheets.AddEntityAsync(new TableEntity(_partition, "head") { ["Seq"] = 0L, ["Hash"] = new string('0', 64) }, cancellationToken);

        public async Task SaveAsync(CancellationToken cancellationToken)
        {
            await ReadAsync(_officers, "officers", _officer, _officer + "~", cancellationToken);
            await Task.WhenAll(
                _cycles.GetEntityIfExistsAsync<TableEntity>(_year, "head", cancellationToken),
                _roster.GetEntityIfExistsAsync<TableEntity>("roster", "head", cancellationToken));
            await _schemes.GetEntityIfExistsAsync<TableEntity>("s", "head", cancellationToken);
            var rows = await ReadAsync(_sheets, _partition, "evidence|", "sheet~", cancellationToken);
            var head = rows.Find(row => row.RowKey == "head")!;
            var (seq, points) = (++_saves, (long)(_saves % 1000));
            var text = string.Join(',', Enumerable.Range(0, Leaves).Select(leaf => $$"""{"criterion":"I.{{leaf}}","points":{{points}}}"""));
            List<TableTransactionAction> actions =
            [
                new(TableTransactionActionType.UpdateReplace, new TableEntity(_partition, "head") { ["Seq"] = (long)seq, ["Hash"] = new string('1', 64) }, head.ETag),
                new(TableTransactionActionType.Add, new TableEntity(_partition, $"audit|{seq:D10}")
                {
                    ["At"] = TimeProvider.System.GetUtcNow(),
                    ["Actor"] = $"{Target.Tenant}:{LocalMachine.ObjectId(Unit(caller))}",
                    ["Action"] = "SaveScores",
                    ["Subject"] = _partition,
                    ["Before"] = text,
                    ["After"] = text,
                    ["Previous"] = new string('0', 64),
                    ["Hash"] = new string('1', 64),
                }),
                new(TableTransactionActionType.UpsertReplace, new TableEntity(_partition, "sheet") { ["State"] = "draft", ["Scheme"] = "s", ["SchemeVersion"] = 1, ["Seq"] = (long)seq }),
            ];
            actions.AddRange(Enumerable.Range(0, Leaves).Select(leaf => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, new TableEntity(_partition, $"self|I.{leaf}") { ["Points"] = points, ["Seq"] = (long)seq })));
            await _sheets.SubmitTransactionAsync(actions, cancellationToken);
        }

        private static async Task<List<TableEntity>> ReadAsync(TableClient table, string partition, string from, string to, CancellationToken cancellationToken)
        {
            var rows = new List<TableEntity>();
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            {
                rows.Add(row);
            }

            return rows;
        }
    }
}

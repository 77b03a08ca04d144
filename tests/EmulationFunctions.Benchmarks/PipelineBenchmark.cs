using System.Globalization;
using System.Net;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// What a request costs before and after its function: processor time and bytes allocated of the published program, for functions that do next to nothing and for saves that change
/// nothing, against a function of a bare worker that returns a text. All take turns.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Callers = 4;
    private const int Turns = 5;
    private const int Leaves = 200;
    private const int Letters = 200;

    public static async Task RunAsync(Packages packages, CancellationToken cancellationToken)
    {
        SaveParts.Run(Leaves, Letters);
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        await using var bare = await Measured.StartAsync(packages.Bare, new() { ["Logging__LogLevel__Default"] = "Warning" }, cancellationToken);
        await using var program = await Measured.StartAsync(packages.Program, Target.Settings(azurite.ConnectionString, issuer.Instance.ToString()), cancellationToken);
        var api = new Api(issuer, program.Target.SendAsync);
        var year = Province.Today.Year;
        await api.PutSchemeAsync("s", Form.Of(Leaves), cancellationToken);
        await api.ImportRosterAsync([("b", "u")], cancellationToken);
        await api.PutCycleAsync(year, [("b", "s")], cancellationToken);
        await api.BindAsync("u", cancellationToken);
        var (path, unit, save) = ($"/api/cycles/{year}/periods/nam/blocs/b/sheets/u/scores", api.Unit("u"), SaveText.Of(Leaves, Letters));
        var saved = await api.SendAsync(HttpMethod.Patch, path, unit, save, tag: null, cancellationToken);
        var stranger = api.Unit("nobody");

        Work[] works =
        [
            new("bare worker, a text", bare, 4000, HttpStatusCode.OK, () => new(HttpMethod.Get, "/api/all/empty")),
            new("GetHealth, looked at before", program, 4000, HttpStatusCode.OK, () => new(HttpMethod.Get, "/api/health")),
            new("no token", program, 4000, HttpStatusCode.Unauthorized, () => new(HttpMethod.Get, "/api/me")),
            new("GetMe of nobody", program, 2000, HttpStatusCode.OK, () => Api.Request(HttpMethod.Get, "/api/me", stranger, null, null)),
            new("an address that is none", program, 4000, HttpStatusCode.BadRequest, () => Api.Request(HttpMethod.Get, "/api/cycles/1/periods/nam/blocs/b/sheets/u", unit, null, null)),
            new("save, no JSON", program, 1000, HttpStatusCode.BadRequest, () => Api.Request(HttpMethod.Patch, path, unit, save[..^1], saved.Tag)),
            new("save, the same again", program, 300, HttpStatusCode.OK, () => Api.Request(HttpMethod.Patch, path, unit, save, saved.Tag)),
        ];
        foreach (var work in works)
        {
            await work.TurnAsync(cancellationToken);
        }

        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var work in works)
            {
                work.Costs.Add(await work.TurnAsync(cancellationToken));
            }
        }

        Console.WriteLine();
        Console.WriteLine($"What a request costs the program, {Callers} callers, median of {Turns} turns; a save has {Leaves} criteria with explanations of {Letters} letters");
        foreach (var work in works)
        {
            var (time, bytes) = work.Median;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {work.Name,-28} {time,8:0} µs ({time / works[0].Median.Microseconds,5:0.00} ×)  {bytes / 1024,8:0.0} KiB ({bytes / works[0].Median.Bytes,5:0.00} ×)   {string.Join(' ', work.Costs.Select(cost => $"{cost.Microseconds:0}"))}"));
        }
    }

    /// <summary>A published program of which is known what it allocates.</summary>
    private sealed record Measured(Target Target, Probe Probe) : IAsyncDisposable
    {
        public static async Task<Measured> StartAsync(string package, Dictionary<string, string?> settings, CancellationToken cancellationToken)
        {
            var probe = new Probe();
            return new(await Target.StartAsync(package, settings.Concat(probe.Settings).ToDictionary(), cancellationToken), probe);
        }

        public async ValueTask DisposeAsync()
        {
            Probe.Dispose();
            await Target.DisposeAsync();
        }
    }

    private sealed record Work(string Name, Measured Of, int Count, HttpStatusCode Status, Func<HttpRequestMessage> Request)
    {
        public List<(double Microseconds, double Bytes)> Costs { get; } = [];

        public (double Microseconds, double Bytes) Median =>
            (Costs.Select(cost => cost.Microseconds).Order().ElementAt(Costs.Count / 2), Costs.Select(cost => cost.Bytes).Order().ElementAt(Costs.Count / 2));

        /// <summary>Of one request, on average.</summary>
        public async Task<(double Microseconds, double Bytes)> TurnAsync(CancellationToken cancellationToken)
        {
            var before = await Of.Probe.ReadAsync(cancellationToken);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(
                async () =>
                {
                    for (var sent = 0; sent < Count / Callers; sent++)
                    {
                        using var request = Request();
                        using var response = await Of.Target.SendAsync(request, cancellationToken);
                        if (response.StatusCode != Status)
                        {
                            throw new InvalidOperationException($"{Name} was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
                        }
                    }
                },
                cancellationToken)));
            var after = await Of.Probe.ReadAsync(cancellationToken);
            return ((after.Processor - before.Processor).TotalMicroseconds / Count, (double)(after.Bytes - before.Bytes) / Count);
        }
    }
}

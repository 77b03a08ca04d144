using System.Net.Http.Headers;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Benchmarks;

/// <summary>What telemetry costs a save: the program with an exporter whose answers come at once, against the program without. They take turns, in this process.</summary>
internal static class TelemetryBenchmark
{
    private const int Turns = 5;
    private const int Saves = 300;
    private const int Warming = 100;
    private const string Bloc = "b10";
    private const string Unit = "b10-1";
    private const string Place = "InstrumentationKey=33333333-3333-4333-8333-333333333333;IngestionEndpoint=https://telemetry.invalid/";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        var (taken, number) = (new Taken(), 0);
        var (path, token) = ($"/api/cycles/{Province.Today.Year}/periods/nam/blocs/{Bloc}/sheets/{Unit}/scores", issuer.Token(new(LocalMachine.ObjectId(Unit))));
        EntityTagHeaderValue? tag = null;
        await using (var first = await StartAsync(sending: false))
        {
            var api = new Api(issuer, first.SendAsync);
            await api.PutSchemeAsync(Bloc, Form.Of(10), cancellationToken);
            await api.ImportRosterAsync([(Bloc, Unit)], cancellationToken);
            await api.PutCycleAsync(Province.Today.Year, [(Bloc, Bloc)], cancellationToken);
            await api.BindAsync(Unit, cancellationToken);
        }

        // Until nothing is compiled any more.
        await CostAsync(sending: false, Saves * 5);
        await CostAsync(sending: true, Saves * 5);

        Console.WriteLine();
        Console.WriteLine($"{Saves} saves of 10 criteria a turn, without telemetry and with it");
        var ratios = new List<(double Time, double Bytes)>();
        for (var turn = 1; turn <= Turns; turn++)
        {
            var one = await CostAsync(sending: turn % 2 == 0);
            var other = await CostAsync(sending: turn % 2 != 0);
            var (without, with) = turn % 2 == 0 ? (other, one) : (one, other);
            ratios.Add((with.Milliseconds / without.Milliseconds, with.Bytes / without.Bytes));
            Console.WriteLine($"  turn {turn}: processor {without.Milliseconds:0.00} and {with.Milliseconds:0.00} ms, allocation {without.Bytes / 1024:0.0} and {with.Bytes / 1024:0.0} KiB a save");
        }

        var (time, bytes) = (ratios.Select(ratio => ratio.Time).Order().ElementAt(Turns / 2), ratios.Select(ratio => ratio.Bytes).Order().ElementAt(Turns / 2));
        Console.WriteLine($"  with ÷ without, median: processor {time:0.00}, allocation {bytes:0.000}; {taken.Bytes / 1024} KiB sent");

        // One after the other: activities are listened to by all that is in the process.
        async Task<(double Milliseconds, double Bytes)> CostAsync(bool sending, int count = Saves)
        {
            await using var program = await StartAsync(sending);
            Save(program, Warming);
            return Save(program, count);
        }

        // Records are written either way; only where they go differs.
        Task<OwnProgram> StartAsync(bool sending) => OwnProgram.StartAsync(
            azurite,
            issuer.Instance.ToString(),
            [new("Logging:LogLevel:Default", "Information"), new(Telemetry.Setting, sending ? Place : "")],
            services => services.AddSingleton<TokenCredential>(taken.Credential)
                .PostConfigure<AzureMonitorExporterOptions>(exporter => (exporter.Transport, exporter.DisableOfflineStorage) = (taken, true)));

        (double Milliseconds, double Bytes) Save(OwnProgram program, int count)
        {
            var cost = program.Cost(() => Api.Request(HttpMethod.Patch, path, token, Form.Save(10, new(++number % 1000)), program.LastTag ?? tag), count);
            tag = program.LastTag;
            return cost;
        }
    }

    /// <summary>Takes what is sent as fast as can be.</summary>
    private sealed class Taken : HttpPipelineTransport
    {
        public long Bytes { get; private set; }

        public TokenCredential Credential { get; } = DelegatedTokenCredential.Create((_, _) => new("token", DateTimeOffset.MaxValue));

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            using var body = new MemoryStream();
            await message.Request.Content!.WriteToAsync(body, message.CancellationToken);
            Bytes += body.Length;
            message.Response = new Accepted();
        }
    }

    private sealed class Accepted : Azure.Response
    {
        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => (value = null) is not null;

        protected override bool TryGetHeaderValues(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IEnumerable<string>? values) => (values = null) is not null;
    }
}

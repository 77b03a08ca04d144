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
    private const string Bloc = "b10";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Emulator.StartAsync(cancellationToken);
        await using var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        var taken = new Taken();
        await using var off = await OwnProgram.StartAsync(azurite, issuer.Instance.ToString(), Level());
        await using var on = await OwnProgram.StartAsync(
            azurite, issuer.Instance.ToString(),
            Level().Append(new(Telemetry.Setting, "InstrumentationKey=33333333-3333-4333-8333-333333333333;IngestionEndpoint=https://telemetry.invalid/")),
            services => services.AddSingleton<TokenCredential>(taken.Credential).PostConfigure<AzureMonitorExporterOptions>(exporter => exporter.Transport = taken));
        var (year, api) = (Province.Today.Year, new Api(issuer, off.SendAsync));
        await api.PutSchemeAsync(Bloc, Form.Of(10), cancellationToken);
        await api.ImportRosterAsync([(Bloc, "off"), (Bloc, "on")], cancellationToken);
        await api.PutCycleAsync(year, [(Bloc, Bloc)], cancellationToken);
        await api.BindAsync("off", cancellationToken);
        await api.BindAsync("on", cancellationToken);

        Console.WriteLine();
        Console.WriteLine($"{Saves} saves of 10 criteria a turn, telemetry on ÷ off");
        var ratios = new List<(double Time, double Bytes)>();
        var number = 0;
        for (var turn = -1; turn < Turns; turn++)
        {
            var without = Cost(off, "off");
            var with = Cost(on, "on");
            if (turn >= 0)
            {
                ratios.Add((with.Milliseconds / without.Milliseconds, with.Bytes / without.Bytes));
                Console.WriteLine($"  turn {turn + 1}: processor {without.Milliseconds:0.00} and {with.Milliseconds:0.00} ms, allocation {without.Bytes / 1024:0.0} and {with.Bytes / 1024:0.0} KiB a save");
            }
        }

        Console.WriteLine($"  median: processor {ratios.Select(ratio => ratio.Time).Order().ElementAt(Turns / 2):0.00}, allocation {ratios.Select(ratio => ratio.Bytes).Order().ElementAt(Turns / 2):0.000}; {taken.Bytes / 1024} KiB sent");

        (double Milliseconds, double Bytes) Cost(OwnProgram program, string unit) => program.Cost(
            () => Api.Request(HttpMethod.Patch, $"/api/cycles/{year}/periods/nam/blocs/{Bloc}/sheets/{unit}/scores", api.Unit(unit), Form.Save(10, new(++number % 1000)), program.LastTag), Saves);

        // Records are written in both; only where they go differs.
        static IEnumerable<KeyValuePair<string, string?>> Level() => [new("Logging:LogLevel:Default", "Information")];
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

using System.Diagnostics;
using System.Text.Json;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Tests.Infra;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What leaves the program as telemetry: the records that the queries read, and nothing of people.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Listed = InfraFiles
        .Table("docs/operations.md", "record", "fields", "emitted by", "read by")
        .ToDictionary(row => InfraFiles.Words(row[0])[0], row => InfraFiles.Words(row[1]));

    [Fact]
    public async Task A_record_is_exported_under_its_name_with_the_fields_that_the_queries_read()
    {
        var told = new Told();
        await using var app = new EmulationApp(azurite, issuer, services: told.Collect);
        await UseAsync(app);

        var listed = told.Records.Where(record => record.EventId.Name is { } name && Listed.ContainsKey(name)).ToList();
        Assert.Superset(
            new HashSet<string> { "RequestEnded", "TimerRan", "SignInRefused", "AccessRefused", "EvidenceRefused", "MailWaiting" },
            listed.Select(record => record.EventId.Name!).ToHashSet());
        Assert.All(listed, record => Assert.Superset(
            Listed[record.EventId.Name!].ToHashSet(),
            record.Attributes!.Select(attribute => attribute.Key).ToHashSet()));
        Assert.All(listed, record => Assert.False(string.IsNullOrEmpty(record.FormattedMessage)));
    }

    [Fact]
    public async Task A_request_is_a_span_of_its_functions_name_and_its_records_belong_to_it()
    {
        var told = new Told();
        await using var app = new EmulationApp(azurite, issuer, services: told.Collect);
        using var office = app.Admin();

        await office.GetAsync(new Uri("/api/units", UriKind.Relative), Cancellation).JsonAsync();

        // A span ends after its answer has gone out.
        await app.DisposeAsync();
        var ended = told.Records.Last(record => record.EventId.Name == "RequestEnded");
        Assert.Contains(told.Spans, span => span.TraceId == ended.TraceId);
        Assert.Equal(("ListUnits", "200"), (Text(ended, "Function"), Text(ended, "Status")));
    }

    [Fact]
    public async Task No_name_no_address_and_no_token_is_in_anything_that_is_exported()
    {
        var told = new Told();
        await using var app = new EmulationApp(azurite, issuer, services: told.Collect);
        var tokens = await UseAsync(app);
        await app.DisposeAsync();

        Assert.NotEmpty(told.Records);
        Assert.NotEmpty(told.Spans);
        var all = told.Everything();
        Assert.All(
            [.. tokens, "vanphong@so-mot.example", "Bao cao mat.exe", "203.0.113.9", "Bearer ", "Authorization", "kiem-tra-vien/1.0"],
            secret => Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_is_sampled_away_and_the_program_signs_in_as_itself()
    {
        var builder = HostingRegistration.CreateBuilder([]);
        builder.Configuration[Telemetry.ConnectionSetting] = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://127.0.0.1/";
        builder.AddStorage();
        builder.AddTelemetry();
        using var services = builder.Services.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        Assert.Equal((1f, (double?)null, false, false), (options.SamplingRatio, options.TracesPerSecond, options.EnableTraceBasedLogsSampler, options.EnableLiveMetrics));
        Assert.Same(services.GetRequiredService<TokenCredential>(), options.Credential);
        var host = JsonDocument.Parse(InfraFiles.Read("host.json")).RootElement;
        Assert.Equal("OpenTelemetry", host.GetProperty("telemetryMode").GetString());
        Assert.False(host.GetProperty("logging").TryGetProperty("applicationInsights", out _));
    }

    /// <summary>People at work, some of them where they should not be.</summary>
    /// <returns>The tokens they held.</returns>
    private static async Task<IReadOnlyList<string>> UseAsync(EmulationApp app)
    {
        await SheetWorld.StartAsync(app);
        using var office = app.Admin();
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/units/so-mot")
        {
            Content = EmulationApp.Json("""{"name":"Sở Một","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":["vanphong@so-mot.example"],"isPlaceholder":false}"""),
        };
        put.Headers.Add("X-Forwarded-For", "203.0.113.9");
        put.Headers.UserAgent.ParseAdd("kiem-tra-vien/1.0");
        using var answer = await office.SendAsync(put, Cancellation);
        using var unit = await app.OfficerAsync(Unit);
        using var refused = await unit.SendAsync(new(HttpMethod.Put, "/api/units/so-hai") { Content = EmulationApp.Json("{}") }, Cancellation);
        using var nobody = app.Nobody();
        nobody.DefaultRequestHeaders.Authorization = new("Bearer", "bm90LWEtdG9rZW4");
        using var unknown = await nobody.GetAsync(new Uri("/api/units", UriKind.Relative), Cancellation);
        using var rejected = await unit.UploadAsync([1, 2, 3, 4], name: "Bao cao mat.exe");
        await app.Host.RunTimerAsync(nameof(EmulationFunctions.Platform.Mail.DeliverMail), cancellationToken: Cancellation);
        return [office.DefaultRequestHeaders.Authorization!.Parameter!, unit.DefaultRequestHeaders.Authorization!.Parameter!, "bm90LWEtdG9rZW4"];
    }

    private static string? Text(LogRecord record, string field) => record.Attributes!.First(attribute => attribute.Key == field).Value?.ToString();

    private sealed class Told
    {
        public List<LogRecord> Records { get; } = [];

        public List<Activity> Spans { get; } = [];

        public void Collect(IServiceCollection services) => services.AddOpenTelemetry().Follow()
            .WithLogging(logging => logging.AddInMemoryExporter(Records))
            .WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()).AddInMemoryExporter(Spans));

        public string Everything() => string.Join(
            '\n',
            Records.SelectMany(record => (string?[])
                [record.FormattedMessage, record.Body, record.CategoryName, record.Exception?.ToString(), .. record.Attributes?.Select(one => $"{one.Key}={one.Value}") ?? []])
            .Concat(Spans.SelectMany(span => (string?[])
                [span.DisplayName, span.StatusDescription, .. span.TagObjects.Select(one => $"{one.Key}={one.Value}"), .. span.Baggage.Select(one => $"{one.Key}={one.Value}"),
                    .. span.Events.SelectMany(happened => happened.Tags.Select(one => $"{one.Key}={one.Value}"))])));
    }
}

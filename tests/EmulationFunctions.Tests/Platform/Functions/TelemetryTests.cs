using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What leaves the program for Application Insights, as the exporter sends it.</summary>
public sealed class TelemetryTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_told_by_its_record_and_its_call_under_the_trace_of_its_problem_document()
    {
        var sent = new SentTelemetry();
        await using var app = new EmulationApp(azurite, issuer, services: sent.Take, settings: sent.Setting);
        using var admin = app.Admin();

        var problem = await admin.GetAsync("/api/units/nobody", Cancellation).ProblemAsync(404);

        var record = Assert.Single(sent.Records(app.Services, "RequestEnded"));
        var call = Assert.Single(CallsOf([record], sent.Everything(app.Services)));
        Assert.Equal(("GetUnit", "404"), ((string?)record["data"]!["baseData"]!["properties"]!["Function"], (string?)record["data"]!["baseData"]!["properties"]!["Status"]));
        Assert.StartsWith("GetUnit answered 404 after ", (string?)record["data"]!["baseData"]!["message"]);
        Assert.Equal("function GetUnit", (string?)call["data"]!["baseData"]!["name"]);
        Assert.Equal((string?)problem["trace"], (string?)record["tags"]!["ai.operation.id"]);
        Assert.Equal((string?)problem["trace"], (string?)call["tags"]!["ai.operation.id"]);
    }

    /// <summary>Under the traces of these records: the calls of other programs in this process are heard, too.</summary>
    private static IReadOnlyList<JsonNode> CallsOf(IReadOnlyList<JsonNode> records, IEnumerable<JsonNode> everything)
    {
        var traces = records.Select(Trace).ToHashSet(StringComparer.Ordinal);
        return [.. everything.Where(item => (string?)item["data"]!["baseType"] == "RemoteDependencyData" && traces.Contains(Trace(item)))];

        static string Trace(JsonNode item) => (string)item["tags"]!["ai.operation.id"]!;
    }

    [Fact]
    public async Task It_signs_in_as_the_identity_that_storage_knows()
    {
        var sent = new SentTelemetry();
        await using var app = new EmulationApp(azurite, issuer, services: sent.Take, settings: sent.Setting);
        using var nobody = app.Nobody();
        using var health = await nobody.GetAsync("/api/health", Cancellation);

        Assert.NotEmpty(sent.Everything(app.Services));

        Assert.Contains("https://monitor.azure.com//.default", sent.Scopes);
        Assert.All(sent.Authorizations, authorization => Assert.Equal("Bearer of-the-identity", authorization));
    }

    /// <summary>The host passes on whether it keeps a trace; what stands before the program here keeps none.</summary>
    [Fact]
    public async Task No_record_and_no_call_is_sampled_away_though_the_host_keeps_none_and_they_are_many()
    {
        const int Many = 100;
        var sent = new SentTelemetry();
        await using var app = new EmulationApp(azurite, issuer, services: sent.Take, settings: sent.Setting);
        using var nobody = app.Nobody();
        for (var request = 0; request < Many; request++)
        {
            using var answer = await nobody.GetAsync("/api/me", Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var records = sent.Records(app.Services, "RequestEnded");
        Assert.Equal(Many, records.Count);
        Assert.Equal(Many, CallsOf(records, sent.Everything(app.Services)).Count);
    }

    [Fact]
    public async Task No_name_no_address_and_no_token_leaves_the_program()
    {
        var sent = new SentTelemetry();
        await using var app = new EmulationApp(
            azurite, issuer, services: sent.Take, settings:
            [
                sent.Setting, ("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", "1"), ("Mail:Smtp:StartTls", "false"),
            ]);
        await SheetWorld.StartAsync(app);
        using var admin = app.Admin();
        using var unit = await app.OfficerAsync(SheetFiles.Unit);
        unit.DefaultRequestHeaders.UserAgent.ParseAdd("Secret-Agent/1.0");
        unit.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");

        // Everything that ends well, is refused, or fails: an address in a body, a name in a query and in a body, a name in an exception.
        await admin.PutAsync($"/api/units/{SheetFiles.Unit}", EmulationApp.Json(
            """{"name":"Cơ quan Bí Mật","kind":"Department","functions":[],"isCentrallyManaged":false,"contacts":["bi.mat@secret.example"],"isPlaceholder":false}"""), Cancellation).JsonAsync();
        await admin.PutAsync($"/api/units/{SheetFiles.Unit}", EmulationApp.Json("""{"name":"Cơ quan Bí Mật","contacts":["bi mat@secret.example"]}"""), Cancellation).ProblemAsync(400);
        using var stored = await unit.UploadAsync(SampleFiles.Pdf(), "Bí Mật.pdf");
        using var refused = await unit.UploadAsync(new byte[10], "Bí Mật.pdf");
        using var read = await unit.GetAsync(stored.Headers.Location, Cancellation);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { Authorization = new("Bearer", unit.DefaultRequestHeaders.Authorization!.Parameter + "x") } };
        using var notSignedIn = await unit.SendAsync(foreign, Cancellation);
        app.SetDay("2026-12-12", hour: 8);
        await app.Host.RunTimerAsync("SendReminders", cancellationToken: Cancellation);
        await app.Host.RunTimerAsync("DeliverMail", cancellationToken: Cancellation);
        app.Faults.Instead = _ => new CannedResponse(418, "Teapot");
        using var failed = await unit.UploadAsync(SampleFiles.Pdf(), "Bí Mật.pdf");

        var everything = sent.Everything(app.Services).Select(SentTelemetry.Text).ToList();
        var records = sent.Everything(app.Services).Select(item => (string?)item["data"]!["baseData"]!["properties"]?["EventName"]).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            ["EvidenceRefused", "EvidenceStored", "MailFailed", "MailWaiting", "RequestEnded", "SignInRefused", "StorageFailed", "TimerDid", "TimerRan", "UnitLate", "UnitWithoutAddress"], records);
        var token = unit.DefaultRequestHeaders.Authorization.Parameter!;
        Assert.All(
            new[] { "Bí Mật", Uri.EscapeDataString("Bí Mật"), "bi.mat", "secret.example", "Secret-Agent", "203.0.113.77", EmulationApp.ObjectId(SheetFiles.Unit) }.Concat(token.Split('.')),
            secret => Assert.DoesNotContain(everything, item => item.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Without_a_place_to_send_to_the_host_keeps_the_records()
    {
        var sent = new SentTelemetry();
        await using var silent = new EmulationApp(azurite, issuer);
        await using var sending = new EmulationApp(azurite, issuer, services: sent.Take, settings: sent.Setting);

        Assert.Null(silent.Services.GetService<LoggerProvider>());
        Assert.DoesNotContain("WorkerOpenTelemetryEnabled", silent.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
        Assert.Contains("WorkerOpenTelemetryEnabled", sending.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys);
    }
}

using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Monitor.OpenTelemetry.Exporter;
using EmulationFunctions.Platform.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace EmulationFunctions.Tests;

/// <summary>Stands in the place of Application Insights and keeps what the exporter sends there: <c>new EmulationApp(…, services: sent.Take, settings: sent.Setting)</c>.</summary>
internal sealed class SentTelemetry : HttpPipelineTransport
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentQueue<JsonNode> _items = new();
    private readonly Credential _credential = new();

    /// <summary>A place of its own: the exporters of a process share what sends to one place.</summary>
    public (string Name, string? Value) Setting { get; } = (Telemetry.Setting, $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint=https://telemetry.invalid/");

    /// <summary>What the exporter asked a token for.</summary>
    public IReadOnlyCollection<string> Scopes => _credential.Scopes;

    /// <summary>How each batch was signed.</summary>
    public ConcurrentQueue<string?> Authorizations { get; } = new();

    public static string Text(JsonNode item) => item.ToJsonString(Readable);

    public void Take(IServiceCollection services)
    {
        services.RemoveAll<TokenCredential>();
        services.AddSingleton<TokenCredential>(_credential);
        services.PostConfigure<AzureMonitorExporterOptions>(exporter => (exporter.Transport, exporter.DisableOfflineStorage) = (this, true));
    }

    /// <summary>Everything that was told until now.</summary>
    public IReadOnlyList<JsonNode> Everything(IServiceProvider services)
    {
        Assert.True(services.GetRequiredService<LoggerProvider>().ForceFlush());
        Assert.True(services.GetRequiredService<TracerProvider>().ForceFlush());
        return [.. _items];
    }

    /// <summary>The records of a name, as they are sent: tags, and data with a message and properties.</summary>
    public IReadOnlyList<JsonNode> Records(IServiceProvider services, string name) =>
        [.. Everything(services).Where(item => (string?)item["data"]!["baseData"]!["properties"]?["EventName"] == name)];

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Authorizations.Enqueue(message.Request.Headers.TryGetValue("Authorization", out var authorization) ? authorization : null);
        using var body = new MemoryStream();
        await message.Request.Content!.WriteToAsync(body, message.CancellationToken);
        body.Position = 0;
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(message.CancellationToken) is { } line)
        {
            _items.Enqueue(JsonNode.Parse(line)!);
        }

        message.Response = new CannedResponse(200);
    }

    private sealed class Credential : TokenCredential
    {
        public ConcurrentBag<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Array.ForEach(requestContext.Scopes, Scopes.Add);
            return new("of-the-identity", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}

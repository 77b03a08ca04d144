using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmulationFunctions.Emulators;
using Json.Schema;

namespace EmulationFunctions.Tests;

/// <summary>
/// Holds every answer that a test gets to the description of the API: its status, its media type, its headers and its body are said there.
/// </summary>
internal sealed partial class DescribedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly Lazy<DescribedAnswers.Description> Described = new(Description.Read);

    /// <summary>Headers that every answer has, or that tell browsers and not programs something.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Cache-Control", "Connection", "Content-Encoding", "Content-Length", "Content-Security-Policy", "Content-Type", "Date", "Server", "Transfer-Encoding",
        "Vary", "X-Content-Type-Options",
    };

    /// <summary>Anybody can be told that of any address, and no client is made for it.</summary>
    private static readonly HashSet<int> Everywhere = [400, 404, 405, 408, 411, 413, 414, 415, 499];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var description = Described.Value;
        if (description.Find(request) is { } operation)
        {
            var name = $"{(string)operation["operationId"]!} {(int)answer.StatusCode}";
            if (operation["responses"]![((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)] is not { } described)
            {
                Assert.True(Everywhere.Contains((int)answer.StatusCode), $"{name} is not described.");
                return answer;
            }

            var headers = (described["headers"]?.AsObject() ?? []).Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var undescribed = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Where(header => !Common.Contains(header) && !headers.Contains(header));
            Assert.True(!undescribed.Any(), $"{name} has {string.Join(", ", undescribed)}, which is not described.");
            await CheckBodyAsync(name, described["content"], answer.Content, cancellationToken);
        }

        return answer;
    }

    private static async Task CheckBodyAsync(string name, JsonNode? contents, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentEncoding.Count > 0)
        {
            return;
        }

        if (content.Headers.ContentType?.MediaType is not { } type)
        {
            Assert.True(contents is null, $"{name} has no content, but one is described.");
            return;
        }

        Assert.True(contents?[type] is not null, $"{name} is {type}, which is not described.");
        if (contents![type]!["schema"]?["$ref"] is not JsonValue reference || !type.EndsWith("json", StringComparison.Ordinal))
        {
            return;
        }

        await content.LoadIntoBufferAsync(cancellationToken);
        using var body = JsonDocument.Parse(await content.ReadAsStringAsync(cancellationToken));
        var faults = Described.Value.Faults((string)reference!, body.RootElement);
        Assert.True(faults.Count == 0, $"{name} is not as described: {string.Join("; ", faults)}\n{body.RootElement}");
    }

    /// <summary>What docs/openapi.json says.</summary>
    private sealed class Description
    {
        private static readonly Uri Root = new("https://description.example/api");

        private readonly List<(string Method, Regex Path, JsonNode Operation)> _operations = [];
        private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);
        private readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

        public static Description Read()
        {
            // In a schema of its own the components are definitions.
            var document = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "openapi.json")).Replace("#/components/schemas/", $"{Root}#/$defs/", StringComparison.Ordinal))!;
            var description = new Description();
            foreach (var (path, operations) in document["paths"]!.AsObject())
            {
                var pattern = new Regex($"^{Parts().Replace(path, "[^/]+")}$", RegexOptions.CultureInvariant);
                description._operations.AddRange(operations!.AsObject().Select(operation => (operation.Key.ToUpperInvariant(), pattern, operation.Value!)));
            }

            var build = new BuildOptions { SchemaRegistry = new() };
            _ = JsonSchema.FromText(new JsonObject { ["$id"] = Root.ToString(), ["$defs"] = document["components"]!["schemas"]!.DeepClone() }.ToJsonString(), build);
            foreach (var (name, _) in document["components"]!["schemas"]!.AsObject())
            {
                var reference = $"{Root}#/$defs/{name}";
                description._schemas[reference] = JsonSchema.FromText(new JsonObject { ["$ref"] = reference }.ToJsonString(), build, new Uri($"{Root}/{name}"));
            }

            return description;
        }

        public JsonNode? Find(HttpRequestMessage request) => _operations
            .FirstOrDefault(one => one.Method == request.Method.Method && one.Path.IsMatch(request.RequestUri!.AbsolutePath)).Operation;

        public IReadOnlyList<string> Faults(string schema, JsonElement body)
        {
            lock (_schemas)
            {
                var result = _schemas[schema].Evaluate(body, _options);
                return result.IsValid ? [] : [.. (result.Details ?? []).Where(one => one.Errors is not null).SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation} {error.Value}"))];
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parts();
}

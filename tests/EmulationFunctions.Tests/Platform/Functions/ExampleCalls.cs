using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>Calls operations with the examples of the description, as they stand there.</summary>
internal class ExampleCalls(JsonNode document)
{
    private readonly Dictionary<string, (string Path, HttpMethod Method, JsonNode Operation)> _operations = document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, Method: new HttpMethod(operation.Key.ToUpperInvariant()), Operation: operation.Value!)))
        .ToDictionary(one => (string)one.Operation["operationId"]!, StringComparer.Ordinal);

    private readonly HashSet<string> _called = [];

    /// <summary>With the examples of the committed description.</summary>
    public static async Task<JsonNode> DescriptionAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "openapi.json"), TestContext.Current.CancellationToken))!;

    /// <summary>Operations that have not been called.</summary>
    public IEnumerable<string> Left => _operations.Keys.Except(_called).Order(StringComparer.Ordinal);

    public IEnumerable<string> LeftToRead => Left.Where(IsRead);

    public bool IsRead(string name) => _operations[name].Method == HttpMethod.Get;

    /// <summary>Calls it; it must not be refused. What the system made itself, such as the id of a file, stands instead of its example.</summary>
    /// <returns>The answer's ETag, and its content.</returns>
    public async Task<(string Tag, byte[] Content)> DoneAsync(
        HttpClient caller, string name, string? tag = null, HttpContent? file = null, params (string Name, string Value)[] instead)
    {
        using var answer = await SendAsync(caller, name, tag, file, instead);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{name}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(content)}");
        return (answer.Headers.ETag?.Tag ?? "", content);
    }

    public virtual Task<HttpResponseMessage> SendAsync(HttpClient caller, string name, string? tag = null, HttpContent? file = null, params (string Name, string Value)[] instead)
    {
        _called.Add(name);
        return AskAsync(caller, name, tag, file, instead);
    }

    /// <summary>Sends it and counts it for nothing.</summary>
    protected async Task<HttpResponseMessage> AskAsync(HttpClient caller, string name, string? tag, HttpContent? file, (string Name, string Value)[] instead)
    {
        var (address, method, operation) = _operations[name];
        var query = new List<string>();
        using var request = new HttpRequestMessage { Method = method };
        foreach (var parameter in (operation["parameters"]?.AsArray() ?? []).Select(one => one!.AsObject()))
        {
            var known = (string)parameter["name"]!;
            var value = instead.FirstOrDefault(one => one.Name == known).Value ?? (parameter["example"] is { } example ? example.ToString() : null);
            switch ((string)parameter["in"]!)
            {
                case "path":
                    address = address.Replace($"{{{known}}}", Uri.EscapeDataString(value!), StringComparison.Ordinal);
                    break;
                case "query" when value is not null:
                    query.Add($"{known}={Uri.EscapeDataString(value is "True" ? "true" : value)}");
                    break;
                case "header" when known != "If-Match" && value is not null:
                    request.Headers.Add(known, value);
                    break;
            }
        }

        request.RequestUri = new(query.Count == 0 ? address : $"{address}?{string.Join('&', query)}", UriKind.Relative);
        request.Content = operation["requestBody"]?["content"]?["application/json"]?["example"] is { } body ? EmulationApp.Json(body) : file;
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(tag));
        }

        return await caller.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

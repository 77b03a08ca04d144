using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Emulators;

/// <summary>
/// Does to a deployment package what the Functions host does: reads host.json and the manifests, starts the program on a port of
/// its choice, waits until <c>GET /</c> answers, calls timers by their names, passes requests on to the first route that
/// matches, and ends the program by killing it.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly ProgramProcess _program;
    private readonly SortedDictionary<string, JsonObject> _functions;

    private FunctionsHost(ProgramProcess program, SortedDictionary<string, JsonObject> functions) => (_program, _functions) = (program, functions);

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime => _program.StartTime;

    public Process Process => _program.Process;

    /// <summary>The functions' names, in the order in which the host tries their routes.</summary>
    public IReadOnlyCollection<string> Functions => _functions.Keys;

    /// <summary>What the program has written so far.</summary>
    public IReadOnlyList<string> Lines => _program.Lines;

    /// <param name="package">The published folder.</param>
    /// <param name="settings">App settings, as environment variables (<c>Storage__TableServiceUri</c>).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The program ended before it answered; the message has what it wrote.</exception>
    public static async Task<FunctionsHost> StartAsync(string package, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(package, "host.json"), cancellationToken))!;
        var executable = Path.Combine(package, (string)host["customHandler"]!["description"]!["defaultExecutablePath"]!);
        if (OperatingSystem.IsWindows())
        {
            executable += ".exe";
        }

        var program = await ProgramProcess.StartAsync(
            executable,
            package,
            port => new Dictionary<string, string>(settings)
            {
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
                ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString(),
                ["FUNCTIONS_APP_ROOT_PATH"] = package,
            },
            cancellationToken);
        return new(program, Read(package));
    }

    /// <summary>What the program answers to a timer's call.</summary>
    public Task<HttpResponseMessage> TickAsync(string timer, CancellationToken cancellationToken) =>
        _program.Client.SendAsync(TimerCall(timer), cancellationToken);

    /// <summary>What somebody from outside gets who asks for a timer's path, should a route ever let it through.</summary>
    public Task<HttpResponseMessage> TickFromOutsideAsync(string timer, CancellationToken cancellationToken)
    {
        var call = TimerCall(timer);
        call.Headers.Add("X-ARR-LOG-ID", Guid.NewGuid().ToString());
        return _program.Client.SendAsync(call, cancellationToken);
    }

    /// <summary>Passes a request on as the host's proxy does, or answers 404 when no function has such a route.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.OriginalString.Split('?')[0].Trim('/');
        if (!_functions.Values.Any(function => Matches(function, request.Method.Method, path)))
        {
            return new(HttpStatusCode.NotFound);
        }

        request.Headers.Add("X-ARR-LOG-ID", Guid.NewGuid().ToString());
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7:51423");
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1052.200");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return await _program.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>The host asks nobody: it kills.</summary>
    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static HttpRequestMessage TimerCall(string timer)
    {
        // Chunked, with more in it than anybody needs, as the host sends it.
        var body = JsonContent.Create(new JsonObject
        {
            ["Data"] = new JsonObject
            {
                ["timer"] = new JsonObject
                {
                    ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                    ["ScheduleStatus"] = null,
                    ["IsPastDue"] = true,
                },
            },
            ["Metadata"] = new JsonObject { ["sys"] = new JsonObject { ["MethodName"] = timer } },
        });
        var call = new HttpRequestMessage(HttpMethod.Post, timer) { Content = body };
        call.Headers.TransferEncodingChunked = true;
        call.Headers.Add("X-Azure-Functions-HostVersion", "4.1052.200");
        call.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return call;
    }

    private static SortedDictionary<string, JsonObject> Read(string package)
    {
        var functions = new SortedDictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in Directory.EnumerateDirectories(package))
        {
            var manifest = Path.Combine(folder, "function.json");
            if (File.Exists(manifest))
            {
                functions.Add(Path.GetFileName(folder), JsonNode.Parse(File.ReadAllText(manifest))!["bindings"]![0]!.AsObject());
            }
        }

        return functions;
    }

    private static bool Matches(JsonObject function, string method, string path)
    {
        if ((string?)function["type"] != "httpTrigger" || !function["methods"]!.AsArray().Any(allowed => string.Equals((string?)allowed, method, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var (route, segments) = (((string)function["route"]!).Split('/'), path.Split('/'));
        return route.Length == segments.Length
            && route.Zip(segments).All(pair => pair.First.StartsWith('{') || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}

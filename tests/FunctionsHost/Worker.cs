using System.Diagnostics;
using System.Net;
using System.Text.Json;
using EmulationFunctions.StandIn.Rpc;

namespace EmulationFunctions.StandIn;

/// <summary>A worker that was greeted and has loaded its functions.</summary>
internal sealed class Worker : IDisposable
{
    private readonly WorkerConnection _connection;

    private Worker(WorkerConnection connection, Uri address, IReadOnlyList<Function> functions, Routes routes) =>
        (_connection, Address, Functions, Routes) = (connection, address, functions, routes);

    /// <summary>Its own web server.</summary>
    public Uri Address { get; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<Function> Functions { get; }

    public Routes Routes { get; }

    public HttpMessageInvoker Client { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    /// <param name="connection">An opened one.</param>
    /// <param name="folder">Where the worker's files lie.</param>
    /// <param name="address">Its own web server, if that is known better than by what the worker says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It could not do what it was told.</exception>
    public static async Task<Worker> GreetAsync(WorkerConnection connection, string folder, Uri? address, CancellationToken cancellationToken)
    {
        var greeted = (await connection.AskAsync(
            new() { WorkerInitRequest = new() { HostVersion = "4.0.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } }, cancellationToken)).WorkerInitResponse;
        Check(greeted.Result, "start");
        var described = (await connection.AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } }, cancellationToken)).FunctionMetadataResponse;
        Check(described.Result, "describe its functions");
        await Task.WhenAll(described.FunctionMetadataResults.Select(async function =>
        {
            var loaded = await connection.AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } }, cancellationToken);
            Check(loaded.FunctionLoadResponse.Result, $"load {function.Name}");
        }));
        List<Function> functions = [.. described.FunctionMetadataResults.Select(Function.From).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];
        return new(connection, address ?? new(greeted.Capabilities["HttpUri"]), functions, new(functions, Routes.Prefix(folder)));
    }

    public void Dispose() => Client.Dispose();

    /// <summary>Runs the function behind a request that is on its way to the worker's web server.</summary>
    public async Task<bool> InvokeAsync(string id, Function function, IReadOnlyDictionary<string, TypedData> metadata, string? trace, CancellationToken cancellationToken)
    {
        var request = Request(id, function, new() { Http = new() });
        request.TraceContext.TraceParent = trace ?? request.TraceContext.TraceParent;
        foreach (var (name, value) in metadata)
        {
            request.TriggerMetadata[name] = value;
        }

        return (await _connection.InvokeAsync(request, cancellationToken)).Status == StatusResult.Types.Status.Success;
    }

    /// <exception cref="InvalidOperationException">It failed.</exception>
    /// <exception cref="IOException">The worker has gone.</exception>
    public async Task RunTimerAsync(Function timer, bool isPastDue, CancellationToken cancellationToken)
    {
        var info = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = (object?)null, IsPastDue = isPastDue });
        Check(await _connection.InvokeAsync(Request(Guid.NewGuid().ToString(), timer, new() { Json = info }), cancellationToken), $"run {timer.Name}");
    }

    private static InvocationRequest Request(string id, Function function, TypedData input) => new()
    {
        InvocationId = id,
        FunctionId = function.Id,
        InputData = { new ParameterBinding { Name = function.Parameter, Data = input } },
        TraceContext = new() { TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00" },
    };

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}: {result.Exception?.Message}\n{result.Exception?.StackTrace}");
        }
    }
}

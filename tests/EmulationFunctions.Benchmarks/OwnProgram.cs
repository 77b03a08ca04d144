using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using EmulationFunctions.Emulators;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Benchmarks;

/// <summary>The program inside this process, asked by one thread that waits: so what it allocates and how often it calls storage can be counted.</summary>
internal sealed class OwnProgram : IDisposable
{
    private readonly HttpClient _client;
    private readonly int _storagePort;

    private OwnProgram(HttpClient client, int storagePort) => (_client, _storagePort) = (client, storagePort);

    /// <summary>Of the last answer.</summary>
    public EntityTagHeaderValue? LastTag { get; private set; }

    /// <summary>It stays until this process ends: nobody asks it anything any more.</summary>
    public static async Task<OwnProgram> StartAsync(Azurite azurite, string instance, CancellationToken cancellationToken)
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        string[] arguments =
        [
            .. Target.Settings(azurite.ConnectionString, instance).Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
            $"--FUNCTIONS_CUSTOMHANDLER_PORT={port}",
            "--Logging:Console:LogLevel:Default=None",
        ];
        new Thread(() => typeof(StoredTables).Assembly.EntryPoint!.Invoke(null, [arguments])) { IsBackground = true }.Start();
        var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
                return new(client, azurite.TableServiceUri.Port);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _client.SendAsync(request, cancellationToken);

    /// <summary>How often it calls storage for one request.</summary>
    public int CountCalls(Func<HttpRequestMessage> request)
    {
        var calls = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "server.port" && value is int port && port == _storagePort)
                {
                    Interlocked.Increment(ref calls);
                }
            }
        });
        listener.Start();
        Send(request());
        return calls;
    }

    /// <summary>Bytes that it allocates for a request, on average; as many before, which warm it up, do not count.</summary>
    public double Allocated(Func<HttpRequestMessage> request, int count)
    {
        for (var warming = 0; warming < count; warming++)
        {
            Send(request());
        }

        // What this thread allocates is the client's.
        var (all, own) = (GC.GetTotalAllocatedBytes(precise: true), GC.GetAllocatedBytesForCurrentThread());
        for (var measured = 0; measured < count; measured++)
        {
            Send(request());
        }

        own = GC.GetAllocatedBytesForCurrentThread() - own;
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - all - own) / count;
    }

    private void Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = _client.Send(request))
        {
            LastTag = response.IsSuccessStatusCode
                ? response.Headers.ETag
                : throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered {(int)response.StatusCode}.");
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using EmulationFunctions.Emulators;
using EmulationFunctions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The program inside this process, asked by one thread that waits: so what it allocates and how often it calls storage can be counted.
/// What the stand-in host allocates is in it too, some tens of KiB a request.
/// </summary>
internal sealed class OwnProgram : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly int _storagePort;

    private readonly ProgramInProcess _program;

    private OwnProgram(ProgramInProcess program, int storagePort)
    {
        (_program, _storagePort) = (program, storagePort);
        _client = new HttpClient { BaseAddress = program.Host.Address };
    }

    public Uri Address => _program.Host.Address;

    /// <summary>Of the last answer.</summary>
    public EntityTagHeaderValue? LastTag { get; private set; }

    /// <param name="others">Settings beside those that every benchmark needs.</param>
    /// <param name="replace">Puts other services in the place of the program's.</param>
    public static async Task<OwnProgram> StartAsync(
        Azurite azurite, string instance, IEnumerable<KeyValuePair<string, string?>>? others = null, Action<IServiceCollection>? replace = null)
    {
        var settings = Target.Settings(azurite.ConnectionString, instance).Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value));
        var program = await ProgramInProcess.StartAsync(settings.Concat(others ?? []).GroupBy(setting => setting.Key).Select(same => same.Last()), replace ?? (_ => { }));
        return new(program, azurite.TableServiceUri.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
    }

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

    /// <summary>Bytes that it allocates for a request, on average of as many, the middle of three turns; as many before, which warm it up, do not count.</summary>
    public double Allocated(Func<HttpRequestMessage> request, int count)
    {
        for (var warming = 0; warming < count; warming++)
        {
            Send(request());
        }

        // Once in many runs the runtime's own sum jumps by gigabytes: the middle of three does not.
        var turns = new Turns();
        for (var turn = 0; turn < 3; turn++)
        {
            // What this thread allocates is the client's.
            var (all, own) = (GC.GetTotalAllocatedBytes(precise: true), GC.GetAllocatedBytesForCurrentThread());
            for (var measured = 0; measured < count; measured++)
            {
                Send(request());
            }

            own = GC.GetAllocatedBytesForCurrentThread() - own;
            turns.Add((double)(GC.GetTotalAllocatedBytes(precise: true) - all - own) / count);
        }

        return turns.Median;
    }

    /// <summary>Processor time of the whole process and bytes it allocates for a request, on average; the stand-in host is in both, the client in the first.</summary>
    public (double Milliseconds, double Bytes) Cost(Func<HttpRequestMessage> request, int count)
    {
        // What somebody else left behind is not this one's.
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (time, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true) - GC.GetAllocatedBytesForCurrentThread());
        for (var measured = 0; measured < count; measured++)
        {
            Send(request());
        }

        process.Refresh();
        return ((process.TotalProcessorTime - time).TotalMilliseconds / count, (double)(GC.GetTotalAllocatedBytes(precise: true) - GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
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

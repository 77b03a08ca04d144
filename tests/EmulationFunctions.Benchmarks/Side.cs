using System.Diagnostics;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>One of the programs that are compared, with a storage emulator of its own and a probe in it.</summary>
internal sealed class Side : IAsyncDisposable
{
    /// <summary>Milliseconds: what goes out together comes within.</summary>
    private const int Meeting = 60;

    private const int MostAsked = 5;

    private readonly IAsyncDisposable _program;
    private readonly LocalIssuer _issuer;
    private readonly Probe _probe;

    private Side(IAsyncDisposable program, Process process, Api api, Azurite azurite, LocalIssuer issuer, Probe probe) =>
        (_program, Process, Api, Azurite, _issuer, _probe) = (program, process, api, azurite, issuer, probe);

    public Process Process { get; }

    public Api Api { get; }

    public Azurite Azurite { get; }

    /// <param name="package">Of an isolated worker, or of the custom handler that the program was.</param>
    /// <param name="others">Settings beside the usual.</param>
    public static async Task<Side> StartAsync(string package, CancellationToken cancellationToken, IEnumerable<KeyValuePair<string, string?>>? others = null)
    {
        var azurite = await Emulator.StartAsync(cancellationToken);
        var issuer = await LocalIssuer.StartAsync(Target.Tenant, Target.Client, TimeProvider.System, keyFile: null, port: 0, cancellationToken);
        var probe = new Probe();
        try
        {
            var settings = Target.Settings(azurite.ConnectionString, issuer.Instance.ToString()).Concat(probe.Settings).Concat(others ?? []).ToDictionary();
            if (File.Exists(Path.Combine(package, "worker.config.json")))
            {
                var worker = await Target.StartAsync(package, settings, cancellationToken);
                await UntilListeningAsync(worker, cancellationToken);
                return new(worker, worker.Process, new(issuer, worker.SendAsync), azurite, issuer, probe);
            }

            var handler = await BeforeProgram.StartAsync(package, settings, cancellationToken);
            return new(handler, handler.Process, new(issuer, handler.SendAsync), azurite, issuer, probe);
        }
        catch
        {
            probe.Dispose();
            await issuer.DisposeAsync();
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls of storage, bytes and processor time (ms) of the program for each of some requests, one after the other.</summary>
    public async Task<Cost> CostAsync(Func<CancellationToken, Task> request, int count, CancellationToken cancellationToken)
    {
        // The runtime's sum of bytes has been seen to fall, where several heaps are collected at once.
        Cost cost;
        for (var tried = 0; (cost = await MeasuredAsync(request, count, cancellationToken)).Bytes <= 0 && tried < MostAsked; tried++)
        {
        }

        return cost;
    }

    private async Task<Cost> MeasuredAsync(Func<CancellationToken, Task> request, int count, CancellationToken cancellationToken)
    {
        var (calls, _) = await Azurite.CountAsync(delay: 0, cancellationToken);
        var (bytes, processor) = await _probe.ReadAsync(cancellationToken);
        for (var done = 0; done < count; done++)
        {
            await request(cancellationToken);
        }

        var (bytesThen, processorThen) = await _probe.ReadAsync(cancellationToken);
        var (callsThen, _) = await Azurite.CountAsync(delay: 0, cancellationToken);
        return new((double)(callsThen - calls) / count, (double)(bytesThen - bytes) / count, (processorThen - processor).TotalMilliseconds / count);
    }

    /// <summary>How often the program waits for storage in a request, on average: calls that go out together are one round.</summary>
    public async Task<double> RoundsAsync(Func<CancellationToken, Task> request, int count, CancellationToken cancellationToken)
    {
        var (_, rounds) = await Azurite.CountAsync(Meeting, cancellationToken);
        for (var done = 0; done < count; done++)
        {
            await request(cancellationToken);
        }

        var (_, roundsThen) = await Azurite.CountAsync(delay: 0, cancellationToken);
        return (double)(roundsThen - rounds) / count;
    }

    /// <summary>On a busy machine the worker's web server listens later than the stand-in waits for it.</summary>
    private static async Task UntilListeningAsync(Target worker, CancellationToken cancellationToken)
    {
        for (var asked = 1; ; asked++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
                using var response = await worker.SendAsync(request, cancellationToken);
                return;
            }
            catch (HttpRequestException) when (asked < MostAsked)
            {
                // The stand-in has waited some seconds.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _probe.Dispose();
        await _issuer.DisposeAsync();
        await Azurite.DisposeAsync();
    }
}

/// <summary>Of one request.</summary>
/// <param name="Processor">ms.</param>
internal sealed record Cost(double Calls, double Bytes, double Processor);

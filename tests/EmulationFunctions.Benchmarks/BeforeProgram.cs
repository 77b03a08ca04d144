using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The program as it was before it became an isolated worker: a custom handler. The host told it a port and passed requests on as they came,
/// with a few headers of its own; so does this. Its timers are not run.
/// </summary>
internal sealed class BeforeProgram : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;

    private BeforeProgram(Process process, int port)
    {
        Process = process;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new($"http://127.0.0.1:{port}/"),
            Timeout = TimeSpan.FromMinutes(4),
        };
    }

    public Process Process { get; }

    /// <exception cref="InvalidOperationException">It ended before it answered.</exception>
    public static async Task<BeforeProgram> StartAsync(string package, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(package, "EmulationFunctions.dll")]) { WorkingDirectory = package, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = package;
        var program = new BeforeProgram(Process.Start(start)!, port);
        program.Process.BeginOutputReadLine();
        try
        {
            await program.UntilReadyAsync(cancellationToken);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-ARR-LOG-ID", Guid.NewGuid().ToString());
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7:51423");
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1052.200");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return _client.SendAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (true)
        {
            try
            {
                using var response = await _client.GetAsync(new Uri("/", UriKind.Relative), limit.Token);
                return;
            }
            catch (HttpRequestException exception)
            {
                if (Process.HasExited)
                {
                    throw new InvalidOperationException($"The program ended with {Process.ExitCode}.", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmulationFunctions.Emulators;

/// <summary>The program, started as a process of its own on a free port of this machine.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private readonly List<string> _lines;

    private ProgramProcess(Process process, HttpClient client, List<string> lines, TimeSpan startTime) =>
        (Process, Client, _lines, StartTime) = (process, client, lines, startTime);

    public Process Process { get; }

    /// <summary>Speaks to it.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>What it has written so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <param name="executable">The program's file, without the ending that Windows wants.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="settings">Its environment, given the port it is to listen on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">It ended before it answered; the message has what it wrote.</exception>
    public static async Task<ProgramProcess> StartAsync(
        string executable, string folder, Func<int, IReadOnlyDictionary<string, string>> settings, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var process = new Process
        {
            StartInfo = new(OperatingSystem.IsWindows() ? executable + ".exe" : executable)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in settings(port))
        {
            process.StartInfo.Environment[name] = value;
        }

        var lines = new List<string>();
        process.OutputDataReceived += (_, line) => Take(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Take(lines, line.Data);
        var started = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            BaseAddress = new($"http://127.0.0.1:{port}/"),
            Timeout = TimeSpan.FromMinutes(4),
        };
        await UntilReadyAsync(process, client, lines, cancellationToken);
        return new(process, client, lines, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>As the Functions host ends it: without asking. Every write of it is safe at any instant.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private static async Task UntilReadyAsync(Process process, HttpClient client, List<string> lines, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/", UriKind.Relative), limit.Token);
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
            }
            catch (HttpRequestException exception)
            {
                await process.WaitForExitAsync(limit.Token);
                lock (lines)
                {
                    throw new InvalidOperationException($"The program ended with {process.ExitCode}: {string.Join('\n', lines)}", exception);
                }
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Take(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }
}

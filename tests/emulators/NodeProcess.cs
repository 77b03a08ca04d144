using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EmulationFunctions.Emulators;

/// <summary>
/// An emulator that runs in Node. It ends when its standard input is closed, which also happens when this process is killed,
/// and then saves what it holds (<c>attached.cjs</c>); <see cref="Process.Kill()"/> would lose up to five seconds of writes.
/// </summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(ProcessStartInfo start, Func<IReadOnlyList<string>, bool> isReady)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data, isReady);
        _process.ErrorDataReceived += (_, line) => Take(line.Data, isReady);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"{start.ArgumentList[2]} ended before it was ready: {Output()}"));
    }

    /// <param name="script">Below node_modules.</param>
    /// <param name="arguments">The script's.</param>
    /// <param name="environment">Variables beside our own.</param>
    /// <param name="isReady">Told every line so far.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<NodeProcess> StartAsync(
        string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Func<IReadOnlyList<string>, bool> isReady, CancellationToken cancellationToken)
    {
        await Npm.EnsureInstalledAsync(progress: null, cancellationToken);

        var start = new ProcessStartInfo("node", ["--require", Path.Combine(Npm.Folder, "attached.cjs"), Path.Combine(Npm.Folder, "node_modules", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = new NodeProcess(start, isReady);

        try
        {
            started._process.Start();
            started._process.BeginOutputReadLine();
            started._process.BeginErrorReadLine();
            await started._ready.Task.WaitAsync(StartLimit, cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The ports it listens on, in the order it opened them.</summary>
    /// <param name="lines">What it wrote.</param>
    /// <param name="kind">http or tcp.</param>
    public static IReadOnlyList<int> Ports(IReadOnlyList<string> lines, string kind) =>
        [.. lines.Where(line => line.StartsWith($"listening {kind} ", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[2], null))];

    /// <summary>The port wanted if it is free, else 0: the system then chooses one.</summary>
    public static int FreeOrAny(int wanted)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return wanted;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    /// <summary>A port that can be told to others before somebody listens there.</summary>
    /// <param name="wanted">0: any.</param>
    public static int Free(int wanted)
    {
        if (wanted != 0)
        {
            return wanted;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public IReadOnlyList<string> Lines()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var limit = new CancellationTokenSource(EndLimit);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }

        _process.Dispose();
    }

    private void Take(string? line, Func<IReadOnlyList<string>, bool> isReady)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);

            if (!_ready.Task.IsCompleted && isReady(_lines))
            {
                _ready.TrySetResult();
            }
        }
    }

    private string Output() => string.Join(Environment.NewLine, Lines());
}

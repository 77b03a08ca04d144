using System.Diagnostics;
using System.Globalization;
using EmulationFunctions.StandIn.Rpc;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.StandIn;

/// <summary>
/// Stands in for the Functions host on one machine: a worker connects to it and says which functions it has; requests and timers
/// reach them through it. Everything listens on 127.0.0.1 only. Where users would notice, it behaves as the host was seen to.
/// <list type="bullet">
/// <item>A worker in the same process: <see cref="OpenAsync"/>, start it with <see cref="WorkerSettings"/>, then <see cref="ServeAsync"/>.</item>
/// <item>A built or published one: <see cref="StartAsync"/>. When its process dies it is started again, while requests wait.</item>
/// </list>
/// </summary>
public sealed class StandInHost : IAsyncDisposable
{
    private static readonly TimeSpan DeathsCountFor = TimeSpan.FromMinutes(30);

    private readonly string _folder;
    private readonly StandInOptions _options;
    private readonly WorkerListener _listener;
    private readonly Front _front;
    private readonly Timers _timers;
    private readonly List<string> _lines = [];
    private readonly Queue<long> _deaths = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string _workerId = "";
    private WorkerConnection _connection = null!;
    private WorkerProcess? _process;
    private volatile TaskCompletionSource<Worker> _worker = Waiting();
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    private StandInHost(string folder, StandInOptions options, WorkerListener listener)
    {
        (_folder, _options, _listener) = (Path.GetFullPath(folder), options, listener);
        _timers = new(options.Clock, options.TimersFile, TryRunTimerAsync);
        _front = new(options.Port, options.Clock, () => _worker.Task, StartTimer);
        Expect();
    }

    /// <summary>Where requests are sent to.</summary>
    public Uri Address => _front.Address;

    /// <summary>What the worker has, in the order in which their routes are tried.</summary>
    public IReadOnlyList<Function> Functions { get; private set; } = [];

    /// <summary>The settings that a worker gets on its command line, for one in this process.</summary>
    public IReadOnlyDictionary<string, string?> WorkerSettings => new Dictionary<string, string?>
    {
        ["Functions:Worker:HostEndpoint"] = _listener.Address.ToString(),
        ["Functions:Worker:WorkerId"] = _workerId,
        ["Functions:Worker:RequestId"] = _workerId,
        ["Functions:Worker:GrpcMaxMessageLength"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The worker's process, where it has one of its own: its id, its memory.</summary>
    public Process? Process => _process?.Process;

    /// <summary>What the worker's process has written so far.</summary>
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

    /// <summary>From the start of the worker's process until its functions were loaded.</summary>
    public TimeSpan LoadTime { get; private set; }

    /// <summary>Since the start of the worker's process: after the first answer, what a start takes.</summary>
    public TimeSpan WorkerAge => _process is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_process.Started);

    /// <summary>Completes when the worker has died too often: requests are refused from then on.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Waits for a worker in this process, which is to be started with <see cref="WorkerSettings"/>.</summary>
    /// <param name="folder">Where host.json lies.</param>
    /// <param name="options">What differs from the usual.</param>
    public static async Task<StandInHost> OpenAsync(string folder, StandInOptions? options = null) => new(folder, options ?? new(), await WorkerListener.Shared);

    /// <summary>Starts the built or published worker in the folder, and serves its functions.</summary>
    /// <exception cref="InvalidOperationException">It did not start; the message has what it wrote.</exception>
    public static async Task<StandInHost> StartAsync(string folder, StandInOptions? options, CancellationToken cancellationToken)
    {
        var host = await OpenAsync(folder, options);
        try
        {
            await host.StartProcessAsync(cancellationToken);
            await host.ListenAsync(cancellationToken);
            host._running = Task.WhenAll(host._running, host.SuperviseAsync());
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Once the worker in this process has been started: greets it, loads its functions, and listens.</summary>
    /// <param name="workerAddress">Its web server, if its port is known better than by what the worker says.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ServeAsync(Uri? workerAddress, CancellationToken cancellationToken)
    {
        await _connection.Opened.WaitAsync(_options.StartLimit, cancellationToken);
        Take(await Worker.GreetAsync(_connection, _folder, workerAddress, cancellationToken));
        await ListenAsync(cancellationToken);
    }

    /// <summary>Runs a timer's function once, whatever its schedule says.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task RunTimerAsync(string name, bool isPastDue = false, CancellationToken cancellationToken = default)
    {
        var timer = Timer(name) ?? throw new ArgumentException($"There is no timer {name}.", nameof(name));
        await (await _worker.Task.WaitAsync(cancellationToken)).RunTimerAsync(timer, isPastDue, cancellationToken);
    }

    /// <summary>Ends in order: no new requests, time for what is under way, then the worker is asked to end, and killed if it does not.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        using var grace = new CancellationTokenSource(_options.Grace);
        await _front.StopAsync(grace.Token);
        _connection.Send(new() { WorkerTerminate = new() { GracePeriod = new() { Seconds = (long)_options.Grace.TotalSeconds } } });
        if (_process is not null)
        {
            using var last = new CancellationTokenSource(_options.Grace);
            await _process.Process.WaitForExitAsync(last.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            await _process.KillAsync();
        }
    }

    /// <summary>Ends at once; the worker's process is killed without asking. Every write of it is to be safe at any instant.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        _connection.Close();
        _listener.Forget(_workerId);
        await _running;
        if (_process is not null)
        {
            await _process.KillAsync();
            _process.Dispose();
        }

        await _front.StopAsync(new CancellationToken(canceled: true));
        _front.Dispose();
        if (_worker.Task is { IsCompletedSuccessfully: true, Result: var worker })
        {
            worker.Dispose();
        }
    }

    private static TaskCompletionSource<Worker> Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Function? Timer(string name) => Functions.FirstOrDefault(function => function.Schedule is not null && function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool StartTimer(string name)
    {
        if (Timer(name) is not { } timer)
        {
            return false;
        }

        _ = TryRunTimerAsync(timer, isPastDue: false, _stopping.Token);
        return true;
    }

    private void Expect()
    {
        _workerId = Guid.NewGuid().ToString();
        _connection = _listener.Expect(_workerId, Log);
    }

    private void Take(Worker worker)
    {
        Functions = worker.Functions;
        _worker.SetResult(worker);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _front.StartAsync(cancellationToken);
        if (_options.RunTimers)
        {
            _running = UntilCancelledAsync(_timers.RunAsync(Functions, _stopping.Token));
        }
    }

    private async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        var process = _process = WorkerProcess.Start(_folder, WorkerSettings, _options.Environment, Write);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        limit.CancelAfter(_options.StartLimit);
        try
        {
            if (await Task.WhenAny(_connection.Opened, process.Process.WaitForExitAsync(limit.Token)) != _connection.Opened)
            {
                limit.Token.ThrowIfCancellationRequested();
                throw new IOException("The worker has ended before it connected.");
            }

            var worker = await Worker.GreetAsync(_connection, _folder, null, limit.Token);
            LoadTime = WorkerAge;
            Take(worker);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !_stopping.IsCancellationRequested)
        {
            var running = !process.Process.HasExited;
            await process.KillAsync();
            var what = exception is OperationCanceledException ? $"did not start within {_options.StartLimit.TotalSeconds:0} s"
                : running ? $"could not start: {exception.Message}"
                : $"ended with {process.Process.ExitCode}";
            throw new InvalidOperationException($"The worker {what}:\n{string.Join('\n', Lines)}", exception);
        }
    }

    /// <summary>Starts the worker again whenever it dies, until it has died too often.</summary>
    private async Task SuperviseAsync()
    {
        while (true)
        {
            await Task.WhenAny(_process!.Process.WaitForExitAsync(), _connection.Closed);
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            if (_worker.Task is { IsCompleted: true, Result: var dead })
            {
                _worker = Waiting();
                dead.Dispose();
            }

            _connection.Close();
            await _process.KillAsync();
            Say(LogLevel.Error, $"The worker has died with {_process.Process.ExitCode}.");
            _process.Dispose();
            _deaths.Enqueue(Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(_deaths.Peek()) > DeathsCountFor)
            {
                _deaths.Dequeue();
            }

            if (_deaths.Count >= _options.MostDeaths)
            {
                Say(LogLevel.Critical, $"The worker has died {_deaths.Count} times within half an hour: no more requests.");
                _worker.SetException(new InvalidOperationException("The worker has died too often."));
                await _stopping.CancelAsync();

                // Whoever asked while it died is still told so.
                using var grace = new CancellationTokenSource(_options.Grace);
                await _front.StopAsync(grace.Token);
                _ended.SetResult();
                return;
            }

            Expect();
            try
            {
                await StartProcessAsync(CancellationToken.None);
            }
            catch (InvalidOperationException exception)
            {
                Say(LogLevel.Error, exception.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task TryRunTimerAsync(Function timer, bool isPastDue, CancellationToken cancellationToken)
    {
        try
        {
            await RunTimerAsync(timer.Name, isPastDue, cancellationToken);
            Say(LogLevel.Information, $"{timer.Name} ran.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            Say(LogLevel.Error, $"{timer.Name} failed: {exception.Message}");
        }
    }

    private static async Task UntilCancelledAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }
    }

    private void Say(LogLevel level, string message) => _options.Log(new(level, "Host", message));

    private void Log(RpcLog log) => _options.Log(new((LogLevel)log.Level, log.Category, log.Message)
    {
        Exception = log.Exception is { } exception ? $"{exception.Message}\n{exception.StackTrace}" : null,
        EventId = log.EventId is { Length: > 0 } id ? id : null,
        InvocationId = log.InvocationId is { Length: > 0 } invocation ? invocation : null,
    });

    private void Write(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }

        _options.Write(line);
    }
}

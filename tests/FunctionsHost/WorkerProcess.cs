using System.Diagnostics;
using System.Text.Json;

namespace EmulationFunctions.StandIn;

/// <summary>A built or published worker as a process of its own. It does not outlive this one.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private WorkerProcess(Process process)
    {
        Process = process;
        Watch = Watching(process.Id);
        AppDomain.CurrentDomain.ProcessExit += KillNow;
    }

    public Process Process { get; }

    /// <summary>Kills the worker when this process ends without a word (killed itself, say): the pipe to it is closed then.</summary>
    public Process? Watch { get; }

    public long Started { get; } = Stopwatch.GetTimestamp();

    /// <summary>Starts what worker.config.json in the folder names, as the host does.</summary>
    public static WorkerProcess Start(string folder, IReadOnlyDictionary<string, string?> workerSettings, IReadOnlyDictionary<string, string?> environment, Action<string> write)
    {
        var description = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, "worker.config.json"))).GetProperty("description");
        var address = new Uri(workerSettings["Functions:Worker:HostEndpoint"]!);
        var (worker, request, length) = (workerSettings["Functions:Worker:WorkerId"]!, workerSettings["Functions:Worker:RequestId"]!, workerSettings["Functions:Worker:GrpcMaxMessageLength"]!);
        var start = new ProcessStartInfo(description.GetProperty("defaultExecutablePath").GetString()!)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
        [
            Path.Combine(folder, description.GetProperty("defaultWorkerPath").GetString()!),
            "--host", address.Host, "--port", $"{address.Port}", "--workerId", worker, "--requestId", request, "--grpcMaxMessageLength", length,
            "--functions-uri", $"{address}", "--functions-worker-id", worker, "--functions-request-id", request, "--functions-grpc-max-message-length", length,
        ])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);

        void Write(string? line)
        {
            if (line is not null)
            {
                write(line);
            }
        }
    }

    /// <summary>Without asking, as the host does.</summary>
    public async Task KillAsync()
    {
        KillNow(this, EventArgs.Empty);
        await Process.WaitForExitAsync();
    }

    /// <summary>The process has ended by then.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillNow;
        if (Watch is not null)
        {
            Tell(Watch);
            Watch.Dispose();
        }
    }

    private void KillNow(object? sender, EventArgs arguments)
    {
        try
        {
            Process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private static Process? Watching(int worker) => OperatingSystem.IsWindows()
        ? null
        : Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "trap '' INT TERM HUP; read -r done || kill -9 \"$0\"", $"{worker}"]) { RedirectStandardInput = true });

    private static void Tell(Process watch)
    {
        try
        {
            watch.StandardInput.WriteLine("done");
            watch.StandardInput.Close();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It has gone, or was told before.
        }
    }
}

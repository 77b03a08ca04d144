using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using EmulationFunctions.Benchmarks;

/// <summary>
/// Called in a measured program before its own code (DOTNET_STARTUP_HOOKS names this assembly, so the type has this name and no namespace):
/// answers each byte with what the program has allocated and the processor time it took so far, and ends the program with whoever measures it.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Probe.Setting), out var port))
        {
            new Thread(() => Answer(port)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(int port)
    {
        using var client = new TcpClient("127.0.0.1", port);
        var (question, answer) = (new byte[1], new byte[16]);
        try
        {
            while (client.GetStream().Read(question) > 0)
            {
                BinaryPrimitives.WriteInt64LittleEndian(answer, GC.GetTotalAllocatedBytes(precise: true));
                BinaryPrimitives.WriteInt64LittleEndian(answer.AsSpan(8), Environment.CpuUsage.TotalTime.Ticks);
                client.GetStream().Write(answer);
            }
        }
        catch (IOException)
        {
            // Whoever measured was killed.
        }

        Environment.Exit(0);
    }
}

namespace EmulationFunctions.Benchmarks
{
    /// <summary>Asks the <see cref="StartupHook"/> of a program.</summary>
    internal sealed class Probe : IDisposable
    {
        public const string Setting = "BENCHMARK_PROBE";

        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task<TcpClient> _client;

        public Probe()
        {
            _listener.Start();
            _client = _listener.AcceptTcpClientAsync();
        }

        /// <summary>What the program is to be started with.</summary>
        public Dictionary<string, string?> Settings => new()
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [Setting] = $"{((IPEndPoint)_listener.LocalEndpoint).Port}",
        };

        /// <summary>Bytes allocated and processor time since the program was started.</summary>
        public async Task<(long Bytes, TimeSpan Processor)> ReadAsync(CancellationToken cancellationToken)
        {
            var stream = (await _client.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken)).GetStream();
            var answer = new byte[16];
            await stream.WriteAsync(answer.AsMemory(0, 1), cancellationToken);
            await stream.ReadExactlyAsync(answer, cancellationToken);
            return (BinaryPrimitives.ReadInt64LittleEndian(answer), new(BinaryPrimitives.ReadInt64LittleEndian(answer.AsSpan(8))));
        }

        public void Dispose()
        {
            _listener.Dispose();
            if (_client.IsCompletedSuccessfully)
            {
                _client.Result.Dispose();
            }
        }
    }
}

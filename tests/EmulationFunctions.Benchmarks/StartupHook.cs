using System.IO.Pipes;

/// <summary>
/// Put into a published program by <c>DOTNET_STARTUP_HOOKS</c>, which demands this name in no namespace: tells who asks over a pipe how many bytes the program has allocated since its start.
/// </summary>
internal static class StartupHook
{
    public const string Pipe = "BENCHMARK_PIPE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Pipe) is { } name)
        {
            new Thread(() => Answer(name)) { IsBackground = true }.Start();
        }
    }

    public static NamedPipeClientStream Connect(string name)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut);
        pipe.Connect(TimeSpan.FromSeconds(10));
        return pipe;
    }

    /// <summary>What the program has allocated.</summary>
    public static long Ask(NamedPipeClientStream pipe)
    {
        Span<byte> answer = stackalloc byte[sizeof(long)];
        pipe.WriteByte(0);
        pipe.ReadExactly(answer);
        return BitConverter.ToInt64(answer);
    }

    private static void Answer(string name)
    {
        using var pipe = new NamedPipeServerStream(name);
        pipe.WaitForConnection();
        while (pipe.ReadByte() >= 0)
        {
            pipe.Write(BitConverter.GetBytes(GC.GetTotalAllocatedBytes(precise: true)));
        }
    }
}

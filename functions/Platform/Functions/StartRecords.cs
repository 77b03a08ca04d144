using System.Diagnostics;

namespace EmulationFunctions.Platform.Functions;

/// <summary>One record when the program is ready for requests.</summary>
internal static partial class StartRecords
{
    public static void Write(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(EmulationFunctions));
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
            ProgramStarted(logger, ProgramVersion.Text, (long)(TimeProvider.System.GetUtcNow() - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds));
    }

    [LoggerMessage(LogLevel.Information, "Version {Version} is ready after {Milliseconds} ms.", EventName = "ProgramStarted")]
    private static partial void ProgramStarted(ILogger logger, string version, long milliseconds);
}

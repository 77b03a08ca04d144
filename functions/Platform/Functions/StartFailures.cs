using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// A start that a setting stops ends with the sentence that names the setting, on standard error, and exit code 1: what the platform
/// shows as the reason. Anything else keeps its stack trace.
/// </summary>
internal static class StartFailures
{
    public const int ExitCode = 1;

    public static void SayInOneSentence() => AppDomain.CurrentDomain.UnhandledException += static (_, thrown) =>
    {
        if (thrown.ExceptionObject is SettingException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            Environment.Exit(ExitCode);
        }
    };
}

using System.Diagnostics;

namespace EmulationFunctions.Emulators;

/// <summary>The program published for this machine: the same folder that is deployed, for another operating system.</summary>
public static class DeploymentPackage
{
    /// <param name="configuration">Debug takes what the tests were built with; Release is built for it.</param>
    /// <param name="folder">Where it goes; made anew.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task PublishAsync(string configuration, string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["publish", Path.Combine(RepositoryRoot.Path, "functions", "EmulationFunctions.csproj"), "-c", configuration, "-o", folder, "--no-restore", "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (configuration == "Debug")
        {
            start.ArgumentList.Add("--no-build");
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Publishing failed: {await output}{await error}");
        }
    }
}

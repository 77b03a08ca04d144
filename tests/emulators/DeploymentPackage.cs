using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EmulationFunctions.Emulators;

/// <summary>The program published for this machine: on the system that Azure runs the folder that is deployed; on others the portable one.</summary>
public static class DeploymentPackage
{
    private const string Deployed = "linux-x64";

    /// <param name="folder">Where it goes; made anew.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task PublishAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        // By itself, so that two at once do not install into one folder.
        await PageBuild.EnsureAsync(cancellationToken);

        // Without analyzers: the build has read the same text with them.
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["publish", Path.Combine(RepositoryRoot.Path, "functions", "EmulationFunctions.csproj"), "-c", "Debug", "-o", folder, "--no-restore", "-v", "quiet", "--nologo", "-p:PublishReadyToRun=false", "-p:RunAnalyzers=false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (RuntimeInformation.RuntimeIdentifier == Deployed)
        {
            start.ArgumentList.Add("--runtime");
            start.ArgumentList.Add(Deployed);
            start.ArgumentList.Add("--no-self-contained");
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

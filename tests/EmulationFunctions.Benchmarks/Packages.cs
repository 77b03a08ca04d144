using System.Diagnostics;
using System.Runtime.InteropServices;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>The program and a bare worker, published in the same way: on Linux as for Azure, elsewhere for the own machine.</summary>
internal sealed record Packages(string Program, string Bare)
{
    public static async Task<Packages> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "benchmarks");
        var packages = new Packages(Path.Combine(folder, "program"), Path.Combine(folder, "bare"));
        Console.WriteLine("Publishing both programs …");
        await PublishAsync(RepositoryRoot.Path, "functions", packages.Program, cancellationToken);
        await PublishAsync(RepositoryRoot.Path, Path.Combine("tests", "BareWorker"), packages.Bare, cancellationToken);
        return packages;
    }

    /// <param name="root">Of a repository: whose SDK is asked for there publishes.</param>
    public static async Task PublishAsync(string root, string project, string folder, CancellationToken cancellationToken)
    {
        List<string> arguments = ["publish", project, "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"];
        if (RuntimeInformation.RuntimeIdentifier == "linux-x64")
        {
            arguments.AddRange(["-r", "linux-x64", "--no-self-contained"]);
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Publishing failed: {await output}{await error}");
        }
    }
}

using System.Diagnostics;

namespace EmulationFunctions.Emulators;

/// <summary>The units' page as publishing builds it, beside no program.</summary>
public static class PageBuild
{
    /// <summary>Where it lies once it is built.</summary>
    public static string Folder => Path.Combine(RepositoryRoot.Path, "artifacts", "page");

    /// <summary>Builds it where anything that it is made of has changed; one process at a time.</summary>
    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        using var only = await Npm.LockAsync(cancellationToken);
        using var process = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["msbuild", Path.Combine(RepositoryRoot.Path, "functions", "EmulationFunctions.csproj"), "-t:BuildPage", "-v:quiet", "-nologo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The page could not be built: {await output}{await error}");
        }
    }
}

using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>The storage emulator, taught to look only into the partition that a query names (partitions.cjs): with many rows it is useless otherwise.</summary>
internal static class Emulator
{
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests", "EmulationFunctions.Benchmarks", "partitions.cjs");
        Environment.SetEnvironmentVariable("AZURITE_FOLDER", Path.Combine(RepositoryRoot.Path, "tests", "emulators", "node_modules", "azurite"));
        Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--require \"{script.Replace('\\', '/')}\" --max-old-space-size=8192");
        try
        {
            return await Azurite.StartAsync(location: null, wantsUsualPorts: false, cancellationToken);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NODE_OPTIONS", null);
        }
    }
}

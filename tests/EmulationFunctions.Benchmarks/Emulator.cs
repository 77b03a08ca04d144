using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>The storage emulator, taught to look only into the partition that a query names (partitions.cjs): with many rows it is useless otherwise.</summary>
internal static class Emulator
{
    public static Task<Azurite> StartAsync(CancellationToken cancellationToken) => StartAsync([], cancellationToken);

    /// <param name="scripts">Further scripts of this folder that are loaded before it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Azurite> StartAsync(IEnumerable<string> scripts, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "EmulationFunctions.Benchmarks");
        var loaded = scripts.Prepend("partitions.cjs").Select(script => $"--require \"{Path.Combine(folder, script).Replace('\\', '/')}\"");
        Environment.SetEnvironmentVariable("AZURITE_FOLDER", Path.Combine(RepositoryRoot.Path, "tests", "emulators", "node_modules", "azurite"));
        Environment.SetEnvironmentVariable("NODE_OPTIONS", $"{string.Join(' ', loaded)} --max-old-space-size=8192");
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

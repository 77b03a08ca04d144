using System.Globalization;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// The storage emulator, taught to look only into the partition that a query names (partitions.cjs): with many rows it is useless otherwise;
/// and to count what it is asked (counted.cjs).
/// </summary>
internal static class Emulator
{
    private static readonly HttpClient Client = new();

    public static Task<Azurite> StartAsync(CancellationToken cancellationToken) => StartAsync([], cancellationToken);

    /// <param name="scripts">Further scripts of this folder that are loaded before it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Azurite> StartAsync(IEnumerable<string> scripts, CancellationToken cancellationToken)
    {
        // Before the scripts are asked for, which look into what it installs.
        await Npm.EnsureInstalledAsync(progress: null, cancellationToken);

        var folder = Path.Combine(RepositoryRoot.Path, "tests", "EmulationFunctions.Benchmarks");
        var loaded = scripts.Prepend("counted.cjs").Prepend("partitions.cjs").Select(script => $"--require \"{Path.Combine(folder, script).Replace('\\', '/')}\"");
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

    /// <summary>How often it was called so far, whoever called, and in how many rounds: a call that came while another was open is of its round.</summary>
    /// <param name="delay">Milliseconds that each later call waits, so that what goes out together meets.</param>
    public static async Task<(int Calls, int Rounds)> CountAsync(this Azurite azurite, int delay, CancellationToken cancellationToken)
    {
        var counts = (await Client.GetStringAsync(new Uri(azurite.TableServiceUri, $"/calls?delay={delay}"), cancellationToken)).Split(' ');
        return (int.Parse(counts[0], CultureInfo.InvariantCulture), int.Parse(counts[1], CultureInfo.InvariantCulture));
    }
}

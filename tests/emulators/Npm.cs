using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace EmulationFunctions.Emulators;

/// <summary>Installs the emulators with npm, once for each state of their lock file.</summary>
public static class Npm
{
    private const string NodeIsMissing =
        "The emulators need Node.js 20 or newer with npm: install it from https://nodejs.org and run this again.";

    public static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "emulators");

    /// <param name="progress">Told one sentence when something has to be installed.</param>
    /// <param name="cancellationToken">Ends the wait, and the installation.</param>
    public static async Task EnsureInstalledAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);

        if (IsInstalled())
        {
            return;
        }

        using var only = await LockAsync(cancellationToken);

        // Another process may have done it meanwhile.
        if (IsInstalled())
        {
            return;
        }

        progress?.Invoke("Installing the storage emulator and the mail catcher with npm; this happens once.");

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, output) = await Patience.ForAsync(RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken), "installing", progress);

        if (code != 0)
        {
            throw new InvalidOperationException($"'npm ci' in {Folder} ended with code {code}:{Environment.NewLine}{output}");
        }

        await File.WriteAllTextAsync(Marker, LockHash(), cancellationToken);
    }

    /// <summary>Holds the hash of the lock file that was installed: times of files say little after a checkout.</summary>
    private static string Marker => Path.Combine(Folder, "node_modules", ".installed");

    private static bool IsInstalled() => File.Exists(Marker) && File.ReadAllText(Marker) == LockHash();

    private static string LockHash() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json"))));

    private static async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        var (code, output) = await RunAsync("node", ["--version"], cancellationToken);
        var major = output.Trim().TrimStart('v').Split('.')[0];

        if (code != 0 || !int.TryParse(major, out var version) || version < 20)
        {
            throw new InvalidOperationException(NodeIsMissing);
        }
    }

    /// <summary>Held by one process at a time.</summary>
    internal static async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        // Not in node_modules, which npm removes.
        var artifacts = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "artifacts"));
        var path = Path.Combine(artifacts.FullName, "npm-ci.lock");

        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(NodeIsMissing);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

using System.Diagnostics;
using System.IO.Compression;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>An earlier commit of this repository: its files and its published program, made once and kept.</summary>
/// <param name="Name">Of the folder below artifacts/benchmarks.</param>
/// <param name="Commit">Whole: tags may be missing in a clone.</param>
internal sealed record Earlier(string Name, string Commit)
{
    /// <summary>The last custom handler (tag before-worker).</summary>
    public static Earlier Before { get; } = new("before", "87e9797c28557730e4b41a3172362aa44901fa24");

    /// <summary>The isolated worker, when it was not yet made faster.</summary>
    public static Earlier Worker { get; } = new("worker", "8c1b34595cf55ed5d6fe4020e336dc7d49ab9ba0");

    /// <returns>The folder of the published program.</returns>
    /// <exception cref="InvalidOperationException">The commit is not in the clone, or it does not build.</exception>
    public async Task<string> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "benchmarks", $"{Name}-{Commit[..7]}");
        var (source, package) = (Path.Combine(folder, "source"), Path.Combine(folder, "package"));
        if (Directory.Exists(package))
        {
            return package;
        }

        Console.WriteLine($"Publishing {Name} ({Commit[..7]}): some minutes, once …");
        await ExtractAsync(source, cancellationToken);
        var unfinished = $"{package}.unfinished";
        await Packages.PublishAsync(source, "functions", unfinished, cancellationToken);
        Directory.Move(unfinished, package);
        return package;
    }

    private async Task ExtractAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var parent = Directory.CreateDirectory(Path.GetDirectoryName(folder)!).FullName;
        var archive = Path.Combine(parent, "source.zip");
        using (var git = Process.Start(new ProcessStartInfo("git", ["-C", RepositoryRoot.Path, "archive", "--format=zip", "-o", archive, Commit]))!)
        {
            await git.WaitForExitAsync(cancellationToken);
            if (git.ExitCode != 0)
            {
                throw new InvalidOperationException($"Commit {Commit} is not in this clone: git fetch --unshallow, or fetch it from where it is.");
            }
        }

        await ZipFile.ExtractToDirectoryAsync(archive, folder, cancellationToken);
        File.Delete(archive);
    }
}

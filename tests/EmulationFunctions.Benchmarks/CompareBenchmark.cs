using System.Globalization;

namespace EmulationFunctions.Benchmarks;

/// <summary>
/// This program beside what it was before (<see cref="Earlier"/>), each with an emulator of its own, in turns in one run: storage calls,
/// bytes, processor time, rates and memory against the targets. Calls are counted at the emulator and bytes and processor time are asked
/// of the program itself, so neither stand-in nor client is in them.
/// </summary>
internal static class CompareBenchmark
{
    /// <param name="parts">Which, by name; none are all. <c>quick</c> takes fewer and shorter turns, for trying.</param>
    /// <returns>The exit code: 1 when a target of calls, bytes or processor time was missed.</returns>
    public static async Task<int> RunAsync(Packages packages, string[] parts, CancellationToken cancellationToken)
    {
        var isQuick = parts.Contains("quick");
        var builds = new Builds(await Earlier.Before.PublishAsync(cancellationToken), await Earlier.Worker.PublishAsync(cancellationToken), packages.Program, packages.Bare);
        var pace = isQuick ? new Pace(Turns: 2, TimeSpan.FromSeconds(2), Singles: 10, Blocs: 2) : new Pace(Turns: 5, TimeSpan.FromSeconds(6), Singles: 50, Blocs: 5);
        var all = new (string Name, Func<Task<IReadOnlyList<Row>>> Measure)[]
        {
            ("saves", () => SaveRows.MeasureAsync(builds, pace, leaves: 10, letters: 0, cancellationToken)),
            ("long-saves", () => SaveRows.MeasureAsync(builds, pace, leaves: 200, letters: 200, cancellationToken)),
            ("publication", () => PublicationRows.MeasureAsync(builds, pace, cancellationToken)),
            ("evidence", () => FileRows.MeasureEvidenceAsync(packages, cancellationToken)),
            ("workbooks", () => FileRows.MeasureWorkbooksAsync(cancellationToken)),
            ("growth", () => PublicationRows.MeasureGrowthAsync(packages, isQuick, cancellationToken)),
        };
        var rows = new List<Row>();
        foreach (var (_, measure) in all.Where(part => parts.Contains(part.Name) || !all.Any(other => parts.Contains(other.Name))))
        {
            var measured = await measure();
            Row.Write(measured);
            rows.AddRange(measured);
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Before: {Earlier.Before.Commit[..7]}; memory before: {Earlier.Worker.Commit[..7]}. Rates and memory are medians of {pace.Turns} turns of {pace.Turn.TotalSeconds:0} s, with the least and the most; they do not decide."));
        var isMissed = Row.Write(rows);
        Console.WriteLine(isMissed ? "A target that decides was missed." : "All targets that decide were held.");
        return isMissed ? 1 : 0;
    }
}

/// <summary>Folders of published programs.</summary>
/// <param name="Before">The custom handler.</param>
/// <param name="Worker">The isolated worker as it was at first.</param>
internal sealed record Builds(string Before, string Worker, string Ours, string Bare);

/// <summary>How long is measured.</summary>
/// <param name="Turn">Of a turn of many callers.</param>
/// <param name="Singles">Requests one after the other.</param>
/// <param name="Blocs">Published by each build.</param>
internal sealed record Pace(int Turns, TimeSpan Turn, int Singles, int Blocs);

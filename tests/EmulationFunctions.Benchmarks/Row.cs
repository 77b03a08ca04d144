namespace EmulationFunctions.Benchmarks;

/// <summary>A line of a table of targets.</summary>
/// <param name="Target">In words; null when the figure is only told.</param>
/// <param name="Decides">The exit code: what does not depend on what else the machine does.</param>
internal sealed record Row(string What, string Before, string After, string Ratio, string? Target, bool Held, bool Decides)
{
    /// <summary>A figure without a target.</summary>
    public static Row Told(string what, string before, string after, string ratio) => new(what, before, after, ratio, null, true, false);

    /// <summary>As Markdown.</summary>
    /// <returns>Whether a row that decides was missed.</returns>
    public static bool Write(IReadOnlyList<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine("| what | before | after | ratio | target | | decides |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows)
        {
            var held = row.Target is null ? "told" : row.Held ? "held" : "**MISSED**";
            Console.WriteLine($"| {row.What} | {row.Before} | {row.After} | {row.Ratio} | {row.Target ?? "-"} | {held} | {(row.Decides ? "yes" : "-")} |");
        }

        return rows.Any(row => row is { Decides: true, Held: false });
    }
}

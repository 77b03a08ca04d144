using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>docs/storage-calls.md: how often each function calls storage.</summary>
internal static partial class StorageCallsPage
{
    private const string Introduction = """
        # Calls of storage

        How often the program calls storage for one request. Measured one request at a time on a warmed program that knows already what seldom changes: of two equal reads in a row the second, of a change the one after its caller has read what
        it rests on; a call that is tried again counts once. The last column are marks of what is written on a day: only the first change of a partition on a day makes one, so most requests make none.

        `StorageCallsTests` compares it with the program. When a change is meant, `WRITE_STORAGE_CALLS=1 dotnet run --project tests/EmulationFunctions.Tests -- -class EmulationFunctions.Tests.Platform.Functions.StorageCallsTests` writes it anew.

        """;

    public static string File { get; } = Path.Combine(RepositoryRoot.Path, "docs", "storage-calls.md");

    /// <param name="sections">Their headings, and what was measured under a name.</param>
    public static string Write(params (string Heading, IReadOnlyCollection<KeyValuePair<string, StorageCallCounts>> Counts)[] sections)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var (heading, counts) in sections)
        {
            page.Append("\n## ").Append(heading).Append("\n\n| what | tables | blobs | marks |\n| --- | ---: | ---: | ---: |\n");
            foreach (var (name, (tables, blobs, marks)) in counts)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {tables} | {blobs} | {marks} |\n");
            }
        }

        return page.ToString();
    }

    public static Dictionary<string, StorageCallCounts> Read(string page) =>
        Rows().Matches(page).ToDictionary(row => row.Groups[1].Value, row => new StorageCallCounts(Number(row, 2), Number(row, 3), Number(row, 4)), StringComparer.Ordinal);

    private static int Number(Match row, int group) => int.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}

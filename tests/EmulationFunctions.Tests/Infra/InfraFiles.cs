using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The files that describe Azure, read as text from the working copy.</summary>
internal static partial class InfraFiles
{
    private static readonly string Root = FindRoot();

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Paths below a folder, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> List(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>Bicep without its comments: what Azure sees.</summary>
    public static string ReadCode(string path) => Comment().Replace(Read(path), "");

    /// <summary>The rows of the Markdown table that has the given heading row, cell by cell, without code marks around single words.</summary>
    public static IReadOnlyList<string[]> Table(string path, params string[] heading)
    {
        var lines = Read(path).Split('\n');
        var start = Array.FindIndex(lines, line => Cells(line).SequenceEqual(heading));
        Assert.True(start >= 0, $"{path} has no table with the columns {string.Join(", ", heading)}.");
        return [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    /// <summary>The words between back-ticks in a cell.</summary>
    public static IReadOnlyList<string> Words(string cell) => [.. Word().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "EmulationFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests read the working copy; EmulationFunctions.sln was not found above them.");
    }

    [GeneratedRegex(@"(?m)(^|\s)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Rules.Tests;

/// <summary>A room uses the floors below its own, and of its own floor what is listed here and nothing else (docs/architecture.md).</summary>
public sealed partial class ArrowTests
{
    private static readonly string[] Floors = ["Common", "Platform", "Province", "Year", "Office"];

    /// <summary>Of its own floor a room uses these.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Beside = new Dictionary<string, string[]>
    {
        ["Platform/Storage"] = ["Platform/Settings"],
        ["Platform/Functions"] = ["Platform/Settings", "Platform/Storage"],
        ["Platform/Identity"] = ["Platform/Settings", "Platform/Storage"],
        ["Platform/Files"] = ["Platform/Functions", "Platform/Settings", "Platform/Storage"],
        ["Platform/Documents"] = ["Platform/Files", "Platform/Functions", "Platform/Identity", "Platform/Settings"],
        ["Platform/Mail"] = ["Platform/Functions", "Platform/Settings", "Platform/Storage"],
        ["Platform/Trail"] = ["Platform/Functions", "Platform/Settings", "Platform/Storage"],
        ["Province/Roster"] = ["Province/Rights"],
        ["Province/Calendar"] = ["Province/Rights", "Province/Roster"],
        ["Province/Schemes"] = ["Province/Rights", "Province/Calendar"],
        ["Province/Texts"] = ["Province/Rights"],
        // A rule of an award names the kinds of units that it is for, and the provision of a legal text that it is from.
        ["Province/Awards"] = ["Province/Rights", "Province/Roster", "Province/Texts"],
        ["Province/Decisions"] = ["Province/Awards", "Province/Calendar", "Province/Rights", "Province/Roster", "Province/Texts"],
        ["Year/Reckoning"] = ["Year/Blocs"],
        ["Year/Conditions"] = ["Year/Blocs", "Year/Reckoning"],
        ["Year/Sheets"] = ["Year/Blocs", "Year/Reckoning"],
        ["Year/Evidence"] = ["Year/Blocs", "Year/Reckoning"],
        ["Year/CrossScores"] = ["Year/Blocs", "Year/Reckoning"],
        ["Year/Visits"] = ["Year/Blocs", "Year/Reckoning"],
        ["Year/Standings"] = ["Year/Blocs", "Year/Reckoning"],
        // An appraisal refers to findings, carries out what complaints were upheld for, and shows a unit's points beside what the standings count.
        ["Year/Appraisals"] = ["Year/Blocs", "Year/Reckoning", "Year/Complaints", "Year/Standings", "Year/Visits"],
        // What is published can be objected to no more.
        ["Year/Complaints"] = ["Year/Blocs", "Year/Reckoning", "Year/Standings"],
        ["Year/Plans"] = ["Year/Blocs"],
        ["Year/Attachments"] = ["Year/Blocs"],
        ["Year/Ballots"] = ["Year/Blocs"],
        ["Year/Pacts"] = ["Year/Blocs"],
        ["Year/Movements"] = ["Year/Blocs"],
        ["Year/Meetings"] = ["Year/Blocs"],
        ["Year/Reports"] = ["Year/Blocs"],
        ["Year/Registers"] = ["Year/Blocs"],
        // What is disclosed is a nomination that stands.
        ["Year/Disclosures"] = ["Year/Blocs", "Year/Nominations"],
        // The archive takes the papers that were issued.
        ["Office/Archive"] = ["Office/Papers"],
        // Conditions of an award look at published places, points and classes.
        ["Year/Nominations"] = ["Year/Ballots", "Year/Blocs", "Year/Standings"],
        // A dossier is not sent while the nomination behind it is suspended or withdrawn.
        ["Year/Dossiers"] = ["Year/Blocs", "Year/Nominations"],
        ["Year/Council"] = ["Year/Blocs"],
        // A mail links to the page.
        ["Office/Reminders"] = ["Office/Portal"],
    };

    [Fact]
    public void Every_room_uses_only_what_lies_below_it() => Assert.Empty(
        from file in Files()
        from used in Uses(file.Text)
        where used != file.Room && !Allowed(file.Room, used)
        select $"{file.Name} ({file.Room}) uses {used}");

    [Fact]
    public void Every_allowed_arrow_beside_is_drawn_by_somebody()
    {
        var drawn = Files().SelectMany(file => Uses(file.Text).Select(used => (file.Room, used))).ToHashSet();

        Assert.Empty(Beside.SelectMany(room => room.Value.Select(used => (room.Key, used)))
            .Where(arrow => arrow is not (_, "Year/Reckoning" or "Year/Blocs"))
            .Except(drawn));
    }

    [Fact]
    public void Every_file_lies_on_a_floor_and_in_a_room_whose_namespace_it_has() => Assert.All(
        Files(),
        file =>
        {
            Assert.Contains(file.Room.Split('/')[0], Floors);
            Assert.Matches($"(?m)^namespace EmulationFunctions\\.{file.Folder.Replace("/", "\\.")};", file.Text);
        });

    private static bool Allowed(string room, string used)
    {
        var (from, to) = (Array.IndexOf(Floors, room.Split('/')[0]), Array.IndexOf(Floors, used.Split('/')[0]));
        return to < from || (to == from && Beside.TryGetValue(room, out var beside) && beside.Contains(used));
    }

    private static IEnumerable<string> Uses(string text) => Using().Matches(text)
        .Select(match => match.Groups[1].Value.Split('.'))
        .Where(parts => Floors.Contains(parts[0]))
        .Select(parts => parts[0] == "Common" ? "Common" : string.Join('/', parts.Take(2)))
        .Distinct();

    private static List<(string Name, string Folder, string Room, string Text)> Files([CallerFilePath] string here = "")
    {
        var functions = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "functions"));
        return [..
            from path in Directory.EnumerateFiles(functions, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(functions, Path.GetDirectoryName(path)!).Replace('\\', '/')
            where folder != "." // the program itself knows every room
                && folder.Split('/')[0] is not ("bin" or "obj")
            select (Path.GetFileName(path), folder, string.Join('/', folder.Split('/').Take(folder.StartsWith("Common", StringComparison.Ordinal) ? 1 : 2)), File.ReadAllText(path))];
    }

    [GeneratedRegex(@"(?m)^using (?:static )?EmulationFunctions\.([\w.]+);")]
    private static partial Regex Using();
}

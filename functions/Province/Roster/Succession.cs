using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What a decision makes of units.</summary>
[JsonConverter(typeof(CamelCaseEnum<SuccessionKind>))]
internal enum SuccessionKind
{
    /// <summary>Đổi tên: the same unit under another name.</summary>
    Rename,

    /// <summary>Hợp nhất, sáp nhập: units end, and one takes over; it may be a new one or one that goes on.</summary>
    Merge,

    /// <summary>Chia: a unit ends, and several take over.</summary>
    Split,

    /// <summary>Tách: others take over a part of the tasks, and the unit goes on.</summary>
    SplitOff,

    /// <summary>Giải thể: a unit ends; others may take over its tasks.</summary>
    Dissolve,

    /// <summary>Chuyển khối: the same unit in another bloc.</summary>
    Move,
}

/// <summary>What becomes of a half-finished sheet of a unit that ends or leaves its bloc.</summary>
[JsonConverter(typeof(CamelCaseEnum<SheetOutcome>))]
internal enum SheetOutcome
{
    /// <summary>Another sheet goes on from what is in it: scores, evidence, what is not assigned. It is handed in anew.</summary>
    Carried,

    /// <summary>It stays as it is, under the unit's name, and is ranked nowhere.</summary>
    Closed,

    /// <summary>It stays as it is and is ranked nowhere, and its total counts for its part of the year in that of the unit that takes over, as the scheme says.</summary>
    ProRata,
}

/// <summary>A unit that takes over.</summary>
/// <param name="Unit">The unit's id; it is in the roster already.</param>
/// <param name="Bloc">The bloc that it joins on the day; null where it stays where it is.</param>
internal sealed record Successor(string Unit, string? Bloc);

/// <summary>What was decided of one sheet.</summary>
/// <param name="Year">The year.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Bloc">The bloc in which the sheet is.</param>
/// <param name="Unit">Whose sheet it is.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="To">The unit whose sheet goes on from it, or in whose total it counts; null of one that is closed.</param>
internal sealed record SheetFate(int Year, string Period, string Bloc, string Unit, SheetOutcome Outcome, string? To)
{
    /// <summary>Which sheet it is about.</summary>
    public (int Year, string Period, string Bloc, string Unit) Sheet => (Year, Period, Bloc, Unit);
}

/// <summary>A membership that a succession ends or begins.</summary>
/// <param name="Before">As it was; null of one that it begins.</param>
/// <param name="Now">As the succession wrote it.</param>
/// <param name="Level">The level of its bloc.</param>
internal sealed record MovedMember(Membership? Before, Membership Now, BlocLevel Level)
{
    [JsonIgnore]
    public string MemberKey => RosterRows.MemberKey(Now.Bloc, Now.Unit, Now.From);

    [JsonIgnore]
    public string PlaceKey => RosterRows.PlaceKey(Level, Now.Unit, Now.From);
}

/// <summary>
/// That units ended, changed their names or their bloc by a decision, and who goes on in their place. What they reached before stays under
/// their names; who took over the tasks goes on from it (Decree 152/2025/NĐ-CP art. 33(4)).
/// </summary>
/// <param name="Id">The caller's own id.</param>
/// <param name="Kind">What the decision makes of the units.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Decision">The paper that decided it.</param>
/// <param name="From">The units of which it is.</param>
/// <param name="To">The units that take over.</param>
/// <param name="TasksTo">Which of them took over the tasks: it proposes for the units that ended, and their years in a row go on with it; null where nobody did, or the unit goes on itself.</param>
/// <param name="Name">Of a renaming: the new name.</param>
/// <param name="Bloc">Of a move: the new bloc.</param>
/// <param name="Sheets">What was decided of each half-finished sheet.</param>
internal sealed record Succession(
    string Id,
    SuccessionKind Kind,
    DateOnly Day,
    PaperReference Decision,
    IReadOnlyList<string> From,
    IReadOnlyList<Successor> To,
    string? TasksTo,
    string? Name,
    string? Bloc,
    IReadOnlyList<SheetFate> Sheets)
{
    public const int MostUnits = 20;
    public const int MostSheets = 200;

    /// <summary>Whether everything that follows from it has been done; before its day it never is.</summary>
    public bool IsDone { get; init; }

    /// <summary>Why it is not, although its day has come: sheets of which nothing was decided, or that could not be carried. Null where nothing stands in the way.</summary>
    public Words? Obstacle { get; init; }

    /// <summary>Of a renaming that is done: what the unit was called before.</summary>
    public string? FormerName { get; init; }

    /// <summary>The memberships that it ends and begins, with what they were before; null in a record of before, which did not keep it.</summary>
    public IReadOnlyList<MovedMember>? Moved { get; init; }

    /// <summary>The number of the change that last wrote it.</summary>
    public long Version { get; init; }

    /// <summary>Whether its units are no more from its day on.</summary>
    public bool Ends => Kind is SuccessionKind.Merge or SuccessionKind.Split or SuccessionKind.Dissolve;

    /// <summary>Whether its units are no more where they were, so that their half-finished sheets must be decided.</summary>
    public bool Leaves => Ends || Kind == SuccessionKind.Move;

    /// <summary>Every unit it names, each once.</summary>
    public IEnumerable<string> Units => From.Concat(To.Select(one => one.Unit)).Distinct(StringComparer.Ordinal);

    /// <summary>Whether both say the same of the units, whatever they say of sheets.</summary>
    public bool IsSameButSheets(Succession other) =>
        (Id, Kind, Day, Decision, TasksTo, Name, Bloc) == (other.Id, other.Kind, other.Day, other.Decision, other.TasksTo, other.Name, other.Bloc)
        && From.SequenceEqual(other.From, StringComparer.Ordinal)
        && To.SequenceEqual(other.To);
}

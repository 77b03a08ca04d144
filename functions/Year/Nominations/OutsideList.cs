using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Nominations;

/// <summary>
/// A list of units that a body outside of the blocs sends in a year by a day: police, inspectorate, tax, environment … (Bắc Ninh, Decision 86/2025: six kinds of bodies, by 10 December).
/// An empty one says that it names nobody; one that did not come says nothing.
/// </summary>
/// <param name="Id">Its id in the year, by which rules name it.</param>
/// <param name="Body">Which body sends it.</param>
/// <param name="About">What it is about, such as "phòng cháy, chữa cháy".</param>
/// <param name="Due">By which day it is to come; null where no day was set.</param>
/// <param name="Received">The day on which it came; null until then.</param>
/// <param name="Paper">The paper it came with; null where none was named.</param>
/// <param name="Entries">The units that it names.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record OutsideList(
    string Id, string Body, string About, DateOnly? Due, DateOnly? Received, PaperReference? Paper, IReadOnlyList<ListedUnit> Entries, long Version = 0)
{
    public const int Most = 50;
    public const int MostEntries = 500;
    public const int LongestName = 200;

    public bool IsLate(DateOnly today) => Due < (Received ?? today);
}

/// <param name="Unit">The unit that is named.</param>
/// <param name="Finding">For what.</param>
internal sealed record ListedUnit([property: Slug] string Unit, [property: StringLength(ListedUnit.LongestFinding, MinimumLength = 1)] string Finding)
{
    public const int LongestFinding = 500;
}

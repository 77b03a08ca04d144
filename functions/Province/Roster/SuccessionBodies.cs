using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Roster;

/// <summary>The body of <c>SucceedUnit</c>.</summary>
/// <param name="Kind">What the decision makes of the units.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Decision">The paper that decided it.</param>
/// <param name="TasksTo">Which of the units that take over took over the tasks, and proposes; needed where there are several.</param>
/// <param name="Name">Of a renaming: the new name.</param>
/// <param name="Bloc">Of a move: the new bloc.</param>
internal sealed record SuccessionBody(
    SuccessionKind Kind,
    DateOnly Day,
    PaperReference Decision,
    [property: Slug] string? TasksTo = null,
    [property: StringLength(Unit.LongestName, MinimumLength = 1)] string? Name = null,
    [property: Slug] string? Bloc = null)
{
    /// <summary>The units of which it is: of a merger those that end by it, not one that takes over and goes on; of a splitOff the one that goes on.</summary>
    [Items(1, Succession.MostUnits), Slug]
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The units that take over; they are in the roster already.</summary>
    [Items(0, Succession.MostUnits)]
    public IReadOnlyList<SuccessorBody> To { get; init; } = [];

    /// <summary>What becomes of each half-finished sheet of the units: every one must be named.</summary>
    [Items(0, Succession.MostSheets)]
    public IReadOnlyList<SheetFateBody> Sheets { get; init; } = [];

    /// <exception cref="Refusal">What the annotations cannot say, all of it at once.</exception>
    public Succession ToSuccession(string id)
    {
        Succession wanted = new(
            id,
            Kind,
            Day,
            Decision,
            From,
            [.. To.Select(one => new Successor(one.Unit, one.Bloc))],
            TasksTo ?? (To.Count == 1 && Kind != SuccessionKind.SplitOff ? To[0].Unit : null),
            Name is null ? null : VietnameseNames.Compose(Name),
            Bloc,
            [.. Sheets.Select(one => new SheetFate(one.Year, one.Period, one.Bloc, one.Unit, one.Outcome, one.To))]);
        return SuccessionRules.FaultsOf(wanted) is { Count: > 0 } faults ? throw Refusal.BadInput(faults) : wanted;
    }
}

/// <param name="Unit">The unit's id.</param>
/// <param name="Bloc">The bloc that it joins on the day; null where it stays where it is.</param>
internal sealed record SuccessorBody([property: Slug] string Unit, [property: Slug] string? Bloc = null);

/// <param name="Year">The year of the sheet.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Bloc">The bloc in which the sheet is.</param>
/// <param name="Unit">Whose sheet it is.</param>
/// <param name="Outcome">carried: another sheet goes on from it; closed: it stays as it is and is ranked nowhere; proRata: the same, and its total counts for its part of the year in that of to, where the scheme says so.</param>
/// <param name="To">Of a sheet that is carried or counts pro rata: the unit whose sheet goes on from it, or in whose total it counts.</param>
internal sealed record SheetFateBody(
    [property: Range(Term.EarliestYear, Term.LatestYear)] int Year,
    [property: Slug] string Period,
    [property: Slug] string Bloc,
    [property: Slug] string Unit,
    SheetOutcome Outcome,
    [property: Slug] string? To = null);

using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <param name="Id">The succession's id.</param>
/// <param name="Kind">What the decision makes of the units.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Decision">The paper that decided it.</param>
/// <param name="From">The units of which it is.</param>
/// <param name="To">The units that take over.</param>
/// <param name="TasksTo">Which of them took over the tasks; null where nobody did.</param>
/// <param name="Name">Of a renaming: the new name.</param>
/// <param name="FormerName">Of a renaming that is done: the name before.</param>
/// <param name="Bloc">Of a move: the new bloc.</param>
/// <param name="Sheets">What was decided of half-finished sheets.</param>
/// <param name="AboutCarried">What of a sheet that is carried does not go with it; null where none is.</param>
/// <param name="IsDone">Whether everything that follows from it has been done; before its day it never is.</param>
/// <param name="Obstacle">What stands in the way although its day has come; null for nothing.</param>
/// <param name="TermsToRenew">Terms that name a unit which ended or left: from the day on it leads nobody, and a new term is needed.</param>
/// <param name="Etag">For If-Match, to decide more of its sheets.</param>
internal sealed record SuccessionView(
    string Id,
    SuccessionKind Kind,
    DateOnly Day,
    PaperReference Decision,
    IReadOnlyList<SucceededUnitView> From,
    IReadOnlyList<SuccessorView> To,
    string? TasksTo,
    string? Name,
    string? FormerName,
    string? Bloc,
    IReadOnlyList<SheetFate> Sheets,
    string? AboutCarried,
    bool IsDone,
    string? Obstacle,
    IReadOnlyList<TermToRenew> TermsToRenew,
    string Etag)
{
    public static SuccessionView Of(Succession one, UnitNames names, IReadOnlyList<TermToRenew> terms, Language language) => new(
        one.Id,
        one.Kind,
        one.Day,
        one.Decision,
        [.. one.From.Select(unit => new SucceededUnitView(unit, one.FormerName ?? names[unit]))],
        [.. one.To.Select(to => new SuccessorView(to.Unit, names[to.Unit], to.Bloc))],
        one.TasksTo,
        one.Name,
        one.FormerName,
        one.Bloc,
        one.Sheets,
        one.Sheets.Any(fate => fate.Outcome == SheetOutcome.Carried) ? SuccessionWords.NotCarried.In(language) : null,
        one.IsDone,
        one.Obstacle?.In(language),
        terms,
        Platform.Functions.EntityTag.Of(one.Version));
}

/// <param name="Unit">The unit's id.</param>
/// <param name="UnitName">What it was called until then.</param>
internal sealed record SucceededUnitView(string Unit, string UnitName);

/// <param name="Unit">The unit's id.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Bloc">The bloc that it joins by the decision; null where it stays where it is.</param>
internal sealed record SuccessorView(string Unit, string UnitName, string? Bloc);

/// <param name="Bloc">The bloc.</param>
/// <param name="Year">The year.</param>
/// <param name="Unit">The unit that ended or left.</param>
/// <param name="Led">Whether it led the bloc, and was not only its deputy or its office.</param>
internal sealed record TermToRenew(string Bloc, int Year, string Unit, bool Led);

/// <param name="Successions">A page of successions, in the order of their ids.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record SuccessionPage(IReadOnlyList<SuccessionView> Successions, string? Continuation);

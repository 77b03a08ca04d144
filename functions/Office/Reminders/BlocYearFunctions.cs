using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Reminders;

/// <summary>All of a bloc's year on one page, from what people are reminded by.</summary>
internal sealed class BlocYearFunctions(YearDesk desk, DueReader due)
{
    /// <summary>Shows a bloc's year: what is done, due and late, and by whom.</summary>
    /// <remarks>
    /// The steps of its calendar, and everything that the year asks of the bloc (a plan, a regulation and a pact, the launch, half-year and year-end meetings with their minutes, who leads
    /// next) and, so far, of its units. The leaders, the office, the council and readers see which units are missing; a unit sees how many are, its own, and what is the bloc's.
    /// </remarks>
    [Function(nameof(GetBlocYear)), Needs(Right.ReadBlocYear), Answers(404), GivesLanguage]
    public async Task<Ok<BlocYearView>> GetBlocYear(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Year}/year")] HttpRequest request,
        [AsParameters] YearOfBloc id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var work = (await due.ReadAsync(id.Bloc, [terms.Cycle], cancellationToken)).SingleOrDefault();
        var seesAll = caller.Oversees || terms.Acting is var leaders && caller.Units.Any(unit => unit == leaders.Head || unit == leaders.Deputy);
        return TypedResults.Ok(BlocYearView.Of(terms, work?.Obligations ?? [], desk.Today, seesAll ? null : caller.Units, request.HttpContext.AnswersIn()));
    }
}

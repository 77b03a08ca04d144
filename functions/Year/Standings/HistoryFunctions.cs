using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>What a unit reached over the years.</summary>
internal sealed class HistoryFunctions(RosterTable roster, UnitHistory history)
{
    /// <summary>Shows a unit's published results, year by year.</summary>
    /// <remarks>The latest first, with its place among how many and its class; or why it had no place. Results of units whose tasks it took over are among them, under their names of then.</remarks>
    [Function(nameof(GetUnitHistory)), Needs(Right.Read), Answers(404)]
    [GivesLanguage]
    public async Task<Ok<HistoryPage>> GetUnitHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/units/{unit}/history")] HttpRequest request,
        string unit, Page page, CancellationToken cancellationToken)
    {
        int? before = null;
        if (page.Continuation is { } continuation)
        {
            before = int.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > Cycle.EarliestYear and <= Cycle.LatestYear
                ? year
                : throw Page.BadContinuation();
        }

        if (await roster.FindUnitAsync(unit, cancellationToken) is null)
        {
            throw Refusal.NotFound(new("Không có đơn vị này.", "There is no such unit."));
        }

        var (results, next) = await history.ReadAsync(unit, before, page.Size, request.HttpContext.AnswersIn(), cancellationToken);
        return TypedResults.Ok(new HistoryPage(results, next?.ToString(CultureInfo.InvariantCulture), before is null ? ClassStreak.Of(results, next is not null) : null));
    }
}

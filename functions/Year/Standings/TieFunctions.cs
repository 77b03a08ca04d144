using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>Units that nothing separates, and what people decided between them.</summary>
internal sealed class TieFunctions(StandingsDesk desk, Ties ties)
{
    private const string Route = $"{BlocRoutes.Bloc}/standings/decisions";

    /// <summary>Lists the units that share a rank, and what people decided.</summary>
    /// <remarks>A decision counts as long as it is about exactly the units that are equal in everything that is computed.</remarks>
    [Function(nameof(ListTies)), Needs(Right.ReadBloc), Answers(404, 409)]
    public async Task<Ok<TiesView>> ListTies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(TiesView.Of(await desk.ComputeAsync(id, caller, cancellationToken)));

    /// <summary>Records in which order units stand that nothing else separates.</summary>
    /// <remarks>
    /// The result of a ballot, or a decision of the competent body, where the scheme names it among its tie-breaks; the office records it with authority and reason.
    /// It is about exactly the units that share a rank. If their scores change later it counts for nothing. Not once the standings are published.
    /// </remarks>
    [Function(nameof(DecideTie)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<Ok<TieDecisionView>> DecideTie(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<TieBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var standings = await desk.ComputeAsync(id, caller, cancellationToken);
        if (Ties.Check(standings, body.Value) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var decided = await ties.DecideAsync(standings, body.Value, caller.For(null), cancellationToken);
        return TypedResults.Ok(TieDecisionView.Of(decided, counts: true, standings.Entrants.ToDictionary(one => one.Unit, one => one.Name, StringComparer.Ordinal)));
    }

    /// <summary>Takes back what was recorded of units that share a rank.</summary>
    /// <remarks>With a reason, which is kept in the trail. They share the rank again. Not once the standings are published.</remarks>
    [Function(nameof(TakeBackTieDecision)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<NoContent> TakeBackTieDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/withdrawal")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<TieWithdrawalBody> body, Caller caller, CancellationToken cancellationToken)
    {
        if (Ties.CheckTexts(("$.reason", body.Value.Reason)) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var standings = await desk.ComputeAsync(id, caller, cancellationToken);
        await ties.TakeBackAsync(standings.Bloc.Id, body.Value, caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }
}

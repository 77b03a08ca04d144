using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>Units that nothing separates, and what people decided between them.</summary>
internal sealed class TieFunctions(StandingsDesk desk, SheetDesk sheetDesk, BlocSheets sheets, TieChanges changes)
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
    /// The result of a ballot, or a decision of the competent body, whichever the scheme names among its tie-breaks; the office records it with authority and reason, and decides
    /// nothing. It is about exactly the units that share a rank. When a score is corrected later and others are equal, it counts for nothing, and the standings say so. The first
    /// record of a tie needs no If-Match; each later one carries its ETag. Not once the standings are published.
    /// </remarks>
    [Function(nameof(DecideTie)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<TieDecisionView>> DecideTie(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<TieBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var bloc = await sheets.FindAsync(id, cancellationToken);
        if (TieRules.Check(bloc.Tree.Content, body.Value, [.. bloc.Members.Select(member => member.Unit)], sheetDesk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var decided = await changes.DecideAsync(bloc, body.Value, ifMatch, caller.For(null), cancellationToken);
        var names = bloc.Members.ToDictionary(member => member.Unit, member => member.Name, StringComparer.Ordinal);
        return EntityTag.Ok(TieDecisionView.Of(decided, counts: true, names), decided.Version);
    }

    /// <summary>Takes back what was recorded of units that share a rank.</summary>
    /// <remarks>With a reason, which is kept in the trail, and the ETag of the record. They share the rank again. Not once the standings are published.</remarks>
    [Function(nameof(TakeBackTieDecision)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<NoContent> TakeBackTieDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/withdrawal")] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<TieWithdrawalBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            throw Refusal.BadInput("$.reason", new("Không được để trống.", "Must not be blank."));
        }

        var terms = await sheetDesk.FindBlocTermsAsync(id, cancellationToken);
        await changes.TakeBackAsync(terms.Id, body.Value, ifMatch, caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }
}

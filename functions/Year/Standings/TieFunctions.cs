using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>The office records how people separated units that nothing computed separates.</summary>
internal sealed class TieFunctions(SheetDesk desk, BlocSheets sheets, TieChanges changes)
{
    private const string One = $"{BlocRoutes.Bloc}/standings/ties/{{unit}}";

    /// <summary>Records who stands before whom among units that share a rank.</summary>
    /// <remarks>
    /// By a ballot or by a decision of the competent body, whichever the scheme names among its tie-breaks; the office records it and decides nothing. Exactly the units that share
    /// the rank of the unit in the address are named. When another score separates them later, or brings another unit beside them, what is recorded counts for nothing, and the standings
    /// say so. Each later record of the same tie carries the ETag. Not once the standings are published.
    /// </remarks>
    [Function(nameof(DecideTie)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<TieDecisionView>> DecideTie(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, Body<TieBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var bloc = await sheets.FindAsync(id.InPeriod, cancellationToken);
        if (TieRules.Check(bloc.Tree.Content, id.Unit, body.Value, [.. bloc.Members.Select(member => member.Unit)], desk.Today) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        var decided = await changes.DecideAsync(bloc, id.Unit, body.Value, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(TieDecisionView.Of(decided, counts: true), decided.Version);
    }

    /// <summary>Takes back what was recorded of a tie.</summary>
    /// <remarks>With a reason, which is kept in the trail; the units share their rank again. If-Match names the version that the standings show. Not once they are published.</remarks>
    [Function(nameof(TakeBackTieDecision)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<NoContent> TakeBackTieDecision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/taking-back")] HttpRequest request,
        [AsParameters] SheetId id, Body<TakingBackBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            throw Refusal.BadInput("$.reason", new("Không được để trống.", "Must not be blank."));
        }

        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        await changes.TakeBackAsync(terms.Id, id.Unit, body.Value.Reason.Trim(), ifMatch, caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Standings;

/// <summary>The office keeps a unit apart, and takes that back.</summary>
internal sealed class DisqualificationFunctions(SheetDesk desk, RosterTable roster, Disqualifications disqualifications)
{
    private const string One = $"{BlocRoutes.Bloc}/standings/disqualifications/{{unit}}";

    /// <summary>Keeps a unit apart from the standings.</summary>
    /// <remarks>Whatever its scores, with a reason and the authority that decided it; both stand in the standings, and the unit gets a mail. Not once they are published.</remarks>
    [Function(nameof(DisqualifyUnit)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<Ok<DisqualificationView>> DisqualifyUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, Body<DisqualificationBody> body, Caller caller, CancellationToken cancellationToken)
    {
        DemandTexts(("$.reason", body.Value.Reason), ("$.authority", body.Value.Authority));
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        terms.DemandMember(id.Unit);
        var added = await disqualifications.AddAsync(terms, id.Unit, body.Value, caller.For(null), cancellationToken);
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new DisqualificationView(added.Unit, names[added.Unit], added.Reason, added.Authority, added.At));
    }

    /// <summary>Takes a disqualification back.</summary>
    /// <remarks>With a reason, which is kept in the trail and mailed to the unit. Not once the standings are published.</remarks>
    [Function(nameof(LiftDisqualification)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<NoContent> LiftDisqualification(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/lifting")] HttpRequest request,
        [AsParameters] SheetId id, Body<LiftingBody> body, Caller caller, CancellationToken cancellationToken)
    {
        DemandTexts(("$.reason", body.Value.Reason));
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        await disqualifications.LiftAsync(terms, id.Unit, body.Value.Reason.Trim(), caller.For(null), cancellationToken);
        return TypedResults.NoContent();
    }

    private static void DemandTexts(params (string Path, string Text)[] texts)
    {
        List<Fault> blank = [.. texts.Where(one => string.IsNullOrWhiteSpace(one.Text)).Select(one => new Fault(one.Path, new("Không được để trống.", "Must not be blank.")))];
        if (blank.Count > 0)
        {
            throw Refusal.BadInput(blank);
        }
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Nominations;

/// <summary>The office suspends a unit while something is looked into, and takes that back.</summary>
internal sealed class SuspensionFunctions(YearDesk desk, NominationTable nominations)
{
    private const string Suspensions = $"{BlocRoutes.Year}/suspensions";
    private const string One = $"{Suspensions}/{{unit}}";

    /// <summary>Suspends what a unit is nominated for.</summary>
    /// <remarks>
    /// While discipline, an investigation or inspection, a complaint or what the press reported is under way, the unit is neither proposed nor awarded (Decree 152/2025, article 4(4)); it is not
    /// ineligible by that. Its nominations stand as suspended, and no new one is opened. The reason is seen by the unit and by those who oversee. The unit and the bloc's head get a mail; that of the head does not say why. The first needs no If-Match; the same again changes nothing.
    /// </remarks>
    [Function(nameof(SuspendNomination)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<SuspensionView>> SuspendNomination(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<SuspensionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandUnit(unit);
        Demand(NominationRules.Check(body.Value, desk.Today));
        var put = await nominations.SuspendAsync(id, body.Value.ToSuspension(unit), terms.Acting.Head, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SuspensionView.Of(put, terms.Names), put.Version);
    }

    /// <summary>Lifts a unit's suspension.</summary>
    /// <remarks>A unit that was cleared goes on as if nothing had been; after a penalty what was achieved counts only from its end. The unit and the bloc's head get a mail. If-Match is the ETag of the suspension. Doing it again changes nothing.</remarks>
    [Function(nameof(LiftSuspension)), Needs(Right.Administer), Answers(404, 409)]
    public async Task<TaggedOk<SuspensionView>> LiftSuspension(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/lifting")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, Body<SuspensionLiftingBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        Demand(NominationRules.Check(body.Value, desk.Today));
        var lifted = await nominations.LiftAsync(id, unit, body.Value.ToLifting(), terms.Acting.Head, ifMatch, caller.For(null), cancellationToken);
        return EntityTag.Ok(SuspensionView.Of(lifted, terms.Names), lifted.Version);
    }

    /// <summary>Lists the suspensions of a bloc's year.</summary>
    /// <remarks>With their reasons, those that were lifted too. A unit sees its own with CheckEligibility.</remarks>
    [Function(nameof(ListSuspensions)), Needs(Right.Oversee), Answers(404)]
    public async Task<Ok<SuspensionsView>> ListSuspensions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Suspensions)] HttpRequest request,
        [AsParameters] YearOfBloc id, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var record = await nominations.ReadAsync(id, cancellationToken);
        return TypedResults.Ok(new SuspensionsView([.. record.Suspensions.Select(one => SuspensionView.Of(one, terms.Names))]));
    }

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}

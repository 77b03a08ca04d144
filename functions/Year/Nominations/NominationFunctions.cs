using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Nominations;

/// <summary>Who is proposed for what in a bloc's year.</summary>
internal sealed class NominationFunctions(NominationDesk desk, NominationTable nominations, EligibilityDesk eligibility)
{
    private const string Nominations = $"{BlocRoutes.Year}/nominations";
    private const string One = $"{Nominations}/{{award}}/{{unit}}";

    /// <summary>Nominates a unit for an award.</summary>
    /// <remarks>
    /// The whole nomination: figures with their day and source, and what is said of conditions that no figure shows. It is opened under the rules of that day and stays under them, however they
    /// change. Refused of a suspended unit (409 unit-suspended), of one that the award is not for (409 award-not-for-unit), and over a quota that blocks (409 quota-reached); any other quota that is
    /// broken is warned of, with its source. A condition that is not met or not known is shown and stands in the way of nothing. The first needs no If-Match; the same again changes nothing.
    /// </remarks>
    [Function(nameof(NominateUnit)), Needs(Right.ReportResults), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<NominatedView>> NominateUnit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string award, string unit, Body<NominationBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandUnit(unit);
        terms.DemandWritable(caller.IsAdmin);
        var record = await nominations.ReadAsync(id, cancellationToken);
        var at = await desk.DemandAwardAsync(award, record.Find(award, unit), cancellationToken);
        Demand(NominationRules.Check(body.Value, at.Award, desk.Today));
        await desk.DemandProposableAsync(terms, at.Award, unit, cancellationToken);
        var quotas = await eligibility.QuotasAsync(terms, at, cancellationToken);
        // For what is refused no version of the rules is frozen.
        NominationTable.Decide(record, body.Value.ToNomination(award, unit, at.Rules, at.Day), now => quotas.Demand(now, unit), ifMatch);
        at = await desk.FreezeAsync(at, cancellationToken);
        // Until then somebody could still have changed them.
        Demand(NominationRules.Check(body.Value, at.Award, desk.Today));
        var put = await nominations.PutAsync(
            id, body.Value.ToNomination(award, unit, at.Rules, at.Day), now => quotas.Demand(now, unit), ifMatch, caller.Acting, cancellationToken);

        var language = request.HttpContext.AnswersIn();
        var checkedNow = await eligibility.CheckAsync(terms, unit, [at], await nominations.ReadAsync(id, cancellationToken), caller, language, cancellationToken);
        return EntityTag.Ok(new NominatedView(NominationView.Of(put, at.Award.Title, terms.Names), checkedNow[0]), put.Version);
    }

    /// <summary>Withdraws a nomination.</summary>
    /// <remarks>With a reason, which stays with it. Nominated again it is opened anew, under the rules of that day. Doing it again changes nothing.</remarks>
    [Function(nameof(WithdrawNomination)), Needs(Right.ReportResults), Answers(404, 409)]
    public async Task<TaggedOk<NominationView>> WithdrawNomination(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/withdrawal")] HttpRequest request,
        [AsParameters] YearOfBloc id, string award, string unit, Body<NominationWithdrawalBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            throw Refusal.BadInput("$.reason", new("Không được để trống.", "Must not be blank."));
        }

        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandWritable(caller.IsAdmin);
        var withdrawn = await nominations.WithdrawAsync(id, award, unit, new(desk.Today, body.Value.Reason.Trim()), ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(NominationView.Of(withdrawn, await desk.TitleAsync(withdrawn, cancellationToken), terms.Names), withdrawn.Version);
    }

    /// <summary>Lists the nominations of a bloc's year.</summary>
    /// <remarks>In pages, by award and unit, the withdrawn ones too; with ?award= only those for it. That a unit is suspended is seen here, and not why.</remarks>
    [Function(nameof(ListNominations)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<NominationPage>> ListNominations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Nominations)] HttpRequest request,
        [AsParameters] YearOfBloc id, string? award, Page page, CancellationToken cancellationToken)
    {
        var after = page.Continuation?.Replace('.', '|');
        if (after?.Split('|') is not (null or [_, _]))
        {
            throw Page.BadContinuation();
        }

        var terms = await desk.FindAsync(id, cancellationToken);
        var left = (await nominations.ListAsync(id, cancellationToken))
            .Where(one => (award is null || one.Award == award) && string.CompareOrdinal($"{one.Award}|{one.Unit}", after) > 0)
            .Take(page.Size + 1)
            .ToList();
        var shown = new List<NominationView>();
        foreach (var one in left.Take(page.Size))
        {
            shown.Add(NominationView.Of(one, await desk.TitleAsync(one, cancellationToken), terms.Names));
        }

        return TypedResults.Ok(new NominationPage(shown, left.Count > page.Size ? $"{shown[^1].Award}.{shown[^1].Unit}" : null));
    }

    /// <summary>Shows whether a unit meets what awards ask for.</summary>
    /// <remarks>
    /// Of the award of ?award=, or of all that a unit can be proposed for: each condition is met, not met or not known, with where that comes from. A nomination that
    /// stands is looked at by the rules under which it was opened; quotas are shown of the award that is asked for and of those it is nominated for. Why a unit is suspended, and for what an outside body named it, is told to the unit itself and those who oversee.
    /// </remarks>
    [Function(nameof(CheckEligibility)), Needs(Right.ReadComplaints), Answers(404), GivesLanguage]
    public async Task<Ok<EligibilityView>> CheckEligibility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Year}/eligibility/{{unit}}")] HttpRequest request,
        [AsParameters] YearOfBloc id, string unit, string? award, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        terms.DemandUnit(unit);
        var record = await nominations.ReadAsync(id, cancellationToken);
        var awards = award is null
            ? await desk.AwardsAsync(record, unit, cancellationToken)
            : [await desk.DemandAwardAsync(award, record.Find(award, unit), cancellationToken)];
        var suspension = record.SuspensionOf(unit);
        return TypedResults.Ok(new EligibilityView(
            unit,
            terms.Names[unit],
            suspension is not null,
            suspension is not null && EligibilityDesk.SeesAll(caller, unit) ? SuspensionView.Of(suspension, terms.Names) : null,
            await eligibility.CheckAsync(terms, unit, awards, record, caller, request.HttpContext.AnswersIn(), cancellationToken)));
    }

    /// <summary>Shows how far an award's quotas are used in a bloc.</summary>
    /// <remarks>And who is within the bloc's own: by the votes once the bloc's ballot about it is counted, before that without, then by the award's tie-breaks in their order. Who is equal at the last place is named, with what is to separate them.</remarks>
    [Function(nameof(GetQuotas)), Needs(Right.ReadBlocYear), Answers(404), GivesLanguage]
    public async Task<Ok<QuotasView>> GetQuotas(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Nominations}/{{award}}/quotas")] HttpRequest request,
        [AsParameters] YearOfBloc id, string award, CancellationToken cancellationToken) =>
        TypedResults.Ok(await eligibility.ShowAsync(id, award, request.HttpContext.AnswersIn(), cancellationToken));

    private static void Demand(IReadOnlyList<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}

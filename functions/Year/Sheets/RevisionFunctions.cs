using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Appraisers send a sheet back, whether or not they may record points.</summary>
internal sealed class RevisionFunctions(SheetDesk desk, LeadersLookup findLeaders, SheetReader reader, RevisionChanges changes)
{
    /// <summary>Asks a unit to revise its submitted sheet by a day.</summary>
    /// <remarks>
    /// The unit, which gets a mail, may change the sheet (or only the criteria named) until the end of that day, though self-scoring is over, and hands it in again; until then it counts as not submitted.
    /// As often as the scheme allows, and not once the last appraisal round is closed. A second request while one is open moves its day and does not count.
    /// </remarks>
    [Function(nameof(RequestRevision)), Needs(Right.Appraise), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> RequestRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Sheet}/revision")] HttpRequest request,
        [AsParameters] SheetId id, Body<RevisionBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var appraiser = new Appraiser(
            id.Unit, caller.Units, caller.IsAdmin, caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken));
        appraiser.DemandOther();
        var actor = caller.For(appraiser.ActingUnit(terms.Tree.Content.Appraising));
        var requested = await changes.RequestAsync(terms, body.Value, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(await reader.SummaryAsync(requested, terms, request.HttpContext.AnswersIn(), cancellationToken), requested.Version);
    }
}

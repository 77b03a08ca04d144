using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Appraisers send a sheet back, whether or not they may record points.</summary>
internal static class RevisionEndpoints
{
    public static void MapRevisions(this IEndpointRouteBuilder app) =>
        app.MapPost($"{SheetEndpoints.One}/revision", RequestRevision).WithName(nameof(RequestRevision))
            .Needs(Right.Appraise)
            .Says(
                "Asks a unit to revise its submitted sheet by a day.",
                "The unit, which gets a mail, may change the sheet (or only the criteria named) until the end of that day, though self-scoring is over, and hands it in again; until then it counts as not submitted. "
                + "As often as the scheme allows, and not once the last appraisal round is closed. A second request while one is open moves its day and does not count.")
            .Answers(404, 409);

    internal static async Task<TaggedOk<SheetSummary>> RequestRevision(
        int year,
        string period,
        string bloc,
        string unit,
        Body<RevisionBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        LeadersLookup findLeaders,
        RevisionChanges changes,
        SchemeTable schemes,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var appraiser = new Appraiser(unit, caller.Units, caller.IsAdmin, caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(bloc, year, cancellationToken));
        appraiser.DemandOther();
        var actor = caller.For(appraiser.ActingUnit(terms.Tree.Content.Appraising));
        var requested = await changes.RequestAsync(terms, body.Value, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(
            SheetSummary.Of(requested, terms, await desk.TreeAsync(requested, terms, cancellationToken)), requested.Version);
    }
}

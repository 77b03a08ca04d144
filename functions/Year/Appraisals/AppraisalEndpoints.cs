using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>Sheets are appraised in rounds, between which their units explain (docs/appraisal.md).</summary>
internal static class AppraisalEndpoints
{
    private const string One = $"{SheetEndpoints.One}/appraisal";

    public static void MapAppraisals(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, GetAppraisal).WithName(nameof(GetAppraisal))
            .Needs(Right.ReadSheet)
            .Says(
                "Shows a unit's points step by step: its own, its peers', each appraisal round's, the official ones.",
                "Appraisers see every round, the unit a round once it is closed, assigned peers nothing but the unit's own points. Who still has to score others as a peer does not see the peers' average.")
            .Answers(404, 409);
        app.MapMethods($"{One}/{{round}}", ["PATCH"], SaveAppraisal).WithName(nameof(SaveAppraisal))
            .Needs(Right.Appraise)
            .Says(
                "Records an appraiser's points beside the unit's own, in the open round.",
                "All or nothing, each with its reason; without points what the round has is taken back. The first save of a unit's appraisal needs no If-Match; each later one carries its ETag. "
                + "What is the same already changes nothing.")
            .Answers(404, 409);
        app.MapPost("/api/cycles/{year}/periods/{period}/blocs/{bloc}/appraisal/rounds/{round}/closing", CloseAppraisalRound).WithName(nameof(CloseAppraisalRound))
            .Needs(Right.LeadBloc)
            .Says(
                "Closes the open appraisal round of a bloc.",
                "From then on its points count. Units whose points it changed get a mail, and may explain until the next round is closed. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapPost($"{SheetEndpoints.One}/explanations/{{round}}", ExplainScores).WithName(nameof(ExplainScores))
            .Needs(Right.WriteSheet)
            .Says(
                "Says what a unit has to say to the points of a closed round.",
                "For criteria whose points the round changed, until the next round is closed. What was said before to the same criterion is replaced; that needs the ETag of it in If-Match.")
            .Answers(404, 409);
    }

    internal static async Task<TaggedOk<AppraisalView>> GetAppraisal(
        int year, string period, string bloc, string unit, Caller caller, AppraisalReader reader, LeadersLookup findLeaders, CancellationToken cancellationToken)
    {
        var appraisal = await reader.ReadAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var leaders = caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(bloc, year, cancellationToken);
        var sight = AppraisalSight.Of(caller, unit, leaders, appraisal.Tree, appraisal.Record);
        return EntityTag.Ok(
            AppraisalView.Of(appraisal, sight),
            AppraisalChanges.VersionOf(appraisal.Record.Appraised.Where(score => score.Unit == unit && score.Round <= sight.Rounds)));
    }

    internal static async Task<TaggedOk<RoundScoresView>> SaveAppraisal(
        int year,
        string period,
        string bloc,
        string unit,
        int round,
        Body<AppraisalBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        LeadersLookup findLeaders,
        AppraisalChanges changes,
        CancellationToken cancellationToken)
    {
        var terms = await DemandMemberAsync(new(year, period, bloc, unit), caller, desk, cancellationToken);
        var appraiser = new Appraiser(unit, caller.Units, caller.IsAdmin, caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(bloc, year, cancellationToken));
        appraiser.DemandOther();
        var actor = caller.For(appraiser.ActingUnit(terms.Tree.Content.Appraising));
        var scores = await changes.SaveAsync(terms, appraiser, round, body.Value.Scores, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(RoundScoresView.Of(round, scores), AppraisalChanges.VersionOf(scores));
    }

    internal static async Task<Ok<RoundsView>> CloseAppraisalRound(
        int year, string period, string bloc, int round, Body<ClosingBody> body, Caller caller, SheetDesk desk, AppraisalChanges changes, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        var reason = body.Value.Reason?.Trim() is { Length: > 0 } given ? given : null;
        var record = await changes.CloseAsync(terms, round, reason, caller.Acting, cancellationToken);
        return TypedResults.Ok(RoundsView.Of(record, terms.Tree));
    }

    internal static async Task<TaggedOk<ExplanationsView>> ExplainScores(
        int year,
        string period,
        string bloc,
        string unit,
        int round,
        Body<ExplanationsBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        AppraisalChanges changes,
        CancellationToken cancellationToken)
    {
        var terms = await DemandMemberAsync(new(year, period, bloc, unit), caller, desk, cancellationToken);
        var explained = await changes.ExplainAsync(terms, round, body.Value.Explanations, ifMatch, caller.For(unit), cancellationToken);
        return EntityTag.Ok(ExplanationsView.Of(round, explained), AppraisalChanges.VersionOf(explained));
    }

    private static async Task<SheetTerms> DemandMemberAsync(SheetId id, Caller caller, SheetDesk desk, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        return terms.IsMember(desk.Today) ? terms : throw SheetTerms.NoSuchMember();
    }
}

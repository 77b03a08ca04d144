using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>Sheets are appraised in rounds, between which their units explain (docs/appraisal.md).</summary>
internal sealed class AppraisalFunctions(SheetDesk desk, AppraisalReader reader, AppraisalChanges changes, LeadersLookup findLeaders)
{
    private const string One = $"{BlocRoutes.Sheet}/appraisal";

    /// <summary>Shows a unit's points step by step: its own, its peers', each appraisal round's, the official ones.</summary>
    /// <remarks>Appraisers see every round, the unit a round once it is closed, assigned peers nothing but the unit's own points. Who still has to score others as a peer does not see the peers' average.</remarks>
    [Function(nameof(GetAppraisal)), Needs(Right.ReadSheet), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<AppraisalView>> GetAppraisal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var appraisal = await reader.ReadAsync(id, caller, cancellationToken);
        var sight = AppraisalSight.Of(caller, id.Unit, await LeadersForAsync(caller, id, cancellationToken), appraisal.Tree, appraisal.Record);
        return EntityTag.Ok(
            AppraisalView.Of(appraisal, sight, request.HttpContext.AnswersIn()),
            AppraisalChanges.VersionOf(appraisal.Record.Appraised.Where(score => score.Unit == id.Unit && score.Round <= sight.Rounds)));
    }

    /// <summary>Records an appraiser's points beside the unit's own, in the open round.</summary>
    /// <remarks>All or nothing, each with its reason; without points what the round has is taken back. Once the last round is closed, only what a complaint was upheld for is still put right in it, until that complaint is closed; it counts at once, and the unit gets a mail. The first save of a unit's appraisal needs no If-Match; each later one carries its ETag. What is the same already changes nothing.</remarks>
    [Function(nameof(SaveAppraisal)), Needs(Right.Appraise), Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<RoundScoresView>> SaveAppraisal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = $"{One}/{{round}}")] HttpRequest request,
        [AsParameters] SheetId id, int round, Body<AppraisalBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await DemandMemberAsync(id, caller, cancellationToken);
        var appraiser = new Appraiser(id.Unit, caller.Units, caller.IsAdmin, await LeadersForAsync(caller, id, cancellationToken));
        appraiser.DemandOther();
        var actor = caller.For(appraiser.ActingUnit(terms.Tree.Content.Appraising));
        var scores = await changes.SaveAsync(terms, appraiser, round, body.Value.Scores, ifMatch, actor, cancellationToken);
        return EntityTag.Ok(RoundScoresView.Of(round, terms.Tree, scores, request.HttpContext.AnswersIn()), AppraisalChanges.VersionOf(scores));
    }

    /// <summary>Closes the open appraisal round of a bloc.</summary>
    /// <remarks>From then on its points count. Not while a unit revises its sheet; the last round not while one has time to hand in or to score its peers either: all are named. Units whose points it changed get a mail, and may explain until the next round is closed. Doing it again changes nothing.</remarks>
    [Function(nameof(CloseAppraisalRound)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<Ok<RoundsView>> CloseAppraisalRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Bloc}/appraisal/rounds/{{round}}/closing")] HttpRequest request,
        [AsParameters] BlocInPeriod id, int round, Body<ClosingBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        var reason = body.Value.Reason?.Trim() is { Length: > 0 } given ? given : null;
        var record = await changes.CloseAsync(terms, round, reason, caller.Acting, cancellationToken);
        return TypedResults.Ok(RoundsView.Of(record, terms.Tree));
    }

    /// <summary>Says what a unit has to say to the points of a closed round.</summary>
    /// <remarks>For criteria whose points the round changed, until the next round is closed. What was said before to the same criterion is replaced; that needs the ETag of it in If-Match.</remarks>
    [Function(nameof(ExplainScores)), Needs(Right.WriteSheet), Answers(404, 409)]
    public async Task<TaggedOk<ExplanationsView>> ExplainScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Sheet}/explanations/{{round}}")] HttpRequest request,
        [AsParameters] SheetId id, int round, Body<ExplanationsBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await DemandMemberAsync(id, caller, cancellationToken);
        var explained = await changes.ExplainAsync(terms, round, body.Value.Explanations, ifMatch, caller.For(id.Unit), cancellationToken);
        return EntityTag.Ok(ExplanationsView.Of(round, explained), AppraisalChanges.VersionOf(explained));
    }

    private async Task<SheetTerms> DemandMemberAsync(SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        return terms.IsMember(desk.Today) ? terms : throw SheetTerms.NoSuchMember();
    }

    /// <summary>Who leads the bloc; not asked for callers of no unit.</summary>
    private async Task<Leaders> LeadersForAsync(Caller caller, SheetId id, CancellationToken cancellationToken) =>
        caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
}

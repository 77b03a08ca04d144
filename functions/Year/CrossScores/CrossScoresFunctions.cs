using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>Units score each other: who scores whom, what they give, and who may see it when (docs/cross-scoring.md).</summary>
internal sealed class CrossScoresFunctions(
    SheetDesk desk, PanelChanges panels, PeerChanges peers, BlocTable blocs, SheetTable sheets, RosterTable roster, LeadersLookup findLeaders)
{
    private const string Panel = $"{BlocRoutes.Bloc}/cross-scoring";
    private const string One = $"{Panel}/{{scorer}}/sheets/{{unit}}";

    /// <summary>Draws by lot who scores whom.</summary>
    /// <remarks>Each member scores as many as it is scored by, never itself, and two score each other only where there are too many pairs to avoid it. The seed is in the answer and in the trail: the same members and seed give the same panel. It can be drawn again until a unit has begun to score. All who score get a mail.</remarks>
    [Function(nameof(AssignCrossScoring)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<TaggedOk<PanelView>> AssignCrossScoring(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Panel)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Body<DrawBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        var record = await panels.DrawAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken);
        return await FirstPageAsync(record, terms, caller, cancellationToken);
    }

    /// <summary>Shows who scores whom, how far it is, and the points the caller may see.</summary>
    /// <remarks>A scorer sees what others gave a unit once its own scores of that unit are submitted; the scored unit once it has scored all of its own, and all its scorers or the stage are through.</remarks>
    [Function(nameof(GetCrossScoring)), Needs(Right.Read), Answers(400, 404, 409)]
    public async Task<TaggedOk<PanelView>> GetCrossScoring(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Panel)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Page page, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        var leaders = caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(id.Bloc, id.Year, cancellationToken);
        var viewer = Viewer(caller, terms, leaders, desk.Today);
        if (!viewer.Oversees && !viewer.Leads && !viewer.Units.Any(unit => terms.Members.Contains(unit, StringComparer.Ordinal)))
        {
            throw Refusal.NotFound(new("Chấm chéo của khối chỉ các đơn vị trong khối xem được.", "Only the units of the bloc see its cross-scoring."));
        }

        var record = await blocs.ReadAsync(terms.Id, cancellationToken);
        return EntityTag.Ok(PanelView.Of(record, terms.Tree, viewer, page, await roster.NamesAsync(cancellationToken)), record.Draw?.Version ?? 0);
    }

    /// <summary>Reads what a unit has given another so far.</summary>
    /// <remarks>For the scorer alone, with what is still missing.</remarks>
    [Function(nameof(GetCrossScores)), Needs(Right.ScorePeer), Answers(404, 409)]
    public async Task<TaggedOk<PeerSheetView>> GetCrossScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] PairId id, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        await peers.DemandAssignedAsync(terms.Id, id.Pair, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id.SheetOf(id.Unit), cancellationToken);
        return await AnswerAsync(id.Pair, await peers.FindAsync(terms.Id, id.Pair, cancellationToken), terms, sheet, cancellationToken);
    }

    /// <summary>Saves any part of what a unit gives another.</summary>
    /// <remarks>All or nothing. The first save needs no If-Match; each later one carries the ETag of the last. What is the same already changes nothing.</remarks>
    [Function(nameof(SaveCrossScores)), Needs(Right.ScorePeer), Answers(404, 409)]
    public async Task<TaggedOk<PeerSheetView>> SaveCrossScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = One)] HttpRequest request,
        [AsParameters] PairId id, Body<PeerScoresBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var (terms, sheet) = await DemandOpenAsync(id, cancellationToken);
        var saved = await peers.SaveAsync(terms, id.Pair, body.Value, sheet.Content, ifMatch, caller.For(id.Scorer), cancellationToken);
        return await AnswerAsync(id.Pair, saved, terms, sheet, cancellationToken);
    }

    /// <summary>Hands in what a unit gives another, for ever.</summary>
    /// <remarks>Every criterion needs points, but for bonus, penalty and what is computed. Doing it again changes nothing.</remarks>
    [Function(nameof(SubmitCrossScores)), Needs(Right.ScorePeer), Answers(404, 409)]
    public async Task<TaggedOk<PeerSheetView>> SubmitCrossScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/submission")] HttpRequest request,
        [AsParameters] PairId id, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (await peers.FindAsync(id.InPeriod, id.Pair, cancellationToken) is { SubmittedAt: not null } done)
        {
            var known = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
            return await AnswerAsync(id.Pair, done, known, await sheets.ReadAsync(id.InPeriod.SheetOf(id.Unit), cancellationToken), cancellationToken);
        }

        var (terms, sheet) = await DemandOpenAsync(id, cancellationToken);
        var submitted = await peers.SubmitAsync(terms, id.Pair, sheet.Content, ifMatch, caller.For(id.Scorer), cancellationToken);
        return await AnswerAsync(id.Pair, submitted, terms, sheet, cancellationToken);
    }

    /// <summary>Puts another unit in a scorer's place.</summary>
    /// <remarks>With a reason, which is mailed to both. Not once the scorer has submitted.</remarks>
    [Function(nameof(ReplaceScorer)), Needs(Right.LeadBloc), Answers(404, 409)]
    public async Task<TaggedOk<PanelView>> ReplaceScorer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/replacement")] HttpRequest request,
        [AsParameters] PairId id, Body<ReplacementBody> body, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        var faults = new List<Fault>();
        if (!terms.Members.Contains(body.Value.Scorer, StringComparer.Ordinal))
        {
            faults.Add("$.scorer", $"Đơn vị '{body.Value.Scorer}' không thuộc khối.", $"The unit '{body.Value.Scorer}' is not in the bloc.");
        }

        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            faults.Add("$.reason", "Cần ghi lý do thay đơn vị chấm.", "A reason is needed.");
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        return await FirstPageAsync(await panels.ReplaceAsync(terms, id.Pair, body.Value, caller.Acting, cancellationToken), terms, caller, cancellationToken);
    }

    /// <summary>Who scores whom, in a bloc and a period.</summary>
    internal sealed record PairId(int Year, string Period, string Bloc, string Scorer, string Unit)
    {
        public BlocInPeriod InPeriod => new(Year, Period, Bloc);

        public CrossPair Pair => new(Scorer, Unit);
    }

    private async Task<TaggedOk<PanelView>> FirstPageAsync(BlocRecord record, BlocTerms terms, Caller caller, CancellationToken cancellationToken) => EntityTag.Ok(
        PanelView.Of(
            record, terms.Tree, Viewer(caller, terms, Leaders.Nobody, desk.Today), new(null, Page.DefaultSize), await roster.NamesAsync(cancellationToken)),
        record.Draw!.Version);

    private async Task<(BlocTerms Terms, StoredSheet Sheet)> DemandOpenAsync(PairId id, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id.InPeriod, cancellationToken);
        // Before all else: how far a unit's sheet is, is only its scorers' affair.
        await peers.DemandAssignedAsync(id.InPeriod, id.Pair, cancellationToken);
        terms.DemandOpen(StageKind.CrossScore, id.Scorer, desk.Today);
        var sheet = await sheets.ReadAsync(id.InPeriod.SheetOf(id.Unit), cancellationToken);
        return sheet.Head is not { IsSubmitted: true } head
            ? throw Refusal.Rule("sheet-not-submitted", new(
                "Đơn vị được chấm chưa nộp phiếu điểm nên chưa chấm chéo được.", "The unit has not submitted its sheet, so it cannot be scored yet."))
            : !head.IsBy(terms.Tree.Scheme)
                ? throw Refusal.Rule("scheme-changed", new(
                    "Đơn vị được chấm đã nộp phiếu theo một phiên bản khác của bảng điểm; phải nộp lại rồi mới chấm chéo được.",
                    "The unit has submitted by another version of the scheme; it must submit again before it can be scored."))
                : (terms, sheet);
    }

    private async Task<TaggedOk<PeerSheetView>> AnswerAsync(CrossPair pair, PeerScores? given, BlocTerms terms, StoredSheet sheet, CancellationToken cancellationToken) =>
        EntityTag.Ok(
            PeerSheetView.Of(pair, given, terms.Tree, sheet.Content, await roster.NamesAsync(cancellationToken)), given?.Version ?? 0);

    private static PeerViewer Viewer(Caller caller, BlocTerms terms, Leaders leaders, DateOnly today) => new(
        caller.Units,
        caller.Oversees,
        caller.Units.Any(unit => unit == leaders.Head || unit == leaders.Deputy),
        terms.IsOver(StageKind.CrossScore, today));
}

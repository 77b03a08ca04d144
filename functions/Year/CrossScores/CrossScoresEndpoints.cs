using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.CrossScores;

/// <summary>Units score each other: who scores whom, what they give, and who may see it when (docs/cross-scoring.md).</summary>
internal static class CrossScoresEndpoints
{
    private const string Panel = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/cross-scoring";
    private const string One = $"{Panel}/{{scorer}}/sheets/{{unit}}";

    public static void MapCrossScores(this IEndpointRouteBuilder app)
    {
        app.MapPost(Panel, AssignCrossScoring).WithName(nameof(AssignCrossScoring))
            .Needs(Right.LeadBloc)
            .Says(
                "Draws by lot who scores whom.",
                "Each member scores as many as it is scored by, never itself, and two score each other only where there are too many pairs to avoid it. The seed is in the answer and in the trail: "
                + "the same members and seed give the same panel. It can be drawn again until a unit has begun to score.")
            .Answers(404, 409);
        app.MapGet(Panel, GetCrossScoring).WithName(nameof(GetCrossScoring))
            .Needs(Right.Read)
            .Says(
                "Shows who scores whom, how far it is, and the points the caller may see.",
                "A scorer sees what others gave a unit once its own scores of that unit are submitted; the scored unit once it has scored all of its own, and all its scorers or the stage are through.")
            .Answers(400, 404, 409);
        app.MapGet(One, GetCrossScores).WithName(nameof(GetCrossScores))
            .Needs(Right.ScorePeer)
            .Says("Reads what a unit has given another so far.", "For the scorer alone, with what is still missing.")
            .Answers(404, 409);
        app.MapMethods(One, ["PATCH"], SaveCrossScores).WithName(nameof(SaveCrossScores))
            .Needs(Right.ScorePeer)
            .Says(
                "Saves any part of what a unit gives another.",
                "All or nothing. The first save needs no If-Match; each later one carries the ETag of the last. What is the same already changes nothing.")
            .Answers(404, 409);
        app.MapPost($"{One}/submission", SubmitCrossScores).WithName(nameof(SubmitCrossScores))
            .Needs(Right.ScorePeer)
            .Says("Hands in what a unit gives another, for ever.", "Every criterion needs points, but for bonus, penalty and what is computed. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapPost($"{One}/replacement", ReplaceScorer).WithName(nameof(ReplaceScorer))
            .Needs(Right.LeadBloc)
            .Says("Puts another unit in a scorer's place.", "With a reason, which is mailed to both. Not once the scorer has submitted.")
            .Answers(404, 409);
    }

    internal static async Task<TaggedOk<PanelView>> AssignCrossScoring(
        int year, string period, string bloc, Body<DrawBody> body, IfMatch ifMatch, Caller caller, SheetDesk desk, PanelChanges changes, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        var record = await changes.DrawAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken);
        return FirstPage(record, terms, caller, desk);
    }

    internal static async Task<TaggedOk<PanelView>> GetCrossScoring(
        int year, string period, string bloc, Page page, Caller caller, SheetDesk desk, BlocTable blocs, LeadersLookup findLeaders, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        var leaders = caller.Units.Count == 0 ? Leaders.Nobody : await findLeaders(bloc, year, cancellationToken);
        var viewer = Viewer(caller, terms, leaders, desk.Today);
        if (!viewer.Oversees && !viewer.Leads && !viewer.Units.Any(unit => terms.Members.Contains(unit, StringComparer.Ordinal)))
        {
            throw Refusal.NotFound(new("Chấm chéo của khối chỉ các đơn vị trong khối xem được.", "Only the units of the bloc see its cross-scoring."));
        }

        var record = await blocs.ReadAsync(terms.Id, cancellationToken);
        return EntityTag.Ok(PanelView.Of(record, terms.Tree, viewer, page), record.Draw?.Version ?? 0);
    }

    internal static async Task<TaggedOk<PeerSheetView>> GetCrossScores(
        int year, string period, string bloc, string scorer, string unit, SheetDesk desk, PeerChanges changes, SheetTable sheets, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
        var pair = new CrossPair(scorer, unit);
        await changes.DemandAssignedAsync(terms.Id, pair, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id.SheetOf(unit), cancellationToken);
        return Answer(pair, await changes.FindAsync(terms.Id, pair, cancellationToken), terms, sheet);
    }

    internal static async Task<TaggedOk<PeerSheetView>> SaveCrossScores(
        int year,
        string period,
        string bloc,
        string scorer,
        string unit,
        Body<PeerScoresBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetTable sheets,
        PeerChanges changes,
        CancellationToken cancellationToken)
    {
        var (terms, pair, sheet) = await DemandOpenAsync(new(year, period, bloc), new(scorer, unit), desk, changes, sheets, cancellationToken);
        var saved = await changes.SaveAsync(terms, pair, body.Value, sheet.Content, ifMatch, caller.For(scorer), cancellationToken);
        return Answer(pair, saved, terms, sheet);
    }

    internal static async Task<TaggedOk<PeerSheetView>> SubmitCrossScores(
        int year,
        string period,
        string bloc,
        string scorer,
        string unit,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetTable sheets,
        PeerChanges changes,
        CancellationToken cancellationToken)
    {
        var id = new BlocInPeriod(year, period, bloc);
        var pair = new CrossPair(scorer, unit);
        if (await changes.FindAsync(id, pair, cancellationToken) is { SubmittedAt: not null } done)
        {
            var known = await desk.FindBlocTermsAsync(id, cancellationToken);
            return Answer(pair, done, known, await sheets.ReadAsync(id.SheetOf(unit), cancellationToken));
        }

        var (terms, _, sheet) = await DemandOpenAsync(id, pair, desk, changes, sheets, cancellationToken);
        var submitted = await changes.SubmitAsync(terms, pair, sheet.Content, ifMatch, caller.For(scorer), cancellationToken);
        return Answer(pair, submitted, terms, sheet);
    }

    internal static async Task<TaggedOk<PanelView>> ReplaceScorer(
        int year,
        string period,
        string bloc,
        string scorer,
        string unit,
        Body<ReplacementBody> body,
        Caller caller,
        SheetDesk desk,
        RosterTable roster,
        PanelChanges changes,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(new(year, period, bloc), cancellationToken);
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

        var name = (await roster.FindUnitAsync(unit, cancellationToken))?.Name ?? unit;
        var record = await changes.ReplaceAsync(terms, new(scorer, unit), body.Value, name, caller.Acting, cancellationToken);
        return FirstPage(record, terms, caller, desk);
    }

    private static TaggedOk<PanelView> FirstPage(BlocRecord record, BlocTerms terms, Caller caller, SheetDesk desk) => EntityTag.Ok(
        PanelView.Of(record, terms.Tree, Viewer(caller, terms, Leaders.Nobody, desk.Today), new(null, Page.DefaultSize)), record.Draw!.Version);

    private static async Task<(BlocTerms Terms, CrossPair Pair, StoredSheet Sheet)> DemandOpenAsync(
        BlocInPeriod id, CrossPair pair, SheetDesk desk, PeerChanges changes, SheetTable sheets, CancellationToken cancellationToken)
    {
        var terms = await desk.FindBlocTermsAsync(id, cancellationToken);
        // Before all else: how far a unit's sheet is, is only its scorers' affair.
        await changes.DemandAssignedAsync(id, pair, cancellationToken);
        terms.DemandOpen(StageKind.CrossScore, pair.Scorer, desk.Today);
        var sheet = await sheets.ReadAsync(id.SheetOf(pair.Scored), cancellationToken);
        return sheet.Head is not { IsSubmitted: true } head
            ? throw Refusal.Rule("sheet-not-submitted", new(
                "Đơn vị được chấm chưa nộp phiếu điểm nên chưa chấm chéo được.", "The unit has not submitted its sheet, so it cannot be scored yet."))
            : !head.IsBy(terms.Tree.Scheme)
                ? throw Refusal.Rule("scheme-changed", new(
                    "Đơn vị được chấm đã nộp phiếu theo một phiên bản khác của bảng điểm; phải nộp lại rồi mới chấm chéo được.",
                    "The unit has submitted by another version of the scheme; it must submit again before it can be scored."))
                : (terms, pair, sheet);
    }

    private static TaggedOk<PeerSheetView> Answer(CrossPair pair, PeerScores? given, BlocTerms terms, StoredSheet sheet) =>
        EntityTag.Ok(PeerSheetView.Of(pair, given, terms.Tree, sheet.Content), given?.Version ?? 0);

    private static PeerViewer Viewer(Caller caller, BlocTerms terms, Leaders leaders, DateOnly today) => new(
        caller.Units,
        caller.Oversees,
        caller.Units.Any(unit => unit == leaders.Head || unit == leaders.Deputy),
        terms.IsOver(StageKind.CrossScore, today));
}

using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Sheets;

/// <summary>How units score themselves, hand in, and see what became of it.</summary>
internal sealed class SheetFunctions(
    SheetDesk desk,
    SheetTable sheets,
    BlocTable blocs,
    SheetReader reader,
    RosterTable roster,
    SheetChanges changes,
    NotApplicableChanges notApplicable,
    AdoptedRegulation findRegulation)
{
    /// <summary>A change can be as large as a whole sheet.</summary>
    private const int MostChanges = 100;

    /// <summary>Reads a unit's score sheet.</summary>
    /// <remarks>What was entered, what it comes to at every criterion under the conditions that were declared, and where it stands. Before the first save it is empty.</remarks>
    [Function(nameof(GetSheet)), Needs(Right.ReadSheet), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetView>> GetSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BlocRoutes.Sheet)] HttpRequest request,
        [AsParameters] SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        var facts = await reader.FactsAsync(id, tree, cancellationToken);
        var isOpen = sheet.State.IsEditable() && terms.IsMember(desk.Today) && terms.IsOpen(desk.Today, sheet.Head)
            && (terms.EntersPastYear || !terms.IsAppraisalBegun(desk.Today) || !await blocs.IsAppraisedAsync(id.InPeriod, tree, cancellationToken));
        var names = await roster.NamesAsync(cancellationToken);
        return EntityTag.Ok(SheetView.Of(sheet, terms, tree, facts, names[id.Unit], isOpen, request.HttpContext.AnswersIn()), sheet.Version);
    }

    /// <summary>Lists where the sheets of a bloc's members stand.</summary>
    /// <remarks>Who has submitted and who has not, in pages.</remarks>
    [Function(nameof(ListSheets)), Needs(Right.ReadBloc), Answers(400, 404)]
    public async Task<Ok<SheetPage>> ListSheets(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BlocRoutes.Sheets)] HttpRequest request,
        [AsParameters] BlocInPeriod id, Page page, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } unit && !Slug.IsValid(unit))
        {
            throw Page.BadContinuation();
        }

        var (cycle, members) = await desk.FindBlocAsync(id.Year, id.Period, id.Bloc, cancellationToken);
        var rest = members.Where(member => string.CompareOrdinal(member, page.Continuation) > 0).ToList();
        List<string> shown = [.. rest.Take(page.Size)];
        var heads = await sheets.FindHeadsAsync(shown.Select(id.SheetOf), cancellationToken);
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new SheetPage(
            [.. shown.Zip(heads, (member, head) => Item(cycle, id.SheetOf(member), names[member], head, desk.Today))],
            rest.Count > shown.Count ? shown[^1] : null));
    }

    /// <summary>Saves any part of a unit's own scores.</summary>
    /// <remarks>
    /// All or nothing. What an entry carries follows from its criterion (PreviewScheme): points, a count, counts, an option's code, or a measure. The first save needs no If-Match; each later one carries the ETag of the last. What is the same already changes nothing,
    /// so a save of which the answer was lost can be repeated. The office may do this for a year that is over.
    /// </remarks>
    [Function(nameof(SaveScores)), Needs(Right.WriteSheet), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> SaveScores(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = $"{BlocRoutes.Sheet}/scores")] HttpRequest request,
        [AsParameters] SheetId id, Body<ScoresBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        var saved = await changes.SaveAsync(terms, body.Value.Scores, body.Value.Reason, ifMatch, caller.For(id.Unit), cancellationToken);
        return await AnswerAsync(saved, terms, request, cancellationToken);
    }

    /// <summary>Hands a unit's sheet in.</summary>
    /// <remarks>
    /// Every criterion needs a score or a result, and evidence or an explanation where the scheme asks for it, before the unit's deadline.
    /// The answer has the hash of exactly what was submitted. Where the bloc's regulation asks for the approval of the unit's leader, only an officer who may approve for the unit hands it in. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(SubmitSheet)), Needs(Right.WriteSheet), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> SubmitSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Sheet}/submission")] HttpRequest request,
        [AsParameters] SheetId id, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        await DemandApprovalAsync(id, caller, cancellationToken);
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        return await AnswerAsync(await changes.SubmitAsync(terms, ifMatch, caller.For(id.Unit), cancellationToken), terms, request, cancellationToken);
    }

    /// <summary>The office, which enters a year that is over, is asked for nobody's approval.</summary>
    private async Task DemandApprovalAsync(SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Units.Contains(id.Unit)
            && !caller.ApprovesFor.Contains(id.Unit)
            && (await findRegulation(new(id.Year, id.Bloc), cancellationToken)).Last is { Approval: ApprovalOfAnswers.ReportPartsAndSheets })
        {
            throw ApprovalWords.Refuse(new(
                "Theo quy chế của khối, phiếu tự chấm điểm phải do lãnh đạo đơn vị phê duyệt và nộp.", "By the bloc's regulation the unit's leader approves the sheet and hands it in."));
        }
    }

    /// <summary>Gives a submitted sheet back to its unit.</summary>
    /// <remarks>With a reason, which is mailed to the unit. Not any more once the last appraisal round is closed: what changed then could not be appraised.</remarks>
    [Function(nameof(ReturnSheet)), Needs(Right.LeadBloc), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> ReturnSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Sheet}/return")] HttpRequest request,
        [AsParameters] SheetId id, Body<ReturnBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        if (reason.Length == 0)
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do trả lại.", "A reason is needed."));
        }

        var terms = await desk.FindAsync(id, caller, cancellationToken);
        return await AnswerAsync(await changes.ReturnAsync(terms, reason, ifMatch, caller.Acting, cancellationToken), terms, request, cancellationToken);
    }

    /// <summary>Says which criteria are not assigned to a unit.</summary>
    /// <remarks>
    /// The whole list, with a reason. They leave what the unit could have and what it has; what was entered there stays, and counts for nothing.
    /// A submitted sheet is returned first. Once the sheet has begun, a change carries its ETag, and the unit reads it again before it saves.
    /// </remarks>
    [Function(nameof(SetNotApplicable)), Needs(Right.LeadBloc), ReadsSheet, Answers(404, 409), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> SetNotApplicable(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{BlocRoutes.Sheet}/not-applicable")] HttpRequest request,
        [AsParameters] SheetId id, Body<NotApplicableBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
        }

        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        return await AnswerAsync(await notApplicable.SetAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken), terms, request, cancellationToken);
    }

    /// <summary>Lists every change of a sheet, the latest first.</summary>
    /// <remarks>Who changed what, when and why, with old and new; of scores and evidence alike.</remarks>
    [Function(nameof(ListChanges)), Needs(Right.ReadSheet), Answers(400), GivesLanguage]
    public async Task<Ok<ChangePage>> ListChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Sheet}/changes")] HttpRequest request,
        [AsParameters] SheetId id, Page page, CancellationToken cancellationToken)
    {
        long? before = page.Continuation is not { } continuation ? null
            : long.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Page.BadContinuation();

        var rows = await sheets.ChangesAsync(id, before, Math.Min(page.Size, MostChanges), cancellationToken);
        var language = request.HttpContext.AnswersIn();
        var names = await roster.NamesAsync(cancellationToken);
        return TypedResults.Ok(new ChangePage(
            [.. rows.Select(row => ChangeView.Of(row, id.Unit, names, language))],
            rows.Count > 0 && rows[^1].Seq > 1 ? rows[^1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private async Task<TaggedOk<SheetSummary>> AnswerAsync(StoredSheet sheet, SheetTerms terms, HttpRequest request, CancellationToken cancellationToken) =>
        EntityTag.Ok(await reader.SummaryAsync(sheet, terms, request.HttpContext.AnswersIn(), cancellationToken), sheet.Version);

    private static SheetItem Item(Cycle cycle, SheetId id, string name, SheetHead? head, DateOnly today)
    {
        var deadline = head?.RevisionDue ?? cycle.DeadlineOf(id.Bloc, id.Unit, new(StageKind.SelfScore, id.Period));
        return new(id.Unit, name, head?.State ?? SheetState.NotStarted, deadline, head is not { IsSubmitted: true } && today > deadline, head?.SubmittedAt);
    }
}

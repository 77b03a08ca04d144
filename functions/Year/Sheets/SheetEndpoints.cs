using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Sheets;

/// <summary>How units score themselves, hand in, and see what became of it.</summary>
internal static class SheetEndpoints
{
    public const string Save = nameof(SaveScores);

    private const string Sheets = "/api/cycles/{year}/periods/{period}/blocs/{bloc}/sheets";
    public const string One = $"{Sheets}/{{unit}}";

    /// <summary>A change can be as large as a whole sheet.</summary>
    private const int MostChanges = 100;

    public static void MapSheets(this IEndpointRouteBuilder app)
    {
        app.MapGet(One, GetSheet).WithName(nameof(GetSheet))
            .Needs(Right.ReadSheet)
            .Says("Reads a unit's score sheet.", "What was entered, what it comes to at every criterion, and where it stands. Before the first save it is empty.")
            .Answers(404, 409);
        app.MapGet(Sheets, ListSheets).WithName(nameof(ListSheets))
            .Needs(Right.ReadBloc)
            .Says("Lists where the sheets of a bloc's members stand.", "Who has submitted and who has not, in pages.")
            .Answers(400, 404);
        app.MapMethods($"{One}/scores", ["PATCH"], SaveScores).WithName(Save)
            .Needs(Right.WriteSheet)
            .Says(
                "Saves any part of a unit's own scores.",
                "All or nothing. The first save needs no If-Match; each later one carries the ETag of the last. What is the same already changes nothing, "
                + "so a save of which the answer was lost can be repeated. The office may do this for a year that is over.")
            .Answers(404, 409);
        app.MapPost($"{One}/submission", SubmitSheet).WithName(nameof(SubmitSheet))
            .Needs(Right.WriteSheet)
            .Says(
                "Hands a unit's sheet in.",
                "Every criterion needs a score, and evidence or an explanation where the scheme asks for it, before the unit's deadline. "
                + "The answer has the hash of exactly what was submitted. Doing it again changes nothing.")
            .Answers(404, 409);
        app.MapPost($"{One}/return", ReturnSheet).WithName(nameof(ReturnSheet))
            .Needs(Right.LeadBloc)
            .Says("Gives a submitted sheet back to its unit.", "With a reason, which is mailed to the unit. Not any more once the standings rest on the sheet.")
            .Answers(404, 409);
        app.MapPut($"{One}/not-applicable", SetNotApplicable).WithName(nameof(SetNotApplicable))
            .Needs(Right.LeadBloc)
            .Says(
                "Says which criteria are not assigned to a unit.",
                "The whole list, with a reason. They leave what the unit could have and what it has; what was entered there stays, and counts for nothing. "
                + "A submitted sheet is returned first. Once the sheet has begun, a change carries its ETag, and the unit reads it again before it saves.")
            .Answers(404, 409);
        app.MapGet($"{One}/changes", ListChanges).WithName(nameof(ListChanges))
            .Needs(Right.ReadSheet)
            .Says("Lists every change of a sheet, the latest first.", "Who changed what, when and why, with old and new; of scores and evidence alike.")
            .Answers(400);
    }

    private static async Task<TaggedOk<SheetView>> GetSheet(
        int year, string period, string bloc, string unit, Caller caller, SheetDesk desk, SheetTable sheets, SchemeTable schemes, BlocTable blocs, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        var figures = tree.Leaves.Any(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative) ? await blocs.FiguresOfAsync(terms.Id, cancellationToken) : [];
        return EntityTag.Ok(SheetView.Of(sheet, terms, tree, figures, desk.Today), sheet.Version);
    }

    private static async Task<Ok<SheetPage>> ListSheets(
        int year, string period, string bloc, Page page, SheetDesk desk, SheetTable sheets, CancellationToken cancellationToken)
    {
        if (page.Continuation is { } unit && !Slug.IsValid(unit))
        {
            throw Page.BadContinuation();
        }

        var (cycle, members) = await desk.FindBlocAsync(year, period, bloc, cancellationToken);
        var rest = members.Where(member => string.CompareOrdinal(member, page.Continuation) > 0).ToList();
        List<string> shown = [.. rest.Take(page.Size)];
        var heads = await sheets.FindHeadsAsync(shown.Select(member => new SheetId(year, period, bloc, member)), cancellationToken);
        return TypedResults.Ok(new SheetPage(
            [.. shown.Zip(heads, (member, head) => Item(cycle, period, bloc, member, head, desk.Today))],
            rest.Count > shown.Count ? shown[^1] : null));
    }

    private static async Task<TaggedOk<SheetSummary>> SaveScores(
        int year, string period, string bloc, string unit, Body<ScoresBody> body, IfMatch ifMatch, Caller caller, SheetDesk desk, SheetChanges changes, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var saved = await changes.SaveAsync(terms, body.Value.Scores, body.Value.Reason, ifMatch, caller.For(unit), cancellationToken);
        return EntityTag.Ok(SheetSummary.Of(saved, terms, terms.Tree), saved.Version);
    }

    private static async Task<TaggedOk<SheetSummary>> SubmitSheet(
        int year,
        string period,
        string bloc,
        string unit,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetChanges changes,
        SchemeTable schemes,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var submitted = await changes.SubmitAsync(terms, ifMatch, caller.For(unit), cancellationToken);
        return EntityTag.Ok(SheetSummary.Of(submitted, terms, await desk.TreeAsync(submitted, terms, cancellationToken)), submitted.Version);
    }

    private static async Task<TaggedOk<SheetSummary>> ReturnSheet(
        int year,
        string period,
        string bloc,
        string unit,
        Body<ReturnBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetChanges changes,
        SchemeTable schemes,
        CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim();
        if (reason.Length == 0)
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do trả lại.", "A reason is needed."));
        }

        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var returned = await changes.ReturnAsync(terms, reason, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(SheetSummary.Of(returned, terms, await desk.TreeAsync(returned, terms, cancellationToken)), returned.Version);
    }

    private static async Task<TaggedOk<SheetSummary>> SetNotApplicable(
        int year,
        string period,
        string bloc,
        string unit,
        Body<NotApplicableBody> body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        NotApplicableChanges changes,
        SchemeTable schemes,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Value.Reason))
        {
            throw Refusal.BadInput("$.reason", new("Cần ghi lý do.", "A reason is needed."));
        }

        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        if (!terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var changed = await changes.SetAsync(terms, body.Value, ifMatch, caller.Acting, cancellationToken);
        return EntityTag.Ok(SheetSummary.Of(changed, terms, await desk.TreeAsync(changed, terms, cancellationToken)), changed.Version);
    }

    private static async Task<Ok<ChangePage>> ListChanges(
        int year, string period, string bloc, string unit, Page page, SheetTable sheets, CancellationToken cancellationToken)
    {
        long? before = null;
        if (page.Continuation is { } continuation)
        {
            before = long.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Page.BadContinuation();
        }

        var rows = await sheets.ChangesAsync(new(year, period, bloc, unit), before, Math.Min(page.Size, MostChanges), cancellationToken);
        return TypedResults.Ok(new ChangePage(
            [.. rows.Select(ChangeView.Of)],
            rows.Count > 0 && rows[^1].Seq > 1 ? rows[^1].Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static SheetItem Item(Cycle cycle, string period, string bloc, string unit, SheetHead? head, DateOnly today)
    {
        var deadline = head?.RevisionDue ?? cycle.DeadlineOf(bloc, unit, new(StageKind.SelfScore, period));
        return new(unit, head?.State ?? SheetState.NotStarted, deadline, head is not { IsSubmitted: true } && today > deadline, head?.SubmittedAt);
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Reports;

/// <summary>Reports of a bloc's year: asked for, merged, edited, adopted.</summary>
internal sealed class ReportFunctions(ReportDesk desk, ReportTable reports, ReportChanges changes, RegistersLookup findRegisters)
{
    public const string Reports = $"{BlocRoutes.Year}/reports";
    public const string One = $"{Reports}/{{report}}";

    /// <summary>Asks the units of a bloc for their parts of a report.</summary>
    /// <remarks>
    /// The whole request; the first needs no If-Match. The units that are asked get a mail, and again when the day moves; not in a year that is over. What a unit has answered keeps its place: its question, its section and the unit itself are not taken out, and its number is not counted otherwise. With isClosed no
    /// part is taken any more. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(RequestReports)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<ReportView>> RequestReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Body<ReportRequestBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        if (ReportRules.Check(sight.Terms, body.Value) is { Count: > 0 } faults)
        {
            throw Refusal.BadInput(faults);
        }

        return await AnswerAsync(sight, await changes.RequestAsync(sight.Terms, body.Value.ToRequest(report), ifMatch, caller.Acting, cancellationToken), cancellationToken);
    }

    /// <summary>Lists the reports of a bloc's year.</summary>
    /// <remarks>In pages, by id.</remarks>
    [Function(nameof(ListReports)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    public async Task<Ok<ReportPage>> ListReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Reports)] HttpRequest request,
        [AsParameters] YearOfBloc id, Page page, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        var (found, isMore) = await reports.ListAsync(id, SlugOf(page), page.Size, cancellationToken);
        return TypedResults.Ok(new ReportPage([.. found.Select(one => ReportSummary.Of(one, sight.Today))], isMore ? found[^1].Id : null));
    }

    /// <summary>Shows a report: what is asked, who has sent it, who is missing or late, and its text.</summary>
    /// <remarks>
    /// Days are counted by calendar day. The leaders, the office, the council and readers see every unit; a unit sees how many have sent, and itself. The bloc's units see the text once it is adopted, or shared with them before.
    /// </remarks>
    [Function(nameof(GetReport)), Needs(Right.ReadBlocYear), Answers(404)]
    public async Task<TaggedOk<ReportView>> GetReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Caller caller, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.FindAsync(id, caller, cancellationToken), await reports.ReadAsync(id, report, cancellationToken), cancellationToken);

    /// <summary>Puts the parts that were sent together, as a draft in the skeleton of every such report.</summary>
    /// <remarks>
    /// Results, shortcomings with causes, tasks, proposals; the units in the order of the Vietnamese alphabet, their numbers added up, and what the registers hold of these days. It can be done again whenever more has come: what an editor has
    /// written, changed, moved or dropped stays as it is. Where a unit says something else than what an editor has worked on, both texts are there, and toLookAt names them. With nothing new it changes nothing.
    /// </remarks>
    [Function(nameof(MergeReport)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<MergeView>> MergeReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/merge")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        var asked = await reports.FindAsync(id, report, cancellationToken) ?? throw ReportRules.NoSuchReport();
        var registers = await findRegisters(sight.Terms, asked.From, asked.Until, cancellationToken);
        var (merged, outcome) = await changes.MergeAsync(sight.Terms, report, registers, caller.Acting, cancellationToken);
        var view = await ViewAsync(sight, merged, cancellationToken);
        return EntityTag.Ok(
            new MergeView(outcome.Added, outcome.Removed, outcome.ToLookAt, [.. view.Parts.Where(part => part.State != PartState.Sent).Select(part => part.Unit)], view), merged.Version);
    }

    /// <summary>Writes the text of a report as an editor leaves it.</summary>
    /// <remarks>The whole text; what is left out is dropped, and a later merge does not bring it back. Before any merge it writes a text of its own. The same again changes nothing.</remarks>
    [Function(nameof(PutReport)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<ReportView>> PutReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = $"{One}/draft")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Body<ReportBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        return await AnswerAsync(sight, await changes.EditAsync(sight.Terms, report, body.Value, ifMatch, caller.Acting, cancellationToken), cancellationToken);
    }

    /// <summary>Records that a report was adopted.</summary>
    /// <remarks>By a meeting, which was held and, where the regulation asks for a quorum, had one; or on a day; where the day is not known, what is said of it. Parts that were sent after the last merge are merged first. From then on nothing of the report changes: no part, no text, nothing that is asked. The same again changes nothing.</remarks>
    [Function(nameof(AdoptReport)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<ReportView>> AdoptReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{One}/adoption")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Body<ReportAdoption> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        var adoption = body.Value with { Said = body.Value.Said?.Trim(), Number = body.Value.Number?.Trim() };
        if ((await reports.FindAsync(id, report, cancellationToken))?.Adopted != adoption)
        {
            await desk.DemandHeldAsync(id, report, adoption, cancellationToken);
        }

        return await AnswerAsync(sight, await changes.AdoptAsync(sight, report, adoption, ifMatch, caller.Acting, cancellationToken), cancellationToken);
    }

    private async Task<TaggedOk<ReportView>> AnswerAsync(ReportSight sight, StoredReport report, CancellationToken cancellationToken) =>
        EntityTag.Ok(await ViewAsync(sight, report, cancellationToken), report.Version);

    private async Task<ReportView> ViewAsync(ReportSight sight, StoredReport report, CancellationToken cancellationToken) =>
        ReportView.Of(sight, report, report.Draft is { Statistics.Count: > 0 } ? await reports.SentAsync(sight.Terms.Id, report, cancellationToken) : []);

    public static string? SlugOf(Page page) =>
        page.Continuation is { } after && !Slug.IsValid(after) ? throw Page.BadContinuation() : page.Continuation;
}

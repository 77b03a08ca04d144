using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Reports;

/// <summary>The units' parts of a report: an officer writes, the unit's leader approves, the bloc's leaders read or give back.</summary>
internal sealed class PartFunctions(ReportDesk desk, ReportTable reports, PartChanges changes)
{
    private const string Parts = $"{ReportFunctions.One}/parts";
    private const string Part = $"{Parts}/{{unit}}";

    /// <summary>Writes a unit's part of a report.</summary>
    /// <remarks>
    /// The whole part; the first needs no If-Match. A number that is only about right is kept as it was said and as a number ("gần 8.400" and 8400). Nobody else reads it as the unit's word before it is sent. The same again changes nothing.
    /// </remarks>
    [Function(nameof(PutReportPart)), Needs(Right.WriteSheet), Answers(404, 409)]
    public async Task<TaggedOk<PartView>> PutReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Part)] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, string unit, Body<PartContent> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        await changes.PutAsync(sight.Terms, report, unit, body.Value.Trimmed(), ifMatch, caller.For(unit), cancellationToken);
        return await AnswerAsync(sight, report, unit, cancellationToken);
    }

    /// <summary>Sends a unit's part of a report.</summary>
    /// <remarks>
    /// Where the bloc's regulation asks for the approval of the unit's leader this is refused, and ApproveReportPart sends it. After the day it was due it is taken and is late; not any more once the report is closed. Doing it again changes nothing.
    /// </remarks>
    [Function(nameof(SendReportPart)), Needs(Right.WriteSheet), Answers(404, 409)]
    public async Task<TaggedOk<PartView>> SendReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Part}/submission")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, string unit, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        // The office enters a year that is over from papers that were signed.
        if (sight.NeedsApproval && caller.Units.Contains(unit))
        {
            throw PartRules.NeedsApproval();
        }

        await changes.SendAsync(sight.Terms, report, unit, isApproved: false, ifMatch, caller.For(unit), cancellationToken);
        return await AnswerAsync(sight, report, unit, cancellationToken);
    }

    /// <summary>Approves a unit's part of a report, and thereby sends it.</summary>
    /// <remarks>By whom the office has bound to the unit as one who may approve for it. Doing it again changes nothing.</remarks>
    [Function(nameof(ApproveReportPart)), Needs(Right.ApproveForUnit), Answers(404, 409)]
    public async Task<TaggedOk<PartView>> ApproveReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Part}/approval")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, string unit, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        await changes.SendAsync(sight.Terms, report, unit, isApproved: true, ifMatch, caller.For(unit), cancellationToken);
        return await AnswerAsync(sight, report, unit, cancellationToken);
    }

    /// <summary>Gives a part that was sent back to its unit.</summary>
    /// <remarks>With a reason, which is mailed to the unit. What was merged of it stays in the text until the unit sends it again. Doing it again changes nothing.</remarks>
    [Function(nameof(ReturnReportPart)), Needs(Right.RunBloc), Answers(404, 409)]
    public async Task<TaggedOk<PartView>> ReturnReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Part}/return")] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, string unit, Body<ReturnPartBody> body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var reason = body.Value.Reason.Trim() is { Length: > 0 } trimmed ? trimmed : throw Refusal.BadInput("$.reason", new("Cần ghi lý do trả lại.", "A reason is needed."));
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        await changes.ReturnAsync(sight.Terms, report, unit, reason, ifMatch, caller.Acting, cancellationToken);
        return await AnswerAsync(sight, report, unit, cancellationToken);
    }

    /// <summary>Reads a unit's part of a report.</summary>
    /// <remarks>With the questions that are not answered yet. What it says is there for others than the unit once it is sent.</remarks>
    [Function(nameof(GetReportPart)), Needs(Right.ReadComplaints), Answers(404)]
    public async Task<TaggedOk<PartView>> GetReportPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Part)] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, string unit, Caller caller, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.FindAsync(id, caller, cancellationToken), report, unit, cancellationToken);

    /// <summary>Lists the units' parts of a report, with all that was sent.</summary>
    /// <remarks>In pages, by unit id. Parts that are still being written, or were given back, are among them without what they say.</remarks>
    [Function(nameof(ListReportParts)), Needs(Right.RunBloc), Answers(400, 404)]
    public async Task<Ok<PartPage>> ListReportParts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Parts)] HttpRequest request,
        [AsParameters] YearOfBloc id, string report, Page page, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await desk.FindAsync(id, caller, cancellationToken);
        var stored = await reports.ReadAsync(id, report, cancellationToken);
        var (parts, isMore) = await reports.ListPartsAsync(id, report, ReportFunctions.SlugOf(page), page.Size, cancellationToken);
        var states = stored.Parts.ToDictionary(part => part.Unit, StringComparer.Ordinal);
        return TypedResults.Ok(new PartPage(
            [.. parts.Select(part => PartView.Of(sight, stored.Request, states.GetValueOrDefault(part.Unit) ?? new(part.Unit, PartState.Draft), part.Content))], isMore ? parts[^1].Unit : null));
    }

    private async Task<TaggedOk<PartView>> AnswerAsync(ReportSight sight, string report, string unit, CancellationToken cancellationToken)
    {
        var request = await reports.FindAsync(sight.Terms.Id, report, cancellationToken) ?? throw ReportRules.NoSuchReport();
        var (status, content) = await reports.ReadPartAsync(sight.Terms.Id, report, unit, cancellationToken);
        return status is null && !request.AskedOf(sight.Terms).Contains(unit)
            ? throw PartRules.NotAsked()
            : EntityTag.Ok(PartView.Of(sight, request, status ?? new(unit, PartState.Missing), content), status?.Version ?? 0);
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>Changes a unit's part: written by its officers, sent or approved, and given back.</summary>
internal sealed class PartChanges(PartitionStore partitions, TimeProvider clock)
{
    /// <summary>Writes a unit's part. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is no such report, the unit is not asked, it takes no parts, or the part was sent; 400: what is wrong with it.</exception>
    public Task<PartStatus> PutAsync(YearTerms terms, string report, string unit, PartContent content, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms, report, unit, actor, async (view, change, request, status) =>
        {
            var before = await ContentAsync(view, report, unit, cancellationToken);
            var (was, now) = (before is null ? null : RowText.Of(before), RowText.Of(content));
            if (status is not null && was == now)
            {
                return status;
            }

            ReportRules.DemandOpen(request);
            PartRules.DemandEditable(status);
            if (PartRules.Check(request, content) is { Count: > 0 } faults)
            {
                throw Refusal.BadInput(faults);
            }

            if (status is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(status?.Version ?? 0);
            }

            change.Put(ReportRows.Row(view.Address.Partition, report, unit, content));
            return Put(view, change, report, (status ?? new(unit, PartState.Draft)) with { IsApproved = false }, new("PutReportPart", Subject(terms.Id, report, unit), Before: was, After: now));
        }, cancellationToken);

    /// <summary>Sends a part. Doing it again changes nothing.</summary>
    /// <param name="terms">The bloc's year.</param>
    /// <param name="report">Which report.</param>
    /// <param name="unit">Whose part.</param>
    /// <param name="isApproved">Whether the unit's leader does it.</param>
    /// <param name="ifMatch">What the caller has read: nobody sends what was changed meanwhile.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">404 or 409: there is no such report, the unit is not asked, it takes no parts, or there is nothing in the part.</exception>
    public Task<PartStatus> SendAsync(YearTerms terms, string report, string unit, bool isApproved, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms, report, unit, actor, async (view, change, request, status) =>
        {
            if (status is { State: PartState.Sent } && (status.IsApproved || !isApproved))
            {
                return status;
            }

            ReportRules.DemandOpen(request);
            PartRules.DemandWritten(await ContentAsync(view, report, unit, cancellationToken));
            ifMatch.Demand(status!.Version);
            var sent = status with { State = PartState.Sent, SentAt = status.SentAt ?? clock.GetUtcNow(), IsApproved = isApproved, ReturnReason = null };
            return Put(view, change, report, sent, new(isApproved ? "ApproveReportPart" : "SendReportPart", Subject(terms.Id, report, unit), Before: status.State.ToString(), After: sent.State.ToString()));
        }, cancellationToken);

    /// <summary>Gives a part back to its unit, which gets a mail. What was merged of it stays in the draft until it is sent again.</summary>
    /// <exception cref="Refusal">404 or 409: there is no such report, or nothing was sent.</exception>
    public Task<PartStatus> ReturnAsync(YearTerms terms, string report, string unit, string reason, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms, report, unit, actor, (view, change, request, status) =>
        {
            if (status is { State: PartState.Returned } && status.ReturnReason == reason)
            {
                return Task.FromResult(status);
            }

            ReportRules.DemandNotAdopted(request);
            PartRules.DemandSent(status);
            ifMatch.Demand(status!.Version);
            change.Notify(NoticeKind.ReportPartReturned, unit, $"{ReportChanges.Subject(terms.Id, report)} {unit}", reason);
            return Task.FromResult(Put(
                view,
                change,
                report,
                status with { State = PartState.Returned, SentAt = null, IsApproved = false, ReturnReason = reason },
                new("ReturnReportPart", Subject(terms.Id, report, unit), reason, Before: status.State.ToString(), After: nameof(PartState.Returned))));
        }, cancellationToken);

    private Task<PartStatus> ChangeAsync(
        YearTerms terms,
        string report,
        string unit,
        Actor actor,
        Func<PartitionView, PartitionChange, ReportRequest, PartStatus?, Task<PartStatus>> decide,
        CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.AddressIn(ReportTable.Table), ReportRows.Only(report), actor, async (view, change) =>
        {
            var request = view.Row(ReportRows.Report(report)) is { } row ? ReportRows.ReadRequest(row) : throw ReportRules.NoSuchReport();
            var status = await view.FindAsync(ReportRows.State(report, unit), cancellationToken) is { } state ? ReportRows.ReadStatus(state) : null;
            return status is null && !request.AskedOf(terms).Contains(unit) ? throw PartRules.NotAsked() : await decide(view, change, request, status);
        }, cancellationToken);

    private static async Task<PartContent?> ContentAsync(PartitionView view, string report, string unit, CancellationToken cancellationToken) =>
        await view.FindAsync(ReportRows.Part(report, unit), cancellationToken) is { } row ? ReportRows.ReadPart(row).Content : null;

    private static PartStatus Put(PartitionView view, PartitionChange change, string report, PartStatus status, AuditEntry audit)
    {
        change.Put(ReportRows.Row(view.Address.Partition, report, status));
        change.Audit = audit;
        return status with { Version = change.Seq };
    }

    private static string Subject(YearOfBloc id, string report, string unit) => $"{id} {report} {unit}";
}

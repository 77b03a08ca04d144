using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>Changes what is asked for, and the text of a report.</summary>
internal sealed class ReportChanges(PartitionStore partitions)
{
    /// <summary>A row holds no more.</summary>
    public const int LongestDraft = 450_000;

    /// <summary>Asks for a report, or asks otherwise; the units that are asked get a mail. The same again changes nothing.</summary>
    /// <exception cref="Refusal">409: it is adopted, or what units have written would lose its place.</exception>
    public Task<StoredReport> RequestAsync(YearTerms terms, ReportRequest request, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.AddressIn(ReportTable.Table), ReportRows.Only(request.Id), actor, async (view, change) =>
        {
            var before = view.Row(ReportRows.Report(request.Id)) is { } row ? ReportRows.ReadRequest(row) : null;
            var stored = await StoredAsync(view, before ?? request, cancellationToken);
            if (before is not null && before.Says(request with { Adopted = before.Adopted }))
            {
                return stored;
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before is null ? 0 : stored.Version);
            }

            if (before is not null)
            {
                ReportRules.DemandNotAdopted(before);
                ReportRules.DemandInUseStay(
                    before, request, request.AskedOf(terms), (await view.QueryAsync(ReportRows.PartsOf(request.Id), cancellationToken)).Select(ReportRows.ReadPart));
            }
            else if ((await view.QueryAsync(ReportRows.Reports, cancellationToken)).Count >= ReportRequest.Most)
            {
                throw Refusal.Rule("too-many-reports", new(
                    $"Mỗi năm một khối có không quá {ReportRequest.Most} đợt báo cáo.", $"A bloc has at most {ReportRequest.Most} reports a year."));
            }

            change.Put(ReportRows.Row(terms.Id.AddressIn(ReportTable.Table).Partition, request));
            change.Audit = new("RequestReports", $"{terms.Id} {request.Id}", Before: before is null ? null : RowText.Of(before), After: RowText.Of(request));
            change.Notify(NoticeKind.ReportsRequested, NewlyAsked(terms, before, request), Subject(terms.Id, request.Id), request.Note);
            return stored with { Request = request with { Version = change.Seq } };
        }, cancellationToken);

    /// <summary>Puts the parts that were sent together with what was edited before. With nothing new it changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is no such report, it is adopted, or it becomes too long.</exception>
    public Task<(StoredReport Report, MergeOutcome Outcome)> MergeAsync(
        YearTerms terms, string report, IReadOnlyList<RegisterEntry> registers, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms.Id, report, actor, async (view, change, stored) =>
        {
            var sent = stored.Parts.Where(part => part.State == PartState.Sent).Select(part => part.Unit).ToHashSet(StringComparer.Ordinal);
            var parts = (await view.QueryAsync(ReportRows.PartsOf(report), cancellationToken)).Select(ReportRows.ReadPart).Where(part => sent.Contains(part.Unit)).ToList();
            var (draft, outcome) = ReportMerge.Merge(stored.Request, stored.Draft, parts, registers, unit => terms.Names[unit]);
            if (sent.Count > 0)
            {
                draft = draft with { MergedTo = Math.Max(draft.MergedTo ?? 0, stored.Parts.Where(part => sent.Contains(part.Unit)).Max(part => part.Version)) };
            }

            return (Put(terms.Id, report, change, stored, draft, "MergeReport"), outcome);
        }, cancellationToken);

    /// <summary>Writes the text as an editor leaves it. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is no such report, or it is adopted; 400: what is wrong with the text.</exception>
    public Task<StoredReport> EditAsync(YearTerms terms, string report, ReportBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms.Id, report, actor, (_, change, stored) =>
        {
            var before = stored.Draft ?? Report.Empty;
            if (DraftRules.Check(terms, stored.Request, before, body) is { Count: > 0 } faults)
            {
                throw Refusal.BadInput(faults);
            }

            var draft = DraftRules.Apply(stored.Request, before, body);
            if (stored.Draft is not null && Text(draft) == Text(stored.Draft))
            {
                return Task.FromResult(stored);
            }

            if (stored.Draft is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(stored.Version);
            }

            return Task.FromResult(Put(terms.Id, report, change, stored, draft, "PutReport"));
        }, cancellationToken);

    /// <summary>Records that the report was adopted: from then on nothing of it changes. The same again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is no such report or text, parts were sent that it does not hold, or it was adopted otherwise.</exception>
    public Task<StoredReport> AdoptAsync(ReportSight sight, string report, ReportAdoption adoption, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(sight.Terms.Id, report, actor, (_, change, stored) =>
        {
            if (stored.Request.Adopted == adoption)
            {
                return Task.FromResult(stored);
            }

            ReportRules.DemandNotAdopted(stored.Request);
            if (ReportRules.Check(adoption, stored.Request, sight.Today) is { Count: > 0 } faults)
            {
                throw Refusal.BadInput(faults);
            }

            if (stored.Draft is null || stored.Draft.Items.All(item => item.IsDropped))
            {
                throw Refusal.Rule("report-empty", new("Báo cáo chưa có nội dung nên chưa thể thông qua.", "The report has no text yet, so it cannot be adopted."));
            }

            ReportRules.DemandMerged(stored.Draft, stored.Parts);
            ifMatch.Demand(stored.Version);
            var adopted = stored.Request with
            {
                Adopted = adoption,
                Roll = new(stored.Request.AskedOf(sight.Terms), sight.Today, sight.NeedsApprovalOf(stored.Request)),
                Version = change.Seq,
            };
            change.Put(ReportRows.Row(sight.Terms.Id.AddressIn(ReportTable.Table).Partition, adopted));
            change.Audit = new("AdoptReport", $"{sight.Terms.Id} {report}", After: RowText.Of(adoption));
            return Task.FromResult(stored with { Request = adopted });
        }, cancellationToken, isFrozenToo: true);

    private Task<T> ChangeAsync<T>(
        YearOfBloc id,
        string report,
        Actor actor,
        Func<PartitionView, PartitionChange, StoredReport, Task<T>> decide,
        CancellationToken cancellationToken,
        bool isFrozenToo = false) =>
        partitions.ChangeAsync(id.AddressIn(ReportTable.Table), ReportRows.Only(report), actor, async (view, change) =>
        {
            var request = view.Row(ReportRows.Report(report)) is { } row ? ReportRows.ReadRequest(row) : throw ReportRules.NoSuchReport();
            if (!isFrozenToo)
            {
                ReportRules.DemandNotAdopted(request);
            }

            return await decide(view, change, await StoredAsync(view, request, cancellationToken));
        }, cancellationToken);

    private static async Task<StoredReport> StoredAsync(PartitionView view, ReportRequest request, CancellationToken cancellationToken)
    {
        var draft = await view.FindAsync(ReportRows.Draft(request.Id), cancellationToken);
        var states = await view.QueryAsync(ReportRows.StatesOf(request.Id), cancellationToken);
        return new(request, draft is null ? null : ReportRows.ReadDraft(draft), [.. states.Select(ReportRows.ReadStatus)]);
    }

    private static StoredReport Put(YearOfBloc id, string report, PartitionChange change, StoredReport stored, Report draft, string action)
    {
        var (before, after) = (stored.Draft is null ? null : Text(stored.Draft), Text(draft));
        if (before == after)
        {
            return stored;
        }

        if (after.Length > LongestDraft)
        {
            throw Refusal.Rule("report-too-long", new(
                $"Báo cáo tổng hợp dài quá {LongestDraft} ký tự; hãy trả lại để đơn vị rút gọn.", $"The whole report has more than {LongestDraft} letters; return parts to be shortened."));
        }

        change.Put(ReportRows.Row(id.AddressIn(ReportTable.Table).Partition, report, draft));
        change.Audit = new(action, $"{id} {report}", Before: before, After: after);
        return stored with { Draft = draft with { Version = change.Seq } };
    }

    private static string Text(Report draft) => RowText.Of(draft with { Version = 0 });

    /// <summary>Who has something new to do: all, when it is due on another day or opened again. Once the year is over nobody: what the office enters then is history.</summary>
    private static IReadOnlyList<string> NewlyAsked(YearTerms terms, ReportRequest? before, ReportRequest after) =>
        after.State != ReportState.Open || terms.Cycle.State == CycleState.Closed ? []
        : before is null || before.State != ReportState.Open || before.Due != after.Due ? after.AskedOf(terms)
        : [.. after.AskedOf(terms).Except(before.AskedOf(terms))];

    public static string Subject(YearOfBloc id, string report) => $"{id.Year} {Period.WholeYear} {id.Bloc} {report}";
}

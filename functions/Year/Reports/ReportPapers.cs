using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>Reads what the papers of a report say.</summary>
internal sealed class ReportPapers(ReportDesk desk, ReportTable reports)
{
    /// <summary>The bloc's units have it once it is shared with them or adopted.</summary>
    public async Task<Paper> ReportAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (sight, report) = await ReadAsync(order, caller, cancellationToken);
        return report.Draft is { } draft && report.ShowsDraftTo(sight)
            ? ReportPaper.Of(Bloc(sight, report), report.Request, draft)
            : throw Refusal.NotFound(new("Báo cáo này chưa có nội dung.", "The report has no text yet."));
    }

    public async Task<Paper> LetterAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (sight, report) = await ReadAsync(order, caller, cancellationToken);
        return ReportPaper.Letter(Bloc(sight, report), report.Request);
    }

    /// <summary>A part that is not sent comes as a paper only to its unit.</summary>
    public async Task<Paper> PartAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var (sight, report) = await ReadAsync(order, caller, cancellationToken);
        var (status, content) = await reports.ReadPartAsync(new(order.Year, order.Bloc), order.Item, order.Unit, cancellationToken);
        return ReportPaper.Of(
            Bloc(sight, report),
            report.Request,
            order.Unit,
            status is not null && sight.SeesContent(status) && content is not null ? content : throw Refusal.NotFound(new("Đơn vị chưa gửi báo cáo này.", "The unit has not sent this part.")));
    }

    private async Task<(ReportSight Sight, StoredReport Report)> ReadAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var id = new YearOfBloc(order.Year, order.Bloc);
        return (await desk.FindAsync(id, caller, cancellationToken), await reports.ReadAsync(id, order.Item, cancellationToken));
    }

    /// <summary>Whoever led the bloc when it was adopted signs it.</summary>
    private static Leaders LeadersOf(YearTerms terms, ReportRequest request) => request.Adopted?.Day is { } day ? terms.LeadersOn(day) : terms.Leaders;

    private static ReportingBloc Bloc(ReportSight sight, StoredReport report) => new(
        sight.Terms.Bloc.Name,
        LeadersOf(sight.Terms, report.Request).Head is { } head ? sight.Terms.Names[head] : null,
        report.Counted(sight.Terms).Count(),
        unit => sight.Terms.Names[unit],
        sight.Terms.Bloc.Kind);
}

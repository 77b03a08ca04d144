using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reports;

/// <summary>A report as it stands.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Draft">The text; null until parts are merged or somebody writes it.</param>
/// <param name="Parts">How far the units are that have begun.</param>
internal sealed record StoredReport(ReportRequest Request, Report? Draft, IReadOnlyList<PartStatus> Parts)
{
    /// <summary>Of what is asked and of the text, whichever changed last.</summary>
    public long Version => Math.Max(Request.Version, Draft?.Version ?? 0);

    /// <summary>Who has to send a part, and who has begun one though it has not to any more: all of whom are counted.</summary>
    public IEnumerable<string> Counted(YearTerms terms) => Request.AskedOf(terms).Union(Parts.Select(part => part.Unit), StringComparer.Ordinal);

    /// <summary>The bloc's units see the text once it is shared with them or adopted.</summary>
    public bool ShowsDraftTo(ReportSight sight) => sight.SeesAll || Draft is { IsShared: true } || Request.Adopted is not null;
}

/// <summary>Reads the reports of a bloc's year (<see cref="ReportRows"/>).</summary>
internal sealed class ReportTable(PartitionStore partitions)
{
    public const string Table = "Reports";

    /// <exception cref="Refusal">404: there is none of that id.</exception>
    public Task<StoredReport> ReadAsync(YearOfBloc id, string report, CancellationToken cancellationToken)
    {
        var address = id.AddressIn(Table);
        return partitions.ReadSteadyAsync(
            address,
            async _ =>
            {
                var request = await partitions.FindAsync(address, ReportRows.Report(report), cancellationToken) ?? throw ReportRules.NoSuchReport();
                var draft = partitions.FindAsync(address, ReportRows.Draft(report), cancellationToken);
                var states = partitions.QueryAsync(address, ReportRows.StatesOf(report), cancellationToken);
                return new StoredReport(
                    ReportRows.ReadRequest(request), await draft is { } row ? ReportRows.ReadDraft(row) : null, [.. (await states).Select(ReportRows.ReadStatus)]);
            },
            cancellationToken);
    }

    public async Task<ReportRequest?> FindAsync(YearOfBloc id, string report, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), ReportRows.Report(report), cancellationToken) is { } row ? ReportRows.ReadRequest(row) : null;

    public async Task<PartStatus?> FindStatusAsync(YearOfBloc id, string report, string unit, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), ReportRows.State(report, unit), cancellationToken) is { } row ? ReportRows.ReadStatus(row) : null;

    /// <summary>A unit's part and how far it is; both are null where it has not begun.</summary>
    public Task<(PartStatus? Status, PartContent? Content)> ReadPartAsync(YearOfBloc id, string report, string unit, CancellationToken cancellationToken)
    {
        var address = id.AddressIn(Table);
        return partitions.ReadSteadyAsync(
            address,
            async _ =>
            {
                var part = partitions.FindAsync(address, ReportRows.Part(report, unit), cancellationToken);
                var status = await FindStatusAsync(id, report, unit, cancellationToken);
                return (status, await part is { } row ? ReportRows.ReadPart(row).Content : null);
            },
            cancellationToken);
    }

    public async Task<(IReadOnlyList<ReportRequest> Reports, bool IsMore)> ListAsync(YearOfBloc id, string? after, int size, CancellationToken cancellationToken)
    {
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(Table), ReportRows.After(after), null, size, cancellationToken);
        return (rows.ConvertAll(ReportRows.ReadRequest), isMore);
    }

    public async Task<(IReadOnlyList<(string Unit, PartContent Content)> Parts, bool IsMore)> ListPartsAsync(
        YearOfBloc id, string report, string? after, int size, CancellationToken cancellationToken)
    {
        var (rows, isMore) = await partitions.ReadPageAsync(id.AddressIn(Table), ReportRows.PartsAfter(report, after), null, size, cancellationToken);
        return (rows.ConvertAll(ReportRows.ReadPart), isMore);
    }

    /// <summary>What every unit answered to the questions that ask for a number.</summary>
    public async Task<IReadOnlyList<(string Unit, PartContent Content)>> SentAsync(YearOfBloc id, StoredReport report, CancellationToken cancellationToken)
    {
        var sent = report.Parts.Where(part => part.State == PartState.Sent).Select(part => part.Unit).ToHashSet(StringComparer.Ordinal);
        return sent.Count == 0
            ? []
            : [.. (await partitions.QueryAsync(id.AddressIn(Table), ReportRows.PartsOf(report.Request.Id), cancellationToken)).Select(ReportRows.ReadPart).Where(part => sent.Contains(part.Unit))];
    }

    /// <summary>What is behind <see cref="ReportOutcomeLookup"/>.</summary>
    public async Task<ReportOutcome?> OutcomeAsync(YearOfBloc id, CancellationToken cancellationToken)
    {
        var address = id.AddressIn(Table);
        var adopted = (await partitions.QueryAsync(address, ReportRows.Reports, cancellationToken)).Select(ReportRows.ReadRequest)
            .Where(request => request.Adopted is not null)
            .OrderBy(request => request.Until).ThenBy(request => request.Kind).ThenBy(request => request.Id, StringComparer.Ordinal)
            .LastOrDefault();
        if (adopted is null || await partitions.FindAsync(address, ReportRows.Draft(adopted.Id), cancellationToken) is not { } row)
        {
            return null;
        }

        var items = ReportRows.ReadDraft(row).Items.Where(item => !item.IsDropped).ToList();
        return new(
            adopted.Id,
            [.. items.Where(item => item.Chapter == ReportChapter.Shortcomings).Select(item => new ReportedShortcoming(item.Text!, item.Causes))],
            [.. items.Where(item => item.Chapter == ReportChapter.Tasks).Select(item => item.Text!)]);
    }

    /// <summary>What this room asks of a bloc's units (<see cref="YearDuties"/>).</summary>
    public Task<IReadOnlyList<YearDuty>> DutiesAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var address = terms.Id.AddressIn(Table);
        return partitions.ReadSteadyAsync<IReadOnlyList<YearDuty>>(
            address,
            async _ =>
            {
                var requests = (await partitions.QueryAsync(address, ReportRows.Reports, cancellationToken)).ConvertAll(ReportRows.ReadRequest);
                var sent = requests.Count == 0
                    ? []
                    : (await partitions.QueryAsync(address, ReportRows.States, cancellationToken))
                        .Where(row => ReportRows.ReadStatus(row).State == PartState.Sent)
                        .Select(row => row.RowKey)
                        .ToHashSet(StringComparer.Ordinal);
                return [.. requests.SelectMany(request => Duties(terms, request, sent))];
            },
            cancellationToken);
    }

    /// <summary>Nobody is reminded of a report that takes no parts any more.</summary>
    private static IEnumerable<YearDuty> Duties(YearTerms terms, ReportRequest request, HashSet<string> sent)
    {
        var what = new Words($"gửi {Lower(request.Title)}", $"the unit's part of “{request.Title}”");
        var stage = request.Kind == ReportKind.YearEnd ? StageKind.BlocMeeting : StageKind.HalfYear;
        return
            from unit in request.AskedOf(terms)
            let isSent = sent.Contains(ReportRows.State(request.Id, unit))
            where isSent || request.State == ReportState.Open
            select new YearDuty(stage, what, unit, isSent, request.Due, Id: request.Id) { Kind = DutyKind.ReportPart, IsChased = true };
    }

    private static string Lower(string title) => char.ToLower(title[0], System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + title[1..];
}

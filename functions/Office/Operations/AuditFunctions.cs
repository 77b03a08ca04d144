using System.Diagnostics;
using System.Globalization;
using System.Net.Mime;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>The trail of changes: whether it is whole, and what is in it. For the emulation office.</summary>
internal sealed class AuditFunctions(AuditVerification verification, SealStore seals, AuditExport export)
{
    /// <summary>Well below what the platform gives a request.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>Checks that the audit is whole.</summary>
    /// <remarks>
    /// Of one partition (?table= and ?partition=), or of all partitions sealed on a day (?day=, UTC): follows their chains, holds them to the seals and to the partition's
    /// head, and the data rows to the last backup. Names the first row that was changed, removed or put in, and says what is not promised. In pages.
    /// </remarks>
    [Function(nameof(VerifyAudit)), Needs(Right.Administer), MayTake(TimeOf.LongWork), Answers(400, 404)]
    public async Task<Ok<AuditReport>> VerifyAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/audit/verification")] HttpRequest request,
        string? table, string? partition, string? day, Page page, CancellationToken cancellationToken)
    {
        var language = request.HttpContext.Language();
        if (day is null)
        {
            var address = Address(table, partition);
            var start = page.Continuation is null ? ChainPoint.Beginning : ChainContinuation.Read(page.Continuation);
            var finding = await verification.CheckAsync(address, start, Limit, cancellationToken) ?? throw NoSuchPartition();
            return TypedResults.Ok(AuditReport.Of([finding], null, finding.Chain.IsWhole ? null : ChainContinuation.Write(finding.Chain.Last), language));
        }

        if (table is not null || partition is not null)
        {
            throw Refusal.BadInput("day", new("Chỉ chọn một: ngày, hoặc bảng và phân vùng.", "Choose one: a day, or a table and a partition."));
        }

        return TypedResults.Ok(await VerifyDayAsync(Day("day", day), page, language, cancellationToken));
    }

    private async Task<AuditReport> VerifyDayAsync(DateOnly day, Page page, Language language, CancellationToken cancellationToken)
    {
        var stored = await seals.FindAsync(day, cancellationToken)
            ?? throw Refusal.NotFound(new("Ngày này chưa được niêm phong.", "That day is not sealed."));
        var next = 0;
        var heads = stored.Seal?.Partitions ?? [];
        if (page.Continuation is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out next) && next > 0 && next < heads.Count))
        {
            throw Page.BadContinuation();
        }

        var fault = await verification.CheckSealAsync(day, stored, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var findings = new List<PartitionFinding>();
        for (; next < heads.Count && findings.Count < page.Size && (findings.Count == 0 || Stopwatch.GetElapsedTime(started) < Limit); next++)
        {
            // A partition of this day is never absent: at least its seal knows of it.
            findings.Add((await verification.CheckAsync(heads[next].Address, ChainPoint.Beginning, Limit, cancellationToken))!);
        }

        return AuditReport.Of(
            findings,
            new(day, fault is null, AuditWords.Of(fault, day).In(language)),
            next < heads.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
            language);
    }

    /// <summary>Gives the audit as a file.</summary>
    /// <remarks>
    /// Of one partition (?table= and ?partition=), or of all changes from one Vietnamese day to another (?from= and ?to=, at most 31 days). ?format=jsonl (the default) or csv;
    /// in CSV, text that a spreadsheet would take for a formula begins with an apostrophe.
    /// </remarks>
    [Function(nameof(ExportAudit)), Needs(Right.Administer), MayTake(TimeOf.Transfer), Answers(400, 404)]
    [GivesFile("application/jsonl", MediaTypeNames.Text.Csv)]
    public async Task<IResult> ExportAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/audit/export")] HttpRequest request,
        string? table, string? partition, string? from, string? to, string? format, CancellationToken cancellationToken)
    {
        var isCsv = format switch
        {
            null or "jsonl" => false,
            "csv" => true,
            _ => throw Refusal.BadInput("format", new("Phải là jsonl hoặc csv.", "Must be jsonl or csv.")),
        };
        IAsyncEnumerable<ExportedRow> rows;
        string name;
        if (from is null && to is null)
        {
            var address = Address(table, partition);
            rows = export.OfPartitionAsync(address, cancellationToken);
            if (!await rows.AnyAsync(cancellationToken))
            {
                throw NoSuchPartition();
            }

            name = $"audit-{address.Table}-{address.Partition.Replace('|', '_')}";
        }
        else
        {
            var (first, last) = (Day("from", from), Day("to", to));
            if (table is not null || partition is not null || last < first || last.DayNumber - first.DayNumber >= AuditExport.MostDays)
            {
                throw Refusal.BadInput("to", new(
                    $"Phải từ ngày đầu đến không quá {AuditExport.MostDays} ngày, và không kèm bảng hay phân vùng.",
                    $"Must be from the first day to at most {AuditExport.MostDays} days on, without a table or a partition."));
            }

            rows = export.OfDaysAsync(first, last, cancellationToken);
            name = $"audit-{first:yyyy-MM-dd}-{last:yyyy-MM-dd}";
        }

        return TypedResults.Stream(
            stream => isCsv ? AuditFile.WriteCsvAsync(stream, rows, cancellationToken) : AuditFile.WriteLinesAsync(stream, rows, cancellationToken),
            isCsv ? MediaTypeNames.Text.Csv : "application/jsonl",
            $"{name}.{(isCsv ? "csv" : "jsonl")}");
    }

    private static PartitionAddress Address(string? table, string? partition)
    {
        if (table is null || !StorageNames.All.Tables.Contains(table))
        {
            throw Refusal.BadInput("table", new("Phải là tên một bảng của hệ thống.", "Must be the name of one of the system's tables."));
        }

        return partition is { Length: > 0 and <= 512 } && !partition.AsSpan().ContainsAny("/\\#?") && !partition.Any(char.IsControl)
            ? new(table, partition)
            : throw Refusal.BadInput("partition", new("Không phải khóa của một phân vùng.", "Not the key of a partition."));
    }

    private static DateOnly Day(string name, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= RightsDesk.EarliestYear and <= RightsDesk.LatestYear
            ? day
            : throw Refusal.BadInput(name, new(
                $"Phải là ngày dạng 2026-12-31, từ năm {RightsDesk.EarliestYear} đến năm {RightsDesk.LatestYear}.",
                $"Must be a day such as 2026-12-31, from {RightsDesk.EarliestYear} to {RightsDesk.LatestYear}."));

    private static Refusal NoSuchPartition() => Refusal.NotFound(new("Phân vùng này không có nhật ký thay đổi.", "That partition has no audit."));
}

/// <param name="Table">The table.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Holds">Whether nothing was found.</param>
/// <param name="Rows">How many audit rows fit.</param>
/// <param name="SealedRows">How many of them are sealed.</param>
/// <param name="SealedOn">The day (UTC) of the last seal; null when there is none.</param>
/// <param name="FirstRow">The first row that does not hold; null when all do.</param>
/// <param name="ComparedWith">The day of the backup that the data rows were held to; null when there is none, or when the chain already does not hold.</param>
/// <param name="Finding">The same in a sentence.</param>
internal sealed record PartitionReport(
    string Table, string Partition, bool Holds, long Rows, long SealedRows, DateOnly? SealedOn, string? FirstRow, DateOnly? ComparedWith, string Finding)
{
    public static PartitionReport Of(PartitionFinding finding, Language language) => new(
        finding.Address.Table,
        finding.Address.Partition,
        finding.Holds,
        finding.Chain.Last.Seq,
        finding.Chain.Sealed?.Seq ?? 0,
        finding.Chain.Sealed?.Day,
        finding.Chain.Fault?.RowKey ?? finding.Rows?.RowKey,
        finding.ComparedWith,
        (finding.Rows is { } rows ? AuditWords.Of(rows, finding.ComparedWith!.Value) : AuditWords.Of(finding.Chain)).In(language));
}

/// <param name="Day">The day (UTC).</param>
/// <param name="Holds">Whether it fits between the seals of the days before and after it.</param>
/// <param name="Finding">The same in a sentence.</param>
internal sealed record SealReport(DateOnly Day, bool Holds, string Finding);

/// <param name="Holds">Whether nothing was found on this page.</param>
/// <param name="Seal">The seal of the day that was asked for.</param>
/// <param name="Partitions">The partitions that were checked.</param>
/// <param name="NotPromised">What even a check that finds nothing does not promise.</param>
/// <param name="Continuation">Give it back to go on; null at the end.</param>
internal sealed record AuditReport(bool Holds, SealReport? Seal, IReadOnlyList<PartitionReport> Partitions, IReadOnlyList<string> NotPromised, string? Continuation)
{
    public static AuditReport Of(IReadOnlyList<PartitionFinding> findings, SealReport? seal, string? continuation, Language language) => new(
        seal?.Holds != false && findings.All(finding => finding.Holds),
        seal,
        [.. findings.Select(finding => PartitionReport.Of(finding, language))],
        [.. AuditWords.NotPromised.Select(words => words.In(language))],
        continuation);
}

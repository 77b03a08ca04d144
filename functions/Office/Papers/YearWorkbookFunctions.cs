using System.Globalization;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;
using EmulationFunctions.Year.Pacts;
using EmulationFunctions.Year.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Papers;

/// <summary>The tables of a bloc's year as one workbook.</summary>
internal sealed class YearWorkbookFunctions(
    YearDesk desk, ReportDesk reportDesk, PactTable pacts, ProgressTable progress, MeetingTable meetings, ReportTable reports, PartitionStore partitions)
{
    /// <summary>Gives the tables of a bloc's year as a workbook (XLSX).</summary>
    /// <remarks>
    /// In Vietnamese: the pact's targets with what each unit reported last, titles registered, attendance, conclusions and how they stand, and the numbers of each report by unit.
    /// Of reports, units see their own numbers; the bloc's leaders, the office, the council and readers see all that were sent.
    /// </remarks>
    [Function(nameof(ExportYear)), Needs(Right.ReadBlocYear), Answers(400, 404)]
    [GivesFile(XlsxWriter.MediaType)]
    public async Task<FileContentHttpResult> ExportYear(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Year}/workbook")] HttpRequest request,
        [AsParameters] YearOfBloc id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        IReadOnlyList<string> units = [.. terms.Memberships.Select(member => member.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var pact = pacts.FindAsync(id, cancellationToken);
        var reported = progress.ReadAsync(id, units, cancellationToken);
        var registered = RegistrationsAsync(id, units, cancellationToken);
        var held = meetings.ReadAllAsync(id, cancellationToken);
        var book = new YearBook(
            terms.Bloc.Name, id.Year, units, terms.Names, (await pact)?.Current, await reported, await registered, await held, await ReportsAsync(id, caller, cancellationToken), desk.Today);

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        return XlsxFile.Of(string.Create(CultureInfo.InvariantCulture, $"{id.Year}-{id.Bloc}"), YearWorkbook.Make(book));
    }

    private async Task<IReadOnlyList<Registration>> RegistrationsAsync(YearOfBloc id, IReadOnlyList<string> units, CancellationToken cancellationToken) => units.Count == 0
        ? []
        : [.. (await partitions.ReadAsync(id.AddressIn(PactKeys.Table), PactKeys.Between(units.Select(Registration.Key)), cancellationToken)).Rows.Select(Registration.Read)];

    private async Task<IReadOnlyList<(ReportRequest Request, IReadOnlyList<(string Unit, PartContent Content)> Parts)>> ReportsAsync(
        YearOfBloc id, Caller caller, CancellationToken cancellationToken)
    {
        var sight = await reportDesk.FindAsync(id, caller, cancellationToken);
        var found = new List<(ReportRequest, IReadOnlyList<(string, PartContent)>)>();
        foreach (var request in (await reports.ListAsync(id, after: null, ReportRequest.Most, cancellationToken)).Reports)
        {
            var sent = await reports.SentAsync(id, await reports.ReadAsync(id, request.Id, cancellationToken), cancellationToken);
            found.Add((request, [.. sent.Where(part => sight.Sees(part.Unit))]));
        }

        return found;
    }
}

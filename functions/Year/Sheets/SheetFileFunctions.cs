using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Sheets;

/// <summary>A whole sheet as a workbook: downloaded with the unit's own criteria, filled in, and sent back.</summary>
internal sealed class SheetFileFunctions(
    SheetDesk desk, SheetTable sheets, SheetReader reader, RosterTable roster, SheetChanges changes, VietnamTime vietnam)
{
    private const string Reason = "Nhập từ bảng tính";

    /// <summary>Gives a unit's score sheet as a workbook.</summary>
    /// <remarks>With its own criteria and what it has entered; filled in, ImportSheet takes it back.</remarks>
    [Function(nameof(ExportSheet)), Needs(Right.ReadSheet), ReadsSheet, Answers(404, 409)]
    [GivesFile(XlsxWriter.MediaType)]
    public async Task<FileContentHttpResult> ExportSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{BlocRoutes.Sheet}/xlsx")] HttpRequest request,
        [AsParameters] SheetId id, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var (blocName, unitName) = (roster.FindBlocAsync(id.Bloc, cancellationToken), roster.FindUnitAsync(id.Unit, cancellationToken));
        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        var workbook = new SheetWorkbook(
            terms.Id,
            (await blocName)?.Name ?? id.Bloc,
            (await unitName)?.Name ?? id.Unit,
            terms.Cycle.NameOf(id.Period),
            tree,
            sheet,
            await reader.FactsAsync(id, tree, cancellationToken),
            vietnam);
        return XlsxFile.Of($"{id.Year.ToString(CultureInfo.InvariantCulture)}-{id.Period}-{id.Unit}", workbook.Write());
    }

    /// <summary>Saves a unit's own scores from a workbook.</summary>
    /// <remarks>
    /// A workbook that ExportSheet gave for this very sheet. It is a save as SaveScores makes it: all or nothing, under the same rules, and each fault names its cell.
    /// A row left empty clears what was entered; a row taken out leaves it. The workbook knows from which version it was made, so it needs no If-Match:
    /// when the sheet has changed since, it is refused with 412.
    /// </remarks>
    [Function(nameof(ImportSheet)), Needs(Right.WriteSheet), ReadsSheet, Answers(404, 409, 429), GivesLanguage]
    public async Task<TaggedOk<SheetSummary>> ImportSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{BlocRoutes.Sheet}/import")] HttpRequest request,
        [AsParameters] SheetId id, XlsxBody body, IfMatch ifMatch, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(id, caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        terms.DemandOpen(desk.Today, sheet.Head);
        var import = SheetImport.Read(body.Book, terms, sheet);
        try
        {
            var saved = await changes.SaveAsync(terms, import.Entries, Reason, Read(ifMatch, import.Version), caller.For(id.Unit), cancellationToken);
            return EntityTag.Ok(await reader.SummaryAsync(saved, terms, request.HttpContext.AnswersIn(), cancellationToken), saved.Version);
        }
        catch (Refusal refusal) when (refusal.Faults.Count > 0)
        {
            throw import.Place(refusal);
        }
    }

    /// <summary>What was read is what the workbook was made from, whatever the caller has read since.</summary>
    private static IfMatch Read(IfMatch ifMatch, long? version) => version is null ? ifMatch : new IfMatch([EntityTag.Of(version.Value)]);
}

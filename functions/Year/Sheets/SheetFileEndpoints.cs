using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Year.Sheets;

/// <summary>A whole sheet as a workbook: downloaded with the unit's own criteria, filled in, and sent back.</summary>
internal static class SheetFileEndpoints
{
    private const string Reason = "Nhập từ bảng tính";

    public static void MapSheetFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{SheetEndpoints.One}/xlsx", ExportSheet).WithName(nameof(ExportSheet))
            .Needs(Right.ReadSheet)
            .Says("Gives a unit's score sheet as a workbook.", "With its own criteria and what it has entered; filled in, ImportSheet takes it back.")
            .GivesFile(XlsxWriter.MediaType)
            .Answers(404, 409);
        app.MapPost($"{SheetEndpoints.One}/import", ImportSheet).WithName(nameof(ImportSheet))
            .Needs(Right.WriteSheet)
            .Says(
                "Saves a unit's own scores from a workbook.",
                "A workbook that ExportSheet gave for this very sheet. It is a save as SaveScores makes it: all or nothing, under the same rules, and each fault names its cell. "
                + "A row left empty clears what was entered; a row taken out leaves it. The workbook knows from which version it was made, so it needs no If-Match: "
                + "when the sheet has changed since, it is refused with 412.")
            .Answers(404, 409);
    }

    private static async Task<FileContentHttpResult> ExportSheet(
        int year,
        string period,
        string bloc,
        string unit,
        Caller caller,
        SheetDesk desk,
        SheetTable sheets,
        SchemeTable schemes,
        RosterTable roster,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var (blocName, unitName) = (roster.FindBlocAsync(bloc, cancellationToken), roster.FindUnitAsync(unit, cancellationToken));
        var workbook = new SheetWorkbook(
            terms.Id,
            (await blocName)?.Name ?? bloc,
            (await unitName)?.Name ?? unit,
            await desk.TreeAsync(sheet, terms, cancellationToken),
            sheet);
        return XlsxFile.Of($"{year.ToString(CultureInfo.InvariantCulture)}-{period}-{unit}", workbook.Write());
    }

    private static async Task<TaggedOk<SheetSummary>> ImportSheet(
        int year,
        string period,
        string bloc,
        string unit,
        XlsxBody body,
        IfMatch ifMatch,
        Caller caller,
        SheetDesk desk,
        SheetTable sheets,
        SheetChanges changes,
        CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(new(year, period, bloc, unit), caller, cancellationToken);
        var sheet = await sheets.ReadAsync(terms.Id, cancellationToken);
        terms.DemandOpen(desk.Today, sheet.Head);
        var import = SheetImport.Read(body.Book, terms, sheet);
        try
        {
            var saved = await changes.SaveAsync(terms, import.Entries, Reason, Read(ifMatch, import.Version), caller.For(unit), cancellationToken);
            return EntityTag.Ok(SheetSummary.Of(saved, terms, terms.Tree), saved.Version);
        }
        catch (Refusal refusal) when (refusal.Faults.Count > 0)
        {
            throw import.Place(refusal);
        }
    }

    /// <summary>What was read is what the workbook was made from, whatever the caller has read since.</summary>
    private static IfMatch Read(IfMatch ifMatch, long? version) => version is null ? ifMatch : new IfMatch([EntityTag.Of(version.Value)]);
}

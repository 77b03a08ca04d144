using System.IO.Compression;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>Workbooks as people send them, and what a program that opens one finds in it.</summary>
internal static class Workbooks
{
    /// <summary>Anything by which Excel would offer to repair the file.</summary>
    public static void AssertValid(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    /// <summary>The same workbook after somebody has worked on it.</summary>
    public static byte[] Edited(byte[] file, Action<SpreadsheetDocument> edit)
    {
        var stream = new MemoryStream();
        stream.Write(file);
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            edit(document);
        }

        return stream.ToArray();
    }

    /// <summary>The same workbook with other values in some cells: a text, a number, or nothing.</summary>
    public static byte[] With(byte[] file, string sheet, params (string Place, object? Value)[] values) => Edited(file, document =>
    {
        foreach (var (place, value) in values)
        {
            var cell = Cell(document, sheet, place);
            cell.RemoveAllChildren();
            cell.DataType = value is string ? CellValues.String : null;
            if (value is not null)
            {
                cell.CellValue = new(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
            }
        }
    });

    /// <summary>The cell of that address, made where there is none.</summary>
    public static Cell Cell(SpreadsheetDocument document, string sheet, string place)
    {
        var data = Worksheet(document, sheet).GetFirstChild<SheetData>()!;
        Assert.True(CellPlace.TryParse(place, sheet, out var at));
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex! == (uint)at.Row);
        if (row is null)
        {
            row = new Row { RowIndex = (uint)at.Row };
            data.InsertBefore(row, data.Elements<Row>().FirstOrDefault(other => other.RowIndex! > (uint)at.Row));
        }

        var cell = row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == place);
        if (cell is null)
        {
            cell = new Cell { CellReference = place };
            row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(other => Column(other) > at.Column));
        }

        return cell;

        int Column(Cell other) => CellPlace.TryParse(other.CellReference, sheet, out var otherPlace) ? otherPlace.Column : 0;
    }

    public static Worksheet Worksheet(SpreadsheetDocument document, string sheet)
    {
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(one => one.Name == sheet).Id!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id!)).Worksheet;
    }

    /// <summary>The same archive with another text in one of its parts.</summary>
    public static byte[] WithPart(byte[] file, string part, Func<string, string> edit)
    {
        var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(edit(text));
        }

        return stream.ToArray();
    }

    public static ByteArrayContent Body(byte[] file, string mediaType = XlsxWriter.MediaType)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return content;
    }
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Writes tables as a workbook: texts as texts, numbers as numbers, no formula anywhere; headings stay in view and are printed on every page.</summary>
internal static class XlsxWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A list of choices can be no longer.</summary>
    private const int LongestChoices = 255;

    /// <summary>How many rows below the last one still offer the choices of their column.</summary>
    private const int RowsToAdd = 200;

    private const int LongestName = 31;

    public static byte[] Write(params IReadOnlyList<TableSheet> tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Make();
            var sheets = new Sheets();
            var names = new DefinedNames();
            foreach (var (index, table) in tables.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, table, isFirst: index == 0);
                var name = Name(table.Name, sheets);
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = name });
                var row = HeadingRow(table);
                names.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${row}:${row}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index });
            }

            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets, names);
        }

        return stream.ToArray();
    }

    private static int HeadingRow(TableSheet table) => table.Above.Count + 1;

    private static void Write(WorksheetPart part, TableSheet table, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(table, isFirst));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(table.Columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            // Where rows are added, what is typed as text stays text.
            Style = column.Choices is null && column.Decimals is null ? XlsxStyles.Text(false, false) : null,
        })));
        WriteRows(writer, table);
        if (Validations(table) is { HasChildren: true } validations)
        {
            writer.WriteElement(validations);
        }

        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static SheetViews View(TableSheet table, bool isFirst)
    {
        var below = $"A{HeadingRow(table) + 1}";
        return new(new SheetView(
            new Pane { VerticalSplit = HeadingRow(table), TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new([below]) })
        {
            TabSelected = isFirst ? true : null,
            WorkbookViewId = 0,
        });
    }

    private static void WriteRows(OpenXmlWriter writer, TableSheet table)
    {
        writer.WriteStartElement(new SheetData());
        var row = 0;
        foreach (var line in table.Above)
        {
            WriteRow(writer, ++row, [(Cell(line), row == 1 ? XlsxStyles.Title : XlsxStyles.Line)]);
        }

        WriteRow(writer, ++row, table.Columns.Select(column => (Cell(column.Heading), XlsxStyles.Heading)));
        foreach (var values in table.Rows)
        {
            WriteRow(writer, ++row, values.Cells.Zip(table.Columns, (cell, column) => (cell, Style(cell, column, values.IsStrong))));
        }

        foreach (var line in table.Below)
        {
            WriteRow(writer, ++row, [(Cell(line), XlsxStyles.Line)]);
        }

        writer.WriteEndElement();

        static TableCell Cell(string text) => text;
    }

    private static uint Style(TableCell cell, TableColumn column, bool isStrong) =>
        cell.Number is not null || (cell.Text is null && column.Decimals is not null)
            ? XlsxStyles.Number(isStrong, column.Decimals)
            : XlsxStyles.Text(isStrong, cell.Text is { } text && XlsxTexts.LooksLikeFormula(text));

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<(TableCell Value, uint Style)> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        var column = 0;
        foreach (var (value, style) in cells)
        {
            var cell = new Cell { CellReference = $"{CellPlace.ColumnName(++column)}{number.ToString(CultureInfo.InvariantCulture)}", StyleIndex = style };
            if (value.Number is { } decimalNumber)
            {
                cell.CellValue = new(decimalNumber.ToString("0.############", CultureInfo.InvariantCulture));
            }
            else if (value.Text is { Length: > 0 } text)
            {
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new(new Text(XlsxTexts.Write(text)) { Space = SpaceProcessingModeValues.Preserve });
            }

            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static DataValidations Validations(TableSheet table)
    {
        var validations = new DataValidations();
        var first = HeadingRow(table) + 1;
        foreach (var (index, column) in table.Columns.Index())
        {
            if (column.Choices is { Count: > 0 } choices && string.Join(',', choices) is { Length: <= LongestChoices } list)
            {
                var name = CellPlace.ColumnName(index + 1);
                validations.Append(new DataValidation(new Formula1($"\"{list}\""))
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    SequenceOfReferences = new([$"{name}{first}:{name}{first + table.Rows.Count + RowsToAdd}"]),
                });
            }
        }

        validations.Count = (uint)validations.ChildElements.Count;
        return validations;
    }

    /// <summary>A tab's name: at most 31 letters, none of those that addresses need, and not another tab's.</summary>
    private static string Name(string wanted, Sheets others)
    {
        var name = new string([.. XlsxTexts.Write(wanted).Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' or '\t' ? ' ' : letter)]).Trim(' ', '\'');
        name = name.Length == 0 ? "Bảng" : Cut(name, LongestName);
        var free = name;
        for (var number = 2; others.Elements<Sheet>().Any(sheet => string.Equals(sheet.Name, free, StringComparison.OrdinalIgnoreCase)); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            free = Cut(name, LongestName - ending.Length) + ending;
        }

        return free;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}

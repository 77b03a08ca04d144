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

    /// <summary>A foot of a page holds 255 letters, those that say how it looks among them.</summary>
    private const int LongestFoot = 150;

    private const string Font = "&\"Times New Roman,Regular\"";

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
                var rows = XlsxRows.Of(table);
                Write(part, table, rows, isFirst: index == 0);
                var name = Name(table.Name, sheets);
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = name });
                names.Append(new DefinedName(PrintedOnEachPage($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!", rows))
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)index,
                });
            }

            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets, names);
        }

        return stream.ToArray();
    }

    private static string PrintedOnEachPage(string sheet, XlsxRows rows) =>
        (rows.Layout.KeyColumns > 0 ? $"{sheet}$A:${CellPlace.ColumnName(rows.Layout.KeyColumns)}," : "") + $"{sheet}${rows.HeadingRow}:${rows.HeadingRow}";

    private static void Write(WorksheetPart part, TableSheet table, XlsxRows rows, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(rows, isFirst));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(table.Columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = column.Choices is null && column.Decimals is null ? XlsxStyles.Typed : null,
        })));
        rows.Write(writer);
        if (Validations(table, rows.HeadingRow) is { HasChildren: true } validations)
        {
            writer.WriteElement(validations);
        }

        // In inches: 20 mm above and below, 30 mm where the sheets are bound, 15 mm at the other side.
        writer.WriteElement(new PageMargins { Left = 1.18, Right = 0.59, Top = 0.79, Bottom = 0.79, Header = 0.4, Footer = 0.4 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9,
            Orientation = rows.Layout.IsLying ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = (uint)rows.Layout.PagesAcross,
            FitToHeight = 0,
        });
        writer.WriteElement(PageEnds(table.Foot));
        writer.WriteEndElement();
    }

    private static SheetViews View(XlsxRows rows, bool isFirst)
    {
        var keys = rows.Layout.KeyColumns;
        var below = $"{CellPlace.ColumnName(keys + 1)}{rows.HeadingRow + 1}";
        var pane = keys > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft;
        return new(new SheetView(
            new Pane { VerticalSplit = rows.HeadingRow, HorizontalSplit = keys > 0 ? keys : null, TopLeftCell = below, ActivePane = pane, State = PaneStateValues.Frozen },
            new Selection { Pane = pane, ActiveCell = below, SequenceOfReferences = new([below]) })
        {
            TabSelected = isFirst ? true : null,
            WorkbookViewId = 0,
        });
    }

    /// <summary>The page's number stands above it, in the middle, but not on the first.</summary>
    private static HeaderFooter PageEnds(string? foot)
    {
        var text = foot is null ? null : $"&L&10{Font}{Cut(XlsxTexts.Write(foot).ReplaceLineEndings(" "), LongestFoot).Replace("&", "&&", StringComparison.Ordinal)}";
        var ends = new HeaderFooter { DifferentFirst = true };
        ends.Append(new OddHeader($"&C&13{Font}&P"));
        if (text is not null)
        {
            ends.Append(new OddFooter(text), new FirstFooter(text));
        }

        return ends;
    }

    private static DataValidations Validations(TableSheet table, int headingRow)
    {
        var validations = new DataValidations();
        var first = headingRow + 1;
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
            var ending = FormattableString.Invariant($" ({number})");
            free = Cut(name, LongestName - ending.Length) + ending;
        }

        return free;
    }

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}

using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

public sealed class XlsxReaderTests
{
    private static readonly byte[] Sample = XlsxWriter.Write(new TableSheet(
        "Tiêu chí", [new("Mã", 10), new("Điểm", 10)], [TableRow.Of("I", 10), TableRow.Of("II", 20.5m)]));

    [Fact]
    public void Formulas_errors_and_truth_values_are_named_at_their_cells()
    {
        var file = Workbooks.Edited(Sample, document =>
        {
            Workbooks.Cell(document, "Tiêu chí", "B2").CellFormula = new("1+1");
            Set("B3", CellValues.Error, "#DIV/0!");
            Set("C7", CellValues.Boolean, "1");
            Set("D7", CellValues.Date, "2026-12-10");
            Set("E7", CellValues.Number, "1e400");

            void Set(string place, CellValues type, string value)
            {
                var cell = Workbooks.Cell(document, "Tiêu chí", place);
                cell.DataType = type;
                cell.CellValue = new(value);
            }
        });

        Assert.Equal(["B2", "B3", "C7", "D7", "E7"], FaultsOf(file).Select(fault => fault.Path.Split(' ')[^1]));
        Assert.Equal("Sheet 'Tiêu chí' C7", FaultsOf(file)[2].Path);
    }

    [Fact]
    public void What_is_no_workbook_is_refused_and_told_what_it_is()
    {
        Assert.Contains("not an XLSX", Why(Encoding.UTF8.GetBytes("Mã;Điểm\nI;10")));
        Assert.Contains("not an XLSX", Why([]));
        Assert.Contains("cut short", Why(Sample[..^200]));
        Assert.Contains("an archive, not an XLSX", Why(Archive(("word/document.xml", "<x/>"))));
        Assert.Contains("not an XLSX", Why(Document()));
        Assert.Contains(".xls", Why([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Contains("password", Why([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("macros", Why(Workbooks.Edited(Sample, document => document.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook))));
        Assert.Contains("xl/workbook.xml of the workbook is damaged", Why(Workbooks.WithPart(Sample, "xl/workbook.xml", _ => "<broken")));

        static byte[] Document()
        {
            var stream = new MemoryStream();
            using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            {
                document.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body());
            }

            return stream.ToArray();
        }
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        var file = Workbooks.WithPart(Sample, "xl/workbook.xml", text => "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]);

        Assert.Contains("damaged", Why(file));
    }

    [Fact]
    public void More_rows_or_columns_than_a_form_has_are_refused()
    {
        var rows = XlsxWriter.Write(new TableSheet("x", [new("Mã", 10)], [.. Enumerable.Range(0, 20_000).Select(number => TableRow.Of(number))]));

        Assert.Contains("20000 rows", Why(rows));
        Assert.Equal("Sheet 'Tiêu chí' CW2", FaultsOf(Workbooks.With(Sample, "Tiêu chí", ("CW2", 1)))[0].Path);
    }

    [Theory]
    [InlineData("1.1000000000000001", "1.1")] // as spreadsheets write 1.1
    [InlineData("33.350000000000001", "33.35")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("86.670000000000002", "86.67")]
    [InlineData("33.335", "33.335")] // not rounded to what would fit
    [InlineData("1E3", "1000")]
    [InlineData("2.5E-1", "0.25")]
    [InlineData("-999999.99", "-999999.99")]
    public void A_number_is_what_a_spreadsheet_shows_of_it(string kept, string meant)
    {
        var file = Workbooks.Edited(Sample, document => Workbooks.Cell(document, "Tiêu chí", "B2").CellValue = new(kept));

        Assert.Equal(meant, XlsxReader.Read(file).Sheets[0].Rows[1].Cells[2].Text);
    }

    [Theory]
    [InlineData(10, null, nameof(NumberLook.Percent))]
    [InlineData(14, null, nameof(NumberLook.Date))]
    [InlineData(4, null, nameof(NumberLook.Plain))]
    [InlineData(200, "0.0%", nameof(NumberLook.Percent))]
    [InlineData(200, "dd/mm/yyyy", nameof(NumberLook.Date))]
    [InlineData(200, "[$-vi]General \"điểm, days\"", nameof(NumberLook.Plain))]
    [InlineData(200, "#,##0.00\\d", nameof(NumberLook.Plain))]
    public void Percentages_and_days_are_told_from_numbers(int format, string? code, string look)
    {
        var file = Workbooks.Edited(Sample, document =>
        {
            var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
            if (code is not null)
            {
                styles.NumberingFormats!.Append(new NumberingFormat { NumberFormatId = (uint)format, FormatCode = code });
            }

            styles.CellFormats!.Append(new CellFormat { NumberFormatId = (uint)format });
            Workbooks.Cell(document, "Tiêu chí", "B2").StyleIndex = (uint)styles.CellFormats.ChildElements.Count - 1;
        });

        Assert.Equal(look, XlsxReader.Read(file).Sheets[0].Rows[1].Cells[2].Look.ToString());
    }

    [Fact]
    public void Texts_are_read_however_a_spreadsheet_keeps_them()
    {
        var file = Workbooks.Edited(Sample, document =>
        {
            document.WorkbookPart!.AddNewPart<SharedStringTablePart>().SharedStringTable = new(
                new SharedStringItem(new Run(new RunProperties(new Bold()), new Text("Đơn ")), new Run(new Text("vị")), new PhoneticRun(new Text("x")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }),
                new SharedStringItem(new Text("e\u0302\u0323_x000D_\n x") { Space = SpaceProcessingModeValues.Preserve }));
            Set("A2", CellValues.SharedString, "0");
            Set("A3", CellValues.SharedString, "1");
            Set("A4", CellValues.String, " chuỗi ");
            Set("A5", CellValues.String, "  ");

            void Set(string place, CellValues type, string value)
            {
                var cell = Workbooks.Cell(document, "Tiêu chí", place);
                cell.RemoveAllChildren();
                cell.DataType = type;
                cell.CellValue = new(value);
            }
        });

        var rows = XlsxReader.Read(file).Sheets[0].Rows;

        Assert.Equal(["Đơn vị", "ệ\r\n x", "chuỗi"], rows.Skip(1).Where(row => row.Cells.ContainsKey(1)).Select(row => row.Cells[1].Text));
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public void A_table_is_found_by_its_headings_and_what_it_lacks_is_named()
    {
        string[] headings = ["Mã", "Tên", "Điểm"];
        var good = new TableSheet("x", [new("Điểm", 1), new("MÃ ", 1), new("Tên", 1)], [TableRow.Of(1, "I", "Một")]) { Above = ["Bảng điểm", "Năm 2026"] };
        Assert.Empty(Faults(good));

        Assert.Equal(["Sheet 'x' A1"], Faults(new("x", [new("Họ", 1)], [])));
        Assert.Equal(["Sheet 'x' C1", "Sheet 'x' D1", "Sheet 'x' A1"], Faults(new("x", [new("Mã", 1), new("Tên", 1), new("tên", 1), new("Thêm", 1)], [])));

        var merged = Workbooks.Edited(XlsxWriter.Write(good), document => Workbooks.Worksheet(document, "x").InsertAfter(
            new MergeCells(new MergeCell { Reference = "A1:C1" }, new MergeCell { Reference = "B4:B5" }), Workbooks.Worksheet(document, "x").GetFirstChild<SheetData>()));
        Assert.Equal(["Sheet 'x' B4"], Find(XlsxReader.Read(merged).Sheets[0]));

        IEnumerable<string> Faults(TableSheet table) => Find(XlsxReader.Read(XlsxWriter.Write(table)).Sheets[0]);

        IEnumerable<string> Find(ReadSheet sheet)
        {
            var faults = new List<Fault>();
            var table = ReadTable.Find(sheet, headings, faults);
            Assert.Equal(faults.Count == 0, table is not null);
            return faults.Select(fault => fault.Path);
        }
    }

    /// <summary>The look 1 of this workbook is a day, 2 a percentage.</summary>
    [Theory]
    [InlineData("<c r=\"B2\" t=\"str\"><v>18,5</v></c>", 18.5, null)]
    [InlineData("<c r=\"B2\" t=\"str\"><v>85 %</v></c>", null, "must be a number, not “85 %”")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>46150</v></c>", null, "a day, 8/5/2026. Give the cell the format Number and type it again, such as 8,5")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>1E20</v></c>", null, "into a day.")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>0.85</v></c>", null, "a percentage (85 %, which is 0.85)")]
    public void A_cell_that_is_not_the_number_that_was_typed_says_what_it_is(string cell, double? number, string? why)
    {
        var (read, words) = NumberOf(cell, line => line.Number("Điểm"));

        Assert.Equal((decimal?)number, read);
        Assert.Equal(why is null, words is null);
        Assert.Contains(why ?? "", words?.En ?? "");
    }

    [Fact]
    public void Shares_are_taken_as_percentages_too_and_hidden_decimals_are_told()
    {
        Assert.Equal(85.5m, NumberOf("<c r=\"B2\" t=\"str\"><v>85,5 %</v></c>", line => line.Number("Điểm", mayBePercent: true)).Number);
        Assert.Equal(85m, NumberOf("<c r=\"B2\" s=\"2\"><v>0.85</v></c>", line => line.Number("Điểm", mayBePercent: true)).Number);
        Assert.Contains("This cell holds 2.4999", NumberOf("<c r=\"B2\"><v>2.4999</v></c>", line => line.WholeNumber("Điểm")).Why!.En);
        Assert.Contains("Ô này chứa 33,335", NumberOf("<c r=\"B2\"><v>33.335</v></c>", line => line.Points("Điểm")?.ToDecimal()).Why!.Vi);
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void Columns_are_named_as_spreadsheets_name_them(int column, string name)
    {
        Assert.Equal(name, CellPlace.ColumnName(column));
        Assert.True(CellPlace.TryParse($"{name}7", "x", out var place));
        Assert.Equal(new("x", 7, column), place);
        Assert.True(CellPlace.TryParse($"{name.ToLowerInvariant()}7", "x", out place));
        Assert.Equal(new("x", 7, column), place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("A")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("A-1")]
    public void What_is_no_address_is_not_read_as_one(string text) => Assert.False(CellPlace.TryParse(text, "x", out _));

    private static (decimal? Number, Words? Why) NumberOf(string cell, Func<ReadLine, decimal?> read)
    {
        var book = Books.New.WithRows($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Mã</v></c><c r=\"B1\" t=\"str\"><v>Điểm</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>I</v></c>{cell}</row>").Pack();
        var faults = new List<Fault>();
        var number = read(ReadTable.Find(XlsxReader.Read(book).Sheets[0], ["Mã", "Điểm"], faults)!.Rows[0]);
        Assert.All(faults, fault => Assert.Equal("Sheet 'Bảng' B2", fault.Path));
        return (number, faults.SingleOrDefault()?.Words);
    }

    private static IReadOnlyList<Fault> FaultsOf(byte[] file) => Assert.Throws<Refusal>(() => XlsxReader.Read(file)).Faults;

    private static string Why(byte[] file) => FaultsOf(file).Single().Words.En;

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>That what is written opens in a spreadsheet without repair is checked against the standard's schema; no spreadsheet program is run here.</summary>
public sealed class XlsxWriterTests
{
    private static readonly TableSheet Sample = new(
        "Xếp hạng",
        [new("Đơn vị", 40), new("Điểm", 10, 2), new("Xếp loại", 15, Choices: ["Xuất sắc", "Khá"])],
        [TableRow.Of("Sở Xây dựng", 97.5m, "Xuất sắc"), TableRow.Of("=HYPERLINK(\"http://x\")", 8, (string?)null), new([default, default, "Khá"], IsStrong: true)])
    {
        Above = ["Bảng xếp hạng năm 2026", "Khối thi đua số 5"],
        Below = ["Ngày lập: 10/12/2026"],
    };

    [Fact]
    public void A_workbook_is_valid_and_holds_texts_as_texts_and_numbers_as_numbers()
    {
        var file = XlsxWriter.Write(Sample);

        Workbooks.AssertValid(file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Equal(("Sở Xây dựng", CellValues.InlineString), Value("A4"));
        Assert.Equal(("97.5", CellValues.Number), Value("B4"));
        Assert.Equal(("Bảng xếp hạng năm 2026", CellValues.InlineString), Value("A1"));
        Assert.Equal(("Ngày lập: 10/12/2026", CellValues.InlineString), Value("A8"));

        (string?, CellValues) Value(string place)
        {
            var cell = Workbooks.Cell(document, "Xếp hạng", place);
            return (cell.InlineString?.InnerText ?? cell.CellValue?.Text, cell.DataType?.Value ?? CellValues.Number);
        }
    }

    [Fact]
    public void Headings_stay_in_view_and_columns_have_their_widths_and_choices()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(Sample)), false);
        var sheet = Workbooks.Worksheet(document, "Xếp hạng");

        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((3, "A4", PaneStateValues.Frozen), ((int)pane.VerticalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
        Assert.Equal([40, 10, 15], sheet.Descendants<Column>().Select(column => (int)column.Width!.Value));
        Assert.Equal("\"Xuất sắc,Khá\"", sheet.Descendants<DataValidation>().Single().Formula1!.Text);
        Assert.Equal("'Xếp hạng'!$3:$3", document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single().Text);
    }

    [Fact]
    public void A_page_says_at_its_foot_what_it_is_of_and_above_it_its_number_but_on_the_first()
    {
        var file = XlsxWriter.Write(Sample with { Foot = $"Thi đua & khen thưởng {new string('x', 300)}" });

        Workbooks.AssertValid(file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var ends = Workbooks.Worksheet(document, "Xếp hạng").GetFirstChild<HeaderFooter>()!;
        Assert.True(ends.DifferentFirst!.Value);
        Assert.EndsWith("&P", ends.OddHeader!.Text);
        Assert.Null(ends.FirstHeader);
        Assert.StartsWith("&L&10&\"Times New Roman,Regular\"Thi đua && khen thưởng xxx", ends.OddFooter!.Text);
        Assert.Equal(ends.OddFooter.Text, ends.FirstFooter!.Text);
        Assert.InRange(ends.OddFooter.Text.Length, 150, 255);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void A_text_that_looks_like_a_formula_is_marked_as_text_and_stays_what_it_was(string text)
    {
        var file = XlsxWriter.Write(new TableSheet("x", [new("Tên", 10)], [TableRow.Of(text), TableRow.Of("Tên")]));

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var (dangerous, plain) = (Workbooks.Cell(document, "x", "A2"), Workbooks.Cell(document, "x", "A3"));
        Assert.Null(dangerous.CellFormula);
        Assert.Equal(CellValues.InlineString, dangerous.DataType!.Value);
        Assert.Equal(text, dangerous.InlineString!.InnerText);
        Assert.True(formats[(int)dangerous.StyleIndex!.Value].QuotePrefix?.Value);
        Assert.Null(formats[(int)plain.StyleIndex!.Value].QuotePrefix);
    }

    [Fact]
    public void Control_characters_and_halves_of_letters_are_left_out()
    {
        var file = XlsxWriter.Write(new TableSheet("x", [new("Tên", 10)], [TableRow.Of("a\0b\u0007c\ud83dd\uffffe\u0085f\ud83d\ude00")]));

        Workbooks.AssertValid(file);
        Assert.Equal("abcdef\ud83d\ude00", XlsxReader.Read(file).Sheets[0].Rows[1].Cells[1].Text);
    }

    [Fact]
    public void A_text_longer_than_a_cell_holds_is_cut_where_no_letter_breaks()
    {
        var file = XlsxWriter.Write(new TableSheet("x", [new("Tên", 10)], [TableRow.Of(new string('a', 32_765) + "\ud83d\ude00\ud83d\ude00")]));

        var text = XlsxReader.Read(file).Sheets[0].Rows[1].Cells[1].Text;
        Assert.Equal(new string('a', 32_765) + "…", text);
    }

    [Fact]
    public void Tabs_have_names_that_a_workbook_can_bear()
    {
        var table = new TableSheet("", [new("Tên", 10)], []);

        var file = XlsxWriter.Write(
            table with { Name = "Khối: [1/2]*?\\" },
            table with { Name = "'" },
            table with { Name = new('đ', 40) },
            table with { Name = new('Đ', 40) });

        Workbooks.AssertValid(file);
        Assert.Equal(
            ["Khối   1 2", "Bảng", new('đ', 31), new string('Đ', 27) + " (2)"],
            XlsxReader.Read(file).Sheets.Select(sheet => sheet.Name));
    }

    [Theory]
    [InlineData("|_x000D_x00a0_|")]
    [InlineData("|_x005F\r|")]
    [InlineData("|\rx00a0_|")]
    [InlineData("|_x000D_x000D_x000D_|")]
    public void What_looks_like_an_escape_is_read_back_as_the_text_it_is(string text)
    {
        var file = XlsxWriter.Write(new TableSheet("x", [new("Tên", 10)], [TableRow.Of(text)]));

        Assert.Equal(text, XlsxReader.Read(file).Sheets[0].Rows[1].Cells[1].Text);
    }

    [Fact]
    public void Any_text_and_number_is_read_back_as_it_was_written() => Law.HoldsForEverySeed(random =>
    {
        const string Letters = "aĐệ_x00D\r\n\t =<&'\"\ud83d\ude00";
        var rows = Enumerable.Range(0, 5).Select(_ => (
            Text: string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(Letters.Length)).Select(at => at < 12 ? Letters.Substring(at, 1) : "_x000D_")),
            Number: random.Next(-10_000_000, 10_000_000) / 100m)).ToList();

        var read = XlsxReader.Read(XlsxWriter.Write(new TableSheet("x", [new("Tên", 10), new("Số", 10, 2)], [.. rows.Select(row => TableRow.Of($"|{row.Text}|", row.Number))])));

        return read.Sheets[0].Rows.Skip(1).Select(row => (row.Cells[1].Text, row.Cells[2].Number)).SequenceEqual(rows.Select(row => ($"|{row.Text}|".Normalize(), (decimal?)row.Number)));
    }, tries: 50);
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year;

/// <summary>What an office hands on looks as it should, as far as structure tells. The pictures in docs/pictures are made of the same workbooks.</summary>
public sealed class WorkbookLooksTests
{
    public static TheoryData<string> Books => ["sheet", "measured-sheet", "standings", "wide-standings", "scheme"];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_workbook_opens_without_repair(string book)
    {
        var file = Made(book);

        Workbooks.AssertValid(file);
        // Beside the programs of the build, for who wants to look.
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "workbooks")).FullName, $"{book}.xlsx"), file);
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Every_wrapped_text_has_a_row_high_enough_for_it(string book) => EachSheet(book, sheet =>
    {
        foreach (var (row, cell) in sheet.Cells.Where(one => one.Cell.InlineString is not null && sheet.Look(one.Cell).Alignment!.WrapText!.Value))
        {
            // Letters are 0.42 of their size wide at the least, so this many lines there are for certain.
            var font = sheet.FontOf(cell);
            var size = font.FontSize!.Val!.Value;
            var lines = cell.InlineString!.InnerText.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length * 0.42 * size / (sheet.WidthOf(cell) * 5.25))));
            Assert.True(row.Height!.Value >= Math.Min(409, lines * size * 1.15), $"{book} {sheet.Name} {cell.CellReference}: {lines} lines of {size} in {row.Height.Value}");
        }
    });

    [Theory]
    [MemberData(nameof(Books))]
    public void Boxes_stand_round_the_table_and_nothing_else(string book) => EachSheet(book, sheet =>
    {
        Assert.All(sheet.Cells, one => Assert.Equal(sheet.IsTable(one.Row), sheet.Look(one.Cell).BorderId!.Value == 1));
        Assert.All(sheet.Worksheet.Descendants<Column>().Where(column => column.Style is not null), column => Assert.Equal(0u, sheet.Looks[(int)column.Style!.Value].BorderId!.Value));
    });

    [Theory]
    [MemberData(nameof(Books))]
    public void A_sheet_is_printed_on_A4_with_its_headings_on_each_page_and_turned_where_it_is_wide(string book) => EachSheet(book, sheet =>
    {
        var setup = sheet.Worksheet.GetFirstChild<PageSetup>()!;
        var width = sheet.Worksheet.Descendants<Column>().Sum(column => column.Width!.Value);
        Assert.Equal(9u, setup.PaperSize!.Value);
        Assert.Equal(width > 105 ? OrientationValues.Landscape : OrientationValues.Portrait, setup.Orientation!.Value);
        Assert.Equal((true, 0u), (sheet.Worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value, setup.FitToHeight!.Value));
        // Letters of 11 points stay at 8 or more.
        Assert.InRange(width / setup.FitToWidth!.Value, 0, 185);
        Assert.EndsWith($"${sheet.HeadingRow}:${sheet.HeadingRow}", sheet.PrintTitles);
        Assert.Equal(setup.FitToWidth.Value > 1, sheet.PrintTitles.Contains("$A:$", StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Books))]
    public void Of_a_wide_table_nothing_but_the_table_is_repeated_beside_itself(string book) => EachSheet(book, sheet =>
    {
        var repeated = sheet.PrintTitles.Contains("$A:$", StringComparison.Ordinal) ? sheet.PrintTitles.Split("$A:$")[1].Split(',')[0] : null;
        Assert.DoesNotContain(
            sheet.Cells, one => repeated is not null && !sheet.IsTable(one.Row) && string.CompareOrdinal(one.Cell.CellReference!.Value!.TrimEnd([.. "0123456789"]), repeated) <= 0);
    });

    [Theory]
    [InlineData("sheet", "Chấm điểm", "SỞ TÀI CHÍNH", "THỦ TRƯỞNG ĐƠN VỊ")]
    [InlineData("standings", "Xếp hạng", "KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU TỔNG HỢP", "KHỐI TRƯỞNG")]
    [InlineData("standings", "Theo nhóm tiêu chí", "KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU TỔNG HỢP", "KHỐI TRƯỞNG")]
    public void A_letter_begins_with_who_issues_it_and_ends_with_who_signs_and_what_is_not_known_is_a_gap(string book, string tab, string issuer, string signer)
    {
        using var document = Open(Made(book));
        var texts = Sheets(document).Single(sheet => sheet.Name == tab).Cells.Select(one => one.Cell.InlineString?.InnerText).OfType<string>().ToList();

        Assert.Equal(
            ["………………………………", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", issuer, "Độc lập - Tự do - Hạnh phúc", "──────────────", "Số: ………/………", "………………, ngày …… tháng …… năm ………"],
            texts.Take(7));
        Assert.Equal([signer, "(Ký, ghi rõ họ và tên)", "(Ký, đóng dấu, ghi rõ họ và tên)"], texts[^3..]);
    }

    [Fact]
    public void A_form_says_its_period_with_the_year_once_and_a_cluster_has_its_own_head()
    {
        var texts = WorkbookSamples.WideStandings()[0];

        Assert.Equal(("BẢNG XẾP HẠNG THI ĐUA KỲ 6 THÁNG ĐẦU NĂM 2026", "CỤM TRƯỞNG"), (texts.Above[0], texts.Letter!.Signer));
        Assert.Equal("PHIẾU TỰ CHẤM ĐIỂM THI ĐUA NĂM 2026", WorkbookSamples.Sheet.Write()[0].Above[0]);
    }

    [Fact]
    public void A_penalty_takes_away_in_every_column_so_that_a_row_adds_up()
    {
        var table = WorkbookSamples.Standings()[1];
        var (group, total) = (Column("P. Điểm trừ: chậm báo cáo, vi phạm kỷ luật"), Column("Tổng điểm"));

        Assert.Equal([-3m, -3m], [table.Rows[0].Cells[group].Number!.Value, table.Rows[0].Cells[total - 1].Number!.Value]);
        foreach (var row in table.Rows.Skip(1))
        {
            Assert.Equal(row.Cells[group].Number, row.Cells[total - 1].Number);
            Assert.Equal(row.Cells[total].Number, row.Cells.Skip(total - 3).Take(3).Sum(cell => cell.Number));
        }

        Assert.Contains(table.Rows, row => row.Cells[group].Number == -1);

        int Column(string heading) => table.Columns.Index().Single(column => column.Item.Heading == heading).Index;
    }

    [Fact]
    public void A_penalty_of_a_sheet_is_below_zero_as_the_most_it_takes_as_what_was_typed_and_as_what_it_comes_to()
    {
        var typed = WorkbookSamples.Sheet with { Tree = SchemeOfAPenalty.Tree(), Sheet = new(null, SheetContent.Of(Entry("P", 1.5m))) };

        var table = typed.Write()[0];

        Assert.Equal(
            [-3m, -1.5m, -1.5m],
            new[] { "Điểm tối đa", "Điểm", "Kết quả" }.Select(heading => table.Rows[^1].Cells[table.Columns.Index().Single(column => column.Item.Heading == heading).Index].Number!.Value));
    }

    [Fact]
    public void A_sheet_says_what_it_comes_to_and_whether_it_is_handed_in()
    {
        var table = WorkbookSamples.Sheet.Write()[0];

        Assert.Equal("Đã nộp lúc 09:15 ngày 08/12/2026", table.Above[^1]);
        Assert.Equal("Tổng điểm tự chấm: 92,85 (các tiêu chí 91,85/100; điểm thưởng 2; điểm trừ -1).", table.Below.Single());
        Assert.Equal("Chưa nộp", (WorkbookSamples.Sheet with { Sheet = new(null, SheetContent.Of()) }).Write()[0].Above[^1]);
    }

    [Fact]
    public void A_group_has_no_number_of_files()
    {
        var table = WorkbookSamples.Sheet.Write()[0];

        var files = table.Columns.Index().Single(column => column.Item.Heading == "Số tệp minh chứng").Index;
        Assert.Equal([null, 0m, 0m], table.Rows.Take(3).Select(row => row.Cells[files].Number));
    }

    private static SchemeContent SchemeOfAPenalty => Of(
        Direct("I", null, 10),
        new("P", null, "Điểm trừ", CriterionKind.Penalty, P(3)));

    private static byte[] Made(string book) => XlsxWriter.Write(book switch
    {
        "sheet" => WorkbookSamples.Sheet.Write(),
        "measured-sheet" => WorkbookSamples.MeasuredSheet.Write(),
        "standings" => WorkbookSamples.Standings(),
        "wide-standings" => WorkbookSamples.WideStandings(),
        _ => WorkbookSamples.Scheme(),
    });

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    private static void EachSheet(string book, Action<SheetLook> check)
    {
        using var document = Open(Made(book));
        var sheets = Sheets(document);
        Assert.NotEmpty(sheets);
        sheets.ForEach(check);
    }

    private static List<SheetLook> Sheets(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select((sheet, index) => new SheetLook(document.WorkbookPart, sheet.Name!.Value!, index))];

    /// <summary>A sheet as a program that opens it sees it.</summary>
    private sealed class SheetLook(WorkbookPart book, string name, int index)
    {
        public string Name => name;

        public Worksheet Worksheet { get; } = ((WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().ElementAt(index).Id!)).Worksheet;

        public IReadOnlyList<CellFormat> Looks { get; } = [.. book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()];

        public string PrintTitles { get; } = book.Workbook.DefinedNames!.Elements<DefinedName>().Single(one => one.LocalSheetId!.Value == index).Text;

        public IEnumerable<(Row Row, Cell Cell)> Cells => Worksheet.Descendants<Row>().SelectMany(row => row.Elements<Cell>().Select(cell => (row, cell)));

        /// <summary>What stays in view is all down to the headings.</summary>
        public uint HeadingRow => (uint)Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value;

        public CellFormat Look(Cell cell) => Looks[(int)cell.StyleIndex!.Value];

        public Font FontOf(Cell cell) => book.WorkbookStylesPart!.Stylesheet.Fonts!.Elements<Font>().ElementAt((int)Look(cell).FontId!.Value);

        /// <summary>From the headings down to the last row before a free one.</summary>
        public bool IsTable(Row row) =>
            row.RowIndex!.Value >= HeadingRow && Worksheet.Descendants<Row>().Where(one => one.RowIndex! > HeadingRow && one.RowIndex! <= row.RowIndex).All(one => one.HasChildren);

        /// <summary>In characters, merged cells together.</summary>
        public double WidthOf(Cell cell)
        {
            var columns = Worksheet.Descendants<Column>().Select(column => column.Width!.Value).ToList();
            var reference = Worksheet.Descendants<MergeCell>().Select(merged => merged.Reference!.Value!.Split(':')).FirstOrDefault(ends => ends[0] == cell.CellReference!.Value) ?? [cell.CellReference!.Value!];
            Assert.True(CellPlace.TryParse(reference[0], name, out var first) & CellPlace.TryParse(reference[^1], name, out var last));
            return columns[(first.Column - 1)..last.Column].Sum();
        }
    }
}

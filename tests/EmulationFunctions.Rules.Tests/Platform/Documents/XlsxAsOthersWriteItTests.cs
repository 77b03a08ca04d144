using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Rules.Tests.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>Workbooks that Excel opens are read, whoever wrote them; what cannot be read is a fault where it stands.</summary>
public sealed class XlsxAsOthersWriteItTests
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static TheoryData<string, byte[]> OpenedByExcel => new()
    {
        { "as it is", Books.New.Pack() },
        { "a link that is no address", Books.New
            .WithRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>8.5</v></c></row>", $"<hyperlinks><hyperlink ref=\"A1\" xmlns:r=\"{Relation}\" r:id=\"rId1\"/></hyperlinks>")
            .With("xl/worksheets/_rels/sheet1.xml.rels", $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relation}/hyperlink\" Target=\"mailto:mot@example.vn;%20hai@example.vn\" TargetMode=\"External\"/></Relationships>").Pack() },
        { "relations to parts that are not there", Books.New
            .Changed("xl/_rels/workbook.xml.rels", "</Relationships>", $"<Relationship Id=\"rId8\" Type=\"{Relation}/theme\" Target=\"theme/theme1.xml\"/><Relationship Id=\"rId9\" Type=\"{Relation}/calcChain\" Target=\"calcChain.xml\"/></Relationships>").Pack() },
        { "a prefix in the types", Books.New.Changed("[Content_Types].xml", "<Types xmlns", "<p:Types xmlns:p").Changed("[Content_Types].xml", "</Types>", "</p:Types>").Changed("[Content_Types].xml", "<Default", "<p:Default").Changed("[Content_Types].xml", "<Override", "<p:Override").Pack() },
        { "without types", Books.New.With("[Content_Types].xml", null).Pack() },
        { "names in another case", Books.New.Renamed(name => name.Replace("sharedStrings", "SharedStrings", StringComparison.Ordinal)).Pack() },
        { "backslashes", Books.New.Renamed(name => name.Replace('/', '\\')).Pack() },
        { "an add-in's part of a plain type", Books.New
            .With("xl/webextensions/taskpanes.xml", "<broken")
            .Changed("_rels/.rels", "</Relationships>", "<Relationship Id=\"rId7\" Type=\"http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes\" Target=\"xl/webextensions/taskpanes.xml\"/></Relationships>").Pack() },
        { "a target that begins with ./", Books.New.Changed("_rels/.rels", "\"xl/workbook.xml", "\"./xl/workbook.xml").Pack() },
        { "an absolute target", Books.New.Changed("xl/_rels/workbook.xml.rels", "\"sharedStrings.xml", "\"/xl/sharedStrings.xml").Pack() },
        { "the strict form", Books.New.Renamed(name => name).Changed("xl/workbook.xml", "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").Pack() },
        { "the longer end record", SampleFiles.WithZip64End(Books.New.Pack()) },
        { "padding behind the end", [.. Books.New.Pack(), .. new byte[16]] },
        { "no places of cells", Books.New.WithRows("<row><c t=\"s\"><v>0</v></c><c><v>8.5</v></c></row>").Pack() },
        { "other words between the tags", Books.New.WithRows("<!-- x --><row r=\"1\" spans=\"1:2\"><c r=\"A1\" t=\"s\"><v>0</v><extLst><ext><v>9</v></ext></extLst></c> <c r=\"B1\"><v>8.5</v></c></row>").Pack() },
    };

    [Theory]
    [MemberData(nameof(OpenedByExcel))]
    public void A_workbook_that_Excel_opens_is_read_and_is_known_as_one_where_it_is_evidence(string _, byte[] file)
    {
        var row = XlsxReader.Read(file).Sheets.Single().Rows.Single();

        Assert.Equal([(1, "Điểm"), (2, "8.5")], row.Cells.Select(cell => (cell.Key, cell.Value.Text)));
        Assert.Equal(FileType.Xlsx, FileInspection.Inspect(new MemoryStream(file)).Type);
    }

    [Fact]
    public void Small_letters_name_the_same_column()
    {
        var cells = XlsxReader.Read(Books.New.WithRows("<row r=\"1\"><c r=\"a1\" t=\"s\"><v>0</v></c><c r=\"c1\"><v>8.5</v></c></row>").Pack()).Sheets[0].Rows[0].Cells;

        Assert.Equal([1, 3], cells.Keys);
    }

    [Theory]
    [InlineData("<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c></row>", "A4", "text that is not in the file")]
    [InlineData("<row r=\"4\"><c r=\"A4\" t=\"s\"><v>-1</v></c></row>", "A4", "text that is not in the file")]
    [InlineData("<row r=\"4\"><c r=\"A4\" t=\"s\"><v></v></c></row>", "A4", "text that is not in the file")]
    [InlineData("<row r=\"4\"><c r=\"$B$4\"><v>1</v></c></row>", "A4", "“$B$4”")]
    [InlineData("<row r=\"4\"><c r=\"B\"><v>1</v></c></row>", "A4", "“B”")]
    [InlineData("<row r=\"4\"><c r=\"B5\"><v>1</v></c></row>", "A4", "“B5”")]
    [InlineData("<row r=\"4\"><c r=\"XFE4\"><v>1</v></c></row>", "A4", "“XFE4”")]
    [InlineData("<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"b4\"><v>2</v></c></row>", "B4", "twice")]
    [InlineData("<row r=\"4\"><c r=\"A4\"><v>1</v></c></row><row r=\"4\"><c r=\"B4\"><v>2</v></c></row>", "A4", "twice")]
    [InlineData("<row r=\"1\"/><row r=\"x\"><c r=\"A2\"><v>1</v></c></row>", "A2", "“x”")]
    [InlineData("<row r=\"0\"><c><v>1</v></c></row>", "A1", "“0”")]
    [InlineData("<row r=\"4\"><c r=\"C4\" t=\"z\"><v>1</v></c></row>", "C4", "cannot be read")]
    [InlineData("<row r=\"4\"><c r=\"C4\"><is><t>x</t></is></c></row>", "C4", "cannot be read")]
    [InlineData("<row r=\"4\"><c r=\"C4\"><v>8,5</v></c></row>", "C4", "a number that cannot be read")]
    [InlineData("<row r=\"4\"><c r=\"C4\" s=\"3\"><v>1</v></c></row>", "C4", "look")]
    [InlineData("<row r=\"4\"><c r=\"C4\" s=\"x\"><v>1</v></c></row>", "C4", "look")]
    [InlineData("<row r=\"4\"><c r=\"C4\" t=\"str\"><v>a&#1;b</v></c></row>", "C4", "control characters")]
    [InlineData("<row r=\"4\"><c r=\"C4\"><f>1+1</f><v>2</v></c></row>", "C4", "formula")]
    public void What_cannot_be_read_is_a_fault_where_it_stands(string rows, string place, string why)
    {
        var fault = Assert.Single(FaultsOf(Books.New.WithRows(rows).Pack()));

        Assert.Equal($"Sheet 'Bảng' {place}", fault.Path);
        Assert.Contains(why, fault.Words.En);
    }

    [Fact]
    public void Empty_cells_stay_empty_whatever_they_say_of_themselves()
    {
        var file = Books.New.WithRows("<row r=\"1\"><c r=\"A1\" t=\"s\"/><c r=\"B1\" s=\"99\"/><c r=\"C1\" t=\"z\"/><c r=\"D1\"><v> </v></c><c r=\"E1\" t=\"inlineStr\"><is/></c></row>").Pack();

        Assert.Empty(XlsxReader.Read(file).Sheets[0].Rows);
    }

    [Fact]
    public void Merged_cells_that_cannot_be_read_are_a_fault()
    {
        var file = Books.New.WithRows("", "<mergeCells><mergeCell ref=\"a1:b2\"/><mergeCell ref=\"A:B\"/></mergeCells>").Pack();

        Assert.Contains("“A:B”", Assert.Single(FaultsOf(file)).Words.En);
    }

    [Fact]
    public void A_sheet_without_its_part_is_named()
    {
        var file = Books.New
            .Changed("xl/workbook.xml", "</sheets>", "<sheet name=\"Hai\" sheetId=\"2\" r:id=\"rId5\"/><sheet name=\"Ba\" sheetId=\"3\"/></sheets>")
            .Changed("xl/_rels/workbook.xml.rels", "</Relationships>", $"<Relationship Id=\"rId5\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>").Pack();

        Assert.Equal(["Sheet 'Hai' A1", "Sheet 'Ba' A1"], FaultsOf(file).Select(fault => fault.Path));
        Assert.Equal("The part of the sheet “Hai” is not in the file.", FaultsOf(file)[0].Words.En);
    }

    [Fact]
    public void A_damaged_part_that_is_needed_is_named_and_one_that_is_not_does_no_harm()
    {
        Assert.Contains("xl/worksheets/sheet1.xml", Why(Books.New.With("xl/worksheets/sheet1.xml", "<worksheet")));
        Assert.Contains("xl/worksheets/sheet1.xml", Why(Books.New.With("xl/worksheets/sheet1.xml", "<html/>")));
        Assert.Contains("xl/sharedStrings.xml", Why(Books.New.Changed("xl/sharedStrings.xml", "</sst>", "")));
        Assert.Contains("xl/workbook.xml", Why(Books.New.With("xl/workbook.xml", null)));
        Assert.Single(XlsxReader.Read(Books.New.With("xl/theme/theme1.xml", "<broken").Pack()).Sheets);
    }

    [Fact]
    public void Files_that_are_something_else_are_told_what_they_are()
    {
        Assert.Contains(".ods", Why(Books.New.With("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        Assert.Contains(".xlsb", Why(Books.New.Renamed(name => name.Replace("workbook.xml", "workbook.bin", StringComparison.Ordinal)).Changed("_rels/.rels", "workbook.xml", "workbook.bin")));
        Assert.Contains("macros", Why(Books.New.With("xl/vbaProject.bin", "x")));
        Assert.Contains("macros", Why(Books.New.Changed("xl/_rels/workbook.xml.rels", "</Relationships>", "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet\" Target=\"m.xml\"/></Relationships>")));
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        var file = Books.New.Changed("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>").WithRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44688</v></c></row>").Pack();

        Assert.Equal(new ReadCell("46150", 46150, NumberLook.Date), XlsxReader.Read(file).Sheets[0].Rows[0].Cells[1]);
    }

    private static string Why(Books book) => Assert.Single(FaultsOf(book.Pack())).Words.En;

    private static IReadOnlyList<Fault> FaultsOf(byte[] file) => Assert.Throws<Refusal>(() => XlsxReader.Read(file)).Faults;
}

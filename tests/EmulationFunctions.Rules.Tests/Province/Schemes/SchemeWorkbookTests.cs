using System.Text.Json;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>A scheme as a workbook and back.</summary>
public sealed class SchemeWorkbookTests
{
    private static readonly SchemeContent Everything = JsonSerializer.Deserialize<SchemeContent>(SchemeSamples.Everything, JsonSerializerOptions.Web)!.Plain();

    private static readonly byte[] File = Write(Everything);

    [Fact]
    public void Every_real_scheme_is_read_back_as_it_was_written()
    {
        foreach (var content in new[] { SchemeSamples.A, SchemeSamples.B, SchemeC.Content, SchemeSamples.D, Everything })
        {
            var file = Write(content);

            Workbooks.AssertValid(file);
            Assert.Equal(content.Plain().ToJson(), Read(file).Plain().ToJson());
        }
    }

    [Fact]
    public void Any_scheme_is_read_back_as_it_was_written() => Law.HoldsForEverySeed(random =>
    {
        var content = RandomSchemes.MakeAny(random);
        return Read(Write(content)).Plain().ToJson() == content.Plain().ToJson();
    }, tries: 30);

    [Fact]
    public void A_void_criterion_is_noted_in_the_workbook_and_is_not_part_of_the_scheme()
    {
        var file = Write(Everything, new VoidedCriterion("I.đ", "Bộ tiêu chí đã thay đổi", default));

        Assert.Equal("Vô hiệu: Bộ tiêu chí đã thay đổi", XlsxReader.Read(file).Sheets[1].Rows[3].Cells[16].Text);
        Assert.Equal(Everything.ToJson(), Read(file).ToJson());
    }

    [Theory]
    [InlineData("Bảng điểm", "B2", null)] // no title
    [InlineData("Bảng điểm", "B3", 100.005)] // a third decimal
    [InlineData("Bảng điểm", "B3", "một trăm")]
    [InlineData("Bảng điểm", "B4", "Tùy ý")]
    [InlineData("Bảng điểm", "A5", "Làm tròm")]
    [InlineData("Bảng điểm", "A5", "Tổng điểm")] // twice
    [InlineData("Bảng điểm", "B6", 1.5)]
    [InlineData("Bảng điểm", "B8", -1)]
    [InlineData("Bảng điểm", "B14", 200)] // more peers than a bloc has
    [InlineData("Bảng điểm", "B15", null)]
    [InlineData("Tiêu chí", "A2", null)]
    [InlineData("Tiêu chí", "A2", "I/1")]
    [InlineData("Tiêu chí", "A4", 1.5)] // a code that the spreadsheet has turned into a number
    [InlineData("Tiêu chí", "B3", "IX")] // no such group
    [InlineData("Tiêu chí", "C3", null)]
    [InlineData("Tiêu chí", "D4", "Đếm")]
    [InlineData("Tiêu chí", "E2", 60)] // children sum to 60.5
    [InlineData("Tiêu chí", "E4", -20.25)]
    [InlineData("Tiêu chí", "F4", "Có")]
    [InlineData("Tiêu chí", "G4", 30)] // one time is worth more than the maximum
    [InlineData("Tiêu chí", "H3", null)] // one of three targets
    [InlineData("Tiêu chí", "I3", 41)]
    [InlineData("Tiêu chí", "J3", 101)]
    [InlineData("Xếp loại", "A3", "XS")] // twice
    [InlineData("Xếp loại", "C2", 91)] // values between 90 and 91 lie in no class
    [InlineData("Xếp loại", "C2", 89)] // overlap
    [InlineData("Xếp loại", "D2", null)]
    [InlineData("Xếp loại", "G2", 0)]
    [InlineData("Mức sàn riêng", "A2", "XSS")]
    [InlineData("Mức sàn riêng", "B2", "T")] // a bonus has no floor
    [InlineData("Mức sàn riêng", "C2", "nhiều")]
    [InlineData("Tiêu chí phụ", "A2", null)]
    [InlineData("Tiêu chí phụ", "B3", "I")] // not of this kind of tie-break
    [InlineData("Bảng điểm", "B17", 6)] // more rounds than anybody needs
    [InlineData("Bảng điểm", "B17", 1.5)]
    [InlineData("Bảng điểm", "B18", -1)]
    [InlineData("Bảng điểm", "B19", "Duyệt")]
    [InlineData("Bảng điểm", "B21", 1)]
    [InlineData("Cơ quan chuyên môn", "A2", "IX")] // no such criterion
    [InlineData("Cơ quan chuyên môn", "B2", "Sở Nội vụ")] // not an id
    [InlineData("Cơ quan chuyên môn", "B2", null)]
    public void A_fault_is_named_at_its_cell(string sheet, string cell, object? value) =>
        Assert.Contains($"Sheet '{sheet}' {cell}", Faults(Workbooks.With(File, sheet, (cell, value))).Select(fault => fault.Path));

    [Fact]
    public void A_circle_of_groups_is_named_at_the_cell_that_closes_it()
    {
        var file = Workbooks.With(File, "Tiêu chí", ("B2", "I"));

        Assert.Equal("The criteria hold each other in a circle: I → I.", Faults(file).Single(fault => fault.Path == "Sheet 'Tiêu chí' B2").Words.En);
    }

    [Theory]
    [InlineData(2_001, 1, "Sheet 'Tiêu chí' A1")]
    [InlineData(50, 50, "Sheet 'Tiêu chí' B22")]
    public void A_tree_too_large_or_too_deep_is_named(int lines, int depth, string place)
    {
        var criteria = Enumerable.Range(1, lines)
            .Select(number => number % depth == 0 ? SchemeSamples.Direct($"{number}", Parent(number), 1) : SchemeSamples.Group($"{number}", Parent(number), 1));

        var faults = Faults(Write(new("x", SchemeSamples.P(lines / depth), [.. criteria], [], [])));

        Assert.Equal(place, faults.Single().Path);

        string? Parent(int number) => depth > 1 && number > 1 ? $"{number - 1}" : null;
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_cells_is_told_at_once()
    {
        var file = Workbooks.With(File, "Tiêu chí", ("D3", "x"), ("E4", "y"), ("F5", "z"));

        Assert.Equal(["D3", "E4", "F5"], Faults(Workbooks.With(file, "Xếp loại", ("D2", "Có thể"))).Take(3).Select(fault => fault.Path.Split(' ')[^1]));
        Assert.Equal(4, Faults(Workbooks.With(file, "Xếp loại", ("D2", "Có thể"))).Count);
    }

    [Fact]
    public void Percentages_may_be_typed_as_such_and_points_may_not()
    {
        Assert.Equal(Everything.ToJson(), Read(Percent("Xếp loại", "G2", 0.85)).ToJson());
        Assert.Equal("Sheet 'Xếp loại' C2", Faults(Percent("Xếp loại", "C2", 0.9))[0].Path);

        static byte[] Percent(string sheet, string place, double value) => Workbooks.Edited(File, document =>
        {
            var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
            formats.Append(new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 9 });
            var cell = Workbooks.Cell(document, sheet, place);
            cell.CellValue = new(value);
            cell.StyleIndex = (uint)formats.ChildElements.Count - 1;
        });
    }

    [Fact]
    public void What_is_left_out_has_its_default_and_what_does_not_belong_is_refused()
    {
        var least = XlsxWriter.Write(
            new TableSheet("Bảng điểm", [new("Giá trị", 1), new("Nội dung", 1)], [TableRow.Of("Tối thiểu", "Tên bảng điểm"), TableRow.Of(10, "TỔNG ĐIỂM")]),
            new TableSheet(
                "Tiêu chí",
                [.. new[] { "Mã", "Thuộc nhóm", "Tên tiêu chí", "Loại", "Điểm tối đa", "Minh chứng", "Điểm mỗi lần", "Chỉ tiêu tỷ lệ ngoài (%)", "Điểm tỷ lệ ngoài", "Chỉ tiêu tỷ lệ trong (%)" }.Select(heading => new TableColumn(heading, 9))],
                [TableRow.Of(1, default, "Một", "đạt / không đạt", 10)]),
            new TableSheet("Sheet3", [], []));
        Assert.Equal(new SchemeContent("Tối thiểu", SchemeSamples.P(10), [SchemeSamples.PassFail("1", null, 10) with { Title = "Một" }], [], []).ToJson(), Read(least).ToJson());

        Assert.Equal(["Sheet 'Ghi chép' A1"], Faults(Workbooks.Edited(File, Rename("Tiêu chí phụ", "Ghi chép"))).Select(fault => fault.Path));
        Assert.Equal(["Sheet 'x' A1", "$"], Faults(Workbooks.Edited(File, Rename("Tiêu chí", "x"))).Select(fault => fault.Path));
        Assert.Equal(["Sheet 'Tiêu chí' E1", "Sheet 'Tiêu chí' A1"], Faults(Workbooks.With(File, "Tiêu chí", ("E1", "Điểm"))).Select(fault => fault.Path));

        static Action<DocumentFormat.OpenXml.Packaging.SpreadsheetDocument> Rename(string from, string to) => document =>
            document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == from).Name = to;
    }

    [Fact]
    public void Cross_scoring_is_whole_or_not_there()
    {
        Assert.Equal(
            ["Sheet 'Bảng điểm' B14", "Sheet 'Bảng điểm' B15", "Sheet 'Bảng điểm' B16"],
            Faults(Workbooks.With(File, "Bảng điểm", ("B13", null))).Select(fault => fault.Path));
        var without = Workbooks.With(File, "Bảng điểm", ("B13", null), ("B14", null), ("B15", null), ("B16", null));
        Assert.Null(Read(without).CrossScoring);
    }

    [Fact]
    public void Appraisal_is_left_to_the_default_when_nothing_is_said_of_it_and_one_setting_is_enough()
    {
        var nothing = Workbooks.With(File, "Bảng điểm", ("B17", null), ("B18", null), ("B19", null), ("B20", null), ("B21", null));
        Assert.Equal(Appraisal.Default with { Specialists = [new("II", "so-noi-vu")] }, Read(nothing).Appraisal!, Same);
        Assert.Null(Read(Workbooks.With(nothing, "Cơ quan chuyên môn", ("A2", null), ("B2", null))).Appraisal);

        var one = Workbooks.With(nothing, "Cơ quan chuyên môn", ("A2", null), ("B2", null));
        Assert.Equal(Appraisal.Default with { Rounds = 1 }, Read(Workbooks.With(one, "Bảng điểm", ("B17", 1))).Appraisal);
        Assert.Equal(Appraisal.Default with { Office = AppraisalPower.SendBack }, Read(Workbooks.With(one, "Bảng điểm", ("B21", "Chỉ trả lại"))).Appraisal);

        static bool Same(Appraisal left, Appraisal right) =>
            left with { Specialists = null } == right with { Specialists = null } && left.Specialists!.SequenceEqual(right.Specialists!);
    }

    private static byte[] Write(SchemeContent content, params VoidedCriterion[] voided) =>
        XlsxWriter.Write(SchemeWorkbook.Write(new(new("khoi-5", 1, content), true, 1, voided)));

    private static SchemeContent Read(byte[] file) => SchemeImport.Read(XlsxReader.Read(file));

    private static IReadOnlyList<Fault> Faults(byte[] file) => Assert.Throws<Refusal>(() => Read(file)).Faults;
}

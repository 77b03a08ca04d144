using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Office.Papers;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Year.Meetings;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Rules.Tests.Year.Reports;
using EmulationFunctions.Year.Pacts;
using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Rules.Tests.Office.Papers;

/// <summary>The tables of a bloc's year: what was recorded, as texts and numbers, and nothing else.</summary>
public sealed class YearWorkbookTests
{
    [Fact]
    public void Each_unit_stands_with_each_target_its_last_report_and_whether_it_is_reached()
    {
        var table = Table(Book, "Chỉ tiêu giao ước");

        Assert.Equal(2 * 6, table.Rows.Count);
        IReadOnlyList<string?> Of(string unit) => [.. Texts(table.Rows.Single(row => row.Cells[1].Text == unit && row.Cells[2].Text == "Sáng kiến được công nhận")).Skip(1)];
        Assert.Equal(["Sở Nội vụ", "Sáng kiến được công nhận", "1.250,5 sáng kiến", "30/11/2026", "gần 1.300", "1300", "đạt"], Of("Sở Nội vụ"));
        Assert.Equal(["Sở Tài chính", "Sáng kiến được công nhận", "1.250,5 sáng kiến", null, null, null, null], Of("Sở Tài chính"));
    }

    [Fact]
    public void Attendance_and_conclusions_stand_as_they_were_recorded_and_what_is_late_says_so()
    {
        Assert.Equal(["có mặt", "cử người dự thay", "vắng có lý do"], Table(Book, "Dự họp").Rows.Select(row => row.Cells[4].Text));
        Assert.Equal(
            ["1", "Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2026", "20/07/2026", "1", "Đổi mới hình thức tổ chức phong trào.", "Sở Tài chính", "30/09/2026", "quá hạn", null, null],
            Texts(Assert.Single(Table(Book, "Kết luận").Rows)));
    }

    [Fact]
    public void Numbers_of_a_report_stand_by_unit_and_are_summed_where_a_sum_says_something()
    {
        var table = Table(Book, "Số liệu so-ket");

        Assert.Equal(["STT", "Đơn vị", "Thủ tục hành chính đã tiếp nhận và giải quyết (thủ tục)", "Hồ sơ trả quá hạn (hồ sơ)", "Tỷ lệ đúng hạn (%)"], table.Columns.Select(column => column.Heading));
        Assert.Equal(["2", "Sở Tài chính", "1600", "65", "95,94"], Texts(table.Rows[1]));
        Assert.Equal(["", "Cộng", "10000", "65", null], Texts(table.Rows[2]));
    }

    [Fact]
    public void The_workbook_is_sound_and_no_text_in_it_becomes_a_formula()
    {
        var evil = Book with
        {
            BlocName = "=cmd|' /C calc'!A0",
            Registrations = [new("so-noi-vu", [new("=HYPERLINK(\"http://x\")", 3, "@SUM(1)"), new("+1+1\u202E\u0000", null, "-2")], [], null, DateTimeOffset.UnixEpoch)],
        };

        var file = XlsxWriter.Write(YearWorkbook.Make(evil));

        Workbooks.AssertValid(file);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        Assert.Contains("=HYPERLINK(\"http://x\")", Table(evil, "Danh hiệu đăng ký").Rows.Select(row => row.Cells[2].Text));
    }

    [Fact]
    public void A_year_of_which_nothing_was_recorded_is_a_sound_workbook_of_headings()
    {
        var empty = Book with { Pact = null, Registrations = [], Meetings = [], Reports = [] };

        Workbooks.AssertValid(XlsxWriter.Write(YearWorkbook.Make(empty)));
        Assert.All(YearWorkbook.Make(empty), table => Assert.Empty(table.Rows));
    }

    private static YearBook Book => new(
        "Khối thi đua Kinh tế - Kỹ thuật",
        2026,
        ["so-noi-vu", "so-tai-chinh"],
        new(new Dictionary<string, string> { ["so-noi-vu"] = "Sở Nội vụ", ["so-tai-chinh"] = "Sở Tài chính", ["so-xay-dung"] = "Sở Xây dựng" }
            .ToDictionary(one => one.Key, one => new Unit(one.Key, one.Value, UnitKind.Department, [], false, [], false, 0))),
        PactSamples.Pact(PactPapersOf.BacNinh),
        new Progress[]
        {
            new("so-noi-vu", "sang-kien", new(2026, 6, 30), null, 10, null, default),
            new("so-noi-vu", "sang-kien", new(2026, 11, 30), "gần 1.300", 1300, null, default),
        }.ToLookup(one => one.Unit, StringComparer.Ordinal),
        [new("so-tai-chinh", [new("Chiến sĩ thi đua cơ sở", 12)], [], null, DateTimeOffset.UnixEpoch)],
        [MeetingPaperTests.Whole],
        [(Request, [("so-tai-chinh", ReportSamples.Part with { Answers = [new("thu-tuc", 1600), new("qua-han", 65)] }), ("so-noi-vu", ReportSamples.Part)])],
        new(2026, 12, 1));

    private static ReportRequest Request =>
        ReportSamples.Request with { Questions = [.. ReportSamples.Request.Questions, new("dung-han", "Tỷ lệ đúng hạn", "%", IsSummed: false, new("qua-han", "thu-tuc", IsRest: true))] };

    private static TableSheet Table(YearBook book, string name) => YearWorkbook.Make(book).Single(table => table.Name == name);

    private static IReadOnlyList<string?> Texts(TableRow row) =>
        [.. row.Cells.Select(cell => cell.Text ?? cell.Number?.ToString("0.####", EmulationFunctions.Common.Hundredths.Vietnamese))];
}

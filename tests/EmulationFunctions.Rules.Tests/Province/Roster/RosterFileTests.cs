using System.Globalization;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Province.Roster;

public sealed class RosterFileTests
{
    private const string Usual = "unit,name,kind\nso-a,Sở A,department\n";

    [Theory]
    [InlineData(Usual)]
    [InlineData("sep=;\nunit;name;kind\nso-a;Sở A;department\n")]
    [InlineData("\"sep=,\"\r\nunit,name,kind\r\nso-a,Sở A,department\r\n")]
    [InlineData("SEP=\t\nunit\tname\tkind\nso-a\tSở A\tdepartment\n")]
    [InlineData("Mã đơn vị,Tên đơn vị,Loại đơn vị\nso-a,Sở A,Sở\n")]
    [InlineData("STT;MÃ ĐƠN VỊ;Đơn vị;loại hình\n1;so-a;Sở A;sở\n")]
    [InlineData("DANH SÁCH ĐƠN VỊ, NĂM 2026, LẦN 1, BẢN CUỐI\n\nunit;name;kind\nso-a;Sở A;department\n")]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH;;\n;;\nunit;name;kind\nso-a;Sở A;department\n")]
    [InlineData("unit,name,kind\nso-a,Sở A,department\nso-a,Sở A,department\n\nso-a,Sở A,department,\n")]
    public void The_same_roster_is_read_however_a_spreadsheet_saves_it(string text)
    {
        var file = RosterFile.Read(text);

        Assert.Empty(file.Faults);
        var line = Assert.Single(file.Lines);
        Assert.Equal(("so-a", "Sở A", UnitKind.Department), (line.Unit, line.Values[RosterColumns.UnitName], line.Values[RosterColumns.UnitKindName]));
    }

    [Theory]
    [InlineData("S? N?i v?")]
    [InlineData("S\uFFFD N\uFFFDi v\uFFFD")]
    [InlineData("?y ban")]
    public void Names_that_have_lost_letters_say_how_to_save_them(string name)
    {
        var fault = Assert.Single(RosterFile.Read($"unit,name,kind\nso-a,{name},department\n").Faults);

        Assert.Equal((2, "name"), (fault.Line, fault.Column));
        Assert.Contains("CSV UTF-8", fault.Words.En);
        Assert.Contains("CSV UTF-8", fault.Words.Vi);
    }

    [Fact]
    public void Headings_and_decisions_lose_letters_too_and_a_question_mark_elsewhere_is_one()
    {
        Assert.Contains("CSV UTF-8", RosterFile.Read("unit,T?n đơn v?,kind\nso-a,A,department\n").Faults[0].Words.En);
        Assert.Equal(["decision"], RosterFile.Read("unit,bloc,from,decision\nso-a,khoi-1,2026-01-01,12/Q?-UBND\n").Faults.Select(fault => fault.Column));
        Assert.Empty(RosterFile.Read("unit,name,kind\nso-a,Sở A ?,department\n").Faults);
    }

    [Theory]
    [InlineData("Sở", nameof(UnitKind.Department))]
    [InlineData("Chi Cục", nameof(UnitKind.SubDepartment))]
    [InlineData("liên minh HTX", nameof(UnitKind.CooperativeAlliance))]
    [InlineData("Phường", nameof(UnitKind.Locality))]
    [InlineData("Xa\u0303", nameof(UnitKind.Locality))]
    [InlineData("massOrganization", nameof(UnitKind.MassOrganization))]
    public void Kinds_are_said_in_either_language(string word, string kind) =>
        Assert.Equal(kind, RosterFile.Read($"unit,name,kind\nso-a,A,{word}\n").Lines[0].Values[RosterColumns.UnitKindName].ToString());

    [Theory]
    [InlineData("2026 head", "2026 Head")]
    [InlineData("Khối trưởng 2026", "2026 Head")]
    [InlineData("Khối phó năm 2026; 2027 Khối trưởng", "2026 Deputy, 2027 Head")]
    [InlineData("Cụm trưởng 2026|Thường trực 2027", "2026 Head, 2027 StandingUnit")]
    [InlineData("Khối trưởng", null)]
    [InlineData("2026", null)]
    [InlineData("2026 Khối trưởng 2027", null)]
    public void Roles_are_said_in_either_language_and_order(string cell, string? roles)
    {
        var file = RosterFile.Read($"unit,bloc,from,roles\nso-a,khoi-1,2026-01-01,\"{cell}\"\n");

        Assert.Equal(roles ?? "", string.Join(", ", file.Lines[0].Roles.Select(role => $"{role.Year} {role.Role}")));
        Assert.Equal(roles is null ? ["roles"] : [], file.Faults.Select(fault => fault.Column));
    }

    [Theory]
    [InlineData("46023", "2026-01-01")]
    [InlineData("1/1/2026", "2026-01-01")]
    [InlineData("99999", null)]
    [InlineData("4602", null)]
    public void A_day_may_be_the_number_that_a_spreadsheet_keeps_of_it(string cell, string? day)
    {
        var file = RosterFile.Read($"unit,bloc,from\nso-a,khoi-1,{cell}\n");

        Assert.Equal(day, file.Lines[0].From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(day is null, file.Faults.Count > 0);
    }

    [Fact]
    public void Faults_are_told_by_the_headings_that_the_file_has()
    {
        var file = RosterFile.Read("Danh sách\nMã đơn vị,Loại đơn vị\nSO A,gì đó\n");

        Assert.Equal(["line 3, column Mã đơn vị", "line 3, column Loại đơn vị"], file.Faults.Select(fault => file.Place(fault).Path));
        Assert.Contains("Sở, Ban", file.Faults[1].Words.Vi);
    }

    [Fact]
    public void A_workbook_says_the_same_as_a_text()
    {
        var book = XlsxWriter.Write(new TableSheet(
            "Danh sách",
            [new("STT", 5), new("Mã đơn vị", 20), new("Tên đơn vị", 40), new("Loại đơn vị", 20), new("Mã khối", 20), new("Tên khối", 30), new("Từ ngày", 12), new("Nhiệm vụ", 20)],
            [TableRow.Of(1, "so-a", "Sở A", "Sở", "khoi-1", "Khối một", 46023, "Khối trưởng 2026")])
        { Above = ["DANH SÁCH KHỐI THI ĐUA", "Năm 2026"] });

        var file = Read(book);

        Assert.Empty(file.Faults);
        var line = Assert.Single(file.Lines);
        Assert.Equal(("so-a", "khoi-1", new DateOnly(2026, 1, 1)), (line.Unit, line.Bloc, line.From!.Value));
        Assert.Equal([new(2026, BlocRole.Head)], line.Roles);
    }

    /// <summary>The look 1 of this workbook is a day.</summary>
    [Fact]
    public void Faults_of_a_workbook_are_told_at_their_cells_and_days_only_stand_where_days_belong()
    {
        var file = Read(Books.New.WithRows(
            "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>Mã đơn vị</v></c><c r=\"C2\" t=\"str\"><v>Mã khối</v></c><c r=\"D2\" t=\"str\"><v>Từ ngày</v></c><c r=\"E2\" t=\"str\"><v>Quyết định</v></c></row>"
            + "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>so-a</v></c><c r=\"C3\" t=\"str\"><v>khoi-1</v></c><c r=\"D3\" s=\"1\"><v>46023</v></c><c r=\"E3\" s=\"1\"><v>46023</v></c></row>"
            + "<row r=\"5\"><c r=\"B5\" t=\"str\"><v>So B</v></c><c r=\"G5\" t=\"str\"><v>thừa</v></c></row>",
            "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>").Pack());

        Assert.Equal(["Sheet 'Bảng' A3", "Sheet 'Bảng' A5", "Sheet 'Bảng' B5", "Sheet 'Bảng' E3"], file.Faults.Select(fault => file.Place(fault).Path).Order());
        Assert.Equal(new DateOnly(2026, 1, 1), file.Lines[0].From);
    }

    [Fact]
    public void Only_one_sheet_of_a_workbook_can_be_the_roster()
    {
        var roster = new TableSheet("Danh sách", [new("Mã đơn vị", 20), new("Tên đơn vị", 40)], [TableRow.Of("so-a", "Sở A")]);
        var notes = new TableSheet("Ghi chú", [new("Nội dung", 20)], []);

        Assert.Single(Read(XlsxWriter.Write(roster, notes with { Columns = [] })).Lines);
        Assert.Equal(["Sheet 'Ghi chú' A1"], Assert.Throws<EmulationFunctions.Common.Refusal>(() => Read(XlsxWriter.Write(notes, roster))).Faults.Select(fault => fault.Path));
    }

    private static RosterFile Read(byte[] workbook) => RosterFile.Read(new TableBody("", XlsxReader.Read(workbook)));
}

using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Rules.Tests.Province.Rights;

public sealed class OfficerImportRulesTests
{
    private const string First = "2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11";
    private const string Second = "2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f12";

    [Theory]
    [InlineData($"account,unit,kind\n{First},so-a,person\n")]
    [InlineData($"sep=;\r\nCÁN BỘ PHỤ TRÁCH;;\r\nSTT;Mã đơn vị;MÃ TÀI KHOẢN;Loại\r\n1;so-a;{First};Cá nhân\r\n")]
    [InlineData($"Object Id\tunit\tKIND\n{First}\tso-a\tngười\n")]
    [InlineData("account,unit,kind\n2B0C7F5E-6F0A-4D55-9A0E-7F7A4F0C6F11, so-a ,Cán bộ\n")]
    public void The_same_list_is_read_however_a_spreadsheet_saves_it(string text)
    {
        var file = Read(text);

        Assert.Empty(file.Faults);
        Assert.Equal((First, "so-a", OfficerKind.Person), Assert.Single(file.Lines) is var line ? (line.Account, line.Unit, line.Kind) : default);
    }

    [Theory]
    [InlineData("application")]
    [InlineData("Ứng dụng")]
    [InlineData("phần mềm")]
    public void Applications_are_named_in_either_language(string word) =>
        Assert.Equal(OfficerKind.Application, Read($"account,unit,kind\n{First},so-a,{word}\n").Lines[0].Kind);

    [Theory]
    [InlineData("account,unit\nan@example.vn,so-a\n", "line 2, column account")]
    [InlineData("account,unit\n{2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11},so-a\n", "line 2, column account")]
    [InlineData("account,unit\n,so-a\n", "line 2, column account")]
    [InlineData($"account,unit\n{First}\n", "line 2, column unit")]
    [InlineData($"account,unit\n{First},So A\n", "line 2, column unit")]
    [InlineData($"account,unit,kind\n{First},so-a,robot\n", "line 2, column kind")]
    [InlineData("account,kind\n", "line 1")] // no unit
    [InlineData("unit\nso-a\n", "line 1")] // no account
    [InlineData($"account,unit,name\n{First},so-a,x\n", "line 1, column name")] // a name is not for this file
    [InlineData("account,unit\n", "line 1")]
    [InlineData("", "line 1")]
    public void A_fault_is_told_where_it_stands(string text, string place) =>
        Assert.Equal([place], Plan(text).Faults.Select(fault => fault.Path));

    [Fact]
    public void A_new_account_is_a_person_unless_the_list_says_otherwise_and_a_blank_kind_leaves_what_stands()
    {
        var import = Plan($"account,unit,kind\n{First},so-a,\n{Second},so-a,\n", new Officer(Second, "so-a", true, 1));

        Assert.Equal([new(First, "so-a", false, 0)], import.Created);
        Assert.Equal(1, import.Unchanged);
        Assert.Empty(import.Faults);
    }

    [Fact]
    public void Another_kind_than_the_one_that_stands_is_a_fault_not_a_change()
    {
        var import = Plan($"account,unit,kind\n{First},so-a,person\n", new Officer(First, "so-a", true, 1));

        Assert.Equal(["line 2, column kind"], import.Faults.Select(fault => fault.Path));
        Assert.Empty(import.Created);
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("Có", true)]
    [InlineData("không", false)]
    [InlineData("", false)]
    public void Who_approves_for_the_unit_is_a_column_of_its_own_and_blank_is_no(string cell, bool expected) =>
        Assert.Equal(expected, Assert.Single(Plan($"account;unit;Được phê duyệt\n{First};so-a;{cell}\n").Created).MayApprove);

    [Fact]
    public void An_application_approves_nothing_and_a_file_gives_nobody_who_is_bound_another_right()
    {
        var application = Plan($"account,unit,kind,approves\n{First},so-a,application,true\n");
        var more = Plan($"account,unit,approves\n{First},so-a,true\n", new Officer(First, "so-a", false, 1));
        var less = Plan($"account,unit,approves\n{First},so-a,no\n", new Officer(First, "so-a", false, 1, MayApprove: true));
        var blank = Plan($"account,unit,approves\n{First},so-a,\n", new Officer(First, "so-a", false, 1, MayApprove: true));
        var twice = Plan($"account,unit,approves\n{First},so-a,true\n{First},so-a,false\n");

        Assert.Equal(["line 2, column approves"], application.Faults.Select(fault => fault.Path));
        Assert.Equal(["line 2, column approves"], more.Faults.Select(fault => fault.Path));
        Assert.Equal(["line 2, column approves"], less.Faults.Select(fault => fault.Path));
        Assert.Equal((0, 1), (blank.Faults.Count, blank.Unchanged));
        Assert.Equal(["line 3, column approves"], twice.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Lines_that_repeat_each_other_count_once_and_those_that_differ_are_a_fault()
    {
        var same = Plan($"account,unit,kind\n{First},so-a,person\n{First},so-a,Cán bộ\n");
        var other = Plan($"account,unit,kind\n{First},so-a,person\n{First},so-a,application\n");

        Assert.Empty(same.Faults);
        Assert.Equal((1, 0), (same.Created.Count, same.Unchanged));
        Assert.Equal(["line 3, column kind"], other.Faults.Select(fault => fault.Path));
        Assert.Contains("2", other.Faults[0].Words.En);
    }

    [Fact]
    public void A_unit_that_is_not_in_the_roster_is_a_fault_of_each_line_that_names_it_even_of_one_with_other_faults()
    {
        var import = Plan($"account,unit\n{First},so-b\nx,so-b\n{First},so-a\n");

        Assert.Equal(["line 2, column unit", "line 3, column account", "line 3, column unit"], import.Faults.Select(fault => fault.Path));
    }

    private static OfficerFile Read(string text) => OfficerFile.Read(new TableBody(text, null));

    private static OfficerImport Plan(string text, params Officer[] before) => OfficerImport.Plan(before, new HashSet<string> { "so-a" }, Read(text));
}

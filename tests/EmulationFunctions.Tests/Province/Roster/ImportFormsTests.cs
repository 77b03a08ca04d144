using System.Text;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>A roster as offices have it: a list in Vietnamese, saved by a spreadsheet in one of its ways.</summary>
public sealed class ImportFormsTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string[] Headings = ["STT", "Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Mã khối", "Tên khối", "Từ ngày", "Nhiệm vụ"];

    [Fact]
    public async Task A_list_in_Vietnamese_comes_in_as_text_and_as_a_workbook_with_the_same_result()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var text = $"sep=;\r\nDANH SÁCH KHỐI THI ĐUA, NĂM 2026;;;;;;;\r\n{string.Join(';', Headings)}\r\n1;so-a;Sở A;Sở;khoi-1;Khối một;1/1/2026;Khối trưởng 2026\r\n1;so-a;Sở A;Sở;khoi-1;Khối một;1/1/2026;Khối trưởng 2026\r\n";
        var book = XlsxWriter.Write(new TableSheet(
            "Danh sách", [.. Headings.Select(heading => new TableColumn(heading, 20))], [TableRow.Of(1, "so-a", "Sở A", "Sở", "khoi-1", "Khối một", 46023, "Khối trưởng 2026")])
        { Above = ["DANH SÁCH KHỐI THI ĐUA"] });

        var first = await admin.ImportAsync(text).JsonAsync();
        var second = await admin.ImportAsync(book, type: XlsxWriter.MediaType).JsonAsync();
        var mistaken = await admin.ImportAsync(book, type: "text/csv").JsonAsync();
        var fromBrowser = await admin.ImportAsync(Encoding.UTF8.GetBytes(text), type: "application/vnd.ms-excel").JsonAsync();

        Assert.Equal(["khoi-1/so-a/2026-01-01"], first["created"]!["memberships"]!.AsArray().Select(member => (string)member!));
        Assert.All([second, mistaken, fromBrowser], import => Assert.Equal(4, (int)import["unchanged"]!));
        var unit = (await admin.ReadAsync("/api/units/so-a").JsonAsync())["unit"]!;
        Assert.Equal(("Sở A", "department"), ((string)unit["name"]!, (string)unit["kind"]!));
    }

    [Fact]
    public async Task A_good_name_is_not_overwritten_by_one_that_has_lost_its_letters()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.PutAsync("/api/units/so-noi-vu", RosterSamples.Unit("Sở Nội vụ")).JsonAsync();

        var problem = await admin.ImportAsync("unit;name\nso-noi-vu;S? N?i v?\n").ProblemAsync(400);
        await admin.PutAsync("/api/units/so-b", RosterSamples.Unit("S\uFFFD B")).ProblemAsync(400);

        Assert.Equal(["line 2, column name"], problem.Paths());
        Assert.Contains("CSV UTF-8", problem.ToJsonString());
        Assert.Equal("Sở Nội vụ", (string)(await admin.ReadAsync("/api/units/so-noi-vu").JsonAsync())["unit"]!["name"]!);
    }

    [Fact]
    public async Task Of_the_faults_of_a_file_two_hundred_are_named_and_all_are_counted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.ImportAsync("unit,name,kind\n" + string.Concat(Enumerable.Range(1, 2_000).Select(number => $"So {number},A,gì đó\n"))).ProblemAsync(400);

        Assert.Equal(200, problem.Paths().Count());
        Assert.Contains("4000", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_file_beyond_those_that_are_read_at_a_time_is_asked_to_come_again()
    {
        await using var app = new EmulationApp(azurite, issuer, settings: ("Imports:MaximumInFlight", "1"));
        using var admin = app.Admin();
        const string File = "unit,name,kind\nso-a,Sở A,department\n";
        using (app.Services.GetRequiredKeyedService<UploadSlots>(ImportOptions.Section).Take("another"))
        {
            using var answer = await admin.ImportAsync(File);
            Assert.Equal((429, 10), ((int)answer.StatusCode, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        }

        await admin.ImportAsync(File).JsonAsync();
        await admin.ImportAsync("none of this\n").ProblemAsync(400); // a refusal gives its place back, too
        await admin.ImportAsync(File).JsonAsync();
    }

    [Fact]
    public void A_limit_of_imports_that_makes_no_sense_is_named()
    {
        using var app = new EmulationApp(azurite, issuer, settings: ("Imports:MaximumInFlight", "0"));

        Assert.Contains("Imports:MaximumInFlight", Assert.ThrowsAny<Exception>(app.Nobody).ToString(), StringComparison.Ordinal);
    }
}

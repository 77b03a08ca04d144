using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Tests.Province.Roster;

public sealed class ImportTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task The_five_blocs_of_the_articles_come_in_whole_and_a_second_time_nothing_changes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var check = await admin.ImportAsync(RosterSamples.FiveBlocs, "?check=true").JsonAsync();
        var checkedOnly = await admin.ReadAsync("/api/units").JsonAsync();
        var first = await admin.ImportAsync(RosterSamples.FiveBlocs).JsonAsync();
        var seq = await SeqAsync(app);
        var second = await admin.ImportAsync(RosterSamples.FiveBlocs).JsonAsync();

        Assert.Equal("46 5 46 6", Counts(check["created"]!));
        Assert.Empty(checkedOnly["units"]!.AsArray());
        Assert.Equal("46 5 46 6", Counts(first["created"]!));
        Assert.Equal("0 0 0 0", Counts(second["created"]!));
        Assert.Equal("0 0 0 0", Counts(second["changed"]!));
        Assert.Equal(46 + 5 + 46 + 6, (int)second["unchanged"]!);
        Assert.Equal(seq, await SeqAsync(app));
        Assert.Contains(first["sameNames"]!.AsArray(), same => same!.AsArray().Count == 3); // three provinces have a Sở Tài nguyên và Môi trường

        var general = await admin.ReadAsync("/api/blocs/tinh-c-khoi-tham-muu-tong-hop?day=2020-01-01").JsonAsync();
        Assert.Contains("Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh", general["members"]!.AsArray().Select(member => (string)member!["name"]!));
        Assert.Equal(
            ["2019 tinh-c-so-tu-phap tinh-c-so-ngoai-vu", "2020 tinh-c-so-ngoai-vu tinh-c-so-tai-chinh"],
            general["terms"]!.AsArray().Select(term => $"{term!["year"]} {term["head"]} {term["deputy"]}"));
        foreach (var (bloc, count) in new[] { ("tinh-a-khoi-ha-tang-kinh-te-ky-thuat", 6), ("bac-ninh-khoi-kinh-te-ky-thuat", 11), ("tinh-d-khoi-ban-chi-cuc", 13), ("bac-kan-khoi-kinh-te-ky-thuat", 9) })
        {
            var read = await admin.ReadAsync($"/api/blocs/{bloc}?day=2020-06-01").JsonAsync();
            Assert.Equal((count, true), ((int)read["memberCount"]!, (bool)read["isCountAsStated"]!));
        }

        await AuditChain.AssertWholeAsync(app.Tables, new("Roster", "roster"), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(",", "\n", false)]
    [InlineData(",", "\r\n", true)] // as spreadsheets write it, with a byte order mark
    [InlineData(";", "\r\n", true)] // as Vietnamese spreadsheets write it
    [InlineData(";", "\n", false)]
    public async Task Separators_line_ends_and_the_byte_order_mark_do_not_matter(string separator, string lineEnd, bool hasMark)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        string[][] cells =
        [
            ["Unit", "NAME", "kind", "contacts", "bloc", "blocName", "from", ""],
            ["van-phong", "\"Văn phòng Đoàn ĐBQH, HĐND; và \"\"UBND\"\" tỉnh\"", "department", "\"a@b.vn, c@d.vn\"", "khoi-1", "Khối một", "31/1/2026", ""],
            ["", "", "", "", "", "", "", ""],
            ["so-a", " Sở A ", "Department", "", "khoi-1", "", "2026-02-01", ""],
        ];
        var text = (hasMark ? "\uFEFF" : "") + string.Join(lineEnd, cells.Select(line => string.Join(separator, line))) + lineEnd;

        var imported = await admin.ImportAsync(text).JsonAsync();
        var unit = (await admin.ReadAsync("/api/units/van-phong").JsonAsync())["unit"]!;

        Assert.Equal("2 1 2 0", Counts(imported["created"]!));
        Assert.Equal("Văn phòng Đoàn ĐBQH, HĐND; và \"UBND\" tỉnh", (string)unit["name"]!);
        Assert.Equal(["a@b.vn", "c@d.vn"], unit["contacts"]!.AsArray().Select(address => (string)address!));
        Assert.Contains("khoi-1/van-phong/2026-01-31", imported["created"]!["memberships"]!.AsArray().Select(member => (string)member!));
    }

    [Fact]
    public async Task Every_faulty_line_is_named_at_once_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        const string File = """
            unit,name,kind,functions,centrallyManaged,contacts,placeholder,bloc,blocName,blocKind,blocLevel,statedMembers,from,until,decision,roles
            so-a,Sở A,department,,,,,khoi-1,Khối một,,,,2026-01-01,,,2026 head
            So B,Sở B,department,,,,,khoi-1,,,,,2026-01-01,,,
            so-c,Sở C,so,,maybe,not-an-address,,khoi-1,,,,zero,1/13/2026,,,
            so-d,,department,,,,,khoi-2,,,,,,,,
            so-e,Sở E,department,,,,,khoi-1,,,,,2026-01-01,2025-12-31,,
            so-f,Sở F,department,,,,,khoi-1,Khối 1,,,,2026-01-01,,,2026 boss
            ,,department,,,,,,,,,,,,,
            so-g,Sở G,department,,,,,khoi-1,,,,,2026-01-01,,,2026 head
            so-a,,,,,,,khoi-1,,,,,2026-01-01,,,
            so-h,Sở H,department,,,,,khoi-1,,,,,2026-01-01,,,2025 deputy,one too many
            so-i,Sở H,department,,,,,khoi-1,,,,,2026-01-01,,,2025 deputy
            so-k,Sở K,department,,,,,khoi-3,,,,,2026-01-01,,,2026 head|2026 deputy
            so-l,"Sở L,department,,,,,,,,,,,,,
            """;

        var problem = await admin.ImportAsync(File).ProblemAsync(400);

        Assert.Equal(
            [
                "line 3, column unit",
                "line 4, column kind", "line 4, column centrallyManaged", "line 4, column contacts", "line 4, column statedMembers", "line 4, column from",
                "line 5, column from",
                "line 6, column until",
                "line 7, column roles", "line 7, column blocName",
                "line 8, column unit",
                "line 9, column roles",
                "line 10, column from",
                "line 11",
                "line 12, column roles", "line 12, column unit",
                "line 13, column blocName", "line 13, column roles",
                "line 14",
            ],
            problem.Paths());
        Assert.Empty((await admin.ReadAsync("/api/units").JsonAsync())["units"]!.AsArray());
    }

    [Theory]
    [InlineData("", "line 1")] // nothing
    [InlineData("unit,name,kind\n", "line 1")] // nothing but names of columns
    [InlineData("name,kind\nSở A,board\n", "line 1")] // of whom?
    [InlineData("unit,name,unit,colour\nso-a,Sở A,,red\n", "line 1, column unit|line 1, column colour")]
    [InlineData("unit,name,kind\nso-a,S\u0001ở A,board\n", "line 2, column name")] // a control character
    [InlineData("unit,name,kind\nso/a,Sở A,board\nso#b,Sở B,board\n", "line 2, column unit|line 3, column unit")]
    [InlineData("unit,name,kind\nso-a,\"Sở\nA\",board\nso-b,,1\n", "line 2, column name|line 4, column kind")] // lines are counted as an editor counts them
    [InlineData("unit,name,kind\nso-a,\"Sở\" A,board\n", "line 2")] // text behind a closing quotation mark
    [InlineData("bloc,blocName,statedMembers\nkhoi-1,Khối,501\n", "line 2, column statedMembers")]
    [InlineData("unit,name,kind,roles\nso-a,Sở A,board,2026 head\n", "line 2, column roles")] // of which bloc?
    public async Task A_file_that_cannot_be_a_roster_is_refused(string file, string paths)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.ImportAsync(file).ProblemAsync(400);

        Assert.Equal(paths.Split('|'), problem.Paths());
    }

    [Fact]
    public async Task What_is_no_csv_or_not_in_utf_8_or_too_large_is_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var file = "unit,name,kind\nso-a,Sở A,board\n";

        await admin.ImportAsync(Encoding.UTF8.GetBytes(file), type: "application/json").ProblemAsync(415);
        await admin.ImportAsync(Encoding.Unicode.GetBytes(file)).ProblemAsync(400);
        await admin.ImportAsync([.. "unit,name,kind\nso-a,S"u8, 0xF4, .. ",board\n"u8]).ProblemAsync(400); // an old Vietnamese code page
        await admin.ImportAsync(new byte[2 * 1024 * 1024 + 1]).ProblemAsync(413);
        var lines = await admin.ImportAsync("unit,name,kind\n" + string.Concat(Enumerable.Repeat("so-a,Sở A,board\n", 5001))).ProblemAsync(400);

        Assert.Equal(["line 5002"], lines.Paths());
    }

    [Fact]
    public async Task A_blank_cell_says_nothing_and_what_the_file_does_not_name_stays()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2026-01-01", RosterSamples.Join("2026-12-31")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term(null, "so-a")).JsonAsync();

        var imported = await admin.ImportAsync("unit,name,kind,contacts,bloc,statedMembers,from,decision,roles\nso-a,,fund,,khoi-1,7,2026-01-01,,2026 standingUnit\n").JsonAsync();
        var unit = (await admin.ReadAsync("/api/units/so-a").JsonAsync())!;
        var bloc = await admin.ReadAsync("/api/blocs/khoi-1").JsonAsync();

        Assert.Equal("0 0 0 0", Counts(imported["created"]!));
        Assert.Equal("1 1 0 1", Counts(imported["changed"]!));
        Assert.Equal(("Sở A", "fund"), ((string)unit["unit"]!["name"]!, (string)unit["unit"]!["kind"]!));
        Assert.Equal(("2026-12-31", "12/QĐ-UBND"), ((string)unit["memberships"]![0]!["until"]!, (string)unit["memberships"]![0]!["decision"]!));
        Assert.Equal(("so-a", "so-a", true), ((string)bloc["terms"]![0]!["deputy"]!, (string)bloc["terms"]![0]!["standingUnit"]!, (bool)bloc["terms"]![0]!["isConcurrentPost"]!));
        Assert.Equal(("Khối một", 7), ((string)bloc["bloc"]!["name"]!, (int)bloc["bloc"]!["statedMemberCount"]!));
    }

    [Fact]
    public async Task What_a_file_says_must_agree_with_what_is_there()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync("/api/blocs/khoi-1/members/so-a/2025-01-01", RosterSamples.Join()).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-1/terms/2026", RosterSamples.Term("so-a")).JsonAsync();
        const string File = """
            unit,name,kind,bloc,blocLevel,from,until,roles
            so-a,,,khoi-2,,2026-01-01,,
            so-a,,,khoi-1,,2025-01-01,2025-12-31,
            so-x,SỞ A,board,khoi-1,,2025-06-01,,
            so-b,,,khoi-1,subDepartment,2025-01-01,,2024 head
            """;

        var problem = await admin.ImportAsync(File).ProblemAsync(400);
        var alone = await admin.ImportAsync("unit,bloc,from\nso-a,khoi-2,2026-01-01\n").ProblemAsync(400);

        Assert.Equal(
            ["line 3, column until", "line 4, column unit", "line 5, column blocLevel", "line 5, column roles"], problem.Paths());
        Assert.Equal(["line 2, column from"], alone.Paths());
    }

    [Fact]
    public async Task A_cluster_of_95_members_comes_in_as_one_change_of_more_rows_than_a_transaction_takes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var imported = await admin.ImportAsync(RosterSamples.Cluster(95)).JsonAsync();
        var bloc = await admin.ReadAsync("/api/blocs/cum-1").JsonAsync();
        var more = await admin.ReadAsync("/api/units?pageSize=90").JsonAsync();

        Assert.Equal("95 1 95 1", Counts(imported["created"]!));
        Assert.Equal((95, true), ((int)bloc["memberCount"]!, (bool)bloc["isCountAsStated"]!));
        Assert.Equal(1, await SeqAsync(app));
        Assert.Equal("xa-090", (string)more["continuation"]!);
        await AuditChain.AssertWholeAsync(app.Tables, new("Roster", "roster"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task While_storage_is_down_an_import_is_answered_503_and_afterwards_it_comes_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        app.Faults.Instead = request => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? new UnavailableResponse() : null;

        var refused = await admin.ImportAsync(RosterSamples.Cluster(40)).ProblemAsync(503);
        app.Faults.Instead = null;
        var units = (await admin.ReadAsync("/api/units").JsonAsync())["units"]!.AsArray();
        var imported = await admin.ImportAsync(RosterSamples.Cluster(40)).JsonAsync();

        Assert.EndsWith(":storage-unavailable", (string)refused["type"]!, StringComparison.Ordinal);
        Assert.Empty(units);
        Assert.Equal("40 1 40 1", Counts(imported["created"]!));
    }

    private static async Task<long> SeqAsync(EmulationApp app) =>
        (await app.Tables.GetTable("Roster").FindAsync("roster", PartitionHead.Key, TestContext.Current.CancellationToken))!.GetInt64("Seq")!.Value;

    private static string Counts(JsonNode ids) =>
        string.Join(' ', new[] { "units", "blocs", "memberships", "terms" }.Select(what => ids[what]!.AsArray().Count));
}

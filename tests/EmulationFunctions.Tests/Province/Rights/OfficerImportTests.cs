using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Tests.Province.Roster;

namespace EmulationFunctions.Tests.Province.Rights;

public sealed class OfficerImportTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const int Many = 110;

    private static readonly string First = EmulationApp.ObjectId("first");
    private static readonly string Second = EmulationApp.ObjectId("second");

    [Fact]
    public async Task A_file_binds_accounts_to_units_and_the_same_file_again_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        var file = $"account,unit,kind\n{First.ToUpperInvariant()},so-a,person\n{Second},so-b,application\n{First},so-b,\n";

        var checkedOnly = await ImportAsync(admin, file, "?check=true").JsonAsync();
        Assert.Empty(await BoundAsync(admin));
        var imported = await ImportAsync(admin, file).JsonAsync();
        var again = await ImportAsync(admin, file).JsonAsync();

        Assert.Equal((true, 3, 0), ((bool)checkedOnly["isCheck"]!, checkedOnly["created"]!.AsArray().Count, (int)checkedOnly["unchanged"]!));
        Assert.Equal([$"{First} so-a person", $"{Second} so-b application", $"{First} so-b person"], imported["created"]!.AsArray().Select(Text));
        Assert.Equal((false, 0, 3), ((bool)again["isCheck"]!, again["created"]!.AsArray().Count, (int)again["unchanged"]!));
        using var person = app.Client(new(First));
        using var application = app.Client(new(Second) { IsApplication = true, Roles = ["Emulation.Officer"] });
        Assert.Equal(["so-a", "so-b"], await UnitsAsync(person));
        Assert.Equal(["so-b"], await UnitsAsync(application));
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, new("Officers", "officers"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_list_in_Vietnamese_comes_in_as_a_workbook()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        var book = Book(TableRow.Of(1, First, "so-a", "Cán bộ"), TableRow.Of(2, Second, "so-b", "Ứng dụng"));

        var imported = await ImportAsync(admin, book).JsonAsync();

        Assert.Equal([$"{First} so-a person", $"{Second} so-b application"], imported["created"]!.AsArray().Select(Text));
        Assert.Equal([$"{First} so-a person", $"{Second} so-b application"], (await BoundAsync(admin)).OrderBy(one => one[37..], StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_cell_and_nothing_is_changed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        await admin.PutAsync($"/api/units/so-a/officers/{Second}", """{"kind":"application"}""").JsonAsync();

        var text = await ImportAsync(admin, $"Mã tài khoản;Mã đơn vị;kind\n{First};so-a;\nab;so-nao;robot\n{First};;\n{Second};so-a;person\n{First};so-a;application\n").ProblemAsync(400);
        var cells = await ImportAsync(admin, Book(TableRow.Of(1, First, "so-a", ""), TableRow.Of(2, "ab", "so-nao", "Máy"))).ProblemAsync(400);

        Assert.Equal(
            ["line 3, column Mã tài khoản", "line 3, column kind", "line 3, column Mã đơn vị", "line 4, column Mã đơn vị", "line 5, column kind", "line 6, column kind"],
            text.Paths());
        Assert.Equal(["Sheet 'Danh sách' B5", "Sheet 'Danh sách' C5", "Sheet 'Danh sách' D5"], cells.Paths().Order());
        Assert.Equal([$"{Second} so-a application"], await BoundAsync(admin));
    }

    [Fact]
    public async Task Of_the_faults_of_a_file_two_hundred_are_named_and_all_are_counted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await ImportAsync(admin, "account,unit\n" + string.Concat(Enumerable.Range(1, 300).Select(number => $"{number},so-{number}\n"))).ProblemAsync(400);

        Assert.Equal(200, problem.Paths().Count());
        Assert.Contains("600", (string)problem["detail"]!);
    }

    [Fact]
    public async Task Only_the_office_binds_accounts_in_bulk()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await admin.TwoUnitsAndBlocsAsync();
        using var unit = await app.OfficerAsync("so-a");
        using var council = app.Holding("Emulation.Council");
        using var reader = app.Holding("Emulation.Reader");
        using var stranger = app.Client(new(First));
        using var nobody = app.Nobody();

        foreach (var client in new[] { unit, council, reader, stranger })
        {
            await ImportAsync(client, $"account,unit\n{First},so-a\n").ProblemAsync(403);
        }

        await ImportAsync(nobody, $"account,unit\n{First},so-a\n").ProblemAsync(401);
        Assert.Equal([$"{EmulationApp.ObjectId("so-a")} so-a person"], await BoundAsync(admin));
    }

    /// <summary>More than one transaction takes; the process is killed after every single storage call, then another one is started.</summary>
    [Fact]
    public async Task An_import_that_dies_anywhere_is_there_whole_or_not_at_all()
    {
        var file = "account,unit\n" + string.Concat(Enumerable.Range(1, Many).Select(number => $"{EmulationApp.ObjectId($"officer {number}")},so-a\n"));
        var outcomes = new List<bool>();
        var died = true;
        for (var calls = 0; died; calls++)
        {
            await using var first = new EmulationApp(azurite, issuer);
            using (var admin = first.Admin())
            {
                await admin.PutAsync("/api/units/so-a", RosterSamples.Unit("Sở A")).JsonAsync();
                first.Faults.Reset(dieAfter: calls);
                using var answer = await ImportAsync(admin, file);
                died = answer.StatusCode != HttpStatusCode.OK;
            }

            await using var second = new EmulationApp(azurite, issuer, account: first.Account);
            using var again = second.Admin();
            var bound = (await BoundAsync(again)).Count;
            Assert.True(bound is 0 or Many, $"{bound} after {calls} calls");
            outcomes.Add(bound == Many);
            await ImportAsync(again, file).JsonAsync();
            Assert.Equal(Many, (await BoundAsync(again)).Count);
            Assert.Equal(1, await AuditChain.AssertWholeAsync(second.Tables, new("Officers", "officers"), TestContext.Current.CancellationToken));
        }

        // At first nothing, from the commit on everything; and there were calls on both sides of it.
        Assert.Equal(outcomes.Order(), outcomes);
        Assert.True(outcomes.Count(isThere => isThere) > 3 && outcomes.Count(isThere => !isThere) > 3, string.Join(' ', outcomes));
    }

    private static byte[] Book(params TableRow[] rows) => XlsxWriter.Write(new TableSheet(
        "Danh sách", [new("STT", 5), new("Mã tài khoản", 40), new("Mã đơn vị", 20), new("Loại tài khoản", 20)], rows)
    { Above = ["CÁN BỘ PHỤ TRÁCH", "Năm 2026"] });

    private static Task<HttpResponseMessage> ImportAsync(HttpClient client, string csv, string query = "") =>
        ImportAsync(client, Encoding.UTF8.GetBytes(csv), query, "text/csv");

    private static Task<HttpResponseMessage> ImportAsync(HttpClient client, byte[] file, string query = "", string type = XlsxWriter.MediaType)
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = new(type) } };
        return client.PostAsync($"/api/officers/import{query}", content, TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> BoundAsync(HttpClient admin) =>
        [.. (await admin.ReadAsync("/api/officers?pageSize=200").JsonAsync())["officers"]!.AsArray().Select(Text)];

    private static async Task<IEnumerable<string>> UnitsAsync(HttpClient client) =>
        (await client.ReadAsync("/api/me").JsonAsync())["units"]!.AsArray().Select(unit => (string)unit!).Order(StringComparer.Ordinal);

    private static string Text(JsonNode? officer) => $"{officer!["officer"]} {officer["unit"]} {officer["kind"]}";
}

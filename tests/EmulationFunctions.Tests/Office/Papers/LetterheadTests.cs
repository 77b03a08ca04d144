using EmulationFunctions.Office.Papers;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Office.Papers;

/// <summary>What a body puts on all its papers, and the number that a single one got, stand in what is exported later.</summary>
public sealed class LetterheadTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string OfUnit = "/api/units/so-b/letterhead";
    private const string OfBloc = $"/api/cycles/2026/blocs/{Bloc}/letterhead";
    private const string Report = $"/api/cycles/2026/blocs/{Bloc}/documents/self-score-report";
    private const string Query = "?period=nam&unit=so-b";
    private const string Whole = """{"superior":"UBND tỉnh Bắc Ninh","place":"Bắc Ninh","capacity":"KT. Giám đốc","post":"Phó Giám đốc","numberPattern":"{number}/{kind}-SB","recipients":["Sở Nội vụ","Lưu: VT"]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_unit_puts_down_once_is_no_gap_in_its_papers_any_more()
    {
        await using var app = await OpenAsync();
        using var unit = await app.OfficerAsync("so-b");

        var (tag, put) = await PutAsync(unit, OfUnit, Whole);
        var (again, _) = await PutAsync(unit, OfUnit, Whole);
        var lines = await LinesAsync(unit);

        Assert.Equal("Bắc Ninh", (string)put["place"]!);
        Assert.Equal(tag, again);
        Assert.Superset(new HashSet<string> { "UBND TỈNH BẮC NINH", "Số: […chưa ghi: số…]/BC-SB", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "- Sở Nội vụ;", "- Lưu: VT." }, lines);
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, PaperTable.AddressOf("so-b"), Cancellation));
        await unit.PutAsync(OfUnit, EmulationApp.Json("""{"place":"Hà Nội"}"""), Cancellation).ProblemAsync(428);
    }

    [Fact]
    public async Task A_number_that_the_records_office_gave_stands_in_every_later_export_and_the_trail_names_nobody()
    {
        await using var app = await OpenAsync();
        using var unit = await app.OfficerAsync("so-b");
        await PutAsync(unit, OfUnit, Whole);

        var (tag, recorded) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"403","day":"2026-12-05","signer":{"name":"Ông A","post":"Phó Giám đốc"}}""");
        await PutAsync(unit, OfUnit, """{"numberPattern":"{number}/{kind}-KHAC"}""", (await GetAsync(unit, OfUnit)).Tag);
        var lines = await LinesAsync(unit);

        Assert.Equal("403/BC-SB", (string)recorded["number"]!);
        Assert.Superset(new HashSet<string> { "Số: 403/BC-SB", "Ông A" }, lines);
        Assert.Contains(lines, line => line.EndsWith("ngày 05 tháng 12 năm 2026", StringComparison.Ordinal));
        var (read, shown) = await GetAsync(unit, $"{Report}/number{Query}");
        Assert.Equal((tag, "403/BC-SB"), (read, (string)shown["number"]!));
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, PaperTable.AddressOf(new YearOfBloc(2026, Bloc)), Cancellation));
        var trail = await app.Admin().GetStringAsync($"/api/admin/audit/export?table=Papers&partition=2026%7C{Bloc}", Cancellation);
        Assert.Contains("RecordPaperNumber", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("Ông A", trail, StringComparison.Ordinal);
        await unit.PutAsync($"{Report}/number{Query}", EmulationApp.Json("""{"number":"404","day":"2026-12-05"}"""), Cancellation).ProblemAsync(428);
    }

    [Fact]
    public async Task A_number_that_is_sent_as_before_keeps_its_symbol_whatever_the_pattern_became()
    {
        await using var app = await OpenAsync();
        using var unit = await app.OfficerAsync("so-b");
        await PutAsync(unit, OfUnit, Whole);
        var (tag, _) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"403","day":"2026-12-05"}""");
        await PutAsync(unit, OfUnit, """{"numberPattern":"{number}/{kind}-KHAC"}""", (await GetAsync(unit, OfUnit)).Tag);

        var (again, _) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"403","day":"2026-12-05"}""");
        var (signed, alone) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"403","day":"2026-12-05","signer":{"name":"Ông A"}}""", tag);
        var (moved, whole) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"403/BC-SB","day":"2026-12-06","signer":{"name":"Ông A"}}""", signed);
        var (_, other) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"404","day":"2026-12-06"}""", moved);

        Assert.Equal(tag, again);
        Assert.Equal(("403/BC-SB", "403/BC-SB", "404/BC-KHAC"), ((string)alone["number"]!, (string)whole["number"]!, (string)other["number"]!));
    }

    [Fact]
    public async Task A_unit_is_not_told_which_papers_of_another_unit_bear_the_same_number()
    {
        await using var app = await OpenAsync();
        using var admin = app.Admin();
        using var unit = await app.OfficerAsync("so-b");
        await PutAsync(admin, $"{Report}/number?period=nam&unit=so-a", """{"number":"12/BC-KTĐ","day":"2026-12-05"}""");

        var (_, put) = await PutAsync(unit, $"{Report}/number{Query}", """{"number":"12/BC-KTĐ","day":"2026-12-05"}""");

        Assert.Empty(put["sharedWith"]!.AsArray());
    }

    [Fact]
    public async Task A_bloc_s_letterhead_belongs_to_its_year_and_is_written_by_who_leads_it()
    {
        await using var app = await OpenAsync();
        using var head = await app.OfficerAsync("so-a");
        using var member = await app.OfficerAsync("so-b");

        await PutAsync(head, OfBloc, """{"superior":"Hội đồng Thi đua - Khen thưởng tỉnh","place":"Bắc Ninh"}""");

        Assert.Equal("Bắc Ninh", (string)(await GetAsync(member, OfBloc)).Body["place"]!);
        await member.PutAsync(OfBloc, EmulationApp.Json("{}"), Cancellation).ProblemAsync(403);
        await member.PutAsync("/api/units/so-a/letterhead", EmulationApp.Json("{}"), Cancellation).ProblemAsync(403);
        await head.GetAsync($"/api/cycles/2027/blocs/{Bloc}/letterhead", Cancellation).ProblemAsync(404);
        await app.Admin().PutAsync("/api/cycles/2026/blocs/khoi-x/letterhead", EmulationApp.Json("{}"), Cancellation).ProblemAsync(404);
        await app.Admin().GetAsync("/api/units/so-b/letterhead", Cancellation).ProblemAsync(404);
        await app.Admin().PutAsync("/api/units/so-x/letterhead", EmulationApp.Json("{}"), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task What_is_no_number_no_day_of_the_year_or_no_paper_is_refused_and_changes_nothing()
    {
        await using var app = await OpenAsync();
        using var unit = await app.OfficerAsync("so-b");
        using var other = await app.OfficerAsync("so-c");

        var wrong = await unit.PutAsync($"{Report}/number{Query}", EmulationApp.Json("""{"number":"4 03","day":"2025-12-05","signer":{"name":" "}}"""), Cancellation).ProblemAsync(400);
        var pattern = await unit.PutAsync(OfUnit, EmulationApp.Json("""{"capacity":"Giám đốc","numberPattern":"BC","patterns":[{"kind":"pact","pattern":"{number}/GƯ"}]}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.number", "$.day", "$.signer.name"], wrong.Paths());
        Assert.Equal(["$.capacity", "$.numberPattern", "$.numberPattern", "$.patterns[0].kind"], pattern.Paths());
        await other.PutAsync($"{Report}/number{Query}", EmulationApp.Json("""{"number":"1","day":"2026-12-05"}"""), Cancellation).ProblemAsync(403);
        await unit.PutAsync($"/api/cycles/2026/blocs/{Bloc}/documents/pact/number", EmulationApp.Json("""{"number":"1","day":"2026-12-05"}"""), Cancellation).ProblemAsync(403);
        await app.Admin().PutAsync($"/api/cycles/2026/blocs/{Bloc}/documents/pact/number", EmulationApp.Json("""{"number":"1","day":"2026-12-05"}"""), Cancellation).ProblemAsync(404);
        Assert.Null((await GetAsync(unit, $"{Report}/number{Query}")).Body["number"]);
    }

    [Fact]
    public async Task Once_the_year_is_over_the_office_alone_records_numbers()
    {
        await using var app = await OpenAsync();
        app.SetDay("2027-06-01");
        using var unit = await app.OfficerAsync("so-b");

        var over = await unit.PutAsync($"{Report}/number{Query}", EmulationApp.Json("""{"number":"403","day":"2026-12-05"}"""), Cancellation).ProblemAsync(409);
        var (_, put) = await PutAsync(app.Admin(), $"{Report}/number{Query}", """{"number":"403","day":"2026-12-05"}""");

        Assert.Equal(("urn:emulation-functions:year-over", "403"), ((string)over["type"]!, (string)put["number"]!));
    }

    [Fact]
    public async Task Who_signed_is_erased_with_the_people_of_the_year_and_the_number_stays()
    {
        await using var app = await OpenAsync();
        using var admin = app.Admin();
        await PutAsync(admin, $"{Report}/number{Query}", """{"number":"403/BC-SB","day":"2026-12-05","signer":{"name":"Ông A"}}""");

        var erased = await admin.PostAsync($"/api/cycles/2026/blocs/{Bloc}/people/erasure", EmulationApp.Json($$"""{"confirmation":"{{Bloc}}","reason":"Hết thời hạn lưu giữ."}"""), Cancellation).JsonAsync();
        var (tag, after) = await GetAsync(admin, $"{Report}/number{Query}");
        var (_, recorded) = await PutAsync(admin, $"{Report}/number{Query}", """{"number":"403/BC-SB","day":"2026-12-06"}""", tag);

        Assert.Equal((1, "403/BC-SB"), ((int)erased["people"]!, (string)after["number"]!));
        Assert.Null(after["signer"]!["name"]);
        // That somebody signed it stays, whatever is recorded of it later.
        Assert.Equal("2026-12-06", (string)recorded["day"]!);
        Assert.NotNull(recorded["signer"]);
    }

    private async Task<EmulationApp> OpenAsync()
    {
        var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "so-a", "so-b", "so-c");
        return app;
    }

    private static async Task<HashSet<string>> LinesAsync(HttpClient client)
    {
        using var answer = await client.GetAsync($"{Report}{Query}", Cancellation);
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        SoundPapers.AssertValid(file);
        return [.. SoundPapers.Lines(file)];
    }

    private static async Task<(string Tag, System.Text.Json.Nodes.JsonNode Body)> PutAsync(HttpClient client, string address, string body, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = EmulationApp.Json(body) };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(new(tag));
        }

        using var answer = await client.SendAsync(request, Cancellation);
        return (answer.Headers.ETag?.Tag ?? "", await Task.FromResult(answer).JsonAsync());
    }

    private static async Task<(string Tag, System.Text.Json.Nodes.JsonNode Body)> GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return (answer.Headers.ETag?.Tag ?? "", await Task.FromResult(answer).JsonAsync());
    }
}

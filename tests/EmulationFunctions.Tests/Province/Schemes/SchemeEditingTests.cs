using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Schemes;

/// <summary>Copies, comparisons, workbooks and previews through HTTP.</summary>
public sealed class SchemeEditingTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = "/api/schemes/khoi-5";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scheme_is_copied_to_a_new_one_once()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, SchemeSamples.Everything);

        var copy = await CopyAsync(admin, """{"to":"khoi-6","title":" Bảng điểm Khối 6 "}""").JsonAsync();
        var again = await CopyAsync(admin, """{"to":"khoi-6","title":"Bảng điểm Khối 6"}""").JsonAsync();

        Assert.Equal(("khoi-6", 1, "Bảng điểm Khối 6"), ((string)copy["scheme"]!, (int)copy["version"]!, (string)copy["content"]!["title"]!));
        Assert.Equal(copy.ToJsonString(), again.ToJsonString());
        var source = await admin.GetAsync(Address, Cancellation).JsonAsync();
        copy["content"]!["title"] = (string)source["content"]!["title"]!;
        Assert.Equal(source["content"]!.ToJsonString(), copy["content"]!.ToJsonString());
        var problem = await CopyAsync(admin, """{"to":"khoi-6"}""").ProblemAsync(409);
        Assert.EndsWith("scheme-exists", (string)problem["type"]!);
    }

    [Fact]
    public async Task A_version_becomes_next_years_version_for_who_has_read_the_latest()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, SchemeEndpointTests.Flat(100));
        await app.Services.GetRequiredService<SchemeTable>().FreezeAsync("khoi-5", 1, Cancellation);
        var tag = await PutAsync(admin, SchemeEndpointTests.Flat(60, 40), await TagAsync(admin));

        await CopyAsync(admin, """{"version":1}""").ProblemAsync(428);
        await CopyAsync(admin, """{"version":1}""", new("\"1\"")).ProblemAsync(412);
        var copy = await CopyAsync(admin, """{"version":1}""", tag).JsonAsync();
        await CopyAsync(admin, """{"version":1}""", tag).ProblemAsync(412);

        Assert.Equal((3, 1, false), ((int)copy["version"]!, copy["content"]!["criteria"]!.AsArray().Count, (bool)copy["isInUse"]!));
        Assert.Equal(3, (int)(await admin.GetAsync(Address, Cancellation).JsonAsync())["version"]!);
    }

    [Theory]
    [InlineData("""{"to":"Khối 6"}""", 400, "$.to")]
    [InlineData("""{"version":0}""", 400, "$.version")]
    [InlineData("""{"to":"khoi-6","title":"  "}""", 400, "$.title")]
    [InlineData("""{"target":"khoi-6"}""", 400, "$.target")]
    [InlineData("""{"version":2}""", 404, null)]
    public async Task A_copy_that_cannot_be_is_refused(string body, int status, string? path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, SchemeEndpointTests.Flat(100));

        var problem = await CopyAsync(admin, body).ProblemAsync(status);

        Assert.Equal(path, problem["faults"] is null ? null : Assert.Single(problem.Paths()));
        await admin.GetAsync("/api/schemes/khoi-6", Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Two_versions_and_two_schemes_are_compared()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync("so-xay-dung");
        await PutAsync(admin, SchemeEndpointTests.Flat(60, 40));
        Assert.Empty((await officer.GetAsync($"{Address}/comparison", Cancellation).JsonAsync())["differences"]!.AsArray());
        await app.Services.GetRequiredService<SchemeTable>().FreezeAsync("khoi-5", 1, Cancellation);
        await PutAsync(admin, SchemeEndpointTests.Flat(55, 45), await TagAsync(admin));
        await CopyAsync(admin, """{"to":"khoi-6","version":1,"title":"Khối 6"}""").JsonAsync();

        var years = await officer.GetAsync($"{Address}/comparison", Cancellation).JsonAsync();
        var back = await officer.GetAsync($"{Address}/comparison?version=2&otherVersion=1", Cancellation).JsonAsync();
        var schemes = await officer.GetAsync($"{Address}/comparison?version=1&other=khoi-6", Cancellation).JsonAsync();

        Assert.Equal((1, 2), ((int)years["version"]!, (int)years["otherVersion"]!));
        Assert.Equal(["criteria['1'].maximum 60 55", "criteria['2'].maximum 40 45"], Texts(years));
        Assert.Equal(["criteria['1'].maximum 55 60", "criteria['2'].maximum 45 40"], Texts(back));
        Assert.Equal(["title Bảng điểm Khối 6"], Texts(schemes));
        await officer.GetAsync($"{Address}/comparison?other=khoi-7", Cancellation).ProblemAsync(404);
        await officer.GetAsync($"{Address}/comparison?otherVersion=3", Cancellation).ProblemAsync(404);
        await officer.GetAsync($"{Address}/comparison?other=Kh%E1%BB%91i", Cancellation).ProblemAsync(400);

        static IEnumerable<string> Texts(JsonNode comparison) =>
            comparison["differences"]!.AsArray().Select(difference => $"{difference!["path"]} {difference["before"]} {difference["after"]}");
    }

    [Fact]
    public async Task The_form_is_previewed_as_a_unit_sees_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync("so-xay-dung");
        var content = JsonNode.Parse(SchemeSamples.Everything)!;
        var criteria = content["criteria"]!.AsArray();
        var first = criteria[0]!;
        criteria.RemoveAt(0);
        criteria.Add(first); // the group comes last, and is shown before what it holds
        await PutAsync(admin, content.ToJsonString());

        var preview = await officer.GetAsync($"{Address}/preview", Cancellation).JsonAsync();

        Assert.Equal(120m, (decimal)preview["maximum"]!);
        Assert.Equal(
            [
                "1 II 39.5 passOrFail always",
                "1 III 20 nothing notNeeded", "2 III.1 5 option notNeeded", "2 III.2 10 measure notNeeded", "2 III.3 5 measure notNeeded", "2 III.4 2 measure notNeeded", "2 III.5 4 points notNeeded",
                "1 T 0 points notNeeded", "1 P 3 count notNeeded",
                "1 I 60.5 nothing notNeeded", "2 I.1 40.25 counts whenClaimed", "2 I.đ 20.25 count notNeeded",
            ],
            preview["lines"]!.AsArray().Select(line => $"{line!["depth"]} {line["code"]} {line["maximum"]} {line["entered"]} {line["evidence"]}"));
        await officer.GetAsync($"{Address}/preview?version=9", Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task What_is_exported_is_imported_as_the_same_scheme()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        using var officer = await app.OfficerAsync("so-xay-dung");
        var tag = await PutAsync(admin, SchemeSamples.Everything);

        using var exported = await officer.GetAsync($"{Address}/xlsx", Cancellation);
        var file = await exported.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal((HttpStatusCode.OK, XlsxWriter.MediaType, "khoi-5-1.xlsx"), (exported.StatusCode, exported.Content.Headers.ContentType!.MediaType, exported.Content.Headers.ContentDisposition!.FileName));
        Workbooks.AssertValid(file);
        using var same = await admin.PostAsync($"{Address}/import", Workbooks.Body(file), Cancellation);
        Assert.Equal((HttpStatusCode.OK, tag), (same.StatusCode, same.Headers.ETag));
        var other = await admin.PostAsync("/api/schemes/khoi-6/import", Workbooks.Body(file), Cancellation).JsonAsync();
        Assert.Equal(
            (await admin.GetAsync(Address, Cancellation).JsonAsync())["content"]!.ToJsonString(),
            other["content"]!.ToJsonString());
    }

    [Fact]
    public async Task An_import_that_changes_a_scheme_needs_what_was_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var tag = await PutAsync(admin, SchemeSamples.Everything);
        var file = Workbooks.With(await FileAsync(admin), "Bảng điểm", ("B2", "Tên mới"));

        await admin.PostAsync($"{Address}/import", Workbooks.Body(file), Cancellation).ProblemAsync(428);
        var imported = await admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Address}/import") { Content = Workbooks.Body(file) }.With(tag), Cancellation).JsonAsync();

        Assert.Equal("Tên mới", (string)imported["content"]!["title"]!);
    }

    [Fact]
    public async Task A_workbook_with_faults_changes_nothing_and_each_is_named_by_its_cell()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var tag = await PutAsync(admin, SchemeSamples.Everything);
        var file = await FileAsync(admin);
        var formula = Workbooks.Edited(file, document => Workbooks.Cell(document, "Tiêu chí", "E2").CellFormula = new("SUM(E3:E4)"));

        await RefusedAsync(formula, "Sheet 'Tiêu chí' E2"); // formulas in cells
        await RefusedAsync(Workbooks.With(file, "Tiêu chí", ("E3", 41)), "Sheet 'Tiêu chí' E2"); // children do not sum
        await RefusedAsync(Workbooks.With(file, "Tiêu chí", ("B2", "I")), "Sheet 'Tiêu chí' E2", "Sheet 'Bảng điểm' B3", "Sheet 'Tiêu chí' B2"); // a cycle
        await RefusedAsync(Workbooks.With(file, "Tiêu chí", ("E13", -3)), "Sheet 'Tiêu chí' E13", "Sheet 'Tiêu chí' G13"); // negative maximum
        await RefusedAsync(Workbooks.With(file, "Xếp loại", ("C2", 89.5)), "Sheet 'Xếp loại' C2"); // overlap
        await RefusedAsync(Workbooks.With(file, "Xếp loại", ("C2", 90.5)), "Sheet 'Xếp loại' C2"); // gap
        await RefusedAsync(File(10_000, 1), "Sheet 'Tiêu chí' A1");
        await RefusedAsync(File(50, 50), "Sheet 'Tiêu chí' B22");
        await RefusedAsync([1, 2, 3], "$");
        await RefusedAsync(Workbooks.Edited(file, document => document.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook)), "$");
        await admin.PostAsync($"{Address}/import", Workbooks.Body(file, "text/csv"), Cancellation).ProblemAsync(415);
        await admin.PostAsync($"{Address}/import", Workbooks.Body(new byte[XlsxBody.MaximumBytes + 1]), Cancellation).ProblemAsync(413);
        Assert.Equal(tag, await TagAsync(admin));

        async Task RefusedAsync(byte[] body, params string[] places)
        {
            var problem = await admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Address}/import") { Content = Workbooks.Body(body) }.With(tag), Cancellation).ProblemAsync(400);
            Assert.Equal(places, problem.Paths());
        }

        static byte[] File(int lines, int depth) => XlsxWriter.Write(SchemeWorkbook.Write(new(
            new("x", 1, new("x", SchemeSamples.P(lines / depth), [.. Enumerable.Range(1, lines).Select(number => number % depth == 0
                ? SchemeSamples.Direct($"{number}", depth > 1 ? $"{number - 1}" : null, 1)
                : SchemeSamples.Group($"{number}", number > 1 ? $"{number - 1}" : null, 1))], [], [])), false, 1, [])));
    }

    [Theory]
    [InlineData("""{ "code": "XS", "title": "x", "minimum": 90, "minimumIncluded": true, "maximum": null, "maximumIncluded": false }, { "code": "K", "title": "x", "minimum": null, "minimumIncluded": false, "maximum": 95, "maximumIncluded": false }""", "$.ladder[0].minimum")]
    [InlineData("""{ "code": "XS", "title": "x", "minimum": 90, "minimumIncluded": false, "maximum": null, "maximumIncluded": false }, { "code": "K", "title": "x", "minimum": null, "minimumIncluded": false, "maximum": 90, "maximumIncluded": false }""", "$.ladder[0].minimum")]
    public async Task Classes_that_overlap_or_leave_a_gap_are_refused(string ladder, string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var body = SchemeEndpointTests.Flat(100).Replace("\"ladder\":[]", $"\"ladder\":[{ladder}]", StringComparison.Ordinal);

        var problem = await admin.PutAsync(Address, EmulationApp.Json(body), Cancellation).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
        await admin.GetAsync(Address, Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Only_the_office_works_on_schemes_and_only_who_is_known_looks_at_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await PutAsync(admin, SchemeEndpointTests.Flat(100));
        var file = await FileAsync(admin);
        using var nobody = app.Nobody();
        using var stranger = app.Holding();
        using var council = app.Holding("Emulation.Council", "Emulation.Reader");
        using var officer = await app.OfficerAsync("so-xay-dung");

        foreach (var (client, status) in new[] { (nobody, 401), (stranger, 403), (council, 403), (officer, 403) })
        {
            await CopyAsync(client, """{"to":"khoi-6"}""").ProblemAsync(status);
            await client.PostAsync($"{Address}/import", Workbooks.Body(file), Cancellation).ProblemAsync(status);
            await client.PostAsync($"{Address}/versions/1/criteria/1/void", EmulationApp.Json("""{"reason":"x"}"""), Cancellation).ProblemAsync(status);
        }

        foreach (var address in new[] { "comparison", "preview", "xlsx" })
        {
            await nobody.GetAsync($"{Address}/{address}", Cancellation).ProblemAsync(401);
            await stranger.GetAsync($"{Address}/{address}", Cancellation).ProblemAsync(403);
            using var council1 = await council.GetAsync($"{Address}/{address}", Cancellation);
            using var officer1 = await officer.GetAsync($"{Address}/{address}", Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (council1.StatusCode, officer1.StatusCode));
            await officer.GetAsync($"/api/schemes/khong-co/{address}", Cancellation).ProblemAsync(404);
        }
    }

    private static Task<HttpResponseMessage> CopyAsync(HttpClient client, string body, EntityTagHeaderValue? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/copy") { Content = EmulationApp.Json(body) };
        return client.SendAsync(tag is null ? request : request.With(tag), Cancellation);
    }

    private static async Task<byte[]> FileAsync(HttpClient client) => await client.GetByteArrayAsync($"{Address}/xlsx", Cancellation);

    private static async Task<EntityTagHeaderValue?> TagAsync(HttpClient client)
    {
        using var read = await client.GetAsync(Address, Cancellation);
        return read.Headers.ETag;
    }

    private static async Task<EntityTagHeaderValue> PutAsync(HttpClient client, string content, EntityTagHeaderValue? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = EmulationApp.Json(content) };
        using var answer = await client.SendAsync(tag is null ? request : request.With(tag), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return answer.Headers.ETag!;
    }
}

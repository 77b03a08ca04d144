using System.Text.Json;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;

namespace EmulationFunctions.Tests.Province.Schemes;

/// <summary>Schemes with options, measures, nets, conditions and ties that cannot be: every fault at once, with its path or its cell.</summary>
public sealed class BadSchemeTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Address = "/api/schemes/khoi-5";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fault_of_a_scheme_is_told_at_once_at_its_path()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync(Address, EmulationApp.Json(BadSchemes.Json), Cancellation).ProblemAsync(400);

        Assert.Equal(BadSchemes.Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal), problem.Paths().Order(StringComparer.Ordinal));
        await admin.GetAsync(Address, Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Every_fault_of_a_workbook_is_told_at_once_at_its_cell()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var content = JsonSerializer.Deserialize<SchemeContent>(BadSchemes.Json, JsonSerializerOptions.Web)!;
        var file = XlsxWriter.Write(SchemeWorkbook.Write(new(new("khoi-5", 1, content), false, 1, [])));

        var problem = await admin.PostAsync($"{Address}/import", Workbooks.Body(file), Cancellation).ProblemAsync(400);

        Assert.Equal(BadSchemes.Faults.Select(fault => $"Sheet {fault.Cell}").Order(StringComparer.Ordinal), problem.Paths().Order(StringComparer.Ordinal));
        await admin.GetAsync(Address, Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task A_draft_may_hold_sums_that_do_not_agree_and_nothing_else_that_is_wrong()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var draft = BadSchemes.Json;
        draft["isDraft"] = true;
        draft["maximum"] = 1_000;

        var problem = await admin.PutAsync(Address, EmulationApp.Json(draft), Cancellation).ProblemAsync(400);

        Assert.Equal(BadSchemes.Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal), problem.Paths().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_level_that_jumps_is_told_and_a_tree_without_keys_gets_them_by_its_levels()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync(Address, EmulationApp.Json(Leveled(1, 3, 2)), Cancellation).ProblemAsync(400);
        var jumped = await admin.PostAsync($"{Address}/import", Workbooks.Body(LeveledBook(1, 3, 2)), Cancellation).ProblemAsync(400);
        var put = await admin.PutAsync(Address, EmulationApp.Json(Leveled(1, 2, 2)), Cancellation).JsonAsync();
        var imported = await admin.PostAsync("/api/schemes/khoi-6/import", Workbooks.Body(LeveledBook(1, 2, 2)), Cancellation).JsonAsync();

        Assert.Contains("$.criteria[1].level", problem.Paths());
        Assert.Contains("Sheet 'Tiêu chí' K3", jumped.Paths());
        string[] lines = ["1  1.", "1.1 1 a)", "1.2 1 b)"];
        Assert.Equal(lines, Lines(put));
        Assert.Equal(lines, Lines(imported));

        static IEnumerable<string> Lines(System.Text.Json.Nodes.JsonNode answer) =>
            answer["content"]!["criteria"]!.AsArray().Select(line => $"{line!["code"]} {line["parent"]} {line["number"]}");
    }

    [Fact]
    public async Task A_draft_is_shown_as_one_wherever_schemes_are_shown()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        var content = JsonSerializer.Deserialize<SchemeContent>(SchemeEndpointTests.Flat(100), JsonSerializerOptions.Web)!;
        await admin.PutAsync("/api/schemes/khoi-6", EmulationApp.Json(content.ToJson()), Cancellation).JsonAsync();
        await admin.PutAsync(Address, EmulationApp.Json((content with { IsDraft = true }).ToJson()), Cancellation).JsonAsync();

        var listed = await admin.GetAsync("/api/schemes", Cancellation).JsonAsync();
        var preview = await admin.GetAsync($"{Address}/preview", Cancellation).JsonAsync();
        var compared = await admin.GetAsync($"{Address}/comparison?other=khoi-6", Cancellation).JsonAsync();
        var file = XlsxReader.Read(await admin.GetByteArrayAsync($"{Address}/xlsx", Cancellation));

        Assert.Equal([true, false], listed["schemes"]!.AsArray().Select(scheme => (bool)scheme!["isDraft"]!));
        Assert.True((bool)preview["isDraft"]!);
        Assert.Equal(["isDraft true false"], compared["differences"]!.AsArray().Select(difference => $"{difference!["path"]} {difference["before"]} {difference["after"]}"));
        Assert.True(SchemeImport.Read(file).IsDraft);
    }

    [Fact]
    public async Task Ties_need_not_be_mentioned_where_nothing_separates_them()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        const string Body = """{"title":"Bảng điểm","maximum":10,"criteria":[{"code":"1","parent":null,"title":"Một","kind":"direct","maximum":10}],"ladder":[]}""";

        var put = await admin.PutAsync(Address, EmulationApp.Json(Body), Cancellation).JsonAsync();

        Assert.Empty(put["content"]!["tieBreaks"]!.AsArray());
    }

    private static string Leveled(params int[] levels) => $$"""
        { "title": "Bảng điểm", "maximum": 10, "ladder": [], "tieBreaks": [], "criteria": [
          { "code": "", "parent": null, "title": "Nhóm", "kind": "group", "maximum": 10, "number": "1.", "level": {{levels[0]}} },
          { "code": "", "parent": null, "title": "Một", "kind": "direct", "maximum": 6, "number": "a)", "level": {{levels[1]}} },
          { "code": "", "parent": null, "title": "Hai", "kind": "direct", "maximum": 4, "number": "b)", "level": {{levels[2]}} } ] }
        """;

    private static byte[] LeveledBook(params int[] levels) => XlsxWriter.Write(
        new TableSheet("Bảng điểm", [new("Nội dung", 9), new("Giá trị", 9)], [TableRow.Of("Tên bảng điểm", "Bảng điểm"), TableRow.Of("Tổng điểm", 10)]),
        new TableSheet(
            "Tiêu chí",
            [.. new[] { "Mã", "Thuộc nhóm", "Tên tiêu chí", "Loại", "Điểm tối đa", "Minh chứng", "Điểm mỗi lần", "Chỉ tiêu tỷ lệ ngoài (%)", "Điểm tỷ lệ ngoài", "Chỉ tiêu tỷ lệ trong (%)", "Cấp", "Số in" }
                .Select(heading => new TableColumn(heading, 9))],
            [
                TableRow.Of(default, default, "Nhóm", "Nhóm", 10, default, default, default, default, default, levels[0], "1."),
                TableRow.Of(default, default, "Một", "Chấm trực tiếp", 6, default, default, default, default, default, levels[1], "a)"),
                TableRow.Of(default, default, "Hai", "Chấm trực tiếp", 4, default, default, default, default, default, levels[2], "b)"),
            ]));
}

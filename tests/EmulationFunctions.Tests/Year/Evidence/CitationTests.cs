using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Sheets;
using static EmulationFunctions.Tests.Year.Evidence.SheetFiles;

namespace EmulationFunctions.Tests.Year.Evidence;

/// <summary>What units cite: a paper with number, day, issuer and subject stands behind a criterion as a file does.</summary>
public sealed class CitationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string First = $"{Files}/references/bao-cao-1";
    private const string Paper = """{"kind":"Báo cáo","number":"403/BC-PTNMT","day":"2026-11-20","issuer":"Phòng Tài nguyên và Môi trường","subject":"kết quả thi đua"}""";
    private const string Claimed = """{"criterion":"I.1","points":38.25}, {"criterion":"I.2","count":3}, {"criterion":"II","points":40}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_counts_as_evidence_is_sealed_with_the_sheet_and_stands_in_its_trace()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Claimed));

        var lacking = await unit.SendAsync(SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag), Cancellation).ProblemAsync(409);
        var (cited, version) = await CitesAsync(unit, Body());
        Assert.Equal(version, (await CitesAsync(unit, Body())).Tag); // again: the same, and no If-Match is asked for
        tag = await SheetWorld.DoneAsync(unit, SheetWorld.Post($"{SheetWorld.Sheet}/submission", tag)); // the sheet's own version did not move
        var changed = await unit.SendAsync(Put(Body(number: "404/BC"), version), Cancellation).ProblemAsync(409);
        var removed = await unit.DeleteAsync(new Uri(First, UriKind.Relative), Cancellation).ProblemAsync(409);
        var listed = (await head.GetAsync(Files, Cancellation).JsonAsync())["references"]!.AsArray();
        var trace = await head.GetAsync($"/api/cycles/2026/periods/nam/blocs/{Bloc}/standings/{Unit}/trace", Cancellation).JsonAsync();

        Assert.Contains("$.evidence['I.1']", lacking.Paths());
        Assert.Equal("403/BC-PTNMT", (string)cited["paper"]!["number"]!);
        Assert.All([changed, removed], problem => Assert.Equal("urn:emulation-functions:sheet-submitted", (string)problem["type"]!));
        Assert.Equal(cited.ToJsonString(), Assert.Single(listed)!.ToJsonString());
        var leaf = trace["criteria"]!.AsArray().Single(one => (string)one!["criterion"]! == "I.1")!;
        Assert.Equal(("bao-cao-1", "403/BC-PTNMT"), ((string)leaf["steps"]!["papers"]![0]!["reference"]!, (string)leaf["steps"]!["papers"]![0]!["paper"]!["number"]!));
        Assert.NotNull(tag);
    }

    [Fact]
    public async Task A_paper_may_be_one_of_the_files_behind_the_same_criterion()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var file = (string)(await unit.UploadAsync(SampleFiles.Pdf()).JsonAsync())["id"]!;
        var elsewhere = (string)(await unit.UploadAsync(SampleFiles.Pdf(1), criterion: "I.2").JsonAsync())["id"]!;

        var (cited, version) = await CitesAsync(unit, Body(file: file));
        var other = await unit.SendAsync(Put(Body(file: elsewhere), version), Cancellation).ProblemAsync(400);
        using var gone = await unit.DeleteAsync(new Uri($"{Files}/{file}", UriKind.Relative), Cancellation);
        var removed = await unit.SendAsync(Put(Body(number: "404/BC", file: file), version), Cancellation).ProblemAsync(400);

        Assert.Equal(file, (string)cited["file"]!);
        Assert.All([other, removed], problem => Assert.Equal(["$.file"], problem.Paths()));
        Assert.Single((await unit.GetAsync(Files, Cancellation).JsonAsync())["references"]!.AsArray()); // the paper is cited all the same
    }

    [Fact]
    public async Task A_citation_is_changed_by_who_has_read_it_and_taken_off_a_draft()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        await unit.SendAsync(Put(Body(), "\"1\""), Cancellation).ProblemAsync(412);
        await unit.GetAsync(First, Cancellation).ProblemAsync(404);
        var (_, version) = await CitesAsync(unit, Body());
        await unit.SendAsync(Put(Body(number: "404/BC")), Cancellation).ProblemAsync(428);
        await unit.SendAsync(Put(Body(number: "404/BC"), "\"77\""), Cancellation).ProblemAsync(412);
        await CitesAsync(unit, Body(number: "404/BC", criterion: "I.2"), version);
        var read = await unit.GetAsync(First, Cancellation).JsonAsync();
        using var removed = await unit.DeleteAsync(new Uri(First, UriKind.Relative), Cancellation);
        using var again = await unit.DeleteAsync(new Uri(First, UriKind.Relative), Cancellation);

        Assert.Equal(("I.2", "404/BC"), ((string)read["criterion"]!, (string)read["paper"]!["number"]!));
        Assert.True(removed.IsSuccessStatusCode && again.IsSuccessStatusCode);
        Assert.Empty((await unit.GetAsync(Files, Cancellation).JsonAsync())["references"]!.AsArray());
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Sheet.Address, Cancellation));
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place_and_nothing_is_written()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        var rules = await unit.SendAsync(Put("""{"criterion":"IX","paper":{"kind":" ","number":" "},"file":"khong-co"}"""), Cancellation).ProblemAsync(400);
        var group = await unit.SendAsync(Put(Body(criterion: "I")), Cancellation).ProblemAsync(400);
        var form = await unit.SendAsync(Put($$"""{"paper":{"kind":"Báo cáo","day":"20/11/2026","issuer":"Sở Nội vụ","subject":"{{new string('x', 501)}}"},"more":1}"""), Cancellation).ProblemAsync(400);
        await unit.SendAsync(Put(Body(), address: $"{Files}/references/Báo cáo"), Cancellation).ProblemAsync(400);
        app.SetDay("2026-12-11"); // the time of self-scoring is over
        await unit.SendAsync(Put(Body()), Cancellation).ProblemAsync(409);

        Assert.Equal(["$.criterion", "$.paper.kind", "$.paper.number", "$.file"], rules.Paths());
        Assert.Equal(["$.criterion"], group.Paths());
        Assert.Equal(["$.criterion", "$.more", "$.paper.day", "$.paper.subject"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Empty((await unit.GetAsync(Files, Cancellation).JsonAsync())["references"]!.AsArray());
    }

    [Fact]
    public async Task The_workbook_lists_what_is_cited_and_is_taken_back_as_it_is()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save(Claimed));
        await CitesAsync(unit, Body());
        await CitesAsync(unit, Body(number: "=HYPERLINK(1)"), address: $"{Files}/references/bao-cao-2");

        var file = await unit.GetByteArrayAsync($"{SheetWorld.Sheet}/xlsx", Cancellation);
        using var again = await unit.PostAsync($"{SheetWorld.Sheet}/import", Workbooks.Body(file), Cancellation);

        Workbooks.AssertValid(file);
        var cells = XlsxReader.Read(file).Sheets[0].Rows.SelectMany(row => row.Cells.Values).Select(cell => cell.Text).ToList();
        Assert.Contains("Văn bản minh chứng", cells);
        Assert.Contains(
            "Báo cáo 403/BC-PTNMT ngày 20/11/2026 của Phòng Tài nguyên và Môi trường về kết quả thi đua\nBáo cáo =HYPERLINK(1) ngày 20/11/2026 của Phòng Tài nguyên và Môi trường về kết quả thi đua", cells);
        Assert.Equal(tag, again.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_paper_of_another_year_is_warned_of_where_it_is_cited_and_in_the_sheet()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var unit = await app.OfficerAsync(Unit);

        var (cited, _) = await CitesAsync(unit, Body().Replace("2026-11-20", "2025-11-20", StringComparison.Ordinal));
        var (sheet, _) = await SheetWorld.ReadAsync(unit);

        Assert.Equal("paperOfAnotherYear", (string)Assert.Single(cited["warnings"]!.AsArray())!["code"]!);
        Assert.Equal("paperOfAnotherYear", (string)Assert.Single(sheet["summary"]!["warnings"]!.AsArray())!["code"]!);
    }

    [Fact]
    public async Task A_citation_that_dies_after_any_call_to_storage_is_whole_or_not_there()
    {
        await using var app = await StartAsync(azurite, issuer);

        await CrashSteps.EachCallAsync(
            app,
            () => app.Again(azurite, issuer),
            again => again.OfficerAsync(Unit),
            (_, attempt) => Task.FromResult(Put(Body(number: $"{attempt}/BC"), address: $"{Files}/references/lan-{attempt}")),
            async (client, attempt) => (await client.GetAsync(Files, Cancellation).JsonAsync())["references"]!.AsArray().Any(one => (string)one!["paper"]!["number"]! == $"{attempt}/BC"),
            Sheet.Address);
    }

    private static string Body(string criterion = "I.1", string? number = null, string? file = null) => new JsonObject
    {
        ["criterion"] = criterion,
        ["paper"] = JsonNode.Parse(number is null ? Paper : Paper.Replace("403/BC-PTNMT", number, StringComparison.Ordinal)),
        ["file"] = file,
    }.ToJsonString();

    private static HttpRequestMessage Put(string body, string? tag = null, string address = First) => Plans.PlansOf.Put(address, body, tag);

    private static async Task<(JsonNode Body, string Tag)> CitesAsync(HttpClient unit, string body, string? tag = null, string address = First)
    {
        using var answer = await unit.SendAsync(Put(body, tag, address), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return (JsonNode.Parse(text)!, answer.Headers.ETag!.Tag);
    }
}

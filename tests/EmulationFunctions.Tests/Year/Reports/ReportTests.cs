using System.Net;
using System.Text.Json.Nodes;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>A bloc asks its units for a report, puts the parts together, edits the whole and adopts it.</summary>
public sealed class ReportTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_asked_for_sent_merged_edited_merged_again_and_adopted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var deputy = await app.OfficerAsync(Deputy);
        await deputy.DoneAsync(Put(Address(), Asked));

        await app.SendsAsync("so-d", """{"answers":[{"question":"da-giai-quyet","number":4200,"said":"gần 4.200"}],"results":[{"text":"Rút ngắn thời gian","section":"cchc"}],"shortcomings":[{"text":"Hình thức chưa phong phú","causes":["Kiêm nhiệm"]}]}""");
        await app.SendsAsync("so-c", """{"answers":[{"question":"da-giai-quyet","number":4200}],"results":[{"text":"Một cửa điện tử","section":"cchc"}],"tasks":["Đổi mới phong trào"],"proposals":["Mở lớp tập huấn"]}""");
        using var merged = await deputy.SendAsync(Post($"{Address()}/merge"), Cancellation);
        var first = JsonNode.Parse(await merged.Content.ReadAsStringAsync(Cancellation))!;
        Assert.True(merged.IsSuccessStatusCode, first.ToJsonString());
        var edited = await deputy.DoneAsync(Put($"{Address()}/draft", """
            {"presentedBy":"so-b","items":[
              {"chapter":"results","text":"Rút ngắn đáng kể thời gian giải quyết","number":1,"section":"cchc"},
              {"chapter":"results","text":"Toàn khối hoàn thành nhiệm vụ"},
              {"chapter":"shortcomings","text":"Hình thức chưa phong phú","number":3,"causes":["Kiêm nhiệm"]},
              {"chapter":"tasks","text":"Đổi mới phong trào","number":4},
              {"chapter":"proposals","text":"Mở lớp tập huấn","number":5}],
             "statistics":[{"question":"da-giai-quyet","number":8400,"said":"gần 8.400"}]}
            """, merged.Headers.ETag!.Tag));
        await app.SendsAsync("so-a", """{"results":[{"text":"Khối trưởng đôn đốc","section":"cchc"}]}""");
        var again = await deputy.PostAsync(new Uri($"{Address()}/merge", UriKind.Relative), null, Cancellation).JsonAsync();

        Assert.Equal(["so-a", "so-b"], first["notMerged"]!.AsArray().Select(unit => (string)unit!).Order());
        Assert.Equal(["Rút ngắn thời gian", "Một cửa điện tử"], first["report"]!.Texts("results")); // Ban X before Sở D
        Assert.Equal(["Rút ngắn đáng kể thời gian giải quyết", "Toàn khối hoàn thành nhiệm vụ", "Khối trưởng đôn đốc"], again["report"]!.Texts("results"));
        var number = again["report"]!["draft"]!["statistics"]![0]!;
        Assert.Equal((8400, "gần 8.400", 8400, 2), ((int)number["number"]!, (string)number["said"]!, (int)number["sum"]!, (int)number["given"]!));
        Assert.Equal(["Ban X", "Sở D"], number["units"]!.AsArray().Select(unit => (string)unit!["unitName"]!));

        await deputy.RefusedAsync(412, Post($"{Address()}/adoption", """{"day":"2026-07-01","meeting":"so-ket"}""", edited));
        using var read = await deputy.GetAsync(new Uri(Address(), UriKind.Relative), Cancellation);
        var adopted = await deputy.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01","meeting":"so-ket","number":"12/BC-KTĐ"}""", read.Headers.ETag!.Tag));
        Assert.Equal(adopted, await deputy.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01","meeting":"so-ket","number":"12/BC-KTĐ"}""")));
        Assert.Equal("adopted", (string)(await deputy.GetsAsync(Address()))["state"]!);

        // Nothing of it changes any more.
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Post($"{Address()}/merge"))).Type());
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Put($"{Address()}/draft", """{"items":[]}""", adopted))).Type());
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Put(Address(), Asked.Replace("07-10", "07-11", StringComparison.Ordinal), adopted))).Type());
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Post($"{Address()}/adoption", """{"said":"vừa qua"}""", adopted))).Type());
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Put(Part(Deputy), """{"tasks":["Muộn"]}"""))).Type());
        Assert.Equal("report-adopted", (await deputy.RefusedAsync(409, Post($"{Part("so-c")}/return", """{"reason":"Muộn"}""", adopted))).Type());
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Reports"), Cancellation);
    }

    [Fact]
    public async Task The_report_comes_as_a_paper_to_those_who_see_its_text()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        using var other = await app.OfficerAsync("so-d");
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"answers":[{"question":"da-giai-quyet","number":8400,"said":"gần 8.400"}]}""");
        var documents = $"/api/cycles/2026/blocs/{Bloc}/documents";

        await head.GetAsync(new Uri($"{documents}/report?item=so-ket", UriKind.Relative), Cancellation).ProblemAsync(404); // no text yet
        await head.PostAsync(new Uri($"{Address()}/merge", UriKind.Relative), null, Cancellation).JsonAsync();
        await unit.GetAsync(new Uri($"{documents}/report?item=so-ket", UriKind.Relative), Cancellation).ProblemAsync(404); // not shared
        await unit.GetAsync(new Uri($"{documents}/report-letter?item=so-ket", UriKind.Relative), Cancellation).ProblemAsync(403);
        await other.GetAsync(new Uri($"{documents}/report-part?item=so-ket&unit=so-c", UriKind.Relative), Cancellation).ProblemAsync(403);
        await head.GetAsync(new Uri($"{documents}/report-part?item=so-ket&unit=so-d", UriKind.Relative), Cancellation).ProblemAsync(404); // not written
        foreach (var (client, address) in new[] { (head, "report?item=so-ket"), (head, "report-letter?item=so-ket"), (unit, "report-part?item=so-ket&unit=so-c") })
        {
            using var paper = await client.GetAsync(new Uri($"{documents}/{address}", UriKind.Relative), Cancellation);
            Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (paper.StatusCode, paper.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Reports_come_in_pages_and_a_year_has_room_for_fifty()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        for (var number = 0; number < 50; number++)
        {
            await head.DoneAsync(Put(Address(report: $"bao-cao-{number:D2}"), Asked));
        }

        Assert.Equal("too-many-reports", (await head.RefusedAsync(409, Put(Address(report: "bao-cao-50"), Asked))).Type());
        var first = await head.GetsAsync($"/api/cycles/2026/blocs/{Bloc}/reports?pageSize=30");
        var second = await head.GetsAsync($"/api/cycles/2026/blocs/{Bloc}/reports?pageSize=30&continuation={first["continuation"]}");
        Assert.Equal((30, 20), (first["reports"]!.AsArray().Count, second["reports"]!.AsArray().Count));
        Assert.Null(second["continuation"]);
        await head.GetAsync(new Uri($"/api/cycles/2026/blocs/{Bloc}/reports?continuation=%23", UriKind.Relative), Cancellation).ProblemAsync(400);
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Visits.VisitsOf;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Year.Visits;

/// <summary>Purpose, grounds, hours, place and people of a cross-check stand in its papers; what was not put down is a gap there.</summary>
public sealed class VisitPaperTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Documents = $"/api/cycles/2026/blocs/{BlocOf.Bloc}/documents";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_down_of_a_visit_is_read_again_and_stands_in_its_papers()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");
        var tag = await head.PutsAsync(Full().ToJsonString());

        var read = await unit.ReadsAsync(First);
        var (plan, planGaps) = await LinesAsync(head, "cross-check-plan?period=nam");
        var (minutes, gaps) = await LinesAsync(unit, "cross-check-minutes?period=nam&item=dot-1");
        var (scored, _) = await LinesAsync(unit, "score-inspection-minutes?period=nam&unit=so-b");

        Assert.Equal(tag, await head.PutsAsync(Full().ToJsonString())); // again changes nothing
        Assert.Equal(("08:00", "11:30", "Phòng họp tầng 2"), ((string)read["from"]!, (string)read["to"]!, (string)read["place"]!));
        Assert.Equal(("Đánh giá việc thực hiện giao ước", "06/QC-KTĐ"), ((string)read["purpose"]!, (string)read["grounds"]![0]!["paper"]!["number"]!));
        Assert.Equal(
            [("so-a", "leader", "Ông A", "Phó Giám đốc"), ("so-c", "secretary", null, "Chuyên viên"), ("so-b", "representative", "Bà B", null), ("so-b", null, "Ông C", "Kế toán")],
            read["people"]!.AsArray().Select(one => ((string)one!["unit"]!, (string?)one["as"], (string?)one["name"], (string?)one["post"])));
        Assert.Contains("Đánh giá việc thực hiện giao ước.", plan);
        Assert.Contains(plan, line => line.Contains("05/10/2026, 08:00 đến 11:30, tại Phòng họp tầng 2", StringComparison.Ordinal));
        Assert.DoesNotContain("mục đích, yêu cầu của đợt kiểm tra", planGaps);
        foreach (var lines in new[] { plan, minutes })
        {
            Assert.Contains(lines, line => line.Contains("Căn cứ Quy chế 06/QC-KTĐ", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("Căn cứ kế hoạch năm 2026 của khối", StringComparison.Ordinal));
        }

        foreach (var lines in new[] { minutes, scored })
        {
            Assert.Contains(lines, line => line.Contains("Ông A, Phó Giám đốc (trưởng đoàn)", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("Bà B; Ông C, Kế toán", StringComparison.Ordinal));
            Assert.Contains("Bà B", lines); // signs
            Assert.Contains(lines, line => line.Contains("08:00", StringComparison.Ordinal) && line.Contains("2026", StringComparison.Ordinal));
        }

        Assert.Contains("họ và tên thư ký", gaps); // only the post is known
        Assert.DoesNotContain("giờ kết thúc", gaps);
    }

    [Fact]
    public async Task Faults_of_hours_grounds_and_people_are_named_at_their_places()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        var body = Full();
        body["to"] = "08:00";
        body["grounds"] = JsonNode.Parse("""[{},{"text":"quy chế","paper":{"kind":"Quy chế","number":"1"}},{"paper":{"kind":"Quy chế"}}]""");
        body["people"] = JsonNode.Parse("""
            [{"unit":"so-d","name":"Ông A"},{"unit":"so-b","as":"leader","name":"Ông A"},{"unit":"so-a","as":"leader","name":"Ông A"},{"unit":"so-a"},
             {"unit":"so-c","name":"Bà B"},{"unit":"so-c","name":"Bà B"}]
            """);

        var refused = await head.SendAsync(Put(body.ToJsonString()), Cancellation).ProblemAsync(400);
        body["from"] = "8 giờ";
        var form = await head.SendAsync(Put(body.ToJsonString()), Cancellation).ProblemAsync(400);

        Assert.Equal(
            [
                "$.to", "$.grounds[0]", "$.grounds[1]", "$.grounds[2].paper.number", "$.people[0].unit", "$.people[1].as", "$.people[2].as", "$.people[3].name", "$.people[5]",
            ],
            refused.Paths());
        Assert.Contains("$.from", form.Paths());
        await head.GetAsync(new Uri(First, UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Who_took_part_is_in_no_trail_and_is_erased_with_the_people_of_the_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var admin = app.Admin();
        await admin.PutsAsync(Full().ToJsonString());
        var erasure = $$"""{"confirmation":"{{BlocOf.Bloc}}","reason":"Hết thời hạn lưu."}""";

        var first = await admin.PostAsync($"/api/cycles/2026/blocs/{BlocOf.Bloc}/people/erasure", EmulationApp.Json(erasure), Cancellation).JsonAsync();
        var again = await admin.PostAsync($"/api/cycles/2026/blocs/{BlocOf.Bloc}/people/erasure", EmulationApp.Json(erasure), Cancellation).JsonAsync();

        var read = await admin.ReadsAsync(First);
        Assert.Equal((4, 0), ((int)first["people"]!, (int)again["people"]!));
        Assert.All(read["people"]!.AsArray(), one => Assert.Equal((null, null), ((string?)one!["name"], (string?)one["post"])));
        Assert.Equal(["so-a", "so-c", "so-b", "so-b"], read["people"]!.AsArray().Select(one => (string)one!["unit"]!)); // that somebody took part stays
        // What was read is written back with something mended, without the people who are gone.
        var body = Full();
        body["findings"] = JsonNode.Parse($"[{Finding(1, "2026-12-20", "2026-12-12")}]");
        body["people"] = new JsonArray([.. read["people"]!.AsArray().Select(one => new JsonObject { ["unit"] = (string)one!["unit"]!, ["as"] = (string?)one["as"] })]);
        using var answer = await admin.GetAsync(new Uri(First, UriKind.Relative), Cancellation);
        await admin.PutsAsync(body.ToJsonString(), answer.Headers.ETag!.Tag);
        Assert.Equal(4, (await admin.ReadsAsync(First))["people"]!.AsArray().Count);

        var trail = (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.Address, AuditRow.All, Cancellation)).Rows;
        Assert.All(trail, row => Assert.DoesNotContain("Ông A", string.Join(' ', row.Select(property => property.Value)), StringComparison.Ordinal));
        Assert.Contains(trail, row => AuditRow.From(row).Entry.After?.ToString().Contains("sha256:", StringComparison.Ordinal) is true);
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);
    }

    [Fact]
    public async Task Once_the_standings_are_published_the_papers_of_a_visit_are_still_completed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        using var admin = app.Admin();
        var tag = await admin.PutsAsync(Visited());
        await admin.PublishAsync(BlocOf.Bloc, "so-c", "so-d").JsonAsync();
        var body = Full();
        body["findings"] = new JsonArray();
        var other = Full();

        await admin.SendAsync(Put(other.ToJsonString(), tag), Cancellation).ProblemAsync(409); // with a finding that was not there
        await admin.PutsAsync(body.ToJsonString(), tag);

        Assert.Equal(4, (await admin.ReadsAsync(First))["people"]!.AsArray().Count);
    }

    private static JsonObject Full()
    {
        var body = JsonNode.Parse(Visited(Finding(1, "2026-12-20")))!.AsObject();
        body["purpose"] = "Đánh giá việc thực hiện giao ước";
        body["from"] = "08:00";
        body["to"] = "11:30";
        body["place"] = "Phòng họp tầng 2";
        body["grounds"] = JsonNode.Parse("""[{"paper":{"kind":"Quy chế","number":"06/QC-KTĐ","day":"2026-01-20"}},{"text":"kế hoạch năm 2026 của khối"}]""");
        body["people"] = JsonNode.Parse("""
            [{"unit":"so-a","as":"leader","name":"Ông A","post":"Phó Giám đốc"},{"unit":"so-c","as":"secretary","post":"Chuyên viên"},
             {"unit":"so-b","as":"representative","name":"Bà B"},{"unit":"so-b","name":"Ông C","post":"Kế toán"}]
            """);
        return body;
    }

    private static async Task<(IReadOnlyList<string> Lines, IReadOnlyList<string> Gaps)> LinesAsync(HttpClient client, string paper)
    {
        using var answer = await client.GetAsync(new Uri($"{Documents}/{paper}", UriKind.Relative), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        SoundPapers.AssertValid(file);
        return ([.. SoundPapers.Lines(file)], [.. answer.Headers.GetValues("Paper-Gaps").Single().Split(", ").Select(Uri.UnescapeDataString)]);
    }
}

using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Decisions;
using EmulationFunctions.Tests.Province.Roster;
using EmulationFunctions.Year.Disclosures;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Year.Disclosures;

/// <summary>Proposals are shown to everybody for a time; units and letters say something to them, and the office answers.</summary>
public sealed class DisclosureTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Award = "tap-the-lao-dong-tien-tien";
    private const string One = "/api/cycles/2026/disclosures/dot-1";
    private const string Public = "/api/public/2026/disclosures";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_reads_what_was_disclosed_from_its_day_on_and_nothing_before_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var nobody = app.Nobody();

        var put = await office.PutAsync(One, Body("2026-12-14", "2026-12-25", ("so-a", "Vượt chỉ tiêu"), ("so-b", null)).ToJsonString()).JsonAsync();
        Assert.False((bool)put["isPublic"]!);
        await nobody.ReadAsync($"{Public}/dot-1").ProblemAsync(404);
        Assert.Empty((await nobody.ReadAsync(Public).JsonAsync())["disclosures"]!.AsArray());

        app.SetDay("2026-12-14", hour: 0);
        var shown = await nobody.ReadAsync($"{Public}/dot-1").JsonAsync();
        app.SetDay("2026-12-26");
        var after = await nobody.ReadAsync($"{Public}/dot-1").JsonAsync();

        Assert.Equal(
            ["disclosure", "from", "isOpen", "proposals", "title", "until", "year"], shown.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)); // no remarks, no votes, nobody
        Assert.Equal(
            [("Khối 1", "Sở so-a", "Tập thể lao động tiên tiến", "Vượt chỉ tiêu"), ("Khối 1", "Sở so-b", "Tập thể lao động tiên tiến", null)],
            shown["proposals"]!.AsArray().Select(one => ((string)one!["blocName"]!, (string)one["unitName"]!, (string)one["awardTitle"]!, (string?)one["achievement"])));
        Assert.Equal((true, false), ((bool)shown["isOpen"]!, (bool)after["isOpen"]!));
        Assert.Equal("dot-1", (string)Assert.Single((await nobody.ReadAsync(Public).JsonAsync())["disclosures"]!.AsArray())!["disclosure"]!);
        Assert.Empty((await nobody.ReadAsync("/api/public/2025/disclosures").JsonAsync())["disclosures"]!.AsArray());

        // What was suspended meanwhile is for everybody not there; the office reads why.
        const string Suspension = "/api/cycles/2026/blocs/khoi-1/suspensions/so-b";
        var tag = (string)(await office.PutAsync(Suspension, """{"cause":"inspection","since":"2026-12-13","reason":"Đang thanh tra"}""").JsonAsync())["etag"]!;
        Assert.Equal("so-a", (string)Assert.Single((await nobody.ReadAsync($"{Public}/dot-1").JsonAsync())["proposals"]!.AsArray())!["unit"]!);
        Assert.Equal(1, (int)(await nobody.ReadAsync(Public).JsonAsync())["disclosures"]![0]!["proposals"]!);
        var seen = await office.ReadAsync(One).JsonAsync();
        Assert.EndsWith("Không công khai: Sở so-b (Tập thể lao động tiên tiến): Đề nghị đang bị tạm dừng xét.", (string)seen["caution"]!, StringComparison.Ordinal);
        Assert.Equal(2, seen["content"]!["proposals"]!.AsArray().Count);
        using var unit = await app.OfficerAsync("so-c");
        Assert.Equal(["$.about"], (await unit.PutAsync($"{One}/comments/so-c/gop-y", $$$"""{"about":{"unit":"so-b","award":"{{{Award}}}"},"text":"Ý kiến"}""").ProblemAsync(400)).Paths());
        using var lifting = new HttpRequestMessage(HttpMethod.Post, $"{Suspension}/lifting") { Content = EmulationApp.Json("""{"day":"2026-12-26","reason":"Không có vi phạm"}""") };
        await office.SendAsync(lifting.With(new(tag)), Cancellation).JsonAsync();
        Assert.Equal(2, (await nobody.ReadAsync($"{Public}/dot-1").JsonAsync())["proposals"]!.AsArray().Count);

        await nobody.ReadAsync($"{Public}/DOT").ProblemAsync(400);
        await nobody.ReadAsync("/api/public/26/disclosures").ProblemAsync(400);
        await nobody.ReadAsync(One).ProblemAsync(401);
    }

    [Fact]
    public async Task What_everybody_reads_changes_no_more_but_for_more_time_and_is_taken_back_with_a_reason()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var nobody = app.Nobody();
        var body = Body("2026-12-14", "2026-12-25", ("so-a", null));
        var tag = (string)(await office.PutAsync(One, body.ToJsonString()).JsonAsync())["etag"]!;
        tag = (string)(await office.PutAsync(One, Body("2026-12-14", "2026-12-26", ("so-a", null)).ToJsonString(), tag).JsonAsync())["etag"]!; // before its day

        app.SetDay("2026-12-14");
        Assert.Equal("urn:emulation-functions:already-disclosed", (string)(await office.PutAsync(One, Body("2026-12-14", "2026-12-26", ("so-b", null)).ToJsonString(), tag).ProblemAsync(409))["type"]!);
        await office.PutAsync(One, Body("2026-12-14", "2026-12-20", ("so-a", null)).ToJsonString(), tag).ProblemAsync(409); // less time
        tag = (string)(await office.PutAsync(One, Body("2026-12-14", "2026-12-31", ("so-a", null)).ToJsonString(), tag).JsonAsync())["etag"]!;
        await nobody.ReadAsync($"{Public}/dot-1").JsonAsync();
        var retract = new HttpRequestMessage(HttpMethod.Post, $"{One}/retraction") { Content = EmulationApp.Json("""{"reason":"Nhầm danh sách"}""") };
        var retracted = await office.SendAsync(retract.With(new(tag)), Cancellation).JsonAsync();

        Assert.Equal("Nhầm danh sách", (string)retracted["retracted"]!);
        await nobody.ReadAsync($"{Public}/dot-1").ProblemAsync(404);
        Assert.Empty((await nobody.ReadAsync(Public).JsonAsync())["disclosures"]!.AsArray());
        Assert.Equal("urn:emulation-functions:disclosure-retracted", (string)(await office.PutAsync(One, body.ToJsonString(), (string)retracted["etag"]!).ProblemAsync(409))["type"]!);
        await AuditChain.AssertWholeAsync(app.Tables, DisclosureTable.AddressOf(2026), Cancellation);
    }

    [Fact]
    public async Task Only_nominations_that_stand_are_disclosed_and_not_from_a_day_that_is_over()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        await office.PutAsync("/api/cycles/2026/blocs/khoi-1/suspensions/so-b", """{"cause":"inspection","since":"2026-12-01","reason":"Đang thanh tra"}""").JsonAsync();

        var body = Body("2026-12-09", "2026-12-08", ("so-b", null), ("so-c", null), ("so-a", null), ("so-a", null));
        body["title"] = " ";
        var refused = await office.PutAsync(One, body.ToJsonString()).ProblemAsync(400);

        Assert.Equal(["$.title", "$.from", "$.until", "$.proposals[0]", "$.proposals[1]", "$.proposals[3]"], refused.Paths());
        await office.ReadAsync(One).ProblemAsync(404);
    }

    [Fact]
    public async Task Less_than_ten_working_days_are_said_and_not_refused()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        await office.PutAsync("/api/holidays/2026", """{"source":{"kind":"Thông báo","number":"1/TB-BNV"},"daysOff":[{"day":"2026-09-02","kind":"nationalDay"}],"workedDays":[]}""").JsonAsync();

        var ten = await office.PutAsync(One, Body("2026-12-14", "2026-12-25", ("so-a", null)).ToJsonString()).JsonAsync();
        var nine = await office.PutAsync(One.Replace("dot-1", "dot-2", StringComparison.Ordinal), Body("2026-12-14", "2026-12-24", ("so-a", null)).ToJsonString()).JsonAsync();

        Assert.Null(ten["caution"]);
        Assert.Contains("9 ngày làm việc", (string)nine["caution"]!, StringComparison.Ordinal);
        Assert.Contains("Điều 44", (string)nine["caution"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_say_something_while_there_is_time_letters_are_recorded_and_both_are_answered()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = await PrepareAsync(app);
        using var unit = await app.OfficerAsync("so-c");
        using var other = await app.OfficerAsync("so-b");
        var comment = $"{One}/comments/so-c/gop-y-1";
        var text = $$$"""{"about":{"unit":"so-a","award":"{{{Award}}}"},"text":"Đề nghị kiểm tra lại số liệu của ông A"}""";
        await office.PutAsync(One, Body("2026-12-14", "2026-12-25", ("so-a", null)).ToJsonString()).JsonAsync();

        await unit.PutAsync(comment, text).ProblemAsync(404); // it is not known yet
        app.SetDay("2026-12-25", hour: 23);
        Assert.Equal(["$.about", "$.text"], (await unit.PutAsync(comment, """{"about":{"unit":"so-b","award":"la"},"text":" "}""").ProblemAsync(400)).Paths());
        await other.PutAsync(comment, text).ProblemAsync(403);
        var tag = (string)(await unit.PutAsync(comment, text).JsonAsync())["etag"]!;
        await unit.PutAsync(comment, text.Replace("kiểm tra", "xem", StringComparison.Ordinal)).ProblemAsync(428);
        app.SetDay("2026-12-26");
        Assert.Equal("urn:emulation-functions:comment-time-over", (string)(await unit.PutAsync(comment, text.Replace("kiểm tra", "xem", StringComparison.Ordinal), tag).ProblemAsync(409))["type"]!);

        var faulty = await office.PutAsync($"{One}/letters/don-1", """{"about":{"unit":"so-x","award":"x"},"sender":"unit","received":"2026-12-27","text":" ","letter":{"kind":" ","number":"1"}}""").ProblemAsync(400);
        var letter = await office.PutAsync(
            $"{One}/letters/don-1", $$$"""{"about":{"unit":"so-a","award":"{{{Award}}}"},"sender":"citizen","received":"2026-12-26","text":"Nêu dấu hiệu vi phạm","letter":{"kind":"Đơn","number":"12"}}""").JsonAsync();
        var answered = await office.PutAsync($"{comment}/answer", """{"outcome":"dismissed","text":"Số liệu đúng"}""", tag).JsonAsync();
        await office.PutAsync($"{One}/letters/don-1/answer", """{"outcome":"passedOn","text":"Chuyển Thanh tra tỉnh"}""", (string)letter["etag"]!).JsonAsync();
        await office.PutAsync($"{One}/letters/don-2/answer", """{"outcome":"upheld","text":"x"}""", tag).ProblemAsync(404);
        app.SetDay("2026-12-25");
        Assert.Equal("urn:emulation-functions:remark-answered", (string)(await unit.PutAsync(comment, text.Replace("kiểm tra", "xem", StringComparison.Ordinal), (string)answered["etag"]!).ProblemAsync(409))["type"]!);
        app.SetDay("2026-12-28");

        // The council's minutes say how both were dealt with, and not what they say.
        await office.PutAsync("/api/cycles/2026/council/sessions/phien-1", $$$"""
            {"council":"Hội đồng","title":"Phiên họp","day":"2026-12-28","members":[{"id":"chu-tich","post":"Chủ tịch","office":"chair"}],"proposals":[{"number":1,"award":"{{{Award}}}","bloc":"khoi-1","unit":"so-a"}]}
            """).JsonAsync();
        using var minutes = await office.GetAsync(new Uri("/api/cycles/2026/council/sessions/phien-1/papers/minutes/print", UriKind.Relative), Cancellation);
        var printed = System.Net.WebUtility.HtmlDecode(await minutes.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("góp ý của Sở so-c nhận ngày 25/12/2026: không có căn cứ. Số liệu đúng.", printed, StringComparison.Ordinal);
        Assert.Contains("góp ý của công dân nhận ngày 26/12/2026: chuyển cơ quan có thẩm quyền. Chuyển Thanh tra tỉnh.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("ông A", printed, StringComparison.Ordinal);

        Assert.Equal(["$.about", "$.sender", "$.received", "$.text", "$.letter.kind"], faulty.Paths());
        Assert.True((bool)letter["isLate"]!);
        var own = Assert.Single((await unit.ReadAsync($"{One}/comments").JsonAsync())["remarks"]!.AsArray())!;
        Assert.Equal(("so-c", "Số liệu đúng", "2026-12-25", false), ((string)own["unit"]!, (string)own["answer"]!["text"]!, (string)own["received"]!, (bool)own["isLate"]!));
        Assert.Empty((await other.ReadAsync($"{One}/comments").JsonAsync())["remarks"]!.AsArray());
        var first = await office.ReadAsync($"{One}/comments?pageSize=1").JsonAsync();
        var second = await office.ReadAsync($"{One}/comments?pageSize=1&continuation={first["continuation"]}").JsonAsync();
        Assert.Equal(["don-1", "gop-y-1"], new[] { first, second }.SelectMany(page => page["remarks"]!.AsArray()).Select(one => (string)one!["remark"]!));
        Assert.Null(second["continuation"]);
        Assert.Equal((2, 0), ((int)(await office.ReadAsync(One).JsonAsync())["remarks"]!, (int)(await office.ReadAsync(One).JsonAsync())["openRemarks"]!));
        Assert.DoesNotContain("ông A", (await app.Nobody().ReadAsync($"{Public}/dot-1").JsonAsync()).ToJsonString(), StringComparison.Ordinal);
        Assert.All(await TrailAsync(app), entry => Assert.DoesNotContain("ông A", $"{entry.Before} {entry.After}", StringComparison.Ordinal));
    }

    /// <summary>A bloc of three units in 2026, the first two of them nominated, on 10 December.</summary>
    private static async Task<HttpClient> PrepareAsync(EmulationApp app)
    {
        app.SetDay("2026-12-10");
        var office = app.Admin();
        await office.HasUnitsAsync("so-a", "so-b", "so-c");
        await office.PutAsync("/api/cycles/2026", """{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"khoi-1","scheme":null,"stages":[]}]}""").JsonAsync();
        foreach (var unit in new[] { "so-a", "so-b" })
        {
            await office.PutAsync($"/api/cycles/2026/blocs/khoi-1/nominations/{Award}/{unit}", "{}").JsonAsync();
        }

        return office;
    }

    private static JsonObject Body(string from, string until, params (string Unit, string? Achievement)[] proposals) => new()
    {
        ["title"] = "Đề nghị khen thưởng năm 2026",
        ["from"] = from,
        ["until"] = until,
        ["proposals"] = new JsonArray([.. proposals.Select(one => new JsonObject { ["bloc"] = "khoi-1", ["unit"] = one.Unit, ["award"] = Award, ["achievement"] = one.Achievement })]),
    };

    private static async Task<IReadOnlyList<AuditEntry>> TrailAsync(EmulationApp app) =>
        [.. (await app.Services.GetRequiredService<PartitionStore>().ReadAsync(DisclosureTable.AddressOf(2026), AuditRow.All, Cancellation)).Rows.Select(row => AuditRow.From(row).Entry)];
}

using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;
using Roster = EmulationFunctions.Province.Roster;

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
    public async Task Who_has_sent_who_is_missing_and_who_is_late_is_counted_by_calendar_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        await head.DoneAsync(Put(Address(), Asked));
        app.SetDay("2026-07-10", hour: 23, minute: 59);
        await app.SendsAsync("so-c", """{"tasks":["Kịp hạn"]}""");
        var inTime = await head.GetsAsync(Address());
        app.SetDay("2026-07-11", hour: 0, minute: 1);
        await app.SendsAsync("so-d", """{"tasks":["Chậm một phút"]}""");
        app.SetDay("2026-07-13");
        var later = await head.GetsAsync(Address());

        Assert.Equal((0, 0, 1), ((int)inTime["daysLeft"]!, (int)inTime["late"]!, (int)inTime["sent"]!));
        Assert.Equal((-3, 3, 2, 4), ((int)later["daysLeft"]!, (int)later["late"]!, (int)later["sent"]!, (int)later["asked"]!));
        Assert.Equal(
            [("Ban X", "sent", 1), ("Sở A", "missing", 3), ("Sở D", "sent", 0), ("Sở Đ", "missing", 3)],
            later["parts"]!.AsArray().Select(part => ((string)part!["unitName"]!, (string)part["state"]!, (int)part["daysLate"]!)));
        // A unit sees how many there are, and itself.
        var own = await unit.GetsAsync(Address());
        Assert.Equal((4, "so-c"), ((int)own["asked"]!, (string)Assert.Single(own["parts"]!.AsArray())!["unit"]!));
    }

    [Fact]
    public async Task What_an_adopted_report_came_to_stays_when_the_roster_and_the_regulation_change_and_days_go_by()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"results":[{"text":"Đúng hạn."}]}""");
        app.SetDay("2026-07-12");
        var tag = await head.DoneAsync(Post($"{Address()}/merge"));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-12"}""", tag));
        var before = await office.GetsAsync(Address());

        await office.PutAsync("/api/units/so-moi", ReportsOf.Json(new { name = "Sở Mới", kind = "department", functions = Array.Empty<string>(), isCentrallyManaged = false, contacts = Array.Empty<string>(), isPlaceholder = false }), Cancellation).JsonAsync();
        await office.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-01-01", ReportsOf.Json(new { until = (string?)null, decision = (string?)null }), Cancellation).JsonAsync();
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Membership(Bloc, "so-d", new(2010, 1, 1), new(2026, 6, 1), null, null, 0))));
        await head.DoneAsync(Put($"/api/cycles/2026/blocs/{Bloc}/regulation", """{"articles":[],"settings":{"approval":"reportParts"}}"""));
        await head.DoneAsync(Post($"/api/cycles/2026/blocs/{Bloc}/regulation/adoption", """{"day":"2026-07-12"}""", (await head.GetAsync(new Uri($"/api/cycles/2026/blocs/{Bloc}/regulation", UriKind.Relative), Cancellation)).Headers.ETag!.Tag));
        app.SetDay("2026-09-01");
        var after = await office.GetsAsync(Address());

        Assert.Equal((4, 1, 3, false), ((int)before["asked"]!, (int)before["sent"]!, (int)before["late"]!, (bool)before["needsApproval"]!));
        Assert.Equal((before["asked"]!, before["sent"]!, before["late"]!, before["needsApproval"]!).ToString(), (after["asked"]!, after["sent"]!, after["late"]!, after["needsApproval"]!).ToString());
        Assert.Equal(before["parts"]!.ToJsonString(), after["parts"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_a_half_year_those_are_asked_who_belonged_to_the_bloc_at_its_end()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Membership(Bloc, "so-d", new(2010, 1, 1), new(2026, 7, 5), null, null, 0))));
        await office.PutAsync("/api/units/so-moi", ReportsOf.Json(new { name = "Sở Mới", kind = "department", functions = Array.Empty<string>(), isCentrallyManaged = false, contacts = Array.Empty<string>(), isPlaceholder = false }), Cancellation).JsonAsync();
        await office.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-07-01", ReportsOf.Json(new { until = (string?)null, decision = (string?)null }), Cancellation).JsonAsync();
        await head.DoneAsync(Put(Address(), Asked));

        Assert.Equal(["so-a", "so-b", "so-c", "so-d"], (await head.GetsAsync(Address()))["parts"]!.AsArray().Select(part => (string)part!["unit"]!).Order());
    }

    [Fact]
    public async Task The_units_see_the_text_once_it_is_shared_with_them_or_adopted()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-c");
        using var council = app.Holding("Emulation.Council");
        await head.DoneAsync(Put(Address(), Asked));
        var kept = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false)));

        Assert.Null((await unit.GetsAsync(Address()))["draft"]);
        Assert.NotNull((await council.GetsAsync(Address()))["draft"]);
        Assert.Equal(kept, await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false)))); // the same again
        var shared = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: true), kept));
        Assert.Equal(["Một"], (await unit.GetsAsync(Address())).Texts("tasks"));
        var hidden = await head.DoneAsync(Put($"{Address()}/draft", Draft(isShared: false), shared));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"said":"vừa qua"}""", hidden));
        Assert.Equal(["Một"], (await unit.GetsAsync(Address())).Texts("tasks"));
        Assert.Equal("vừa qua", (string)(await unit.GetsAsync(Address()))["adopted"]!["said"]!);

        static string Draft(bool isShared) => $$"""{"isShared":{{(isShared ? "true" : "false")}},"items":[{"chapter":"tasks","text":"Một"{{(isShared ? ",\"number\":1" : "")}}}]}""";
    }

    [Fact]
    public async Task Every_fault_of_what_is_asked_is_named_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);

        var problem = await head.RefusedAsync(400, Put(Address(), """
            {"kind":"yearEnd","title":" ","from":"2025-12-31","until":"2025-12-30","due":"2027-07-01","units":["so-a","so-x","so-a"],
             "sections":[{"code":"cchc","title":"Cải cách"},{"code":"cchc","title":"Lặp"}],
             "questions":[{"code":"cchc","title":"Lặp mục","measure":"hồ sơ"},{"code":"ty-le","title":"Tỷ lệ đúng hạn","measure":"%"}]}
            """));

        Assert.Equal(
            ["$.title", "$.from", "$.until", "$.due", "$.units[1]", "$.units[2]", "$.sections[1].code", "$.questions[0].code", "$.questions[1].isSummed"], problem.Paths());
        using var read = await head.GetAsync(new Uri(Address(), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task Every_fault_of_the_text_is_named_and_nothing_is_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));

        var problem = await head.RefusedAsync(400, Put($"{Address()}/draft", """
            {"presentedBy":"so-x","items":[
              {"chapter":"results","text":"Một","number":7},
              {"chapter":"tasks","text":" ","section":"cchc","causes":["Vì"]},
              {"chapter":"results","text":"Hai","section":"khac"},
              {"chapter":"results","text":"Ba","section":"mo-hinh"}],
             "statistics":[{"question":"mo-hinh","number":1},{"question":"da-giai-quyet","number":1},{"question":"da-giai-quyet","number":null}]}
            """));

        Assert.Equal(
            ["$.presentedBy", "$.items[0].number", "$.items[1].text", "$.items[1].section", "$.items[1].causes", "$.items[2].section", "$.statistics[0].question", "$.statistics[2].question", "$.statistics[2].number"],
            problem.Paths());
        Assert.Null((await head.GetsAsync(Address()))["draft"]);
    }

    [Fact]
    public async Task A_text_as_long_as_a_row_holds_is_kept_and_a_longer_one_is_refused_whole()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));

        var kept = await head.DoneAsync(Put($"{Address()}/draft", Of(105)));
        Assert.Equal("report-too-long", (await head.RefusedAsync(409, Put($"{Address()}/draft", Of(120), kept))).Type());

        Assert.Equal(105, (await head.GetsAsync(Address())).Texts("results").Count());
        await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Reports"), Cancellation);

        static string Of(int items) => new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(1000, items).Select(index => new JsonObject { ["chapter"] = "results", ["text"] = $"{index}{new string('a', 3996)}" })]),
        }.ToJsonString();
    }

    [Fact]
    public async Task What_has_no_text_is_not_adopted_nor_in_the_future_nor_without_a_day_or_word_of_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));

        Assert.Equal("report-empty", (await head.RefusedAsync(409, Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", tag))).Type());
        tag = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một"}]}"""));
        foreach (var body in new[] { """{"day":"2026-07-02"}""", """{"day":"2025-12-31"}""", "{}", """{"day":"2026-07-01","said":"vừa qua"}""" })
        {
            Assert.Equal(["$.day"], (await head.RefusedAsync(400, Post($"{Address()}/adoption", body, tag))).Paths());
        }

        await head.RefusedAsync(428, Post($"{Address()}/adoption", """{"day":"2026-07-01"}"""));
        Assert.Equal("open", (string)(await head.GetsAsync(Address()))["state"]!);
    }

    [Theory]
    [InlineData("thieu", null, 409)] // short of its quorum
    [InlineData("khong-ro", null, 409)] // nobody recorded who was there
    [InlineData("sap-toi", null, 409)] // yet to come
    [InlineData("bac", null, 409)] // its minutes say that it was not carried
    [InlineData("khac", null, 400)] // no such meeting
    [InlineData("so-ket", "2027", 400)] // none of that year
    [InlineData("so-ket", "2028", 400)] // no year of such a meeting
    [InlineData("so-ket", null, 200)]
    public async Task A_meeting_that_was_not_or_was_short_of_its_quorum_adopts_nothing(string meeting, string? year, int status)
    {
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<MeetingLookup>((id, asked, _) => Task.FromResult(
            id.Year == 2026 && asked is "so-ket" or "bac" or "thieu" or "khong-ro" or "sap-toi"
                ? new HeldMeeting(new(2026, 7, asked == "sap-toi" ? 2 : 1), asked == "khong-ro" ? null : asked != "thieu", IsQuorumAsked: true)
                {
                    // Of another report something else was decided.
                    Decisions = [new(DecisionMatter.Report, "bao-cao-khac", asked == "bac"), new(DecisionMatter.Report, "so-ket", asked != "bac")],
                }
                : null)));
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        var tag = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một"}]}"""));

        using var answer = await head.SendAsync(Post($"{Address()}/adoption", $$"""{"day":"2026-07-01","meeting":"{{meeting}}","meetingYear":{{year ?? "null"}}}""", tag), Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? "adopted" : "open", (string)(await head.GetsAsync(Address()))["state"]!);
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
    public async Task What_units_have_answered_keeps_its_place_when_the_request_changes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));
        using var unit = await app.OfficerAsync("so-c");
        await unit.DoneAsync(Put(Part("so-c"), """{"answers":[{"question":"da-giai-quyet","number":5}],"results":[{"text":"Một","section":"cchc"}]}"""));

        foreach (var less in new[]
        {
            Asked.Replace("\"sections\":[{\"code\":\"cchc\"", "\"sections\":[{\"code\":\"khac\"", StringComparison.Ordinal),
            Asked.Replace("\"code\":\"da-giai-quyet\"", "\"code\":\"khac\"", StringComparison.Ordinal),
            Asked.Replace(",\"measure\":\"hồ sơ\"", "", StringComparison.Ordinal),
            Asked.Replace("\"hồ sơ\"", "\"nghìn hồ sơ\"", StringComparison.Ordinal),
            Asked.Replace("\"hồ sơ\"", "\"hồ sơ\",\"isSummed\":false", StringComparison.Ordinal),
            Asked.Replace("\"sections\"", "\"units\":[\"so-d\"],\"sections\"", StringComparison.Ordinal),
        })
        {
            Assert.NotEqual(Asked, less);
            Assert.Equal("part-in-use", (await head.RefusedAsync(409, Put(Address(), less, tag))).Type());
        }

        await head.RefusedAsync(428, Put(Address(), Asked.Replace("07-10", "07-11", StringComparison.Ordinal)));
        await head.DoneAsync(Put(Address(), Asked.Replace("07-10", "07-11", StringComparison.Ordinal), tag));
    }

    [Theory]
    [InlineData("", "")] // taken out
    [InlineData(",{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục hành chính đã giải quyết\"}", "")] // a text is asked for
    [InlineData(",{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục đã giải quyết\",\"measure\":\"nghìn hồ sơ\"}", "da-giai-quyet")] // nobody has counted yet
    public async Task A_number_of_which_the_question_is_gone_is_shown_no_more_and_the_report_is_read_as_ever(string asked, string shown)
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        var merged = await head.DoneAsync(Post($"{Address()}/merge"));

        await head.DoneAsync(Put(
            Address(),
            Asked.Replace("{\"code\":\"da-giai-quyet\",\"title\":\"Thủ tục hành chính đã giải quyết\",\"measure\":\"hồ sơ\"},", "", StringComparison.Ordinal)
                .Replace("\"Mô hình mới\"}", $"\"Mô hình mới\"}}{asked}", StringComparison.Ordinal),
            merged));

        var statistics = (await head.GetsAsync(Address()))["draft"]!["statistics"]!.AsArray();
        Assert.Equal(shown, string.Join(' ', statistics.Select(one => (string)one!["question"]!)));
        await head.DoneAsync(Post($"{Address()}/merge"));
    }

    [Fact]
    public async Task A_report_is_not_adopted_while_a_part_that_came_later_is_not_merged()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"tasks":["Một"]}""");
        var merged = await head.DoneAsync(Post($"{Address()}/merge"));
        await app.SendsAsync("so-d", """{"tasks":["Hai"]}""");
        var edited = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một","number":1},{"chapter":"tasks","text":"Ba"}]}""", merged));

        var refused = await head.RefusedAsync(409, Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", edited));
        var again = await head.DoneAsync(Post($"{Address()}/merge"));
        Assert.Equal(again, await head.DoneAsync(Post($"{Address()}/merge"))); // nothing new
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", again));

        Assert.Equal("parts-not-merged", refused.Type());
        Assert.Contains("'so-d'", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("'so-c'", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["Ba", "Hai", "Một"], (await head.GetsAsync(Address())).Texts("tasks").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_mailed_what_is_entered_of_a_year_that_is_over()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        app.SetDay("2027-06-01");
        using var office = app.Admin();

        await office.DoneAsync(Put(Address(), Asked));

        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Reports"), KeyRange.Prefix(Notices.Prefix), Cancellation);
        Assert.Empty(view.Rows);
    }

    [Fact]
    public async Task Units_are_told_when_they_are_asked_and_when_the_day_moves_and_again_when_their_part_is_returned()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));
        tag = await head.DoneAsync(Put(Address(), Asked.Replace("Gửi kèm", "Gửi cả", StringComparison.Ordinal), tag)); // nothing new to do
        await head.DoneAsync(Put(Address(), Asked.Replace("07-10", "07-15", StringComparison.Ordinal), tag));
        var sent = await app.SendsAsync("so-c", """{"tasks":["Một"]}""");
        await head.DoneAsync(Post($"{Part("so-c")}/return", """{"reason":"Thiếu số liệu"}""", sent));

        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.AddressIn("Reports"), KeyRange.Prefix(Notices.Prefix), Cancellation);
        Assert.Equal(
            [(NoticeKind.ReportsRequested, "so-a so-b so-c so-d"), (NoticeKind.ReportsRequested, "so-a so-b so-c so-d"), (NoticeKind.ReportPartReturned, "so-c")],
            view.Rows.Select(row => Notices.From(view.Address, row)).Select(notice => (notice.Kind!.Value, string.Join(' ', notice.Units))));
    }

    [Fact]
    public async Task What_the_last_adopted_report_leaves_is_there_for_the_next_year_s_plan()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var find = app.Services.GetRequiredService<ReportOutcomeLookup>();
        await head.DoneAsync(Put(Address(), Asked));
        var tag = await head.DoneAsync(Put($"{Address()}/draft", """
            {"items":[{"chapter":"shortcomings","text":"Trụ sở phân tán","causes":["Nhiều nơi làm việc"]},{"chapter":"tasks","text":"Đôn đốc ký kết"},{"chapter":"results","text":"Tốt"}]}
            """));
        Assert.Null(await find(Id, Cancellation));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", tag));

        var left = await find(Id, Cancellation);

        Assert.Equal("so-ket", left!.Report);
        Assert.Equal(("Trụ sở phân tán", "Nhiều nơi làm việc"), (Assert.Single(left.Shortcomings).Text, Assert.Single(left.Shortcomings[0].Causes)));
        Assert.Equal(["Đôn đốc ký kết"], left.Tasks);
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

    [Fact]
    public async Task A_merge_killed_anywhere_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using (var head = await app.OfficerAsync(Head))
        {
            for (var attempt = 1; attempt < 40; attempt++)
            {
                await head.DoneAsync(Put(Address(report: $"bao-cao-{attempt}"), Asked));
                var part = $"{Address(report: $"bao-cao-{attempt}")}/parts/{Head}";
                await head.DoneAsync(Post($"{part}/submission", tag: await head.DoneAsync(Put(part, """{"tasks":["Một"]}"""))));
            }
        }

        await CrashSteps.EachCallAsync(
            app,
            () =>
            {
                var restarted = new EmulationApp(azurite, issuer, app.Account);
                restarted.Clock.Now = app.Clock.Now;
                return restarted;
            },
            another => another.OfficerAsync(Head),
            (_, attempt) => Task.FromResult(Post($"{Address(report: $"bao-cao-{attempt}")}/merge")),
            async (client, attempt) => (await client.GetsAsync(Address(report: $"bao-cao-{attempt}")))["draft"] is not null,
            Id.AddressIn("Reports"));
    }

    [Fact]
    public async Task The_units_are_reminded_of_what_they_have_not_sent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"tasks":["Một"]}""");

        var year = await head.GetsAsync($"/api/cycles/2026/blocs/{Bloc}/year");

        var work = Assert.Single(year["work"]!.AsArray(), one => ((string)one!["what"]!).StartsWith("gửi báo cáo sơ kết", StringComparison.Ordinal))!;
        Assert.Equal((4, 1, "2026-07-10"), ((int)work["total"]!, (int)work["done"]!, (string)work["due"]!));
        Assert.DoesNotContain("so-c", work["missing"]!.AsArray().Select(unit => (string)unit!["unit"]!));
    }
}

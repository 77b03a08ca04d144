using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Meetings;
using static EmulationFunctions.Tests.Year.Meetings.MeetingsOf;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>A bloc plans a meeting, says what is known of it and no more, and finds it again.</summary>
public sealed class MeetingTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_deputy_plans_a_meeting_and_every_member_reads_all_that_was_said_of_it()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var deputy = await app.OfficerAsync("so-1");
        using var member = await app.OfficerAsync("so-7");

        var (_, tag) = await deputy.PutAsync(First, Meeting());
        var (_, again) = await deputy.PutAsync(First, Meeting());
        var view = await member.GetsAsync();

        Assert.Equal(tag, again); // the same: nothing changes, and no If-Match is asked for
        Assert.Equal(("so-ket", "open", "so-1", "Đơn vị so-1", "both"), ((string)view["meeting"]!, (string)view["state"]!, (string)view["host"]!, (string)view["hostName"]!, (string)view["mode"]!));
        Assert.Equal(["halfYear"], view["kinds"]!.AsArray().Select(kind => (string)kind!));
        Assert.Equal(("2026-07-20", "14:00", "16:30", null), ((string)view["when"]!["day"]!, (string)view["when"]!["from"]!, (string)view["when"]!["to"]!, (string?)view["when"]!["said"]));
        Assert.Equal((2026, null, null), ((int)view["years"]!["reviewed"]!, (int?)view["years"]!["pact"], (int?)view["years"]!["plan"]));
        Assert.Equal(["so-0 head Ông A, Giám đốc", "so-1 deputy Bà B, Quyền Giám đốc"], view["chairs"]!.AsArray().Select(chair => $"{chair!["unit"]} {chair["as"]} {chair["name"]}, {chair["post"]}"));
        Assert.Equal((null, "Phó Chủ tịch Thường trực"), ((string?)view["guests"]![0]!["name"], (string)view["guests"]![0]!["post"]!));
        Assert.Equal(("14:15", "so-1"), ((string)view["agenda"]![0]!["at"]!, (string)view["agenda"]![0]!["unit"]!));
        Assert.Null(view["attendance"]);
        Assert.Null(view["minutes"]);
        Assert.Equal("notKnown", (string)view["quorum"]!["state"]!);
        Assert.Empty(view["warnings"]!.AsArray());
        Assert.Equal(["$.attendance", "$.minutes"], view.Gaps());
        Assert.Equal(1, await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn(MeetingTable.Table), Cancellation));
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");

        var rules = await head.RefusedAsync(400, HttpMethod.Put, First, JsonNode.Parse("""
            {"kinds":["halfYear","halfYear"],"title":"  ","when":{"day":"2025-11-30","from":"14:00","to":"14:00"},"host":"so-x","mode":"inRoom","place":" ","link":"https://a.example.vn",
             "agenda":[{"text":" ","unit":"so-y"}],"chairs":[{"unit":"so-z"},{"unit":"so-0"},{"unit":"so-0"}],"guests":[{"body":" "}],"secretary":{"unit":"so-w"},"photographs":[{"caption":" "}]}
            """)!);
        var noDay = await head.RefusedAsync(400, HttpMethod.Put, First, JsonNode.Parse("""{"kinds":["launch"],"title":"Họp","when":{},"link":"http://a.example.vn"}""")!);
        var form = await head.RefusedAsync(400, HttpMethod.Put, First, JsonNode.Parse("""{"kinds":[],"title":"","when":{"day":"20/7","from":"25:00","to":"9:00"},"years":{"pact":19},"mode":"hall","more":1}""")!);

        Assert.Equal(
            [
                "$.agenda[0].text", "$.agenda[0].unit", "$.chairs[0].unit", "$.chairs[2]", "$.guests[0].body", "$.host", "$.kinds[1]", "$.link", "$.photographs[0].caption", "$.place",
                "$.secretary.unit", "$.title", "$.when.day", "$.when.to",
            ],
            rules.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.when", "$.link"], noDay.Paths());
        Assert.Equal(["$.kinds", "$.mode", "$.more", "$.title", "$.when.day", "$.when.from", "$.when.to", "$.years.pact"], form.Paths().Distinct().Order(StringComparer.Ordinal));
        Assert.Empty((await head.GetsAsync(All))["meetings"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_overwrites_what_he_has_not_read()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");

        await head.RefusedAsync(412, HttpMethod.Put, First, Meeting(), "\"1\""); // there is nothing yet
        var (_, tag) = await head.PutAsync(First, Meeting());
        await head.RefusedAsync(428, HttpMethod.Put, First, Meeting("2026-07-21"));
        await head.RefusedAsync(412, HttpMethod.Put, First, Meeting("2026-07-21"), "\"77\"");
        await head.PutAsync(First, Meeting("2026-07-21"), tag);

        Assert.Equal("2026-07-21", (string)(await head.GetsAsync())["when"]!["day"]!);
        await head.GetAsync(new Uri($"{All}/khong-co", UriKind.Relative), Cancellation).ProblemAsync(404);
        using var admin = app.Admin();
        await admin.RefusedAsync(404, HttpMethod.Put, First.Replace("/2026/", "/2025/", StringComparison.Ordinal), Meeting());
        await admin.RefusedAsync(404, HttpMethod.Put, First.Replace("khoi-5", "khoi-6", StringComparison.Ordinal), Meeting());
    }

    [Fact]
    public async Task Meetings_are_listed_in_pages()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        foreach (var id in new[] { "a", "a-1", "b" })
        {
            await head.PutAsync($"{All}/{id}", Meeting());
            await head.PutAsync($"{All}/{id}/conclusions/1", Conclusion());
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await head.GetsAsync($"{All}?pageSize=1{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.AddRange(page["meetings"]!.AsArray().Select(one => (string)one!["meeting"]!));
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);

        Assert.Equal(["a", "a-1", "b"], seen.Order(StringComparer.Ordinal));
        Assert.Equal(3, seen.Count);
        Assert.Equal(["continuation"], (await head.GetAsync(new Uri($"{All}?continuation=B", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task The_trail_holds_no_name_of_a_person_and_shows_that_one_was_changed()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        var (_, tag) = await head.PutAsync(First, Meeting());
        var changed = Meeting();
        changed["chairs"]![0]!["name"] = "Ông D";
        (_, tag) = await head.PutAsync(First, changed, tag);
        await head.PutAsync($"{First}/minutes", Minutes(), tag);

        var trail = (await app.RowsAsync(AuditRow.All)).Select(AuditRow.From).Select(row => (row.Entry.Action, Text: $"{row.Entry.Before}{row.Entry.After}")).ToList();

        Assert.Equal(["PutMeeting", "PutMeeting", "PutMinutes"], trail.Select(row => row.Action));
        Assert.All(["Ông A", "Bà B", "Ông C", "Ông D", "Phó Chủ tịch", "phát biểu", "đúng thành tích"], name =>
            Assert.All(trail, row => Assert.DoesNotContain(name, row.Text, StringComparison.Ordinal)));
        var prints = trail.Take(2).Select(row => JsonNode.Parse(row.Text[row.Text.LastIndexOf("{\"kinds\"", StringComparison.Ordinal)..])!["chairs"]!.AsArray()).ToList();
        Assert.NotEqual((string)prints[0][0]!["person"]!, (string)prints[1][0]!["person"]!);
        Assert.Equal((string)prints[0][1]!["person"]!, (string)prints[1][1]!["person"]!); // who is named as before keeps the print
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_stays_with_its_reason_and_nothing_is_written_down_of_it()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());

        Assert.Equal(["$.reason"], (await head.RefusedAsync(400, HttpMethod.Post, $"{First}/cancellation", JsonNode.Parse("""{"reason":"  "}""")!)).Paths());
        var (_, cancelled) = await head.PostAsync($"{First}/cancellation", JsonNode.Parse("""{"reason":"Bão số 5."}""")!);
        var (view, again) = await head.PostAsync($"{First}/cancellation", JsonNode.Parse("""{"reason":"Bão số 5."}""")!);

        Assert.Equal(cancelled, again);
        Assert.Equal(("cancelled", "Bão số 5.", "2026-07-20"), ((string)view["state"]!, (string)view["cancellation"]!["reason"]!, (string)view["cancellation"]!["on"]!));
        Assert.Empty(view.Gaps());
        foreach (var (method, address, body) in new[]
        {
            (HttpMethod.Put, First, Meeting("2026-07-19")), (HttpMethod.Put, $"{First}/attendance", There(8)), (HttpMethod.Put, $"{First}/minutes", Minutes()),
            (HttpMethod.Put, $"{First}/conclusions/1", Conclusion()), (HttpMethod.Post, $"{First}/invitation", []), (HttpMethod.Post, $"{First}/cancellation", new JsonObject { ["reason"] = "Khác." }),
            (HttpMethod.Post, $"{First}/minutes/adoption", new JsonObject { ["on"] = "2026-07-20" }),
        })
        {
            Assert.Equal("meeting-cancelled", (await head.RefusedAsync(409, method, address, body, method == HttpMethod.Put ? cancelled : null)).Rule());
        }
    }

    [Fact]
    public async Task A_meeting_that_was_held_is_not_called_off()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/attendance", There(8));

        Assert.Equal("meeting-was-held", (await head.RefusedAsync(409, HttpMethod.Post, $"{First}/cancellation", JsonNode.Parse("""{"reason":"Bão số 5."}""")!)).Rule());
    }

    [Fact]
    public async Task Who_may_be_named_where_the_members_are_not_known_is_any_unit_there_is()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        await app.HasYearAsync(2025, "khoi-khong-ro", null);
        using var admin = app.Admin();
        var body = Meeting("2025-12-26", "Hội nghị tổng kết năm 2025");
        body["years"]!["reviewed"] = 2025;
        const string Address = "/api/cycles/2025/blocs/khoi-khong-ro/meetings/tong-ket";

        await admin.PutAsync(Address, body);
        body["host"] = "so-khong-co";
        Assert.Equal(["$.host"], (await admin.RefusedAsync(400, HttpMethod.Put, Address.Replace("tong-ket", "khac", StringComparison.Ordinal), body)).Paths());
    }

    [Fact]
    public async Task A_meeting_killed_anywhere_is_there_whole_or_not_at_all_and_so_is_its_invitation()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        EmulationApp Restart() => App(azurite, issuer, account: app.Account);

        await CrashSteps.EachCallAsync(
            app,
            Restart,
            another => another.OfficerAsync("so-0"),
            (_, attempt) => Task.FromResult(Ask(HttpMethod.Put, $"{All}/lan-{attempt}", Meeting("2026-07-25"))),
            IsThereAsync,
            Id.AddressIn(MeetingTable.Table));
        await CrashSteps.EachCallAsync(
            app,
            Restart,
            another => another.OfficerAsync("so-0"),
            async (client, attempt) =>
            {
                using var planned = await client.SendAsync(Ask(HttpMethod.Put, $"{All}/moi-{attempt}", Meeting("2026-07-25")), Cancellation);
                Assert.True(planned.IsSuccessStatusCode || planned.StatusCode == HttpStatusCode.PreconditionRequired);
                return Ask(HttpMethod.Post, $"{All}/moi-{attempt}/invitation", new JsonObject());
            },
            async (client, attempt) =>
            {
                var isInvited = (await client.GetsAsync($"{All}/moi-{attempt}"))["invitation"] is not null;
                var notices = (await app.MeetingNoticesAsync()).Where(notice => notice.Subject.EndsWith($" moi-{attempt}", StringComparison.Ordinal)).ToList();
                Assert.Equal(isInvited ? [NoticeKind.MeetingInvited] : [], notices.Select(notice => notice.Kind!.Value));
                return isInvited;
            },
            Id.AddressIn(MeetingTable.Table));

        async Task<bool> IsThereAsync(HttpClient client, int attempt)
        {
            using var answer = await client.GetAsync(new Uri($"{All}/lan-{attempt}", UriKind.Relative), Cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
    }
}

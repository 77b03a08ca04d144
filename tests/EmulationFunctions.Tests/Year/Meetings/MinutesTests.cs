using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Meetings.MeetingsOf;
using Roster = EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>Who was there, what was decided, what is to be done; and what minutes say once they are adopted.</summary>
public sealed partial class MinutesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Adoption = $"{First}/minutes/adoption";

    private static readonly RegulationSettings TwoThirds = new(Quorum: new(2, 3), Voters: Voters.Members, Threshold: new(1, 2, Above: true), Base: VoteBase.AllVoters);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_8_of_10_there_the_minutes_are_adopted_and_then_nothing_changes_but_conclusions_and_photographs()
    {
        await using var app = App(azurite, issuer, TwoThirds);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/attendance", There(8));
        await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 6, 1, 1), Decision(2, 5, 3, isAdopted: false)));
        var (_, tag) = await head.PutAsync($"{First}/conclusions/1", Conclusion(owners: ["so-2", "so-3"]));

        await head.RefusedAsync(428, HttpMethod.Post, Adoption, On("2026-07-20"));
        await head.RefusedAsync(412, HttpMethod.Post, Adoption, On("2026-07-20"), "\"1\"");
        Assert.Equal(["$.on"], (await head.RefusedAsync(400, HttpMethod.Post, Adoption, On("2026-07-21"), tag)).Paths());
        var (view, adopted) = await head.PostAsync(Adoption, On("2026-07-20"), tag);

        Assert.Equal(("adopted", "2026-07-20", "reached", 8, 10), ((string)view["state"]!, (string)view["adopted"]!["on"]!, (string)view["adopted"]!["quorum"]!, (int)view["adopted"]!["present"]!, (int)view["adopted"]!["members"]!));
        Assert.Equal((8, 10, 2, 7), ((int)view["attendance"]!["present"]!, (int)view["attendance"]!["members"]!, (int)view["attendance"]!["guests"]!, (int)view["quorum"]!["needed"]!));
        Assert.Equal([true, false], view["minutes"]!["decisions"]!.AsArray().Select(one => (bool)one!["isAdopted"]!));
        Assert.Empty(view.Gaps());
        Assert.Equal(adopted, (await head.PostAsync(Adoption, On("2026-07-20"))).Tag); // again
        foreach (var (method, address, body) in new[]
        {
            (HttpMethod.Put, First, Meeting(title: "Hội nghị khác")), (HttpMethod.Put, $"{First}/attendance", There(9)), (HttpMethod.Put, $"{First}/minutes", Minutes()),
            (HttpMethod.Put, $"{First}/conclusions/1", Conclusion("Khác")), (HttpMethod.Put, $"{First}/conclusions/2", Conclusion()), (HttpMethod.Post, Adoption, On("2026-07-19")),
            (HttpMethod.Post, $"{First}/invitation", new JsonObject()), (HttpMethod.Post, $"{First}/cancellation", new JsonObject { ["reason"] = "Bão." }),
        })
        {
            Assert.Equal("minutes-adopted", (await head.RefusedAsync(409, method, address, body, adopted)).Rule());
        }

        var pictured = Meeting();
        pictured["photographs"]!.AsArray().Add(new JsonObject { ["caption"] = "Quang cảnh hội nghị" });
        await head.PutAsync(First, pictured, adopted);
        await head.PostAsync($"{First}/conclusions/1/closing", Closed("2026-07-20"));
        var told = Assert.Single(await app.MeetingNoticesAsync());
        Assert.Equal((NoticeKind.ConclusionsAssigned, "so-2 so-3"), (told.Kind!.Value, string.Join(' ', told.Units)));
        Assert.Equal(7, await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn(MeetingTable.Table), Cancellation));
    }

    [Fact]
    public async Task A_meeting_without_quorum_adopts_nothing()
    {
        await using var app = App(azurite, issuer, TwoThirds);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        var (_, tag) = await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 6)));

        var unknown = await head.RefusedAsync(409, HttpMethod.Post, Adoption, On("2026-07-20"), tag);
        (_, tag) = await head.PutAsync($"{First}/attendance", There(6));
        var missed = await head.RefusedAsync(409, HttpMethod.Post, Adoption, On("2026-07-20"), tag);
        var carried = await head.RefusedAsync(409, HttpMethod.Put, $"{First}/minutes", Minutes(Decision(1, 6), Decision(2, 6)), tag);
        var (view, _) = await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 6, isAdopted: false)), tag);

        Assert.Equal(("attendance-not-recorded", "no-quorum", "no-quorum"), (unknown.Rule(), missed.Rule(), carried.Rule()));
        Assert.Equal(("missed", 7, "Không đủ số thành viên dự họp: 6/10, cần ít nhất 7."), ((string)view["quorum"]!["state"]!, (int)view["quorum"]!["needed"]!, (string)view["quorum"]!["detail"]!));
        Assert.Equal("open", (string)view["state"]!);
    }

    [Fact]
    public async Task Without_a_regulation_whether_they_were_enough_is_not_known_and_minutes_are_adopted_with_their_gaps()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, JsonNode.Parse("""{"kinds":["halfYear"],"title":"Họp","when":{"said":"Vừa qua"}}""")!);
        Assert.Equal("no-minutes", (await head.RefusedAsync(409, HttpMethod.Post, Adoption, On("2026-07-20"), "\"1\"")).Rule());
        var (_, tag) = await head.PutAsync($"{First}/minutes", JsonNode.Parse("""{"decisions":[{"number":1,"about":"plan","text":"Thông qua kế hoạch","said":"nhất trí cao"}]}""")!);

        var (view, _) = await head.PostAsync(Adoption, On("2026-07-20"), tag);

        Assert.Equal("notKnown", (string)view["adopted"]!["quorum"]!);
        Assert.Null(view["adopted"]!["present"]);
        Assert.Equal(
            [
                "$.when.day", "$.host", "$.mode", "$.place", "$.chairs", "$.secretary", "$.attendance", "$.minutes.began", "$.minutes.ended", "$.minutes.proceedings",
                "$.minutes.decisions[0].vote", "$.minutes.decisions[0].isAdopted",
            ],
            view.Gaps());
    }

    [Fact]
    public async Task Attendance_is_of_members_of_the_day_each_once_and_adds_up()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());

        var strange = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", JsonNode.Parse("""
            {"units":[{"unit":"so-la","state":"present"},{"unit":"so-1","state":"present"},{"unit":"so-1","state":"absent"},{"unit":"so-2","state":"absent","way":"room"}],"present":1}
            """)!);
        var tooMany = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", JsonNode.Parse("""{"present":11}""")!);
        var tooFew = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", JsonNode.Parse("""{"units":[{"unit":"so-1","state":"present"}],"present":0}""")!);
        var listed = There(8);
        listed["present"] = 9;
        var other = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", listed);
        var (view, _) = await head.PutAsync($"{First}/attendance", JsonNode.Parse("""{"units":[{"unit":"so-1","state":"substitute","way":"online"}],"present":8}""")!);

        Assert.Equal(["$.units[0].unit", "$.units[2].unit", "$.units[3].way"], strange.Paths().Order(StringComparer.Ordinal).Where(path => path != "$.present"));
        Assert.Equal(["$.present"], tooMany.Paths());
        Assert.Equal(["$.present"], tooFew.Paths());
        Assert.Equal(["$.present"], other.Paths());
        Assert.Equal((8, 10), ((int)view["attendance"]!["present"]!, (int)view["attendance"]!["members"]!)); // 8 of 10 as it was said
        Assert.Equal(9, view.Gaps().Count(path => path == "$.attendance.units"));
        Assert.Contains("$.attendance.guests", view.Gaps());
    }

    [Fact]
    public async Task A_meeting_in_one_room_has_nobody_online_and_one_to_come_has_no_attendance()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        var room = Meeting("2026-07-21");
        (room["mode"], room["link"]) = ("inRoom", null);
        var (_, tag) = await head.PutAsync(First, room);

        Assert.Equal("meeting-not-held", (await head.RefusedAsync(409, HttpMethod.Put, $"{First}/attendance", There(8))).Rule());
        Assert.Equal("meeting-not-held", (await head.RefusedAsync(409, HttpMethod.Put, $"{First}/minutes", Minutes())).Rule());
        Assert.Equal("meeting-not-held", (await head.RefusedAsync(409, HttpMethod.Post, Adoption, On("2026-07-21"), tag)).Rule());
        Assert.Equal("meeting-not-held", (await head.RefusedAsync(409, HttpMethod.Put, $"{First}/conclusions/1", Conclusion())).Rule());
        app.SetDay("2026-07-21");
        await head.PutAsync($"{First}/conclusions/1", Conclusion());
        Assert.Equal(["$.units[0].way"], (await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", JsonNode.Parse("""{"units":[{"unit":"so-1","state":"present","way":"online"}]}""")!)).Paths());
        await head.PutAsync($"{First}/attendance", There(8));
    }

    [Fact]
    public async Task Votes_are_counts_of_members_who_were_there_guests_never_count()
    {
        await using var app = App(azurite, issuer, TwoThirds);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/attendance", There(8, guests: 3));

        var faults = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/minutes", Minutes(Decision(1, 9), Decision(1, 5), Decision(3, 5, 3)));
        var (view, _) = await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 6, 1), Decision(2, null)));

        Assert.Equal(["$.decisions[0].vote", "$.decisions[1].isAdopted", "$.decisions[1].number", "$.decisions[2].isAdopted"], faults.Paths().Order(StringComparer.Ordinal));
        var warning = Assert.Single(view["warnings"]!.AsArray())!;
        Assert.Equal(("$.minutes.decisions[0].vote", "Chỉ có 7 phiếu, trong khi 8 thành viên dự họp có quyền biểu quyết."), ((string)warning["path"]!, (string)warning["detail"]!));
        Assert.Equal(["$.minutes.decisions[1].vote"], view.Gaps());
    }

    [Fact]
    public async Task A_conclusion_is_chased_until_it_is_closed_and_closed_once()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        using var owner = await app.OfficerAsync("so-2");
        using var other = await app.OfficerAsync("so-4");
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/conclusions/1", Conclusion(owners: ["so-3", "so-2"]));
        await head.PutAsync($"{First}/conclusions/2", Conclusion("Rà soát quy trình bình xét", null, "so-1"));
        app.SetDay("2026-10-01");

        var due = await DutiesAsync(app);
        await owner.PutAsync($"{First}/conclusions/1/reports/so-2", new JsonObject { ["text"] = "Đã tổ chức hội thi." });
        await owner.RefusedAsync(403, HttpMethod.Put, $"{First}/conclusions/1/reports/so-3", new JsonObject { ["text"] = "Đã tổ chức hội thi." });
        await other.RefusedAsync(404, HttpMethod.Put, $"{First}/conclusions/1/reports/so-4", new JsonObject { ["text"] = "Đã tổ chức hội thi." });
        await owner.RefusedAsync(403, HttpMethod.Post, $"{First}/conclusions/1/closing", Closed());
        Assert.Equal(["$.on"], (await head.RefusedAsync(400, HttpMethod.Post, $"{First}/conclusions/1/closing", Closed("2026-10-02"))).Paths());
        Assert.Equal(["$.result"], (await head.RefusedAsync(400, HttpMethod.Post, $"{First}/conclusions/1/closing", Closed(result: " "))).Paths());
        await head.RefusedAsync(404, HttpMethod.Post, $"{First}/conclusions/3/closing", Closed());
        await head.RefusedAsync(404, HttpMethod.Post, $"{First}/conclusions/a/closing", Closed());
        var overdue = (await owner.GetsAsync($"{BlocYear}/conclusions?state=open"))["conclusions"]!.AsArray();
        var (_, closed) = await head.PostAsync($"{First}/conclusions/1/closing", Closed());
        var (_, again) = await head.PostAsync($"{First}/conclusions/1/closing", Closed());
        var twice = await head.RefusedAsync(409, HttpMethod.Post, $"{First}/conclusions/1/closing", Closed(result: "Làm khác."));
        var late = await owner.RefusedAsync(409, HttpMethod.Put, $"{First}/conclusions/1/reports/so-2", new JsonObject { ["text"] = "Khác." });
        var view = await owner.GetsAsync();

        Assert.Equal(
            [("so-2", new DateOnly(2026, 9, 30), false), ("so-3", new DateOnly(2026, 9, 30), false), ("so-1", (DateOnly?)null, true)],
            due.Select(duty => (duty.Unit!, duty.Due, duty.IsUndated)));
        Assert.All(due, duty => Assert.True(duty is { IsChased: true, IsDone: false }));
        Assert.Equal([true, false], overdue.Select(one => (bool)one!["isOverdue"]!));
        Assert.Equal(closed, again);
        Assert.Equal(("conclusion-closed", "conclusion-closed"), (twice.Rule(), late.Rule()));
        var first = view["conclusions"]![0]!;
        Assert.Equal(("done", "Đã thực hiện.", "2026-09-30", false), ((string)first["outcome"]!, (string)first["result"]!, (string)first["closedOn"]!, (bool)first["isOverdue"]!));
        Assert.Equal(("so-2", "Đã tổ chức hội thi.", "2026-10-01"), ((string)first["reports"]![0]!["unit"]!, (string)first["reports"]![0]!["text"]!, (string)first["reports"]![0]!["on"]!));
        Assert.Contains("$.conclusions[1].due", view.Gaps());
        Assert.Equal(["so-1"], (await DutiesAsync(app)).Select(duty => duty.Unit));
        // What is still open is there for next year's plan.
        var open = Assert.Single(await app.Services.GetRequiredService<OpenConclusions>()(Id, Cancellation));
        Assert.Equal(("so-ket", 2, "Rà soát quy trình bình xét", "so-1", null), (open.Meeting, open.Number, open.Text, Assert.Single(open.Owners), open.Due));
        // Once the year is over only the office says what came of it.
        app.SetDay("2027-06-01");
        using var third = await app.OfficerAsync("so-1");
        using var office = app.Admin();
        var over = await third.RefusedAsync(409, HttpMethod.Put, $"{First}/conclusions/2/reports/so-1", new JsonObject { ["text"] = "Đã rà soát." });
        await office.PutAsync($"{First}/conclusions/2/reports/so-1", new JsonObject { ["text"] = "Đã rà soát." });
        Assert.Equal("year-over", over.Rule());
    }

    [Fact]
    public async Task Conclusions_are_named_with_their_faults_and_listed_in_pages()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());

        var faults = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/conclusions/1", Conclusion(" ", "2026-07-19", "so-la", "so-1", "so-1"));
        await head.RefusedAsync(404, HttpMethod.Put, $"{First}/conclusions/100", Conclusion());
        await head.RefusedAsync(404, HttpMethod.Put, $"{All}/khong-co/conclusions/1", Conclusion());
        await head.PutAsync($"{First}/conclusions/1", Conclusion());
        await head.RefusedAsync(428, HttpMethod.Put, $"{First}/conclusions/1", Conclusion("Khác"));
        await head.PutAsync($"{First}/conclusions/2", Conclusion());
        await head.PostAsync($"{First}/conclusions/1/closing", Closed("2026-07-20"));
        var first = await head.GetsAsync($"{BlocYear}/conclusions?pageSize=1");
        var second = await head.GetsAsync($"{BlocYear}/conclusions?pageSize=1&continuation={first["continuation"]}");

        Assert.Equal(["$.text", "$.owners[0]", "$.owners[2]", "$.due"], faults.Paths());
        Assert.Equal((1, "so-ket.1"), ((int)first["conclusions"]![0]!["number"]!, (string)first["continuation"]!));
        Assert.Equal((2, null), ((int)second["conclusions"]![0]!["number"]!, (string?)second["continuation"]));
        Assert.Equal([1], (await head.GetsAsync($"{BlocYear}/conclusions?state=closed"))["conclusions"]!.AsArray().Select(one => (int)one!["number"]!));
        Assert.Equal(["state"], (await head.GetAsync(new Uri($"{BlocYear}/conclusions?state=x", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
        Assert.Equal(["continuation"], (await head.GetAsync(new Uri($"{BlocYear}/conclusions?continuation=x", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task What_other_rooms_adopt_at_a_meeting_needs_its_attendance_where_a_quorum_is_asked_for_and_adopted_minutes_keep_theirs()
    {
        RegulationSettings? settled = TwoThirds;
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<AdoptedRegulation>((_, _) => Task.FromResult(new RegulationHistory(settled is null ? [] : [new(null, settled)]))));
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        var find = app.Services.GetRequiredService<MeetingLookup>();
        await head.PutAsync(First, Meeting());

        var asked = (await find(Id, "so-ket", Cancellation))!;
        settled = null;
        var (_, tag) = await head.PutAsync($"{First}/minutes", Minutes());
        await head.PostAsync(Adoption, On("2026-07-20"), tag);
        settled = TwoThirds; // a regulation that came later
        var kept = (await find(Id, "so-ket", Cancellation))!;

        Assert.Equal((null, true), (asked.HadQuorum, asked.IsQuorumAsked));
        Assert.Equal((null, false), (kept.HadQuorum, kept.IsQuorumAsked));
        Assert.Equal("attendance-not-recorded", Assert.Throws<Refusal>(() => asked.DemandToAdopt("so-ket", DecisionMatter.Report, null, new(2026, 7, 20))).Type);
        Assert.Equal("meeting-not-held", Assert.Throws<Refusal>(() => kept.DemandToAdopt("so-ket", DecisionMatter.Report, null, new(2026, 7, 19))).Type);
        kept.DemandToAdopt("so-ket", DecisionMatter.Report, null, new(2026, 7, 20));
    }

    [Fact]
    public async Task A_meeting_is_held_to_the_regulation_and_the_leaders_of_its_day_whatever_came_later()
    {
        var history = new RegulationHistory([new(new(2026, 1, 10), new(Voters: Voters.MembersWithoutHead)), new(new(2026, 7, 21), TwoThirds)]);
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<AdoptedRegulation>((_, _) => Task.FromResult(history)));
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        using var office = app.Admin();
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/attendance", There(4));
        app.SetDay("2026-08-02");
        // Since then another unit leads the bloc.
        await app.HasTermAsync(new(Bloc, 2026, "so-0", "so-1", null, false, false, 0) { Until = new(2026, 7, 31) });
        await app.HasTermAsync(new(Bloc, 2026, "so-9", "so-1", null, false, false, 0) { From = new(2026, 8, 1), IsLater = true });

        // Three of the four vote: the head of that day does not; and no quorum was asked for then.
        var four = await office.RefusedAsync(400, HttpMethod.Put, $"{First}/minutes", Minutes(Decision(1, 4)));
        var (put, tag) = await office.PutAsync($"{First}/minutes", Minutes(Decision(1, 3)));
        var (adopted, _) = await office.PostAsync(Adoption, On("2026-07-20"), tag);

        Assert.Equal(["$.decisions[0].vote"], four.Paths());
        Assert.Empty(put["warnings"]!.AsArray());
        Assert.Equal(("notKnown", 4, 10), ((string)adopted["quorum"]!["state"]!, (int)adopted["attendance"]!["present"]!, (int)adopted["attendance"]!["members"]!));
    }

    [Fact]
    public async Task The_quorum_of_adopted_minutes_stays_when_the_roster_changes()
    {
        await using var app = App(azurite, issuer, TwoThirds);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        using var office = app.Admin();
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/attendance", There(7));
        var (_, tag) = await head.PutAsync($"{First}/minutes", Minutes());
        await head.PostAsync(Adoption, On("2026-07-20"), tag);

        await office.PutAsync("/api/units/so-moi", JsonNode.Parse("""{"name":"Sở Mới","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}""")!);
        await office.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-01-01", JsonNode.Parse("{}")!);
        var view = await head.GetsAsync();

        Assert.Equal(("reached", 7, 10, 7), ((string)view["quorum"]!["state"]!, (int)view["attendance"]!["present"]!, (int)view["attendance"]!["members"]!, (int)view["quorum"]!["needed"]!));
    }

    [Fact]
    public async Task Of_a_bloc_of_ten_of_which_three_are_listed_two_are_no_quorum_and_the_count_is_what_was_said()
    {
        await using var app = App(azurite, issuer, TwoThirds);
        await app.HasYearAsync(2026, Bloc, new(Bloc, 2026, "so-0", "so-1", null, false, false, 0), Ten[..3]);
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Bloc(Bloc, "Khối 5", Roster.BlocKind.Bloc, Roster.BlocLevel.Province, 10, 0))));
        app.SetDay("2026-07-20");
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        var listed = JsonNode.Parse("""{"units":[{"unit":"so-0","state":"present"},{"unit":"so-1","state":"present"},{"unit":"so-2","state":"absent"}],"guests":0}""")!;

        var (unsaid, tag) = await head.PutAsync($"{First}/attendance", listed);
        listed["present"] = 11;
        var tooMany = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", listed, tag);
        listed["present"] = 6;
        (var missed, tag) = await head.PutAsync($"{First}/attendance", listed, tag);
        listed["present"] = 8;
        var (reached, _) = await head.PutAsync($"{First}/attendance", listed, tag);
        var votes = await head.RefusedAsync(400, HttpMethod.Put, $"{First}/minutes", Minutes(Decision(1, 9)));
        await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 8)));

        Assert.Equal(("notKnown", "missed", "reached"), ((string)unsaid["quorum"]!["state"]!, (string)missed["quorum"]!["state"]!, (string)reached["quorum"]!["state"]!));
        Assert.Contains("$.attendance.present", unsaid.Gaps());
        Assert.Equal(["$.present"], tooMany.Paths());
        Assert.Equal((8, 10), ((int)reached["attendance"]!["present"]!, (int)reached["attendance"]!["members"]!));
        Assert.Equal(["$.decisions[0].vote"], votes.Paths());
    }

    [Fact]
    public async Task Votes_that_are_written_down_are_never_more_than_who_was_there_whichever_comes_first()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var head = await app.OfficerAsync("so-0");
        await head.PutAsync(First, Meeting());
        await head.PutAsync($"{First}/minutes", Minutes(Decision(1, 8, 1)));

        var refused = await head.RefusedAsync(409, HttpMethod.Put, $"{First}/attendance", There(7));
        var untouched = await head.GetsAsync();
        await head.PutAsync($"{First}/attendance", There(9));

        Assert.Equal("votes-do-not-fit", refused.Rule());
        Assert.Contains("9 nhiều hơn 7", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Null(untouched["attendance"]);
    }

    [Fact]
    public async Task In_whose_words_a_conclusion_or_an_instruction_is_is_not_in_the_trail_and_is_erased_with_the_people()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var admin = app.Admin();
        await admin.PutAsync(First, Meeting());
        await admin.PutAsync($"{First}/minutes", Minutes());
        var named = Conclusion();
        named["source"] = "Kết luận của Ông A";
        var (_, tag) = await admin.PutAsync($"{First}/conclusions/1", named);
        named["source"] = "Kết luận của Bà B";
        await admin.PutAsync($"{First}/conclusions/1", named, tag);
        var trail = (await app.RowsAsync(AuditRow.All)).Select(AuditRow.From).Where(row => row.Entry.Action == "RecordConclusion").ToList();
        var erasure = new JsonObject { ["confirmation"] = Bloc, ["reason"] = "Hết thời hạn lưu." };

        var persons = (await app.RowsAsync(KeyRange.Prefix("meeting|"))).Single(row => row.GetString("Part") == "meeting");
        string[] salts = [persons.GetString("Salt")!, .. SaltInText().Matches(string.Concat(persons.Select(pair => pair.Value).OfType<string>())).Select(match => match.Groups[1].Value)];

        var (first, _) = await admin.PostAsync($"{BlocYear}/people/erasure", erasure);
        var (again, _) = await admin.PostAsync($"{BlocYear}/people/erasure", erasure);
        var view = await admin.GetsAsync();

        Assert.All(trail, row => Assert.DoesNotContain("Kết luận của", $"{row.Entry.Before}{row.Entry.After}", StringComparison.Ordinal));
        Assert.NotEqual(trail[1].Entry.Before, trail[1].Entry.After);
        Assert.Equal((6, 0), ((int)first["people"]!, (int)again["people"]!)); // two chairs, a guest, the secretary, an instruction, a conclusion
        Assert.Equal(5, salts.Distinct().Count(salt => salt.Length == 32)); // the meeting's, two chairs', the guest's, the secretary's
        var left = string.Concat((await app.RowsAsync(KeyRange.Prefix("meeting|"))).Concat(await app.RowsAsync(AuditRow.All)).SelectMany(row => row.Select(pair => pair.Value).OfType<string>()));
        Assert.All(salts, salt => Assert.DoesNotContain(salt, left, StringComparison.Ordinal));
        Assert.Null(view["conclusions"]![0]!["source"]);
        Assert.Equal("…", (string)view["minutes"]!["instructions"]![0]!["from"]!);
        Assert.Equal("Khen thưởng đúng người, đúng thành tích.", (string)view["minutes"]!["instructions"]![0]!["text"]!);
    }

    [Fact]
    public async Task Whoever_led_before_and_members_who_join_later_were_no_members_of_the_day()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        using var admin = app.Admin();
        await admin.PutAsync("/api/units/so-moi", JsonNode.Parse("""{"name":"Sở Mới","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}""")!);
        await admin.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-08-01", JsonNode.Parse("""{"until":null,"decision":null}""")!);
        await admin.PutAsync(First, Meeting());

        Assert.Equal(["$.units[0].unit"], (await admin.RefusedAsync(400, HttpMethod.Put, $"{First}/attendance", JsonNode.Parse("""{"units":[{"unit":"so-moi","state":"present"}]}""")!)).Paths());
    }

    [GeneratedRegex("\"salt\":\"([0-9a-f]{32})\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaltInText();

    private static JsonObject On(string day) => new() { ["on"] = day };

    private static JsonObject Closed(string on = "2026-09-30", string result = "Đã thực hiện.") => new() { ["outcome"] = "done", ["result"] = result, ["on"] = on };

    private static async Task<IReadOnlyList<YearDuty>> DutiesAsync(EmulationApp app)
    {
        var terms = await app.Services.GetRequiredService<YearDesk>().FindAsync(Id, Cancellation);
        return [.. (await app.Services.GetServices<YearDuties>().Single(room => room.Name == "5-meetings").ReadAsync(terms, Cancellation)).Where(duty => duty.Unit is not null)];
    }
}

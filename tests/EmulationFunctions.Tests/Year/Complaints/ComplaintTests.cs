using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Tests.Year.Appraisals;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Tests.Year.Visits;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Visits.VisitsOf;

namespace EmulationFunctions.Tests.Year.Complaints;

/// <summary>A unit objects to its score; both sides see what becomes of it.</summary>
public sealed class ComplaintTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string OfUnit = $"{BlocAddress}/sheets/so-b/complaints";
    private const string OfBloc = $"{BlocAddress}/complaints";
    private const string Low = """{"criterion":"I","text":"Điểm thấp hơn minh chứng"}""";
    private const string Upheld = """{"text":"Đúng, sẽ chấm lại","outcome":"upheld"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_complaint_is_opened_answered_and_closed_and_both_sides_see_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");

        var opened = await SaysAsync(unit, OfUnit, Low);
        Assert.Equal(opened.ToJsonString(), (await SaysAsync(unit, OfUnit, Low)).ToJsonString());
        var waiting = await head.ReadsAsync($"{OfBloc}?state=open");
        app.SetDay("2026-12-14");
        var answered = await SaysAsync(head, $"{OfUnit}/1/answer", Upheld);
        Assert.Equal(answered.ToJsonString(), (await SaysAsync(head, $"{OfUnit}/1/answer", Upheld)).ToJsonString());
        app.SetDay("2026-12-15");
        var closed = await SaysAsync(unit, $"{OfUnit}/1/closing", null);
        Assert.Equal(closed.ToJsonString(), (await SaysAsync(head, $"{OfUnit}/1/closing", null)).ToJsonString());

        Assert.Equal(("open", 1, "unit", "I"), ((string)opened["state"]!, (int)opened["complaint"]!, (string)opened["openedBy"]!, (string)opened["criterion"]!));
        Assert.Equal(opened.ToJsonString(), Assert.Single(waiting["complaints"]!.AsArray())!.ToJsonString());
        Assert.Equal(("answered", "upheld", "head"), ((string)answered["state"]!, (string)answered["answer"]!["outcome"]!, (string)answered["answer"]!["by"]!));
        Assert.Equal(("closed", "unit"), ((string)closed["state"]!, (string)closed["closedBy"]!));
        Assert.Equal(["2026-12-12", "2026-12-14", "2026-12-15"], new[] { closed["openedAt"], closed["answer"]!["at"], closed["closedAt"] }.Select(at => ((string)at!)[..10]));
        Assert.Empty((await head.ReadsAsync($"{OfBloc}?state=open"))["complaints"]!.AsArray());
        Assert.Equal((await unit.ReadsAsync(OfUnit)).ToJsonString(), (await head.ReadsAsync(OfUnit)).ToJsonString());
        Assert.Equal((await unit.ReadsAsync(OfUnit)).ToJsonString(), (await head.ReadsAsync(OfBloc)).ToJsonString());
        Assert.DoesNotContain(EmulationApp.ObjectId("so-b"), closed.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(4, await AuditChain.AssertWholeAsync(app.Tables, VisitsOf.Id.Address, Cancellation)); // with the round that was closed
    }

    [Fact]
    public async Task There_is_nothing_to_complain_of_before_a_round_is_closed_or_the_standings_are_published()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        using var unit = await app.OfficerAsync("so-b");

        var early = await unit.PostAsync(OfUnit, EmulationApp.Json(Low), Cancellation).ProblemAsync(409);
        using var admin = app.Admin();
        await admin.PublishAsync(BlocOf.Bloc, "so-c", "so-d").JsonAsync();
        await SaysAsync(unit, OfUnit, Low);
        var answered = await SaysAsync(admin, $"{OfUnit}/1/answer", Upheld);

        Assert.Equal("urn:emulation-functions:nothing-to-complain-of", (string)early["type"]!);
        Assert.Equal("office", (string)answered["answer"]!["by"]!);
        Assert.Equal([(1, "so-a"), (2, "so-b")], (await unit.StandingsAsync().JsonAsync()).Ranks());
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_kept()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");

        foreach (var (body, paths) in new[]
        {
            ("""{"text":"  "}""", "$.text"),
            ("""{"text":"Sai","criterion":"IX"}""", "$.criterion"),
            ($$"""{"text":"{{new string('x', 4001)}}"}""", "$.text"),
            ("""{"criterion":1,"words":"x"}""", "$.criterion $.text $.words"),
        })
        {
            var problem = await unit.PostAsync(OfUnit, EmulationApp.Json(body), Cancellation).ProblemAsync(400);
            Assert.Equal(paths, string.Join(' ', problem.Paths().Order(StringComparer.Ordinal)));
        }

        await SaysAsync(unit, OfUnit, """{"text":"Xem lại toàn bộ"}""");
        var outcome = await head.PostAsync($"{OfUnit}/1/answer", EmulationApp.Json("""{"text":" ","outcome":"perhaps"}"""), Cancellation).ProblemAsync(400);
        var blank = await head.PostAsync($"{OfUnit}/1/answer", EmulationApp.Json("""{"text":" ","outcome":"upheld"}"""), Cancellation).ProblemAsync(400);
        var state = await head.GetAsync(new Uri($"{OfBloc}?state=new", UriKind.Relative), Cancellation).ProblemAsync(400);
        var page = await head.GetAsync(new Uri($"{OfUnit}?continuation=so-c.1", UriKind.Relative), Cancellation).ProblemAsync(400);
        foreach (var missing in new[] { "2", "0", "x", "51" })
        {
            await head.PostAsync($"{OfUnit}/{missing}/answer", EmulationApp.Json(Upheld), Cancellation).ProblemAsync(404);
        }

        Assert.Equal(["$.outcome", "$.text", "$.text", "state", "continuation"], [.. outcome.Paths(), .. blank.Paths(), .. state.Paths(), .. page.Paths()]);
        Assert.Null((await unit.ReadsAsync(OfUnit))["complaints"]![0]!["answer"]);
    }

    [Fact]
    public async Task An_unanswered_complaint_is_withdrawn_by_its_unit_alone_and_an_answer_stands()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await SaysAsync(unit, OfUnit, Low);
        await SaysAsync(unit, OfUnit, """{"text":"Xem lại toàn bộ"}""");

        foreach (var other in new[] { head, admin })
        {
            var unanswered = await other.PostAsync($"{OfUnit}/1/closing", null, Cancellation).ProblemAsync(409);
            Assert.Equal("urn:emulation-functions:complaint-not-answered", (string)unanswered["type"]!);
        }

        var withdrawn = await SaysAsync(unit, $"{OfUnit}/1/closing", null);
        await head.PostAsync($"{OfUnit}/1/answer", EmulationApp.Json(Upheld), Cancellation).ProblemAsync(409);
        await SaysAsync(head, $"{OfUnit}/2/answer", """{"text":"Không có căn cứ","outcome":"dismissed"}""");
        var second = await admin.PostAsync($"{OfUnit}/2/answer", EmulationApp.Json(Upheld), Cancellation).ProblemAsync(409);
        var closed = await SaysAsync(admin, $"{OfUnit}/2/closing", null);
        var again = await SaysAsync(unit, OfUnit, Low); // the first is closed, so this is another

        Assert.Equal(("closed", true), ((string)withdrawn["state"]!, withdrawn["answer"] is null));
        Assert.Equal("urn:emulation-functions:complaint-not-open", (string)second["type"]!);
        Assert.Equal("office", (string)closed["closedBy"]!);
        Assert.Equal(3, (int)again["complaint"]!);
    }

    [Fact]
    public async Task A_head_does_not_answer_its_own_unit()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        const string Own = $"{BlocAddress}/sheets/so-a/complaints";
        await SaysAsync(head, Own, Low);

        var refused = await head.PostAsync($"{Own}/1/answer", EmulationApp.Json(Upheld), Cancellation).ProblemAsync(409);
        await SaysAsync(admin, $"{Own}/1/answer", Upheld);

        Assert.Equal("urn:emulation-functions:own-complaint", (string)refused["type"]!);
        Assert.Equal([NoticeKind.ComplaintUpheld], (await VisitsOf.NoticesAsync(app)).Select(notice => notice.Kind!.Value)); // and no mail asks it to
    }

    [Fact]
    public async Task Peers_that_score_a_unit_do_not_see_its_complaints()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        await app.PutRowAsync(BlocRows.Row(VisitsOf.Id.Address.Partition, new CrossPair("so-c", "so-b")));
        using var unit = await app.OfficerAsync("so-b");
        using var peer = await app.OfficerAsync("so-c");
        await SaysAsync(unit, OfUnit, Low);

        await peer.ReadsAsync($"{BlocAddress}/sheets/so-b");
        await peer.GetAsync(new Uri(OfUnit, UriKind.Relative), Cancellation).ProblemAsync(403);
        await peer.GetAsync(new Uri(OfBloc, UriKind.Relative), Cancellation).ProblemAsync(403);
        await peer.PostAsync(OfUnit, EmulationApp.Json(Low), Cancellation).ProblemAsync(403);
    }

    [Fact]
    public async Task What_a_complaint_was_upheld_for_is_put_right_after_the_last_round_until_it_is_closed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) });
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");
        var tag = await head.DoneAsync(Appraises(1, null, Entry("I.1", 30)));
        await head.CloseAsync(1).JsonAsync();
        await SaysAsync(unit, OfUnit, """{"criterion":"I","text":"Điểm thấp hơn minh chứng"}""");
        var mended = Entry("I.1", 38, "Theo kiến nghị.");

        var unanswered = await head.RefusedAsync(Appraises(1, tag, mended));
        await SaysAsync(head, $"{OfUnit}/1/answer", Upheld);
        var another = await head.RefusedAsync(Appraises(1, tag, $"{mended},{Entry("II", 1)}"));
        var ofAnother = await head.RefusedAsync(Appraises(1, null, mended, "so-c"));
        tag = await head.DoneAsync(Appraises(1, tag, mended));
        var official = (await unit.AppraisalAsync()).View.Official("I.1");
        await SaysAsync(unit, $"{OfUnit}/1/closing", null);
        var closed = await head.RefusedAsync(Appraises(1, tag, Entry("I.1", 40)));

        Assert.Equal(["round-not-open", "round-not-open", "round-not-open", "round-not-open"], [unanswered, another, ofAnother, closed]);
        Assert.Equal(38m, official);
        var told = Assert.Single(await AppraisalsOf.NoticesAsync(app), notice => notice.Kind == NoticeKind.ComplaintCarriedOut);
        Assert.Equal(("so-b", "Tiêu chí I.1 “Tiêu chí I.1”: 30 → 38. Lý do: Theo kiến nghị."), (Assert.Single(told.Units), told.Text));
        Assert.Contains(await app.TrailAsync(), row => row.Entry.After?.Contains("Theo kiến nghị.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_upheld_complaint_changes_nothing_that_is_published_and_opens_no_round_before_the_last()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 2) });
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await head.CloseAsync(1).JsonAsync();
        await SaysAsync(unit, OfUnit, """{"text":"Xem lại toàn bộ"}""");
        await SaysAsync(head, $"{OfUnit}/1/answer", Upheld);

        var earlier = await head.RefusedAsync(Appraises(1, null, Entry("I.1", 38)));
        await head.CloseAsync(2).JsonAsync();
        app.SetDay("2026-12-29", 0);
        await admin.PublishAsync(BlocOf.Bloc).JsonAsync();
        var published = await head.RefusedAsync(Appraises(2, null, Entry("I.1", 38)));

        Assert.Equal(("round-not-open", "standings-published"), (earlier, published));
    }

    [Fact]
    public async Task A_unit_makes_at_most_fifty_complaints_and_they_are_listed_in_pages()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        using var other = await app.OfficerAsync("so-c");
        using var head = await app.OfficerAsync("so-a");
        for (var number = 1; number <= 50; number++)
        {
            await SaysAsync(unit, OfUnit, $$"""{"text":"Kiến nghị {{number}}"}""");
        }

        await SaysAsync(other, OfUnit.Replace("so-b", "so-c", StringComparison.Ordinal), Low);
        var many = await unit.PostAsync(OfUnit, EmulationApp.Json(Low), Cancellation).ProblemAsync(409);
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await head.ReadsAsync($"{OfBloc}?pageSize=20{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.AddRange(page["complaints"]!.AsArray().Select(one => $"{one!["unit"]} {one["complaint"]}"));
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);

        Assert.Equal("urn:emulation-functions:too-many-complaints", (string)many["type"]!);
        Assert.Equal([.. Enumerable.Range(1, 50).Select(number => $"so-b {number}"), "so-c 1"], seen);
    }

    [Fact]
    public async Task The_head_gets_word_of_a_complaint_and_the_unit_of_its_answer()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        using var head = await app.OfficerAsync("so-a");
        await SaysAsync(unit, OfUnit, Low);
        await SaysAsync(unit, OfUnit, Low);
        await SaysAsync(head, $"{OfUnit}/1/answer", Upheld);
        await SaysAsync(head, $"{OfUnit}/1/answer", Upheld);

        Assert.Equal(
            [(NoticeKind.ComplaintOpened, "so-a", "Điểm thấp hơn minh chứng"), (NoticeKind.ComplaintUpheld, "so-b", "Đúng, sẽ chấm lại")],
            (await VisitsOf.NoticesAsync(app)).Select(notice => (notice.Kind!.Value, Assert.Single(notice.Units), notice.Text!)));
    }

    [Fact]
    public async Task Killed_anywhere_a_complaint_is_there_once_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);

        await CrashSteps.EachCallAsync(
            app,
            () => Restart(app),
            another => another.OfficerAsync("so-b"),
            (_, attempt) => Task.FromResult(new HttpRequestMessage(HttpMethod.Post, OfUnit) { Content = EmulationApp.Json($$"""{"text":"Lần {{attempt}}"}""") }),
            async (client, attempt) =>
            {
                var found = (await client.ReadsAsync(OfUnit))["complaints"]!.AsArray().Where(one => (string)one!["text"]! == $"Lần {attempt}").ToList();
                Assert.Equal(found.Count, (await VisitsOf.NoticesAsync(app)).Count(notice => notice.Text == $"Lần {attempt}"));
                return found.Count switch { 0 => false, 1 => true, _ => throw new InvalidOperationException("It is there twice.") };
            },
            VisitsOf.Id.Address);
    }

    [Fact]
    public async Task Killed_anywhere_an_answer_and_a_closing_have_happened_or_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasAppraisedAsync(app);
        using var unit = await app.OfficerAsync("so-b");
        for (var number = 1; number <= 30; number++)
        {
            await SaysAsync(unit, OfUnit, $$"""{"text":"Kiến nghị {{number}}"}""");
        }

        await CrashSteps.EachCallAsync(
            app,
            () => Restart(app),
            another => another.OfficerAsync("so-a"),
            (_, attempt) => Task.FromResult(new HttpRequestMessage(HttpMethod.Post, $"{OfUnit}/{attempt}/answer") { Content = EmulationApp.Json(Upheld) }),
            async (client, attempt) => (await client.ReadsAsync(OfUnit))["complaints"]![attempt - 1] is { } one && ((string)one["state"]! == "answered") == one["answer"] is not null && one["answer"] is not null,
            VisitsOf.Id.Address);
        await CrashSteps.EachCallAsync(
            app,
            () => Restart(app),
            another => another.OfficerAsync("so-b"),
            (_, attempt) => Task.FromResult(new HttpRequestMessage(HttpMethod.Post, $"{OfUnit}/{attempt}/closing")),
            async (client, attempt) => (string)(await client.ReadsAsync(OfUnit))["complaints"]![attempt - 1]!["state"]! == "closed",
            VisitsOf.Id.Address);
    }

    /// <summary>The first round of appraisal is closed.</summary>
    private static async Task HasAppraisedAsync(EmulationApp app)
    {
        await app.HasMembersAsync();
        await app.PutRowAsync(BlocRows.Row(VisitsOf.Id.Address.Partition, 1, app.Clock.Now));
    }

    private static Task<JsonNode> SaysAsync(HttpClient client, string address, string? body) =>
        client.PostAsync(address, body is null ? null : EmulationApp.Json(body), Cancellation).JsonAsync();

    private EmulationApp Restart(EmulationApp app)
    {
        var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        return restarted;
    }
}

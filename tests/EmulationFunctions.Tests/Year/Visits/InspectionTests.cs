using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Visits;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Visits.VisitsOf;

namespace EmulationFunctions.Tests.Year.Visits;

/// <summary>Units of a bloc visit another one, put down what they found, and see whether it was mended.</summary>
public sealed class InspectionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visit_is_planned_made_and_what_it_found_is_mended()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");

        var planned = await head.PutsAsync(Planned);
        Assert.Equal(planned, await head.PutsAsync(Planned)); // again: the same, and no If-Match is asked for
        var visited = await head.PutsAsync(Visited(Finding(2, "2026-12-11"), Finding(1, "2026-12-12"), Finding(3)), planned);
        var open = await unit.ReadsAsync(First);
        await head.PutsAsync(Visited(Finding(1, "2026-12-12"), Finding(2, "2026-12-11", "2026-12-12"), Finding(3)), visited);
        var mended = await unit.ReadsAsync(First);

        Assert.Equal([1, 2, 3], open["findings"]!.AsArray().Select(finding => (int)finding!["number"]!));
        Assert.Equal((2, 1), ((int)open["open"]!, (int)open["overdue"]!)); // due today is not overdue
        Assert.Equal([false, true, false], open["findings"]!.AsArray().Select(finding => (bool)finding!["isOverdue"]!));
        Assert.Equal((1, 0), ((int)mended["open"]!, (int)mended["overdue"]!));
        Assert.Equal(3, await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation));
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");

        var team = await head.SendAsync(
            Put("""{"unit":"so-x","plannedOn":"2027-02-01","team":["so-x","so-a","so-a","so-y"],"visitedOn":"2025-12-31","findings":[]}"""), Cancellation).ProblemAsync(400);
        var findings = await head.SendAsync(
            Put(Visited(
                """{"number":1,"text":"  ","criterion":"IX","mendBy":"2026-10-05"}""",
                """{"number":1,"text":"Trễ hạn","mended":{"on":"2026-10-05","note":" "}}""",
                """{"number":2,"text":"Trễ hạn","criterion":"I","mended":{"on":"2026-12-13","note":"Xong"}}""")),
            Cancellation).ProblemAsync(400);
        var future = await head.SendAsync(Put(Visited().Replace("2026-10-06", "2026-12-13", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        var notYet = await head.SendAsync(Put(Planned.Replace("[]", $"[{Finding(1)}]", StringComparison.Ordinal)), Cancellation).ProblemAsync(400);
        var form = await head.SendAsync(
            Put($$"""{"unit":"So B","plannedOn":"5/10","team":[],"findings":[{"number":100,"text":"{{new string('x', 2001)}}"}],"more":1}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.unit", "$.team[0]", "$.team[2]", "$.team[3]", "$.plannedOn", "$.visitedOn"], team.Paths());
        Assert.Equal(
            [
                "$.findings[0].text", "$.findings[0].criterion", "$.findings[0].mendBy", "$.findings[1].number", "$.findings[1].mended.on", "$.findings[1].mended.note",
                "$.findings[2].mended.on",
            ],
            findings.Paths());
        Assert.Equal(["$.visitedOn"], future.Paths());
        Assert.Equal(["$.findings"], notYet.Paths());
        Assert.Equal(["$.findings[0].number", "$.findings[0].text", "$.more", "$.plannedOn", "$.team", "$.unit"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Empty((await head.ReadsAsync(Inspections))["inspections"]!.AsArray());
    }

    [Fact]
    public async Task January_belongs_to_the_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        app.SetDay("2027-01-15");
        using var admin = app.Admin();

        await admin.PutsAsync("""{"unit":"so-b","plannedOn":"2027-01-31","team":["so-a"],"visitedOn":"2027-01-15","findings":[]}""");
    }

    [Fact]
    public async Task Nobody_overwrites_what_he_has_not_read()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");

        await head.SendAsync(Put(Planned, "\"1\""), Cancellation).ProblemAsync(412); // there is nothing yet
        await head.PutsAsync(Planned);
        await head.SendAsync(Put(Visited()), Cancellation).ProblemAsync(428);
        await head.SendAsync(Put(Visited(), "\"77\""), Cancellation).ProblemAsync(412);
        await head.SendAsync(Put(Planned, address: $"{Inspections.Replace("khoi-5", "khoi-6", StringComparison.Ordinal)}/dot-1"), Cancellation).ProblemAsync(403);
        using var admin = app.Admin();
        await admin.SendAsync(Put(Planned, address: $"{Inspections.Replace("khoi-5", "khoi-6", StringComparison.Ordinal)}/dot-1"), Cancellation).ProblemAsync(404);
        await admin.SendAsync(Put(Planned, address: $"{Inspections}/Dot"), Cancellation).ProblemAsync(400);

        Assert.Null((await head.ReadsAsync(First))["visitedOn"]);
    }

    [Fact]
    public async Task Leaders_and_overseers_see_all_visits_a_unit_those_it_is_part_of()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var admin = app.Admin();
        await admin.PutsAsync(Planned);
        await admin.PutsAsync("""{"unit":"so-c","plannedOn":"2026-10-05","team":["so-b"],"findings":[]}""", address: $"{Inspections}/dot-2");
        await admin.PutsAsync("""{"unit":"so-a","plannedOn":"2026-10-05","team":["so-c"],"findings":[]}""", address: $"{Inspections}/dot-3");

        foreach (var (who, seen) in new[] { ("so-a", "dot-1 dot-2 dot-3"), ("so-b", "dot-1 dot-2"), ("so-c", "dot-1 dot-2 dot-3"), ("so-d", "") })
        {
            using var unit = await app.OfficerAsync(who);
            Assert.Equal(seen, string.Join(' ', await IdsAsync(unit, Inspections)));
        }

        using var council = app.Holding("Emulation.Council");
        Assert.Equal(["dot-1", "dot-2", "dot-3"], await IdsAsync(council, Inspections));
        using var other = await app.OfficerAsync("so-d");
        await other.GetAsync(new Uri(First, UriKind.Relative), Cancellation).ProblemAsync(404);
        using var stranger = await app.OfficerAsync("so-ngoai-khoi");
        await stranger.GetAsync(new Uri(Inspections, UriKind.Relative), Cancellation).ProblemAsync(404);
        await stranger.GetAsync(new Uri(First, UriKind.Relative), Cancellation).ProblemAsync(404);
    }

    [Fact]
    public async Task Visits_are_listed_in_pages_also_where_only_some_are_seen()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var admin = app.Admin();
        foreach (var (id, team) in new[] { ("a", "so-d"), ("b", "so-c"), ("b-1", "so-c"), ("c", "so-d"), ("d", "so-c") })
        {
            await admin.PutsAsync($$"""{"unit":"so-b","plannedOn":"2026-10-05","team":["{{team}}"],"findings":[]}""", address: $"{Inspections}/{id}");
        }

        using var unit = await app.OfficerAsync("so-c");
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await unit.ReadsAsync($"{Inspections}?pageSize=1{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.AddRange(page["inspections"]!.AsArray().Select(one => (string)one!["inspection"]!));
            continuation = (string?)page["continuation"];
        }
        while (continuation is not null);

        Assert.Equal(["b", "b-1", "d"], seen);
        Assert.Equal(["continuation"], (await unit.GetAsync(new Uri($"{Inspections}?continuation=B", UriKind.Relative), Cancellation).ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task Asking_for_one_visit_at_a_time_does_not_read_the_others_one_by_one()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var admin = app.Admin();
        foreach (var (id, team) in new[] { ("a", "so-d"), ("b", "so-d"), ("c", "so-d"), ("d", "so-c") })
        {
            await admin.PutsAsync($$"""{"unit":"so-b","plannedOn":"2026-10-05","team":["{{team}}"]}""", address: $"{Inspections}/{id}");
        }

        using var unit = await app.OfficerAsync("so-c");
        await unit.ReadsAsync(Inspections);
        app.Faults.Reset();
        await unit.ReadsAsync($"{Inspections}?pageSize=100");
        var calls = app.Faults.Calls;
        app.Faults.Reset();
        var page = await unit.ReadsAsync($"{Inspections}?pageSize=1");

        Assert.Equal(("d", null), ((string)page["inspections"]!.AsArray().Single()!["inspection"]!, (string?)page["continuation"]));
        Assert.Equal(calls, app.Faults.Calls);
    }

    [Fact]
    public async Task A_finding_that_an_appraisal_refers_to_does_not_vanish()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        var tag = await head.PutsAsync(Visited(Finding(1), Finding(2)));
        await app.PutRowAsync(BlocRows.Row(Id.Address.Partition, new AppraisedScore(
            1, "so-b", "I", Points.FromDecimal(1), AppraiserOffice.Head, "Theo kiểm tra chéo", "dot-1/2", app.Clock.Now, 0)));

        var gone = await head.SendAsync(Put(Visited(Finding(1)), tag), Cancellation).ProblemAsync(409);
        var elsewhere = await head.SendAsync(Put(Visited(Finding(1), Finding(2)).Replace("\"unit\":\"so-b\"", "\"unit\":\"so-d\"", StringComparison.Ordinal), tag), Cancellation).ProblemAsync(409);
        await head.PutsAsync(Visited(Finding(2, "2026-12-31")), tag);

        Assert.Equal("urn:emulation-functions:finding-in-use", (string)gone["type"]!);
        Assert.Equal((string)gone["type"]!, (string)elsewhere["type"]!);
        var view = await app.Services.GetRequiredService<PartitionStore>().ReadAsync(Id.Address, BlocKeys.Record, Cancellation);
        Assert.True(await InspectionTable.HasFindingAsync(view, "so-b", "dot-1/2", Cancellation));
        foreach (var (unit, finding) in new[] { ("so-b", "dot-1/1"), ("so-a", "dot-1/2"), ("so-b", "dot-2/2"), ("so-b", "dot-1/02"), ("so-b", "dot-1"), ("so-b", "dot-1/"), ("so-b", "#/2") })
        {
            Assert.False(await InspectionTable.HasFindingAsync(view, unit, finding, Cancellation));
        }
    }

    [Fact]
    public async Task Once_the_standings_are_published_only_what_was_mended_changes()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        await PublicationSteps.TwoSubmitAsync(app, BlocOf.Bloc);
        using var admin = app.Admin();
        var tag = await admin.PutsAsync(Visited(Finding(1, "2026-12-20")));
        await admin.PublishAsync(BlocOf.Bloc, "so-c", "so-d").JsonAsync();

        var another = await admin.SendAsync(Put(Planned, address: $"{Inspections}/dot-2"), Cancellation).ProblemAsync(409);
        await admin.SendAsync(Put(Visited(Finding(1, "2026-12-21")), tag), Cancellation).ProblemAsync(409);
        await admin.SendAsync(Put(Visited(Finding(1, "2026-12-20"), Finding(2)), tag), Cancellation).ProblemAsync(409);
        await admin.SendAsync(Put(Visited(), tag), Cancellation).ProblemAsync(409);
        var mended = await admin.PutsAsync(Visited(Finding(1, "2026-12-20", "2026-12-12")), tag);

        Assert.Equal("urn:emulation-functions:standings-published", (string)another["type"]!);
        Assert.Equal(mended, await admin.PutsAsync(Visited(Finding(1, "2026-12-20", "2026-12-12"))));
        Assert.Equal(0, (int)(await admin.ReadsAsync(First))["open"]!);
    }

    [Fact]
    public async Task The_unit_gets_word_of_each_finding_once_it_is_due_and_when_its_day_moves()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");

        var tag = await head.PutsAsync(Planned);
        tag = await head.PutsAsync(Visited(Finding(1)), tag);
        Assert.DoesNotContain(await app.NoticesAsync(), notice => notice.Kind == NoticeKind.FindingRecorded);
        tag = await head.PutsAsync(Visited(Finding(1, "2026-12-31"), Finding(2)), tag);
        tag = await head.PutsAsync(Visited(Finding(1, "2027-01-05"), Finding(2), Finding(3, "2026-12-20", "2026-12-01")), tag);

        Assert.Equal(
            [("so-b", "Hồ sơ 1 trễ hạn (hạn khắc phục: 31/12/2026)"), ("so-b", "Hồ sơ 1 trễ hạn (hạn khắc phục: 05/01/2027)")],
            (await app.NoticesAsync()).Where(notice => notice.Kind == NoticeKind.FindingRecorded).Select(notice => (Assert.Single(notice.Units), notice.Text!)));
    }

    [Fact]
    public async Task A_visit_killed_anywhere_is_there_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();

        await CrashSteps.EachCallAsync(
            app,
            () => Restart(app),
            another => another.OfficerAsync("so-a"),
            (_, attempt) => Task.FromResult(Put(Visited(Finding(1, "2026-12-31"), Finding(2)), address: $"{Inspections}/dot-{attempt}")),
            async (client, attempt) =>
            {
                using var answer = await client.GetAsync(new Uri($"{Inspections}/dot-{attempt}", UriKind.Relative), Cancellation);
                var notices = (await app.NoticesAsync()).Count(notice => notice.Subject.EndsWith($" dot-{attempt}", StringComparison.Ordinal));
                Assert.Equal(answer.StatusCode == HttpStatusCode.OK ? 1 : 0, notices);
                return answer.StatusCode == HttpStatusCode.OK;
            },
            Id.Address);
    }

    private EmulationApp Restart(EmulationApp app)
    {
        var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        return restarted;
    }

    private static async Task<IEnumerable<string>> IdsAsync(HttpClient client, string address) =>
        (await client.ReadsAsync(address))["inspections"]!.AsArray().Select(one => (string)one!["inspection"]!);
}

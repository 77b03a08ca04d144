using System.Text.Json.Nodes;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;

namespace EmulationFunctions.Tests.Province.Roster;

/// <summary>Units that are renamed, merged, split, dissolved or moved; what becomes of sheets is told in <c>SheetSuccessionTests</c>.</summary>
public sealed class SuccessionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    [Fact]
    public async Task The_departments_of_2025_are_merged_and_their_history_stays_under_their_names()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutCycleAsync(2025, CycleBodyOf.Template(Economy)).JsonAsync();

        var environment = await admin.SucceedAsync(
            "nong-nghiep-moi-truong", Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy)).JsonAsync();
        await admin.SucceedAsync("giao-thong-xay-dung", Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung")).JsonAsync();
        await admin.SucceedAsync("ke-hoach-tai-chinh", Merge("2025-03-01", ["so-ke-hoach"], "so-tai-chinh")).JsonAsync();

        var before = await admin.ReadAsync($"/api/blocs/{Economy}?day=2025-02-28").JsonAsync();
        var after = await admin.ReadAsync($"/api/blocs/{Economy}?day=2025-03-01").JsonAsync();
        Assert.Equal(["so-cong-thuong", "so-giao-thong", "so-ke-hoach", "so-nong-nghiep", "so-tai-chinh", "so-tai-nguyen", "so-xay-dung"], Members(before));
        Assert.Equal(["so-cong-thuong", "so-nong-nghiep-moi-truong", "so-tai-chinh", "so-xay-dung"], Members(after));
        Assert.True((bool)environment["isDone"]!);
        Assert.Equal("so-nong-nghiep-moi-truong", (string)environment["tasksTo"]!);
        var ended = (await admin.ReadAsync("/api/units/so-tai-nguyen").JsonAsync())["memberships"]![0]!;
        Assert.Equal(("2025-02-28", "45/NQ-HĐND"), ((string)ended["until"]!, (string)ended["endDecision"]!));
        var ofFinance = await admin.ReadAsync("/api/successions?unit=so-tai-chinh").JsonAsync();
        Assert.Equal("ke-hoach-tai-chinh", (string)Assert.Single(ofFinance["successions"]!.AsArray())!["id"]!);
        var unit = await admin.ReadAsync("/api/units/so-xay-dung").JsonAsync();
        Assert.Equal(["so-giao-thong"], Assert.Single(unit["successions"]!.AsArray())!["from"]!.AsArray().Select(from => (string)from!));
    }

    [Fact]
    public async Task A_unit_that_ends_while_it_leads_is_told_to_need_a_new_term_and_leads_nobody_any_more()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutCycleAsync(2025, CycleBodyOf.Template(Economy)).JsonAsync();
        using var head = await app.OfficerAsync("so-tai-nguyen");
        var led = await LeadersAsync(app);

        var succeeded = await admin.SucceedAsync("x", Merge("2025-03-01", ["so-nong-nghiep", "so-tai-nguyen"], "so-nong-nghiep-moi-truong", Economy)).JsonAsync();

        var needed = Assert.Single(succeeded["termsToRenew"]!.AsArray())!;
        Assert.Equal((Economy, 2025, "so-tai-nguyen", true), ((string)needed["bloc"]!, (int)needed["year"]!, (string)needed["unit"]!, (bool)needed["led"]!));
        Assert.Equal(new Leaders("so-tai-nguyen", "so-xay-dung"), led);
        Assert.Equal(new Leaders(null, "so-xay-dung"), await LeadersAsync(app));
        await head.PutAsync($"/api/cycles/2025/blocs/{Economy}/next-term", "{}").ProblemAsync(403);
        var without = Assert.Single((await admin.ReadAsync("/api/admin/operations").JsonAsync())["withoutHead"]!.AsArray())!;
        Assert.Equal((2025, Economy), ((int)without["year"]!, (string)without["bloc"]!));

        // Another leads for the rest of the year; the two terms share no day.
        var tag = (string)(await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync())["terms"]![0]!["etag"]!;
        var next = """{"head":"so-nong-nghiep-moi-truong","deputy":"so-xay-dung","from":"2025-03-01"}""";
        var overlapping = await admin.PutAsync($"/api/blocs/{Economy}/terms/2025", next).ProblemAsync(409);
        await admin.PutAsync($"/api/blocs/{Economy}/terms/2025", """{"head":"so-tai-nguyen","deputy":"so-xay-dung","until":"2025-02-28","isConcurrentPost":true}""", tag).JsonAsync();
        await admin.PutAsync($"/api/blocs/{Economy}/terms/2025", next).JsonAsync();

        Assert.EndsWith(":terms-overlap", (string)overlapping["type"]!, StringComparison.Ordinal);
        Assert.Equal(new Leaders("so-nong-nghiep-moi-truong", "so-xay-dung"), await LeadersAsync(app));
        Assert.Equal(2, (await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync())["terms"]!.AsArray().Count);
        Assert.Empty((await admin.ReadAsync("/api/admin/operations").JsonAsync())["withoutHead"]!.AsArray());
    }

    [Fact]
    public async Task What_was_recorded_can_be_sent_again_and_not_be_changed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        var body = Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung");
        var first = await admin.SucceedAsync("x", body).TagAsync();

        var again = await admin.SucceedAsync("x", body).TagAsync();
        var other = await admin.SucceedAsync("x", Merge("2025-03-02", ["so-giao-thong"], "so-xay-dung")).ProblemAsync(409);
        var sheets = await admin.SucceedAsync("x", Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung").With(("so-giao-thong", Economy, "closed", null)), first).ProblemAsync(409);

        Assert.Equal(first, again);
        Assert.EndsWith(":succession-is-recorded", (string)other["type"]!, StringComparison.Ordinal);
        Assert.EndsWith(":succession-is-done", (string)sheets["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_every_reason_and_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.SucceedAsync("mot", Merge("2025-03-01", ["so-giao-thong"], "so-xay-dung")).JsonAsync();
        await admin.PutAsync($"/api/blocs/{Economy}/terms/2026", RosterSamples.Term("so-tai-chinh")).JsonAsync();
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai")).JsonAsync();
        var before = await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync();

        var itself = await admin.SucceedAsync("a", Merge("2025-03-01", ["so-tai-chinh", "so-cong-thuong"], "so-tai-chinh")).ProblemAsync(400);
        var cycle = await admin.SucceedAsync("b", Merge("2025-03-04", ["so-xay-dung"], "so-giao-thong")).ProblemAsync(409);
        var twice = await admin.SucceedAsync("c", Merge("2025-06-01", ["so-giao-thong"], "so-tai-chinh")).ProblemAsync(409);
        var unknown = await admin.SucceedAsync("d", Merge("2025-03-01", ["so-la", "so-cong-thuong"], "so-la-nua", "khoi-la")).ProblemAsync(409);
        var elsewhere = await admin.SucceedAsync("e", Merge("2025-03-01", ["so-cong-thuong"], "so-tai-chinh", "khoi-2")).ProblemAsync(409);
        var leadsLater = await admin.SucceedAsync("f", Merge("2025-03-01", ["so-tai-chinh"], "so-cong-thuong")).ProblemAsync(409);
        var notThere = await admin.SucceedAsync("g", Of("move", "2025-03-01", "so-cong-thuong", bloc: Economy)).ProblemAsync(409);
        var early = await admin.SucceedAsync("h", Merge("2016-01-01", ["so-cong-thuong"], "so-tai-chinh")).ProblemAsync(409);

        Assert.Equal(["$.to[0].unit"], itself.Paths());
        Assert.Equal(["$.to[0].unit"], cycle.Paths());
        Assert.Contains("vòng tròn", (string)cycle["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["$.from[0]"], twice.Paths());
        Assert.Equal(["$.from[0]", "$.to[0].unit"], unknown.Paths());
        Assert.Equal(["$.to[0].bloc"], elsewhere.Paths());
        Assert.Equal(["$.from[0]"], leadsLater.Paths());
        Assert.Equal(["$.bloc"], notThere.Paths());
        Assert.Equal(["$.from[0]"], early.Paths());
        Assert.Equal(before.ToJsonString(), (await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync()).ToJsonString());
        Assert.Single((await admin.ReadAsync("/api/successions").JsonAsync())["successions"]!.AsArray());
        await admin.ReadAsync("/api/successions/a").ProblemAsync(404);
        Assert.Equal(["unit"], (await admin.ReadAsync("/api/successions?unit=SO").ProblemAsync(400)).Paths());
    }

    [Fact]
    public async Task A_renaming_waits_for_its_day_and_the_old_name_stays_on_the_days_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-02-25");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();

        var recorded = await admin.SucceedAsync("x", Of("rename", "2025-03-01", "so-cong-thuong", "Sở Công Thương và Năng lượng")).JsonAsync();
        var early = await app.RunAsync(nameof(AdvanceStages));
        var called = await NameAsync("2025-03-10");
        app.SetDay("2025-03-01", 0, 10);
        var due = await app.RunAsync(nameof(AdvanceStages));
        var again = await app.RunAsync(nameof(AdvanceStages));
        var done = await admin.ReadAsync("/api/successions/x").JsonAsync();

        Assert.False((bool)recorded["isDone"]!);
        Assert.Empty(early);
        Assert.Equal("Sở Công Thương", called); // its day has not come
        Assert.Equal(["the succession x is done"], due);
        Assert.Empty(again);
        Assert.Equal(("Sở Công Thương", true), ((string)done["formerName"]!, (bool)done["isDone"]!));
        Assert.Equal("Sở Công Thương", await NameAsync("2025-02-28"));
        Assert.Equal("Sở Công Thương và Năng lượng", await NameAsync("2025-03-01"));
        Assert.Equal("Sở Công Thương và Năng lượng", (string)(await admin.ReadAsync("/api/units/so-cong-thuong").JsonAsync())["unit"]!["name"]!);
        // Found by its new name, and no more by its old one.
        var namesake = await admin.PutAsync("/api/units/so-khac", RosterSamples.Unit("Sở Công Thương và Năng lượng")).JsonAsync();
        var free = await admin.PutAsync("/api/units/so-khac-nua", RosterSamples.Unit("Sở Công Thương")).JsonAsync();
        Assert.Equal((1, 0), (namesake["sameName"]!.AsArray().Count, free["sameName"]!.AsArray().Count));

        async Task<string> NameAsync(string day) => (string)(await admin.ReadAsync($"/api/blocs/{Economy}?day={day}").JsonAsync())["members"]!.AsArray()
            .Single(member => (string)member!["unit"]! == "so-cong-thuong")!["name"]!;
    }

    [Fact]
    public async Task A_unit_moves_to_another_bloc_in_the_middle_of_the_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-07-02");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/blocs/khoi-2", RosterSamples.Bloc("Khối hai")).JsonAsync();

        await admin.SucceedAsync("x", Of("move", "2025-07-01", "so-cong-thuong", bloc: "khoi-2")).JsonAsync();

        Assert.DoesNotContain("so-cong-thuong", Members(await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync()));
        Assert.Equal(["so-cong-thuong"], Members(await admin.ReadAsync("/api/blocs/khoi-2").JsonAsync()));
        var memberships = (await admin.ReadAsync("/api/units/so-cong-thuong").JsonAsync())["memberships"]!.AsArray();
        Assert.Equal([(Economy, "2025-06-30"), ("khoi-2", null)], memberships.Select(member => ((string)member!["bloc"]!, (string?)member["until"])));
    }

    [Fact]
    public async Task A_unit_is_split_and_another_dissolved_with_nobody_in_its_place()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-07-02");
        using var admin = app.Admin();
        await admin.DepartmentsOf2025Async();
        await admin.PutAsync("/api/units/so-moi", RosterSamples.Unit("Sở Quy hoạch")).JsonAsync();
        var split = Merge("2025-07-01", ["so-xay-dung"], "so-giao-thong");
        split["kind"] = "split";
        split["to"]!.AsArray().Add((JsonNode)new JsonObject { ["unit"] = "so-moi", ["bloc"] = Economy });

        var undecided = await admin.SucceedAsync("tach", split).ProblemAsync(400);
        split["tasksTo"] = "so-giao-thong";
        await admin.SucceedAsync("tach", split).JsonAsync();
        var dissolved = await admin.SucceedAsync("giai-the", Of("dissolve", "2025-07-01", "so-cong-thuong")).JsonAsync();

        Assert.Equal(["$.tasksTo"], undecided.Paths());
        Assert.Null(dissolved["tasksTo"]);
        Assert.Equal(
            ["so-giao-thong", "so-ke-hoach", "so-moi", "so-nong-nghiep", "so-tai-chinh", "so-tai-nguyen"], Members(await admin.ReadAsync($"/api/blocs/{Economy}").JsonAsync()));
    }

    [Fact]
    public async Task Killed_anywhere_a_succession_is_in_the_roster_whole_or_not_at_all()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetDay("2025-03-05");
        using var admin = app.Admin();
        await app.HasBlocAsync(Economy, [.. Enumerable.Range(1, 100).SelectMany(number => new[] { $"cu-{number}", $"moi-{number}" })]);

        await CrashSteps.EachCallAsync(
            app,
            () =>
            {
                var next = new EmulationApp(azurite, issuer, account: app.Account);
                next.Clock.Now = app.Clock.Now;
                return next;
            },
            another => Task.FromResult(another.Admin()),
            (_, attempt) => Task.FromResult(new HttpRequestMessage(HttpMethod.Put, $"/api/successions/x-{attempt}")
            {
                Content = EmulationApp.Json(Merge("2025-03-01", [$"cu-{attempt}"], $"moi-{attempt}")),
            }),
            async (client, attempt) =>
            {
                using var read = await client.ReadAsync($"/api/successions/x-{attempt}");
                var member = (await client.ReadAsync($"/api/units/cu-{attempt}").JsonAsync())["memberships"]![0]!;
                Assert.Equal(read.IsSuccessStatusCode ? "2025-02-28" : null, (string?)member["until"]);
                return read.IsSuccessStatusCode && (bool)JsonNode.Parse(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["isDone"]!;
            },
            new(RosterTable.Table, RosterTable.Partition));
    }

    private static Task<Leaders> LeadersAsync(EmulationApp app) =>
        app.Services.GetRequiredService<LeadersLookup>()(Economy, 2025, TestContext.Current.CancellationToken);
}

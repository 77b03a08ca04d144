using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Calendar;

public sealed class CycleEndpointTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Economy = "khoi-kinh-te";
    private const string Justice = "khoi-noi-chinh";

    private readonly ConcurrentDictionary<(string Scheme, int Version), bool> _frozen = new();

    [Fact]
    public async Task A_year_of_the_template_has_its_days_and_every_bloc_follows_them()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();

        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy, Justice)).JsonAsync();
        var read = await admin.AskAsync("/api/cycles/2026").JsonAsync();

        Assert.Equal("open", (string)read["state"]!);
        Assert.Equal("2026-01-01", (string)read["startsOn"]!);
        Assert.Equal("nam", (string)read["periods"]![0]!["id"]!);
        Assert.Equal(9, read["stages"]!.AsArray().Count);
        Assert.Equal("2026-12-10", (string)read["stages"]!.AsArray().Single(stage => (string)stage!["stage"]! == "self-score")!["closes"]!);
        Assert.Equal([Economy, Justice], read["blocs"]!.AsArray().Select(bloc => (string)bloc!["bloc"]!));
    }

    [Theory]
    [InlineData(2017, "closed")]
    [InlineData(2025, "closed")]
    [InlineData(2026, "open")]
    [InlineData(2027, "planned")]
    public async Task Any_year_can_be_entered_and_its_state_follows_from_its_days(int year, string state)
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();

        var put = await admin.PutCycleAsync(year, CycleBodyOf.Template(Economy)).JsonAsync();
        var listed = await admin.AskAsync("/api/cycles").JsonAsync();

        Assert.Equal(state, (string)put["state"]!);
        Assert.Equal((year, state), Assert.Single(listed["cycles"]!.AsArray().Select(cycle => ((int)cycle!["year"]!, (string)cycle["state"]!))));
    }

    [Fact]
    public async Task In_January_two_years_are_open_and_the_later_one_is_listed_first()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy)).JsonAsync();
        await admin.PutCycleAsync(2027, CycleBodyOf.Template(Economy)).JsonAsync();

        app.SetDay("2027-01-31", 23, 59, 59);
        var open = await app.Cycles().OpenYearsAsync(TestContext.Current.CancellationToken);
        var listed = await admin.AskAsync("/api/cycles").JsonAsync();
        app.SetDay("2027-02-01", 0);
        var afterwards = await app.Cycles().OpenYearsAsync(TestContext.Current.CancellationToken);

        Assert.Equal([2026, 2027], open);
        Assert.Equal([2027, 2026], listed["cycles"]!.AsArray().Select(cycle => (int)cycle!["year"]!));
        Assert.Equal([2027], afterwards);
    }

    [Fact]
    public async Task A_bloc_s_own_days_hold_for_it_alone()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var body = CycleBodyOf.Template(Economy, Justice).With(0, CycleBodyOf.Stage("self-score", "2026-11-20", "2026-12-05"));

        await admin.PutCycleAsync(2026, body).JsonAsync();
        var economy = await app.Cycles().FindForAsync(2026, Economy, "so-tai-chinh", TestContext.Current.CancellationToken);
        var justice = await app.Cycles().FindForAsync(2026, Justice, "so-tu-phap", TestContext.Current.CancellationToken);

        Assert.Equal(new DateOnly(2026, 12, 5), economy!.DeadlineOf(Economy, "so-tai-chinh", StageKind.SelfScore));
        Assert.Equal(new DateOnly(2026, 12, 10), justice!.DeadlineOf(Justice, "so-tu-phap", StageKind.SelfScore));
        Assert.True(economy.Has(Economy));
        Assert.False(economy.Has(Justice)); // not read: it was asked for one bloc
    }

    [Fact]
    public async Task A_year_can_have_periods_of_its_own()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var body = CycleBodyOf.Template(Economy);
        body["periods"] = new JsonArray(new JsonObject { ["id"] = "quy-2", ["name"] = "Quý II" }, new JsonObject { ["id"] = "quy-1", ["name"] = "Quý I" });
        body["stages"] = new JsonArray(
            CycleBodyOf.Stage("self-score", "2026-07-01", "2026-07-10", "quy-2"), CycleBodyOf.Stage("self-score", "2026-04-01", "2026-04-10", "quy-1"));

        await admin.PutCycleAsync(2026, body).JsonAsync();
        var read = await admin.AskAsync("/api/cycles/2026").JsonAsync();

        Assert.Equal(["quy-2", "quy-1"], read["periods"]!.AsArray().Select(period => (string)period!["id"]!)); // as they were given
        Assert.Equal(["quy-2", "quy-1"], read["stages"]!.AsArray().Select(stage => (string)stage!["period"]!));
    }

    [Fact]
    public async Task Doing_it_again_changes_nothing_and_a_change_needs_what_was_read()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var changed = CycleBodyOf.Template(Economy, Justice);

        var first = await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy)).TagAsync();
        var again = await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy), "\"99\"").TagAsync();
        await admin.PutCycleAsync(2026, changed).ProblemAsync(428);
        await admin.PutCycleAsync(2026, changed, "\"99\"").ProblemAsync(412);
        var second = await admin.PutCycleAsync(2026, changed, first).TagAsync();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(), first).ProblemAsync(412);
        var read = await admin.AskAsync("/api/cycles/2026").TagAsync();

        Assert.Equal(first, again);
        Assert.NotEqual(first, second);
        Assert.Equal(second, read);
    }

    [Fact]
    public async Task What_is_taken_out_of_a_year_is_gone()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var first = await admin.PutCycleAsync(
            2026, CycleBodyOf.Template(Economy, Justice).With(0, CycleBodyOf.Stage("self-score", "2026-11-20", "2026-12-05"))).TagAsync();

        var put = await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy), first).JsonAsync();
        var read = await admin.AskAsync("/api/cycles/2026").JsonAsync();

        Assert.Equal(put.ToJsonString(), read.ToJsonString());
        Assert.Equal(Economy, (string)Assert.Single(read["blocs"]!.AsArray())!["bloc"]!);
        Assert.Empty(read["blocs"]![0]!["stages"]!.AsArray());
    }

    [Fact]
    public async Task A_bloc_is_scored_by_a_version_of_a_scheme_that_there_is()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();

        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy).Scored(0, "co-ban", 2)).JsonAsync();
        var cycle = await app.Cycles().FindForAsync(2026, Economy, "so-tai-chinh", TestContext.Current.CancellationToken);
        var problem = await admin.PutCycleAsync(2027, CycleBodyOf.Template(Economy, Justice).Scored(0, "co-ban", 2).Scored(1, "co-ban", 3)).ProblemAsync(400);

        Assert.Equal(new SchemeVersion("co-ban", 2), cycle!.SchemeOf(Economy));
        Assert.Equal(["$.blocs[1].scheme"], problem.Paths());
        Assert.Equal(("co-ban", 2), Assert.Single(_frozen.Keys)); // it never changes again
    }

    [Fact]
    public async Task All_faults_of_a_year_are_named_at_once_where_they_stand()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var body = CycleBodyOf.Template(Economy, "khoi-la", Economy)
            .With(0, CycleBodyOf.Stage("pact", "2026-01-01", "2026-03-01"), CycleBodyOf.Stage("self-score", "2026-12-01", "2026-11-01"))
            .With(1, CycleBodyOf.Stage("self-score", "2026-12-01", "2026-12-01", "quy-9"))
            .Scored(2, "la", 1);
        body["startsOn"] = "2020-01-01";

        var problem = await admin.PutCycleAsync(2026, body).ProblemAsync(400);

        Assert.Equal(
            [
                "$.startsOn", "$.blocs[0].stages[1].closes", "$.blocs[1].stages[0].stage",
                "$.blocs[1].bloc", "$.blocs[2].bloc", "$.blocs[2].scheme",
            ],
            problem.Paths());
        await admin.AskAsync("/api/cycles/2026").ProblemAsync(404);
    }

    [Theory]
    [InlineData("""{"startsOn":null,"periods":null,"stages":null}""", "$.blocs")] // missing
    [InlineData("""{"startsOn":null,"periods":null,"stages":null,"blocs":[],"name":"x"}""", "$.name")] // unknown
    [InlineData("""{"startsOn":"2026-02-30","periods":null,"stages":null,"blocs":[]}""", "$.startsOn")] // no such day
    [InlineData("""{"startsOn":null,"periods":[],"stages":null,"blocs":[]}""", "$.periods")] // none
    [InlineData("""{"startsOn":null,"periods":[{"id":"Năm","name":"x"}],"stages":null,"blocs":[]}""", "$.periods[0].id")] // not an id
    [InlineData("""{"startsOn":null,"periods":null,"stages":[{"period":"nam","stage":"selfScore","opens":"2026-11-15","closes":"2026-12-10"}],"blocs":[]}""", "$.stages[0].stage")] // not a stage
    [InlineData("""{"startsOn":null,"periods":null,"stages":[{"period":"nam","stage":3,"opens":"2026-11-15","closes":"2026-12-10"}],"blocs":[]}""", "$.stages[0].stage")] // a number
    [InlineData("""{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"a","scheme":{"id":"b","version":0},"stages":[]}]}""", "$.blocs[0].scheme.version")]
    [InlineData("""{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"a","scheme":{"id":"b","version":1.5},"stages":[]}]}""", "$.blocs[0].scheme.version")]
    public async Task A_body_that_is_not_a_year_is_refused_and_the_fault_is_named(string body, string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutCycleAsync(2026, JsonNode.Parse(body)!).ProblemAsync(400);

        Assert.Equal([path], problem.Paths());
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("nam-nay")]
    public async Task A_year_that_is_none_is_refused(string year)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();

        var problem = await admin.PutAsync($"/api/cycles/{year}", CycleBodyOf.Template(), null).ProblemAsync(400);

        Assert.Equal(["year"], problem.Paths());
    }

    [Fact]
    public async Task A_change_that_is_refused_for_what_it_has_not_read_freezes_no_scheme()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        var first = CycleBodyOf.Template(Economy).Scored(0, "co-ban", 1);
        var second = CycleBodyOf.Template(Economy).Scored(0, "co-ban", 2);

        var tag = await admin.PutCycleAsync(2026, first).TagAsync();
        await admin.PutCycleAsync(2026, second).ProblemAsync(428);
        await admin.PutCycleAsync(2026, second, "\"999\"").ProblemAsync(412);
        await admin.PutCycleAsync(2026, first).JsonAsync(); // the same again
        Assert.Equal(("co-ban", 1), Assert.Single(_frozen.Keys));

        await admin.PutCycleAsync(2026, second, tag).JsonAsync();
        Assert.Equal(2, _frozen.Count);
    }

    [Fact]
    public async Task A_year_of_sixty_blocs_with_days_of_their_own_is_read_for_one_unit_in_seven_calls_and_then_in_one()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        string[] blocs = [.. Enumerable.Range(1, 60).Select(number => $"khoi-{number:D2}")];
        foreach (var bloc in blocs)
        {
            await app.HasBlocAsync(bloc);
        }

        var body = CycleBodyOf.Template(blocs);
        for (var index = 0; index < blocs.Length; index++)
        {
            body.With(index, CycleBodyOf.Stage("self-score", "2026-11-20", "2026-12-05"), CycleBodyOf.Stage("half-year", "2026-07-01", "2026-07-15"));
        }

        await admin.PutCycleAsync(2026, body).JsonAsync(); // more rows than a transaction takes
        app.Faults.Reset();
        var cycle = await app.Cycles().FindForAsync(2026, "khoi-33", "so-tai-chinh", TestContext.Current.CancellationToken);

        Assert.Equal(7, app.Faults.Calls); // the marks and the head; the year, the bloc and the unit, and the head before and after
        app.Faults.Reset();
        await app.Cycles().FindForAsync(2026, "khoi-33", "so-tai-chinh", TestContext.Current.CancellationToken);
        Assert.Equal(1, app.Faults.Calls); // the marks
        Assert.Equal(2, cycle!.Overrides.Count);
        Assert.Equal(60, (await app.Cycles().FindAsync(2026, TestContext.Current.CancellationToken))!.Blocs.Count);
    }

    [Fact]
    public async Task Wherever_the_process_dies_a_year_is_as_before_or_as_asked_for()
    {
        await using var app = await WithBlocsAsync();
        var before = CycleBodyOf.Template(Economy);
        var after = CycleBodyOf.Template(Economy, Justice).With(0, CycleBodyOf.Stage("self-score", "2026-11-20", "2026-12-05"));
        for (var (calls, year) = (1, 2026); ; calls++, year++)
        {
            app.SetDay($"{year}-02-01");
            using var admin = app.Admin();
            var tag = await admin.PutCycleAsync(year, before).TagAsync();

            app.Faults.Reset(dieAfter: calls);
            await admin.PutCycleAsync(year, Shifted(after, year), tag).ContinueWith(put => put.Exception, TaskScheduler.Default);
            var died = app.Faults.HasDied;
            app.Faults.Reset();

            await using var restarted = new EmulationApp(azurite, issuer, app.Account);
            restarted.SetDay($"{year}-02-01");
            using var reader = restarted.Admin();
            var read = await reader.AskAsync($"/api/cycles/{year}").JsonAsync();
            var (blocs, changed) = (read["blocs"]!.AsArray().Count, read["blocs"]![0]!["stages"]!.AsArray().Count);
            Assert.True((blocs, changed) is (1, 0) or (2, 1), $"After {calls} calls: {read.ToJsonString()}");
            if (!died)
            {
                Assert.Equal((2, 1), (blocs, changed));
                return;
            }
        }
    }

    [Fact]
    public async Task Only_the_office_changes_years_and_everybody_known_reads_them()
    {
        await using var app = await WithBlocsAsync();
        using var admin = app.Admin();
        using var nobody = app.Nobody();
        using var stranger = app.Holding();
        using var reader = app.Holding("Emulation.Reader");
        using var council = app.Holding("Emulation.Council");
        using var officer = await app.OfficerAsync("so-tai-chinh");
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy)).JsonAsync();

        foreach (var address in new[] { "/api/cycles/2026", "/api/cycles", "/api/calendar-template" })
        {
            await nobody.AskAsync(address).ProblemAsync(401);
            await stranger.AskAsync(address).ProblemAsync(403);
            await reader.AskAsync(address).JsonAsync();
            await council.AskAsync(address).JsonAsync();
            await officer.AskAsync(address).JsonAsync();
        }

        foreach (var client in new[] { stranger, reader, council, officer })
        {
            await client.PutCycleAsync(2027, CycleBodyOf.Template(Economy)).ProblemAsync(403);
            await client.PutAsync("/api/calendar-template", new JsonObject(), null).ProblemAsync(403);
        }

        await nobody.PutCycleAsync(2027, CycleBodyOf.Template(Economy)).ProblemAsync(401);
        await admin.AskAsync("/api/cycles/2027").ProblemAsync(404);
    }

    private async Task<EmulationApp> WithBlocsAsync()
    {
        var app = new EmulationApp(azurite, issuer, services: services =>
        {
            services.AddSingleton<FindSchemeDemands>((scheme, version, _) => Task.FromResult<SchemeDemands?>(scheme == "co-ban" && version <= 2 ? new(IsDraft: false, []) : null));
            services.AddSingleton<FreezeScheme>((scheme, version, _) => Task.FromResult(_frozen.TryAdd((scheme, version), true)));
        });
        await app.HasBlocAsync(Economy, "so-tai-chinh", "so-xay-dung");
        await app.HasBlocAsync(Justice, "so-tu-phap");
        return app;
    }

    private static JsonNode Shifted(JsonObject body, int year) => JsonNode.Parse(body.ToJsonString().Replace("2026-", $"{year}-", StringComparison.Ordinal))!;
}

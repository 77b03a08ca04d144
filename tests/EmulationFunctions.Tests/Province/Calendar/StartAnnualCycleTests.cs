using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Calendar;

public sealed class StartAnnualCycleTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Economy = "khoi-kinh-te";
    private const string Justice = "khoi-noi-chinh";
    private const string Name = nameof(StartAnnualCycle);

    [Fact]
    public async Task The_first_year_is_opened_from_the_template_with_every_bloc_that_has_members()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var admin = app.Admin();
        await app.HasBlocAsync(Economy, "so-tai-chinh");
        await app.HasBlocAsync("khoi-rong");

        var run = await admin.PostAsync(new Uri($"/api/admin/timers/{Name}", UriKind.Relative), null, TestContext.Current.CancellationToken).JsonAsync();
        var cycle = await admin.AskAsync("/api/cycles/2026").JsonAsync();

        Assert.Equal(["2026 is open with 1 bloc", $"nobody leads {Economy} in 2026 yet"], run["done"]!.AsArray().Select(line => (string)line!));
        Assert.Equal("open", (string)cycle["state"]!);
        Assert.Equal(Economy, (string)Assert.Single(cycle["blocs"]!.AsArray())!["bloc"]!);
        Assert.Equal(9, cycle["stages"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_year_opens_on_its_date_with_last_year_s_blocs_and_schemes_and_its_deputies_suggested_to_lead()
    {
        await using var app = await WithYearAsync(2026);

        app.SetDay("2026-12-31", 23, 59, 59);
        await app.RunAsync(Name); // only marks 2026, which the office entered
        Assert.Null(await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken));
        app.SetDay("2027-01-01", 0);
        var done = await app.RunAsync(Name);

        var cycle = await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken);
        var term = await app.Services.GetRequiredService<RosterTable>().FindTermAsync(Economy, 2027, TestContext.Current.CancellationToken);
        Assert.Equal(["2027 is open with 2 blocs", $"a term of {Economy} is suggested for 2027", $"nobody leads {Economy} in 2027 yet", $"nobody leads {Justice} in 2027 yet"], done);
        Assert.Equal([new(Economy, new("co-ban", 2)), new(Justice, null)], cycle!.Blocs);
        Assert.Empty(cycle.Overrides); // last year's exceptions are not this year's rule
        // The deputy succeeds; last year's head is not suggested again.
        Assert.True(term is { Head: "so-xay-dung", Deputy: null, IsSuggestion: true, Basis: SuggestionBasis.Deputy });
    }

    [Fact]
    public async Task Two_machines_at_once_open_one_year_and_a_second_run_does_nothing()
    {
        await using var app = await WithYearAsync(2026);
        await using var other = new EmulationApp(azurite, issuer, app.Account, services: AnyScheme);
        app.SetDay("2027-01-01", 0, 5, 0);
        other.SetDay("2027-01-01", 0, 5, 1);

        var together = await Task.WhenAll(app.RunAsync(Name), other.RunAsync(Name));
        var before = await HeadsAsync(app);
        var again = await app.RunAsync(Name);

        Assert.Single(together.SelectMany(done => done), line => line.Contains("suggested", StringComparison.Ordinal));
        Assert.Empty(again);
        Assert.Equal(before, await HeadsAsync(app));
    }

    [Theory]
    [InlineData("2027-03-20", new[] { 2027 })] // the timer was lost for months
    [InlineData("2028-03-01", new[] { 2028 })] // a whole year was missed: it is over, and cannot be done from nothing
    public async Task A_year_that_nobody_opened_is_opened_late(string day, int[] open)
    {
        await using var app = await WithYearAsync(2026);
        app.SetDay(day);

        await app.RunAsync(Name);

        Assert.Equal(open, await app.Cycles().OpenYearsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_year_whose_work_still_runs_is_opened_though_the_next_one_has_begun()
    {
        await using var app = await WithYearAsync(2025);
        app.SetDay("2027-01-05"); // until 15 January units still submit for 2026

        await app.RunAsync(Name);

        Assert.Equal([2026, 2027], await app.Cycles().OpenYearsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_year_that_the_office_entered_is_left_as_it_is_and_its_terms_are_suggested_on_its_first_day()
    {
        await using var app = await WithYearAsync(2026);
        using var admin = app.Admin();
        var body = CycleBodyOf.Template(Economy);
        body["startsOn"] = "2027-02-01";
        var tag = await admin.PutCycleAsync(2027, body).TagAsync();

        app.SetDay("2027-01-02");
        var early = await app.RunAsync(Name);
        app.SetDay("2027-02-01");
        var due = await app.RunAsync(Name);

        Assert.DoesNotContain(early, line => line.Contains("2027", StringComparison.Ordinal));
        Assert.Equal([$"a term of {Economy} is suggested for 2027", $"nobody leads {Economy} in 2027 yet"], due);
        Assert.Equal(tag, await admin.AskAsync("/api/cycles/2027").TagAsync());
    }

    [Fact]
    public async Task A_term_that_was_set_beforehand_is_not_touched()
    {
        await using var app = await WithYearAsync(2026);
        await app.HasTermAsync(new(Economy, 2027, "so-xay-dung", null, null, false, IsSuggestion: false, 0));
        app.SetDay("2027-01-01");

        await app.RunAsync(Name);

        var term = await app.Services.GetRequiredService<RosterTable>().FindTermAsync(Economy, 2027, TestContext.Current.CancellationToken);
        Assert.True(term is { Head: "so-xay-dung", IsSuggestion: false });
    }

    [Fact]
    public async Task Past_years_that_were_entered_are_not_opened()
    {
        await using var app = await WithYearAsync(2017);
        app.SetDay("2026-01-05");

        var done = await app.RunAsync(Name);

        Assert.Equal("2026 is open with 2 blocs", done[0]);
        Assert.DoesNotContain(done, line => line.Contains("2017", StringComparison.Ordinal) || line.Contains("2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_year_opens_on_the_day_of_the_office_s_own_calendar()
    {
        await using var app = await WithYearAsync(2026);
        using var admin = app.Admin();
        var template = (await admin.AskAsync("/api/calendar-template").JsonAsync()).AsObject();
        template.Remove("isDefault");
        template["startsOn"] = new JsonObject { ["month"] = 12, ["day"] = 20, ["yearOffset"] = -1 };
        await admin.PutAsync("/api/calendar-template", template, null).JsonAsync();

        app.SetDay("2026-12-19");
        await app.RunAsync(Name);
        var before = await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken);
        app.SetDay("2026-12-20");
        await app.RunAsync(Name);
        var after = await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken);

        Assert.Null(before);
        Assert.Equal(CycleState.Open, after!.State);
    }

    [Fact]
    public async Task Wherever_a_run_dies_nothing_is_half_there_and_the_next_run_finishes_it()
    {
        await using var app = await WithYearAsync(2026);
        await using var restarted = new EmulationApp(azurite, issuer, app.Account, services: AnyScheme);
        // It makes more than two hundred calls, the same ones for each bloc over and over.
        for (var (calls, year) = (1, 2027); ; calls += 5, year++)
        {
            app.SetDay($"{year}-01-20");
            app.Faults.Reset(dieAfter: calls);
            await app.RunAsync(Name).ContinueWith(run => run.Exception, TaskScheduler.Default);
            var died = app.Faults.HasDied;
            app.Faults.Reset();

            restarted.SetDay($"{year}-01-20");
            var found = await restarted.Cycles().FindAsync(year, TestContext.Current.CancellationToken);
            Assert.True(found is null or { Blocs.Count: 2, Stages.Count: 9 }, $"After {calls} calls the year is half there.");

            await restarted.RunAsync(Name);
            var whole = await restarted.Cycles().FindAsync(year, TestContext.Current.CancellationToken);
            var term = await restarted.Services.GetRequiredService<RosterTable>().FindTermAsync(Economy, year, TestContext.Current.CancellationToken);
            Assert.True(whole is { IsOpened: true, State: CycleState.Open });
            Assert.Equal([new(Economy, new("co-ban", 2)), new(Justice, null)], whole.Blocs);
            Assert.True(term is { Head: "so-xay-dung", IsSuggestion: true }, $"After {calls} calls the suggestion is lost.");
            Assert.Empty(await restarted.RunAsync(Name));
            if (!died)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_bloc_whose_opening_fails_holds_up_no_other_and_is_made_up_by_the_next_run()
    {
        var (isBroken, prepared) = (true, new List<string>());
        await using var app = await WithYearAsync(2026, services => services.AddSingleton(new OpeningWork("tests", (year, bloc, _) =>
        {
            if (year == 2027 && bloc == Economy && isBroken)
            {
                throw new InvalidOperationException("Broken.");
            }

            prepared.Add($"{bloc} {year}");
            return Task.FromResult<IReadOnlyList<string>>([]);
        })));
        app.SetDay("2027-01-01");
        using var admin = app.Admin();

        var failed = await Assert.ThrowsAsync<PartsFailedException>(() =>
            app.Services.GetRequiredService<TimerRunner>().RunAsync(app.Timer(Name), TestContext.Current.CancellationToken));
        var cycle = await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken);
        var others = prepared.ToList();
        var told = (await admin.AskAsync("/api/admin/operations").JsonAsync())["timers"]!.AsArray().Single(timer => (string)timer!["name"]! == Name)!;
        isBroken = false;
        app.SetDay("2027-01-02");
        await app.RunAsync(Name);

        Assert.Equal($"1 part failed: 2027 {Economy} tests", failed.Parts);
        Assert.Contains($"{Justice} 2027", others);
        Assert.True(cycle is { State: CycleState.Open, IsOpened: false, Blocs.Count: 2 });
        Assert.Equal(failed.Parts, (string)told["failure"]!);
        Assert.Contains($"{Economy} 2027", prepared);
        Assert.True((await app.Cycles().FindAsync(2027, TestContext.Current.CancellationToken))!.IsOpened);
    }

    /// <summary>Every scheme is there and can be taken.</summary>
    private static void AnyScheme(IServiceCollection services)
    {
        services.AddSingleton<FindSchemeDemands>((_, _, _) => Task.FromResult<SchemeDemands?>(new(IsDraft: false, [])));
        services.AddSingleton<FreezeScheme>((_, _, _) => Task.FromResult(true));
    }

    /// <summary>A year that the office entered, one bloc of which has a scheme, a term and days of its own.</summary>
    private async Task<EmulationApp> WithYearAsync(int year, Action<IServiceCollection>? services = null)
    {
        var app = new EmulationApp(azurite, issuer, services: AnyScheme + services);
        await app.HasBlocAsync(Economy, "so-tai-chinh", "so-xay-dung");
        await app.HasBlocAsync(Justice, "so-tu-phap");
        await app.HasTermAsync(new(Economy, year, "so-tai-chinh", "so-xay-dung", null, false, IsSuggestion: false, 0));
        using var admin = app.Admin();
        await admin.PutCycleAsync(year, CycleBodyOf.Template(Economy, Justice)
            .Scored(0, "co-ban", 2)
            .With(0, CycleBodyOf.Stage("self-score", $"{year}-11-20", $"{year}-12-05"))).JsonAsync();
        return app;
    }

    private static async Task<List<string>> HeadsAsync(EmulationApp app)
    {
        var heads = new List<string>();
        foreach (var table in new[] { CycleTable.Table, RosterTable.Table })
        {
            await foreach (var row in app.Tables.GetTable(table).QueryAsync("RowKey eq 'head'", null, null, TestContext.Current.CancellationToken))
            {
                heads.Add($"{table}/{row.PartitionKey} {row.GetInt64("Seq")}");
            }
        }

        return heads;
    }
}

using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Province.Calendar;

public sealed class AdvanceStagesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Economy = "khoi-kinh-te";
    private const string Justice = "khoi-noi-chinh";
    private const string Name = nameof(AdvanceStages);

    private readonly RecordCollector _records = new();

    [Fact]
    public async Task Each_bloc_moves_on_its_own_days_and_is_told_once()
    {
        await using var app = await WithYearAsync();

        app.SetDay("2026-11-15", 0); // the year's day; one bloc begins five days later
        var first = await app.RunAsync(Name);
        var again = await app.RunAsync(Name);
        app.SetDay("2026-11-20", 0);
        var second = await app.RunAsync(Name);

        Assert.Equal([$"{Justice} of 2026 (nam) is at self-score"], first);
        Assert.Empty(again);
        Assert.Equal([$"{Economy} of 2026 (nam) is at self-score"], second);
        Assert.Equal([(2026, Justice, "self-score"), (2026, Economy, "self-score")], _records.Of("StageMoved").Select(move => (move["Year"], move["Bloc"], move["Stage"])));
    }

    [Fact]
    public async Task A_bloc_stays_where_it_is_between_stages_and_catches_up_when_runs_were_lost()
    {
        await using var app = await WithYearAsync();
        app.SetDay("2026-03-01");
        await app.RunAsync(Name);

        app.SetDay("2026-05-01"); // nothing is open
        var between = await app.RunAsync(Name);
        app.SetDay("2026-12-25"); // half the year without a run
        var late = await app.RunAsync(Name);

        Assert.Empty(between);
        Assert.Equal([$"{Economy} of 2026 (nam) is at bloc-meeting", $"{Justice} of 2026 (nam) is at bloc-meeting"], late.Order());
    }

    [Fact]
    public async Task January_still_works_on_last_year_and_then_closes_it_once()
    {
        await using var app = await WithYearAsync();
        app.SetDay("2027-01-10");
        await app.RunAsync(Name);

        app.SetDay("2027-02-01", 0);
        var closed = await app.RunAsync(Name);
        var again = await app.RunAsync(Name);

        Assert.Equal(["submission", "submission", "closed", "closed"], _records.Of("StageMoved").Select(move => (string)move["Stage"]!));
        Assert.Equal(2, closed.Count);
        Assert.Empty(again);
    }

    [Fact]
    public async Task Two_machines_that_run_at_once_move_a_bloc_once()
    {
        await using var app = await WithYearAsync();
        await using var other = new EmulationApp(azurite, issuer, app.Account, _records.Collect);
        app.SetDay("2026-12-01", 12, 0, 0);
        other.SetDay("2026-12-01", 12, 0, 1);

        await Task.WhenAll(app.RunAsync(Name), other.RunAsync(Name));

        Assert.Equal(2, _records.Of("StageMoved").Count);
    }

    [Fact]
    public async Task Each_hour_says_how_far_each_bloc_is()
    {
        await using var app = await WithYearAsync(services =>
            services.AddSingleton<SubmittedUnits>((_, _, bloc, _, _) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>(bloc == Economy ? ["so-tai-chinh", "so-cu"] : []))));
        using var admin = app.Admin();
        await admin.PutAsync("/api/cycles/2026/units/so-cong-thuong/extensions/self-score", System.Text.Json.Nodes.JsonNode.Parse("""{"closes":"2026-12-20","reason":"Thiên tai"}""")!, null).JsonAsync();

        app.SetDay("2026-12-08"); // after the one bloc's own deadline, before the other's
        await app.RunAsync(Name);

        Assert.Equal(
            [(Economy, "between", 3, 1, 1), (Justice, "self-score", 1, 0, 0)], // one has submitted, one was given more time, one is late
            _records.Of("BlocProgress").Select(bloc => ((string)bloc["Bloc"]!, (string)bloc["Stage"]!, (int)bloc["Members"]!, (int)bloc["Submitted"]!, (int)bloc["Late"]!)));
    }

    [Fact]
    public async Task A_change_that_a_killed_process_left_half_applied_is_finished()
    {
        await using var app = await WithYearAsync();
        string[] blocs = [.. Enumerable.Range(1, 60).Select(number => $"khoi-{number:D2}")];
        foreach (var bloc in blocs)
        {
            await app.HasBlocAsync(bloc);
        }

        var body = CycleBodyOf.Template(blocs);
        for (var index = 0; index < blocs.Length; index++)
        {
            body.With(index, CycleBodyOf.Stage("self-score", "2028-11-20", "2028-12-05"));
        }

        // Whatever call it dies in, more than one later run never has anything to do.
        var (finished, year) = (0, 2028);
        for (var calls = 12; calls <= 48; calls += 4)
        {
            app.SetDay($"{year}-02-01");
            using var admin = app.Admin();
            app.Faults.Reset(dieAfter: calls);
            await admin.PutCycleAsync(year, Shifted(body, year)).ContinueWith(put => put.Exception, TaskScheduler.Default);
            app.Faults.Reset();

            await using var restarted = new EmulationApp(azurite, issuer, app.Account, _records.Collect);
            restarted.Clock.Now = app.Clock.Now + TimeSpan.FromMinutes(16);
            await restarted.RunAsync(Name);
            var left = await restarted.Services.GetRequiredService<Intents>().ListAsync(StagedChanges.Intent, TimeSpan.Zero, TestContext.Current.CancellationToken);
            var cycle = await restarted.Cycles().FindAsync(year, TestContext.Current.CancellationToken);

            Assert.Empty(left);
            Assert.True(cycle is null or { Blocs.Count: 60, Overrides.Count: 60 });
            finished += cycle is null ? 0 : 1;
            year++;
        }

        Assert.NotEmpty(_records.Of("PartitionFinished"));
        Assert.True(finished > 0);
    }

    [Fact]
    public async Task What_was_left_half_published_comes_before_all_other_hourly_work()
    {
        await using var app = new EmulationApp(azurite, issuer);

        Assert.Equal("publications", app.Services.GetServices<HourlyWork>().First().Name);
    }

    [Fact]
    public async Task What_fails_stops_nothing_else_and_the_run_says_that_it_failed()
    {
        var ran = new List<string>();
        await using var app = await WithYearAsync(services =>
        {
            services.AddSingleton(new HourlyWork("broken", _ => throw new InvalidOperationException("broken")));
            services.AddSingleton(new HourlyWork("publications", _ =>
            {
                ran.Add("publications");
                return Task.FromResult<IReadOnlyList<string>>(["one publication is done"]);
            }));
        });
        app.SetDay("2026-12-01");

        await Assert.ThrowsAsync<AggregateException>(() => app.RunAsync(Name));

        Assert.Equal(["publications"], ran);
        Assert.Equal("broken", Assert.Single(_records.Of("HourlyPartFailed"))["Part"]);
        Assert.Equal(2, _records.Of("StageMoved").Count);
        Assert.Equal(2, _records.Of("BlocProgress").Count);
    }

    private async Task<EmulationApp> WithYearAsync(Action<IServiceCollection>? services = null)
    {
        var app = new EmulationApp(azurite, issuer, services: collection =>
        {
            _records.Collect(collection);
            services?.Invoke(collection);
        });
        await app.HasBlocAsync(Economy, "so-tai-chinh", "so-xay-dung", "so-cong-thuong");
        await app.HasBlocAsync(Justice, "so-tu-phap");
        using var admin = app.Admin();
        await admin.PutCycleAsync(2026, CycleBodyOf.Template(Economy, Justice).With(0, CycleBodyOf.Stage("self-score", "2026-11-20", "2026-12-05"))).JsonAsync();
        return app;
    }

    private static System.Text.Json.Nodes.JsonNode Shifted(System.Text.Json.Nodes.JsonNode body, int year) =>
        System.Text.Json.Nodes.JsonNode.Parse(body.ToJsonString().Replace("2028-", $"{year}-", StringComparison.Ordinal))!;
}

using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using static EmulationFunctions.Tests.Year.Standings.PublicationSteps;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>A publication spans partitions: wherever it is cut off, and whoever comes between, it is whole or not there.</summary>
public sealed class PublicationCrashTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)] // the office publishes again
    [InlineData(false)] // nobody does: the timer comes by
    public async Task A_publication_cut_off_after_any_call_is_finished_by_whoever_comes_next(bool byOffice)
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] blocs = [.. Enumerable.Range(1, MostCalls).Select(calls => $"khoi-{calls}")];
        await app.HasOpenBlocsAsync(Two, blocs, "so-a", "so-b", "so-c");
        await using var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var dying = app.Admin();
        using var admin = restarted.Admin();
        using var member = await restarted.OfficerAsync("so-b");
        // A caller's own lookups are not the publication's.
        await dying.StandingsAsync("khoi-1").JsonAsync();

        for (var calls = 1; ; calls++)
        {
            var bloc = blocs[calls - 1];
            await TwoSubmitAsync(restarted, bloc);
            app.Faults.Reset(dieAfter: calls);
            using var answer = await dying.PublishAsync(bloc, "so-c");
            var died = app.Faults.HasDied || answer.StatusCode != HttpStatusCode.OK;
            app.Faults.Reset();

            // In between: everything or nothing.
            using var between = await member.StandingsAsync(bloc);
            if (between.StatusCode == HttpStatusCode.OK)
            {
                AssertWhole(await Task.FromResult(between).JsonAsync());
            }
            else
            {
                await Task.FromResult(between).ProblemAsync(404);
            }

            if (byOffice)
            {
                AssertWhole(await admin.PublishAsync(bloc, "so-c").JsonAsync());
            }

            restarted.Clock.Now += StagedChanges.AbandonedAfter;
            var done = await restarted.ResumePublicationsAsync();
            Assert.Empty(await restarted.Services.GetRequiredService<Intents>().ListAsync(StandingsPublisher.Intent, TimeSpan.Zero, Cancellation));

            using var afterwards = await member.StandingsAsync(bloc);
            if (afterwards.StatusCode == HttpStatusCode.OK)
            {
                AssertWhole(await Task.FromResult(afterwards).JsonAsync());
                await AssertLockedAsync(restarted, bloc);
            }
            else
            {
                // Cut off before it had begun: then nothing of it is left.
                Assert.False(byOffice);
                Assert.All(["so-a", "so-b"], unit => Assert.Equal(SheetState.Submitted, restarted.HeadAsync(unit, bloc).Result!.State));
                Assert.DoesNotContain(done, line => line.Contains("are published", StringComparison.Ordinal));
            }

            if (!died)
            {
                Assert.True(calls > 20, $"A publication takes more than {calls} calls.");
                return;
            }
        }
    }

    [Fact]
    public async Task The_hourly_timer_finishes_what_was_cut_off()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(Two, "so-a", "so-b", "so-c");
        await TwoSubmitAsync(app, Bloc);
        using var admin = app.Admin();
        await admin.StandingsAsync().JsonAsync();
        var transactions = 0;
        app.Faults.Instead = request => IsTransaction(request) && Interlocked.Increment(ref transactions) == 2
            ? throw new ProcessDiedException() // at the first lock
            : null;
        await admin.PublishAsync(Bloc, "so-c").ProblemAsync(500);
        app.Faults.Instead = null;

        var early = await app.RunAsync(nameof(AdvanceStages)); // a request may still be at it
        var between = (string)(await admin.StandingsAsync().JsonAsync())["state"]!;
        app.Clock.Now += StagedChanges.AbandonedAfter;
        var done = await app.RunAsync(nameof(AdvanceStages));

        Assert.DoesNotContain(early, line => line.Contains("standings", StringComparison.Ordinal));
        Assert.Equal("publishing", between);
        Assert.Contains($"the standings {TheYear} nam {Bloc} are published", done);
        AssertWhole(await admin.StandingsAsync().JsonAsync());
    }

    [Fact]
    public async Task A_cluster_too_large_for_one_transaction_is_published_whole_wherever_it_is_cut_off()
    {
        string[] units = [.. Enumerable.Range(1, 50).Select(number => $"xa-{number:D2}")];
        const int Last = 8; // the calls of the last change and a few before it
        await using var app = new EmulationApp(azurite, issuer);
        string[] blocs = [.. Enumerable.Range(0, Last + 1).Select(number => $"cum-{number}")];
        var one = SchemeSamples.Of(SchemeSamples.Direct("I", null, 100));
        await app.HasOpenBlocsAsync(one, blocs, units);
        await using var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var dying = app.Admin();
        using var reader = restarted.Holding("Emulation.Reader");
        using var member = await restarted.OfficerAsync("xa-01");
        await dying.StandingsAsync(blocs[0]).JsonAsync();
        var calls = 0;

        for (var run = 0; run <= Last; run++)
        {
            var bloc = blocs[run];
            foreach (var some in units.Index().Chunk(10))
            {
                await Task.WhenAll(some.Select(unit => restarted.HasSubmittedAsync(bloc, unit.Item, one, ("I", 100 - unit.Index))));
            }

            app.Faults.Reset(dieAfter: run == 0 ? int.MaxValue : calls - run);
            using var answer = await dying.PublishAsync(bloc);
            calls = run == 0 ? app.Faults.Calls : calls;
            app.Faults.Reset();

            using var between = await member.StandingsAsync(bloc);
            if (between.StatusCode == HttpStatusCode.OK)
            {
                AssertRanked(await Task.FromResult(between).JsonAsync());
            }

            restarted.Clock.Now += StagedChanges.AbandonedAfter;
            await restarted.ResumePublicationsAsync();
            AssertRanked(await member.StandingsAsync(bloc).JsonAsync());
        }

        void AssertRanked(JsonNode standings) =>
            Assert.Equal(units.Select((unit, index) => (index + 1, unit)), standings.Ranks());
    }

    [Fact]
    public async Task A_withdrawal_cut_off_after_any_call_gives_every_sheet_back()
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] blocs = [.. Enumerable.Range(1, MostCalls).Select(calls => $"khoi-{calls}")];
        await app.HasOpenBlocsAsync(Two, blocs, "so-a", "so-b", "so-c");
        await using var restarted = new EmulationApp(azurite, issuer, app.Account);
        restarted.Clock.Now = app.Clock.Now;
        using var dying = app.Admin();
        using var admin = restarted.Admin();
        await dying.StandingsAsync("khoi-1").JsonAsync();

        for (var calls = 1; ; calls++)
        {
            var bloc = blocs[calls - 1];
            await TwoSubmitAsync(restarted, bloc);
            var (hasBegun, hasChanged) = (false, false);
            app.Faults.Instead = request =>
            {
                // Between its beginning and the first lock.
                if (hasBegun && !hasChanged)
                {
                    hasChanged = true;
                    Assert.True(ReturnUnseenAsync(restarted, bloc).GetAwaiter().GetResult());
                    app.Faults.Reset(dieAfter: calls);
                }

                hasBegun |= IsTransaction(request);
                return null;
            };
            app.Faults.Reset();
            using var answer = await dying.PublishAsync(bloc, "so-c");
            var died = app.Faults.HasDied || answer.StatusCode != HttpStatusCode.Conflict;
            app.Faults.Instead = null;
            app.Faults.Reset();

            restarted.Clock.Now += StagedChanges.AbandonedAfter;
            await restarted.ResumePublicationsAsync(); // withdraws
            await restarted.ResumePublicationsAsync(); // sweeps
            Assert.Empty(await restarted.Services.GetRequiredService<Intents>().ListAsync(StandingsPublisher.Intent, TimeSpan.Zero, Cancellation));
            Assert.Equal("preview", (string)(await admin.StandingsAsync(bloc).JsonAsync())["state"]!);
            Assert.Equal(SheetState.Submitted, (await restarted.HeadAsync("so-a", bloc))!.State);
            Assert.Equal(SheetState.Returned, (await restarted.HeadAsync("so-b", bloc))!.State);
            if (!died)
            {
                Assert.True(calls > 8, $"A withdrawal takes more than {calls} calls.");
                return;
            }
        }
    }
}

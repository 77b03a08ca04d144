using System.Net;
using EmulationFunctions.Year.Blocs;
using static EmulationFunctions.Tests.Year.Standings.PublicationSteps;

namespace EmulationFunctions.Tests.Year.Standings;

/// <summary>Whoever changes a sheet while it is being published either stops the publication or is too late.</summary>
public sealed class PublicationRaceTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_sheet_that_is_returned_during_a_publication_stops_it_or_is_not_returned() => RaceAsync(
        ReturnAsync,
        states: (SheetState.Submitted, SheetState.Returned),
        leftOutThen: ["so-b", "so-c"],
        ranksThen: [(1, "so-a")]);

    [Fact]
    public Task A_sheet_that_is_mended_during_a_publication_stops_it_or_is_not_mended() => RaceAsync(
        async (app, bloc) => await ReturnAsync(app, bloc) && await SubmitAsync(app, bloc, "so-b"),
        states: (SheetState.Submitted, SheetState.Submitted),
        leftOutThen: ["so-c"],
        ranksThen: [(1, "so-b"), (2, "so-a")],
        step: 2);

    [Fact]
    public Task A_unit_that_submits_while_it_is_being_left_out_stops_the_publication_or_is_too_late() => RaceAsync(
        (app, bloc) => SubmitAsync(app, bloc, "so-c"),
        states: (SheetState.Submitted, SheetState.Submitted),
        leftOutThen: [],
        ranksThen: [(1, "so-c"), (2, "so-a"), (3, "so-b")],
        step: 2);

    [Fact]
    public async Task Who_meets_a_publication_that_was_begun_meanwhile_goes_on_with_the_sheets_as_they_are_then()
    {
        const string Bloc = "khoi-1";
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocsAsync(Two, [Bloc], "so-a", "so-b", "so-c");
        await using var other = new EmulationApp(azurite, issuer, app.Account);
        await using var dying = new EmulationApp(azurite, issuer, app.Account);
        other.Clock.Now = dying.Clock.Now = app.Clock.Now;
        using var publishing = app.Admin();
        using var begins = dying.Admin();
        await TwoSubmitAsync(other, Bloc);
        var (own, theirs) = (0, 0);
        // Dies when it has begun, before it locks a sheet.
        dying.Faults.Instead = request => IsTransaction(request) && Interlocked.Increment(ref theirs) == 2 ? throw new ProcessDiedException() : null;
        // This one has looked at all sheets, and is about to begin.
        app.Faults.Instead = request =>
        {
            if (IsTransaction(request) && Interlocked.Increment(ref own) == 1)
            {
                MeanwhileAsync().GetAwaiter().GetResult();
            }

            return null;
        };

        Assert.Equal([(1, "so-b"), (2, "so-a")], (await publishing.PublishAsync(Bloc, "so-c").JsonAsync()).Ranks());
        Assert.Equal(2, theirs);

        async Task MeanwhileAsync()
        {
            Assert.True(await ReturnAsync(other, Bloc) && await SubmitAsync(other, Bloc, "so-b"));
            using var died = await begins.PublishAsync(Bloc, "so-c");
            Assert.Equal(HttpStatusCode.InternalServerError, died.StatusCode);
        }
    }

    /// <summary>Lets somebody change a sheet at each call (or each second) of a publication: before it either counts or stops the publication, after it is refused.</summary>
    private async Task RaceAsync(
        Func<EmulationApp, string, Task<bool>> change, (SheetState A, SheetState B) states, string[] leftOutThen, (int, string)[] ranksThen, int step = 1)
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] blocs = [.. Enumerable.Range(1, MostCalls).Select(calls => $"khoi-{calls}")];
        await app.HasOpenBlocsAsync(Two, blocs, "so-a", "so-b", "so-c");
        await using var other = new EmulationApp(azurite, issuer, app.Account);
        other.Clock.Now = app.Clock.Now;
        using var publishing = app.Admin();
        using var admin = other.Admin();
        await publishing.StandingsAsync("khoi-1").JsonAsync();
        var (stopped, tooLate) = (0, 0);

        for (var call = 1; ; call += step)
        {
            var bloc = blocs[call - 1];
            await TwoSubmitAsync(other, bloc);
            var sent = 0;
            bool? hasChanged = null;
            app.Faults.Instead = _ =>
            {
                if (Interlocked.Increment(ref sent) == call)
                {
                    hasChanged = change(other, bloc).GetAwaiter().GetResult();
                }

                return null;
            };
            using var answer = await publishing.PublishAsync(bloc, "so-c");
            app.Faults.Instead = null;
            var after = await admin.StandingsAsync(bloc).JsonAsync();

            if (hasChanged is true && answer.StatusCode != HttpStatusCode.OK)
            {
                stopped++;
                Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                Assert.Equal("preview", (string)after["state"]!);
                Assert.Equal(states, ((await other.HeadAsync("so-a", bloc))!.State, (await other.HeadAsync("so-b", bloc))!.State));
                // And then it can be published as it is now.
                Assert.Equal(ranksThen, (await admin.PublishAsync(bloc, leftOutThen).JsonAsync()).Ranks());
            }
            else if (hasChanged is true)
            {
                // Before the publication had looked at the sheet: then it rests on what it is now.
                Assert.Equal(ranksThen, after.Ranks());
            }
            else
            {
                tooLate += hasChanged is null ? 0 : 1;
                AssertWhole(after);
                await AssertLockedAsync(other, bloc);
            }

            if (hasChanged is null)
            {
                break;
            }
        }

        Assert.True(stopped > 1 && tooLate > 1, $"{stopped} were stopped, {tooLate} came too late.");
    }
}

using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Province.Roster;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Province.Roster.SuccessionSamples;

namespace EmulationFunctions.Tests.Year.Sheets;

/// <summary>Two decisions of one sheet that meet.</summary>
public sealed class SheetDecidedTwiceTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_that_is_carried_while_it_is_decided_otherwise_is_said_to_be_and_never_both()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PublicationSteps.Two, "so-a", "so-b");
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(new Unit("so-moi", "Sở Mới", UnitKind.Department, [], false, [], false, 0))));
        await app.SavesAsync("so-b", null, ("I", 45), ("II", 30));
        using var admin = app.Admin();
        await admin.SucceedAsync("x", Merge("2026-11-25", ["so-b"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "carried", "so-moi"))).JsonAsync();
        var first = (await app.Services.GetRequiredService<RosterTable>().FindSuccessionAsync("x", Cancellation))!;
        app.SetDay("2026-11-25", 1);
        // The timer works by the first decision, while another one has been checked and is written.
        await app.Services.GetRequiredService<SettleSheet>()(first, first.Sheets[0], BlocOf.Bloc, Cancellation);
        var closed = first with { Sheets = [first.Sheets[0] with { Outcome = SheetOutcome.Closed, To = null }] };
        var decided = await app.Services.GetRequiredService<SuccessionChanges>().RecordAsync(closed, new IfMatch([EntityTag.Of(first.Version)]), Actor.System, Cancellation);

        var ended = await app.Services.GetRequiredService<SuccessionWork>().GoOnAsync(decided, Actor.System, Cancellation);
        using var read = await admin.ReadAsync("/api/successions/x");
        var done = await admin.SucceedAsync(
            "x", Merge("2026-11-25", ["so-b"], "so-moi", BlocOf.Bloc).With(("so-b", BlocOf.Bloc, "carried", "so-moi")), read.Headers.ETag!.Tag).JsonAsync();

        Assert.False(ended.IsDone);
        Assert.Contains("so-moi", ended.Obstacle!.Vi, StringComparison.Ordinal);
        Assert.True((bool)done["isDone"]!);
        Assert.Equal((SheetState.Closed, SheetState.Draft), ((await app.HeadAsync("so-b"))!.State, (await app.HeadAsync("so-moi"))!.State));
    }
}

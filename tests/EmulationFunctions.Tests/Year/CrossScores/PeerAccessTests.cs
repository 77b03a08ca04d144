using System.Net;
using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Rules.Tests.Platform.Files;
using EmulationFunctions.Tests.Year.Evidence;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.CrossScores.PeersOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.CrossScores;

/// <summary>Who gets at whose sheets, files and points while units score each other.</summary>
public sealed class PeerAccessTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_assigned_learns_nothing_of_how_far_the_sheet_is_and_who_was_given_more_time_has_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-a", "so-b", "so-c");
        await app.HasSubmittedAsync(Bloc, "so-a", PeersOf.Scheme, ("I", 1), ("II", 1));
        using var admin = app.Admin();
        var panel = await admin.DrawAsync();
        var scorer = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["unit"]! == "so-a")!["scorer"]!;
        var (unsubmitted, other) = scorer == "so-b" ? ("so-b", "so-c") : ("so-c", "so-b");
        var notTheirs = panel["pairs"]!.AsArray().Any(pair => ((string)pair!["scorer"]!, (string)pair["unit"]!) == (other, unsubmitted)) ? "so-a" : unsubmitted;
        app.SetDay("2026-12-16");
        await app.Services.GetRequiredService<PartitionStore>().ChangeAsync(CycleTable.Address(TheYear), KeyRange.Prefix("none|"), Actor.System, (_, change) =>
        {
            change.Put(CycleRows.From(new Extension(scorer, StageKind.CrossScore, new(2026, 12, 18), "Bão số 9"), CycleTable.Address(TheYear).Partition));
            change.Audit = new("Test", scorer);
            return Task.FromResult(0);
        }, Cancellation);
        using var stranger = await app.OfficerAsync(other);
        using var officer = await app.OfficerAsync(scorer);

        var refused = await stranger.SendAsync(Gives(other, notTheirs, null, ("I", 1)), Cancellation).ProblemAsync(409);
        using var read = await stranger.GetAsync(GivenBy(other, notTheirs), Cancellation);
        using var saved = await officer.SendAsync(Gives(scorer, "so-a", null, ("I", 1)), Cancellation);

        Assert.Equal(("urn:emulation-functions:not-assigned", HttpStatusCode.Conflict), ((string)refused["type"]!, read.StatusCode));
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_assigned_peer_downloads_the_evidence_and_another_member_does_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-h", "so-a", "so-b", "so-c");
        using var unit = await app.OfficerAsync("so-a");
        using var uploaded = await unit.UploadAsync(SampleFiles.Pdf(), criterion: "I", files: $"{SheetAddress("so-a")}/evidence");
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        await app.SubmitsAsync("so-a", ("I", 60), ("II", 40));
        using var admin = app.Admin();
        var panel = await admin.DrawAsync();
        var scorer = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["unit"]! == "so-a")!["scorer"]!;
        using var assigned = await app.OfficerAsync(scorer);
        using var unassigned = await app.OfficerAsync(new[] { "so-b", "so-c" }.First(one => one != scorer));

        using var file = await assigned.GetAsync(uploaded.Headers.Location, Cancellation);
        using var refused = await unassigned.GetAsync(uploaded.Headers.Location, Cancellation);
        using var written = await assigned.UploadAsync(SampleFiles.Pdf(), criterion: "I", files: $"{SheetAddress("so-a")}/evidence");

        Assert.Equal(SampleFiles.Pdf(), await file.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (refused.StatusCode, written.StatusCode));
    }

    [Fact]
    public async Task Twelve_units_that_save_at_once_all_have_what_they_saved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        string[] units = [.. Enumerable.Range(1, 12).Select(number => $"so-{number:00}")];
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, units);
        using var admin = app.Admin();
        var panel = await admin.DrawAsync();
        List<(string Scorer, string Unit)> pairs = [.. panel["pairs"]!.AsArray().Select(pair => ((string)pair!["scorer"]!, (string)pair["unit"]!))];
        foreach (var unit in units)
        {
            using var bound = await app.OfficerAsync(unit);
        }

        await Task.WhenAll(pairs.Select((pair, index) => app.GivesAsync(pair.Scorer, pair.Unit, index, index)));

        var given = (await app.Services.GetRequiredService<BlocTable>().ReadAsync(new(TheYear, "nam", Bloc), Cancellation)).Given;
        Assert.Equal(
            pairs.Select((pair, index) => (pair.Scorer, pair.Unit, (decimal)index)).Order(),
            given.Select(one => (one.Scorer, one.Unit, one.Points["I"].ToDecimal())).Order());
        Assert.Equal(25, await AuditChain.AssertWholeAsync(app.Tables, new BlocInPeriod(TheYear, "nam", Bloc).Address, Cancellation));
    }

    [Fact]
    public async Task Nobody_sees_what_others_gave_a_unit_before_its_own_points_are_in()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme, "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        await admin.DrawAsync();
        await app.GivesAsync("so-b", "so-a", 50, 30);
        using var draft = await (await app.OfficerAsync("so-b")).SendAsync(Gives("so-b", "so-c", null, ("I", 1)), Cancellation);

        // The office sees what is submitted; the scorer its own; the head and the other peer nothing yet; the scored unit nothing yet.
        Assert.Equal("a", await SeenAsync(admin));
        Assert.Equal("a c", await SeenAsync(await app.OfficerAsync("so-b")));
        Assert.Equal("", await SeenAsync(await app.OfficerAsync("so-c")));
        Assert.Equal("", await SeenAsync(await app.OfficerAsync("so-a")));
        Assert.EndsWith("own-scores-first", (string)(await (await app.OfficerAsync("so-a")).StandingsAsync().ProblemAsync(409))["type"]!, StringComparison.Ordinal);

        await app.GivesAsync("so-c", "so-a", 40, 20);
        Assert.Equal("a", await SeenAsync(await app.OfficerAsync("so-c"), "so-b"));

        await app.GivesAsync("so-a", "so-b", 40, 20);
        await app.GivesAsync("so-a", "so-c", 40, 20);
        Assert.Equal("a", await SeenAsync(await app.OfficerAsync("so-a"), "so-b"));
        using var standings = await (await app.OfficerAsync("so-a")).StandingsAsync();
        Assert.Equal(HttpStatusCode.OK, standings.StatusCode);

        // A unit that has not done its own part sees nothing of itself even when all others have.
        using var stranger = await app.OfficerAsync("so-x");
        using var outside = await stranger.GetAsync(Panel, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);

        async Task<string> SeenAsync(HttpClient client, string scorer = "so-b")
        {
            var panel = await client.GetAsync(Panel, Cancellation).JsonAsync();
            client.Dispose();
            return string.Join(' ', panel["pairs"]!.AsArray()
                .Where(pair => (string)pair!["scorer"]! == scorer && pair["scores"] is JsonArray)
                .Select(pair => ((string)pair!["unit"]!)[^1..]));
        }
    }

    [Fact]
    public async Task An_assigned_peer_reads_the_sheet_and_its_files_and_another_member_does_not()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasPeersAsync(PeersOf.Scheme with { CrossScoring = Averaged with { Peers = 1 } }, "so-h", "so-a", "so-b", "so-c");
        using var admin = app.Admin();
        var panel = await admin.DrawAsync();
        var scorer = (string)panel["pairs"]!.AsArray().First(pair => (string)pair!["unit"]! == "so-a")!["scorer"]!;
        var other = new[] { "so-b", "so-c" }.First(unit => unit != scorer);

        foreach (var path in new[] { "", "/evidence", "/changes" })
        {
            using var assigned = await (await app.OfficerAsync(scorer)).GetAsync(SheetAddress("so-a") + path, Cancellation);
            using var unassigned = await (await app.OfficerAsync(other)).GetAsync(SheetAddress("so-a") + path, Cancellation);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (assigned.StatusCode, unassigned.StatusCode));
        }
    }
}

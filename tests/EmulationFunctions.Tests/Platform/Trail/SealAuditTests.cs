using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Trail;

public sealed class SealAuditTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_is_sealed_once_with_the_heads_of_all_partitions_touched_on_it()
    {
        var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 3);
        await app.ChangeAsync(Trails.OtherSheet, 1);
        app.SetUtc("2026-06-16", 0, 40);

        var first = await app.RunAsync("SealAudit");
        var second = await app.RunAsync("SealAudit");

        var seal = await SealAsync(app, "2026-06-15");
        var head = await app.RowAsync(Trails.Sheet, PartitionHead.Key);
        Assert.Single(first["done"]!.AsArray());
        Assert.Empty(second["done"]!.AsArray());
        Assert.Equal(["2026-nam|khoi-1|so-a", "2026-nam|khoi-1|so-b"], seal["partitions"]!.AsArray().Select(one => (string)one!["partition"]!));
        Assert.Equal(3, (long)seal["partitions"]![0]!["seq"]!);
        Assert.Equal(head.GetString("Hash"), (string)seal["partitions"]![0]!["hash"]!);
        Assert.Null(seal["previous"]);
        Assert.Equal(2, Assert.Single(records.Of("AuditSealed"))["Partitions"]);
    }

    [Fact]
    public async Task A_day_is_sealed_only_when_nothing_of_it_can_still_be_under_way()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 23, 59, 59);
        await app.ChangeAsync(Trails.Sheet, 1);

        app.SetUtc("2026-06-16", 0, 29, 59);
        Assert.Empty((await app.RunAsync("SealAudit"))["done"]!.AsArray());
        app.SetUtc("2026-06-16", 0, 30);
        Assert.Single((await app.RunAsync("SealAudit"))["done"]!.AsArray());
    }

    /// <summary>A change marks its day, and then takes its time: it commits on the next day although only the first is marked.</summary>
    [Fact]
    public async Task A_change_that_began_before_midnight_and_ended_after_it_is_in_the_seal_of_the_day_it_marked()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 23, 59, 59);
        await app.Services.GetRequiredService<Touched>().MarkAsync(Trails.Sheet, Cancellation);
        app.SetUtc("2026-06-16", 0, 5);
        var row = AuditRow.Next(0, "", app.Clock.Now, Actor.System, new("SaveScores", "x"));
        await app.ForceAsync(Trails.Sheet, row.ToEntity(Trails.Sheet.Partition));
        await app.SetHeadAsync(Trails.Sheet, 1, row.Hash);
        app.SetUtc("2026-06-16", 0, 40);

        await app.RunAsync("SealAudit");

        Assert.Equal(1, (long)(await SealAsync(app, "2026-06-15"))["partitions"]![0]!["seq"]!);
    }

    [Fact]
    public async Task Days_on_which_the_timer_was_lost_are_sealed_later_each_after_the_one_before_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        app.SetUtc("2026-06-17", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        app.SetUtc("2026-06-20", 12);

        var done = (await app.RunAsync("SealAudit"))["done"]!.AsArray();

        Assert.Equal(5, done.Count);
        var seals = app.Services.GetRequiredService<SealStore>();
        for (var day = new DateOnly(2026, 6, 16); day <= new DateOnly(2026, 6, 19); day = day.AddDays(1))
        {
            var before = await seals.FindAsync(day.AddDays(-1), Cancellation);
            Assert.Equal(before!.Hash, (await seals.FindAsync(day, Cancellation))!.Seal!.Previous);
        }

        // Nothing was touched on that day; it has its seal all the same, so that a missing one is seen.
        Assert.Empty((await SealAsync(app, "2026-06-16"))["partitions"]!.AsArray());
    }

    [Fact]
    public async Task Of_two_machines_that_seal_at_once_one_seal_stays()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await using var other = new EmulationApp(azurite, issuer, account: app.Account);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 2);
        app.SetUtc("2026-06-16", 2);
        other.Clock.Now = app.Clock.Now;

        var done = await Task.WhenAll(app.RunAsync("SealAudit"), other.RunAsync("SealAudit"));

        Assert.Equal(1, done.Sum(one => one["done"]!.AsArray().Count));
        Assert.True((bool)(await app.VerifyAsync(Trails.Sheet))["holds"]!);
    }

    [Fact]
    public async Task Whenever_it_dies_the_next_run_leaves_one_seal_that_holds()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-01-01", 10);
        var died = true;
        for (var k = 1; died; k++)
        {
            await app.ChangeAsync(Trails.Sheet, 2);
            await app.ChangeAsync(Trails.OtherSheet, 1);
            var day = app.Clock.Now.UtcDateTime;
            app.Clock.Now += TimeSpan.FromDays(1);
            app.Faults.Reset(dieAfter: k);
            using var admin = app.Admin();
            using var answer = await admin.PostAsync("/api/admin/timers/SealAudit", null, Cancellation);
            died = app.Faults.HasDied;
            Assert.Equal(died ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, answer.StatusCode);

            app.Faults.Reset();
            await app.RunAsync("SealAudit");
            var seal = await SealAsync(app, day.ToString("yyyy-MM-dd", null));
            Assert.Equal([2L * k, k], seal["partitions"]!.AsArray().Select(one => (long)one!["seq"]!));
            Assert.Equal(k > 1, seal["previous"] is not null);
        }

        Assert.True((bool)(await app.VerifyAsync(Trails.Sheet))["holds"]!);
        Assert.True((bool)(await app.VerifyAsync(Trails.OtherSheet))["holds"]!);
    }

    [Fact]
    public async Task A_chain_that_was_tampered_with_since_the_last_seal_is_told_at_the_next_and_the_others_are_sealed()
    {
        var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 2);
        await app.ChangeAsync(Trails.OtherSheet, 2);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("SealAudit");
        await app.ChangeAsync(Trails.Sheet, 2);
        await app.ChangeAsync(Trails.OtherSheet, 2);
        var row = await app.RowAsync(Trails.Sheet, AuditRow.Key(3));
        row["After"] = "điểm khác";
        await app.ForceAsync(Trails.Sheet, row);
        // A mark that no program makes.
        await app.Tables.GetTable(Touched.Table).UpsertEntityAsync(
            new TableEntity("2026-06-16", "nowhere") { ["Table"] = "no table", ["Partition"] = "x" }, TableUpdateMode.Replace, Cancellation);
        app.SetUtc("2026-06-17", 1);

        await app.RunAsync("SealAudit");

        Assert.Equal(
            [("Sheets/2026-nam|khoi-1|so-a", AuditRow.Key(3)), ("no table/x", "head")],
            records.Of("AuditBroken").Select(one => ((string)one["Partition"]!, (string)one["Row"]!)).OrderByDescending(one => one.Item1.Length));
        Assert.Equal([4L, 4L], (await SealAsync(app, "2026-06-16"))["partitions"]!.AsArray().Select(one => (long)one!["seq"]!));
    }

    private static async Task<JsonNode> SealAsync(EmulationApp app, string day)
    {
        var blob = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("audit-seals").GetBlobClient($"days/{day}.json");
        var content = await blob.DownloadContentAsync(Cancellation);
        return JsonNode.Parse(Encoding.UTF8.GetString(content.Value.Content))!;
    }
}

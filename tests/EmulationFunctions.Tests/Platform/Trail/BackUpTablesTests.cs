using System.Net;
using Azure.Core;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Trail;

public sealed class BackUpTablesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_s_backup_holds_what_was_touched_on_it_and_is_made_once()
    {
        var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 2);
        app.SetUtc("2026-06-16", 10);
        await app.ChangeAsync(Trails.OtherSheet, 2);
        app.SetUtc("2026-06-17", 1, 10);

        var first = await app.RunAsync("BackUpTables");
        var second = await app.RunAsync("BackUpTables");

        Assert.Equal(2, first["done"]!.AsArray().Count);
        Assert.Empty(second["done"]!.AsArray());
        Assert.Equal([Trails.Sheet], await PartitionsAsync(app, "2026-06-15"));
        Assert.Equal([Trails.OtherSheet], await PartitionsAsync(app, "2026-06-16"));
        Assert.Equal(["2026-06-15", "2026-06-16"], records.Of("BackupMade").Select(one => one["Day"]));
    }

    [Fact]
    public async Task Two_machines_that_back_up_at_once_leave_one_whole_backup()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await using var other = new EmulationApp(azurite, issuer, account: app.Account);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 2);
        await app.ChangeAsync(Trails.OtherSheet, 2);
        app.SetUtc("2026-06-16", 2);
        other.Clock.Now = app.Clock.Now;

        await Task.WhenAll(app.RunAsync("BackUpTables"), other.RunAsync("BackUpTables"));
        var again = await app.RunAsync("BackUpTables");

        Assert.Empty(again["done"]!.AsArray());
        Assert.Equal(
            new[] { Trails.Sheet, Trails.OtherSheet }.Select(one => one.ToString()).Order(StringComparer.Ordinal),
            (await PartitionsAsync(app, "2026-06-15")).Select(one => one.ToString()).Order(StringComparer.Ordinal));
        Assert.NotEmpty((await ExportAsync(app, Trails.Sheet, "2026-06-15")).Rows);
    }

    [Fact]
    public async Task A_staged_change_is_finished_before_it_is_backed_up_and_its_leftovers_are_not_in_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        // The process dies between the commit and the moving of the rows.
        var (calls, died) = (0, false);
        for (var k = 1; !died || (await app.RowAsync(Trails.Sheet, PartitionHead.Key)).GetString("Pending") is null; k++)
        {
            app.Faults.Reset(dieAfter: k);
            await Assert.ThrowsAsync<ProcessDiedException>(() => ManyRowsAsync(app, k));
            died = app.Faults.HasDied;
            app.Faults.Reset();
            calls = k;
        }

        Assert.True(calls > 1);
        app.SetUtc("2026-06-16", 2);
        await app.RunAsync("BackUpTables");

        var export = await ExportAsync(app, Trails.Sheet, "2026-06-15");
        Assert.Equal(150, export.Rows.Count(row => row.RowKey.StartsWith("many|", StringComparison.Ordinal)));
        Assert.DoesNotContain(export.Rows, row => row.RowKey.StartsWith('~'));
        Assert.Null((await app.RowAsync(Trails.Sheet, PartitionHead.Key)).GetString("Pending"));
    }

    [Fact]
    public async Task A_partition_that_changes_while_it_is_read_is_read_again()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.ChangeAsync(Trails.Sheet, 1);
        var reads = 0;
        app.Faults.Instead = request =>
        {
            // A change comes after the rows were read, once.
            if (request.Method == RequestMethod.Get && Uri.UnescapeDataString(request.Uri.ToString()).Contains("RowKey='head'", StringComparison.Ordinal) && ++reads == 2)
            {
                app.Faults.Instead = null;
                Task.Run(() => app.ChangeAsync(Trails.Sheet, "late", "muộn"), Cancellation).Wait(Cancellation);
            }

            return null;
        };

        var export = await app.Services.GetRequiredService<PartitionReader>().ReadAsync(Trails.Sheet, Cancellation);

        Assert.Equal(2, export.Seq);
        Assert.Contains(export.Rows, row => row.RowKey == "note|late");
    }

    [Fact]
    public async Task Whenever_it_dies_the_backup_is_unfinished_until_the_next_run_finishes_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-01-01", 10);
        var died = true;
        for (var k = 1; died; k++)
        {
            await app.ChangeAsync(Trails.Sheet, 2);
            await app.ChangeAsync(Trails.OtherSheet, 1);
            var day = app.Clock.Now.UtcDateTime.ToString("yyyy-MM-dd", null);
            app.Clock.Now += TimeSpan.FromDays(1);
            app.Faults.Reset(dieAfter: k);
            using var answer = await app.Admin().PostAsync("/api/admin/timers/BackUpTables", null, Cancellation);
            died = app.Faults.HasDied;

            app.Faults.Reset();
            await app.RunAsync("BackUpTables");
            Assert.Equal([Trails.Sheet, Trails.OtherSheet], await PartitionsAsync(app, day));
            Assert.Equal(2L * k, (await ExportAsync(app, Trails.Sheet, day)).Seq);
        }

        Assert.True((bool)(await app.VerifyAsync(Trails.Sheet))["holds"]!);
    }

    [Fact]
    public async Task A_partition_that_cannot_be_read_stops_no_other_is_told_and_is_tried_again_the_next_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        await app.ChangeAsync(Trails.OtherSheet, 1);
        var head = await app.RowAsync(Trails.Sheet, PartitionHead.Key);
        await app.ForceAsync(Trails.Sheet, new(Trails.Sheet.Partition, PartitionHead.Key) { ["Seq"] = "one" });
        app.SetUtc("2026-06-16", 2);

        using var failed = await app.Admin().PostAsync("/api/admin/timers/BackUpTables", null, Cancellation);
        var missing = (await ManifestAsync(app, "2026-06-15")).Missing;
        await app.SetHeadAsync(Trails.Sheet, 1, head.GetString("Hash")!);
        app.SetUtc("2026-06-17", 2);
        await app.RunAsync("BackUpTables");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal([Trails.OtherSheet], await PartitionsAsync(app, "2026-06-15"));
        Assert.Equal(Trails.Sheet.Partition, Assert.Single(missing).Partition);
        Assert.Equal([Trails.Sheet], await PartitionsAsync(app, "2026-06-16"));
    }

    [Fact]
    public async Task What_nobody_touches_any_more_is_backed_up_again_before_its_last_backup_goes()
    {
        await using var app = new EmulationApp(azurite, issuer, settings: ("Backups:KeptDays", "3"));
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        await app.ChangeAsync(Trails.OtherSheet, 1);
        app.SetUtc("2026-06-16", 10);
        await app.ChangeAsync(Trails.OtherSheet, 1);
        app.SetUtc("2026-06-22", 2);

        await app.RunAsync("BackUpTables");

        Assert.Empty(await PartitionsAsync(app, "2026-06-17"));
        Assert.Equal([Trails.Sheet], await PartitionsAsync(app, "2026-06-18"));
        Assert.Equal([Trails.OtherSheet], await PartitionsAsync(app, "2026-06-19"));
        Assert.Equal([Trails.Sheet], await PartitionsAsync(app, "2026-06-21"));
    }

    /// <summary>What a died run left is immutable; the service says 409 in other words than for a blob that is merely there.</summary>
    [Fact]
    public async Task A_container_that_refuses_to_replace_what_a_died_run_left_does_not_stop_the_backup()
    {
        await using var app = new EmulationApp(azurite, issuer);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 1);
        var store = app.Services.GetRequiredService<BackupStore>();
        var left = await store.AddAsync(await app.Services.GetRequiredService<PartitionReader>().ReadAsync(Trails.Sheet, Cancellation), new(2026, 6, 15), Cancellation);
        await app.ChangeAsync(Trails.Sheet, 1);
        var found = false;
        app.Faults.Instead = request =>
        {
            var isLeft = request.Uri.Path.Contains("2026-06-15.jsonl.gz", StringComparison.Ordinal) && request.Uri.Path.Contains("so-a", StringComparison.Ordinal);
            if (isLeft && request.Method == RequestMethod.Head && !found)
            {
                // Not seen at first, as by a machine that was a moment earlier.
                found = true;
                return new CannedResponse(404, "BlobNotFound");
            }

            return isLeft && request.Method == RequestMethod.Put ? new CannedResponse(409, "BlobImmutableDueToPolicy") : null;
        };
        app.SetUtc("2026-06-16", 2);

        await app.RunAsync("BackUpTables");

        Assert.True(found);
        Assert.Equal(left, (await ManifestAsync(app, "2026-06-15")).Partitions.Single(one => one.Partition.Length > 0));
    }

    [Fact]
    public async Task Rows_changed_past_the_trail_since_the_last_backup_are_told()
    {
        var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        app.SetUtc("2026-06-15", 10);
        await app.ChangeAsync(Trails.Sheet, 3);
        await app.ChangeAsync(Trails.OtherSheet, 3);
        app.SetUtc("2026-06-16", 10);
        await app.RunAsync("BackUpTables");
        await app.ChangeAsync(Trails.Sheet, "2", "đúng cách");
        await app.ChangeAsync(Trails.OtherSheet, "2", "đúng cách");
        var row = await app.RowAsync(Trails.Sheet, "note|0");
        row["Text"] = "sửa thẳng";
        await app.ForceAsync(Trails.Sheet, row);
        app.SetUtc("2026-06-17", 10);

        await app.RunAsync("BackUpTables");

        var told = Assert.Single(records.Of("AuditBroken"));
        Assert.Equal(("Sheets/2026-nam|khoi-1|so-a", "note|0"), ((string)told["Partition"]!, (string)told["Row"]!));
    }

    internal static Task ManyRowsAsync(EmulationApp app, int version) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(Trails.Sheet, KeyRange.Prefix("many|"), Actor.System, (_, change) =>
        {
            for (var i = 0; i < 150; i++)
            {
                change.Put(new(Trails.Sheet.Partition, $"many|{i:D3}") { ["Version"] = version });
            }

            change.Audit = new("ImportRoster", "many");
            return Task.FromResult(true);
        }, Cancellation);

    private static async Task<BackupManifest> ManifestAsync(EmulationApp app, string day) =>
        (await app.Services.GetRequiredService<BackupStore>().FindManifestAsync(DateOnly.Parse(day, null), Cancellation))!;

    /// <summary>The partitions of a day's backup; the table of what is unfinished is in each.</summary>
    private static async Task<List<PartitionAddress>> PartitionsAsync(EmulationApp app, string day)
    {
        var all = (await ManifestAsync(app, day)).Partitions;
        Assert.Equal(Intents.Table, Assert.Single(all, one => one.Partition.Length == 0).Table);
        return [.. all.Where(one => one.Partition.Length > 0).Select(one => one.Address)];
    }

    private static async Task<PartitionExport> ExportAsync(EmulationApp app, PartitionAddress address, string day)
    {
        var store = app.Services.GetRequiredService<BackupStore>();
        return await store.ReadAsync((await store.FindAsync(address, DateOnly.Parse(day, null), Cancellation))!, Cancellation);
    }
}

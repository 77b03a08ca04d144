using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Trail;

/// <summary>Partitions with a trail of changes, and somebody who writes to their tables past the program.</summary>
internal static class Trails
{
    public static readonly PartitionAddress Sheet = new("Sheets", "2026-nam|khoi-1|so-a");
    public static readonly PartitionAddress OtherSheet = new("Sheets", "2026-nam|khoi-1|so-b");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The middle of a night (UTC), after the day before was sealed and backed up by a timer that is on time.</summary>
    public static void SetUtc(this EmulationApp app, string day, int hour, int minute = 0, int second = 0) =>
        app.Clock.Now = new DateTimeOffset(DateOnly.Parse(day, null), new(hour, minute, second), TimeSpan.Zero);

    /// <summary>One change: a row of the partition gets this text.</summary>
    public static Task ChangeAsync(this EmulationApp app, PartitionAddress address, string row, string text) =>
        app.Services.GetRequiredService<PartitionStore>().ChangeAsync(address, KeyRange.Prefix("note|"), new("tenant:somebody", "so-a"), (_, change) =>
        {
            change.Put(new(address.Partition, $"note|{row}") { ["Text"] = text });
            change.Audit = new("SaveScores", $"{address.Partition} {row}", Reason: "vì sao", After: text);
            return Task.FromResult(true);
        }, Cancellation);

    public static async Task ChangeAsync(this EmulationApp app, PartitionAddress address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await app.ChangeAsync(address, $"{i % 3}", $"điểm {i} lúc {app.Clock.Now:O}");
        }
    }

    public static Task<JsonNode> RunAsync(this EmulationApp app, string timer)
    {
        var admin = app.Admin();
        return admin.PostAsync($"/api/admin/timers/{timer}", null, Cancellation).JsonAsync();
    }

    /// <summary>What the office is told of a partition.</summary>
    public static async Task<JsonNode> VerifyAsync(this EmulationApp app, PartitionAddress address)
    {
        using var admin = app.Admin();
        admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var report = await admin.GetAsync($"/api/admin/audit/verification?table={address.Table}&partition={Uri.EscapeDataString(address.Partition)}", Cancellation).JsonAsync();
        return report["partitions"]![0]!;
    }

    public static async Task<List<TableEntity>> RowsAsync(this EmulationApp app, PartitionAddress address, string prefix = "")
    {
        var rows = new List<TableEntity>();
        await foreach (var row in app.Tables.GetTable(address.Table).QueryAsync(
            StoredTable.CreateQueryFilter($"PartitionKey eq {address.Partition}"), null, null, Cancellation))
        {
            if (row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public static async Task<TableEntity> RowAsync(this EmulationApp app, PartitionAddress address, string rowKey) =>
        (await app.Tables.GetTable(address.Table).FindAsync(address.Partition, rowKey, Cancellation))!;

    /// <summary>Writes past the program.</summary>
    public static Task ForceAsync(this EmulationApp app, PartitionAddress address, TableEntity row) =>
        app.Tables.GetTable(address.Table).UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);

    public static Task ForceDeleteAsync(this EmulationApp app, PartitionAddress address, string rowKey) =>
        app.Tables.GetTable(address.Table).DeleteEntityAsync(address.Partition, rowKey, ETag.All, Cancellation);

    /// <summary>Makes the chain from a row on anew, as somebody would who has read how it is made, and lets the head point at its end.</summary>
    public static async Task RecomputeAsync(this EmulationApp app, PartitionAddress address, int from, Func<AuditRow, AuditRow> forge)
    {
        var rows = (await app.RowsAsync(address, AuditRow.Prefix)).Select(AuditRow.From).ToList();
        var previous = from > 1 ? rows[from - 2].Hash : "";
        foreach (var row in rows.Skip(from - 1))
        {
            var forged = (row.Seq == from ? forge(row) : row) with { Previous = previous };
            forged = forged with { Hash = forged.ComputeHash() };
            await app.ForceAsync(address, forged.ToEntity(address.Partition));
            previous = forged.Hash;
        }

        await app.SetHeadAsync(address, rows.Count, previous);
    }

    public static Task SetHeadAsync(this EmulationApp app, PartitionAddress address, long seq, string hash) =>
        app.ForceAsync(address, new(address.Partition, PartitionHead.Key) { ["Seq"] = seq, ["Hash"] = hash });
}

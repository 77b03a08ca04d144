using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Functions;

/// <summary>When a timer last succeeded and last failed, and what kind of failure it was.</summary>
internal sealed record Heartbeat(string Timer, DateTimeOffset? Succeeded, DateTimeOffset? Failed, string? Failure);

/// <summary>The timers' heartbeats: one row a timer, what health and the alerts look at.</summary>
internal sealed class TimerHeartbeats(StoredTables tables)
{
    public const string Table = "Timers";

    private const string Partition = "timers";

    private readonly StoredTable _table = tables.GetTable(Table);

    public Task SucceededAsync(string timer, DateTimeOffset at, CancellationToken cancellationToken) =>
        MergeAsync(new(Partition, timer) { ["Succeeded"] = at }, cancellationToken);

    /// <summary>A failure to record a failure is not worth a second exception.</summary>
    public async Task FailedAsync(string timer, DateTimeOffset at, string failure, CancellationToken cancellationToken)
    {
        try
        {
            await MergeAsync(new(Partition, timer) { ["Failed"] = at, ["Failure"] = failure }, cancellationToken);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
        }
    }

    public async Task<List<Heartbeat>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<Heartbeat>();
        await foreach (var row in _table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {Partition}"), null, null, cancellationToken))
        {
            found.Add(new(row.RowKey, row.GetDateTimeOffset("Succeeded"), row.GetDateTimeOffset("Failed"), row.GetString("Failure")));
        }

        return found;
    }

    private async Task MergeAsync(TableEntity row, CancellationToken cancellationToken) =>
        await _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
}

using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// Changes of more than a transaction takes (<see cref="TransactionSize"/>). The rows are first written beside the real ones; then one transaction writes
/// the audit row and points the head at them, which is the commit; then they are moved into place, a transaction at a time, each
/// taking away what it has moved. Whoever meets a head that points at staged rows moves them before doing anything else.
/// </summary>
internal sealed class StagedChanges(StoredTables tables, Intents intents)
{
    public const string Intent = "staged";

    /// <summary>Older than a run of the host may last, so nobody is still at it.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(15);

    /// <summary>Sorts behind every real row, so that no range of real rows meets it.</summary>
    private const string Prefix = "~staged|";
    private const string Target = "StagedRowKey";

    /// <summary>Whoever reads the partition waits until all is in place; no two transactions of one change have a row in common.</summary>
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _moving = new(StringComparer.Ordinal);

    /// <returns>False when the partition moved before the commit; nothing has changed then.</returns>
    public async Task<bool> CommitAsync(PartitionView view, PartitionChange change, AuditRow audit, CancellationToken cancellationToken)
    {
        var address = view.Address;
        var table = tables.GetTable(address.Table);
        var id = Guid.NewGuid().ToString("N");
        await intents.AddAsync(Intent, address, id, cancellationToken);

        var rows = change.Rows.Select((row, index) => Stage(address.Partition, id, index, row.Key, row.Value)).ToList();
        foreach (var batch in TransactionSize.Chunk(rows.Select(row => new TableTransactionAction[] { new(TableTransactionActionType.Add, row) })))
        {
            await table.SubmitTransactionAsync(batch, cancellationToken);
        }

        // Demands the first staged row too, so that a sweep of what seemed abandoned and this commit cannot both win.
        var committed = await Commits.TrySubmitAsync(
            table,
            [
                (view.Head with { Seq = audit.Seq, Hash = audit.Hash, Pending = id }).ToAction(address.Partition),
                new(TableTransactionActionType.Add, audit.ToEntity(address.Partition)),
                new(TableTransactionActionType.UpdateMerge, new TableEntity(address.Partition, rows[0].RowKey), ETag.All),
            ],
            cancellationToken) || await Commits.HasLandedAsync(table, address.Partition, audit, cancellationToken);
        if (committed)
        {
            await FinishAsync(address, id, cancellationToken);
        }
        else
        {
            await DiscardAsync(address, id, await QueryAsync(table, address, id, cancellationToken), cancellationToken);
        }

        return committed;
    }

    /// <summary>Moves the rows of a committed change into place. May be run by several processes at once, and again after any of them died.</summary>
    public Task FinishAsync(PartitionAddress address, string id, CancellationToken cancellationToken)
    {
        // All who meet it here wait for one: each by itself would move the same rows, be too late, and read the rest again.
        return _moving.GetOrAdd(id, _ => new(() => Start(address, id))).Value.WaitAsync(cancellationToken);
    }

    /// <summary>On nobody's behalf: it is committed, and whoever leaves or only looks must not take it from the others.</summary>
    private Task Start(PartitionAddress address, string id)
    {
        using var apart = ExecutionContext.SuppressFlow();
        return Task.Run(() => MoveAsync(address, id));
    }

    private async Task MoveAsync(PartitionAddress address, string id)
    {
        try
        {
            await MoveAsync(address, id, CancellationToken.None);
        }
        finally
        {
            _moving.TryRemove(id, out _);
        }
    }

    private async Task MoveAsync(PartitionAddress address, string id, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        while (await QueryAsync(table, address, id, cancellationToken) is { Count: > 0 } rows)
        {
            // Each transaction moves rows and takes them away, so a slow helper fails instead of writing yesterday's row again.
            var moves = TransactionSize.Chunk(rows.Select(row => new[] { Unstage(row), new(TableTransactionActionType.Delete, row, ETag.All) }));
            await Parallel.ForEachAsync(moves, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (batch, _) =>
            {
                try
                {
                    await table.SubmitTransactionAsync(batch, cancellationToken);
                }
                catch (TableTransactionFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
                {
                    // Another process was faster; what is left is read again.
                }
            });
        }

        while (await table.FindAsync(address.Partition, PartitionHead.Key, cancellationToken) is { } found
            && PartitionHead.From(found) is { } head
            && head.Pending == id)
        {
            await Commits.TrySubmitAsync(table, [(head with { Pending = null }).ToAction(address.Partition)], cancellationToken);
        }

        await intents.RemoveAsync(Intent, address, id, cancellationToken);
    }

    /// <summary>Finishes or sweeps what a process that died has left.</summary>
    public async Task ResumeAsync(Intent intent, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(intent.Address.Table);
        // In this order: a commit that comes after the rows were read changes the first of them, and the sweep ends there.
        var rows = await QueryAsync(table, intent.Address, intent.Id, cancellationToken);
        var head = PartitionHead.From(await table.FindAsync(intent.Address.Partition, PartitionHead.Key, cancellationToken));
        if (head.Pending == intent.Id)
        {
            await FinishAsync(intent.Address, intent.Id, cancellationToken);
        }
        else
        {
            await DiscardAsync(intent.Address, intent.Id, rows, cancellationToken);
        }
    }

    /// <param name="address">The partition.</param>
    /// <param name="id">The change that was not committed.</param>
    /// <param name="rows">Its staged rows, read before it was known that it was not committed.</param>
    /// <param name="cancellationToken">Ends the sweep; the intent stays, so it is done again.</param>
    private async Task DiscardAsync(PartitionAddress address, string id, List<TableEntity> rows, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        // The first row goes first: without it no commit can follow, however many rows are still being staged.
        foreach (var batch in TransactionSize.Chunk(rows.Select(row => new TableTransactionAction[] { new(TableTransactionActionType.Delete, row, row.ETag) })))
        {
            try
            {
                await table.SubmitTransactionAsync(batch, cancellationToken);
            }
            catch (TableTransactionFailedException exception) when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
            {
                // Committed after all, or swept by somebody else: the intent stays, and the next run sees which.
                return;
            }
        }

        await intents.RemoveAsync(Intent, address, id, cancellationToken);
    }

    private static Task<List<TableEntity>> QueryAsync(StoredTable table, PartitionAddress address, string id, CancellationToken cancellationToken) =>
        PartitionStore.QueryAsync(table, address.Partition, KeyRange.Prefix($"{Prefix}{id}|"), cancellationToken);

    private static TableEntity Stage(string partition, string id, int index, string rowKey, TableEntity? row)
    {
        var staged = new TableEntity(partition, $"{Prefix}{id}|{index.ToString("D6", CultureInfo.InvariantCulture)}");
        foreach (var property in row?.Properties() ?? [])
        {
            staged[property.Key] = property.Value;
        }

        staged[Target] = rowKey;
        staged["StagedDelete"] = row is null ? true : null;
        return staged;
    }

    private static TableTransactionAction Unstage(TableEntity staged)
    {
        var rowKey = staged.GetString(Target)!;
        if (staged.GetBoolean("StagedDelete") == true)
        {
            return Commits.ToAction(staged.PartitionKey, rowKey, null);
        }

        var row = new TableEntity(staged.PartitionKey, rowKey);
        foreach (var property in staged.Properties().Where(property => property.Key is not (Target or "StagedDelete")))
        {
            row[property.Key] = property.Value;
        }

        return Commits.ToAction(staged.PartitionKey, rowKey, row);
    }
}

using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>Why a restore does not begin or go on: a sentence for the administrator.</summary>
internal sealed class RestoreRefusedException(string sentence) : Exception(sentence);

/// <summary>
/// Rebuilds the tables of an empty account from backups. Every partition comes back as it was on the last day on which it was backed up.
/// A restore that was interrupted goes on when it is started again in the same way.
/// </summary>
internal sealed class Restore(StoredTables tables, Touched touched, Marks marks, TimeProvider clock)
{
    private const string MarkerTable = "Timers";
    private const string MarkerPartition = "restore";
    private const string MarkerRow = "running";
    private const int AtOnce = 4;

    /// <param name="from">Where the backups are.</param>
    /// <param name="name">How the place is called; a restore goes on only from the same one.</param>
    /// <param name="until">The last day to take; null for all.</param>
    /// <param name="output">Where progress is told.</param>
    /// <param name="cancellationToken">Ends it; it may be started again.</param>
    /// <exception cref="RestoreRefusedException">The account is not empty, or there is nothing to restore.</exception>
    public async Task RunAsync(BackupStore from, string name, DateOnly? until, TextWriter output, CancellationToken cancellationToken)
    {
        var days = (await from.ListDaysAsync(cancellationToken)).Where(day => until is null || day <= until).ToList();
        if (days is not [var first, .., var last])
        {
            (first, last) = days is [var only] ? (only, only) : throw new RestoreRefusedException($"There is no finished backup in {name}{(until is null ? "" : $" up to {until:yyyy-MM-dd}")}.");
        }

        await output.WriteLineAsync($"{Words.Count(days.Count, "finished backup")}, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        var partitions = await CollectAsync(from, days, output, cancellationToken);
        await BeginAsync($"{name} {last:yyyy-MM-dd}", output, cancellationToken);

        var (rows, done) = (0, 0);
        await Parallel.ForEachAsync(partitions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (partition, stop) =>
        {
            var export = await from.ReadAsync(partition, stop);
            await WriteAsync(export, stop);
            if (partition.Partition.Length > 0)
            {
                // So that the next seal and the next backup of this account hold everything.
                await touched.MarkAsync(partition.Address, stop);
            }

            Interlocked.Add(ref rows, export.Rows.Count);
            if (Interlocked.Increment(ref done) % 500 == 0)
            {
                await output.WriteLineAsync($"{done} of {partitions.Count} partitions are restored.");
            }
        });

        await marks.RenewAsync(cancellationToken);
        await tables.GetTable(MarkerTable).DeleteEntityAsync(MarkerPartition, MarkerRow, Azure.ETag.All, cancellationToken);
        await output.WriteLineAsync($"Restored {Words.Count(rows, "row")} in {Words.Count(partitions.Count, "partition")}, as of the end of {last:yyyy-MM-dd} (UTC).");
        await output.WriteLineAsync("Evidence files and seals are not in the backups: they are protected in their containers, by versions and immutability. Copy them as docs/operations.md says.");
    }

    /// <summary>The last export of each partition.</summary>
    private static async Task<IReadOnlyCollection<BackedUpPartition>> CollectAsync(BackupStore from, List<DateOnly> days, TextWriter output, CancellationToken cancellationToken)
    {
        var partitions = new Dictionary<PartitionAddress, BackedUpPartition>();
        var missing = new HashSet<PartitionAddress>();
        for (var day = days[0]; day <= days[^1]; day = day.AddDays(1))
        {
            if (await from.FindManifestAsync(day, cancellationToken) is not { } manifest)
            {
                await output.WriteLineAsync($"Warning: {day:yyyy-MM-dd} has no finished backup; what was changed on that day only is not restored.");
                continue;
            }

            foreach (var partition in manifest.Partitions)
            {
                partitions[partition.Address] = partition;
                missing.Remove(partition.Address);
            }

            missing.UnionWith(manifest.Missing.Select(one => new PartitionAddress(one.Table, one.Partition)));
        }

        foreach (var address in missing)
        {
            await output.WriteLineAsync($"Warning: {address} could not be backed up at the last attempt; it comes back as it was before, if at all.");
        }

        return partitions.Values;
    }

    /// <summary>Only an empty account is written to, or one in which the same restore was begun.</summary>
    private async Task BeginAsync(string which, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var table in StorageNames.All.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        var markers = tables.GetTable(MarkerTable);
        if (await markers.FindAsync(MarkerPartition, MarkerRow, cancellationToken) is { } marker)
        {
            if (marker.GetString("From") != which)
            {
                throw new RestoreRefusedException($"Another restore was begun in this account and is not finished: {marker.GetString("From")}. Finish it, or begin with empty tables.");
            }

            await output.WriteLineAsync($"Going on with the restore that was begun at {marker.GetDateTimeOffset("At"):u}.");
            return;
        }

        foreach (var table in StorageNames.All.Tables)
        {
            await foreach (var row in tables.GetTable(table).QueryAsync(null, 1, [], cancellationToken))
            {
                throw new RestoreRefusedException(
                    $"The account {tables.Uri.Host} is not empty: the table {table} has rows, such as {row.PartitionKey} {row.RowKey}. A restore writes only to empty tables, and no program may run on them meanwhile.");
            }
        }

        await markers.AddEntityAsync(new TableEntity(MarkerPartition, MarkerRow) { ["From"] = which, ["At"] = clock.GetUtcNow() }, cancellationToken);
    }

    private async Task WriteAsync(PartitionExport export, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(export.Address.Table);
        foreach (var partition in export.Rows.GroupBy(row => row.PartitionKey))
        {
            foreach (var batch in TransactionSize.Chunk(partition.Select(row => new TableTransactionAction[] { new(TableTransactionActionType.UpsertReplace, row) })))
            {
                await table.SubmitTransactionAsync(batch, cancellationToken);
            }
        }
    }
}

using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>Rows that no backup ever holds: they change past the head, and what they were at some moment must not be known afterwards. The room whose they are registers this.</summary>
/// <param name="Table">In which table.</param>
/// <param name="Ending">How their keys end.</param>
internal sealed record RowsLeftOut(string Table, string Ending);

/// <summary>Reads whole partitions.</summary>
internal sealed class PartitionReader(StoredTables tables, StagedChanges staged, Intents intents, IEnumerable<RowsLeftOut> leftOut)
{
    private readonly ILookup<string, string> _leftOut = leftOut.ToLookup(one => one.Table, one => one.Ending, StringComparer.Ordinal);

    /// <summary>Rows of changes that are not committed: not part of anything yet.</summary>
    private const string StagedPrefix = "~staged|";

    private const int MostAttempts = 20;

    /// <summary>
    /// As of one moment: every change moves the head, so a head that is the same before and after says that nothing came between. A staged
    /// change is finished first. In a partition without a head each row is as it was at some moment of the reading.
    /// </summary>
    /// <exception cref="RequestFailedException">Changes kept coming, or storage does not answer.</exception>
    public async Task<PartitionExport> ReadAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var before = await HeadAsync(table, address, cancellationToken);
            if (before.Pending is { } pending)
            {
                await staged.FinishAsync(address, pending, cancellationToken);
                continue;
            }

            var rows = new List<TableEntity>();
            await foreach (var row in table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {address.Partition}"), null, null, cancellationToken))
            {
                if (!row.RowKey.StartsWith(StagedPrefix, StringComparison.Ordinal) && !_leftOut[address.Table].Any(ending => row.RowKey.EndsWith(ending, StringComparison.Ordinal)))
                {
                    rows.Add(row);
                }
            }

            if ((await HeadAsync(table, address, cancellationToken)).ETag == before.ETag)
            {
                return new(address, before.Seq, before.Hash, rows);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), cancellationToken);
        }

        throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"Changes of {address} kept coming.");
    }

    /// <summary>What is unfinished, as one export of the whole table.</summary>
    public async Task<PartitionExport> ReadIntentsAsync(CancellationToken cancellationToken) =>
        new(new(Intents.Table, ""), 0, "", await intents.RowsAsync(cancellationToken));

    private static async Task<PartitionHead> HeadAsync(StoredTable table, PartitionAddress address, CancellationToken cancellationToken) =>
        PartitionHead.From(await table.FindAsync(address.Partition, PartitionHead.Key, cancellationToken));
}

using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Benchmarks;

/// <summary>A partition's audit trail, read straight from the table.</summary>
internal static class Chain
{
    /// <returns>How many rows it has, and what is wrong with it; null when nothing is.</returns>
    public static async Task<(long Rows, string? Fault)> ReadAsync(StoredTables tables, PartitionAddress address, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        var rows = (await PartitionStore.QueryAsync(table, address.Partition, AuditRow.All, cancellationToken)).ConvertAll(AuditRow.From);
        var found = await table.FindAsync(address.Partition, PartitionHead.Key, cancellationToken);
        var head = PartitionHead.From(found);
        var previous = AuditRow.Beginning;
        foreach (var (index, row) in rows.Index())
        {
            if (row.Seq != index + 1 || row.Previous != previous || row.Hash != row.ComputeHash())
            {
                return (rows.Count, $"the audit chain of {address} breaks at row {row.Seq}");
            }

            previous = row.Hash;
        }

        return (rows.Count, (head.Seq, head.Hash) == (rows.Count, previous) ? null : $"the head of {address} is not the end of its audit chain");
    }
}

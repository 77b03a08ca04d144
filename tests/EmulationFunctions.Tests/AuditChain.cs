using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests;

/// <summary>Reads a partition's audit trail as somebody would who does not trust it.</summary>
internal static class AuditChain
{
    /// <returns>How many rows it has.</returns>
    public static async Task<int> AssertWholeAsync(StoredTables tables, PartitionAddress address, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        var rows = (await PartitionStore.QueryAsync(table, address.Partition, AuditRow.All, cancellationToken)).ConvertAll(AuditRow.From);
        var previous = AuditRow.Beginning;
        for (var index = 0; index < rows.Count; index++)
        {
            Assert.Equal(index + 1, rows[index].Seq);
            Assert.Equal(previous, rows[index].Previous);
            Assert.Equal(rows[index].Hash, rows[index].ComputeHash());
            previous = rows[index].Hash;
        }

        var found = await table.FindAsync(address.Partition, PartitionHead.Key, cancellationToken);
        var head = PartitionHead.From(found);
        Assert.Equal((rows.Count, previous), ((int)head.Seq, head.Hash));
        return rows.Count;
    }
}

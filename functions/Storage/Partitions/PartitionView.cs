using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Storage.Partitions;

/// <summary>
/// What was read of a partition at one moment. In a change, everything read through it is still true when the change commits:
/// the commit demands the head that was read first.
/// </summary>
internal sealed class PartitionView(PartitionAddress address, TableClient table, PartitionHead head, IReadOnlyList<TableEntity> rows)
{
    public PartitionAddress Address { get; } = address;

    public PartitionHead Head { get; } = head;

    /// <summary>The rows of the range that was asked for, in the order of their keys.</summary>
    public IReadOnlyList<TableEntity> Rows { get; } = rows;

    /// <summary>The row of that key among those already read.</summary>
    public TableEntity? Row(string rowKey) => Rows.FirstOrDefault(row => row.RowKey == rowKey);

    public IEnumerable<TableEntity> RowsOf(string prefix) => Rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Reads one more row.</summary>
    public async Task<TableEntity?> FindAsync(string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Address.Partition, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Reads another range.</summary>
    public Task<List<TableEntity>> QueryAsync(KeyRange range, CancellationToken cancellationToken) =>
        PartitionStore.QueryAsync(table, Address.Partition, range, cancellationToken);
}

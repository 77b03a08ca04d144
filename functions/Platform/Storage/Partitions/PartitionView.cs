using System.Collections.Concurrent;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// What was read of a partition at one moment. In a change, everything read through it is still true when the change commits:
/// the commit demands the head that was read first.
/// </summary>
internal sealed class PartitionView(PartitionAddress address, StoredTable table, PartitionHead head, IReadOnlyList<TableEntity> rows)
{
    /// <summary>Keys of rows that were there; several reads may go on at once.</summary>
    private readonly ConcurrentDictionary<string, bool> _more = new(StringComparer.Ordinal);

    public PartitionAddress Address { get; } = address;

    public PartitionHead Head { get; } = head;

    /// <summary>The rows of the range that was asked for, in the order of their keys.</summary>
    public IReadOnlyList<TableEntity> Rows { get; } = rows;

    /// <summary>The row of that key among those already read.</summary>
    public TableEntity? Row(string rowKey) => Rows.FirstOrDefault(row => row.RowKey == rowKey);

    public IEnumerable<TableEntity> RowsOf(string prefix) => Rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether anything was read after the first range, hence perhaps after somebody's change.</summary>
    public bool HasReadMore { get; private set; }

    /// <summary>Whether a row of that key was read and was there.</summary>
    public bool HasSeen(string rowKey) => _more.ContainsKey(rowKey) || Row(rowKey) is not null;

    /// <summary>Reads one more row.</summary>
    public async Task<TableEntity?> FindAsync(string rowKey, CancellationToken cancellationToken)
    {
        HasReadMore = true;
        var found = await table.FindAsync(Address.Partition, rowKey, cancellationToken);
        if (found is not null)
        {
            _more[rowKey] = true;
        }

        return found;
    }

    /// <summary>Reads another range.</summary>
    public async Task<List<TableEntity>> QueryAsync(KeyRange range, CancellationToken cancellationToken)
    {
        HasReadMore = true;
        var found = await PartitionStore.QueryAsync(table, Address.Partition, range, cancellationToken);
        found.ForEach(row => _more[row.RowKey] = true);
        return found;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// Which partitions were written on a day (UTC), marked before the write: what the daily seal and the daily backup look at,
/// instead of at everything.
/// </summary>
internal sealed class Touched(StoredTables tables, TimeProvider clock)
{
    public const string Table = "Touched";

    /// <summary>Longer than any request or run may last, so that nothing that marked a day is still at it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <summary>Marks this process has already made; a mark is never taken back, so remembering it is safe.</summary>
    private readonly ConcurrentDictionary<(string Day, PartitionAddress Address), bool> _marked = new();

    public Task MarkAsync(PartitionAddress address, CancellationToken cancellationToken) => MarkAllAsync([address], cancellationToken);

    /// <summary>Marks partitions that are about to be written one after the other, as many as possible at once.</summary>
    public async Task MarkAllAsync(IEnumerable<PartitionAddress> addresses, CancellationToken cancellationToken)
    {
        var day = Day(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var some in addresses.Where(address => !_marked.ContainsKey((day, address))).Chunk(TableLimits.MaximumActions))
        {
            await MarkAsync(day, some, cancellationToken);
            if (_marked.Count > 10_000)
            {
                _marked.Clear();
            }

            foreach (var address in some)
            {
                _marked[(day, address)] = true;
            }
        }
    }

    private async Task MarkAsync(string day, PartitionAddress[] addresses, CancellationToken cancellationToken)
    {
        var rows = addresses.Select(address => new TableEntity(day, $"{address.Table}|{address.Partition}") { ["Table"] = address.Table, ["Partition"] = address.Partition });
        if (addresses.Length == 1)
        {
            await _table.UpsertEntityAsync(rows.Single(), TableUpdateMode.Replace, cancellationToken);
        }
        else
        {
            await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    /// <summary>The partitions written on a day, in UTC.</summary>
    public async IAsyncEnumerable<PartitionAddress> OnAsync(
        DateOnly day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {Day(day)}"), null, null, cancellationToken))
        {
            yield return new(row.GetString("Table") ?? "", row.GetString("Partition") ?? "");
        }
    }

    /// <summary>The last day (UTC) that is over, and of which nothing can still be under way.</summary>
    public static DateOnly LastDayOver(DateTimeOffset now) => DateOnly.FromDateTime((now.ToUniversalTime() - Grace).UtcDateTime).AddDays(-1);

    /// <summary>The first day on which anything was written; null when nothing ever was.</summary>
    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync(null, 1, [], cancellationToken))
        {
            return DateOnly.ParseExact(row.PartitionKey, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

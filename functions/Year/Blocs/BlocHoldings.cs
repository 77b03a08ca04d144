using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What lies in a bloc's period. What is behind <see cref="HoldingsLookup"/>.</summary>
internal sealed class BlocHoldings(PartitionStore partitions, StoredTables tables)
{
    private readonly StoredTable _sheets = tables.GetTable(SheetTable.Table);

    public async Task<Words?> FindAsync(int year, string period, string bloc, CancellationToken cancellationToken)
    {
        var id = new BlocInPeriod(year, period, bloc);
        // Every sheet's partition begins with its bloc's; the next character after the bar ends them.
        var (from, to) = ($"{id.Address.Partition}|", $"{id.Address.Partition}}}");
        var filter = StoredTable.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        await foreach (var page in _sheets.QueryAsync(filter, 1, ["PartitionKey"], cancellationToken).AsPages(null, 1))
        {
            if (page.Values.Count > 0)
            {
                return new("phiếu điểm", "score sheets");
            }
        }

        return await partitions.FindAsync(id.Address, PartitionHead.Key, cancellationToken) is null
            ? null
            : new("chỉ tiêu, phân công, kiểm tra hoặc kết quả xếp hạng", "targets, panels, cross-checks or standings");
    }
}

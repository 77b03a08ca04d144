using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What lies in a bloc's period. What is behind <see cref="HoldingsLookup"/>.</summary>
internal sealed class BlocHoldings(PartitionStore partitions, StoredTables tables)
{
    /// <summary>Where the bloc's year lies, whatever its periods.</summary>
    private static readonly IReadOnlyList<string> Year = ["Plans", "Pacts", "Meetings", "Reports", "Registers", "Attachments", "Papers", "Ballots"];

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

        if (await partitions.FindAsync(id.Address, PartitionHead.Key, cancellationToken) is not null)
        {
            return new("chỉ tiêu, phân công, kiểm tra hoặc kết quả xếp hạng", "targets, panels, cross-checks or standings");
        }

        // In the roster, for a handover goes from one year to the next.
        if (await partitions.FindAsync(new(RosterTable.Table, RosterTable.Partition), RotationRows.HandoverKey(bloc, year), cancellationToken) is not null)
        {
            return new("biên bản bàn giao", "a record of its handover");
        }

        var heads = await Task.WhenAll(Year.Select(table => partitions.FindAsync(new YearOfBloc(year, bloc).AddressIn(table), PartitionHead.Key, cancellationToken)));
        return heads.Any(head => head is not null) ? new("kế hoạch, giao ước, hội nghị, báo cáo, tiêu đề văn bản hoặc hồ sơ khác của năm", "a plan, a pact, meetings, reports, a letterhead or other papers of the year") : null;
    }
}

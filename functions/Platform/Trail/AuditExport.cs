using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>A row of the audit with its place; <paramref name="Audit"/> is null when it cannot be read, because somebody else wrote it.</summary>
internal sealed record ExportedRow(PartitionAddress Address, string RowKey, AuditRow? Audit);

/// <summary>Reads audit rows as they lie in the tables; whether they are whole is another question (<see cref="AuditVerification"/>).</summary>
internal sealed class AuditExport(StoredTables tables, Touched touched, VietnamTime vietnam)
{
    public const int MostDays = 31;

    public IAsyncEnumerable<ExportedRow> OfPartitionAsync(PartitionAddress address, CancellationToken cancellationToken) =>
        ReadAsync(address, StoredTable.CreateQueryFilter($"PartitionKey eq {address.Partition} and RowKey ge {AuditRow.All.From} and RowKey lt {AuditRow.All.To}"), cancellationToken);

    /// <summary>All changes of some Vietnamese days, one partition after another.</summary>
    public async IAsyncEnumerable<ExportedRow> OfDaysAsync(DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (vietnam.StartOf(first), vietnam.EndOf(last));
        var seen = new HashSet<PartitionAddress>();
        // A change is marked when it is committed, which may be on the day after the one that its row names.
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= DateOnly.FromDateTime(to.UtcDateTime).AddDays(1); day = day.AddDays(1))
        {
            await foreach (var address in touched.OnAsync(day, cancellationToken))
            {
                if (!seen.Add(address))
                {
                    continue;
                }

                var filter = StoredTable.CreateQueryFilter(
                    $"PartitionKey eq {address.Partition} and RowKey ge {AuditRow.All.From} and RowKey lt {AuditRow.All.To} and At ge {from} and At lt {to}");
                await foreach (var row in ReadAsync(address, filter, cancellationToken))
                {
                    yield return row;
                }
            }
        }
    }

    private async IAsyncEnumerable<ExportedRow> ReadAsync(PartitionAddress address, string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.GetTable(address.Table).QueryAsync(filter, null, null, cancellationToken))
        {
            yield return new(address, row.RowKey, Read(row));
        }
    }

    private static AuditRow? Read(TableEntity row)
    {
        try
        {
            return AuditRow.From(row);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }
}

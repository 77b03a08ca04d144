using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>A row that differs from its backup although no change of the chain accounts for it; or a backup that says nothing.</summary>
internal sealed record RowFault(string RowKey, RowFaultKind Kind);

internal enum RowFaultKind
{
    Changed,
    Removed,
    Inserted,

    /// <summary>The backup itself is not what was stored.</summary>
    Backup,
}

/// <summary>
/// Holds a partition's rows to an earlier backup of them. Each row carries the number of the change that last wrote it, so a row
/// whose number is not above the backup's must be just what is in the backup. Pure.
/// </summary>
internal static class RowCheck
{
    /// <summary>The first row that was changed, removed or put in past the chain; null when there is none. Of rows that changed since, the chain alone speaks.</summary>
    public static RowFault? Find(PartitionExport backup, PartitionExport now)
    {
        var before = backup.Rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        foreach (var row in now.Rows.Where(IsContent))
        {
            var isSame = before.Remove(row.RowKey, out var earlier) && earlier.IsStoredAs(row, isWhole: true);
            // A number of another type is no number of ours.
            var seq = row["Seq"] as long? ?? 0;
            if ((!isSame && seq <= backup.Seq) || seq > now.Seq)
            {
                return new(row.RowKey, earlier is null ? RowFaultKind.Inserted : RowFaultKind.Changed);
            }
        }

        // What is gone may have been deleted by a later change; without one it was taken away.
        return now.Seq == backup.Seq && before.Values.FirstOrDefault(IsLasting) is { } gone ? new(gone.RowKey, RowFaultKind.Removed) : null;
    }

    private static bool IsContent(TableEntity row) =>
        row.RowKey != PartitionHead.Key && !row.RowKey.StartsWith(AuditRow.Prefix, StringComparison.Ordinal);

    /// <summary>A notice goes by itself once its mail is on its way.</summary>
    private static bool IsLasting(TableEntity row) => IsContent(row) && !row.RowKey.StartsWith(Notices.Prefix, StringComparison.Ordinal);
}

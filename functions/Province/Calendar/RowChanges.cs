using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Province.Calendar;

/// <summary>What has to be written so that some rows become others; rows that stay as they are keep their versions.</summary>
/// <param name="Put">Rows that are new or say something else.</param>
/// <param name="Gone">Rows that are no longer wanted.</param>
/// <param name="Replaced">What the rows in <paramref name="Put"/> were, where they were anything.</param>
/// <param name="Kept">Rows that stay.</param>
internal sealed record RowChanges(
    IReadOnlyList<TableEntity> Put, IReadOnlyList<TableEntity> Gone, IReadOnlyList<TableEntity> Replaced, IReadOnlyList<TableEntity> Kept)
{
    public bool IsEmpty => Put.Count == 0 && Gone.Count == 0;

    /// <summary>For the audit row: what was there of all that changed.</summary>
    public string? Before => Text([.. Replaced, .. Gone]);

    /// <summary>For the audit row: what there is now of it.</summary>
    public string? After => Text(Put);

    public static RowChanges Between(IReadOnlyCollection<TableEntity> existing, IReadOnlyCollection<TableEntity> wanted)
    {
        var before = existing.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        var put = wanted.Where(row => !before.TryGetValue(row.RowKey, out var old) || !IsStored(row, old)).ToList();
        var after = wanted.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        var replaced = put.Where(row => before.ContainsKey(row.RowKey)).Select(row => before[row.RowKey]).ToList();
        return new(
            put,
            [.. existing.Where(row => !after.Contains(row.RowKey))],
            replaced,
            [.. existing.Where(row => after.Contains(row.RowKey)).Except(replaced)]);
    }

    public void Apply(PartitionChange change)
    {
        foreach (var row in Put)
        {
            change.Put(row);
        }

        foreach (var row in Gone)
        {
            change.Delete(row.RowKey);
        }
    }

    /// <summary>A stored row has its version besides what was written.</summary>
    private static bool IsStored(TableEntity row, TableEntity stored) => row.Properties().Count() == stored.Properties().Count() - 1 && row.IsStoredAs(stored, isWhole: false);

    private static string? Text(IReadOnlyList<TableEntity> rows) => rows.Count == 0
        ? null
        : string.Join('\n', rows.OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(row =>
            $"{row.RowKey}: {string.Join(", ", row.Properties().Where(column => column.Key != "Seq").OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => FormattableString.Invariant($"{column.Key} {column.Value}")))}"));
}

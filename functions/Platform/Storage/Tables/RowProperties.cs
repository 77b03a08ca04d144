using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>A row's own properties: the official type counts keys, ETag and time among them, and properties set to null.</summary>
internal static class RowProperties
{
    public static IEnumerable<KeyValuePair<string, object>> Properties(this TableEntity row) => row.Where(property => property.Value is not null
        && property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"));

    /// <summary>Whether <paramref name="stored"/> is what storing the row would have left behind.</summary>
    /// <param name="row">What was sent.</param>
    /// <param name="stored">The row as it was read back.</param>
    /// <param name="isWhole">False when only the properties sent must agree, as after a merge.</param>
    public static bool IsStoredAs(this TableEntity row, TableEntity stored, bool isWhole) =>
        (!isWhole || stored.Properties().Count() == row.Properties().Count())
        && row.Properties().All(property => stored.TryGetValue(property.Key, out var found) && IsSame(property.Value, found));

    private static bool IsSame(object sent, object? stored) => (sent, stored) switch
    {
        (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
        _ => sent.Equals(stored),
    };
}

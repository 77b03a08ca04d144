using System.Globalization;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Word left in a change's own transaction that a mail must follow; moved to the outbox by the timer that delivers mail.</summary>
/// <param name="Seq">The number of the change that left it.</param>
internal sealed record Notice(PartitionAddress Address, long Seq, string Kind, string Unit, string Subject, string? Text, DateTimeOffset? At);

internal static class Notices
{
    public const string Prefix = "notice|";

    /// <param name="seq">The change that leaves it.</param>
    /// <param name="index">Which of that change's notices.</param>
    public static string Key(long seq, int index)
    {
        var key = Prefix + seq.ToString("D10", CultureInfo.InvariantCulture);
        return index == 0 ? key : $"{key}|{index.ToString("D4", CultureInfo.InvariantCulture)}";
    }

    public static TableEntity Row(string partition, string key, string kind, string unit, string subject, string? text) =>
        new(partition, key) { ["Kind"] = kind, ["Unit"] = unit, ["Subject"] = subject, ["Text"] = text };

    public static Notice From(PartitionAddress address, TableEntity row) => new(
        address,
        long.Parse(row.RowKey.AsSpan(Prefix.Length, 10), CultureInfo.InvariantCulture),
        row.GetString("Kind") ?? "",
        row.GetString("Unit") ?? "",
        row.GetString("Subject") ?? "",
        row.GetString("Text"),
        row.Timestamp);
}

using System.Globalization;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Storage.Partitions;

/// <summary>Word left in a change's own transaction that a mail must follow; moved to the outbox by the timer that delivers mail.</summary>
/// <param name="Seq">The number of the change that left it.</param>
internal sealed record Notice(PartitionAddress Address, long Seq, string Kind, string Unit, string Subject, string? Text, DateTimeOffset? At);

internal static class Notices
{
    public const string Prefix = "notice|";

    public static string Key(long seq) => Prefix + seq.ToString("D10", CultureInfo.InvariantCulture);

    public static TableEntity Row(string partition, long seq, string kind, string unit, string subject, string? text) =>
        new(partition, Key(seq)) { ["Kind"] = kind, ["Unit"] = unit, ["Subject"] = subject, ["Text"] = text };

    public static Notice From(PartitionAddress address, TableEntity row) => new(
        address,
        long.Parse(row.RowKey.AsSpan(Prefix.Length), CultureInfo.InvariantCulture),
        row.GetString("Kind") ?? "",
        row.GetString("Unit") ?? "",
        row.GetString("Subject") ?? "",
        row.GetString("Text"),
        row.Timestamp);
}

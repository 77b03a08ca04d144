using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Word left in a change's own transaction that mails must follow; moved to the outbox by the timer that delivers mail.</summary>
/// <param name="Seq">The number of the change that left it.</param>
/// <param name="Units">The units whose contacts get it.</param>
internal sealed record Notice(PartitionAddress Address, long Seq, NoticeKind? Kind, IReadOnlyList<string> Units, string Subject, string? Text);

internal static class Notices
{
    public const string Prefix = "notice|";

    private const string UnitColumn = "Unit";

    /// <param name="seq">The change that leaves it.</param>
    /// <param name="index">Which of that change's notices.</param>
    public static string Key(long seq, int index)
    {
        var key = Prefix + seq.ToString("D10", CultureInfo.InvariantCulture);
        return index == 0 ? key : $"{key}|{index.ToString("D4", CultureInfo.InvariantCulture)}";
    }

    public static TableEntity Row(string partition, string key, NoticeKind kind, IReadOnlyList<string> units, string subject, string? text)
    {
        var row = new TableEntity(partition, key) { ["Kind"] = kind.ToString(), ["Subject"] = subject, ["Text"] = text };
        row.PutText(UnitColumn, string.Join(' ', units));
        return row;
    }

    public static Notice From(PartitionAddress address, TableEntity row) => new(
        address,
        long.Parse(row.RowKey.AsSpan(Prefix.Length, 10), CultureInfo.InvariantCulture),
        KindOf(row.GetString("Kind") ?? ""),
        row.Text(UnitColumn)?.Split(' ') ?? [],
        row.GetString("Subject") ?? "",
        row.GetString("Text"));

    /// <summary>Null when only a later version of the program knows it.</summary>
    public static NoticeKind? KindOf(string name) => Enum.TryParse<NoticeKind>(name, out var kind) ? kind : null;
}

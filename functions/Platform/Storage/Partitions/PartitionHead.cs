using Azure;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// The one row that every change of a partition passes through.
/// </summary>
/// <param name="Seq">How many changes there were; the number of the last audit row.</param>
/// <param name="Hash">The hash of the last audit row.</param>
/// <param name="Pending">The id of a staged change that is committed and not yet applied; null mostly.</param>
/// <param name="ETag">What was read; null when the partition is still empty.</param>
internal sealed record PartitionHead(long Seq, string Hash, string? Pending, ETag? ETag)
{
    public const string Key = "head";

    public static PartitionHead Empty { get; } = new(0, AuditRow.Beginning, null, null);

    public static PartitionHead From(TableEntity? entity) => entity is null
        ? Empty
        : new(entity.GetInt64("Seq") ?? 0, entity.GetString("Hash") ?? "", entity.GetString("Pending"), entity.ETag);

    public TableTransactionAction ToAction(string partition)
    {
        var entity = new TableEntity(partition, Key) { ["Seq"] = Seq, ["Hash"] = Hash, ["Pending"] = Pending };
        return ETag is { } read
            ? new(TableTransactionActionType.UpdateReplace, entity, read)
            : new(TableTransactionActionType.Add, entity);
    }
}

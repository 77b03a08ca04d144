using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// Commits decided changes of partitions: in one transaction with the head that was read and the audit row, staged where they are too large for one, and announced where
/// something of the partition is remembered (<see cref="Marks"/>).
/// </summary>
internal sealed class Commits(StoredTables tables, StagedChanges staged, Marks marks)
{
    /// <summary>Makes what was decided true, all of it or nothing.</summary>
    /// <returns>False when the head has moved.</returns>
    public async Task<bool> CommitAsync(PartitionView view, PartitionChange change, AuditRow audit, CancellationToken cancellationToken)
    {
        var announced = marks.Covers(view.Address) ? await marks.AnnounceAsync(view.Address, cancellationToken) : null;
        bool committed;
        try
        {
            var actions = Actions(view, change, audit);
            committed = TransactionSize.Fits(actions)
                ? await CommitAsync(view, actions, audit, cancellationToken)
                : change.AsRead.Count == 0 ? await staged.CommitAsync(view, change, audit, cancellationToken)
                : throw new ArgumentException("A change with rows that change past the head fits into one transaction.", nameof(change));
        }
        catch (ArgumentException) when (announced is not null)
        {
            // Refused here, before it was sent. After anything else nobody knows whether it still lands: what was announced stays until it is swept.
            await EndAsync(announced);
            throw;
        }

        if (announced is not null)
        {
            await EndAsync(announced);
        }

        return committed;
    }

    /// <summary>The change is made: that storage fails just now must not be told as its failure, and costs others a few reads until the sweep.</summary>
    private async Task EndAsync(string announced)
    {
        try
        {
            await marks.EndAsync(announced, CancellationToken.None);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException or Azure.Identity.AuthenticationFailedException)
        {
        }
    }

    private static List<TableTransactionAction> Actions(PartitionView view, PartitionChange change, AuditRow audit)
    {
        var partition = view.Address.Partition;
        return
        [
            (view.Head with { Seq = audit.Seq, Hash = audit.Hash }).ToAction(partition),
            new(TableTransactionActionType.Add, audit.ToEntity(partition)),
            .. change.Rows.Select(row => ToAction(partition, row.Key, row.Value, change.AsRead.TryGetValue(row.Key, out var read) ? read : null)),
        ];
    }

    private async Task<bool> CommitAsync(PartitionView view, List<TableTransactionAction> actions, AuditRow audit, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(view.Address.Table);
        return await TrySubmitAsync(table, actions, cancellationToken) || await HasLandedAsync(table, view.Address.Partition, audit, cancellationToken);
    }

    /// <summary>
    /// Whether this very change is there although storage said that the head had moved: the answer was lost, and somebody else
    /// changed the head before the attempt was repeated.
    /// </summary>
    public static async Task<bool> HasLandedAsync(StoredTable table, string partition, AuditRow audit, CancellationToken cancellationToken) =>
        await table.FindAsync(partition, AuditRow.Key(audit.Seq), cancellationToken) is { } row && AuditRow.From(row).Hash == audit.Hash;

    /// <summary>False when the head (the first action), or a row that changes past it, has moved.</summary>
    public static async Task<bool> TrySubmitAsync(StoredTable table, List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException exception) when (HasMoved(actions, exception))
        {
            return false;
        }
    }

    private static bool HasMoved(List<TableTransactionAction> actions, TableTransactionFailedException exception) => exception.FailedTransactionActionIndex switch
    {
        0 => exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed,
        { } index => actions[index].ETag != default && actions[index].ETag != ETag.All && exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed,
        null => false,
    };

    /// <param name="read">What was read of a row that changes past the head; null for any other.</param>
    public static TableTransactionAction ToAction(string partition, string rowKey, TableEntity? row, ETag? read = null) => row is null
        ? new(TableTransactionActionType.Delete, new TableEntity(partition, rowKey), read ?? ETag.All)
        : read is { } tag ? new(TableTransactionActionType.UpdateReplace, row, tag) : new(TableTransactionActionType.UpsertReplace, row);
}

using Azure;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Storage.Partitions;

/// <summary>
/// Reads and changes audited partitions. Every change of one goes through <see cref="ChangeAsync"/>: it commits in one
/// transaction together with its audit row, or not at all, whenever the process dies (docs/decisions/0005).
/// </summary>
internal sealed class PartitionStore(TableServiceClient tables, StagedChanges staged, Touched touched, Intents intents, TimeProvider clock)
{
    /// <summary>The intent of a notice, made before the change that leaves it.</summary>
    public const string NoticeIntent = "notice";

    /// <summary>A transaction takes 100 actions; the head and the audit row are two of them.</summary>
    private const int MostRows = 98;

    /// <summary>How often a decision is taken again because somebody else was faster.</summary>
    private const int MostAttempts = 30;

    /// <summary>Reads a range of rows as of one moment; a staged change found half applied is finished first.</summary>
    public async Task<PartitionView> ReadAsync(PartitionAddress address, KeyRange range, CancellationToken cancellationToken)
    {
        var table = tables.GetTableClient(address.Table);
        while (true)
        {
            // Inside one page storage answers from a snapshot; across pages, or with the head outside of the range, a row newer
            // than the head read before it gives away that a change came between.
            var headIsInRange = range.Contains(PartitionHead.Key);
            var before = headIsInRange ? null : await FindAsync(table, address.Partition, PartitionHead.Key, cancellationToken);
            var rows = await QueryAsync(table, address.Partition, range, cancellationToken);
            var head = PartitionHead.From(headIsInRange ? rows.Find(row => row.RowKey == PartitionHead.Key) : before);
            if (head.Pending is not null)
            {
                await staged.FinishAsync(address, head.Pending, cancellationToken);
            }
            else if (!rows.Exists(row => row.RowKey != PartitionHead.Key && row.GetInt64("Seq") > head.Seq))
            {
                return new(address, table, head, rows);
            }
        }
    }

    /// <summary>Reads one row. A single row is never half written.</summary>
    public Task<TableEntity?> FindAsync(PartitionAddress address, string rowKey, CancellationToken cancellationToken) =>
        FindAsync(tables.GetTableClient(address.Table), address.Partition, rowKey, cancellationToken);

    /// <summary>
    /// Reads, lets <paramref name="decide"/> fill in the change, and commits it. When the partition moved meanwhile, the
    /// decision is taken again on what is there now, so it must have no effect but the change it fills in.
    /// </summary>
    /// <param name="address">The partition.</param>
    /// <param name="range">The rows that the decision looks at.</param>
    /// <param name="actor">Who.</param>
    /// <param name="decide">Throws a refusal to change nothing; leaves the change empty when there is nothing to do.</param>
    /// <param name="cancellationToken">Ends the call; a change that was committed stays.</param>
    /// <exception cref="RequestFailedException">Storage does not answer, or other people's changes kept coming first.</exception>
    public async Task<T> ChangeAsync<T>(
        PartitionAddress address, KeyRange range, Actor actor, Func<PartitionView, PartitionChange, Task<T>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var view = await ReadAsync(address, range, cancellationToken);
            var change = new PartitionChange(view);
            var result = await decide(view, change);
            if (change.IsEmpty)
            {
                return result;
            }

            var audit = AuditRow.Next(
                view.Head.Seq, view.Head.Hash, clock.GetUtcNow(), actor, change.Audit ?? throw new InvalidOperationException("A change says what it is."));
            await touched.MarkAsync(address, cancellationToken);
            if (change.HasNotice)
            {
                await intents.AddAsync(NoticeIntent, address, Notices.Key(change.Seq), cancellationToken);
            }

            if (change.Rows.Count <= MostRows
                ? await CommitAsync(view, change, audit, cancellationToken)
                : await staged.CommitAsync(view, change, audit, cancellationToken))
            {
                return result;
            }

            if (attempt == MostAttempts)
            {
                throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"Other changes of {address} kept coming first.");
            }

            // A short, uneven pause, so that those who met once do not meet again.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 + 10 * attempt)), cancellationToken);
        }
    }

    internal static async Task<List<TableEntity>> QueryAsync(TableClient table, string partition, KeyRange range, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task<bool> CommitAsync(PartitionView view, PartitionChange change, AuditRow audit, CancellationToken cancellationToken)
    {
        var partition = view.Address.Partition;
        var actions = new List<TableTransactionAction>(change.Rows.Count + 2)
        {
            (view.Head with { Seq = audit.Seq, Hash = audit.Hash }).ToAction(partition),
            new(TableTransactionActionType.Add, audit.ToEntity(partition)),
        };
        actions.AddRange(change.Rows.Select(row => ToAction(partition, row.Key, row.Value)));
        var table = tables.GetTableClient(view.Address.Table);
        return await TrySubmitAsync(table, actions, cancellationToken) || await HasLandedAsync(table, partition, audit, cancellationToken);
    }

    /// <summary>
    /// Whether this very change is there although storage said that the head had moved: the answer was lost, and somebody else
    /// changed the head before the attempt was repeated.
    /// </summary>
    internal static async Task<bool> HasLandedAsync(TableClient table, string partition, AuditRow audit, CancellationToken cancellationToken) =>
        await FindAsync(table, partition, AuditRow.Key(audit.Seq), cancellationToken) is { } row && AuditRow.From(row).Hash == audit.Hash;

    /// <summary>False when the head (the first action) has moved.</summary>
    internal static async Task<bool> TrySubmitAsync(TableClient table, List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException exception) when (exception.FailedTransactionActionIndex == 0
            && exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    internal static TableTransactionAction ToAction(string partition, string rowKey, TableEntity? row) => row is null
        ? new(TableTransactionActionType.Delete, new TableEntity(partition, rowKey), ETag.All)
        : new(TableTransactionActionType.UpsertReplace, row);

    private static async Task<TableEntity?> FindAsync(TableClient table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}

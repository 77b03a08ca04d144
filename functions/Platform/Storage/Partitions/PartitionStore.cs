using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>
/// Reads and changes audited partitions. Every change of one goes through <see cref="ChangeAsync"/>: it commits in one
/// transaction together with its audit row, or not at all, whenever the process dies (docs/decisions/0005).
/// </summary>
internal sealed class PartitionStore(StoredTables tables, StagedChanges staged, Commits commits, Touched touched, Intents intents, TimeProvider clock)
{
    /// <summary>The intent of a notice, made before the change that leaves it.</summary>
    public const string NoticeIntent = "notice";

    /// <summary>How long a caller waits for somebody's large change to be put in place.</summary>
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(10);

    /// <summary>How often a decision is taken again because somebody else was faster.</summary>
    private const int MostAttempts = 30;

    private readonly AsyncLocal<ReadAhead?> _ahead = new();

    /// <summary>
    /// Begins to read a range that this request is going to ask for, while it still waits for something else; the first who reads or
    /// changes just this range gets it. What is read is as of the request's beginning.
    /// </summary>
    public void BeginRead(PartitionAddress address, KeyRange range, CancellationToken cancellationToken) =>
        _ahead.Value = new(address, range, ReadNowAsync(address, range, cancellationToken));

    /// <summary>Reads a range of rows as of one moment; a staged change found half applied is finished first.</summary>
    public Task<PartitionView> ReadAsync(PartitionAddress address, KeyRange range, CancellationToken cancellationToken) =>
        _ahead.Value?.Take(address, range) ?? ReadNowAsync(address, range, cancellationToken);

    private async Task<PartitionView> ReadNowAsync(PartitionAddress address, KeyRange range, CancellationToken cancellationToken)
    {
        var table = tables.GetTable(address.Table);
        if (range.Contains(PartitionHead.Key))
        {
            // Inside one page storage answers from a snapshot, and the head is in it.
            var (rows, isOnePage) = await QueryPagesAsync(table, address.Partition, range, cancellationToken);
            var head = PartitionHead.From(rows.Find(row => row.RowKey == PartitionHead.Key));
            if (isOnePage && head.Pending is null)
            {
                return new(address, table, head, rows);
            }
        }

        return await ReadSteadyAsync(
            address,
            async head => new PartitionView(address, table, head, await QueryAsync(table, address.Partition, range, cancellationToken)),
            cancellationToken);
    }

    /// <summary>
    /// Does several reads as of one moment: again when the partition changed between them. Whoever gives what was read to a
    /// caller can be sure that no change is half in it.
    /// </summary>
    /// <param name="address">The partition.</param>
    /// <param name="read">Reads the partition, as often as need be; is given the head.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RequestFailedException">Storage does not answer, or changes kept coming between.</exception>
    public async Task<T> ReadSteadyAsync<T>(PartitionAddress address, Func<PartitionHead, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var head = await SettleAsync(address, cancellationToken);
            var result = await read(head);
            if (!await HasMovedAsync(address, head, cancellationToken))
            {
                return result;
            }
        }

        throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"{address} kept changing while it was read.");
    }

    /// <summary>Reads a page of the rows of a range as of one moment.</summary>
    /// <param name="address">The partition.</param>
    /// <param name="range">The range; for the page after, it begins behind the last row of this one.</param>
    /// <param name="filter">A filter on properties, made by <see cref="StoredTable.CreateQueryFilter"/>; null for all rows.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, and whether there may be more; never more and no rows.</returns>
    public Task<(List<TableEntity> Rows, bool IsMore)> ReadPageAsync(
        PartitionAddress address, KeyRange range, string? filter, int size, CancellationToken cancellationToken) =>
        ReadSteadyAsync(address, async _ =>
        {
            var rows = new List<TableEntity>(size);
            var keys = StoredTable.CreateQueryFilter($"PartitionKey eq {address.Partition} and RowKey ge {range.From} and RowKey lt {range.To}");
            var query = tables.GetTable(address.Table).QueryAsync(filter is null ? keys : $"{keys} and {filter}", size, null, cancellationToken);
            await foreach (var page in query.AsPages())
            {
                var room = size - rows.Count;
                rows.AddRange(page.Values.Take(room));
                if (rows.Count == size)
                {
                    return (rows, page.ContinuationToken is not null || page.Values.Count > room);
                }
            }

            return (rows, false);
        }, cancellationToken);

    /// <summary>Reads a range as it is just now; inside <see cref="ReadSteadyAsync"/> it is as of one moment.</summary>
    public Task<List<TableEntity>> QueryAsync(PartitionAddress address, KeyRange range, CancellationToken cancellationToken) =>
        QueryAsync(tables.GetTable(address.Table), address.Partition, range, cancellationToken);

    /// <summary>Reads one row. A single row is never half written, but see <see cref="FindSettledAsync"/>.</summary>
    public Task<TableEntity?> FindAsync(PartitionAddress address, string rowKey, CancellationToken cancellationToken) =>
        tables.GetTable(address.Table).FindAsync(address.Partition, rowKey, cancellationToken);

    /// <summary>
    /// Reads one row of a partition that has staged changes: one that is committed is finished first, so that nobody reads one
    /// row from before it and another from after it, even when the process that made it has died.
    /// </summary>
    public async Task<TableEntity?> FindSettledAsync(PartitionAddress address, string rowKey, CancellationToken cancellationToken)
    {
        await SettleAsync(address, cancellationToken);
        return await FindAsync(address, rowKey, cancellationToken);
    }

    /// <summary>
    /// Reads, lets <paramref name="decide"/> fill in the change, and commits it. When the partition moved meanwhile, the
    /// decision is taken again on what is there now, so it must have no effect but the change it fills in.
    /// </summary>
    /// <param name="address">The partition.</param>
    /// <param name="range">The rows that the decision looks at.</param>
    /// <param name="actor">Who.</param>
    /// <param name="decide">Throws a refusal to change nothing; leaves the change empty when there is nothing to do.</param>
    /// <param name="cancellationToken">Ends the call; a change that was committed stays.</param>
    /// <param name="known">The range as it was read a moment ago, which saves reading it when nobody has changed it since.</param>
    /// <exception cref="RequestFailedException">Storage does not answer, or other people's changes kept coming first.</exception>
    public async Task<T> ChangeAsync<T>(
        PartitionAddress address, KeyRange range, Actor actor, Func<PartitionView, PartitionChange, Task<T>> decide, CancellationToken cancellationToken, PartitionView? known = null)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var view = attempt == 1 && known is not null ? known : await ReadAsync(address, range, cancellationToken);
            if (await TryChangeAsync(view, view == known, actor, decide, cancellationToken) is { } decided)
            {
                return decided.Result;
            }

            // A short, uneven pause, so that those who met once do not meet again.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 + 10 * attempt)), cancellationToken);
        }

        throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"Other changes of {address} kept coming first.");
    }

    /// <param name="isFromBefore">Whether the view was read before this change was asked for: what is decided on it without a commit is looked at again.</param>
    /// <returns>Null when somebody else was faster.</returns>
    private async Task<Decided<T>?> TryChangeAsync<T>(
        PartitionView view, bool isFromBefore, Actor actor, Func<PartitionView, PartitionChange, Task<T>> decide, CancellationToken cancellationToken)
    {
        var change = new PartitionChange(view);
        T result;
        try
        {
            result = await decide(view, change);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or RequestFailedException) && (isFromBefore || view.HasReadMore))
        {
            // What was refused may have been a mixture of before and after somebody's change.
            if (await HasMovedAsync(view.Address, view.Head, cancellationToken))
            {
                return null;
            }

            throw;
        }

        if (change.IsEmpty)
        {
            return (isFromBefore || view.HasReadMore) && await HasMovedAsync(view.Address, view.Head, cancellationToken) ? null : new Decided<T>(result);
        }

        var audit = AuditRow.Next(
            view.Head.Seq, view.Head.Hash, clock.GetUtcNow(), actor, change.Audit ?? throw new InvalidOperationException("A change says what it is."));
        // From here on what was read before is not what is there.
        _ahead.Value?.Drop();
        await touched.MarkAsync(view.Address, cancellationToken);
        foreach (var notice in change.NoticeKeys)
        {
            await intents.AddAsync(NoticeIntent, view.Address, notice, cancellationToken);
        }

        return await commits.CommitAsync(view, change, audit, cancellationToken) ? new Decided<T>(result) : null;
    }

    /// <summary>The head, with no staged change pending.</summary>
    private async Task<PartitionHead> SettleAsync(PartitionAddress address, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await FindHeadAsync(address, cancellationToken);
            if (head.Pending is null)
            {
                return head;
            }

            try
            {
                await staged.FinishAsync(address, head.Pending, cancellationToken).WaitAsync(LongestSettling, cancellationToken);
            }
            catch (TimeoutException)
            {
                // It goes on without this caller, which would only keep others from work that need nothing of it.
                throw new RequestFailedException(StatusCodes.Status503ServiceUnavailable, $"A large change of {address} is still being put in place.");
            }
        }
    }

    private async Task<bool> HasMovedAsync(PartitionAddress address, PartitionHead head, CancellationToken cancellationToken) =>
        await FindHeadAsync(address, cancellationToken) is var now && (now.Seq != head.Seq || now.Pending is not null);

    private async Task<PartitionHead> FindHeadAsync(PartitionAddress address, CancellationToken cancellationToken) =>
        PartitionHead.From(await FindAsync(address, PartitionHead.Key, cancellationToken));

    internal static async Task<List<TableEntity>> QueryAsync(StoredTable table, string partition, KeyRange range, CancellationToken cancellationToken) =>
        (await QueryPagesAsync(table, partition, range, cancellationToken)).Rows;

    private static async Task<(List<TableEntity> Rows, bool IsOnePage)> QueryPagesAsync(
        StoredTable table, string partition, KeyRange range, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var pages = 0;
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.To}");
        await foreach (var page in table.QueryAsync(filter, null, null, cancellationToken).AsPages())
        {
            rows.AddRange(page.Values);
            pages++;
        }

        return (rows, pages <= 1);
    }

    /// <summary>A decision that was committed, or had nothing to do.</summary>
    private sealed record Decided<T>(T Result);

    /// <summary>A range that is being read before anybody asks for it; given once.</summary>
    private sealed class ReadAhead(PartitionAddress address, KeyRange range, Task<PartitionView> reading)
    {
        private Task<PartitionView>? _reading = reading;

        public Task<PartitionView>? Take(PartitionAddress wanted, KeyRange of) => wanted == address && of == range ? Interlocked.Exchange(ref _reading, null) : null;

        public void Drop() => _reading = null;
    }
}

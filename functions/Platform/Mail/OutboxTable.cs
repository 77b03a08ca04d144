using Azure;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// The mails that were ever made, and the index of those that are not over (<see cref="OutboxRows"/>). A mail is put into the index before it
/// is there and taken out after it is over, so that a process that dies between leaves an entry too many and never one too few.
/// Nothing here is audited; what is written is marked all the same, for the daily backup.
/// </summary>
internal sealed class OutboxTable(StoredTables tables, Touched touched, TimeProvider clock)
{
    public const string Table = "Outbox";

    /// <summary>How long an entry of the index is left alone although its mail is not there or over: somebody may be at it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private const string State = "state";
    private const string Reminders = "reminders";
    private const int Batch = 100;

    private readonly StoredTable _table = tables.GetTable(Table);

    /// <summary>Adds those of the mails that are not there yet, and tells how many that were.</summary>
    public async Task<int> AddAsync(IReadOnlyList<OutboxMail> mails, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var day in mails.DistinctBy(mail => mail.Key).GroupBy(mail => mail.Key.Partition))
        {
            var there = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var row in _table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {day.Key}"), null, [], cancellationToken))
            {
                there.Add(row.RowKey);
            }

            await TouchAsync(day.Key, cancellationToken);
            await TouchAsync(OutboxRows.Open, cancellationToken);
            foreach (var batch in day.Where(mail => !there.Contains(mail.Key.Row)).Chunk(Batch))
            {
                var now = clock.GetUtcNow();
                await _table.SubmitTransactionAsync(
                    batch.Select(mail => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutboxRows.OpenRow(mail, now))), cancellationToken);
                added += await AddBatchAsync(batch, cancellationToken);
            }
        }

        return added;
    }

    public async Task<OutboxMail?> FindAsync(MailKey key, CancellationToken cancellationToken) =>
        await _table.FindAsync(key.Partition, key.Row, cancellationToken) is { } row ? OutboxRows.Mail(row) : null;

    /// <summary>The mail that an address names; null when there is none.</summary>
    public async Task<OutboxMail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (MailKey.DayOf(id) is not { } day)
        {
            return null;
        }

        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {OutboxRows.Text(day)} and Id eq {id}");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
        {
            return OutboxRows.Mail(row);
        }

        return null;
    }

    /// <summary>Writes the mail if nobody has since it was read.</summary>
    /// <returns>The mail as it now is; null when somebody was faster.</returns>
    public async Task<OutboxMail?> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        await TouchAsync(mail.Key.Partition, cancellationToken);
        try
        {
            return mail with { ETag = await _table.UpdateEntityAsync(OutboxRows.Row(mail), mail.ETag, TableUpdateMode.Replace, cancellationToken) };
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
            return null;
        }
    }

    /// <summary>Ends the mail, then says so in the index. False when somebody else has written the mail since it was read.</summary>
    public async Task<bool> EndAsync(OpenMail open, OutboxMail mail, MailState state, string? reason, CancellationToken cancellationToken)
    {
        var ended = mail with { State = state, IsUnsure = false, Reason = reason, NotBefore = null, LeaseUntil = null, EndedAt = clock.GetUtcNow() };
        if (await TryUpdateAsync(ended, cancellationToken) is null)
        {
            return false;
        }

        await MarkAsync(open, state == MailState.Dead ? OpenPhase.Dead : null, cancellationToken);
        return true;
    }

    /// <summary>Everything that is not over, in no order.</summary>
    public async Task<List<OpenMail>> ListOpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<OpenMail>();
        await foreach (var row in _table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {OutboxRows.Open}"), null, null, cancellationToken))
        {
            open.Add(OutboxRows.OpenMail(row));
        }

        return open;
    }

    /// <summary>How many were given up and not revived.</summary>
    public async Task<int> CountDeadAsync(CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {OutboxRows.Open} and Phase eq {OpenPhase.Dead.ToString()}");
        var dead = 0;
        await foreach (var page in _table.QueryAsync(filter, null, [], cancellationToken).AsPages())
        {
            dead += page.Values.Count;
        }

        return dead;
    }

    /// <summary>Puts a mail that was given up back into the index, before it is revived.</summary>
    public async Task ReopenAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        await TouchAsync(OutboxRows.Open, cancellationToken);
        await _table.UpsertEntityAsync(OutboxRows.OpenRow(mail, clock.GetUtcNow()), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Makes the index say the phase of a mail, or forget a mail that is over. An entry that somebody has renewed is left alone.</summary>
    public async Task MarkAsync(OpenMail open, OpenPhase? phase, CancellationToken cancellationToken)
    {
        await TouchAsync(OutboxRows.Open, cancellationToken);
        try
        {
            var key = OutboxRows.OpenKey(open.Key);
            if (phase is null)
            {
                await _table.DeleteEntityAsync(OutboxRows.Open, key, open.ETag, cancellationToken);
            }
            else if (phase != open.Phase)
            {
                await _table.UpdateEntityAsync(
                    new TableEntity(OutboxRows.Open, key) { [OutboxRows.PhaseColumn] = phase.Value.ToString() }, open.ETag, TableUpdateMode.Merge, cancellationToken);
            }
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status404NotFound or StatusCodes.Status412PreconditionFailed)
        {
        }
    }

    /// <summary>A page of a day's mails, in one state or in all, with where the next page begins.</summary>
    public Task<(List<OutboxMail> Mails, string? Next)> ListAsync(DateOnly day, MailState? state, string? continuation, int size, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {OutboxRows.Text(day)}");
        return PageAsync(
            state is null ? filter : $"{filter} and {StoredTable.CreateQueryFilter($"State eq {state.Value.ToString()}")}", OutboxRows.Mail, continuation, size, cancellationToken);
    }

    /// <summary>A page of the mails of all days that are not over, with where the next page begins.</summary>
    public async Task<(List<OutboxMail> Mails, string? Next)> ListOpenAsync(bool dead, string? continuation, int size, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {OutboxRows.Open}");
        var (open, next) = await PageAsync(
            dead ? $"{filter} and {StoredTable.CreateQueryFilter($"Phase eq {OpenPhase.Dead.ToString()}")}" : filter, OutboxRows.OpenMail, continuation, size, cancellationToken);
        var mails = new List<OutboxMail>(open.Count);
        foreach (var some in open.Chunk(20))
        {
            mails.AddRange((await Task.WhenAll(some.Select(one => FindAsync(one.Key, cancellationToken)))).OfType<OutboxMail>());
        }

        return (mails, next);
    }

    /// <summary>Up to which day the reminders were made, and for which blocs only up to an earlier one.</summary>
    public async Task<LastRun> LastRunAsync(CancellationToken cancellationToken) =>
        await _table.FindAsync(State, Reminders, cancellationToken) is { } row
            ? LastRun.Parse(row.GetString("LastDay")!, row.GetString("Behind"))
            : LastRun.Never;

    public async Task MarkRunAsync(LastRun run, CancellationToken cancellationToken)
    {
        await TouchAsync(State, cancellationToken);
        await _table.UpsertEntityAsync(
            new TableEntity(State, Reminders) { ["LastDay"] = OutboxRows.Text(run.Day), ["Behind"] = run.BehindText }, TableUpdateMode.Replace, cancellationToken);
    }

    private Task TouchAsync(string partition, CancellationToken cancellationToken) => touched.MarkAsync(new(Table, partition), cancellationToken);

    private async Task<int> AddBatchAsync(OutboxMail[] batch, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync(
                batch.Select(mail => new TableTransactionAction(TableTransactionActionType.Add, OutboxRows.Row(mail))), cancellationToken);
            return batch.Length;
        }
        catch (TableTransactionFailedException exception) when (exception.Status == StatusCodes.Status409Conflict)
        {
        }

        // Another machine is making the same mails: each of them once.
        var added = 0;
        foreach (var mail in batch)
        {
            try
            {
                await _table.AddEntityAsync(OutboxRows.Row(mail), cancellationToken);
                added++;
            }
            catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status409Conflict)
            {
            }
        }

        return added;
    }

    private async Task<(List<T> Found, string? Next)> PageAsync<T>(
        string filter, Func<TableEntity, T> map, string? continuation, int size, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in _table.QueryAsync(filter, size, null, cancellationToken).AsPages(continuation, size))
            {
                if (page.Values.Count > 0 || page.ContinuationToken is null)
                {
                    return ([.. page.Values.Select(map)], page.ContinuationToken);
                }
            }

            return ([], null);
        }
        catch (RequestFailedException exception) when (continuation is not null && exception.Status == StatusCodes.Status400BadRequest)
        {
            throw Page.BadContinuation();
        }
    }
}

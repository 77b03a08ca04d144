using Azure;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Moves the notices that changes have left into the outbox, for each of the unit's addresses one mail. The mails are made first, under keys
/// that follow from the notice, then the notice and the intent that led to it are taken away: dying between only repeats the first.
/// </summary>
internal sealed partial class NoticeMover(
    Intents intents, PartitionStore partitions, StoredTables tables, ContactsOf findContacts, OutboxTable outbox, VietnamTime vietnam, TimeProvider clock, ILogger<NoticeMover> logger)
{
    /// <returns>A sentence for each notice moved, and what went wrong with others.</returns>
    public async Task<(IReadOnlyList<string> Done, IReadOnlyList<Exception> Failures)> MoveAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var failures = new List<Exception>();
        foreach (var intent in await intents.ListAsync(PartitionStore.NoticeIntent, TimeSpan.Zero, cancellationToken))
        {
            try
            {
                if (await MoveAsync(intent, cancellationToken) is { } sentence)
                {
                    done.Add(sentence);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                NoticeStuck(intent.Address.ToString(), exception);
                failures.Add(exception);
            }
        }

        return (done, failures);
    }

    private async Task<string?> MoveAsync(Intent intent, CancellationToken cancellationToken)
    {
        // Reading a range finishes a staged change first, so a notice that is committed is seen.
        var view = await partitions.ReadAsync(intent.Address, new(intent.Id, intent.Id + " "), cancellationToken);
        if (view.Row(intent.Id) is not { } row)
        {
            // Not committed: somebody is at it, has died over it, or the notice was moved and only the intent is left.
            if (intent.At + StagedChanges.AbandonedAfter <= clock.GetUtcNow())
            {
                await intents.RemoveAsync(PartitionStore.NoticeIntent, intent, cancellationToken);
            }

            return null;
        }

        var notice = Notices.From(intent.Address, row);
        var audit = await partitions.FindAsync(intent.Address, AuditRow.Key(notice.Seq), cancellationToken)
            ?? throw new InvalidOperationException($"The notice {intent.Id} of {intent.Address} has no audit row.");

        // The change's own moment, so that the key is the same whenever and wherever it is made.
        var at = AuditRow.From(audit).At;
        var day = vietnam.DayOf(at);
        var mails = new List<OutboxMail>();
        foreach (var unit in notice.Units)
        {
            var contacts = await findContacts(unit, cancellationToken);
            mails.AddRange(contacts.Select(string? (contact) => contact).DefaultIfEmpty(null).Select(contact => new OutboxMail(
                MailKey.Notice(day, intent.Address, intent.Id, unit, contact), MailUrgency.Notice, day, at)
            {
                Notice = new(notice.Kind, intent.Address, notice.Subject, notice.Text, notice.Seq),
            }));
        }

        await outbox.AddAsync(mails, cancellationToken);
        await tables.GetTable(intent.Address.Table).DeleteEntityAsync(intent.Address.Partition, intent.Id, ETag.All, cancellationToken);
        await intents.RemoveAsync(PartitionStore.NoticeIntent, intent, cancellationToken);
        return $"{notice.Kind} of {intent.Address} is in the outbox for {string.Join(", ", notice.Units)}";
    }

    [LoggerMessage(LogLevel.Error, "A notice of {Partition} could not be moved to the outbox.", EventName = "NoticeStuck")]
    private partial void NoticeStuck(string partition, Exception exception);
}

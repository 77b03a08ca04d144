namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Of mails that wait for the same reader and speak of the same, only the latest goes out. A digest then also speaks of what the earlier
/// ones were to remind of; a notice says what is true when it is sent, so the earlier one would say it twice.
/// </summary>
internal sealed class WaitingMails(OutboxTable outbox)
{
    /// <returns>A sentence for each mail that is not needed any more.</returns>
    public async Task<IReadOnlyList<string>> JoinAsync(IReadOnlyList<OpenMail> open, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var waiting = open.Where(one => one.Phase == OpenPhase.Waiting).ToList();
        foreach (var digests in waiting.Where(one => one.Key.IsDigest).GroupBy(one => one.Key with { Day = default }))
        {
            if (digests.Count() > 1 && await outbox.FindAsync(digests.MaxBy(one => one.Key.Day)!.Key, cancellationToken) is { State: MailState.Waiting } latest)
            {
                await JoinDigestsAsync(digests.Where(one => one.Key != latest.Key), latest, done, cancellationToken);
            }
        }

        foreach (var notices in waiting.Where(one => !one.Key.IsDigest).GroupBy(one => (one.Key.Unit, one.Key.AddressMark)))
        {
            if (notices.Count() > 1)
            {
                await DropOvertakenAsync(notices, done, cancellationToken);
            }
        }

        return done;
    }

    private async Task DropOvertakenAsync(IEnumerable<OpenMail> notices, List<string> done, CancellationToken cancellationToken)
    {
        var mails = new List<(OpenMail Open, OutboxMail Mail, MailNotice Notice)>();
        foreach (var one in notices)
        {
            if (await outbox.FindAsync(one.Key, cancellationToken) is { State: MailState.Waiting, Notice: { } notice } mail)
            {
                mails.Add((one, mail, notice));
            }
        }

        // One that may have gone out is left to itself.
        foreach (var (open, mail, notice) in mails.Where(one => !one.Mail.IsUnsure))
        {
            if (mails.Exists(later => notice.IsOvertakenBy(later.Notice))
                && await outbox.EndAsync(open, mail, MailState.Unneeded, "A later mail speaks of it.", cancellationToken))
            {
                done.Add($"{mail.Key.Id} for {mail.Key.Unit} is overtaken");
            }
        }
    }

    private async Task JoinDigestsAsync(IEnumerable<OpenMail> others, OutboxMail latest, List<string> done, CancellationToken cancellationToken)
    {
        foreach (var one in others)
        {
            // One that may have gone out is left to itself.
            if (await outbox.FindAsync(one.Key, cancellationToken) is not { State: MailState.Waiting, IsUnsure: false } earlier)
            {
                continue;
            }

            var joined = latest with
            {
                LastRun = earlier.LastRun < latest.LastRun ? earlier.LastRun : latest.LastRun,
                Blocs = [.. latest.Blocs.Union(earlier.Blocs).Order(StringComparer.Ordinal)],
            };
            if (await outbox.TryUpdateAsync(joined, cancellationToken) is not { } written)
            {
                return;
            }

            latest = written;
            if (await outbox.EndAsync(one, earlier, MailState.Unneeded, "A later digest speaks of it too.", cancellationToken))
            {
                done.Add($"{earlier.Key.Id} for {earlier.Key.Unit} is joined to {latest.Key.Id}");
            }
        }
    }
}

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Who has digests of several days waiting gets the latest one, which then also speaks of what the earlier ones were to remind of.
/// </summary>
internal sealed class WaitingDigests(OutboxTable outbox)
{
    /// <returns>A sentence for each mail that is not needed any more.</returns>
    public async Task<IReadOnlyList<string>> JoinAsync(IReadOnlyList<OpenMail> open, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var digests in open.Where(one => one is { Key.IsDigest: true, Phase: OpenPhase.Waiting }).GroupBy(one => one.Key with { Day = default }))
        {
            if (digests.Count() > 1 && await outbox.FindAsync(digests.MaxBy(one => one.Key.Day)!.Key, cancellationToken) is { State: MailState.Waiting } latest)
            {
                await JoinAsync(digests.Where(one => one.Key != latest.Key), latest, done, cancellationToken);
            }
        }

        return done;
    }

    private async Task JoinAsync(IEnumerable<OpenMail> others, OutboxMail latest, List<string> done, CancellationToken cancellationToken)
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

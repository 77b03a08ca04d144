using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Platform.Mail;

/// <summary>Every five minutes: takes the notices that changes have left, sends what waits, and says how much is left.</summary>
internal sealed partial class DeliverMail(
    NoticeMover notices, OutboxTable outbox, TimeProvider clock, TimerRunner runner, ILogger<DeliverMail> logger, MailDelivery? delivery = null) : ITimerFunction
{
    private const string When = "0 */5 * * * *";

    public string Name => nameof(DeliverMail);

    public string Schedule => When;

    [Function(nameof(DeliverMail))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var (moved, unmoved) = await notices.MoveAsync(cancellationToken);
        var open = await outbox.ListOpenAsync(cancellationToken);
        var (sent, unsent) = delivery is null ? ([], []) : await delivery.RunAsync(open, cancellationToken);

        var left = await outbox.ListOpenAsync(cancellationToken);
        var waiting = left.Where(one => one.Phase != OpenPhase.Dead).ToList();
        var oldest = waiting.Count == 0 ? TimeSpan.Zero : clock.GetUtcNow() - waiting.Min(one => one.Place.QueuedAt);
        MailWaiting(waiting.Count, (long)oldest.TotalMinutes, left.Count - waiting.Count);

        return unmoved.Count + unsent.Count == 0
            ? [.. moved, .. sent]
            : throw new AggregateException($"{unmoved.Count + unsent.Count} parts of the run failed.", [.. unmoved, .. unsent]);
    }

    [LoggerMessage(
        LogLevel.Information, "{Waiting} mails wait, the oldest for {OldestMinutes} minutes; {Dead} were given up and not revived.", EventName = "MailWaiting")]
    private partial void MailWaiting(int waiting, long oldestMinutes, int dead);
}

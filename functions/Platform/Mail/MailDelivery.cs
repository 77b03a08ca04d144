using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Sends what waits, the most urgent first. A mail is claimed by its ETag before it is sent, so of two runs at once only one sends it; and
/// what became of it is written down after, so a process that dies between leaves a claim, by which the next run knows to ask first.
/// </summary>
internal sealed partial class MailDelivery(
    OutboxTable outbox,
    MailGate gate,
    WaitingMails waiting,
    IMailTransport transport,
    NewMailWriter newWriter,
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<MailDelivery> logger)
{
    /// <summary>Longer than a run may last, so whoever claimed it is no longer at it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>No mail is begun later than this, so that the last one ends within the run's time.</summary>
    private static readonly TimeSpan LastStart = TimeSpan.FromMinutes(2.5);

    /// <summary>When the mail service does not say when to ask again.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>A mail that was taken and of which nothing more is heard counts as sent after this.</summary>
    private static readonly TimeSpan LongestAsking = TimeSpan.FromDays(1);

    /// <summary>So many refusals one after another and nobody served: it is not the recipients.</summary>
    private const int SuspiciousRefusals = 3;

    /// <param name="open">What is not over.</param>
    /// <param name="cancellationToken">Ends the run; the mail at hand is still written down.</param>
    /// <returns>A sentence for each mail something was done about, and what went wrong.</returns>
    public async Task<(IReadOnlyList<string> Done, IReadOnlyList<Exception> Failures)> RunAsync(IReadOnlyList<OpenMail> open, CancellationToken cancellationToken)
    {
        var run = new DeliveryRun(newWriter());
        var started = Stopwatch.GetTimestamp();
        try
        {
            run.Done.AddRange(await waiting.JoinAsync(open, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            MailStuck("of several days", exception);
            run.Failures.Add(exception);
        }

        // Those to be asked about first: that costs nothing of the budget.
        foreach (var one in open.Where(one => one.Phase != OpenPhase.Dead).OrderBy(one => one.Phase == OpenPhase.Accepted ? 0 : 1).ThenBy(one => one.Place))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (run.IsOver || Stopwatch.GetElapsedTime(started) > LastStart)
            {
                break;
            }

            try
            {
                await StepAsync(one, run, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                MailStuck(one.Key.Id, exception);
                run.Failures.Add(exception);
            }
        }

        return (run.Done, run.Failures);
    }

    private async Task StepAsync(OpenMail open, DeliveryRun run, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mail = await outbox.FindAsync(open.Key, cancellationToken);
        if (mail is null || mail.HasEnded)
        {
            // Left over; unless somebody is just making or reviving the mail.
            if (open.At + OutboxTable.Grace <= now)
            {
                await outbox.MarkAsync(open, mail?.State == MailState.Dead ? OpenPhase.Dead : null, cancellationToken);
            }
        }
        else if (mail.State == MailState.Accepted)
        {
            if (!run.IsAskingOver && mail.NotBefore <= now)
            {
                await AskAsync(open, mail, run, cancellationToken);
            }
        }
        else if (!(now < (mail.State == MailState.Sending ? mail.LeaseUntil : mail.NotBefore)))
        {
            await SendAsync(open, mail, run, cancellationToken);
        }
    }

    private async Task SendAsync(OpenMail open, OutboxMail mail, DeliveryRun run, CancellationToken cancellationToken)
    {
        if (mail.IsUnsure && await transport.FindAsync(mail.Key.Attempt(mail.Tries), cancellationToken) is { } earlier)
        {
            await RecordAsync(open, mail, earlier, run);
            return;
        }

        ComposedMail? written = null;
        switch (await run.Write(mail, cancellationToken))
        {
            case Written.Ready ready:
                written = ready.Mail;
                break;
            case Written.Unneeded(var reason):
                await EndAsync(open, mail, MailState.Unneeded, reason, run);
                return;
            case Written.Readdressed(var addresses):
                await outbox.AddAsync([.. addresses.Select(address => mail.To(address, clock.GetUtcNow()))], cancellationToken);
                await EndAsync(open, mail, MailState.Unneeded, "The unit has other addresses now; each of them gets the mail.", run);
                return;
            case Written.Unreachable(var reason):
                await GiveUpAsync(open, mail, reason, run);
                return;
        }

        // The budget first: what is taken for a mail that another run claims is used for the next one.
        if (!run.HasPermit && !await gate.TryTakeAsync(options.Value.Budget(), cancellationToken))
        {
            run.IsOver = true;
            return;
        }

        run.HasPermit = true;
        var number = mail.IsUnsure ? mail.Tries : mail.Tries + 1;
        var claimed = await outbox.TryUpdateAsync(
            mail with { State = MailState.Sending, Tries = number, IsUnsure = true, LeaseUntil = clock.GetUtcNow() + Lease, NotBefore = null }, cancellationToken);
        if (claimed is not null)
        {
            run.HasPermit = false;
            await RecordAsync(open, claimed, await TrySendAsync(written!, claimed.Key.Attempt(number), cancellationToken), run);
        }
    }

    private async Task<MailOutcome> TrySendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(mail, attempt, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A fault of ours with this mail, which must not try for ever.
            TransportFailed(exception);
            return new MailOutcome.Later("Sending it failed.", Everybody: false);
        }
    }

    private async Task AskAsync(OpenMail open, OutboxMail mail, DeliveryRun run, CancellationToken cancellationToken)
    {
        var outcome = await transport.FindAsync(mail.Operation ?? mail.Key.Attempt(mail.Tries), cancellationToken);
        if (outcome is MailOutcome.Later later)
        {
            run.IsAskingOver = true;
            await outbox.TryUpdateAsync(mail with { NotBefore = clock.GetUtcNow() + (later.After ?? AskAgain) }, CancellationToken.None);
        }
        else if (outcome is null or MailOutcome.Accepted && mail.AcceptedAt + LongestAsking <= clock.GetUtcNow())
        {
            await RecordAsync(open, mail with { Reason = "The mail service took it and says no more." }, new MailOutcome.Sent(), run);
        }
        else
        {
            await RecordAsync(open, mail, outcome ?? new MailOutcome.Accepted(mail.Operation ?? mail.Key.Attempt(mail.Tries)), run);
        }
    }

    /// <summary>Writes down what became of an attempt, whether or not the run is being ended: it cannot be found out again.</summary>
    private async Task RecordAsync(OpenMail open, OutboxMail mail, MailOutcome outcome, DeliveryRun run)
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case MailOutcome.Sent:
                if (await EndAsync(open, mail, MailState.Sent, mail.State == MailState.Accepted ? mail.Reason : null, run))
                {
                    MailSent(mail.Key.Id, mail.Key.Unit);
                }

                await ServedAsync(run);
                break;

            case MailOutcome.Accepted(var operation, var after):
                await outbox.TryUpdateAsync(
                    mail with
                    {
                        State = MailState.Accepted,
                        IsUnsure = false,
                        Operation = operation,
                        AcceptedAt = mail.AcceptedAt ?? now,
                        NotBefore = now + (after ?? AskAgain),
                        LeaseUntil = null,
                        Reason = null,
                    },
                    CancellationToken.None);
                await outbox.MarkAsync(open, OpenPhase.Accepted, CancellationToken.None);
                await ServedAsync(run);
                break;

            case MailOutcome.Later(var reason, Everybody: true, var after):
                // Not the mail's fault; and the next attempt first asks about this one.
                await outbox.TryUpdateAsync(mail with { State = MailState.Waiting, Reason = reason, LeaseUntil = null }, CancellationToken.None);
                await gate.CloseAsync(reason, after, CancellationToken.None);
                MailFailed(mail.Key.Id, reason);
                run.Done.Add($"mail is held back: {reason}");
                run.IsOver = true;
                break;

            case MailOutcome.Later(var reason, Everybody: false, var after):
                var failures = mail.Failures + 1;
                if (Backoff.GivesUp(failures, options.Value.MaxAttempts))
                {
                    await GiveUpAsync(open, mail with { Failures = failures }, reason, run);
                    break;
                }

                await outbox.TryUpdateAsync(
                    mail with
                    {
                        State = MailState.Waiting,
                        IsUnsure = false,
                        Failures = failures,
                        Reason = reason,
                        LeaseUntil = null,
                        NotBefore = now + Backoff.After(failures, mail.Key.Spread, after),
                    },
                    CancellationToken.None);
                MailFailed(mail.Key.Id, reason);
                run.Done.Add($"{mail.Key.Id} failed and is tried again: {reason}");
                break;

            case MailOutcome.Refused(var reason):
                await GiveUpAsync(open, mail with { Failures = mail.Failures + 1 }, reason, run);
                if (++run.Refusals == SuspiciousRefusals)
                {
                    await gate.CloseAsync($"One mail after another is refused: {reason}", null, CancellationToken.None);
                    run.IsOver = true;
                }

                break;
        }
    }

    private async Task GiveUpAsync(OpenMail open, OutboxMail mail, string reason, DeliveryRun run)
    {
        if (await EndAsync(open, mail, MailState.Dead, reason, run))
        {
            MailDead(mail.Key.Id, reason);
        }
    }

    /// <summary>False when somebody else has written the mail meanwhile.</summary>
    private async Task<bool> EndAsync(OpenMail open, OutboxMail mail, MailState state, string? reason, DeliveryRun run)
    {
        if (!await outbox.EndAsync(open, mail, state, reason, CancellationToken.None))
        {
            return false;
        }

        run.Done.Add($"{mail.Key.Id} for {mail.Key.Unit}: {state}");
        return true;
    }

    private async Task ServedAsync(DeliveryRun run)
    {
        run.Refusals = int.MinValue; // somebody was served
        if (!run.IsServed)
        {
            run.IsServed = true;
            await gate.OpenAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Information, "The mail {Mail} to {Unit} was sent.", EventName = "MailSent")]
    private partial void MailSent(string mail, string unit);

    [LoggerMessage(LogLevel.Warning, "The mail {Mail} could not be sent and waits: {Reason}", EventName = "MailFailed")]
    private partial void MailFailed(string mail, string reason);

    [LoggerMessage(LogLevel.Error, "The mail {Mail} was given up: {Reason}", EventName = "MailDead")]
    private partial void MailDead(string mail, string reason);

    [LoggerMessage(LogLevel.Error, "The mail {Mail} could not be looked after in this run.", EventName = "MailStuck")]
    private partial void MailStuck(string mail, Exception exception);

    [LoggerMessage(LogLevel.Error, "The mail transport failed.", EventName = "TransportFailed")]
    private partial void TransportFailed(Exception exception);
}

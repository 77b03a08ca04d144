using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Platform.Mail;

/// <summary>Whether mails were given up, or are held back and why. Says how many, never whose.</summary>
internal sealed class MailHealth(OutboxTable outbox, MailGate gate, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            var sentences = new List<string>();
            if (await outbox.CountDeadAsync(cancellationToken) is > 0 and var dead)
            {
                sentences.Add(dead == 1 ? "1 mail was given up." : $"{dead} mails were given up.");
            }

            var state = await gate.ReadAsync(cancellationToken);
            if (state.IsInTrouble(clock.GetUtcNow()))
            {
                sentences.Add($"Mail is held back: {state.Reason}");
            }

            return sentences.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', sentences));
        }
        catch (Exception)
        {
            return HealthCheckResult.Degraded("The outbox cannot be read.");
        }
    }
}

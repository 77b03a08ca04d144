using System.Reflection;
using EmulationFunctions.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Hosting;

/// <summary>How the program is. Nothing in it helps an attacker: no names, no addresses, no counts of people.</summary>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="Version">The program's version with the commit it was built from.</param>
/// <param name="Checks">What was looked at, each with its state and, when it is not well, a sentence.</param>
/// <param name="Timers">When each timer last succeeded.</param>
internal sealed record Health(string Status, string Version, IReadOnlyList<HealthPart> Checks, IReadOnlyList<TimerHealth> Timers);

internal sealed record HealthPart(string Name, string Status, string? Detail);

internal sealed record TimerHealth(string Name, string Schedule, DateTimeOffset? LastSucceeded);

internal static class HealthEndpoints
{
    public static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static void MapHealth(this WebApplication app)
    {
        // The host asks this every 25 ms until it is answered, then now and again: no sign-in, no storage, no log.
        app.MapGet("/", () => TypedResults.Text("EmulationFunctions"))
            .Needs(Right.Anyone)
            .ExcludeFromDescription();

        app.MapGet("/api/health", GetHealth)
            .WithName(nameof(GetHealth))
            .Needs(Right.Anyone)
            .Says("Tells how the program is.", "The version, whether storage is reachable, and when each timer last succeeded. 503 when it cannot work.")
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> GetHealth(
        HealthCheckService checks, IEnumerable<ITimerFunction> timers, TimerHeartbeats heartbeats, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var beats = report.Status == HealthStatus.Unhealthy ? [] : await heartbeats.ListAsync(cancellationToken);
        var health = new Health(
            Name(report.Status),
            Version,
            [.. report.Entries.Select(entry => new HealthPart(entry.Key, Name(entry.Value.Status), entry.Value.Description)).OrderBy(part => part.Name, StringComparer.Ordinal)],
            [.. timers.Select(timer => new TimerHealth(timer.Name, timer.Schedule, beats.Find(beat => beat.Timer == timer.Name)?.Succeeded)).OrderBy(timer => timer.Name, StringComparer.Ordinal)]);
        return report.Status == HealthStatus.Unhealthy
            ? TypedResults.Json(health, HostingJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(health);
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

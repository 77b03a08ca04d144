using System.Reflection;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>How the program is. Nothing in it helps an attacker: no names, no addresses, no counts of people.</summary>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="Version">The program's version with the commit it was built from.</param>
/// <param name="Checks">What was looked at, each with its state and, when it is not well, a sentence.</param>
/// <param name="Timers">When each timer last succeeded.</param>
internal sealed record Health(string Status, string Version, IReadOnlyList<HealthPart> Checks, IReadOnlyList<TimerHealth> Timers)
{
    public const string Unhealthy = "unhealthy";
}

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
            .Says("Tells how the program is.", "The version, whether storage is reachable, and when each timer last succeeded; as of the last ten seconds. 503 when it cannot work.")
            .Produces<Health>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> GetHealth(HealthReports reports, CancellationToken cancellationToken)
    {
        var health = await reports.GetAsync(cancellationToken);
        return health.Status == Health.Unhealthy
            ? TypedResults.Json(health, HostingJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(health);
    }
}

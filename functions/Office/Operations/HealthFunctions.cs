using System.Reflection;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

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

internal sealed class HealthFunctions(HealthReports reports)
{
    /// <summary>Tells how the program is.</summary>
    /// <remarks>The version, whether storage is reachable, and when each timer last succeeded; as of the last ten seconds. 503 when it cannot work.</remarks>
    [Function(nameof(GetHealth)), Needs(Right.Anyone)]
    [ProducesResponseType<Health>(StatusCodes.Status503ServiceUnavailable)]
    public async Task<Results<Ok<Health>, JsonHttpResult<Health>>> GetHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var health = await reports.GetAsync(cancellationToken);
        return health.Status == Health.Unhealthy
            ? TypedResults.Json(health, HostingJson.Default.Health, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(health);
    }
}

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    public static readonly string Text =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}

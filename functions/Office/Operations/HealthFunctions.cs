using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EmulationFunctions.Office.Operations;

/// <summary>Whether the program can work, for whoever watches over it.</summary>
internal sealed class HealthFunctions(HealthReports reports)
{
    /// <summary>Tells how the program is.</summary>
    /// <remarks>The version, whether storage is reachable, and when each timer last succeeded; as of the last ten seconds. 503 when it cannot work.</remarks>
    [Function(nameof(GetHealth)), Needs(Right.Anyone), MayTake(TimeOf.Watching)]
    [ProducesResponseType<Health>(StatusCodes.Status503ServiceUnavailable)]
    public async Task<Results<Ok<Health>, JsonHttpResult<Health>>> GetHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var health = await reports.GetAsync(cancellationToken);
        return health.Status == Health.Unhealthy
            ? TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(health);
    }
}

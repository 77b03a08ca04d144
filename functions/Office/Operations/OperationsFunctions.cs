using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>What the workbook shows, for those who look from outside of the portal.</summary>
internal sealed class OperationsFunctions(OperationsReader operations)
{
    /// <summary>Tells how the year and the system are going.</summary>
    /// <remarks>Each bloc's stage and how many have submitted or are late; mail waiting, failed and given up; timers and whether one is overdue; what units should have given back of titles that were taken back; the last seal and backup; what is unfinished.</remarks>
    [Function(nameof(GetOperations)), Needs(Right.Administer)]
    public async Task<Ok<OperationsReport>> GetOperations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/operations")] HttpRequest request, CancellationToken cancellationToken) =>
        TypedResults.Ok(await operations.ReadAsync(cancellationToken));
}

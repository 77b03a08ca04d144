using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Office.Operations;

/// <summary>What the workbook shows, for those who look from outside of the portal.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app) => app.MapGet("/api/admin/operations", GetOperations).WithName(nameof(GetOperations))
        .Needs(Right.Administer)
        .Says(
            "Tells how the year and the system are going.",
            "Each bloc's stage and how many have submitted or are late; mail waiting, failed and given up; timers and whether one is overdue; the last seal and backup; what is unfinished.");

    private static async Task<Ok<OperationsReport>> GetOperations(OperationsReader operations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await operations.ReadAsync(cancellationToken));
}

using Azure;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Whether tables and blobs answer, and whether it is a right that is missing when they refuse.</summary>
internal sealed class StorageHealth(TimerHeartbeats heartbeats, BlobServiceClient blobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await heartbeats.ListAsync(cancellationToken);
            foreach (var container in StorageNames.All.Containers)
            {
                if (!await blobs.GetBlobContainerClient(container.Name).ExistsAsync(cancellationToken))
                {
                    return HealthCheckResult.Unhealthy($"The container {container.Name} is missing.");
                }
            }

            return HealthCheckResult.Healthy();
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            return HealthCheckResult.Unhealthy("Storage refuses the program's identity: a role assignment is missing or was taken away.");
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return HealthCheckResult.Unhealthy("A table is missing.");
        }
        catch (Azure.Identity.AuthenticationFailedException)
        {
            return HealthCheckResult.Unhealthy("The program's identity cannot sign in to storage.");
        }
        catch (Exception)
        {
            return HealthCheckResult.Unhealthy("Storage does not answer.");
        }
    }
}

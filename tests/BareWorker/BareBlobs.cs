using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmulationFunctions.BareWorker;

/// <summary>What a file costs that is only stored: uploads of the program are compared with it.</summary>
public sealed class BareBlobs
{
    /// <summary>Of the newest version that the emulator knows.</summary>
    private static readonly Lazy<BlobContainerClient> Container = new(() => new(
        Environment.GetEnvironmentVariable("BareWorker__Storage"), "bare", new(BlobClientOptions.ServiceVersion.V2025_11_05)));

    /// <summary>Puts the body into a blob.</summary>
    [Function(nameof(Store))]
    public static async Task<IResult> Store([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "store/{name}")] HttpRequest request, string name, CancellationToken cancellationToken)
    {
        await Container.Value.GetBlobClient(name).UploadAsync(request.Body, cancellationToken);
        return TypedResults.Created($"/store/{name}");
    }
}

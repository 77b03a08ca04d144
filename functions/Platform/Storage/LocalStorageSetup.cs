using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Storage;

/// <summary>Makes the tables and containers at the start of a local run. In Azure the templates make them.</summary>
internal sealed class LocalStorageSetup(LocalCondition local, StoredTables tables, BlobServiceClient blobs) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!local.IsLocal)
        {
            return;
        }

        foreach (var table in StorageNames.All.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        foreach (var container in StorageNames.All.Containers)
        {
            await blobs.GetBlobContainerClient(container.Name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

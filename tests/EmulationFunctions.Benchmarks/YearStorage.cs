using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Storage;

namespace EmulationFunctions.Benchmarks;

/// <summary>What lies in the tables and containers of an account, looked at past the program.</summary>
internal sealed class YearStorage(string connection)
{
    private readonly TableServiceClient _tables = new(connection);
    private readonly BlobServiceClient _blobs = new(connection, new BlobClientOptions(StorageRegistration.BlobVersion));

    public async Task<(long Rows, long RowBytes, long BlobBytes)> KeptAsync(CancellationToken cancellationToken)
    {
        var (rows, rowBytes, blobBytes) = (0L, 0L, 0L);
        foreach (var table in StorageNames.All.Tables)
        {
            await foreach (var row in _tables.GetTableClient(table).QueryAsync<TableEntity>((string?)null, cancellationToken: cancellationToken))
            {
                rows++;
                rowBytes += Bytes(row);
            }
        }

        foreach (var container in StorageNames.All.Containers)
        {
            await foreach (var blob in _blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(cancellationToken: cancellationToken))
            {
                blobBytes += blob.Properties.ContentLength ?? 0;
            }
        }

        return (rows, rowBytes, blobBytes);
    }

    /// <summary>As the table service counts a row: its keys and its properties' names and texts in UTF-16.</summary>
    private static int Bytes(TableEntity row) => 4 + 2 * (row.PartitionKey.Length + row.RowKey.Length) + row
        .Where(property => property.Key is not ("PartitionKey" or "RowKey" or "odata.etag"))
        .Sum(property => 8 + 2 * property.Key.Length + property.Value switch
        {
            string text => 4 + 2 * text.Length,
            byte[] bytes => 4 + bytes.Length,
            int => 4,
            bool => 1,
            Guid => 16,
            null => 0,
            _ => 8,
        });
}

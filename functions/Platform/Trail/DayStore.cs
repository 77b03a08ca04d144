using System.Globalization;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>
/// A container where nothing can be changed or deleted: <c>days/{day}.json</c> says what was kept of a day, and below
/// <c>partitions/{table}/{partition}/</c> lies one blob a day, so that what was kept of one partition is found by one listing.
/// </summary>
internal sealed class DayStore(BlobContainerClient container)
{
    private const string Days = "days/";
    private const string Format = "yyyy-MM-dd";

    private const int BlockLength = 4 * 1024 * 1024;

    /// <summary>A call of storage has seconds: what is larger goes and comes in several.</summary>
    private static readonly StorageTransferOptions Blocks = new() { InitialTransferSize = BlockLength, MaximumTransferSize = BlockLength, MaximumConcurrency = 1 };

    public static string NameOf(DateOnly day) => $"{Days}{Text(day)}.json";

    /// <summary>The blob of a partition and a day. A key never has a slash, so no two partitions have the same folder.</summary>
    public static string NameOf(PartitionAddress address, DateOnly day, string ending) => Folder(address) + Text(day) + ending;

    /// <summary>The days of which something was kept, earliest first.</summary>
    public Task<List<DateOnly>> ListDaysAsync(CancellationToken cancellationToken) => DaysBelowAsync(Days, ".json", cancellationToken);

    /// <summary>The days on which something of the partition was kept, earliest first.</summary>
    public Task<List<DateOnly>> DaysOfAsync(PartitionAddress address, string ending, CancellationToken cancellationToken) =>
        DaysBelowAsync(Folder(address), ending, cancellationToken);

    /// <summary>What was kept of the partition, a blob a day; with metadata, without content.</summary>
    public async IAsyncEnumerable<(DateOnly Day, IDictionary<string, string> Metadata)> ListAsync(
        PartitionAddress address, string ending, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = Folder(address);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, folder, cancellationToken))
        {
            if (DayOf(blob.Name, folder, ending) is { } day)
            {
                yield return (day, blob.Metadata);
            }
        }
    }

    /// <returns>The content; null when there is no such blob.</returns>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream();
            await container.GetBlobClient(name).DownloadToAsync(content, new BlobDownloadToOptions { TransferOptions = Blocks }, cancellationToken);
            return content.GetBuffer().AsMemory(0, (int)content.Length);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <returns>The metadata; null when there is no such blob.</returns>
    public async Task<IDictionary<string, string>?> FindMetadataAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.Metadata;
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <returns>Whether it was written now; false when there is one already.</returns>
    public async Task<bool> TryAddAsync(string name, byte[] content, string contentType, Dictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = contentType },
                Metadata = metadata,
                Conditions = new() { IfNoneMatch = ETag.All },
                TransferOptions = Blocks,
            };
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // There already, in whichever words the service says so: also "immutable".
            return false;
        }
    }

    private async Task<List<DateOnly>> DaysBelowAsync(string folder, string ending, CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
        {
            if (DayOf(blob.Name, folder, ending) is { } day)
            {
                days.Add(day);
            }
        }

        days.Sort();
        return days;
    }

    /// <summary>Null for what lies deeper: there may be partitions whose names go on.</summary>
    private static DateOnly? DayOf(string name, string folder, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal)
        && DateOnly.TryParseExact(name.AsSpan(folder.Length, Math.Max(0, name.Length - folder.Length - ending.Length)), Format, out var day)
            ? day
            : null;

    private static string Folder(PartitionAddress address) =>
        address.Partition.Length == 0 ? $"tables/{address.Table}/" : $"partitions/{address.Table}/{address.Partition.Replace('|', '/')}/";

    private static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// The contents of files: in a container, a blob <c>{partition, its bars as slashes}/{id}</c> each. A blob is written once and becomes visible as a
/// whole; which blobs count is said by the rows of its partition alone.
/// </summary>
internal class FileBlobs(BlobServiceClient service, string container)
{
    /// <summary>
    /// Larger files go up in blocks of this size, one at a time, read from where they wait, so that none is held in memory: most files are one call. One
    /// attempt of it has its time on a line of 3 MB a second.
    /// </summary>
    private const int BlockLength = 16 * 1024 * 1024;

    /// <summary>The scan's verdict is a tag of the blob (Microsoft Defender for Storage).</summary>
    private const string ScanTag = "Malware Scanning scan result";

    private const string Sealed = "BlobImmutableDueToPolicy";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(container);

    public async Task StoreAsync(PartitionAddress address, string id, Stream content, FileType type, CancellationToken cancellationToken)
    {
        content.Position = 0;
        // No condition: the id is new, and a repeated call after a lost answer writes the same bytes again.
        await Blob(address, id).UploadAsync(
            content,
            new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = type.MediaType(), ContentDisposition = "attachment" },
                TransferOptions = new() { InitialTransferSize = BlockLength, MaximumTransferSize = BlockLength, MaximumConcurrency = 1 },
            },
            cancellationToken);
    }

    /// <summary>What one download holds in memory: many may run at once.</summary>
    private const int ReadLength = 256 * 1024;

    /// <summary>The content as a stream that can be read from any place.</summary>
    public Task<Stream> OpenAsync(PartitionAddress address, string id, CancellationToken cancellationToken) =>
        Blob(address, id).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadLength }, cancellationToken);

    /// <summary>A blob that was sealed with an earlier submission stays: it is part of what was submitted then.</summary>
    public async Task DeleteAsync(PartitionAddress address, string id, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(address, id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == Sealed)
        {
        }
    }

    /// <summary>What the scan says; null when it has not yet said anything.</summary>
    public async Task<string?> ScanResultAsync(PartitionAddress address, string id, CancellationToken cancellationToken)
    {
        var tags = await Blob(address, id).GetTagsAsync(cancellationToken: cancellationToken);
        return tags.Value.Tags.TryGetValue(ScanTag, out var result) ? result : null;
    }

    /// <summary>
    /// Until then nobody can change or delete the file; only the policy itself can be lifted, by whoever has that right. Not
    /// locked for good, because a paper that should never have been sent must be removable by a deliberate act.
    /// </summary>
    public async Task SealAsync(PartitionAddress address, string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        await Blob(address, id).SetImmutabilityPolicyAsync(
            new() { ExpiresOn = until, PolicyMode = BlobImmutabilityPolicyMode.Unlocked }, cancellationToken: cancellationToken);

    private BlobClient Blob(PartitionAddress address, string id) => _container.GetBlobClient($"{address.Partition.Replace('|', '/')}/{id}");
}

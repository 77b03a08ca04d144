using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Evidence;

/// <summary>
/// The files' contents: container <c>evidence</c>, a blob <c>{year}-{period}/{bloc}/{unit}/{id}</c> each. A blob is written once
/// and becomes visible as a whole; which blobs count is said by the rows alone.
/// </summary>
internal sealed class EvidenceBlobs(BlobServiceClient service)
{
    public const string Container = "evidence";

    /// <summary>
    /// Larger files go up in blocks of this size, one at a time, read from where they wait, so that none is held in memory: most files are one call. One
    /// attempt of it has its time on a line of 3 MB a second.
    /// </summary>
    private const int BlockLength = 16 * 1024 * 1024;

    /// <summary>The scan's verdict is a tag of the blob (Microsoft Defender for Storage).</summary>
    private const string ScanTag = "Malware Scanning scan result";

    private const string Sealed = "BlobImmutableDueToPolicy";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    public async Task StoreAsync(PartitionAddress sheet, string id, Stream content, FileType type, CancellationToken cancellationToken)
    {
        content.Position = 0;
        // No condition: the id is new, and a repeated call after a lost answer writes the same bytes again.
        await Blob(sheet, id).UploadAsync(
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
    public Task<Stream> OpenAsync(PartitionAddress sheet, string id, CancellationToken cancellationToken) =>
        Blob(sheet, id).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadLength }, cancellationToken);

    /// <summary>A blob that was sealed with an earlier submission stays: it is part of what was submitted then.</summary>
    public async Task DeleteAsync(PartitionAddress sheet, string id, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(sheet, id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == Sealed)
        {
        }
    }

    /// <summary>What the scan says; null when it has not yet said anything.</summary>
    public async Task<string?> ScanResultAsync(PartitionAddress sheet, string id, CancellationToken cancellationToken)
    {
        var tags = await Blob(sheet, id).GetTagsAsync(cancellationToken: cancellationToken);
        return tags.Value.Tags.TryGetValue(ScanTag, out var result) ? result : null;
    }

    /// <summary>
    /// Until then nobody can change or delete the file; only the policy itself can be lifted, by whoever has that right. Not
    /// locked for good, because a paper that should never have been sent must be removable by a deliberate act.
    /// </summary>
    public async Task SealAsync(PartitionAddress sheet, string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        await Blob(sheet, id).SetImmutabilityPolicyAsync(
            new() { ExpiresOn = until, PolicyMode = BlobImmutabilityPolicyMode.Unlocked }, cancellationToken: cancellationToken);

    /// <summary>The key of a sheet's partition has the parts of the path: <c>{year}-{period}|{bloc}|{unit}</c>.</summary>
    private BlobClient Blob(PartitionAddress sheet, string id) => _container.GetBlobClient($"{sheet.Partition.Replace('|', '/')}/{id}");
}

using Azure.Storage.Blobs;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Attachments;

/// <summary>The contents of a bloc's files: a blob <c>{year}/{bloc}/{id}</c> each.</summary>
internal sealed class AttachmentBlobs(BlobServiceClient service) : FileBlobs(service, Container)
{
    public const string Container = "attachments";
}

internal sealed class AttachmentSweep(AttachmentTable table, AttachmentBlobs blobs, Intents intents, ILogger<AttachmentSweep> logger)
    : BlobSweep(AttachmentTable.Intent, blobs, intents, logger)
{
    protected override Task<bool> AbandonAsync(PartitionAddress address, string blob, CancellationToken cancellationToken) => table.AbandonAsync(address, blob, cancellationToken);
}

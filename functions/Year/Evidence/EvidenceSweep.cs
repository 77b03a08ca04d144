using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Evidence;

/// <summary>Deletes blobs that no sheet needs: of uploads that died, and of files that were removed from a draft.</summary>
internal sealed class EvidenceSweep(EvidenceTable table, EvidenceBlobs blobs, Intents intents, ILogger<EvidenceSweep> logger) : BlobSweep(EvidenceTable.Intent, blobs, intents, logger)
{
    protected override Task<bool> AbandonAsync(PartitionAddress address, string blob, CancellationToken cancellationToken) => table.AbandonAsync(address, blob, cancellationToken);
}

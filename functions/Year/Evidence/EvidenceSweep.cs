using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Evidence;

/// <summary>Deletes blobs that no sheet needs: of uploads that died, and of files that were removed from a draft.</summary>
internal sealed partial class EvidenceSweep(EvidenceTable table, EvidenceBlobs blobs, Intents intents, ILogger<EvidenceSweep> logger)
{
    /// <summary>Longer than any upload that is still alive takes from leaving word to writing its row.</summary>
    public static readonly TimeSpan AbandonedAfter = StagedChanges.AbandonedAfter;

    /// <summary>May be run by several at once, and again after it died.</summary>
    /// <returns>A sentence for each blob that was looked at and settled.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var settled = new List<string>();
        foreach (var intent in await intents.ListAsync(EvidenceTable.Intent, AbandonedAfter, cancellationToken))
        {
            try
            {
                var isAbandoned = await table.AbandonAsync(intent.Address, intent.Id, cancellationToken);
                if (isAbandoned)
                {
                    await blobs.DeleteAsync(intent.Address, intent.Id, cancellationToken);
                }

                await intents.RemoveAsync(EvidenceTable.Intent, intent, cancellationToken);
                settled.Add($"the blob {intent.Id} of {intent.Address} {(isAbandoned ? "was deleted" : "is needed")}");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A sealed blob cannot be deleted yet; it stays on the list, and the others are not kept waiting.
                SweepFailed(intent.Id, exception);
            }
        }

        return settled;
    }

    [LoggerMessage(LogLevel.Warning, "The blob {Id} could not be swept.", EventName = "EvidenceSweepFailed")]
    private partial void SweepFailed(string id, Exception exception);
}

using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Files;

/// <summary>Deletes blobs that nothing needs: of uploads that died, and of files that were removed.</summary>
/// <param name="intent">The kind of word that is left of such blobs.</param>
internal abstract partial class BlobSweep(string intent, FileBlobs blobs, Intents intents, ILogger logger)
{
    /// <summary>Longer than any upload that is still alive takes from leaving word to writing its row.</summary>
    public static readonly TimeSpan AbandonedAfter = StagedChanges.AbandonedAfter;

    /// <summary>May be run by several at once, and again after it died.</summary>
    /// <returns>A sentence for each blob that was looked at and settled.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var settled = new List<string>();
        foreach (var left in await intents.ListAsync(intent, AbandonedAfter, cancellationToken))
        {
            try
            {
                var isAbandoned = await AbandonAsync(left.Address, left.Id, cancellationToken);
                if (isAbandoned)
                {
                    await blobs.DeleteAsync(left.Address, left.Id, cancellationToken);
                }

                await intents.RemoveAsync(intent, left, cancellationToken);
                settled.Add($"the blob {left.Id} of {left.Address} {(isAbandoned ? "was deleted" : "is needed")}");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A sealed blob cannot be deleted yet; it stays on the list, and the others are not kept waiting.
                SweepFailed(left.Id, exception);
            }
        }

        return settled;
    }

    /// <summary>Whether nothing needs the blob any more, nor ever will (<see cref="SweptBlobs.AbandonAsync"/>).</summary>
    protected abstract Task<bool> AbandonAsync(PartitionAddress address, string blob, CancellationToken cancellationToken);

    [LoggerMessage(LogLevel.Warning, "The blob {Id} could not be swept.", EventName = "EvidenceSweepFailed")]
    private partial void SweepFailed(string id, Exception exception);
}

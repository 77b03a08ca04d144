using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Rows <c>swept|{blob}</c> in the partition that a file belongs to: its blob was given up as the leftover of a dead upload, so that an upload that was
/// only slow does not bring it back.
/// </summary>
internal static class SweptBlobs
{
    /// <summary>An upload that took longer looks whether its blob was swept meanwhile. Well below <see cref="BlobSweep.AbandonedAfter"/>.</summary>
    private static readonly TimeSpan Unusual = TimeSpan.FromMinutes(5);

    public static string Key(string blob) => $"swept|{blob}";

    /// <exception cref="Refusal">503: it was given up.</exception>
    public static async Task DemandNotSweptAsync(PartitionView view, string blob, TimeSpan age, CancellationToken cancellationToken)
    {
        if (age > Unusual && await view.FindAsync(Key(blob), cancellationToken) is not null)
        {
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, "upload-too-slow", new(
                "Việc lưu tệp kéo dài quá lâu nên đã bị hủy. Hãy gửi lại.", "Storing the file took too long and was given up. Send it again."));
        }
    }

    /// <summary>
    /// Whether nothing needs the blob any more, nor ever will. When no row has ever named it, its upload has died; that is
    /// written down first, in case it was only slow.
    /// </summary>
    /// <param name="partitions">Where rows are.</param>
    /// <param name="address">The partition.</param>
    /// <param name="files">The rows of its files.</param>
    /// <param name="blob">The blob.</param>
    /// <param name="action">What the trail calls it.</param>
    /// <param name="naming">Of the files that name the blob, whether each was removed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static Task<bool> AbandonAsync(
        PartitionStore partitions, PartitionAddress address, KeyRange files, string blob, string action, Func<PartitionView, IReadOnlyList<bool>> naming, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(address, files, Actor.System, async (view, change) =>
        {
            var removed = naming(view);
            if (removed.Count == 0 && await view.FindAsync(Key(blob), cancellationToken) is null)
            {
                change.Put(new(address.Partition, Key(blob)));
                change.Audit = new(action, blob, Reason: "The upload died.");
            }

            return removed.All(one => one);
        }, cancellationToken);
}

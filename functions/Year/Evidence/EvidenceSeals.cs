using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Year.Evidence;

/// <summary>
/// Where <c>Evidence:ImmutabilityDays</c> asks for it, the files of a submitted sheet can be changed and deleted by nobody for so
/// long. Each stored blob is on a list from before its row exists until it is sealed or no longer needed.
/// </summary>
internal sealed partial class EvidenceSeals(
    PartitionStore partitions, EvidenceBlobs blobs, Intents intents, IOptions<UploadOptions> options, TimeProvider clock, ILogger<EvidenceSeals> logger)
{
    public const string Intent = "evidence-seal";

    /// <summary>A sheet that has not been handed in after so long never will be: the list must not grow with the years.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(800);

    /// <summary>Puts a blob on the list.</summary>
    public Task ExpectAsync(PartitionAddress sheet, string blob, CancellationToken cancellationToken) =>
        options.Value.ImmutabilityDays > 0 ? intents.AddAsync(Intent, sheet, blob, cancellationToken) : Task.CompletedTask;

    /// <summary>Seals what has been submitted since. May be run by several at once, and again after it died. One sheet that fails stops no other.</summary>
    /// <exception cref="AggregateException">Some could not be sealed: the timer counts as failed, so that somebody hears of it.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var failures = new List<Exception>();
        if (options.Value.ImmutabilityDays == 0)
        {
            return done;
        }

        foreach (var sheet in (await intents.ListAsync(Intent, TimeSpan.Zero, cancellationToken)).GroupBy(intent => intent.Address))
        {
            try
            {
                var count = await SealAsync(sheet.Key, [.. sheet], cancellationToken);
                if (count > 0)
                {
                    done.Add($"{Words.Count(count, "file")} of {sheet.Key} sealed");
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                SealFailed(sheet.Key.ToString(), exception);
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException($"The files of {failures.Count} sheets could not be sealed.", failures);
    }

    private async Task<int> SealAsync(PartitionAddress sheet, List<Intent> expected, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(sheet, SheetKeys.Everything, cancellationToken);
        // A draft that standings were published over is locked without having been submitted.
        DateTimeOffset? from = SheetTable.HeadOf(view) is { } head && !head.State.IsEditable() ? head.SubmittedAt ?? clock.GetUtcNow() : null;
        var files = EvidenceFile.Of(view).ToLookup(file => file.Blob);
        var count = 0;
        foreach (var intent in expected)
        {
            var isNeeded = files[intent.Id].Any(file => file.Removed is null);
            if (isNeeded && from is null ? clock.GetUtcNow() - intent.At < Patience : !isNeeded && !IsGone(files[intent.Id], intent))
            {
                continue;
            }

            if (isNeeded && from is { } begin)
            {
                await blobs.SealAsync(sheet, intent.Id, begin.AddDays(options.Value.ImmutabilityDays), cancellationToken);
                count++;
            }

            await intents.RemoveAsync(Intent, intent, cancellationToken);
        }

        return count;
    }

    /// <summary>Removed by its unit, or of an upload that died and was not merely slow.</summary>
    private bool IsGone(IEnumerable<EvidenceFile> files, Intent intent) => files.Any() || clock.GetUtcNow() - intent.At > BlobSweep.AbandonedAfter;

    [LoggerMessage(LogLevel.Error, "The files of {Sheet} could not be sealed.", EventName = "EvidenceSealFailed")]
    private partial void SealFailed(string sheet, Exception exception);
}

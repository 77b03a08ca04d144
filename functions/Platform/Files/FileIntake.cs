using Azure;
using EmulationFunctions.Platform.Storage.Partitions;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Takes files in, whatever they belong to: receives one whole, decides what it is, stores it, and only then has the row written that makes it exist.
/// Word of the blob is left before it is written, so what a killed process leaves is found and swept (docs/decisions/0010).
/// </summary>
internal sealed partial class FileIntake(Intents intents, UploadSlots slots, IOptions<UploadOptions> options, ILogger<FileIntake> logger)
{
    /// <summary>For what is just coming in when nobody wants the file any more; of a sender that has stopped nothing is lost by ending the line.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="UploadSlots.Take"/>
    public IDisposable Enter(string account) => slots.Take(account);

    /// <exception cref="Common.Refusal">400 or 413: the file is not whole, or too large.</exception>
    public async Task<ReceivedFile> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Demand(await ReceivedFile.ReceiveAsync(request, options.Value.MaximumBytes, CancellationToken.None, cancellationToken));

    /// <summary>Reads what the upload is held to while the file comes in; where that refuses it, no more of the file is waited for.</summary>
    public async Task<(T HeldTo, ReceivedFile File)> ReceiveAsync<T>(HttpRequest request, Func<Task<T>> check, CancellationToken cancellationToken)
    {
        using var unwanted = new CancellationTokenSource();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = ReceivedFile.ReceiveAsync(request, options.Value.MaximumBytes, unwanted.Token, stopping.Token);
        try
        {
            var heldTo = await check();
            return (heldTo, Demand(await receiving));
        }
        catch
        {
            // The web server breaks the line, and the answer may be lost on it, where a read of the body was given up.
            await unwanted.CancelAsync();
            stopping.CancelAfter(LongestRest);
            await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (receiving is { IsCompletedSuccessfully: true, Result.File: { } left })
            {
                await left.DisposeAsync();
            }

            throw;
        }
    }

    /// <exception cref="Common.Refusal">400, 413 or 415: it is damaged, holds too much, or is of no kind that is taken.</exception>
    public FileType Decide(ReceivedFile file)
    {
        var verdict = FileInspection.Inspect(file.Content);
        if (verdict.Type is not { } type)
        {
            throw Refused(verdict.Flaw ?? FileFlaw.Unknown);
        }

        return options.Value.Types().Contains(type) ? type : throw Refused(type == FileType.Zip ? FileFlaw.Archive : FileFlaw.NotAllowed);
    }

    /// <summary>Stores the blob, and then has its row written.</summary>
    /// <param name="place">Where it belongs.</param>
    /// <param name="file">What came in.</param>
    /// <param name="type">What it is.</param>
    /// <param name="add">Writes the row; a refusal means that nothing was written.</param>
    /// <param name="isNeeded">Whether what was written names this blob, and not another of the same content.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> StoreAsync<T>(BlobPlace place, ReceivedFile file, FileType type, Func<Task<T>> add, Func<T, bool> isNeeded, CancellationToken cancellationToken)
    {
        await intents.AddAsync(place.Intent, place.Address, place.Id, cancellationToken);
        await place.Blobs.StoreAsync(place.Address, place.Id, file.Content, type, cancellationToken);
        T added;
        try
        {
            added = await add();
        }
        catch (Common.Refusal)
        {
            // What it belongs to was closed at this very moment: nothing was written.
            await SettleAsync(place, isNeeded: false, cancellationToken);
            throw;
        }

        var needed = isNeeded(added);
        await SettleAsync(place, needed, cancellationToken);
        if (needed)
        {
            EvidenceStored(file.Bytes);
        }

        return added;
    }

    /// <summary>Takes the word back, and the blob away when somebody else's of the same content is used. What fails here is left to the sweep.</summary>
    private async Task SettleAsync(BlobPlace place, bool isNeeded, CancellationToken cancellationToken)
    {
        try
        {
            if (!isNeeded)
            {
                await place.Blobs.DeleteAsync(place.Address, place.Id, cancellationToken);
            }

            await intents.RemoveAsync(place.Intent, place.Address, place.Id, cancellationToken);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            LeftToSweep(place.Id, exception);
        }
    }

    private ReceivedFile Demand((ReceivedFile? File, FileFlaw Flaw) received) => received.File ?? throw Refused(received.Flaw);

    private Common.Refusal Refused(FileFlaw flaw)
    {
        EvidenceRefused(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(flaw.ToString()));
        return flaw.ToRefusal(options.Value.Types(), options.Value.MaximumBytes);
    }

    [LoggerMessage(LogLevel.Information, "A file of {Bytes} bytes was stored.", EventName = "EvidenceStored")]
    private partial void EvidenceStored(long bytes);

    [LoggerMessage(LogLevel.Information, "A file was refused: {Reason}.", EventName = "EvidenceRefused")]
    private partial void EvidenceRefused(string reason);

    [LoggerMessage(LogLevel.Warning, "What is left of the upload {Id} has to be swept.", EventName = "EvidenceLeft")]
    private partial void LeftToSweep(string id, Exception exception);
}

/// <summary>Where a blob belongs.</summary>
/// <param name="Blobs">The container.</param>
/// <param name="Intent">The kind of word that is left of it until its row is written.</param>
/// <param name="Address">The partition of its row.</param>
/// <param name="Id">Its own, never used for another.</param>
internal sealed record BlobPlace(FileBlobs Blobs, string Intent, PartitionAddress Address, string Id);

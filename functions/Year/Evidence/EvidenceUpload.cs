using Azure;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Year.Evidence;

/// <summary>What an upload asks for, checked as far as it can be without storage.</summary>
/// <param name="Key">The hash of the Idempotency-Key; null without.</param>
internal sealed record UploadRequest(SheetId Sheet, string Criterion, string Name, string? Key);

/// <summary>
/// Takes a file in: receives it whole, decides what it is, stores it, and only then writes the row that makes it exist. Word of
/// the blob is left before it is written, so what a killed process leaves is found and swept (docs/decisions/0010).
/// </summary>
internal sealed partial class EvidenceUpload(
    SheetDesk desk,
    EvidenceTable table,
    EvidenceBlobs blobs,
    EvidenceSeals seals,
    Intents intents,
    UploadSlots slots,
    IOptions<EvidenceOptions> options,
    TimeProvider clock,
    ILogger<EvidenceUpload> logger)
{
    /// <returns>The file, and whether it is new.</returns>
    public async Task<(EvidenceFile File, bool IsNew)> TakeAsync(UploadRequest upload, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        using var slot = slots.Take(caller.Key);
        var earlier = upload.Key is null ? null : await table.FindUploadAsync(upload.Sheet, upload.Key, cancellationToken);
        if (earlier is not null)
        {
            await using var again = Demand(await ReceivedFile.ReceiveAsync(request, options.Value.MaximumBytes, cancellationToken));
            return (await table.RepeatedAsync(upload.Sheet, earlier, again.Sha256, upload.Criterion, cancellationToken), false);
        }

        var (terms, files, received) = await CheckAsync(upload, request, caller, cancellationToken);
        await using var file = received;
        var type = Decide(file);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var wanted = new EvidenceFile(id, upload.Criterion, FileName.For(upload.Name, type), type, file.Bytes, file.Sha256, id, now, caller.Key);
        // The same content is stored once within a sheet.
        var same = files.FirstOrDefault(other => other.Sha256 == file.Sha256);
        var result = same is null ? null : await table.AddAsync(terms, wanted with { Blob = same.Blob, HeldBy = same.HeldBy }, upload.Key, caller.For(upload.Sheet.Unit), cancellationToken);
        result ??= await StoreAsync(terms, upload, wanted, file, caller, cancellationToken);
        return (result, result.Id == id);
    }

    /// <summary>Reads what the upload is held to while the file comes in; where that refuses it, no more of the file is waited for.</summary>
    private async Task<(SheetTerms Terms, IReadOnlyList<EvidenceFile> Files, ReceivedFile Received)> CheckAsync(
        UploadRequest upload, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = ReceivedFile.ReceiveAsync(request, options.Value.MaximumBytes, stopping.Token);
        try
        {
            var terms = await desk.FindToChangeAsync(upload.Sheet, caller, cancellationToken);
            var files = await table.ListEditableAsync(terms, upload.Criterion, cancellationToken);
            DemandLeaf(terms.Tree, upload.Criterion);
            return (terms, files, Demand(await receiving));
        }
        catch
        {
            await stopping.CancelAsync();
            await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (receiving is { IsCompletedSuccessfully: true, Result.File: { } unwanted })
            {
                await unwanted.DisposeAsync();
            }

            throw;
        }
    }

    private ReceivedFile Demand((ReceivedFile? File, FileFlaw Flaw) received) => received.File ?? throw Refused(received.Flaw);

    /// <summary>Files stand behind what is scored, not behind a group.</summary>
    private static void DemandLeaf(SchemeTree tree, string criterion)
    {
        if (tree.Find(criterion) is not { IsLeaf: true, IsVoid: false })
        {
            throw Refusal.BadInput("criterion", new(
                $"Bảng điểm không có tiêu chí chấm điểm {criterion}.", $"The scheme has no criterion {criterion} that is scored."));
        }
    }

    private FileType Decide(ReceivedFile file)
    {
        var verdict = FileInspection.Inspect(file.Content);
        if (verdict.Type is not { } type)
        {
            throw Refused(verdict.Flaw ?? FileFlaw.Unknown);
        }

        return options.Value.Types().Contains(type) ? type : throw Refused(type == FileType.Zip ? FileFlaw.Archive : FileFlaw.NotAllowed);
    }

    private async Task<EvidenceFile> StoreAsync(
        SheetTerms terms, UploadRequest upload, EvidenceFile wanted, ReceivedFile file, Caller caller, CancellationToken cancellationToken)
    {
        var sheet = upload.Sheet.Address;
        await Task.WhenAll(
            intents.AddAsync(EvidenceTable.Intent, sheet, wanted.Id, cancellationToken),
            seals.ExpectAsync(sheet, wanted.Id, cancellationToken));
        await blobs.StoreAsync(sheet, wanted.Id, file.Content, wanted.Type, cancellationToken);
        EvidenceFile? added;
        try
        {
            added = await table.AddAsync(terms, wanted, upload.Key, caller.For(upload.Sheet.Unit), cancellationToken);
        }
        catch (Refusal)
        {
            // The sheet was submitted at this very moment: nothing was written.
            await SettleAsync(sheet, wanted.Id, isNeeded: false, cancellationToken);
            throw;
        }

        var isNeeded = added!.Blob == wanted.Id;
        await SettleAsync(sheet, wanted.Id, isNeeded, cancellationToken);
        if (isNeeded)
        {
            EvidenceStored(wanted.Bytes);
        }

        return added;
    }

    /// <summary>Takes the word back, and the blob away when somebody else's of the same content is used. What fails here is left to the sweep.</summary>
    private async Task SettleAsync(PartitionAddress sheet, string id, bool isNeeded, CancellationToken cancellationToken)
    {
        try
        {
            if (!isNeeded)
            {
                await blobs.DeleteAsync(sheet, id, cancellationToken);
            }

            await intents.RemoveAsync(EvidenceTable.Intent, sheet, id, cancellationToken);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            LeftToSweep(id, exception);
        }
    }

    private Refusal Refused(FileFlaw flaw)
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

using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Evidence;

/// <summary>What an upload asks for, checked as far as it can be without storage.</summary>
/// <param name="Key">The hash of the Idempotency-Key; null without.</param>
internal sealed record UploadRequest(SheetId Sheet, string Criterion, string Name, string? Key);

/// <summary>Takes a file of a sheet in (<see cref="FileIntake"/>).</summary>
internal sealed class EvidenceUpload(SheetDesk desk, EvidenceTable table, EvidenceBlobs blobs, EvidenceSeals seals, FileIntake intake, TimeProvider clock)
{
    /// <returns>The file, and whether it is new.</returns>
    public async Task<(EvidenceFile File, bool IsNew)> TakeAsync(UploadRequest upload, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        using var slot = intake.Enter(caller.Key);
        var earlier = upload.Key is null ? null : await table.FindUploadAsync(upload.Sheet, upload.Key, cancellationToken);
        if (earlier is not null)
        {
            await using var again = await intake.ReceiveAsync(request, cancellationToken);
            return (await table.RepeatedAsync(upload.Sheet, earlier, again.Sha256, upload.Criterion, cancellationToken), false);
        }

        var ((terms, files), received) = await intake.ReceiveAsync(request, () => CheckAsync(upload, caller, cancellationToken), cancellationToken);
        await using var file = received;
        var type = intake.Decide(file);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var wanted = new EvidenceFile(id, upload.Criterion, FileName.For(upload.Name, type), type, file.Bytes, file.Sha256, id, now, caller.Key);
        // The same content is stored once within a sheet.
        var same = files.FirstOrDefault(other => other.Sha256 == file.Sha256);
        var result = same is null ? null : await table.AddAsync(terms, wanted with { Blob = same.Blob, HeldBy = same.HeldBy }, upload.Key, caller.For(upload.Sheet.Unit), cancellationToken);
        result ??= await StoreAsync(terms, upload, wanted, file, caller, cancellationToken);
        return (result, result.Id == id);
    }

    /// <summary>What the upload is held to.</summary>
    private async Task<(SheetTerms Terms, IReadOnlyList<EvidenceFile> Files)> CheckAsync(UploadRequest upload, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindToChangeAsync(upload.Sheet, caller, cancellationToken);
        var files = await table.ListEditableAsync(terms, upload.Criterion, cancellationToken);
        return NoSuchLeaf(terms.Tree, upload.Criterion) is { } words ? throw Refusal.BadInput("criterion", words) : (terms, files);
    }

    /// <summary>Evidence stands behind what is scored, not behind a group.</summary>
    public static Words? NoSuchLeaf(SchemeTree tree, string criterion) => tree.Find(criterion) is { IsLeaf: true, IsVoid: false } ? null
        : new($"Bảng điểm không có tiêu chí chấm điểm {criterion}.", $"The scheme has no criterion {criterion} that is scored.");

    private async Task<EvidenceFile> StoreAsync(
        SheetTerms terms, UploadRequest upload, EvidenceFile wanted, ReceivedFile file, Caller caller, CancellationToken cancellationToken)
    {
        await seals.ExpectAsync(upload.Sheet.Address, wanted.Id, cancellationToken);
        return await intake.StoreAsync(
            new(blobs, EvidenceTable.Intent, upload.Sheet.Address, wanted.Id),
            file,
            wanted.Type,
            async () => (await table.AddAsync(terms, wanted, upload.Key, caller.For(upload.Sheet.Unit), cancellationToken))!,
            added => added.Blob == wanted.Id,
            cancellationToken);
    }
}

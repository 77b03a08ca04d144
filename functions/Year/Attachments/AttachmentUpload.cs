using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

/// <summary>What an upload asks for.</summary>
internal sealed record AttachmentRequest(YearOfBloc Id, AttachedTo To, string Name, string? Caption);

/// <summary>Takes a file of a bloc's year in.</summary>
internal sealed class AttachmentUpload(YearDesk desk, AttachmentTable table, AttachmentBlobs blobs, FileIntake intake, IEnumerable<AttachmentHome> homes)
{
    /// <returns>The file, and whether it is new.</returns>
    public async Task<(Attachment File, bool IsNew)> TakeAsync(AttachmentRequest upload, HttpRequest request, Caller caller, CancellationToken cancellationToken)
    {
        using var slot = intake.Enter(caller.Key);
        var (_, received) = await intake.ReceiveAsync(request, () => CheckAsync(upload, caller, cancellationToken), cancellationToken);
        await using var file = received;
        var type = intake.Decide(file);
        var now = desk.Now;
        var id = Guid.CreateVersion7(now).ToString("N");
        var wanted = new Attachment(id, upload.To, FileName.For(upload.Name, type), type, file.Bytes, file.Sha256, upload.Caption, now, caller.Key);
        var result = await table.AddAsync(upload.Id, wanted, isStored: false, caller.Acting, cancellationToken);
        result ??= await intake.StoreAsync(
            new(blobs, AttachmentTable.Intent, upload.Id.AddressIn(AttachmentTable.Table), id),
            file,
            type,
            async () => (await table.AddAsync(upload.Id, wanted, isStored: true, caller.Acting, cancellationToken))!,
            added => added.Id == id,
            cancellationToken);
        return (result, result.Id == id);
    }

    private async Task<YearTerms> CheckAsync(AttachmentRequest upload, Caller caller, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(upload.Id, cancellationToken);
        if (!AttachmentRules.MayWrite(caller, terms.Acting, upload.To))
        {
            throw AttachmentRules.NotYours();
        }

        var faults = AttachmentRules.Check(upload.To, upload.Caption, terms.Has);
        if (!faults.Exists(fault => fault.Path == "item") && !await homes.Single(home => home.Kind == upload.To.Kind).ExistsAsync(upload.Id, upload.To.Item, cancellationToken))
        {
            faults.Add(AttachmentRules.NotThere(upload.To));
        }

        return faults.Count > 0 ? throw Refusal.BadInput(faults) : terms;
    }
}

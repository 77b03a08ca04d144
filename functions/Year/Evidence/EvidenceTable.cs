using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Evidence;

/// <summary>
/// The files of a sheet: rows <c>evidence|{id}</c> in the sheet's partition, changed without touching the row <c>sheet</c>, so
/// nobody who types scores is disturbed. Rows stay when a file is removed; they say so.
/// </summary>
internal sealed class EvidenceTable(PartitionStore partitions, SheetDesk desk, TimeProvider clock)
{
    /// <summary>The intent of every blob that may turn out not to be needed: an upload under way, or a file removed.</summary>
    public const string Intent = "evidence";

    /// <summary>A sheet has about ten; more than this is a mistake or worse, and would make every reading of the sheet slow.</summary>
    public const int MostFiles = 500;

    /// <summary>All files that were not removed, and all papers that are cited.</summary>
    public async Task<(IReadOnlyList<EvidenceFile> Files, IReadOnlyList<CitedPaper> Papers)> ListAsync(SheetId sheet, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(sheet.Address, SheetKeys.Proofs, cancellationToken);
        return ([.. EvidenceFile.Of(view).Where(file => file.Removed is null)], [.. CitationRows.Of(view)]);
    }

    /// <summary>A file that has not been removed.</summary>
    public async Task<EvidenceFile?> FindAsync(SheetId sheet, string id, CancellationToken cancellationToken) =>
        await partitions.FindAsync(sheet.Address, SheetKeys.Evidence(id), cancellationToken) is { } row && EvidenceFile.From(row) is { Removed: null } file ? file : null;

    /// <summary>What an upload with this key came to before; null when there was none.</summary>
    public async Task<KeyedUpload?> FindUploadAsync(SheetId sheet, string key, CancellationToken cancellationToken) =>
        await partitions.FindAsync(sheet.Address, SheetKeys.Upload(key), cancellationToken) is { } row ? KeyedUpload.From(row) : null;

    /// <summary>The files there are; refuses before megabytes are read what would be refused after.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> ListEditableAsync(SheetTerms terms, string criterion, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(terms.Id.Address, SheetKeys.Everything, cancellationToken);
        DemandEditable(terms, view, criterion);
        return [.. EvidenceFile.Of(view).Where(file => file.Removed is null)];
    }

    /// <summary>
    /// Puts a file behind a criterion. The same file behind the same criterion is there already, and is given back. Null when the
    /// blob it was to share has been removed meanwhile, so that it needs one of its own.
    /// </summary>
    /// <param name="terms">The sheet, and what holds for it.</param>
    /// <param name="file">The file, with the blob that holds it.</param>
    /// <param name="key">The hash of the caller's Idempotency-Key; null without.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EvidenceFile?> AddAsync(SheetTerms terms, EvidenceFile file, string? key, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<EvidenceFile?>(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            // Our own change, of which the answer was lost.
            var files = EvidenceFile.Of(view).ToList();
            if (files.Find(other => other.Id == file.Id) is { } own)
            {
                return own;
            }

            if (key is not null && await view.FindAsync(SheetKeys.Upload(key), cancellationToken) is { } row)
            {
                return Repeated(KeyedUpload.From(row), file.Sha256, file.Criterion, files);
            }

            DemandEditable(terms, view, file.Criterion);
            var same = files.Where(other => other.Removed is null && other.Sha256 == file.Sha256).ToList();
            var result = same.Find(other => other.Criterion == file.Criterion);
            if (result is null)
            {
                DemandRoom(files);
                if (file.Blob != file.Id && same.TrueForAll(other => other.Blob != file.Blob))
                {
                    return null;
                }

                await SweptBlobs.DemandNotSweptAsync(view, file.Id, clock.GetUtcNow() - file.At, cancellationToken);
                result = same.Count > 0 ? file with { Blob = same[0].Blob, HeldBy = same[0].HeldBy } : file;
                change.Put(result.ToRow(view.Address.Partition));
            }

            if (key is not null)
            {
                change.Put(new KeyedUpload(result.Id, file.Sha256, file.Criterion).ToRow(view.Address.Partition, SheetKeys.Upload(key)));
            }

            if (!change.IsEmpty)
            {
                change.Audit = new(
                    "UploadEvidence", result.Id, Before: result.Id == file.Id ? null : result.Facts(), After: result.Id == file.Id ? Warned(result, terms.Id.Year) : result.Facts());
            }

            return result;
        }, cancellationToken);

    /// <summary>What the trail says of a new file, with the warning that it brought, if any.</summary>
    private static string Warned(EvidenceFile file, int year) =>
        Warnings.OfFile(file.Criterion, file.Name, year) is { Count: > 0 } warnings ? $"{file.Facts()} warnings:{RowText.Of(warnings)}" : file.Facts();

    /// <summary>What an upload with a key that was used before comes to.</summary>
    /// <exception cref="Refusal">422: then it was another file, or for another criterion.</exception>
    public static EvidenceFile Repeated(KeyedUpload earlier, string sha256, string criterion, IEnumerable<EvidenceFile> files) =>
        earlier.Sha256 == sha256 && earlier.Criterion == criterion
            ? files.First(file => file.Id == earlier.Evidence)
            : throw new Refusal(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", new(
                "Khóa Idempotency-Key này đã dùng cho một tệp khác. Hãy dùng khóa mới.", "This Idempotency-Key was used for another file. Use a new one."));

    /// <summary>As <see cref="Repeated(KeyedUpload, string, string, IEnumerable{EvidenceFile})"/>, with what the sheet holds now.</summary>
    public async Task<EvidenceFile> RepeatedAsync(SheetId sheet, KeyedUpload earlier, string sha256, string criterion, CancellationToken cancellationToken) =>
        Repeated(earlier, sha256, criterion, EvidenceFile.Of(await partitions.ReadAsync(sheet.Address, KeyRange.Prefix(SheetKeys.EvidencePrefix), cancellationToken)));

    /// <summary>Marks a file as removed from the draft. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">404, or 409 when the sheet has been submitted or it is not the time.</exception>
    public Task RemoveAsync(SheetTerms terms, string id, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, (view, change) =>
        {
            var file = view.Row(SheetKeys.Evidence(id)) is { } row ? EvidenceFile.From(row) : throw NoSuchFile();
            if (file.Removed is null)
            {
                DemandEditable(terms, view, file.Criterion);
                change.Put((file with { Removed = clock.GetUtcNow() }).ToRow(view.Address.Partition));
                change.Audit = new("RemoveEvidence", id, Before: file.Facts());
            }

            return Task.FromResult(true);
        }, cancellationToken);

    /// <inheritdoc cref="SweptBlobs.AbandonAsync"/>
    public Task<bool> AbandonAsync(PartitionAddress sheet, string blob, CancellationToken cancellationToken) => SweptBlobs.AbandonAsync(
        partitions,
        sheet,
        KeyRange.Prefix(SheetKeys.EvidencePrefix),
        blob,
        "SweepEvidence",
        view => [.. EvidenceFile.Of(view).Where(file => file.Blob == blob).Select(file => file.Removed is not null)],
        cancellationToken);

    /// <summary>The row key of an Idempotency-Key: of one caller, whatever is in it.</summary>
    public static string HashKey(string caller, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{key}")).AsSpan(0, 16));

    public static Refusal NoSuchFile() => Refusal.NotFound(new("Không có tệp minh chứng này.", "There is no such evidence file."));

    /// <summary>Refuses unless the unit may work on that criterion of the sheet now.</summary>
    public void DemandEditable(SheetTerms terms, PartitionView view, string criterion)
    {
        var sheet = SheetTable.HeadOf(view);
        terms.DemandOpen(desk.Today, sheet);
        if (sheet?.IsOutsideRevision(terms.Tree, criterion) is true)
        {
            throw Refusal.Rule("outside-revision", SheetTerms.OutsideRevision(criterion));
        }
    }

    private static void DemandRoom(List<EvidenceFile> files)
    {
        if (files.Count >= MostFiles)
        {
            throw Refusal.Rule("too-many-files", new(
                $"Phiếu điểm đã có {MostFiles} tệp, kể cả tệp đã gỡ; không nhận thêm.", $"The sheet has {MostFiles} files, removed ones included; it takes no more."));
        }
    }
}

/// <summary>What came of an upload with an Idempotency-Key.</summary>
internal sealed record KeyedUpload(string Evidence, string Sha256, string Criterion)
{
    public TableEntity ToRow(string partition, string rowKey) =>
        new(partition, rowKey) { ["Evidence"] = Evidence, ["Sha256"] = Sha256, ["Criterion"] = Criterion };

    public static KeyedUpload From(TableEntity row) =>
        new(row.GetString("Evidence") ?? "", row.GetString("Sha256") ?? "", row.GetString("Criterion") ?? "");
}

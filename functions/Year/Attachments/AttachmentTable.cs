using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

/// <summary>The files of a bloc's year: rows <c>file|{id}</c> in its partition of the table <c>Attachments</c>. Rows stay when a file is removed; they say so.</summary>
internal sealed class AttachmentTable(PartitionStore partitions, TimeProvider clock)
{
    public const string Table = "Attachments";

    /// <summary>The intent of every blob that may turn out not to be needed: an upload under way, or a file removed.</summary>
    public const string Intent = "attachment";

    /// <summary>Of one bloc and year, removed ones included.</summary>
    public const int MostFiles = 2000;

    /// <summary>Longer than it takes to hold a file and write down what rests on it, and to look for that and take the file away.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    private static readonly KeyRange Files = KeyRange.Prefix(Attachment.Prefix);

    /// <summary>A file that has not been removed.</summary>
    public async Task<Attachment?> FindAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.AddressIn(Table), Attachment.Key(attachment), cancellationToken) is { } row && Attachment.From(row) is { Removed: null } file ? file : null;

    /// <summary>A page of files, first come first, and whether there may be more.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="isAsked">Which of them.</param>
    /// <param name="after">The last one of the page before; null for the first.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<Attachment> Files, bool IsMore)> ListAsync(
        YearOfBloc id, Func<Attachment, bool> isAsked, string? after, int size, CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(id.AddressIn(Table), after is null ? Files : Files with { From = Attachment.Key(after) + " " }, cancellationToken);
        List<Attachment> found = [.. view.Rows.Select(Attachment.From).Where(file => file.Removed is null && isAsked(file)).Take(size + 1)];
        return (found.Count > size ? found[..size] : found, found.Count > size);
    }

    /// <summary>
    /// Puts a file there. The same content in the same place is there already, and is given back, with the new caption where there is one. Null where there is none and its blob
    /// is not stored either.
    /// </summary>
    public Task<Attachment?> AddAsync(YearOfBloc id, Attachment file, bool isStored, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<Attachment?>(id.AddressIn(Table), Files, actor, async (view, change) =>
        {
            List<Attachment> files = [.. view.RowsOf(Attachment.Prefix).Select(Attachment.From)];
            // Our own change, of which the answer was lost.
            if (files.Find(other => other.Id == file.Id) is { } own)
            {
                return own;
            }

            var same = files.Find(other => other.Removed is null && other.Sha256 == file.Sha256 && other.To == file.To);
            if (same is null && !isStored)
            {
                DemandRoom(files);
                return null;
            }

            var result = same is null ? file : same with { Caption = file.Caption ?? same.Caption };
            if (result == same)
            {
                return result;
            }

            if (same is null)
            {
                DemandRoom(files);
                await SweptBlobs.DemandNotSweptAsync(view, file.Id, clock.GetUtcNow() - file.At, cancellationToken);
            }

            change.Put(result.ToRow(view.Address.Partition));
            change.Audit = new("UploadAttachment", $"{id} {result.Id}", Before: same?.Facts(), After: result.Facts());
            return result;
        }, cancellationToken);

    /// <summary>What is behind <see cref="HoldAttachment"/>.</summary>
    public Task<bool> HoldAsync(YearOfBloc id, string attachment, Actor actor, CancellationToken cancellationToken)
    {
        var key = Attachment.Key(attachment);
        return partitions.ChangeAsync(id.AddressIn(Table), new(key, key + " "), actor, (view, change) =>
        {
            if (view.Row(key) is not { } row || Attachment.From(row) is not { Removed: null } file)
            {
                return Task.FromResult(false);
            }

            change.Put((file with { HeldUntil = clock.GetUtcNow() + LongestHold }).ToRow(view.Address.Partition));
            change.Audit = new("HoldAttachment", $"{id} {attachment}");
            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <summary>Marks a file as removed. Doing it again changes nothing.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="attachment">The file.</param>
    /// <param name="check">Refuses what the rules forbid.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">404: there never was such a file.</exception>
    public Task RemoveAsync(YearOfBloc id, string attachment, Action<Attachment> check, Actor actor, CancellationToken cancellationToken)
    {
        var key = Attachment.Key(attachment);
        return partitions.ChangeAsync(id.AddressIn(Table), new(key, key + " "), actor, (view, change) =>
        {
            var file = view.Row(key) is { } row ? Attachment.From(row) : throw NoSuchFile();
            check(file);
            if (file.Removed is null)
            {
                if (file.HeldUntil > clock.GetUtcNow())
                {
                    throw AttachmentRules.Held();
                }

                // What it shows is gone with it.
                change.Put((file with { Removed = clock.GetUtcNow(), Caption = null }).ToRow(view.Address.Partition));
                change.Audit = new("RemoveAttachment", $"{id} {attachment}", Before: file.Facts());
            }

            return Task.FromResult(true);
        }, cancellationToken);
    }

    /// <inheritdoc cref="SweptBlobs.AbandonAsync"/>
    public Task<bool> AbandonAsync(PartitionAddress address, string blob, CancellationToken cancellationToken) => SweptBlobs.AbandonAsync(
        partitions, address, Files, blob, "SweepAttachment", view => view.Row(Attachment.Key(blob)) is { } row ? [Attachment.From(row).Removed is not null] : [], cancellationToken);

    public static Refusal NoSuchFile() => Refusal.NotFound(new("Không có tệp đính kèm này.", "There is no such attachment."));

    private static void DemandRoom(List<Attachment> files)
    {
        if (files.Count >= MostFiles)
        {
            throw Refusal.Rule("too-many-files", new(
                $"Khối đã có {MostFiles} tệp trong năm, kể cả tệp đã gỡ; không nhận thêm.", $"The bloc has {MostFiles} files of the year, removed ones included; it takes no more."));
        }
    }
}

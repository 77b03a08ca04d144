using EmulationFunctions.Platform.Files;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

/// <summary>What other rooms ask of a bloc's files. What is behind <see cref="AttachmentExists"/>, <see cref="AttachmentOfUnit"/> and <see cref="PictureOf"/>.</summary>
internal sealed class AttachmentPictures(AttachmentTable table, AttachmentBlobs blobs, MalwareScan scan)
{
    /// <summary>A larger picture is not put into papers, which people send by mail.</summary>
    private const long LargestInPaper = 8 * 1024 * 1024;

    public async Task<bool> ExistsAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken) =>
        await table.FindAsync(id, attachment, cancellationToken) is not null;

    public async Task<bool> IsOfUnitAsync(YearOfBloc id, string attachment, string unit, CancellationToken cancellationToken) =>
        await table.FindAsync(id, attachment, cancellationToken) is { } file && (file.To.Unit ?? unit) == unit;

    public async Task<byte[]?> FindAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(id, attachment, cancellationToken) is not { Type: FileType.Png or FileType.Jpeg, Bytes: <= LargestInPaper } file)
        {
            return null;
        }

        var address = id.AddressIn(AttachmentTable.Table);
        await scan.DemandCleanAsync(blobs, address, file.Id, () => { }, cancellationToken);
        var picture = new byte[file.Bytes];
        await using var content = await blobs.OpenAsync(address, file.Id, cancellationToken);
        await content.ReadExactlyAsync(picture, cancellationToken);
        return picture;
    }
}

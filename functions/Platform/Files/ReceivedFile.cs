using System.Buffers;
using System.Security.Cryptography;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// A body that has come in whole. It waits in a temporary file (a small one in memory), so that its type can be decided before
/// anything is stored, and an upload that is refused or cut short leaves nothing anywhere.
/// </summary>
internal sealed record ReceivedFile(Stream Content, long Bytes, string Sha256) : IAsyncDisposable
{
    /// <summary>What is hashed and written at a time, and all that is held of a file in memory: the web server gives a body in crumbs of 4 KB, each of which would cost a write.</summary>
    private const int PieceLength = 256 * 1024;

    /// <summary>Reads the body, counting and hashing it on its way.</summary>
    /// <param name="request">Whose body it is.</param>
    /// <param name="maximumBytes">How long it may be.</param>
    /// <param name="unwanted">Ends it between two reads, so that the caller can still be answered.</param>
    /// <param name="cancellationToken">Ends it within a read, and with it the caller's connection.</param>
    /// <returns>The flaw instead when it is empty, larger than <paramref name="maximumBytes"/> or shorter than announced.</returns>
    public static async Task<(ReceivedFile? File, FileFlaw Flaw)> ReceiveAsync(HttpRequest request, long maximumBytes, CancellationToken unwanted, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximumBytes)
        {
            return (null, FileFlaw.TooLarge);
        }

        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        Stream? content = null;
        ReceivedFile? received = null;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var bytes = 0L;
            // No further than the first byte too many: whoever sent it waits for the answer.
            while (await ReadAsync(request.Body, piece.AsMemory(0, (int)Math.Min(PieceLength, maximumBytes + 1 - bytes)), unwanted, cancellationToken) is > 0 and var count)
            {
                bytes += count;
                if (bytes > maximumBytes)
                {
                    return (null, FileFlaw.TooLarge);
                }

                hash.AppendData(piece.AsSpan(0, count));
                content ??= count < PieceLength ? new MemoryStream(count) : TemporaryFile();
                await content.WriteAsync(piece.AsMemory(0, count), cancellationToken);
            }

            if (content is null)
            {
                return (null, FileFlaw.Empty);
            }

            if (request.ContentLength is { } announced && announced != bytes)
            {
                return (null, FileFlaw.CutShort);
            }

            received = new(content, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
            return (received, default);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            if (received is null && content is not null)
            {
                await content.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    /// <summary>As much as there is room for, unless the body ends before.</summary>
    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> piece, CancellationToken unwanted, CancellationToken cancellationToken)
    {
        try
        {
            var (bytes, count) = (0, -1);
            while (bytes < piece.Length && count != 0)
            {
                unwanted.ThrowIfCancellationRequested();
                count = await body.ReadAsync(piece[bytes..], cancellationToken);
                bytes += count;
            }

            return bytes;
        }
        catch (IOException exception) when (exception.InnerException is OverflowException)
        {
            // What the web server says of a chunk that is longer than 2^31.
            throw new BadHttpRequestException(exception.Message, exception);
        }
    }

    /// <summary>For this process alone; gone when it is closed.</summary>
    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(Path.Combine(Path.GetTempPath(), $"evidence-{Guid.NewGuid():N}.tmp"), options);
    }
}

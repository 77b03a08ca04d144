using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// A body that has come in whole. It waits in a temporary file (a small one in memory), so that its type can be decided before
/// anything is stored, and an upload that is refused or cut short leaves nothing anywhere.
/// </summary>
internal sealed record ReceivedFile(FileBufferingReadStream Content, long Bytes, string Sha256) : IAsyncDisposable
{
    private const int InMemory = 1024 * 1024;

    /// <summary>Reads the body, counting and hashing it on its way.</summary>
    /// <returns>The flaw instead when it is empty, larger than <paramref name="maximumBytes"/> or shorter than announced.</returns>
    public static async Task<(ReceivedFile? File, FileFlaw Flaw)> ReceiveAsync(HttpRequest request, long maximumBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximumBytes)
        {
            return (null, FileFlaw.TooLarge);
        }

        var content = new FileBufferingReadStream(request.Body, InMemory);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        ReceivedFile? received = null;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var bytes = 0L;
            while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                bytes += count;
                if (bytes > maximumBytes)
                {
                    return (null, FileFlaw.TooLarge);
                }

                hash.AppendData(buffer.AsSpan(0, count));
            }

            if (bytes == 0)
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
        catch (IOException exception) when (exception.InnerException is OverflowException)
        {
            // What the web server says of a chunk that is longer than 2^31.
            throw new BadHttpRequestException(exception.Message, exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (received is null)
            {
                await content.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

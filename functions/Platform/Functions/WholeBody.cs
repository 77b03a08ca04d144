using System.Buffers;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A body that was read into borrowed memory, up to what the function takes: what is kept of it must have been copied when it is given back.</summary>
internal sealed class WholeBody : IDisposable
{
    private const int Least = 16 * 1024;

    private byte[] _borrowed;
    private int _length;

    private WholeBody(int expected) => _borrowed = ArrayPool<byte>.Shared.Rent(expected);

    public ReadOnlyMemory<byte> Bytes => _borrowed.AsMemory(0, _length);

    /// <exception cref="BadHttpRequestException">413: it is larger; 400: it cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context, int maximum)
    {
        using var body = await BorrowAsync(context, maximum);
        return body.Bytes.ToArray();
    }

    /// <exception cref="BadHttpRequestException">413: it is larger; 400: it cannot be read. The memory is then left to the collector: something may still write into it.</exception>
    public static async Task<WholeBody> BorrowAsync(HttpContext context, int maximum)
    {
        var announced = context.Request.ContentLength ?? 0;
        // One more, to see that it is over.
        var body = new WholeBody(announced <= maximum ? Math.Max((int)announced + 1, Least) : throw TooLarge());
        while (await ReadAsync(context, body._borrowed.AsMemory(body._length)) is > 0 and var count)
        {
            body._length += count;
            if (body._length > maximum)
            {
                throw TooLarge();
            }

            if (body._length == body._borrowed.Length)
            {
                body.Grow();
            }
        }

        return body;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_borrowed);
        (_borrowed, _length) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_borrowed);
        _borrowed = larger;
    }

    /// <summary>The web server says of some bodies that are no HTTP (a chunk longer than 2^31) only that they cannot be read.</summary>
    private static async ValueTask<int> ReadAsync(HttpContext context, Memory<byte> buffer)
    {
        try
        {
            return await context.Request.Body.ReadAsync(buffer, context.RequestAborted);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException(exception.Message, exception);
        }
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}

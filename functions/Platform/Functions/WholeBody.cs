using System.Buffers;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A body that is read into memory, up to what the function takes.</summary>
internal static class WholeBody
{
    /// <exception cref="BadHttpRequestException">413: it is larger; 400: it cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context, int maximum)
    {
        var announced = context.Request.ContentLength ?? 0;
        var read = new MemoryStream(announced <= maximum ? (int)announced : throw TooLarge());
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await ReadAsync(context, buffer) is > 0 and var count)
            {
                if (read.Length + count > maximum)
                {
                    throw TooLarge();
                }

                read.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return read.Length == read.Capacity ? read.GetBuffer() : read.ToArray();
    }

    /// <summary>The web server says of some bodies that are no HTTP (a chunk longer than 2^31) only that they cannot be read.</summary>
    private static async ValueTask<int> ReadAsync(HttpContext context, byte[] buffer)
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

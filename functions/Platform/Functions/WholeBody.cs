namespace EmulationFunctions.Platform.Functions;

/// <summary>A body that is read into memory, up to what the function takes.</summary>
internal static class WholeBody
{
    /// <exception cref="BadHttpRequestException">413: it is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context, int maximum)
    {
        var announced = context.Request.ContentLength ?? 0;
        var read = new MemoryStream(announced <= maximum ? (int)announced : throw TooLarge());
        var buffer = new byte[64 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            if (read.Length + count > maximum)
            {
                throw TooLarge();
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static BadHttpRequestException TooLarge() => new("The body is too large.", StatusCodes.Status413PayloadTooLarge);
}

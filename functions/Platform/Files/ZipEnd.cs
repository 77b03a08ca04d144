using System.Buffers;

namespace EmulationFunctions.Platform.Files;

/// <summary>Looks at an archive before it is opened, so that a list of a million parts is never built.</summary>
internal static class ZipEnd
{
    private const int SignatureLength = 4;
    private const int EndLength = 22;

    /// <summary>Whether the record is there, and whole, that ends every archive.</summary>
    /// <param name="file">Read once from its beginning.</param>
    /// <param name="parts">At least as many as the archive lists.</param>
    public static bool HoldsZipEnd(this Stream file, out int parts)
    {
        var kept = 0;
        var (begin, end) = (0L, long.MaxValue);
        parts = 0;
        file.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (file.Read(buffer, kept, buffer.Length - kept) is > 0 and var count)
            {
                var seen = buffer.AsSpan(0, kept + count);
                if (seen.IndexOf("PK\u0005\u0006"u8) is >= 0 and var at)
                {
                    end = Math.Min(end, begin + at + EndLength);
                }

                parts += seen.Count("PK\u0001\u0002"u8);
                // A signature may lie across two pieces; none begins within its own rest.
                kept = Math.Min(SignatureLength - 1, seen.Length);
                seen[^kept..].CopyTo(buffer);
                begin += seen.Length - kept;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return end <= file.Length;
    }
}

using System.Buffers.Binary;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Follows a picture's own marks, without unpacking it. What decoders pass over is passed over: bytes between the segments of a JPEG, what
/// a telephone adds behind the end, and that the end of a JPEG is not marked once its pixels have begun.
/// </summary>
internal static class ImageStructure
{
    private const int Window = 64 * 1024;

    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static FileVerdict InspectPng(Stream file, FileLimits limits)
    {
        var hasPixels = false;
        var pieces = 0;
        // Each chunk: length, name, content, checksum. The first one holds width and height.
        for (var position = 8L; ;)
        {
            var chunk = FileInspection.Read(file, position, 16);
            if (chunk.Length < 12)
            {
                return FileFlaw.CutShort;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var name = chunk[4..8];
            if ((position == 8) != name.SequenceEqual("IHDR"u8) || name.ContainsAnyExceptInRange((byte)'A', (byte)'z'))
            {
                return FileFlaw.Damaged;
            }

            if (++pieces > limits.Pieces || (position == 8 && chunk.Length == 16 && IsTooLarge(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]), limits)))
            {
                return FileFlaw.HoldsTooMuch;
            }

            position += 12L + length;
            hasPixels |= name.SequenceEqual("IDAT"u8);
            if (position > file.Length)
            {
                return FileFlaw.CutShort;
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return hasPixels ? FileType.Png : FileFlaw.Damaged;
            }
        }
    }

    public static FileVerdict InspectJpeg(Stream file, FileLimits limits)
    {
        file.Position = 2;
        // Not disposed of: that would close the file.
        var bytes = new BufferedStream(file, Window);
        var (hasFrame, hasScan, pieces) = (false, false, 0);
        int mark;
        while ((mark = NextMark(bytes)) is >= 0 and not EndOfImage)
        {
            if (mark is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            if (++pieces > limits.Pieces)
            {
                return FileFlaw.HoldsTooMuch;
            }

            var length = mark == StartOfImage ? 0 : Number(bytes);
            if (length < 2)
            {
                return hasScan ? FileType.Jpeg : length < 0 ? FileFlaw.CutShort : FileFlaw.Damaged;
            }

            var left = length - 2L;
            if (IsFrame(mark) && left >= 5)
            {
                bytes.ReadByte(); // bits of a colour
                var (height, width) = (Number(bytes), Number(bytes));
                if (IsTooLarge(width, height, limits))
                {
                    return FileFlaw.HoldsTooMuch;
                }

                hasFrame = true;
                left -= 5;
            }

            bytes.Seek(left, SeekOrigin.Current);
            if (mark == StartOfScan && !hasFrame)
            {
                return FileFlaw.Damaged;
            }

            hasScan |= mark == StartOfScan && bytes.Position < file.Length;
        }

        return hasScan ? FileType.Jpeg : mark < 0 ? FileFlaw.CutShort : FileFlaw.Damaged;
    }

    private static bool IsTooLarge(long width, long height, FileLimits limits) => width > 0 && height > limits.Pixels / width;

    private static bool IsFrame(int mark) => mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>The next 0xFF that is followed by neither 0 (a byte of pixels) nor another one; negative at the end.</summary>
    private static int NextMark(BufferedStream bytes)
    {
        for (var one = bytes.ReadByte(); one >= 0;)
        {
            if (one != 0xFF)
            {
                one = bytes.ReadByte();
                continue;
            }

            one = bytes.ReadByte();
            if (one is not (0x00 or 0xFF))
            {
                return one;
            }
        }

        return -1;
    }

    /// <summary>Two bytes; negative at the end.</summary>
    private static int Number(BufferedStream bytes) => (bytes.ReadByte() << 8) | bytes.ReadByte();
}

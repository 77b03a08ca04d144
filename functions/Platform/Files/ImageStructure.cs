using System.Buffers.Binary;

namespace EmulationFunctions.Platform.Files;

/// <summary>Follows a picture's own marks to its end, without unpacking it. What a phone adds behind the end does no harm.</summary>
internal static class ImageStructure
{
    private const int Window = 64 * 1024;

    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static FileVerdict InspectPng(Stream file)
    {
        var hasPixels = false;
        // Each chunk: length, name, content, checksum.
        for (var position = 8L; ;)
        {
            var chunk = FileInspection.Read(file, position, 8);
            if (chunk.Length < 8)
            {
                return FileFlaw.CutShort;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var name = chunk[4..];
            if ((position == 8) != name.SequenceEqual("IHDR"u8) || name.ContainsAnyExceptInRange((byte)'A', (byte)'z'))
            {
                return FileFlaw.Damaged;
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

    public static FileVerdict InspectJpeg(Stream file)
    {
        file.Position = 2;
        // Not disposed of: that would close the file.
        var bytes = new BufferedStream(file, Window);
        var hasScan = false;
        var next = bytes.ReadByte();
        while (true)
        {
            if (next != 0xFF)
            {
                return next < 0 ? FileFlaw.CutShort : FileFlaw.Damaged;
            }

            int marker;
            do
            {
                marker = bytes.ReadByte();
            }
            while (marker == 0xFF);

            switch (marker)
            {
                case < 0:
                    return FileFlaw.CutShort;
                case EndOfImage:
                    return hasScan ? FileType.Jpeg : FileFlaw.Damaged;
                case 0x00 or 0xD8:
                    return FileFlaw.Damaged;
                case 0x01 or (>= 0xD0 and <= 0xD7):
                    next = bytes.ReadByte();
                    continue;
            }

            var length = (bytes.ReadByte() << 8) | bytes.ReadByte();
            if (length < 2)
            {
                return length < 0 ? FileFlaw.CutShort : FileFlaw.Damaged;
            }

            bytes.Seek(length - 2, SeekOrigin.Current);
            hasScan |= marker == StartOfScan;
            next = marker == StartOfScan ? AfterScan(bytes) : bytes.ReadByte();
        }
    }

    /// <summary>Passes over packed pixels, where 0xFF is followed by 0 or a restart mark; stands between 0xFF and the next mark.</summary>
    private static int AfterScan(BufferedStream bytes)
    {
        for (var one = bytes.ReadByte(); one >= 0; one = bytes.ReadByte())
        {
            if (one != 0xFF)
            {
                continue;
            }

            var two = bytes.ReadByte();
            while (two == 0xFF)
            {
                two = bytes.ReadByte();
            }

            if (two is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                if (two >= 0)
                {
                    bytes.Seek(-1, SeekOrigin.Current);
                    return 0xFF;
                }

                return -1;
            }
        }

        return -1;
    }
}

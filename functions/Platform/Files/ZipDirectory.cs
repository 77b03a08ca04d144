using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EmulationFunctions.Platform.Files;

/// <summary>One file inside a zip.</summary>
internal sealed record ZipPart(string Name, bool IsEncrypted, int Method, long PackedLength, long Offset);

/// <summary>
/// The list of what a zip holds, read with limits of its own: how many files, how long the list, how much of one file is
/// unpacked. Nothing it is told about sizes is believed.
/// </summary>
internal sealed class ZipDirectory
{
    private const int MostParts = 10_000;
    private const int LongestDirectory = 2 * 1024 * 1024;
    private const int EndLength = 22;
    private const int LongestComment = 0xFFFF;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly Stream _file;
    private readonly Dictionary<string, ZipPart> _parts;

    private ZipDirectory(Stream file, Dictionary<string, ZipPart> parts)
    {
        _file = file;
        _parts = parts;
    }

    public IReadOnlyCollection<ZipPart> Parts => _parts.Values;

    /// <summary>Null when the end of the zip is missing (<see cref="FileFlaw.CutShort"/>) or its list is not sound (<see cref="FileFlaw.Damaged"/>).</summary>
    public static (ZipDirectory? Directory, FileFlaw Flaw) Read(Stream file)
    {
        var tailFrom = Math.Max(0, file.Length - EndLength - LongestComment);
        var tail = FileInspection.Read(file, tailFrom, EndLength + LongestComment);
        var at = FindEnd(tail);
        if (at < 0)
        {
            return (null, FileFlaw.CutShort);
        }

        var end = tail[at..];
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var from = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (count > MostParts || length > LongestDirectory || from + (long)length != tailFrom + at)
        {
            return (null, FileFlaw.Damaged);
        }

        var parts = ReadParts(FileInspection.Read(file, from, (int)length), count);
        return (parts is null ? null : new(file, parts), FileFlaw.Damaged);
    }

    /// <summary>Names inside office files are compared without regard to case.</summary>
    public ZipPart? Find(string name) => _parts.GetValueOrDefault(name);

    /// <summary>A part's content, or null when it is longer than the limit or not what the list says.</summary>
    public byte[]? Unpack(ZipPart part, int limit)
    {
        var local = FileInspection.Read(_file, part.Offset, LocalLength);
        if (local.Length < LocalLength || !local.StartsWith("PK\u0003\u0004"u8) || part.PackedLength > limit)
        {
            return null;
        }

        var content = part.Offset + LocalLength + BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        var packed = FileInspection.Read(_file, content, (int)part.PackedLength).ToArray();
        if (packed.Length < part.PackedLength || part.Method is not (Stored or Deflated))
        {
            return null;
        }

        if (part.Method == Stored)
        {
            return packed;
        }

        try
        {
            using var unpacking = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var unpacked = new byte[limit + 1];
            var length = unpacking.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return length > limit ? null : unpacked[..length];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The end record is the one whose comment reaches exactly to the end of the file.</summary>
    private static int FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail[at..].StartsWith("PK\u0005\u0006"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static Dictionary<string, ZipPart>? ReadParts(ReadOnlySpan<byte> directory, int count)
    {
        var parts = new Dictionary<string, ZipPart>(count, StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < count; number++)
        {
            if (directory.Length < EntryLength || !directory.StartsWith("PK\u0001\u0002"u8))
            {
                return null;
            }

            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var entryLength = EntryLength + nameLength
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (directory.Length < entryLength)
            {
                return null;
            }

            var part = new ZipPart(
                Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength)),
                (BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]) & 1) != 0,
                BinaryPrimitives.ReadUInt16LittleEndian(directory[10..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(directory[42..]));

            // Two files of one name: what one program reads is not what another does.
            if (!parts.TryAdd(part.Name, part))
            {
                return null;
            }

            directory = directory[entryLength..];
        }

        return parts;
    }
}

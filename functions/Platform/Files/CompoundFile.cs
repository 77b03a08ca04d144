using System.Buffers.Binary;
using System.Text;

namespace EmulationFunctions.Platform.Files;

/// <summary>The container of old office files, of new ones with a password, and of objects of other programs inside of documents.</summary>
internal static class CompoundFile
{
    public static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int ClassAt = 80;

    /// <summary>The classes of objects that are a file of any kind ("Package"), as bytes: 0003000C-… and F20DA720-….</summary>
    private static readonly byte[][] Attachments =
        [new Guid("0003000C-0000-0000-C000-000000000046").ToByteArray(), new Guid("F20DA720-C02F-11CE-927B-0800095AE340").ToByteArray()];

    public static FileVerdict Inspect(Stream file)
    {
        file.Position = 0;
        return Directory(file) is not { } directory ? FileFlaw.CutShort
            : directory.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FileFlaw.Encrypted
            : FileFlaw.OldOffice;
    }

    /// <summary>Whether it is a compound file whose content is a file of any kind.</summary>
    /// <param name="part">Read forward from its beginning.</param>
    public static bool IsAttachment(Stream part) =>
        Directory(part) is { Length: >= EntryLength } directory && Attachments.Any(id => directory.AsSpan(ClassAt, id.Length).SequenceEqual(id));

    /// <summary>The first 4 KB of the list of what it holds, or what is there of them; null when it has no whole header.</summary>
    private static byte[]? Directory(Stream file)
    {
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan().StartsWith(Signature))
        {
            return null;
        }

        var sector = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), 9, 12);
        var skip = ((BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)) + 1L) * sector) - HeaderLength;
        var directory = new byte[4096];
        while (skip > 0 && file.Read(directory, 0, (int)Math.Min(skip, directory.Length)) is > 0 and var passed)
        {
            skip -= passed;
        }

        return skip > 0 ? [] : directory[..file.ReadAtLeast(directory, directory.Length, throwOnEndOfStream: false)];
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EmulationFunctions.Platform.Files;

/// <summary>What a file turned out to be: of a type, or flawed.</summary>
internal readonly record struct FileVerdict(FileType? Type, FileFlaw? Flaw)
{
    public static implicit operator FileVerdict(FileType type) => new(type, null);

    public static implicit operator FileVerdict(FileFlaw flaw) => new(null, flaw);
}

/// <summary>
/// Decides what a file is by looking at its bytes. Of a compressed file only two small parts are ever unpacked, and those only
/// up to a limit, so a file that unpacks to terabytes costs no more than any other.
/// </summary>
internal static class FileInspection
{
    private const int TailLength = 1024;

    /// <summary>How many bytes (a byte order mark, line ends) may stand before the header of a PDF.</summary>
    private const int PdfLead = 8;

    private static readonly SearchValues<byte> PdfLeadBytes = SearchValues.Create([0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', (byte)' ']);

    private static readonly (byte[] Signature, FileFlaw Flaw)[] Refused =
    [
        ("MZ"u8.ToArray(), FileFlaw.Executable),
        ("\u007fELF"u8.ToArray(), FileFlaw.Executable),
        ([0xCF, 0xFA, 0xED, 0xFE], FileFlaw.Executable), // Mach-O
        ([0xCA, 0xFE, 0xBA, 0xBE], FileFlaw.Executable), // Mach-O, Java
        ("#!"u8.ToArray(), FileFlaw.Executable),
        ("Rar!"u8.ToArray(), FileFlaw.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], FileFlaw.Archive),
        ([0x1F, 0x8B], FileFlaw.Archive), // gzip
        ("BZh"u8.ToArray(), FileFlaw.Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], FileFlaw.Archive),
        ("MSCF"u8.ToArray(), FileFlaw.Archive), // cabinet
        ("PK\u0005\u0006"u8.ToArray(), FileFlaw.Archive), // an empty zip
        ("PK\u0007\u0008"u8.ToArray(), FileFlaw.Archive), // a piece of a split zip
    ];

    /// <param name="file">The whole file; read from wherever is needed.</param>
    public static FileVerdict Inspect(Stream file)
    {
        if (file.Length == 0)
        {
            return FileFlaw.Empty;
        }

        var head = Read(file, 0, 16);
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return OfficePackage.Inspect(file);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ImageStructure.InspectJpeg(file);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return ImageStructure.InspectPng(file);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return InspectCompound(file);
        }

        if (head.IndexOf("%PDF-"u8) is >= 0 and <= PdfLead and var start && !head[..start].ContainsAnyExcept(PdfLeadBytes))
        {
            return InspectPdf(file);
        }

        foreach (var (signature, flaw) in Refused)
        {
            if (head.StartsWith(signature))
            {
                return flaw;
            }
        }

        return FileFlaw.Unknown;
    }

    /// <summary>Bytes from a place; fewer at the end of the file.</summary>
    public static ReadOnlySpan<byte> Read(Stream file, long from, int count)
    {
        var bytes = new byte[Math.Max(0, Math.Min(count, file.Length - from))];
        if (bytes.Length == 0)
        {
            return bytes;
        }

        file.Position = from;
        return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    /// <summary>A reader finds its way into a PDF from the last lines, which say where the index is.</summary>
    private static FileVerdict InspectPdf(Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - TailLength), TailLength);
        return tail.IndexOf("%%EOF"u8) < 0 ? FileFlaw.CutShort : tail.IndexOf("startxref"u8) < 0 ? FileFlaw.Damaged : FileType.Pdf;
    }

    /// <summary>The container of old office files; a new one with a password is wrapped in it.</summary>
    private static FileVerdict InspectCompound(Stream file)
    {
        var header = Read(file, 0, 512);
        if (header.Length < 512)
        {
            return FileFlaw.CutShort;
        }

        var sector = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), 9, 12);
        var directory = (BinaryPrimitives.ReadUInt32LittleEndian(header[48..]) + 1L) * sector;
        return directory < file.Length && Read(file, directory, 4096).IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? FileFlaw.Encrypted
            : FileFlaw.OldOffice;
    }
}

namespace EmulationFunctions.Platform.Files;

/// <summary>What a file turned out to be: of a type, or flawed.</summary>
internal readonly record struct FileVerdict(FileType? Type, FileFlaw? Flaw)
{
    public static implicit operator FileVerdict(FileType type) => new(type, null);

    public static implicit operator FileVerdict(FileFlaw flaw) => new(null, flaw);
}

/// <summary>
/// Decides what a file is by looking at its bytes. Of a compressed file only lists and the beginnings of foreign objects are unpacked, and
/// those only up to a limit, so a file that unpacks to terabytes costs no more than any other.
/// </summary>
internal static class FileInspection
{
    private const int HeadLength = 1024;

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
        ([(byte)'I', (byte)'I', (byte)'*', 0], FileFlaw.Tiff),
        ([(byte)'M', (byte)'M', 0, (byte)'*'], FileFlaw.Tiff),
        ("GIF8"u8.ToArray(), FileFlaw.Gif),
        ("BM"u8.ToArray(), FileFlaw.Bmp),
        ("{\\rtf"u8.ToArray(), FileFlaw.RichText),
    ];

    /// <param name="file">The whole file; read from wherever is needed.</param>
    /// <param name="limits">What it may come to where it is opened; the usual without.</param>
    public static FileVerdict Inspect(Stream file, FileLimits? limits = null)
    {
        if (file.Length == 0)
        {
            return FileFlaw.Empty;
        }

        limits ??= FileLimits.Default;
        var head = Read(file, 0, HeadLength);
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return OfficePackage.Inspect(file, limits);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return ImageStructure.InspectJpeg(file, limits);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return ImageStructure.InspectPng(file, limits);
        }

        if (head.StartsWith(CompoundFile.Signature))
        {
            return CompoundFile.Inspect(file);
        }

        foreach (var (signature, flaw) in Refused)
        {
            if (head.StartsWith(signature))
            {
                return flaw;
            }
        }

        // Readers look for it in the first 1,024 bytes.
        return head.IndexOf("%PDF-"u8) is >= 0 and var header ? PdfStructure.Inspect(file, header) : Media(head);
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

    /// <summary>Kinds of pictures that say what they are behind the length of their first piece.</summary>
    private static FileVerdict Media(ReadOnlySpan<byte> head) =>
        head.Length < 12 ? FileFlaw.Unknown
        : head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? FileFlaw.Webp
        : !head[4..].StartsWith("ftyp"u8) ? FileFlaw.Unknown
        : head[8..].StartsWith("avi"u8) ? FileFlaw.Avif
        : head[8..].StartsWith("he"u8) || head[8..].StartsWith("mif1"u8) || head[8..].StartsWith("msf1"u8) ? FileFlaw.Heic
        : FileFlaw.Unknown;
}

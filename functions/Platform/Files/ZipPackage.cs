using System.IO.Compression;
using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// The one opening of ZIP packages, for evidence and for what is imported: what is a part for one of them is a part for the other. The archive itself is
/// read by the runtime (ZIP64, padding behind the end). Names are compared as office programs compare them: without regard to case, <c>\</c> as
/// <c>/</c>, without a leading <c>/</c> or <c>./</c>, escapes undone. What an archive says of its sizes is not believed: parts are counted
/// before they are listed, and what is unpacked is counted while it is read, over all parts together.
/// </summary>
/// <remarks>
/// Open it, look at <see cref="Parts"/> (by such names; folders are left out), read a part by <see cref="Open(string)"/> or, as XML, by <see cref="OpenXml"/>
/// and <see cref="ZipXml.Next"/>. Reading throws <see cref="UnpackedTooLargeException"/> beyond the limit, <see cref="XmlException"/> for what is no
/// XML, and <see cref="InvalidDataException"/> for what is damaged (its check sum is compared when its end is read).
/// </remarks>
internal sealed class ZipPackage : IDisposable
{
    public const int MostParts = 10_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _left;

    private ZipPackage(ZipArchive archive, long mostUnpacked) => (_archive, _left) = (archive, mostUnpacked);

    /// <summary>By their names; the entry says how long it is by its own account, and whether it is encrypted.</summary>
    public IReadOnlyDictionary<string, ZipArchiveEntry> Parts => _parts;

    /// <summary>Null when the end of the archive is missing (<see cref="FileFlaw.CutShort"/>), when it lists more than any office file (<see cref="FileFlaw.HoldsTooMuch"/>) or when its list is not sound (<see cref="FileFlaw.Damaged"/>).</summary>
    /// <param name="file">Can be read from anywhere; it stays open.</param>
    /// <param name="mostUnpacked">How many bytes may come out of all parts that are read, together.</param>
    public static (ZipPackage? Package, FileFlaw Flaw) Open(Stream file, long mostUnpacked)
    {
        if (!file.HoldsZipEnd(out var parts))
        {
            return (null, FileFlaw.CutShort);
        }

        if (parts > MostParts)
        {
            return (null, FileFlaw.HoldsTooMuch);
        }

        ZipPackage? package = null;
        try
        {
            package = new(new(file, ZipArchiveMode.Read, leaveOpen: true), mostUnpacked);
            if (package.List())
            {
                return (package, default);
            }
        }
        catch (Exception exception) when (IsBadArchive(exception))
        {
            // Told below.
        }

        package?.Dispose();
        return (null, FileFlaw.Damaged);
    }

    /// <summary>A part's content as it is unpacked; null when there is no such part.</summary>
    public Stream? Open(string name) => _parts.TryGetValue(Name(name), out var entry) ? Open(entry, isXml: false) : null;

    /// <summary>A part's content as XML, forward only; null when there is no such part. No entities, no comments, and tags and texts of bounded length.</summary>
    public XmlReader? OpenXml(string name) => _parts.TryGetValue(Name(name), out var entry) ? ZipXml.Read(Open(entry, isXml: true)) : null;

    /// <summary>The name of a part as a relation of another part means it.</summary>
    /// <param name="source">The part whose relation it is; empty: the package.</param>
    /// <param name="target">As it is written there.</param>
    public static string Resolve(string source, string target) =>
        Name(target is ['/' or '\\', ..] ? target : $"{source[..(source.LastIndexOf('/') + 1)]}{target}");

    public void Dispose() => _archive.Dispose();

    /// <summary>What is thrown of an archive that is not what it says.</summary>
    private static bool IsBadArchive(Exception exception) =>
        exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static string Name(string name)
    {
        var folders = new List<string>();
        foreach (var part in Uri.UnescapeDataString(name).Split('/', '\\'))
        {
            if (part == "..")
            {
                folders.RemoveRange(Math.Max(0, folders.Count - 1), Math.Min(1, folders.Count));
            }
            else if (part is not ("" or "."))
            {
                folders.Add(part);
            }
        }

        return string.Join('/', folders);
    }

    /// <summary>Two parts of one name are not sound: what one program reads is not what another does.</summary>
    private bool List() => _archive.Entries.Where(entry => entry.FullName is not ([] or [.., '/' or '\\'])).All(entry => _parts.TryAdd(Name(entry.FullName), entry));

    private PartStream Open(ZipArchiveEntry entry, bool isXml)
    {
        try
        {
            return new(entry.Open(), entry.Crc32, isXml, Count);
        }
        catch (Exception exception) when (IsBadArchive(exception))
        {
            throw new InvalidDataException($"The part {entry.FullName} cannot be opened.", exception);
        }
    }

    private void Count(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new UnpackedTooLargeException();
        }
    }
}

/// <summary>More came out of a package than may.</summary>
internal sealed class UnpackedTooLargeException : Exception
{
    public UnpackedTooLargeException()
        : base("What the package holds is too large once it is unpacked.")
    {
    }
}

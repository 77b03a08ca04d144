using System.IO.Hashing;
using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>XML of a package that somebody sent: read forward only, and nothing in it can make the reader keep more than little.</summary>
internal static class ZipXml
{
    private const int MostNames = 10_000;
    private const int Deepest = 100;

    /// <summary>Reads on; an element that lies deeper than any office program writes is no XML to us.</summary>
    public static bool Next(this XmlReader xml) =>
        xml.Read() && (xml.Depth <= Deepest ? true : throw new XmlException("The elements lie too deep in each other."));

    /// <summary>Goes to the next element that lies directly in the one at that depth, over whatever lies deeper; false at its end.</summary>
    public static bool NextChild(this XmlReader xml, int depth)
    {
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.Depth == depth + 1 && xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Characters that XML forbids come through, so that they can be told where they stand.</summary>
    public static XmlReader Read(Stream part) => XmlReader.Create(part, new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
        NameTable = new BoundedNames(),
    });

    /// <summary>A reader keeps every name of an element or attribute that it meets.</summary>
    private sealed class BoundedNames : NameTable
    {
        private int _count;

        public override string Add(char[] key, int start, int len)
        {
            if (Get(key, start, len) is { } known)
            {
                return known;
            }

            return ++_count <= MostNames ? base.Add(key, start, len) : throw new XmlException("There are too many names.");
        }
    }
}

/// <summary>A part as it is unpacked: counted, compared with its check sum at its end, and of XML no run without a tag is longer than a reader may keep.</summary>
internal sealed class PartStream(Stream part, uint sum, bool isXml, Action<int> count) : Stream
{
    private const int LongestRun = 1024 * 1024;

    private readonly Crc32 _sum = new();
    private int _run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = buffer[..part.Read(buffer)];
        count(read.Length);
        _sum.Append(read);
        if (read.Length == 0 && buffer.Length > 0 && sum != 0 && _sum.GetCurrentHashAsUInt32() != sum)
        {
            throw new InvalidDataException("The check sum of a part is not that of what it holds.");
        }

        if (isXml)
        {
            _run = read.LastIndexOf((byte)'<') is >= 0 and var last ? read.Length - last : _run + read.Length;
            if (_run > LongestRun)
            {
                throw new XmlException("A text or a tag is too long.");
            }
        }

        return read.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}

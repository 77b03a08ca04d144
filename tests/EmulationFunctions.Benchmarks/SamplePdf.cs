using System.Text;

namespace EmulationFunctions.Benchmarks;

/// <summary>A PDF of one page with a scan of so many bytes, as evidence mostly is: every one of a number of its own.</summary>
internal sealed class SamplePdf
{
    private readonly byte[] _file;
    private readonly int _scan;

    /// <param name="length">Of its scan; the rest is less than one KiB.</param>
    public SamplePdf(int length)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Scan 5 0 R >> >> /Contents 4 0 R >>",
            "<< /Length 29 >>\nstream\nq 595 0 0 842 0 0 cm /Scan Do\nendstream",
            FormattableString.Invariant($"<< /Type /XObject /Subtype /Image /Width 1024 /Height {length / 1024} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {length} >>\nstream\n"),
        ];
        using var file = new MemoryStream(length + 2048);
        Write("%PDF-1.7\n");
        var places = new List<long>();
        foreach (var (index, text) in objects.Index())
        {
            places.Add(file.Position);
            Write(FormattableString.Invariant($"{index + 1} 0 obj\n{text}"));
            if (index == objects.Length - 1)
            {
                _scan = (int)file.Position;
                var scan = new byte[length];
                new Random(length).NextBytes(scan);
                file.Write(scan);
                Write("\nendstream");
            }

            Write("\nendobj\n");
        }

        var table = file.Position;
        Write(FormattableString.Invariant($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        places.ForEach(place => Write(FormattableString.Invariant($"{place:D10} 00000 n \n")));
        Write(FormattableString.Invariant($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        _file = file.ToArray();

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    public int Length => _file.Length;

    /// <summary>No two of different numbers have the same content. The bytes themselves are one array for all: nothing is copied.</summary>
    public HttpContent Content(int number)
    {
        var first = _file[..(_scan + sizeof(int))];
        BitConverter.TryWriteBytes(first.AsSpan(_scan), number);
        return new Pieces(first, _file.AsMemory(first.Length));
    }

    private sealed class Pieces(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> rest) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(first);
            await stream.WriteAsync(rest);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = first.Length + rest.Length;
            return true;
        }
    }
}

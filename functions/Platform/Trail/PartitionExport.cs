using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Platform.Trail;

/// <summary>All rows of a partition as of one moment.</summary>
internal sealed record PartitionExport(PartitionAddress Address, long Seq, string Hash, IReadOnlyList<TableEntity> Rows)
{
    /// <summary>Gzip of JSON lines: a header, then a row each as the service itself writes it, without what only the service sets.</summary>
    public byte[] ToGzip()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            var header = new PartitionHeader(Address.Table, Address.Partition, Seq, Hash, Rows.Count);
            gzip.Write(JsonSerializer.SerializeToUtf8Bytes(header, JsonSerializerOptions.Web));
            gzip.WriteByte((byte)'\n');
            var line = new ArrayBufferWriter<byte>(1024);
            foreach (var row in Rows)
            {
                line.ResetWrittenCount();
                using (var json = new Utf8JsonWriter(line, RowWriting.Plain))
                {
                    RowWriting.Write(json, row);
                }

                gzip.Write(line.WrittenSpan);
                gzip.WriteByte((byte)'\n');
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">It is not a whole export.</exception>
    public static PartitionExport FromGzip(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(content.ToArray()), CompressionMode.Decompress))
            {
                gzip.CopyTo(unpacked);
            }

            var rest = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
            var header = JsonSerializer.Deserialize<PartitionHeader>(Line(ref rest), JsonSerializerOptions.Web) ?? throw new InvalidDataException("The header is missing.");
            var rows = new List<TableEntity>(header.Rows);
            while (!rest.IsEmpty)
            {
                rows.Add(RowJson.Read(Line(ref rest)));
            }

            return rows.Count == header.Rows
                ? new(new(header.Table, header.Partition), header.Seq, header.Hash, rows)
                : throw new InvalidDataException($"It has {rows.Count} rows instead of {header.Rows}.");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("A line of it cannot be read.", exception);
        }
    }

    private static ReadOnlySpan<byte> Line(ref Span<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = rest[..(end < 0 ? rest.Length : end)];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }
}

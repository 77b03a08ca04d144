using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

/// <summary>The smallest real files of each kind.</summary>
internal static class SampleFiles
{
    /// <param name="padding">Makes the file longer, and two files different.</param>
    public static byte[] Pdf(int padding = 0) => Encoding.ASCII.GetBytes(
        $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%{new string('x', padding)}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Docx(WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, type))
        {
            document.AddMainDocumentPart().Document = new(new Body(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Báo cáo")))));
        }

        return file.ToArray();
    }

    public static byte[] Xlsx(SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook, Action<WorkbookPart>? also = null)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, type))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(new SheetData());
            book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Bảng điểm" }));
            also?.Invoke(book);
        }

        return file.ToArray();
    }

    public static byte[] Pptx()
    {
        using var file = new MemoryStream();
        using (var document = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            document.AddPresentationPart().Presentation = new();
        }

        return file.ToArray();
    }

    /// <summary>One grey pixel.</summary>
    /// <param name="side">How many it says there are in a row and a column.</param>
    /// <param name="texts">Pieces before the pixels that a viewer has to read.</param>
    public static byte[] Png(byte side = 1, int texts = 0)
    {
        using var pixels = new MemoryStream();
        using (var packing = new ZLibStream(pixels, CompressionLevel.Fastest))
        {
            packing.Write([0, 0x80]);
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0]);
        for (var text = 0; text < texts; text++)
        {
            Chunk(file, "tEXt", "a\0b"u8.ToArray());
        }

        Chunk(file, "IDAT", pixels.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The structure of a picture from a camera: a preview with an end of its own, restart marks, a stuffed byte, two scans.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0xFF, 0xDA, 0xFF, 0xD9, // a preview inside of a comment
        0xFF, 0xDB, 0x00, 0x04, 0x00, 0x01,
        0xFF, 0xFF, 0xC2, 0x00, 0x08, 0x08, 0x00, 0x01, 0x00, 0x01, 0x01, // a fill byte before the mark
        0xFF, 0xDA, 0x00, 0x03, 0x01, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0x78,
        0xFF, 0xC4, 0x00, 0x03, 0x00,
        0xFF, 0xDA, 0x00, 0x03, 0x01, 0x9A, 0xBC,
        0xFF, 0xD9,
    ];

    /// <summary>A zip of any files.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(CompressionLevel.Fastest, files);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var part = zip.CreateEntry(name, level).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same zip as programs end it that use the longer record for small files, too.</summary>
    public static byte[] WithZip64End(byte[] zip)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var (count, length, from) = (
            BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(end + 10)), BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(end + 16)));
        var (record, locator, shortEnd) = (new byte[56], new byte[20], zip[end..]);
        "PK\u0006\u0006"u8.CopyTo(record);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(4), 44);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(12), 45);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(14), 45);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(24), count);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(32), count);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(40), length);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(48), from);
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteUInt64LittleEndian(locator.AsSpan(8), (ulong)end);
        BinaryPrimitives.WriteUInt32LittleEndian(locator.AsSpan(16), 1);
        shortEnd.AsSpan(8, 12).Fill(0xFF);
        return [.. zip[..end], .. record, .. locator, .. shortEnd];
    }

    /// <summary>An office file written by hand: what <c>[Content_Types].xml</c> and <c>_rels/.rels</c> say, and which parts there are.</summary>
    public static byte[] Office(string contentTypes, string relations, params string[] parts) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(contentTypes)),
        ("_rels/.rels", Encoding.UTF8.GetBytes(relations)),
        .. parts.Select(part => (part, "<x/>"u8.ToArray())),
    ]);

    /// <summary>A document with another file inside: a binary workbook by its ending, or an object of another program.</summary>
    public static byte[] Docx(string part, byte[] content) => Zip(
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
              <Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.12"/>
              <Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/>
              <Default Extension="dat" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>
            </Types>
            """u8.ToArray()),
        ("_rels/.rels", """<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8.ToArray()),
        ("word/document.xml", "<x/>"u8.ToArray()),
        (part, content));

    /// <summary>An old Word file, or a new one with a password, as far as its container shows.</summary>
    /// <param name="stream">What lies in it.</param>
    /// <param name="program">The class of the program whose object it is.</param>
    public static byte[] Compound(string stream, Guid program = default)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        program.ToByteArray().CopyTo(file.AsSpan(1024 + 80));
        Encoding.Unicode.GetBytes(stream).CopyTo(file.AsSpan(1024 + 128));
        return file;
    }

    /// <summary>The first bytes of a Windows program.</summary>
    public static byte[] Executable() => [(byte)'M', (byte)'Z', 0x90, 0x00, 0x03, .. new byte[200]];

    private static void Chunk(MemoryStream file, string name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)content.Length);
        file.Write(number);
        file.Write(Encoding.ASCII.GetBytes(name));
        file.Write(content);
        file.Write(number); // nobody here checks the checksum
    }
}

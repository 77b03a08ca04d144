using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class FileInspectionTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string MainPart = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    [Fact]
    public void Real_files_of_every_kind_are_known_by_their_content()
    {
        Assert.Equal(FileType.Pdf, Inspect(SampleFiles.Pdf()));
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Docx()));
        Assert.Equal(FileType.Xlsx, Inspect(SampleFiles.Xlsx()));
        Assert.Equal(FileType.Png, Inspect(SampleFiles.Png()));
        Assert.Equal(FileType.Jpeg, Inspect(SampleFiles.Jpeg()));
        Assert.Equal(FileType.Zip, Inspect(SampleFiles.Zip(("a.txt", "a"u8.ToArray()))));
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_never_taken()
    {
        // Once the pixels of a JPEG have begun, its end cannot be told from that of cameras that mark none.
        var head = SampleFiles.Jpeg().AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA, 0x00, 0x03]) + 5;
        foreach (var whole in new[] { SampleFiles.Pdf(), SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Png(), [.. SampleFiles.Jpeg()[..head], 0, 0] })
        {
            // The line end behind the last line of a PDF says nothing.
            for (var length = whole.Length - 2; length >= 0; length--)
            {
                Assert.Null(FileInspection.Inspect(new MemoryStream(whole[..length])).Type);
            }

            Assert.Equal(FileFlaw.CutShort, Inspect(whole[..^2]));
        }
    }

    [Fact]
    public void A_file_with_a_changed_byte_never_breaks_the_inspection()
    {
        var random = new Random(20261122);
        foreach (var whole in new[] { SampleFiles.Pdf(), SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Png(), SampleFiles.Jpeg(), SampleFiles.Compound("EncryptedPackage"), SamplePdfs.Encrypted(4, "abc") })
        {
            for (var attempt = 0; attempt < 2000; attempt++)
            {
                var changed = whole.ToArray();
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));

                var verdict = FileInspection.Inspect(new MemoryStream(changed));

                Assert.True(verdict.Type is null ^ verdict.Flaw is null);
            }
        }
    }

    [Fact]
    public void What_is_not_a_document_is_refused_and_named_for_what_it_is()
    {
        Assert.Equal(FileFlaw.Empty, Inspect([]));
        Assert.Equal(FileFlaw.Executable, Inspect(SampleFiles.Executable()));
        Assert.Equal(FileFlaw.Executable, Inspect("\u007fELF\u0002\u0001"u8.ToArray()));
        Assert.Equal(FileFlaw.Executable, Inspect("#!/bin/sh\n"u8.ToArray()));
        Assert.Equal(FileFlaw.Archive, Inspect("Rar!\u001a\u0007\u0001\0"u8.ToArray()));
        Assert.Equal(FileFlaw.Archive, Inspect([0x1F, 0x8B, 0x08, 0x00]));
        Assert.Equal(FileFlaw.Archive, Inspect(SampleFiles.Zip()));
        Assert.Equal(FileFlaw.Unknown, Inspect("<html><script>alert(1)</script></html>"u8.ToArray()));
        Assert.Equal(FileFlaw.Gif, Inspect("GIF89a"u8.ToArray()));
        Assert.Equal(FileFlaw.OldOffice, Inspect(SampleFiles.Compound("WordDocument")));
        Assert.Equal(FileFlaw.Encrypted, Inspect(SampleFiles.Compound("EncryptedPackage")));
        Assert.Equal(FileFlaw.Presentation, Inspect(SampleFiles.Pptx()));
        Assert.Equal(FileFlaw.Template, Inspect(SampleFiles.Docx(WordprocessingDocumentType.Template)));
        Assert.Equal(FileFlaw.BinaryWorkbook, Inspect(SampleFiles.Office(
            Types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), Relations("word/document.xml"), "word/document.xml")));
        Assert.Equal(FileFlaw.RichText, Inspect("{\\rtf1}"u8.ToArray()));
    }

    [Theory]
    [InlineData("text", FileFlaw.OpenText)]
    [InlineData("text-template", FileFlaw.OpenText)]
    [InlineData("spreadsheet", FileFlaw.OpenSheet)]
    [InlineData("presentation", FileFlaw.OpenPresentation)]
    [InlineData("graphics", FileFlaw.OpenOther)]
    public void Files_of_other_office_programs_are_no_archives(string kind, object flaw) =>
        Assert.Equal(flaw, Inspect(SampleFiles.Zip(("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{kind}")), ("content.xml", "<a/>"u8.ToArray()))));

    [Fact]
    public void Files_of_Pages_and_Numbers_are_no_archives()
    {
        Assert.Equal(FileFlaw.AppleOffice, Inspect(SampleFiles.Zip(("Index/Document.iwa", [1]), ("preview.jpg", [2]))));
        Assert.Equal(FileFlaw.AppleOffice, Inspect(SampleFiles.Zip(("Index.zip", [1]), ("preview.jpg", [2]))));
        Assert.Equal(FileType.Zip, Inspect(SampleFiles.Zip(("mimetype", "application/epub+zip"u8.ToArray()))));
    }

    [Theory]
    [InlineData("....ftypheic", FileFlaw.Heic)]
    [InlineData("....ftypmif1", FileFlaw.Heic)]
    [InlineData("....ftypavif", FileFlaw.Avif)]
    [InlineData("....ftypisom", FileFlaw.Unknown)] // a film
    [InlineData("RIFF....WEBP", FileFlaw.Webp)]
    [InlineData("RIFF....WAVE", FileFlaw.Unknown)]
    [InlineData("II*\0........", FileFlaw.Tiff)]
    [InlineData("MM\0*........", FileFlaw.Tiff)]
    [InlineData("BM..........", FileFlaw.Bmp)]
    public void A_picture_of_another_kind_is_named(string head, object flaw) => Assert.Equal(flaw, Inspect(Encoding.ASCII.GetBytes(head)));

    [Fact]
    public void An_office_file_with_macros_is_refused_whatever_it_calls_itself()
    {
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Docx(WordprocessingDocumentType.MacroEnabledDocument)));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Xlsx(SpreadsheetDocumentType.MacroEnabledWorkbook)));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Xlsx(also: book => book.AddNewPart<MacroSheetPart>().FeedData(new MemoryStream("<x/>"u8.ToArray())))));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Office(Types(Word), Relations("word/document.xml"), "word/document.xml", "word/vbaProject.bin")));
    }

    [Fact]
    public void A_binary_workbook_behind_a_chart_is_no_macro_and_neither_is_a_kind_that_is_only_named()
    {
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Docx("word/embeddings/a.xlsb", [1])));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Docx("word/embeddings/a.xlsm", [1])));
    }

    [Fact]
    public void A_file_that_is_attached_in_a_document_is_refused_and_an_equation_is_not()
    {
        Assert.Equal(FileFlaw.Attachment, Inspect(SampleFiles.Docx("word/embeddings/oleObject1.bin", SampleFiles.Compound("\u0001Ole10Native", new("0003000C-0000-0000-C000-000000000046")))));
        Assert.Equal(FileFlaw.Attachment, Inspect(SampleFiles.Docx("word/embeddings/x.dat", SampleFiles.Compound("\u0001Ole10Native", new("F20DA720-C02F-11CE-927B-0800095AE340")))));
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Docx("word/embeddings/oleObject1.bin", SampleFiles.Compound("Equation Native", new("0002CE02-0000-0000-C000-000000000046")))));
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Docx("word/printerSettings1.bin", "\0\0"u8.ToArray())));
    }

    [Theory]
    [InlineData("https://example.vn/mau.dotm", FileFlaw.RemoteTemplate)]
    [InlineData("file:///\\\\may-chu\\mau\\mau.dotm", FileFlaw.RemoteTemplate)]
    [InlineData("\\\\may-chu\\mau.dotm", FileFlaw.RemoteTemplate)]
    [InlineData("file://may-chu/mau.dotm", FileFlaw.RemoteTemplate)]
    [InlineData("file:///%5C%5Cmay-chu/mau.dotm", FileFlaw.RemoteTemplate)]
    [InlineData("file:///C:\\Users\\don-vi\\Normal.dotm", FileType.Docx)]
    [InlineData("C:/mau/Normal.dotm", FileType.Docx)]
    [InlineData("Normal.dotm", FileType.Docx)]
    public void A_template_from_another_machine_is_refused_and_one_of_the_writers_own_disk_is_not(string template, object verdict)
    {
        var file = SampleFiles.Zip(
            ("[Content_Types].xml", Encoding.UTF8.GetBytes(Types(Word))),
            ("_rels/.rels", Encoding.UTF8.GetBytes(Relations("word/document.xml"))),
            ("word/document.xml", "<x/>"u8.ToArray()),
            ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes("""<Relationships><Relationship Id="a" Type="http://x/relationships/settings" Target="settings.xml"/></Relationships>""")),
            ("word/settings.xml", "<x/>"u8.ToArray()),
            ("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes($"""<Relationships><Relationship Id="a" Type="http://x/relationships/attachedTemplate" Target="{template}" TargetMode="External"/></Relationships>""")));

        Assert.Equal(verdict, Inspect(file));
    }

    [Fact]
    public void The_main_part_decides_and_not_which_parts_are_there()
    {
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Office(Types(Word), Relations("/word/document.xml"), "word/document.xml")));
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Office( // by the ending of the name, as some programs write it
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="{Word}"/></Types>""",
            Relations("word/document.xml"),
            "word/document.xml")));
        Assert.Equal(FileFlaw.Damaged, Inspect(SampleFiles.Office(Types(Word), Relations("word/document.xml"), "word/other.xml")));
        Assert.Equal(FileFlaw.OtherOffice, Inspect(SampleFiles.Office(Types("image/vnd.dwg"), Relations("word/document.xml"), "word/document.xml")));
        Assert.Equal(FileFlaw.OtherOffice, Inspect(SampleFiles.Office(Types(Word), "<Relationships/>", "word/document.xml")));
        Assert.Equal(FileType.Docx, Inspect(SampleFiles.Office(Types(Word), Relations("./word/document.xml"), "word\\Document.xml")));
        Assert.Equal(FileFlaw.Damaged, Inspect(SampleFiles.Office(Types(Word), Relations("a.xml") + "<", "a.xml")));
        Assert.Equal(FileFlaw.Damaged, Inspect(SampleFiles.Office(
            $"<!DOCTYPE Types [<!ENTITY a \"a\">]>{Types(Word)}", Relations("word/document.xml"), "word/document.xml"))); // entities that unfold
    }

    [Fact]
    public void A_zip_with_a_password_is_refused_even_where_zips_are_taken()
    {
        var zip = SampleFiles.Zip(("a.txt", "a"u8.ToArray()));
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Equal(FileFlaw.Encrypted, Inspect(zip));
    }

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_it_is_costs_next_to_nothing()
    {
        var bomb = SampleFiles.Zip(
            CompressionLevel.Optimal, ("[Content_Types].xml", new byte[64 * 1024 * 1024]), ("_rels/.rels", "<x/>"u8.ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var verdict = Inspect(bomb);

        Assert.Equal(FileFlaw.Damaged, verdict);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * 1024 * 1024);
    }

    [Fact]
    public void A_zip_whose_list_is_not_what_its_end_says_is_refused()
    {
        var zip = SampleFiles.Zip(("a.txt", "a"u8.ToArray()), ("b.txt", "b"u8.ToArray()));
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);

        var tooMany = zip.ToArray();
        tooMany[end + 10] = 3;
        var elsewhere = zip.ToArray();
        elsewhere[end + 16]--;
        var twice = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(zip).Replace("b.txt", "A.TXT", StringComparison.Ordinal));

        Assert.Equal(FileFlaw.Damaged, Inspect(tooMany));
        Assert.Equal(FileFlaw.Damaged, Inspect(elsewhere));
        Assert.Equal(FileFlaw.Damaged, Inspect(twice));
        // As storage that fills its blocks, and programs that always write the longer record, leave it.
        Assert.Equal(FileType.Zip, Inspect([.. zip, .. new byte[16]]));
        Assert.Equal(FileType.Zip, Inspect(SampleFiles.WithZip64End(zip)));
    }

    [Fact]
    public void What_a_file_would_come_to_where_it_is_opened_is_limited()
    {
        var zip = SampleFiles.Zip(("a", new byte[60]), ("b", new byte[60]));
        // How high and wide it is stands in the frame, of a JPEG too.
        var jpeg = SampleFiles.Jpeg();
        jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xC2, 0x00, 0x08]) + 5] = 10;
        jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xC2, 0x00, 0x08]) + 7] = 10;

        Assert.Equal(FileType.Zip, Within(zip, new(120, 0, 0)));
        Assert.Equal(FileFlaw.HoldsTooMuch, Within(zip, new(119, 0, 0)));
        Assert.Equal(FileType.Png, Within(SampleFiles.Png(10), new(0, 100, 3)));
        Assert.Equal(FileFlaw.HoldsTooMuch, Within(SampleFiles.Png(10), new(0, 99, 3)));
        Assert.Equal(FileType.Png, Within(SampleFiles.Png(1, texts: 7), new(0, 1, 10)));
        Assert.Equal(FileFlaw.HoldsTooMuch, Within(SampleFiles.Png(1, texts: 8), new(0, 1, 10)));
        Assert.Equal(FileType.Jpeg, Within(jpeg, new(0, 100, 6)));
        Assert.Equal(FileFlaw.HoldsTooMuch, Within(jpeg, new(0, 99, 6)));
        Assert.Equal(FileFlaw.HoldsTooMuch, Within(jpeg, new(0, 100, 5)));

        static object? Within(byte[] file, FileLimits limits) => Said(FileInspection.Inspect(new MemoryStream(file), limits));
    }

    [Fact]
    public void A_picture_is_taken_as_cameras_write_it()
    {
        var jpeg = SampleFiles.Jpeg();
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xFF, 0xC2]);

        Assert.Equal(FileType.Jpeg, Inspect([.. jpeg[..frame], 1, 2, 0xFF, 0x00, .. jpeg[frame..]])); // between the segments
        Assert.Equal(FileType.Jpeg, Inspect(jpeg[..^2])); // no mark at the end
        Assert.Equal(FileType.Jpeg, Inspect([.. jpeg[..^2], .. "SEFH\0\0SEFT"u8]));
    }

    [Fact]
    public void What_a_phone_adds_behind_the_end_of_a_picture_does_no_harm()
    {
        Assert.Equal(FileType.Jpeg, Inspect([.. SampleFiles.Jpeg(), .. "SEFT"u8]));
        Assert.Equal(FileType.Png, Inspect([.. SampleFiles.Png(), 0, 0]));
        Assert.Equal(FileType.Pdf, Inspect([0xEF, 0xBB, 0xBF, .. SampleFiles.Pdf(), .. new byte[500]]));
    }

    [Fact]
    public void A_picture_with_the_right_beginning_and_nothing_in_it_is_refused()
    {
        Assert.Equal(FileFlaw.Damaged, Inspect([0xFF, 0xD8, 0xFF, 0xD9]));
        Assert.Equal(FileFlaw.Damaged, Inspect([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x01, 0xFF, 0xD9]));
        Assert.Equal(FileFlaw.CutShort, Inspect([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x02, .. "MZ"u8]));
        Assert.Equal(FileFlaw.Damaged, Inspect([0xFF, 0xD8, 0xFF, 0xDA, 0x00, 0x03, 0x01, 0x12, 0xFF, 0xD9])); // pixels of no size
        Assert.Equal(FileFlaw.Damaged, Inspect([.. SampleFiles.Png()[..8], .. SampleFiles.Png()[^12..]]));
        Assert.Equal(FileFlaw.Damaged, Inspect("%PDF-1.4\n%%EOF"u8.ToArray()));
    }

    private static object? Inspect(byte[] file) => Said(FileInspection.Inspect(new MemoryStream(file)));

    private static object? Said(FileVerdict verdict) => verdict.Type is { } type ? type : verdict.Flaw;

    private static string Types(string type) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{type}"/></Types>""";

    private static string Relations(string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{MainPart}" Target="{target}"/></Relationships>""";
}

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
        foreach (var whole in new[] { SampleFiles.Pdf(), SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Png(), SampleFiles.Jpeg() })
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
        foreach (var whole in new[] { SampleFiles.Pdf(), SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Png(), SampleFiles.Jpeg(), SampleFiles.Compound("EncryptedPackage") })
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
        Assert.Equal(FileFlaw.Unknown, Inspect("GIF89a"u8.ToArray()));
        Assert.Equal(FileFlaw.OldOffice, Inspect(SampleFiles.Compound("WordDocument")));
        Assert.Equal(FileFlaw.Encrypted, Inspect(SampleFiles.Compound("EncryptedPackage")));
        Assert.Equal(FileFlaw.OtherOffice, Inspect(SampleFiles.Pptx()));
        Assert.Equal(FileFlaw.OtherOffice, Inspect(SampleFiles.Docx(WordprocessingDocumentType.Template)));
    }

    [Fact]
    public void An_office_file_with_macros_is_refused_whatever_it_calls_itself()
    {
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Docx(WordprocessingDocumentType.MacroEnabledDocument)));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Xlsx(SpreadsheetDocumentType.MacroEnabledWorkbook)));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Xlsx(also: book => book.AddNewPart<MacroSheetPart>().FeedData(new MemoryStream("<x/>"u8.ToArray())))));
        Assert.Equal(FileFlaw.Macros, Inspect(SampleFiles.Office(Types(Word), Relations("word/document.xml"), "word/document.xml", "word/vbaProject.bin")));
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
        Assert.Equal(FileFlaw.CutShort, Inspect([.. zip, 0])); // something hidden behind the end
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
        Assert.Equal(FileFlaw.Damaged, Inspect([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x02, .. "MZ"u8]));
        Assert.Equal(FileFlaw.Damaged, Inspect([.. SampleFiles.Png()[..8], .. SampleFiles.Png()[^12..]]));
        Assert.Equal(FileFlaw.Damaged, Inspect("%PDF-1.4\n%%EOF"u8.ToArray()));
        Assert.Equal(FileFlaw.Unknown, Inspect("x%PDF-1.4 startxref %%EOF"u8.ToArray()));
    }

    private static object? Inspect(byte[] file)
    {
        var verdict = FileInspection.Inspect(new MemoryStream(file));
        return verdict.Type is { } type ? type : verdict.Flaw;
    }

    private static string Types(string type) =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{type}"/></Types>""";

    private static string Relations(string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{MainPart}" Target="{target}"/></Relationships>""";
}

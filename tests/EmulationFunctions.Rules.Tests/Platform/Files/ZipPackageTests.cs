using System.Buffers.Binary;
using System.Text;
using System.Xml;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class ZipPackageTests
{
    private const long Plenty = 1024 * 1024;

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("XL/WorkBook.xml")]
    [InlineData("xl\\workbook.xml")]
    [InlineData("/xl/workbook.xml")]
    [InlineData("./xl/workbook.xml")]
    [InlineData("xl/./sheets/../workbook.xml")]
    [InlineData("xl/work%62ook.xml")]
    public void A_part_is_found_however_its_name_is_written(string written)
    {
        using var package = Open(SampleFiles.Zip((written, "x"u8.ToArray())))!;

        Assert.Equal("x", Text(package, "xl/workbook.xml"));
        Assert.Equal("x", Text(package, ZipPackage.Resolve("", written)));
        Assert.Null(package.Open("workbook.xml"));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml", "./worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml")]
    [InlineData("xl/worksheets/sheet1.xml", "../styles.xml", "xl/styles.xml")]
    [InlineData("", "../../xl/workbook.xml", "xl/workbook.xml")]
    public void A_relation_leads_from_where_it_stands(string source, string target, string part) =>
        Assert.Equal(part, ZipPackage.Resolve(source, target));

    [Fact]
    public void Relations_are_read_whether_or_not_they_lead_anywhere()
    {
        using var package = Open(SampleFiles.Zip(("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(
            """
            <p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">
              <p:Relationship Id="a" Type="http://x/relationships/worksheet" Target="./one.xml"/>
              <p:Relationship Id="b" Type="http://x/relationships/hyperlink" Target="mailto:a@example.vn;%20b@example.vn" TargetMode="External"/>
              <p:Relationship/>
            </p:Relationships>
            """))))!;

        Assert.Equal([new("a", "http://x/relationships/worksheet", "xl/one.xml"), new("b", "http://x/relationships/hyperlink", "", "mailto:a@example.vn;%20b@example.vn"), new("", "", "xl")], package.RelationsOf("xl/workbook.xml"));
        Assert.True(package.RelationsOf("xl/workbook.xml")[0].Is("worksheet"));
        Assert.Empty(package.RelationsOf(""));
    }

    [Fact]
    public void Archives_are_opened_with_a_longer_end_record_and_with_padding_behind_it()
    {
        var zip = SampleFiles.Zip(("a.xml", "x"u8.ToArray()), ("b.xml", "y"u8.ToArray()), ("folder/", []));

        foreach (var file in new[] { zip, SampleFiles.WithZip64End(zip), [.. zip, .. new byte[16]], [.. zip, .. new byte[4096]] })
        {
            using var package = Open(file)!;
            Assert.Equal(["a.xml", "b.xml"], package.Parts.Keys);
            Assert.Equal("y", Text(package, "b.xml"));
        }
    }

    [Fact]
    public void What_is_no_sound_archive_is_told_apart_from_one_that_was_cut()
    {
        var zip = SampleFiles.Zip(("a.xml", "x"u8.ToArray()), ("b.xml", "y"u8.ToArray()));

        Assert.Equal(FileFlaw.CutShort, Flaw(zip[..^20]));
        Assert.Equal(FileFlaw.Damaged, Flaw(SampleFiles.Zip(("a.xml", []), ("A.XML", []))));
        Assert.Equal(FileFlaw.Damaged, Flaw(SampleFiles.Zip(("a\\b.xml", []), ("a/b.xml", []))));
        zip[^12] = 99; // where the list begins
        Assert.Equal(FileFlaw.Damaged, Flaw(zip));
    }

    [Fact]
    public void More_parts_than_an_office_file_has_are_not_even_listed()
    {
        var zip = SampleFiles.Zip([.. Enumerable.Range(0, ZipPackage.MostParts + 1).Select(number => ($"{number}", Array.Empty<byte>()))]);

        Assert.Equal(FileFlaw.HoldsTooMuch, Flaw(zip));
    }

    [Fact]
    public void What_comes_out_of_all_parts_together_is_limited()
    {
        var zip = SampleFiles.Zip(("a", new byte[60]), ("b", new byte[60]));
        using var package = ZipPackage.Open(new MemoryStream(zip), 100).Package!;

        Assert.Equal(60, Text(package, "a")!.Length);
        Assert.Throws<UnpackedTooLargeException>(() => Text(package, "b"));
    }

    [Fact]
    public void A_part_that_is_not_what_its_check_sum_says_is_damaged()
    {
        var zip = SampleFiles.Zip(("a.xml", "<a>8.5</a>"u8.ToArray()));
        var sum = zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16;
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(sum), 7);
        using var package = Open(zip)!;

        Assert.Throws<InvalidDataException>(() => Text(package, "a.xml"));
    }

    [Fact]
    public void Xml_that_would_make_a_reader_keep_much_is_not_read_to_its_end()
    {
        var (open, close) = (string.Concat(Enumerable.Repeat("<a>", 200)), string.Concat(Enumerable.Repeat("</a>", 200)));
        foreach (var xml in new[]
        {
            open + close,
            $"<a b=\"{new string('x', 2 * 1024 * 1024)}\"/>",
            $"<a>{string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<a{number}/>"))}</a>",
            "<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>",
        })
        {
            using var package = ZipPackage.Open(new MemoryStream(SampleFiles.Zip(("a.xml", Encoding.UTF8.GetBytes(xml)))), 8 * Plenty).Package!;
            using var reader = package.OpenXml("a.xml")!;
            Assert.Throws<XmlException>(() =>
            {
                while (reader.Next())
                {
                    // Read on.
                }
            });
        }
    }

    private static ZipPackage? Open(byte[] file) => ZipPackage.Open(new MemoryStream(file), Plenty).Package;

    private static FileFlaw Flaw(byte[] file)
    {
        var (package, flaw) = ZipPackage.Open(new MemoryStream(file), Plenty);
        Assert.Null(package);
        return flaw;
    }

    private static string? Text(ZipPackage package, string part)
    {
        using var stream = package.Open(part);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

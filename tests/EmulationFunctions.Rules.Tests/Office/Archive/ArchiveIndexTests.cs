using System.Xml.Linq;
using EmulationFunctions.Common;
using EmulationFunctions.Office.Archive;

namespace EmulationFunctions.Rules.Tests.Office.Archive;

/// <summary>The list of an archive, with the element names of annex VI of Decree 30/2020/NĐ-CP.</summary>
public sealed class ArchiveIndexTests
{
    private static readonly ArchiveProfile Profile = new("H05.01.01", "Sở Nội vụ", "TDKT-");

    private static readonly ArchivedDocument Decision = new(
        "quyet-dinh/qd-1.json", "Quyết định", "86/2025/QĐ-UBND", new(2025, 12, 3), "Ủy ban nhân dân tỉnh", "tặng Cờ thi đua", "Chủ tịch", "Sở Nội vụ; Sở Tài chính", 3, 20);

    [Fact]
    public async Task A_document_is_said_with_what_is_known_and_what_is_not_is_named()
    {
        var file = (await WriteAsync(Profile, [new("Quyết định năm 2026", [Decision])])).Root!.Element("File")!;
        var document = file.Element("Document")!;

        Assert.Equal(
            [("OrganId", "H05.01.01"), ("FileCatalog", "2026"), ("FileNotation", "TDKT-001")], file.Element("FileCode")!.Elements().Select(one => (one.Name.LocalName, one.Value)));
        Assert.Equal(
            [
                ("DocOrdinal", "001"), ("TypeName", "Quyết định"), ("CodeNumber", "86"), ("CodeNotation", "2025/QĐ-UBND"), ("IssuedDate", "2025-12-03"), ("OrganName", "Ủy ban nhân dân tỉnh"),
                ("Subject", "tặng Cờ thi đua"), ("Language", "Tiếng Việt"), ("PageAmount", "3"), ("SignerInfo", "Chủ tịch"), ("To", "Sở Nội vụ; Sở Tài chính"), ("IssuedAmount", "20"),
                ("Path", "quyet-dinh/qd-1.json"), ("Missing", "Priority DueDate"),
            ],
            document.Elements().Select(one => (one.Name.LocalName, one.Value)));
    }

    [Theory]
    [InlineData("15/QĐ-UBND", "15", "QĐ-UBND")]
    [InlineData("0125/KH-UBND", "0125", "KH-UBND")]
    [InlineData("34-CT/TW", "34-CT", "TW")]
    [InlineData("không số", null, "không số")]
    [InlineData(null, null, null)]
    public void A_number_is_parted_at_its_first_slash(string? number, string? code, string? notation)
    {
        var document = Decision with { Number = number };

        Assert.Equal((code, notation), (document.CodeNumber, document.CodeNotation));
    }

    [Fact]
    public async Task What_is_longer_than_the_annex_allows_is_left_out_and_named_and_never_cut()
    {
        var document = (await WriteAsync(Profile, [new("x", [Decision with { Subject = new string('x', 501), OrganName = new string('y', 200), WhyNot = new("Tệp chưa quét xong.", "Not scanned."), Place = null }])]))
            .Root!.Element("File")!.Element("Document")!;

        Assert.Null(document.Element("Subject"));
        Assert.Equal(200, document.Element("OrganName")!.Value.Length);
        Assert.Equal("Subject Priority DueDate", document.Element("Missing")!.Value);
        Assert.Equal("Tệp chưa quét xong.", document.Element("NotIncluded")!.Value);
        Assert.Null(document.Element("Path"));
    }

    [Fact]
    public async Task A_file_has_at_most_999_documents_and_the_rest_goes_into_the_next_one()
    {
        var root = (await WriteAsync(null, [new("Khối 1", [.. Enumerable.Repeat(Decision, 1000)]), new("Khối 2", [Decision])])).Root!;

        Assert.Equal([("Khối 1", 999, "999"), ("Khối 1", 1, "001"), ("Khối 2", 1, "001")], root.Elements("File").Select(file => (
            file.Element("Title")!.Value, file.Elements("Document").Count(), file.Elements("Document").Last().Element("DocOrdinal")!.Value)));
        Assert.Equal("OrganId FileNotation", root.Element("File")!.Element("FileCode")!.Element("Missing")!.Value); // nobody has put down who hands over
    }

    private static async Task<XDocument> WriteAsync(ArchiveProfile? profile, IReadOnlyList<ArchivedFile> files)
    {
        using var stream = new MemoryStream();
        await ArchiveIndex.WriteAsync(stream, 2026, new(2027, 2, 1), profile, files);
        stream.Position = 0;
        return XDocument.Load(stream);
    }
}

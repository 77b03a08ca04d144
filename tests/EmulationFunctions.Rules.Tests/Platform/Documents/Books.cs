using System.IO.Compression;
using System.Text;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>
/// A workbook written by hand, as programs write them that are not Excel: every part can be left out, renamed or replaced. Without
/// changes it has one sheet, <c>Bảng</c>, with the text of its only shared string in A1 and 8.5 in B1.
/// </summary>
internal sealed class Books
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] =
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + string.Concat(new[] { ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"), ("styles", "styles") }.Select(part =>
                $"<Override PartName=\"/xl/{part.Item1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{part.Item2}+xml\"/>"))
            + "</Types>",
        ["_rels/.rels"] = $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><sheets><sheet name=\"Bảng\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] =
            $"<Relationships xmlns=\"{Package}/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + $"<Relationship Id=\"rId3\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/>"
            + "</Relationships>",
        ["xl/worksheets/sheet1.xml"] = Sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>8.5</v></c></row>"),
        ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\"><si><t>Điểm</t></si></sst>",
        ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"3\"><xf/><xf numFmtId=\"16\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
    };

    public static Books New => new();

    /// <param name="rows">What is in <c>sheetData</c>.</param>
    /// <param name="below">What follows it.</param>
    public Books WithRows(string rows, string below = "") => With("xl/worksheets/sheet1.xml", Sheet(rows, below));

    public Books With(string part, string? text)
    {
        _parts.Remove(part);
        if (text is not null)
        {
            _parts.Add(part, text);
        }

        return this;
    }

    public Books Changed(string part, string old, string text)
    {
        Assert.Contains(old, _parts[part], StringComparison.Ordinal);
        return With(part, _parts[part].Replace(old, text, StringComparison.Ordinal));
    }

    public Books Renamed(Func<string, string> rename)
    {
        var parts = _parts.ToList();
        _parts.Clear();
        parts.ForEach(part => _parts.Add(rename(part.Key), part.Value));
        return this;
    }

    public byte[] Pack()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in _parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static string Sheet(string rows, string below = "") => $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{below}</worksheet>";
}

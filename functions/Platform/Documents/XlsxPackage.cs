using System.Xml;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// Opens what somebody says is a workbook, and finds in it what values are read from: the list of sheets, the sheets, the texts and the looks. Nothing else
/// is looked at, so a part that nobody needs may be missing, misnamed or broken.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];

    private readonly ZipPackage _package;
    private readonly List<PartRelation> _relations;

    private XlsxPackage(ZipPackage package, string book, List<PartRelation> relations) => (_package, Book, _relations) = (package, book, relations);

    /// <summary>The part that lists the sheets.</summary>
    public string Book { get; }

    /// <exception cref="Refusal">400: what is wrong with the file as a whole.</exception>
    public static XlsxPackage Open(byte[] file, long mostUnpacked)
    {
        DemandZip(file);
        var package = ZipPackage.Open(new MemoryStream(file, writable: false), mostUnpacked).Package ?? throw Bad(new(
            "Tệp bị hỏng hoặc bị cắt cụt, không đọc được như tệp XLSX. Hãy lưu và gửi lại.", "The file is damaged or cut short and cannot be read as XLSX. Save it and send it again."));
        try
        {
            return Find(package);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            package.Dispose();
            throw Damaged("_rels");
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The sheets with cells in the order of their tabs, each with the part that holds it; null when the file does not say which, or has none of that name.</summary>
    public IEnumerable<(string Name, string? Part)> Sheets(Action<bool> daysFrom1904)
    {
        using var xml = Part(Book, "workbook");
        var sheets = new List<(string, string?)>();
        while (xml.Next())
        {
            if (xml is { Depth: 1, NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                daysFrom1904(xml.GetAttribute("date1904") is "1" or "true" or "on");
            }
            else if (xml is { Depth: 2, NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                if (sheets.Count == XlsxLimits.MostSheets)
                {
                    throw Bad(new($"Bảng tính có hơn {XlsxLimits.MostSheets} trang.", $"The workbook has more than {XlsxLimits.MostSheets} sheets."));
                }

                var relation = _relations.Find(relation => relation.Id.Length > 0 && relation.Id == Id(xml));
                // A chart or a dialogue has a tab, too, and no cells.
                if (relation?.Is("chartsheet") != true && relation?.Is("dialogsheet") != true)
                {
                    sheets.Add((XlsxTexts.Read(xml.GetAttribute("name") ?? ""), relation is not null && _package.Parts.ContainsKey(relation.Part) ? relation.Part : null));
                }
            }
        }

        return sheets.Count > 0 ? sheets : throw Bad(new("Bảng tính không có trang nào.", "The workbook has no sheet."));
    }

    /// <summary>Of the texts (<c>sharedStrings</c>) or the looks (<c>styles</c>); null when the workbook has none.</summary>
    public XmlReader? Shared(string kind, string root) =>
        _relations.Find(relation => relation.Is(kind) && _package.Parts.ContainsKey(relation.Part)) is { } relation ? Part(relation.Part, root) : null;

    /// <summary>A part, read up to its first element.</summary>
    public XmlReader Part(string name, string root)
    {
        var xml = _package.OpenXml(name)!;
        while (xml.Next() && xml.NodeType != XmlNodeType.Element)
        {
            // What stands above it says nothing.
        }

        if (xml.LocalName == root && Namespaces.Contains(xml.NamespaceURI))
        {
            return xml;
        }

        xml.Dispose();
        throw Bad(name == Book
            ? new($"Tệp này không phải là bảng tính XLSX (phần chính là {name}).", $"This file is not an XLSX workbook (its main part is {name}).")
            : new($"Phần {name} của bảng tính không có nội dung đúng loại ({root}).", $"The part {name} of the workbook is not of the kind that it should be ({root})."));
    }

    public void Dispose() => _package.Dispose();

    public static Refusal Bad(Words words) => Refusal.BadInput("$", words);

    public static Refusal Damaged(string part) => Bad(new(
        $"Phần {part} của bảng tính bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi gửi.", $"The part {part} of the workbook is damaged and cannot be read. Open it in Excel, save it and send it again."));

    public static Refusal TooLarge() => Bad(new(
        "Nội dung bảng tính sau khi giải nén quá lớn.", "What the workbook holds is too large once it is unpacked."));

    private static string? Id(XmlReader sheet) =>
        sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static void DemandZip(ReadOnlySpan<byte> file)
    {
        // A compound file: what is encrypted, and what was saved by Excel before 2007.
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw Bad(file.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new("Bảng tính được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "The workbook is protected by a password. Remove it and send the file again.")
                : new("Đây là bảng tính kiểu cũ (.xls). Hãy lưu lại thành .xlsx.", "This is a workbook of the old kind (.xls). Save it as .xlsx."));
        }

        if (!file.StartsWith("PK"u8))
        {
            throw Bad(new("Tệp này không phải là bảng tính XLSX.", "This file is not an XLSX workbook."));
        }
    }

    private static XlsxPackage Find(ZipPackage package)
    {
        if (package.Parts.Values.Any(part => part.IsEncrypted))
        {
            throw Bad(new("Tệp được nén với mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "The file is packed with a password. Remove it and send the file again."));
        }

        if (package.Parts.ContainsKey("mimetype"))
        {
            throw Bad(new("Đây là bảng tính OpenDocument (.ods). Hãy lưu lại thành .xlsx.", "This is an OpenDocument file (.ods). Save it as .xlsx."));
        }

        var book = package.RelationsOf("").Find(relation => relation.Is("officeDocument"))?.Part;
        if (book is null || !package.Parts.ContainsKey(book))
        {
            throw Bad(book is null
                ? new("Tệp này là một tệp nén, không phải là bảng tính XLSX.", "This file is an archive, not an XLSX workbook.")
                : new($"Trong tệp không có phần {book}, nơi liệt kê các trang.", $"The part {book}, which lists the sheets, is not in the file."));
        }

        if (book.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw Bad(new("Đây là bảng tính nhị phân (.xlsb). Hãy lưu lại thành .xlsx.", "This is a binary workbook (.xlsb). Save it as .xlsx."));
        }

        var relations = package.RelationsOf(book);
        var type = PartTypes.Read(package)?.Of(book) ?? "";
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || relations.Exists(relation => relation.Is("vbaProject") || relation.Type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase))
            || package.Parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw Bad(new("Bảng tính có chứa macro nên không được nhận. Hãy lưu lại thành .xlsx không có macro.", "The workbook holds macros, so it is not taken. Save it as .xlsx without macros."));
        }

        return new(package, book, relations);
    }
}

using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Tells documents, workbooks and plain archives apart. In an office file <c>_rels/.rels</c> names the main part, and
/// <c>[Content_Types].xml</c> says what that is; macros show in the list of parts.
/// </summary>
internal static class OfficePackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string Relations = "_rels/.rels";

    /// <summary>Far more than either part of a real file needs.</summary>
    private const int LongestPart = 512 * 1024;

    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The two spellings of the relation that names the main part: the usual and the strict one.</summary>
    private static readonly string[] MainPart =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    ];

    public static FileVerdict Inspect(Stream file)
    {
        var (directory, flaw) = ZipDirectory.Read(file);
        if (directory is null)
        {
            return flaw;
        }

        if (directory.Parts.Any(part => part.IsEncrypted))
        {
            return FileFlaw.Encrypted;
        }

        if (directory.Find(ContentTypes) is not { } contentTypes || directory.Find(Relations) is not { } relations)
        {
            return FileType.Zip;
        }

        try
        {
            return directory.Unpack(contentTypes, LongestPart) is { } types && directory.Unpack(relations, LongestPart) is { } links
                ? Decide(directory, PartTypes.Read(types), Targets(links))
                : FileFlaw.Damaged;
        }
        catch (XmlException)
        {
            return FileFlaw.Damaged;
        }
    }

    private static FileVerdict Decide(ZipDirectory directory, PartTypes types, List<string> targets)
    {
        if (types.All.Any(IsMacro) || directory.Parts.Any(part => part.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return FileFlaw.Macros;
        }

        if (targets is not [var target])
        {
            // Drawings, e-books and the like have no main part of an office kind.
            return targets.Count == 0 ? FileFlaw.OtherOffice : FileFlaw.Damaged;
        }

        var main = target.TrimStart('/');
        return directory.Find(main) is null
            ? FileFlaw.Damaged
            : types.Of(main) switch
            {
                Document => FileType.Docx,
                Workbook => FileType.Xlsx,
                _ => FileFlaw.OtherOffice,
            };
    }

    private static bool IsMacro(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);

    private static List<string> Targets(byte[] relations)
    {
        var targets = new List<string>();
        using var xml = Open(relations);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && MainPart.Contains(xml.GetAttribute("Type")))
            {
                targets.Add(xml.GetAttribute("Target") ?? "");
            }
        }

        return targets;
    }

    private static XmlReader Open(byte[] part) => XmlReader.Create(
        new MemoryStream(part),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart, IgnoreComments = true });

    /// <summary>What <c>[Content_Types].xml</c> says: of single parts, and else by the ending of the name.</summary>
    private sealed class PartTypes
    {
        private readonly Dictionary<string, string> _ofPart = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, string> _ofEnding = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> All => _ofPart.Values.Concat(_ofEnding.Values);

        public static PartTypes Read(byte[] contentTypes)
        {
            var types = new PartTypes();
            using var xml = Open(contentTypes);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
                {
                    if (xml.GetAttribute("PartName") is { } part)
                    {
                        types._ofPart[part.TrimStart('/')] = type;
                    }
                    else if (xml.GetAttribute("Extension") is { } ending)
                    {
                        types._ofEnding[ending] = type;
                    }
                }
            }

            return types;
        }

        public string? Of(string part) =>
            _ofPart.GetValueOrDefault(part) ?? _ofEnding.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]);
    }
}

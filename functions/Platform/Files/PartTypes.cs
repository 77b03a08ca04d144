using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>What <c>[Content_Types].xml</c> says: of single parts, and else by the ending of the name.</summary>
internal sealed class PartTypes
{
    private readonly Dictionary<string, string> _ofPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _ofEnding = new(StringComparer.OrdinalIgnoreCase);

    private PartTypes()
    {
    }

    public IEnumerable<string> All => _ofPart.Values.Concat(_ofEnding.Values);

    /// <summary>Null when the package does not say.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or longer than that of any file.</exception>
    public static PartTypes? Read(ZipPackage package)
    {
        using var xml = package.OpenXml("[Content_Types].xml");
        if (xml is null)
        {
            return null;
        }

        var types = new PartTypes();
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
            {
                types.Add(xml.GetAttribute("PartName"), xml.GetAttribute("Extension"), type);
            }
        }

        return types;
    }

    public string? Of(string part) => _ofPart.GetValueOrDefault(part) ?? _ofEnding.GetValueOrDefault(part[(part.LastIndexOf('.') + 1)..]);

    private void Add(string? part, string? ending, string type)
    {
        if (_ofPart.Count + _ofEnding.Count > ZipPackage.MostParts)
        {
            throw new InvalidDataException("There are too many types.");
        }

        if (part is not null)
        {
            _ofPart[ZipPackage.Resolve("", part)] = type;
        }
        else if (ending is not null)
        {
            _ofEnding[ending] = type;
        }
    }
}

using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>What a part, or the package itself, points to.</summary>
/// <param name="Id">By which the part names it.</param>
/// <param name="Type">An address that says what it is; the usual and the strict form end alike.</param>
/// <param name="Part">The name of the part, whether or not there is one; empty for what lies outside.</param>
/// <param name="Outside">The address of what lies outside, as it is written; else null.</param>
internal sealed record PartRelation(string Id, string Type, string Part, string? Outside = null)
{
    /// <summary>Whether its type ends in this word: <c>officeDocument</c>, <c>worksheet</c>, <c>vbaProject</c>.</summary>
    public bool Is(string kind) => Type.EndsWith($"/{kind}", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Read leniently: where a relation leads is only of interest to whoever follows it.</summary>
internal static class PartRelations
{
    /// <summary>Those of a part; of the package when the name is empty. None when the list is not there.</summary>
    /// <exception cref="XmlException">The list is no XML.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or longer than that of any file.</exception>
    public static List<PartRelation> RelationsOf(this ZipPackage package, string part)
    {
        var relations = new List<PartRelation>();
        var slash = part.LastIndexOf('/') + 1;
        using var xml = package.OpenXml($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (xml?.Next() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                continue;
            }

            if (relations.Count == ZipPackage.MostParts)
            {
                throw new InvalidDataException("There are too many relations.");
            }

            var isOutside = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var target = xml.GetAttribute("Target") ?? "";
            relations.Add(new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", isOutside ? "" : ZipPackage.Resolve(part, target), isOutside ? target : null));
        }

        return relations;
    }
}

using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace EmulationFunctions.Platform.Documents;

/// <summary>What a paper says of itself to the programs that list it: its title and language; neither people nor times.</summary>
internal static class DocxTitle
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";

    public static void Put(WordprocessingDocument document, PaperHead head)
    {
        var part = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdTitle");
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("cp", "coreProperties", Core);
        writer.WriteElementString("dc", "title", Dublin, DocxTexts.Clean($"{head.Kind} {head.Subject.Plain}").ReplaceLineEndings(" ").Trim());
        writer.WriteElementString("dc", "language", Dublin, "vi-VN");
        writer.WriteEndElement();
    }
}

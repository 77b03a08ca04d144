using System.Globalization;
using System.Xml;

namespace EmulationFunctions.Office.Archive;

/// <summary>
/// The list of what is in the archive's file, as XML with the element names of annex VI of Decree 30/2020/NĐ-CP. An element that is not known, or is longer than the annex allows, is left out and
/// named in <c>Missing</c>. Pure.
/// </summary>
internal static class ArchiveIndex
{
    /// <summary>The annex numbers the documents of a file with three digits; what is more goes into a further file.</summary>
    public const int MostOfFile = 999;

    public static async Task WriteAsync(Stream stream, int year, DateOnly made, ArchiveProfile? profile, IEnumerable<ArchivedFile> files)
    {
        await using var xml = XmlWriter.Create(stream, new() { Async = true, Indent = true, CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "Archive", null);
        await xml.WriteAttributeStringAsync(null, "year", null, year.ToString("D4", CultureInfo.InvariantCulture));
        await xml.WriteAttributeStringAsync(null, "made", null, Day(made));
        foreach (var (index, (title, documents)) in files.SelectMany(Divided).Index())
        {
            await xml.WriteStartElementAsync(null, "File", null);
            await xml.WriteStartElementAsync(null, "FileCode", null);
            var missing = new List<string>();
            await WriteAsync(xml, "OrganId", profile?.OrganId, ArchiveProfile.LongestId, missing);
            await WriteAsync(xml, "FileCatalog", year.ToString("D4", CultureInfo.InvariantCulture), 4, missing);
            await WriteAsync(xml, "FileNotation", profile is null ? null : string.Create(CultureInfo.InvariantCulture, $"{profile.FilePrefix}{index + 1:D3}"), 20, missing);
            await WriteMissingAsync(xml, missing);
            await xml.WriteEndElementAsync();
            await xml.WriteElementStringAsync(null, "Title", null, title);
            foreach (var (ordinal, document) in documents.Index())
            {
                await WriteAsync(xml, ordinal + 1, document);
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    private static IEnumerable<(string Title, IReadOnlyList<ArchivedDocument> Documents)> Divided(ArchivedFile file) =>
        file.Documents.Chunk(MostOfFile).Select(part => (file.Title, (IReadOnlyList<ArchivedDocument>)part));

    private static async Task WriteAsync(XmlWriter xml, int ordinal, ArchivedDocument document)
    {
        await xml.WriteStartElementAsync(null, "Document", null);
        var missing = new List<string>();
        await WriteAsync(xml, "DocOrdinal", ordinal.ToString("D3", CultureInfo.InvariantCulture), 3, missing);
        await WriteAsync(xml, "TypeName", document.TypeName, 100, missing);
        await WriteAsync(xml, "CodeNumber", document.CodeNumber, 11, missing);
        await WriteAsync(xml, "CodeNotation", document.CodeNotation, 30, missing);
        await WriteAsync(xml, "IssuedDate", document.IssuedDate is { } day ? Day(day) : null, 10, missing);
        await WriteAsync(xml, "OrganName", document.OrganName, 200, missing);
        await WriteAsync(xml, "Subject", document.Subject, 500, missing);
        await WriteAsync(xml, "Language", ArchivedDocument.Language, int.MaxValue, missing);
        await WriteAsync(xml, "PageAmount", document.PageAmount?.ToString(CultureInfo.InvariantCulture), int.MaxValue, missing);
        await WriteAsync(xml, "SignerInfo", document.SignerInfo, int.MaxValue, missing);
        await WriteAsync(xml, "To", document.To, int.MaxValue, missing);
        await WriteAsync(xml, "Priority", null, int.MaxValue, missing);
        await WriteAsync(xml, "IssuedAmount", document.IssuedAmount?.ToString(CultureInfo.InvariantCulture), int.MaxValue, missing);
        await WriteAsync(xml, "DueDate", null, int.MaxValue, missing);
        if (document.Place is { } place)
        {
            await xml.WriteElementStringAsync(null, "Path", null, place);
        }

        if (document.WhyNot is { } whyNot)
        {
            await xml.WriteElementStringAsync(null, "NotIncluded", null, whyNot.Vi);
        }

        await WriteMissingAsync(xml, missing);
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteAsync(XmlWriter xml, string name, string? text, int longest, List<string> missing)
    {
        if (string.IsNullOrEmpty(text) || text.Length > longest)
        {
            missing.Add(name);
            return;
        }

        await xml.WriteElementStringAsync(null, name, null, text);
    }

    private static Task WriteMissingAsync(XmlWriter xml, List<string> missing) =>
        missing.Count == 0 ? Task.CompletedTask : xml.WriteElementStringAsync(null, "Missing", null, string.Join(' ', missing));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

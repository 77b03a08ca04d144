using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Tells documents, workbooks and plain archives apart. In an office file <c>_rels/.rels</c> names the main part, and
/// <c>[Content_Types].xml</c> says what that is and which parts hold macros.
/// </summary>
internal static partial class OfficePackage
{
    /// <summary>Lists of parts and relations, and the beginnings of foreign objects; of nothing else is more unpacked.</summary>
    private const long MostLookedAt = 64 * 1024 * 1024;

    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static FileVerdict Inspect(Stream file, FileLimits limits)
    {
        var (package, flaw) = ZipPackage.Open(file, MostLookedAt);
        if (package is null)
        {
            return flaw;
        }

        using (package)
        {
            if (package.Parts.Values.Any(part => part.IsEncrypted))
            {
                return FileFlaw.Encrypted;
            }

            try
            {
                return package.Parts.Values.Sum(part => (decimal)part.Length) > limits.Unpacked ? FileFlaw.HoldsTooMuch : Decide(package);
            }
            catch (Exception exception) when (exception is XmlException or InvalidDataException)
            {
                return FileFlaw.Damaged;
            }
            catch (UnpackedTooLargeException)
            {
                return FileFlaw.HoldsTooMuch;
            }
        }
    }

    private static FileVerdict Decide(ZipPackage package)
    {
        if (Elsewhere(package) is { } other)
        {
            return other;
        }

        var types = PartTypes.Read(package);
        if (package.Parts.Keys.Any(name => IsMacro(name, types?.Of(name) ?? "")))
        {
            return FileFlaw.Macros;
        }

        FileVerdict verdict = package.RelationsOf("").FindAll(relation => relation.Is("officeDocument")) switch
        {
            [var main] => !package.Parts.ContainsKey(main.Part) ? FileFlaw.Damaged : types is null ? KindByRoot(package, main.Part) : KindOf(types.Of(main.Part) ?? ""),
            // Drawings, e-books and the like have no main part of an office kind.
            [] => types is null || !package.Parts.ContainsKey("_rels/.rels") ? FileType.Zip : FileFlaw.OtherOffice,
            _ => FileFlaw.Damaged,
        };
        return verdict.Type is null or FileType.Zip ? verdict
            : package.Parts.Keys.Any(name => IsAttachment(package, name, types)) ? FileFlaw.Attachment
            : LoadsTemplate(package) ? FileFlaw.RemoteTemplate
            : verdict;
    }

    private static FileVerdict KindOf(string main) => main switch
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileType.Docx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileType.Xlsx,
        _ when main.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase) => FileFlaw.BinaryWorkbook,
        _ when main.Contains("presentationml", StringComparison.OrdinalIgnoreCase) => FileFlaw.Presentation,
        _ when main.Contains("template", StringComparison.OrdinalIgnoreCase) => FileFlaw.Template,
        _ => FileFlaw.OtherOffice,
    };

    /// <summary>Of a package that does not say what its parts are, as some programs leave it and office programs read it.</summary>
    private static FileVerdict KindByRoot(ZipPackage package, string main)
    {
        using var xml = package.OpenXml(main)!;
        while (xml.Next() && xml.NodeType != XmlNodeType.Element)
        {
            // What stands above it says nothing.
        }

        return xml.LocalName switch
        {
            "document" => FileType.Docx,
            "workbook" => FileType.Xlsx,
            _ => FileFlaw.OtherOffice,
        };
    }

    /// <summary>What a package of other office programs is.</summary>
    private static FileFlaw? Elsewhere(ZipPackage package)
    {
        if (package.Parts.Keys.Any(name => name.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase) || name.Equals("Index.zip", StringComparison.OrdinalIgnoreCase)))
        {
            return FileFlaw.AppleOffice;
        }

        using var stream = package.Open("mimetype");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[OpenDocument.Length + 20];
        var type = Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        return !type.StartsWith(OpenDocument, StringComparison.Ordinal) ? null
            : type[OpenDocument.Length..] switch
            {
                ['t', 'e', 'x', 't', ..] => FileFlaw.OpenText,
                ['s', 'p', 'r', 'e', 'a', 'd', ..] => FileFlaw.OpenSheet,
                ['p', 'r', 'e', 's', 'e', 'n', 't', ..] => FileFlaw.OpenPresentation,
                _ => FileFlaw.OpenOther,
            };
    }

    /// <summary>Every binary workbook says "macroEnabled", with macros or without.</summary>
    private static bool IsMacro(string name, string type) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase)
        || (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) && !type.Contains("sheet.binary.macroEnabled", StringComparison.OrdinalIgnoreCase));

    private static bool IsAttachment(ZipPackage package, string name, PartTypes? types)
    {
        if (!name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && types?.Of(name)?.EndsWith("oleObject", StringComparison.OrdinalIgnoreCase) != true)
        {
            return false;
        }

        using var part = package.Open(name)!;
        return CompoundFile.IsAttachment(part);
    }

    /// <summary>A template on the writer's own disk or of a bare name is not looked for elsewhere.</summary>
    private static bool LoadsTemplate(ZipPackage package) =>
        (from main in package.RelationsOf("")
         where main.Is("officeDocument")
         from settings in package.RelationsOf(main.Part)
         where settings.Is("settings")
         from template in package.RelationsOf(settings.Part)
         where template.Is("attachedTemplate") && template.Outside is { } address && !OwnDisk.IsMatch(address)
         select template).Any();

    [GeneratedRegex(@"^(file:[\\/]*)?[a-z]:([\\/]|%5c)|^[^:\\/%]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnDisk { get; }
}

using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>The kinds of file that can be evidence. Decided by what a file holds, never by its name.</summary>
[JsonConverter(typeof(CamelCaseEnum<FileType>))]
internal enum FileType
{
    Pdf,
    Docx,
    Xlsx,
    Jpeg,
    Png,

    /// <summary>Taken only where the setting <c>Evidence:AllowedTypes</c> names it.</summary>
    Zip,
}

internal static class FileTypes
{
    public static string MediaType(this FileType type) => type switch
    {
        FileType.Pdf => "application/pdf",
        FileType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileType.Jpeg => "image/jpeg",
        FileType.Png => "image/png",
        FileType.Zip => "application/zip",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The endings of names that suit the type; a name with none of them gets the first.</summary>
    public static IReadOnlyList<string> Endings(this FileType type) => type switch
    {
        FileType.Pdf => [".pdf"],
        FileType.Docx => [".docx"],
        FileType.Xlsx => [".xlsx"],
        FileType.Jpeg => [".jpg", ".jpeg"],
        FileType.Png => [".png"],
        FileType.Zip => [".zip"],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>As people name it: PDF, DOCX…</summary>
    public static string Title(this FileType type) => type == FileType.Jpeg ? "JPG" : type.ToString().ToUpperInvariant();
}

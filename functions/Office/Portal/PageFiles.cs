using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Office.Portal;

/// <summary>The files of the built page, in one folder: index.html for every place of the page, and what it loads, packed ahead (<c>.br</c>, <c>.gz</c>).</summary>
internal sealed partial class PageFiles(string folder) : IDisposable
{
    /// <summary>Best first.</summary>
    private static readonly (string Coding, string Extension)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly PhysicalFileProvider? _files = Directory.Exists(folder) ? new(folder) : null;

    /// <summary>Beside the program, where publishing puts them.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "portal");

    /// <param name="path">Below the page's address; empty for the page itself.</param>
    /// <param name="request">Says how the caller can unpack.</param>
    /// <returns>Null where there is no such file, or no page.</returns>
    public PageFile? Find(string path, HttpRequest request)
    {
        var name = HasExtension().IsMatch(path) ? path : "index.html";
        if (Stored(name) is not { } plain || !Types.TryGetContentType(name, out var type))
        {
            return null;
        }

        var packed = Packings.Select(packing => (packing.Coding, File: Stored(name + packing.Extension))).Where(packing => packing.File is not null).ToList();
        var taken = packed.Find(packing => Accepts(request, packing.Coding));
        return new(
            taken.File ?? plain,
            type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type,
            taken.File is null ? null : taken.Coding,
            packed.Count > 0,
            name == "index.html" ? PageCaching.Never : name.StartsWith("assets/", StringComparison.Ordinal) ? PageCaching.ForEver : PageCaching.Checked);
    }

    public static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);

    public bool IsBuilt => Stored("index.html") is not null;

    public void Dispose() => _files?.Dispose();

    /// <summary>Whatever stands in the path, nothing above the folder and nothing hidden is found.</summary>
    private string? Stored(string name) => _files?.GetFileInfo(name) is { Exists: true, IsDirectory: false, PhysicalPath: { } found } ? found : null;

    /// <summary>A code such as I.1 is no file.</summary>
    [GeneratedRegex(@"\.[A-Za-z][A-Za-z0-9]+$")]
    private static partial Regex HasExtension();
}

/// <param name="Path">Where it lies.</param>
/// <param name="Type">Its media type, unpacked.</param>
/// <param name="Coding">How it is packed; null where it is not.</param>
/// <param name="Varies">Whether others may get it packed in another way.</param>
internal sealed record PageFile(string Path, string Type, string? Coding, bool Varies, PageCaching Caching)
{
    /// <summary>As the framework makes one of a file on disk: of its size and its day.</summary>
    public EntityTagHeaderValue Tag(out DateTimeOffset changed)
    {
        var file = new FileInfo(Path);
        changed = file.LastWriteTimeUtc;
        return new($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
    }
}

/// <summary>How long browsers keep a file.</summary>
internal enum PageCaching
{
    /// <summary>The page itself: a new version is there at the next load, and nothing of it comes back with the back button.</summary>
    Never,

    /// <summary>Kept, and asked about each time.</summary>
    Checked,

    /// <summary>Its name has its hash: what is in it never changes.</summary>
    ForEver,
}

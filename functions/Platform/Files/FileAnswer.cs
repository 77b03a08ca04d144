using EmulationFunctions.Platform.Functions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Platform.Files;

/// <summary>A stored file as an answer: always to be saved, never to be shown by the browser; in parts where they are asked for.</summary>
internal static class FileAnswer
{
    /// <param name="http">The request that is answered.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="type">What it is.</param>
    /// <param name="sha256">Of its content; also its ETag.</param>
    /// <param name="content">Can be read from any place.</param>
    public static FileStreamHttpResult Of(HttpContext http, string name, FileType type, string sha256, Stream content)
    {
        var headers = http.Response.Headers;
        headers.ContentDisposition = FileName.Disposition(name);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, type.MediaType(), entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}

/// <summary>The answer is a file of any kind that can be taken in.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GivesStoredFileAttribute() : GivesFileAttribute([.. Enum.GetValues<FileType>().Select(type => type.MediaType())]);

using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace EmulationFunctions.Platform.Functions;

/// <summary>The headers of answers: described once, and named by every answer that carries them.</summary>
internal static class DescriptionHeaders
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [HeaderNames.AcceptEncoding] = "identity: bodies are taken as they are, not packed.",
        [HeaderNames.AcceptRanges] = "bytes: parts can be asked for.",
        [HeaderNames.ContentDisposition] = "attachment, with the file's name.",
        [HeaderNames.ContentLanguage] = "vi, or en where Accept-Language prefers it.",
        [HeaderNames.ContentRange] = "Which bytes these are, of how many.",
        [HeaderNames.ETag] = "The version that was read; a change carries it in If-Match.",
        [HeaderNames.Location] = "The address of what was made.",
        ["Paper-Gaps"] = "What was not recorded and is marked in the paper: percent-encoded UTF-8, parted by commas.",
        [HeaderNames.RetryAfter] = "After how many seconds to try again.",
        [HeaderNames.Vary] = "Accept-Language: the answer has sentences in it.",
        [HeaderNames.WWWAuthenticate] = "Bearer.",
    };

    public static Dictionary<string, IOpenApiHeader> Components() => Words.ToDictionary(
        header => header.Key,
        header => (IOpenApiHeader)new OpenApiHeader
        {
            Description = header.Value,
            Schema = new OpenApiSchema { Type = header.Key == HeaderNames.RetryAfter ? JsonSchemaType.Integer : JsonSchemaType.String },
        });

    /// <summary>Names the headers of every answer of an operation.</summary>
    public static void Describe(OpenApiResponses responses, IReadOnlyList<object> metadata, OpenApiDocument? document)
    {
        var own = metadata.OfType<GivesHeadersAttribute>().ToLookup(given => given.Status, given => given.Names);
        var (isFile, isInParts) = (metadata.OfType<GivesFileAttribute>().Any(), metadata.OfType<InPartsAttribute>().Any());
        foreach (var (text, response) in responses)
        {
            if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var status) && response is OpenApiResponse described)
            {
                var names = own[status].SelectMany(names => names).Concat(Of(status, isFile, isInParts)).ToHashSet(StringComparer.Ordinal);
                described.Headers = names.Count == 0
                    ? null
                    : names.Order(StringComparer.Ordinal).ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name, document));
            }
        }
    }

    /// <summary>What an answer has by its status.</summary>
    private static string[] Of(int status, bool isFile, bool isInParts) => status switch
    {
        StatusCodes.Status200OK when isInParts => [HeaderNames.AcceptRanges, HeaderNames.ContentDisposition, HeaderNames.ETag],
        StatusCodes.Status200OK when isFile => [HeaderNames.ContentDisposition],
        StatusCodes.Status201Created => [HeaderNames.Location],
        StatusCodes.Status206PartialContent => [HeaderNames.AcceptRanges, HeaderNames.ContentDisposition, HeaderNames.ContentRange, HeaderNames.ETag],
        StatusCodes.Status304NotModified => [HeaderNames.ContentDisposition, HeaderNames.ETag],
        StatusCodes.Status401Unauthorized => [HeaderNames.ContentLanguage, HeaderNames.WWWAuthenticate],
        StatusCodes.Status415UnsupportedMediaType => [HeaderNames.AcceptEncoding, HeaderNames.ContentLanguage],
        StatusCodes.Status416RangeNotSatisfiable => [HeaderNames.AcceptRanges, HeaderNames.ContentLanguage, HeaderNames.ContentRange],
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => [HeaderNames.ContentLanguage, HeaderNames.RetryAfter],
        >= 400 => [HeaderNames.ContentLanguage],
        _ => [],
    };
}

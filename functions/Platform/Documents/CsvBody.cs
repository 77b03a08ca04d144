using System.Reflection;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using Microsoft.AspNetCore.Http.Metadata;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A roster file that was sent as the body: <c>text/csv</c>, UTF-8 with or without a byte order mark.</summary>
internal sealed record CsvBody(string Text) : IBindableFromHttpContext<CsvBody>, IEndpointParameterMetadataProvider
{
    /// <summary>About ten times a province's roster.</summary>
    public const int MaximumBytes = 2 * 1024 * 1024;

    public const string MediaType = "text/csv";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata([MediaType], typeof(string)));

    public static async ValueTask<CsvBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!IsUtf8(context.Request, MediaType))
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new(
                "Hãy gửi tệp dạng text/csv, mã UTF-8.", "Send the file as text/csv in UTF-8."));
        }

        var file = await WholeBody.ReadAsync(context, MaximumBytes);
        ImportOptions.TakeSlot(context);
        return new(Decode(file));
    }

    /// <summary>Whether a body says that it is of one of these kinds and, if it says in which letters, in UTF-8.</summary>
    public static bool IsUtf8(HttpRequest request, params IReadOnlyList<string> mediaTypes) =>
        request.GetTypedHeaders().ContentType is { } type
        && mediaTypes.Any(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="Refusal">400: it is in other letters.</exception>
    public static string Decode(byte[] file)
    {
        try
        {
            // The byte order mark that spreadsheets put first is no part of the first column's name.
            return Strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Refusal.BadInput("$", new(
                "Tệp không phải mã UTF-8. Trong Excel hãy chọn Lưu dạng “CSV UTF-8”.", "The file is not in UTF-8. In Excel, save it as 'CSV UTF-8'."));
        }
    }
}

using EmulationFunctions.Common;
using Microsoft.AspNetCore.Http.Features;

namespace EmulationFunctions.Platform.Functions;

/// <summary>How bodies may come, whichever function takes them: looked at after rights, before they are read.</summary>
internal static class RequestContent
{
    /// <summary>The answer then says in Accept-Encoding what is taken (RFC 9110, 15.5.16).</summary>
    public const string UnsupportedEncoding = "unsupported-content-encoding";

    /// <summary>What is taken: the content as it is.</summary>
    public const string Plain = "identity";

    /// <exception cref="Refusal">415: it is packed, or a form with the content in one of its parts.</exception>
    public static void Prepare(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return;
        }

        // A header that names none says that nothing was done to the content.
        if (request.Headers.ContentEncoding.Any(coding => !string.IsNullOrWhiteSpace(coding) && !Plain.Equals(coding, StringComparison.OrdinalIgnoreCase)))
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, UnsupportedEncoding, new(
                $"Không nhận nội dung đã nén (Content-Encoding: {request.Headers.ContentEncoding}). Hãy gửi nội dung gốc, không nén.",
                $"Content that was packed (Content-Encoding: {request.Headers.ContentEncoding}) is not taken. Send it as it is."));
        }

        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new(
                "Không nhận biểu mẫu nhiều phần (multipart). Hãy gửi chính tệp hoặc dữ liệu làm toàn bộ nội dung của yêu cầu.",
                "A form of several parts (multipart) is not taken. Send the file or the data itself as the whole body of the request."));
        }

        if (request.ContentLength is null)
        {
            request.Body = new PacedBody(request.Body, request.HttpContext.RequestServices.GetRequiredService<BodyPace>());
        }
    }
}

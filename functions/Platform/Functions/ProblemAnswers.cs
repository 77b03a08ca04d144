using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Identity;
using EmulationFunctions.Common;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Functions;

/// <summary>The body of every answer that is an error (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Type">Stable; programs act on it.</param>
/// <param name="Title">What kind of error this is, in the reader's language.</param>
/// <param name="Status">The HTTP status again.</param>
/// <param name="Detail">What was wrong with this request, in the reader's language.</param>
/// <param name="Trace">To be quoted to the administrator; finds the log lines of this request.</param>
/// <param name="Faults">Every fault of what was sent.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Trace,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemFault>? Faults);

/// <param name="Path">A JSON path such as <c>$.scores[3].points</c>, or the name of a route or query value.</param>
/// <param name="Detail">What is wrong there, in the reader's language.</param>
internal sealed record ProblemFault(string Path, string Detail);

/// <summary>Turns what was thrown, and every empty error answer, into a problem document. The only place that does.</summary>
internal sealed partial class ProblemAnswers(ILogger<ProblemAnswers> logger)
{
    /// <summary>When it is worth asking again where storage, or time, has failed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <param name="context">Whose answer it is.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isOutOfTime">Whether the request has used up its time (<see cref="RequestLimits"/>), so that whatever was thrown came of that.</param>
    public async Task WriteAsync(HttpContext context, Exception exception, bool isOutOfTime)
    {
        context.Response.Clear();
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        // The worker wraps what a function throws; of attempts at storage there are always several.
        var thrown = exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
        await WriteAsync(context, context.Features.Get<UnsoundBody>()?.Refuse(thrown) ?? Of(context, thrown, isOutOfTime));
    }

    private Refusal Of(HttpContext context, Exception exception, bool isOutOfTime) => exception switch
    {
        Refusal refusal => refusal,
        _ when isOutOfTime => OutOfTime(),
        BadHttpRequestException bad => Of(bad),
        // Only a continuation comes from outside as it is.
        RequestFailedException { Status: StatusCodes.Status400BadRequest } when context.Request.Query.ContainsKey("continuation") => Page.BadContinuation(),
        RequestFailedException failed => Of(failed),
        AggregateException { InnerException: { } inner } unreachable when inner is IOException || IsSilence(inner) => Unreachable(unreachable),
        _ when IsSilence(exception) => Unreachable(exception),
        _ => Unexpected(exception),
    };

    /// <summary>For answers that carry an error status and nothing else; what a file's answer has said of the file does not hold for its problem.</summary>
    public static Task WriteWhereEmptyAsync(HttpContext context)
    {
        if (context.Response is not { HasStarted: false, StatusCode: >= 400 } response)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = null;
        response.Headers.ContentDisposition = default;
        response.Headers.ETag = default;
        return WriteAsync(context, OfStatus(response.StatusCode));
    }

    private static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var language = context.Language();
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers.ContentLanguage = language == Language.English ? "en" : "vi";
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (refusal.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Type == RequestContent.UnsupportedEncoding)
        {
            context.Response.Headers.AcceptEncoding = RequestContent.Plain;
        }

        var problem = new Problem(
            $"urn:emulation-functions:{refusal.Type}",
            Title(refusal.Status).In(language),
            refusal.Status,
            refusal.Words.In(language),
            context.TraceIdentifier,
            refusal.Faults.Count == 0 ? null : [.. refusal.Faults.Select(fault => new ProblemFault(fault.Path, fault.Words.In(language)))]);
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return context.Response.WriteAsJsonAsync(problem, options.GetTypeInfo(typeof(Problem)), "application/problem+json", context.RequestAborted);
    }

    private static Refusal Of(BadHttpRequestException bad) => bad.StatusCode is StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge
        ? OfStatus(bad.StatusCode)
        : new(bad.StatusCode, "bad-request", new("Yêu cầu không đọc được hoặc bị cắt giữa chừng.", "The request could not be read or was cut short."));

    private Refusal Of(RequestFailedException failed)
    {
        StorageFailed(failed.Status, failed.ErrorCode, failed);
        return OfStatus(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>
    /// What comes of storage, or of the directory that lets the program in, when nobody answers: after several attempts together, after the
    /// last or only one alone. The caller has not left, so nobody else has cancelled anything.
    /// </summary>
    private static bool IsSilence(Exception exception) =>
        exception is RequestFailedException or HttpIOException or OperationCanceledException or TimeoutException or AuthenticationFailedException;

    private Refusal Unreachable(Exception unreachable)
    {
        StorageFailed(0, "unreachable", unreachable);
        return OfStatus(StatusCodes.Status503ServiceUnavailable);
    }

    private Refusal OutOfTime()
    {
        OutOfTimeReached();
        return new(StatusCodes.Status503ServiceUnavailable, "out-of-time", new(
            "Yêu cầu kéo dài quá lâu nên đã được dừng lại. Hãy xem lại dữ liệu rồi gửi lại sau ít phút.",
            "The request took too long and was ended. Look at what is there, and send it again in a few minutes."))
        {
            RetryAfter = Pause,
        };
    }

    private Refusal Unexpected(Exception exception)
    {
        RequestFailed(exception);
        return OfStatus(StatusCodes.Status500InternalServerError);
    }

    private static Refusal OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Refusal.NotSignedIn(),
        StatusCodes.Status403Forbidden => Refusal.Forbidden(),
        StatusCodes.Status404NotFound => new(status, "no-such-address", new(
            "Không có địa chỉ này.", "There is nothing at this address.")),
        StatusCodes.Status405MethodNotAllowed => new(status, "method-not-allowed", new(
            "Địa chỉ này không nhận kiểu yêu cầu như vậy.", "This address does not take that kind of request.")),
        StatusCodes.Status408RequestTimeout => new(status, "too-slow", new(
            "Dữ liệu đến quá chậm nên đã ngừng nhận; chưa có gì được lưu. Hãy gửi lại khi đường truyền tốt hơn.",
            "The content came too slowly and was not waited for; nothing was saved. Send it again over a better line.")),
        StatusCodes.Status412PreconditionFailed => new(status, "changed-meanwhile", new(
            "Dữ liệu đã được thay đổi sau khi bạn đọc.", "It was changed after you read it.")),
        StatusCodes.Status416RangeNotSatisfiable => new(status, "no-such-range", new(
            "Tệp không có phần được yêu cầu.", "The file has no such range.")),
        StatusCodes.Status413PayloadTooLarge => new(status, "too-large", new(
            "Dữ liệu gửi lên quá lớn.", "What was sent is too large.")),
        StatusCodes.Status415UnsupportedMediaType => new(status, "unsupported-media-type", new(
            "Kiểu nội dung không được nhận; hãy gửi đúng Content-Type.", "That kind of content is not taken here; send the right Content-Type.")),
        StatusCodes.Status503ServiceUnavailable => new(status, "storage-unavailable", new(
            "Kho dữ liệu tạm thời không trả lời. Hãy thử lại sau ít phút.", "Storage does not answer for the moment. Try again in a few minutes."))
        {
            RetryAfter = Pause,
        },
        >= 500 => new(status, "unexpected", new(
            "Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, gửi mã theo dõi cho quản trị viên.", "Something unexpected went wrong. Try again; if it persists, send the trace to the administrator.")),
        _ => new(status, "bad-request", new("Yêu cầu không hợp lệ.", "The request is not valid.")),
    };

    private static Words Title(int status) => status switch
    {
        400 => new("Dữ liệu không hợp lệ", "Bad input"),
        401 => new("Chưa đăng nhập", "Not signed in"),
        403 => new("Không có quyền", "Forbidden"),
        404 => new("Không tìm thấy", "Not found"),
        408 => new("Quá chậm", "Too slow"),
        409 => new("Không thực hiện được", "Refused by a rule"),
        412 => new("Dữ liệu đã thay đổi", "Changed meanwhile"),
        413 => new("Quá lớn", "Too large"),
        415 => new("Sai kiểu nội dung", "Wrong kind of content"),
        416 => new("Không có phần này", "No such range"),
        422 => new("Không dùng lại được khóa", "Key already used"),
        428 => new("Thiếu If-Match", "If-Match is missing"),
        429 => new("Quá nhiều yêu cầu", "Too many requests"),
        503 => new("Tạm thời gián đoạn", "Temporarily unavailable"),
        >= 500 => new("Lỗi hệ thống", "System error"),
        _ => new("Yêu cầu không hợp lệ", "Bad request"),
    };

    [LoggerMessage(LogLevel.Warning, "The request has used up its time and was ended.", EventName = "RequestOutOfTime")]
    private partial void OutOfTimeReached();

    [LoggerMessage(LogLevel.Error, "The request failed unexpectedly.", EventName = "RequestFailed")]
    private partial void RequestFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Storage answered {Status} {ErrorCode}.", EventName = "StorageFailed")]
    private partial void StorageFailed(int status, string? errorCode, Exception exception);
}

using System.Globalization;
using System.Reflection;
using EmulationFunctions.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// What the caller has read, from <c>If-Match</c>. The version of a thing is the number of the change that last wrote it, so
/// an <c>ETag</c> also finds the audit row of that change.
/// </summary>
internal sealed record IfMatch(IReadOnlyList<string> Tags) : IBindableFromHttpContext<IfMatch>, IEndpointParameterMetadataProvider
{
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakenValue("If-Match", InHeader: true, "The ETag that was read; needed to change something that exists."));
        builder.Metadata.Add(new AnswersAttribute(StatusCodes.Status400BadRequest, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired));
    }

    /// <exception cref="Refusal">400: what was sent is no ETag, or names no version.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var sent = context.Request.Headers.IfMatch;
        if (sent.Count == 0)
        {
            return ValueTask.FromResult<IfMatch?>(new([]));
        }

        if (!EntityTagHeaderValue.TryParseStrictList(sent, out var tags))
        {
            throw Refusal.BadInput(HeaderNames.IfMatch, new(
                "If-Match không phải là ETag; hãy gửi nguyên văn ETag đã đọc, kể cả dấu ngoặc kép.", "If-Match is not an ETag; send it with its quotes."));
        }

        // It would change what the caller has never seen.
        return tags.Contains(EntityTagHeaderValue.Any)
            ? throw Refusal.BadInput(HeaderNames.IfMatch, new(
                "Ở đây * là không đủ; hãy đọc dữ liệu rồi gửi ETag của nó.", "* is not enough here: read it first, and send its ETag."))
            : ValueTask.FromResult<IfMatch?>(new([.. tags.Select(tag => tag.Tag.Value!)]));
    }

    /// <summary>Refuses a change of something that exists unless the caller has read just this version of it.</summary>
    /// <exception cref="Refusal">428 without the header, 412 with another version.</exception>
    public void Demand(long version)
    {
        if (Tags.Count == 0)
        {
            throw new Refusal(StatusCodes.Status428PreconditionRequired, "if-match-missing", new(
                "Hãy đọc dữ liệu trước, rồi gửi kèm ETag của nó trong If-Match.", "Read it first, then send its ETag in If-Match."));
        }

        if (!Tags.Contains(EntityTag.Of(version)))
        {
            throw new Refusal(StatusCodes.Status412PreconditionFailed, "changed-meanwhile", new(
                "Dữ liệu đã được người khác thay đổi sau khi bạn đọc. Hãy đọc lại rồi làm lại.",
                "Somebody changed it after you read it. Read it again, then retry."));
        }
    }
}

internal static class EntityTag
{
    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>200 with the value and the <c>ETag</c> that a later change must carry.</summary>
    public static TaggedOk<T> Ok<T>(T value, long version) => new(value, version);
}

/// <summary>200 with an <c>ETag</c>.</summary>
internal sealed class TaggedOk<T>(T value, long version) : IResult, IEndpointMetadataProvider, IValueHttpResult<T>
{
    public T? Value => value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = EntityTag.Of(version);
        return TypedResults.Ok(value).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new GivesHeadersAttribute(StatusCodes.Status200OK, HeaderNames.ETag));
    }
}

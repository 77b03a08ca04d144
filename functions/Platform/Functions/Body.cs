using System.Reflection;
using System.Text.Json;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// A JSON body that has been read strictly. When it has structural faults (<see cref="JsonFaults"/>) the answer is 400 and names them all,
/// together with what the handler's rules find in the rest (<see cref="UnsoundBody"/>).
/// </summary>
internal sealed record Body<T>(T Value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Largest JSON body, in bytes. A sheet of 200 criteria with long explanations stays below half of it.</summary>
    public const int MaximumBytes = 1024 * 1024;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter) => await ReadAsync(context);

    /// <summary>The same for a function that must look at something else before it reads.</summary>
    public static async Task<Body<T>> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new(
                "Hãy gửi nội dung dạng application/json.", "Send the content as application/json."));
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        using var body = await WholeBody.BorrowAsync(context, MaximumBytes);
        using var document = Parse(body.Bytes);
        var typeInfo = options.GetTypeInfo(typeof(T));
        var faults = Find(document.RootElement, typeInfo);
        if (faults.Count > 0)
        {
            var (rest, isMeant) = faults.Count < JsonFaults.Maximum ? JsonRest.Read(document.RootElement, typeInfo) : default;
            if (rest is not T readable || !(isMeant || typeof(T).GetCustomAttribute<PartsReferAttribute>() is null))
            {
                throw Refusal.BadInput(faults);
            }

            Writing.Forbid();
            context.Features.Set(new UnsoundBody(faults));
            return new(readable);
        }

        var composed = JsonLetters.Composed(document.RootElement);
        var value = (T?)(composed is null ? document.RootElement.Deserialize(typeInfo) : JsonSerializer.Deserialize(composed, typeInfo));
        return new(value ?? throw Refusal.BadInput("$", new("Thiếu nội dung.", "The body is missing.")));
    }

    private static IReadOnlyList<Fault> Find(JsonElement body, System.Text.Json.Serialization.Metadata.JsonTypeInfo typeInfo)
    {
        try
        {
            return JsonFaults.Find(body, typeInfo);
        }
        catch (InvalidOperationException)
        {
            // A member's name with half a character in it cannot even be said.
            return [new("$", new("Tên trường có ký tự không hợp lệ.", "The name of a member has characters that are none."))];
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            // The mark that some tools put first is no part of the JSON.
            return JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body, new() { MaxDepth = 64 });
        }
        catch (JsonException exception)
        {
            if (NumberInText.WithComma(body.Span, exception) is { } number)
            {
                throw Refusal.BadInput("$", NumberInText.Write(number));
            }

            throw Refusal.BadInput("$", new(
                $"Nội dung không phải là JSON hợp lệ (dòng {exception.LineNumber + 1}, vị trí {exception.BytePositionInLine + 1}).",
                $"The content is not valid JSON (line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1})."));
        }
    }
}

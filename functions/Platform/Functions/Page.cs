using System.Reflection;
using EmulationFunctions.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace EmulationFunctions.Platform.Functions;

/// <summary>Which page of a list is asked for: <c>?continuation=…&amp;pageSize=…</c>.</summary>
/// <param name="Continuation">What the page before gave; null for the first.</param>
/// <param name="Size">At most how many items; 100 unless asked otherwise, never more than 1,000.</param>
internal sealed record Page(string? Continuation, int Size) : IBindableFromHttpContext<Page>, IEndpointParameterMetadataProvider
{
    public const int DefaultSize = 100;
    public const int LargestSize = 1000;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakenValue("continuation", InHeader: false, "What the page before gave; without it the first page is given."));
        builder.Metadata.Add(new TakenValue("pageSize", InHeader: false, $"How many items a page has at most; {DefaultSize} unless given.", From: 1, To: LargestSize));
        builder.Metadata.Add(new AnswersAttribute(StatusCodes.Status400BadRequest));
    }

    public static ValueTask<Page?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        var size = DefaultSize;
        if (query["pageSize"].FirstOrDefault() is { } text
            && !(int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out size) && size is >= 1 and <= LargestSize))
        {
            throw Refusal.BadInput("pageSize", new($"Phải là số từ 1 đến {LargestSize}.", $"Must be a number from 1 to {LargestSize}."));
        }

        var continuation = query["continuation"].FirstOrDefault();
        return ValueTask.FromResult<Page?>(new(string.IsNullOrEmpty(continuation) ? null : continuation, size));
    }

    /// <summary>What a list says when it does not know the continuation.</summary>
    public static Refusal BadContinuation() => Refusal.BadInput("continuation", new(
        "Không phải mã trang tiếp theo do hệ thống này cấp.", "Not a continuation that this system gave."));
}

using System.Reflection;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using Microsoft.AspNetCore.Http.Metadata;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A workbook that was sent as the body, read strictly (<see cref="XlsxReader"/>).</summary>
internal sealed record XlsxBody(ReadBook Book) : IBindableFromHttpContext<XlsxBody>, IEndpointParameterMetadataProvider
{
    /// <summary>Many times a scheme of two thousand lines.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesFileAttribute(XlsxWriter.MediaType));

    public static async ValueTask<XlsxBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(XlsxWriter.MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new(
                $"Hãy gửi tệp XLSX với kiểu nội dung {XlsxWriter.MediaType}.", $"Send an XLSX file as {XlsxWriter.MediaType}."));
        }

        var file = await WholeBody.ReadAsync(context, MaximumBytes);
        ImportOptions.TakeSlot(context);
        return new(XlsxReader.Read(file));
    }
}

using System.Reflection;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A table that was sent as the body, as CSV or as a workbook: which of them it is, its first bytes tell.</summary>
/// <param name="Text">Of a CSV file.</param>
/// <param name="Book">Of a workbook; null for CSV.</param>
internal sealed record TableBody(string Text, ReadBook? Book) : IBindableFromHttpContext<TableBody>, Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider
{
    /// <summary>As what browsers on machines with Excel send a CSV file.</summary>
    private const string Excel = "application/vnd.ms-excel";

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TakesFileAttribute(CsvBody.MediaType, XlsxWriter.MediaType));

    public static async ValueTask<TableBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!CsvBody.IsUtf8(context.Request, CsvBody.MediaType, XlsxWriter.MediaType, Excel))
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", new(
                $"Hãy gửi tệp CSV mã UTF-8 (text/csv) hoặc tệp XLSX ({XlsxWriter.MediaType}).", $"Send a CSV file in UTF-8 (text/csv) or an XLSX file ({XlsxWriter.MediaType})."));
        }

        var file = await WholeBody.ReadAsync(context, CsvBody.MaximumBytes);
        ImportOptions.TakeSlot(context);
        return XlsxReader.IsWorkbook(file) ? new("", XlsxReader.Read(file)) : new(CsvBody.Decode(file), null);
    }
}

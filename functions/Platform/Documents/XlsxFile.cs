using Microsoft.AspNetCore.Http.HttpResults;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A workbook as an answer: to be saved under a name, never to be shown by the browser.</summary>
internal static class XlsxFile
{
    /// <param name="name">Without ending.</param>
    public static FileContentHttpResult Of(string name, params IReadOnlyList<TableSheet> tables) =>
        TypedResults.File(XlsxWriter.Write(tables), XlsxWriter.MediaType, $"{name}.xlsx");
}

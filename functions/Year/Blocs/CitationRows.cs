using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Year.Blocs;

/// <summary>How papers that a unit cites lie in its sheet's partition: a row <c>paper|{id}</c> each.</summary>
internal static class CitationRows
{
    public static TableEntity Write(string partition, CitedPaper cited)
    {
        var row = new TableEntity(partition, SheetKeys.Paper(cited.Id))
        {
            ["Criterion"] = cited.Criterion,
            ["File"] = cited.File,
            ["Entry"] = cited.Entry is null ? null : RowText.Of(cited.Entry),
        };
        row.PutPaper(cited.Paper);
        return row;
    }

    public static CitedPaper Read(TableEntity row) => new(
        row.RowKey[SheetKeys.PaperPrefix.Length..],
        row.GetString("Criterion") ?? "",
        row.Paper(),
        row.GetString("File"),
        row.GetString("Entry") is { } entry ? RowText.Read<CitedEntry>(entry) : null);

    /// <summary>Those among the rows that were read, by id.</summary>
    public static IEnumerable<CitedPaper> Of(PartitionView view) => view.RowsOf(SheetKeys.PaperPrefix).Select(Read);
}

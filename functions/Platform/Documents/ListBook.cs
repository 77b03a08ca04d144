using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A list that was sent as a workbook: the sheet on which it stands, as the same records that a CSV file has.</summary>
internal static class ListBook
{
    /// <exception cref="Refusal">400: nothing is in it, or more than one sheet has something in it.</exception>
    public static ReadSheet Find(ReadBook book, ListColumns known)
    {
        List<ReadSheet> sheets = [.. book.Sheets.Where(sheet => sheet.Rows.Count > 0)];
        if (sheets.Count == 0)
        {
            throw Refusal.BadInput("$", new("Bảng tính không có dòng nào.", "The workbook has no rows."));
        }

        var list = sheets.MaxBy(sheet => sheet.Rows.Take(ReadTable.LastHeadingRow).Max(row => row.Cells.Values.Count(cell => known.IsHeading(cell.Text))))!;
        return sheets.Count == 1 ? list : throw Refusal.BadInput([.. sheets.Where(sheet => sheet != list).Select(sheet => new Fault(
            new CellPlace(sheet.Name, 1, 1).ToString(),
            new($"Danh sách được đọc từ trang “{list.Name}”; hãy bỏ trang này ra.", $"The list is read from the sheet “{list.Name}”; take this one out.")))]);
    }

    public static List<CsvRecord> Records(ReadSheet sheet) => [.. sheet.Rows.Select(row => new CsvRecord(
        row.Number,
        [.. Enumerable.Range(1, row.Cells.Keys.Max()).Select(column => row.Cells.TryGetValue(column, out var cell) ? cell.Text : "")],
        false)
    {
        Turned = row.Cells.Where(cell => cell.Value.IsTurned).Select(cell => cell.Key - 1).ToHashSet(),
    })];

    /// <summary>Of merged cells all but the first are empty, which would mean that they say nothing. In a title above the table they do no harm.</summary>
    public static List<LineFault> Faults(ReadSheet sheet, IReadOnlyList<CsvRecord> records, ListColumns known)
    {
        var heading = ListHeadings.Top(records, known).Line.Line;
        return [.. sheet.Merged.Where(merged => merged.Last.Row >= heading).Select(merged => new LineFault(
            merged.First.Row, null, new("Ở dòng này có ô bị gộp; hãy bỏ gộp ô.", "Cells of this row are merged; take the merger back.")))];
    }
}

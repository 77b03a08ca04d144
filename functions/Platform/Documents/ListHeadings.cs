using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>The line of headings of a list, above which a title may stand.</summary>
/// <param name="Index">Which of the records it is.</param>
/// <param name="Line">On which line it stands.</param>
/// <param name="Columns">By their places; null where a heading is blank.</param>
/// <param name="Names">As they are written in the file.</param>
/// <param name="AreSound">Whether the lines below can be read by them.</param>
internal sealed record ListHeadings(int Index, int Line, IReadOnlyList<ListColumn?> Columns, IReadOnlyList<string> Names, bool AreSound)
{
    /// <summary>The line near the top with the most headings that are known; without any, the first, whose faults then say what there may be.</summary>
    public static (int Index, CsvRecord Line) Top(IReadOnlyList<CsvRecord> records, ListColumns known) =>
        records.Take(ReadTable.LastHeadingRow).Index().MaxBy(record => record.Item.Cells.Count(known.IsHeading));

    public static ListHeadings Find(IReadOnlyList<CsvRecord> records, ListColumns known, List<LineFault> faults)
    {
        if (records.Count == 0)
        {
            faults.Add(new(1, null, new("Tệp không có dòng nào.", "The file has no lines.")));
            return new(0, 1, [], [], false);
        }

        var (index, head) = Top(records, known);
        var before = faults.Count;
        var columns = Read(head, known, faults);
        return new(index, head.Line, columns, [.. head.Cells.Select(Shown)], faults.Count == before);
    }

    /// <summary>A fault of a text: the line, and the column as the file calls it.</summary>
    public Fault Place(LineFault fault) => (fault with { Column = Of(fault.Column) is >= 0 and var column ? Names[column] : fault.Column }).ToFault();

    /// <summary>A fault of a workbook: its cell.</summary>
    public Fault Place(LineFault fault, string sheet) => new(new CellPlace(sheet, fault.Line, Math.Max(0, Of(fault.Column)) + 1).ToString(), fault.Words);

    private static List<ListColumn?> Read(CsvRecord head, ListColumns known, List<LineFault> faults)
    {
        var before = faults.Count;
        var columns = new List<ListColumn?>();
        if (head.Cells.Count > ListFile.MostColumns)
        {
            faults.Add(new(head.Line, null, new(
                $"Dòng tiêu đề có quá {ListFile.MostColumns} cột.", $"The line of column names has more than {ListFile.MostColumns} columns.")));
            return columns;
        }

        foreach (var name in head.Cells.Select(VietnameseNames.Compose))
        {
            var column = name.Length == 0 ? null : known.Find(name);
            if (name.Length > 0 && column is null)
            {
                faults.Add(new(head.Line, Shown(name), LostLetters.In(name, isName: true) ? LostLetters.Words : new(
                    $"Không có cột này; các cột là: {known.Titles}; hoặc {known.Names}.", $"There is no such column; the columns are: {known.Names}; or {known.Titles}.")));
            }
            else if (column is not null && columns.Contains(column))
            {
                faults.Add(new(head.Line, Shown(name), new("Cột này có hai lần.", "This column is there twice.")));
            }

            columns.Add(column);
        }

        if (faults.Count == before && known.Lacking([.. columns.Select(column => column?.Name)]) is { } lacking)
        {
            faults.Add(new(head.Line, null, lacking));
        }

        return columns;
    }

    /// <summary>Where a column stands; -1 where it does not.</summary>
    private int Of(string? column)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (column is not null && (Columns[index]?.Name ?? Names[index]) == column)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>What stood there, fit to be shown.</summary>
    private static string Shown(string name)
    {
        var shown = new string([.. name.Trim().Where(letter => !char.IsControl(letter))]);
        return shown.Length > 40 ? shown[..40] + "…" : shown;
    }
}

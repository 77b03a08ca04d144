using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>The line of headings of a roster, above which a title may stand.</summary>
/// <param name="Index">Which of the records it is.</param>
/// <param name="Line">On which line it stands.</param>
/// <param name="Columns">By their places; null where a heading is blank.</param>
/// <param name="Names">As they are written in the file.</param>
/// <param name="AreSound">Whether the lines below can be read by them.</param>
internal sealed record RosterHeadings(int Index, int Line, IReadOnlyList<RosterColumn?> Columns, IReadOnlyList<string> Names, bool AreSound)
{
    private static readonly string Known = string.Join(", ", RosterColumns.All.Where(column => column.Name.Length > 0).Select(column => column.Name));

    private static readonly string KnownTitles = string.Join(", ", RosterColumns.All.Where(column => column.Name.Length > 0).Select(column => column.Titles[0]));

    public static bool IsHeading(string cell) => Column(cell) is not null;

    /// <summary>The line near the top with the most headings that are known; without any, the first, whose faults then say what there may be.</summary>
    public static (int Index, CsvRecord Line) Top(IReadOnlyList<CsvRecord> records) => records.Take(ReadTable.LastHeadingRow).Index().MaxBy(record => record.Item.Cells.Count(IsHeading));

    public static RosterHeadings Find(IReadOnlyList<CsvRecord> records, List<LineFault> faults)
    {
        if (records.Count == 0)
        {
            faults.Add(new(1, null, new("Tệp không có dòng nào.", "The file has no lines.")));
            return new(0, 1, [], [], false);
        }

        var (index, head) = Top(records);
        var before = faults.Count;
        var columns = Read(head, faults);
        return new(index, head.Line, columns, [.. head.Cells.Select(Shown)], faults.Count == before);
    }

    /// <summary>A fault of a text: the line, and the column as the file calls it.</summary>
    public Fault Place(LineFault fault) => (fault with { Column = Of(fault.Column) is >= 0 and var column ? Names[column] : fault.Column }).ToFault();

    /// <summary>A fault of a workbook: its cell.</summary>
    public Fault Place(LineFault fault, string sheet) => new(new CellPlace(sheet, fault.Line, Math.Max(0, Of(fault.Column)) + 1).ToString(), fault.Words);

    private static RosterColumn? Column(string cell) => RosterColumns.All.FirstOrDefault(column => column.Is(cell));

    private static List<RosterColumn?> Read(CsvRecord head, List<LineFault> faults)
    {
        var before = faults.Count;
        var columns = new List<RosterColumn?>();
        if (head.Cells.Count > RosterFile.MostColumns)
        {
            faults.Add(new(head.Line, null, new(
                $"Dòng tiêu đề có quá {RosterFile.MostColumns} cột.", $"The line of column names has more than {RosterFile.MostColumns} columns.")));
            return columns;
        }

        foreach (var name in head.Cells.Select(VietnameseNames.Compose))
        {
            var column = name.Length == 0 ? null : Column(name);
            if (name.Length > 0 && column is null)
            {
                faults.Add(new(head.Line, Shown(name), LostLetters.In(name, isName: true) ? LostLetters.Words : new(
                    $"Không có cột này; các cột là: {KnownTitles}; hoặc {Known}.", $"There is no such column; the columns are: {Known}; or {KnownTitles}.")));
            }
            else if (column is not null && columns.Contains(column))
            {
                faults.Add(new(head.Line, Shown(name), new("Cột này có hai lần.", "This column is there twice.")));
            }

            columns.Add(column);
        }

        if (!columns.Exists(column => column?.Name is RosterColumns.Unit or RosterColumns.Bloc) && faults.Count == before)
        {
            faults.Add(new(head.Line, null, new(
                "Phải có một dòng tên cột, trong đó có Mã đơn vị (unit) hoặc Mã khối (bloc).", "There must be a line that names the columns, unit or bloc among them.")));
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

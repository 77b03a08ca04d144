using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>A line of a roster file: what its cells say, those that say nothing left out.</summary>
/// <param name="Number">The number of the line in the file.</param>
/// <param name="IsFaulty">Whether a cell of it could not be read, so that what it does not say means nothing.</param>
/// <param name="Values">By the name of the column.</param>
internal sealed record RosterLine(int Number, bool IsFaulty, IReadOnlyDictionary<string, object> Values)
{
    public string? Unit => Get<string>(RosterColumns.Unit);

    public string? Bloc => Get<string>(RosterColumns.Bloc);

    public DateOnly? From => Value<DateOnly>(RosterColumns.From);

    public DateOnly? Until => Value<DateOnly>(RosterColumns.Until);

    public string? Decision => Get<string>(RosterColumns.Decision);

    public IReadOnlyList<YearRole> Roles => Get<YearRole[]>(RosterColumns.RoleNames) ?? [];

    private T? Get<T>(string column)
        where T : class => Values.TryGetValue(column, out var value) ? (T)value : null;

    private T? Value<T>(string column)
        where T : struct => Values.TryGetValue(column, out var value) ? (T)value : null;
}

/// <summary>A roster file as it was read: the lines, and every fault that each line has by itself.</summary>
internal sealed record RosterFile(IReadOnlyList<RosterLine> Lines, IReadOnlyList<LineFault> Faults)
{
    public const int MostLines = 5_000;
    public const int MostColumns = 64;

    public static RosterFile Read(string text)
    {
        var faults = new List<LineFault>();
        if (CsvRecords.Read(text, faults) is not [var head, .. var records])
        {
            return new([], [new(1, null, new("Tệp không có dòng nào.", "The file has no lines."))]);
        }

        if (records.Count > MostLines)
        {
            return new([], [new(records[MostLines].Line, null, new($"Tệp có quá {MostLines} dòng.", $"The file has more than {MostLines} lines."))]);
        }

        var columns = ReadHead(head, faults);
        var lines = columns is null ? [] : records.Select(record => ReadLine(record, columns, faults)).ToList();
        if (columns is not null && records.Count == 0)
        {
            faults.Add(new(head.Line, null, new("Sau dòng tiêu đề không có dòng nào.", "Nothing follows the line of column names.")));
        }

        return new(lines, faults);
    }

    /// <returns>The columns in their order; null when the lines below cannot be read by them.</returns>
    private static List<RosterColumn?>? ReadHead(CsvRecord head, List<LineFault> faults)
    {
        var before = faults.Count;
        var columns = new List<RosterColumn?>();
        if (head.Cells.Count > MostColumns)
        {
            faults.Add(new(head.Line, null, new($"Dòng tiêu đề có quá {MostColumns} cột.", $"The line of column names has more than {MostColumns} columns.")));
            return null;
        }

        foreach (var cell in head.Cells)
        {
            var name = cell.Trim();
            var column = RosterColumns.All.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (name.Length > 0 && column is null)
            {
                faults.Add(new(head.Line, Shown(name), new(
                    $"Không có cột này; các cột là: {string.Join(", ", RosterColumns.All.Select(one => one.Name))}.",
                    $"There is no such column; the columns are: {string.Join(", ", RosterColumns.All.Select(one => one.Name))}.")));
            }
            else if (column is not null && columns.Contains(column))
            {
                faults.Add(new(head.Line, column.Name, new("Cột này có hai lần.", "This column is there twice.")));
            }

            columns.Add(column);
        }

        if (!columns.Exists(column => column?.Name is RosterColumns.Unit or RosterColumns.Bloc) && faults.Count == before)
        {
            faults.Add(new(head.Line, null, new(
                "Dòng đầu phải là tên cột, trong đó có unit hoặc bloc.", "The first line must name the columns, unit or bloc among them.")));
        }

        return faults.Count == before ? columns : null;
    }

    private static RosterLine ReadLine(CsvRecord record, List<RosterColumn?> columns, List<LineFault> faults)
    {
        if (record.IsTorn)
        {
            // The fault is told already; what its cells seem to say is not held against it.
            return ReadLine(record with { IsTorn = false }, columns, []) with { IsFaulty = true };
        }

        var before = faults.Count;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var index = 0; index < record.Cells.Count; index++)
        {
            var cell = VietnameseNames.Compose(record.Cells[index]);
            if (cell.Length == 0)
            {
                continue;
            }

            if (index >= columns.Count || columns[index] is not { } column)
            {
                faults.Add(new(record.Line, null, new(
                    $"Ô thứ {index + 1} không thuộc cột nào; ô có dấu phân cách phải đặt trong ngoặc kép.",
                    $"Cell {index + 1} is below no column; a cell that holds the separator must be quoted.")));
                break;
            }

            if (cell.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r')))
            {
                faults.Add(new(record.Line, column.Name, new("Có ký tự điều khiển không hiển thị được.", "Contains control characters that cannot be shown.")));
                continue;
            }

            var (value, fault) = column.Read(cell);
            if (fault is not null)
            {
                faults.Add(new(record.Line, column.Name, fault));
            }
            else
            {
                values.Add(column.Name, value!);
            }
        }

        if (faults.Count == before)
        {
            CheckWhole(new(record.Line, false, values), faults);
        }

        return new(record.Line, faults.Count > before, values);
    }

    /// <summary>What the cells of a line must have to do with each other.</summary>
    private static void CheckWhole(RosterLine line, List<LineFault> faults)
    {
        if (line.Unit is null && line.Bloc is null)
        {
            faults.Add(new(line.Number, RosterColumns.Unit, new("Dòng này không nêu đơn vị hay khối nào.", "This line names neither a unit nor a bloc.")));
            return;
        }

        foreach (var column in RosterColumns.All.Where(column => line.Values.ContainsKey(column.Name)))
        {
            if (column.Part == RosterPart.Membership ? line.Unit is null || line.Bloc is null : (column.Part == RosterPart.Unit ? line.Unit : line.Bloc) is null)
            {
                faults.Add(new(line.Number, column.Name, column.Part switch
                {
                    RosterPart.Unit => new("Cột này nói về đơn vị, nhưng cột unit để trống.", "This column tells of a unit, but the column unit is blank."),
                    RosterPart.Bloc => new("Cột này nói về khối, nhưng cột bloc để trống.", "This column tells of a bloc, but the column bloc is blank."),
                    _ => new("Cột này nói về một đơn vị trong khối: cần cả unit và bloc.", "This column tells of a unit in a bloc: both unit and bloc are needed."),
                }));
            }
        }

        if (line.Unit is not null && line.Bloc is not null && line.From is null)
        {
            faults.Add(new(line.Number, RosterColumns.From, new("Thiếu ngày đơn vị vào khối.", "The day on which the unit joined the bloc is missing.")));
        }

        if (line.Until < line.From)
        {
            faults.Add(new(line.Number, RosterColumns.Until, new("Ngày cuối không được trước ngày đầu.", "The last day must not be before the first.")));
        }
    }

    /// <summary>What stood in the first line, fit to be shown.</summary>
    private static string Shown(string name)
    {
        var shown = new string([.. name.Where(letter => !char.IsControl(letter))]);
        return shown.Length > 40 ? shown[..40] + "…" : shown;
    }
}

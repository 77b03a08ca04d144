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
/// <param name="Lines">A line that says the same as one before it is not among them.</param>
/// <param name="Faults">In the order in which they were found.</param>
/// <param name="Place">Where the file's reader finds a fault: its line and column, or its cell.</param>
internal sealed record RosterFile(IReadOnlyList<RosterLine> Lines, IReadOnlyList<LineFault> Faults, Func<LineFault, Fault> Place)
{
    public const int MostLines = 5_000;
    public const int MostColumns = 64;

    /// <exception cref="Refusal">400: what is wrong with a workbook as a whole.</exception>
    public static RosterFile Read(TableBody body) => body.Book is { } book ? Read(book) : Read(body.Text);

    public static RosterFile Read(string text)
    {
        var faults = new List<LineFault>();
        return Read(CsvRecords.Read(text, faults, RosterHeadings.IsHeading), faults, headings => headings.Place);
    }

    private static RosterFile Read(ReadBook book)
    {
        var sheet = RosterBook.Find(book);
        var records = RosterBook.Records(sheet);
        return Read(records, RosterBook.Faults(sheet, records), headings => fault => headings.Place(fault, sheet.Name));
    }

    private static RosterFile Read(List<CsvRecord> records, List<LineFault> faults, Func<RosterHeadings, Func<LineFault, Fault>> place)
    {
        var headings = RosterHeadings.Find(records, faults);
        List<CsvRecord> below = [.. records.Skip(headings.Index + 1)];
        if (below.Count > MostLines)
        {
            (faults, headings) = ([new(below[MostLines].Line, null, new($"Tệp có quá {MostLines} dòng.", $"The file has more than {MostLines} lines."))], headings with { AreSound = false });
        }
        else if (headings.AreSound && below.Count == 0)
        {
            faults.Add(new(headings.Line, null, new("Sau dòng tiêu đề không có dòng nào.", "Nothing follows the line of column names.")));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new(
            headings.AreSound ? [.. below.Where(record => seen.Add(string.Join('\0', record.Cells).TrimEnd('\0'))).Select(record => ReadLine(record, headings.Columns, faults))] : [],
            faults,
            place(headings));
    }

    private static RosterLine ReadLine(CsvRecord record, IReadOnlyList<RosterColumn?> columns, List<LineFault> faults)
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

            if (index < columns.Count && columns[index] is { Part: RosterPart.Nothing })
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

            var (value, fault) = Value(record, index, cell, column);
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

    private static (object? Value, Words? Fault) Value(CsvRecord record, int index, string cell, RosterColumn column) =>
        LostLetters.In(cell, column.IsName) ? (null, LostLetters.Words)
            : record.Turned.Contains(index) && !column.IsDay ? (null, CellWords.IsTurned)
            : column.Read(cell);

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
}

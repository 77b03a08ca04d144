using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A line of a list: what its cells say, those that say nothing left out.</summary>
/// <param name="Number">The number of the line in the file.</param>
/// <param name="IsFaulty">Whether a cell of it could not be read, so that what it does not say means nothing.</param>
/// <param name="Values">By the name of the column.</param>
internal sealed record ListLine(int Number, bool IsFaulty, IReadOnlyDictionary<string, object> Values);

/// <summary>A list that an office sent, as text or as a workbook: the lines, and every fault that each cell has by itself.</summary>
/// <param name="Lines">A line that says the same as one before it is not among them.</param>
/// <param name="Faults">In the order in which they were found.</param>
/// <param name="Place">Where the file's reader finds a fault: its line and column, or its cell.</param>
internal sealed record ListFile(IReadOnlyList<ListLine> Lines, IReadOnlyList<LineFault> Faults, Func<LineFault, Fault> Place)
{
    public const int MostLines = 5_000;
    public const int MostColumns = 64;

    /// <exception cref="Refusal">400: what is wrong with a workbook as a whole.</exception>
    public static ListFile Read(TableBody body, ListColumns known)
    {
        if (body.Book is not { } book)
        {
            var faults = new List<LineFault>();
            return Read(CsvRecords.Read(body.Text, faults, known.IsHeading), known, faults, headings => headings.Place);
        }

        var sheet = ListBook.Find(book, known);
        var records = ListBook.Records(sheet);
        return Read(records, known, ListBook.Faults(sheet, records, known), headings => fault => headings.Place(fault, sheet.Name));
    }

    private static ListFile Read(List<CsvRecord> records, ListColumns known, List<LineFault> faults, Func<ListHeadings, Func<LineFault, Fault>> place)
    {
        var headings = ListHeadings.Find(records, known, faults);
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

    private static ListLine ReadLine(CsvRecord record, IReadOnlyList<ListColumn?> columns, List<LineFault> faults)
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

            if (index < columns.Count && columns[index] == ListColumn.Number)
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

        return new(record.Line, faults.Count > before, values);
    }

    private static (object? Value, Words? Fault) Value(CsvRecord record, int index, string cell, ListColumn column) =>
        LostLetters.In(cell, column.IsName) ? (null, LostLetters.Words)
            : record.Turned.Contains(index) && !column.IsDay ? (null, CellWords.IsTurned)
            : column.Read(cell);
}

using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// A table on a sheet, found by its headings; their order does not matter, and lines may stand above them. What stands below it, a free
/// row apart and in merged cells only, closes the letter and is no part of the table. Whatever it lacks or has too much is a fault at its cell.
/// </summary>
internal sealed class ReadTable
{
    /// <summary>How far down the headings may stand.</summary>
    public const int LastHeadingRow = 20;

    private ReadTable(ReadSheet sheet, IReadOnlyDictionary<string, int> columns, int headingRow, int lastRow, List<Fault> faults)
    {
        Name = sheet.Name;
        Columns = columns;
        HeadingRow = headingRow;
        Rows = [.. sheet.Rows.Where(row => row.Number > headingRow && row.Number <= lastRow && row.Cells.Keys.Any(columns.Values.Contains)).Select(row => new ReadLine(this, row, faults))];
    }

    public string Name { get; }

    public int HeadingRow { get; }

    /// <summary>Where each heading stands.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; }

    /// <summary>The rows below the headings that are not empty.</summary>
    public IReadOnlyList<ReadLine> Rows { get; }

    /// <summary>Null, with faults, when the sheet has no such table.</summary>
    /// <param name="headings">All that there may be.</param>
    /// <param name="optional">Those that may be left out.</param>
    public static ReadTable? Find(ReadSheet sheet, IReadOnlyList<string> headings, List<Fault> faults, params IReadOnlyList<string> optional)
    {
        List<string> needed = [.. headings.Except(optional, StringComparer.Ordinal)];
        if (HeadingsOf(sheet, needed) is not { } heading)
        {
            faults.Add(
                new CellPlace(sheet.Name, 1, 1).ToString(),
                $"Không tìm thấy dòng tiêu đề cột: {string.Join(", ", needed)}.",
                $"There is no row of column headings: {string.Join(", ", needed)}.");
            return null;
        }

        var before = faults.Count;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (column, cell) in heading.Cells)
        {
            var place = new CellPlace(sheet.Name, heading.Number, column).ToString();
            if (headings.FirstOrDefault(name => VietnameseNames.Same(name, cell.Text)) is not { } known)
            {
                faults.Add(place, $"Không có cột nào tên là “{cell.Text}”.", $"There is no column of the name “{cell.Text}”.");
            }
            else if (!columns.TryAdd(known, column))
            {
                faults.Add(place, $"Cột “{known}” có hai lần.", $"The column “{known}” is there twice.");
            }
        }

        foreach (var missing in needed.Where(name => !columns.ContainsKey(name)))
        {
            faults.Add(new CellPlace(sheet.Name, heading.Number, 1).ToString(), $"Thiếu cột “{missing}”.", $"The column “{missing}” is missing.");
        }

        var last = LastRow(sheet, heading.Number);
        foreach (var merged in sheet.Merged.Where(merged => merged.Last.Row >= heading.Number && merged.First.Row <= last && columns.Values.Any(column => merged.First.Column <= column && column <= merged.Last.Column)))
        {
            faults.Add(merged.First.ToString(), "Các ô ở đây bị gộp; hãy bỏ gộp ô.", "Cells are merged here; take the merger back.");
        }

        return faults.Count == before ? new(sheet, columns, heading.Number, last, faults) : null;
    }

    private static int LastRow(ReadSheet sheet, int headingRow)
    {
        var merged = sheet.Merged.Where(one => one.First.Row == one.Last.Row && one.First.Column < one.Last.Column).Select(one => (one.First.Row, one.First.Column)).ToHashSet();
        var below = sheet.Rows.Reverse().TakeWhile(row => row.Number > headingRow && row.Cells.Keys.All(column => merged.Contains((row.Number, column)))).Count();
        return below > 0 && sheet.Rows[^below].Number > sheet.Rows[^(below + 1)].Number + 1 ? sheet.Rows[^(below + 1)].Number : CellPlace.LastRow;
    }

    /// <summary>The first row near the top in which most of the headings stand that it needs.</summary>
    private static ReadRow? HeadingsOf(ReadSheet sheet, IReadOnlyList<string> headings) => sheet.Rows
        .TakeWhile(row => row.Number <= LastHeadingRow)
        .FirstOrDefault(row => headings.Count(name => row.Cells.Values.Any(cell => VietnameseNames.Same(name, cell.Text))) * 2 > headings.Count);
}

/// <summary>A row of a table. What a cell should be is asked for by its heading; what it is not becomes a fault at the cell.</summary>
internal sealed class ReadLine(ReadTable table, ReadRow row, List<Fault> faults)
{
    /// <summary>Where the cell of a heading stands; of a column that was left out, the row's beginning.</summary>
    public CellPlace PlaceOf(string heading) => new(table.Name, row.Number, table.Columns.GetValueOrDefault(heading, 1));

    /// <summary>Null when the cell is empty.</summary>
    public ReadCell? Cell(string heading) =>
        table.Columns.TryGetValue(heading, out var column) && row.Cells.TryGetValue(column, out var cell) ? cell : null;

    /// <summary>A text; a number there becomes its digits, if it is a whole one.</summary>
    public string? Text(string heading)
    {
        if (Cell(heading) is not { } cell)
        {
            return null;
        }

        if (cell.IsTurned)
        {
            Fault(heading, CellWords.IsTurned.Vi, CellWords.IsTurned.En);
            return null;
        }

        return cell.Text;
    }

    public string? NeededText(string heading)
    {
        DemandFilled(heading);
        return Text(heading);
    }

    /// <summary>A number as it is, or as a text in which it was typed; never a day. A percentage becomes its hundredfold where it may be one.</summary>
    public decimal? Number(string heading, bool mayBePercent = false)
    {
        if (Cell(heading) is not { } cell)
        {
            return null;
        }

        var (number, why) = cell switch
        {
            { Number: { } day, Look: NumberLook.Date } => (null, CellWords.IsDay(day)),
            { Number: { } share, Look: NumberLook.Percent } => mayBePercent ? (share * 100, null) : (null, CellWords.IsPercent(share)),
            { Number: { } given } => (given, null),
            _ => (TypedNumber.Read(mayBePercent ? cell.Text.TrimEnd('%') : cell.Text, out var fault), fault),
        };
        if (why is not null)
        {
            Fault(heading, why.Vi, why.En);
        }

        return number;
    }

    public int? WholeNumber(string heading)
    {
        if (Number(heading) is not { } number)
        {
            return null;
        }

        if (decimal.Truncate(number) != number || decimal.Abs(number) > int.MaxValue)
        {
            var why = CellWords.Holds(number, new("Ở đây phải là số nguyên.", "This must be a whole number."));
            Fault(heading, why.Vi, why.En);
            return null;
        }

        return (int)number;
    }

    /// <summary>One of a closed set of words.</summary>
    public T? Choice<T>(string heading, ChoiceWords<T> words)
        where T : struct
    {
        if (Cell(heading) is not { } cell)
        {
            return null;
        }

        if (words.Find(cell.Text) is not { } found)
        {
            Fault(heading, $"Phải là một trong: {string.Join(", ", words.All)}.", $"Must be one of: {string.Join(", ", words.All)}.");
            return null;
        }

        return found;
    }

    public T? NeededChoice<T>(string heading, ChoiceWords<T> words)
        where T : struct
    {
        DemandFilled(heading);
        return Choice(heading, words);
    }

    public void Fault(string heading, string vietnamese, string english) => faults.Add(PlaceOf(heading).ToString(), vietnamese, english);

    /// <summary>A cell that says nothing where something is needed; one that says something wrong has its fault already.</summary>
    public void DemandFilled(string heading)
    {
        if (Cell(heading) is null)
        {
            Fault(heading, $"Thiếu “{heading}”.", $"“{heading}” is missing.");
        }
    }
}

/// <summary>The words that stand for values in a workbook.</summary>
internal sealed class ChoiceWords<T>(params (T Value, string Word)[] words)
    where T : struct
{
    public IReadOnlyList<string> All { get; } = [.. words.Select(word => word.Word)];

    public string this[T value] => words.First(word => word.Value.Equals(value)).Word;

    public T? Find(string text)
    {
        foreach (var (value, word) in words)
        {
            if (VietnameseNames.Same(word, text))
            {
                return value;
            }
        }

        return null;
    }
}

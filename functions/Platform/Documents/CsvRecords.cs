using System.Text;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A line of a table.</summary>
/// <param name="Line">The number of the line of the text on which it begins.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="IsTorn">Whether a stray quotation mark makes it doubtful where its cells end.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, bool IsTorn)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads comma- or semicolon-separated text (RFC 4180): quoted cells may hold separators, line breaks and doubled quotes; lines
/// end in LF or CRLF. Which separator it is, the first line tells.
/// </summary>
internal static class CsvRecords
{
    /// <returns>The records without the blank ones, as far as they could be told apart; a stray quote is a fault.</returns>
    public static List<CsvRecord> Read(string text, List<LineFault> faults)
    {
        var separator = Separator(text);
        var records = new List<CsvRecord>();
        var (line, start, before, cells) = (1, 1, faults.Count, new List<string>());
        var position = 0;
        while (position < text.Length)
        {
            var (cell, next, breaks) = ReadCell(text, position, separator, line, faults);
            cells.Add(cell);
            line += breaks;
            position = next;
            if (position < text.Length && text[position] == separator)
            {
                position++;
                if (position < text.Length)
                {
                    continue;
                }

                cells.Add("");
            }

            // The end of the record, or of everything.
            var record = new CsvRecord(start, cells, faults.Count > before);
            if (!record.IsBlank)
            {
                records.Add(record);
            }

            position += LineBreak(text, position);
            (start, before, cells) = (++line, faults.Count, []);
        }

        return records;
    }

    private static char Separator(string text)
    {
        var (commas, semicolons, quoted) = (0, 0, false);
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (!quoted && letter is '\n' or '\r')
            {
                break;
            }

            commas += !quoted && letter == ',' ? 1 : 0;
            semicolons += !quoted && letter == ';' ? 1 : 0;
        }

        return semicolons > commas ? ';' : ',';
    }

    private static (string Cell, int Next, int Breaks) ReadCell(string text, int position, char separator, int line, List<LineFault> faults)
    {
        if (text[position] != '"')
        {
            var end = position;
            while (end < text.Length && text[end] != separator && text[end] is not ('\r' or '\n'))
            {
                end++;
            }

            return (text[position..end], end, 0);
        }

        var cell = new StringBuilder();
        var breaks = 0;
        for (var index = position + 1; index < text.Length; index++)
        {
            if (text[index] != '"')
            {
                breaks += text[index] == '\n' || (text[index] == '\r' && !(index + 1 < text.Length && text[index + 1] == '\n')) ? 1 : 0;
                cell.Append(text[index]);
            }
            else if (index + 1 < text.Length && text[index + 1] == '"')
            {
                cell.Append('"');
                index++;
            }
            else
            {
                return (cell.ToString(), AfterQuote(text, index + 1, separator, line + breaks, faults), breaks);
            }
        }

        faults.Add(new(line, null, new("Dấu ngoặc kép mở ra mà không đóng lại.", "A quotation mark is opened and never closed.")));
        return (cell.ToString(), text.Length, breaks);
    }

    private static int AfterQuote(string text, int position, char separator, int line, List<LineFault> faults)
    {
        var end = position;
        while (end < text.Length && text[end] != separator && text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        if (!text.AsSpan(position, end - position).IsWhiteSpace())
        {
            faults.Add(new(line, null, new(
                "Sau dấu ngoặc kép đóng còn có chữ; dấu ngoặc kép trong ô phải viết hai lần.",
                "Text follows the closing quotation mark; one inside a cell is written twice.")));
        }

        return end;
    }

    private static int LineBreak(string text, int position) =>
        position >= text.Length ? 0 : text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
}

/// <summary>A fault of a line of a file, in a column or in the whole line.</summary>
internal sealed record LineFault(int Line, string? Column, Words Words)
{
    public Fault ToFault() => new(Column is null ? $"line {Line}" : $"line {Line}, column {Column}", Words);
}

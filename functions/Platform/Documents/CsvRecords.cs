using System.Text.RegularExpressions;
using CsvHelper;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A line of a table.</summary>
/// <param name="Line">The number of the line of the text on which it begins.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="IsTorn">Whether a stray quotation mark makes it doubtful where its cells end.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, bool IsTorn)
{
    /// <summary>Which cells, counted from 0, are not as they were typed: a spreadsheet has made a day, a percentage or a fraction of them.</summary>
    public IReadOnlySet<int> Turned { get; init; } = new HashSet<int>();

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads comma- or semicolon-separated text (RFC 4180): quoted cells may hold separators, line breaks and doubled quotes; lines
/// end in LF, CRLF or CR. Which separator it is, Excel's own first line <c>sep=;</c> tells, else the line of headings. Blanks around a cell do not count.
/// </summary>
internal static partial class CsvRecords
{
    private const string Separators = ",;\t";

    /// <summary>How far down headings may stand, as in a workbook.</summary>
    private const int LinesAtTop = 2 * ReadTable.LastHeadingRow;
    private const int LongestTop = 64 * 1024;

    private static readonly Words NeverClosed = new("Dấu ngoặc kép mở ra mà không đóng lại.", "A quotation mark is opened and never closed.");

    private static readonly Words TextFollows = new(
        "Sau dấu ngoặc kép đóng còn có chữ; dấu ngoặc kép trong ô phải viết hai lần.",
        "Text follows the closing quotation mark; one inside a cell is written twice.");

    /// <param name="text">All of it.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="isHeading">Which cells are headings, where the text may have lines above them.</param>
    /// <returns>The records without the blank ones, as far as they could be told apart; a stray quote is a fault of the record's first line.</returns>
    public static List<CsvRecord> Read(string text, List<LineFault> faults, Func<string, bool>? isHeading = null)
    {
        var torn = new HashSet<int>();
        var (separator, from) = Said(text);
        var above = from == 0 ? 0 : 1;
        separator = separator == default ? Separator(text, isHeading ?? (_ => false)) : separator;
        using var reader = CsvReader.Create(new StringReader(text[from..]), new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record =>
            {
                if (Why(record, separator) is { } why)
                {
                    torn.Add((int)record.LineNumber + above);
                    faults.Add(new((int)record.LineNumber + above, null, why));
                }
            },
        });
        var records = new List<CsvRecord>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber + above;
            var record = new CsvRecord(line, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], torn.Contains(line));
            if (!record.IsBlank)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private static Words? Why(CsvMalformedRecord record, char separator) => record.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => NeverClosed,
        CsvMalformedReason.TextAfterClosingQuote => TextFollows,
        CsvMalformedReason.StrayQuote => WhyBesidesStray(record.RawRecord, separator),
        _ => null,
    };

    /// <summary>A quotation mark in a cell without them is a letter like any other; but the library tells the first trouble of a record only, and a worse one may follow.</summary>
    private static Words? WhyBesidesStray(string record, char separator)
    {
        const string Open = """[ \t]*"(?:[^"]|"")*""";
        var cell = $"""(?:{Open}"[ \t]*|[ \t]*(?:[^ \t"{separator}\r\n][^{separator}\r\n]*)?)""";
        return Is(cell) ? null : Is(Open) ? NeverClosed : TextFollows;

        bool Is(string last) => Regex.IsMatch(record, $"^(?:{cell}{separator})*{last}\\z", RegexOptions.NonBacktracking);
    }

    /// <summary>The separator that Excel's own first line says, and where the text goes on behind it; nothing and 0 without such a line.</summary>
    private static (char Separator, int From) Said(string text)
    {
        if (SeparatorLine().Match(text) is not { Success: true } line)
        {
            return default;
        }

        return (line.Groups[1].ValueSpan[0], line.Length);
    }

    /// <summary>The one by which most headings are found in a line near the top; without any, the one of which the first line has more.</summary>
    private static char Separator(string text, Func<string, bool> isHeading)
    {
        var best = (Separator: First(text), Count: 0);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, LongestTop)).ToString().Split('\n', '\r').Take(LinesAtTop))
        {
            foreach (var separator in Separators)
            {
                var count = line.Split(separator).Count(cell => isHeading(cell.Trim(' ', '\t', '"')));
                best = count > best.Count ? (separator, count) : best;
            }
        }

        return best.Separator;
    }

    private static char First(string text)
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

    [GeneratedRegex("""\A"?sep=([,;|\t])"?[,;|\t]*[ \t]*(?:\r\n|\n|\r|\z)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}

/// <summary>A fault of a line of a file, in a column or in the whole line.</summary>
internal sealed record LineFault(int Line, string? Column, Words Words)
{
    public Fault ToFault() => new(Column is null ? $"line {Line}" : $"line {Line}, column {Column}", Words);
}

using System.Text;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// How high a wrapped text stands. Programs that open a workbook do not all find it out, and none does for merged cells. The widths of
/// letters are those of Times New Roman, rounded up: a line too many does no harm, one too few hides the last.
/// </summary>
internal static class XlsxTextSize
{
    /// <summary>Of a row, in points; a workbook bears no more.</summary>
    public const double HighestRow = 409;

    /// <summary>Of one column's width unit, in points: a digit of the default font, which is 7 pixels.</summary>
    private const double Unit = 5.25;

    /// <summary>What a cell keeps free at its sides, in points.</summary>
    private const double Sides = 4;

    /// <param name="width">Of the cell, in characters.</param>
    /// <param name="size">Of the letters, in points.</param>
    /// <returns>In points.</returns>
    public static double Height(string text, double width, double size, bool isStrong)
    {
        var room = (width * Unit - Sides) / (size * (isStrong ? 1.08 : 1));
        var lines = text.ReplaceLineEndings("\n").Split('\n').Sum(paragraph => Lines(paragraph, room));
        return Math.Min(HighestRow, Math.Ceiling(lines * size * 1.3) + 1);
    }

    /// <param name="room">In ems.</param>
    private static int Lines(string paragraph, double room)
    {
        var (lines, used) = (1, 0d);
        foreach (var word in paragraph.Split(' '))
        {
            var length = Width(word);
            if (used > 0 && used + length > room)
            {
                (lines, used) = (lines + 1, 0);
            }

            for (; length > room && length > 0.5; length -= room)
            {
                lines++;
            }

            used += length + 0.25;
        }

        return lines;
    }

    /// <summary>In ems; of bold letters it is a twelfth more.</summary>
    public static double Width(string word) => word.EnumerateRunes().Sum(Width);

    private static double Width(Rune letter) =>
        Rune.IsUpper(letter) || letter.Value is 'm' or 'w' or '…' or '%' or '–' ? letter.Value is '…' ? 1 : 0.78
        : letter.Value is 'i' or 'j' or 'l' or 't' or 'f' or '.' or ',' or ':' or ';' or '(' or ')' or '-' or '/' or '\'' ? 0.34
        : letter.Value < 0x2E80 ? 0.5 : 1;
}

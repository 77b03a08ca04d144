using System.Globalization;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Where a cell stands, counted from 1. As a text it is the path of a fault: <c>Sheet 'Tiêu chí' C7</c>.</summary>
internal readonly record struct CellPlace(string Sheet, int Row, int Column)
{
    /// <summary>Excel's own limits.</summary>
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    /// <summary>A to Z, AA, AB …</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + (rest - 1) % 26) + name;
        }

        return name;
    }

    /// <summary>Reads <c>C7</c>, in small letters, too; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> reference, string sheet, out CellPlace place)
    {
        place = default;
        var column = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]); at++)
        {
            column = column * 26 + char.ToUpperInvariant(reference[at]) - 'A' + 1;
            if (column > LastColumn)
            {
                return false;
            }
        }

        if (column == 0 || !int.TryParse(reference[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > LastRow)
        {
            return false;
        }

        place = new(sheet, row, column);
        return true;
    }

    public override string ToString() => $"Sheet '{Sheet}' {ColumnName(Column)}{Row.ToString(CultureInfo.InvariantCulture)}";
}

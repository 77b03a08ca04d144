using System.Globalization;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Numbers of a workbook as a spreadsheet shows them.</summary>
/// <param name="Looks">What makes a number a percentage or a day.</param>
/// <param name="IsFrom1904">Whether days are counted as old Macintosh programs do.</param>
internal sealed record XlsxNumbers(XlsxLooks Looks, bool IsFrom1904)
{
    /// <summary>From the first day of 1900 to that of 1904, counted as spreadsheets count.</summary>
    private const int FourYears = 1462;

    /// <summary>Null when it is none.</summary>
    public ReadCell? Read(ReadOnlySpan<char> raw, NumberLook look)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        number = Shown(number) + (look == NumberLook.Date && IsFrom1904 ? FourYears : 0);
        return new(number.ToString("0.############################", CultureInfo.InvariantCulture), number, look);
    }

    /// <summary>
    /// Workbooks keep numbers as binary fractions, so 1.1 may stand there as 1.1000000000000001; spreadsheets show no more than
    /// fifteen digits, and those are what was meant.
    /// </summary>
    private static decimal Shown(decimal number)
    {
        var digits = 15;
        for (var whole = decimal.Truncate(decimal.Abs(number)); whole >= 1; whole = decimal.Truncate(whole / 10))
        {
            digits--;
        }

        return digits < 0 ? number : decimal.Round(number, digits, MidpointRounding.AwayFromZero);
    }
}

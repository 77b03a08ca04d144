using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Which of a workbook's looks show a number as a percentage or as a day.</summary>
internal sealed class XlsxLooks
{
    private readonly NumberLook[] _looks;

    public XlsxLooks(WorkbookPart workbook)
    {
        var styles = workbook.WorkbookStylesPart?.Stylesheet;
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.Key, format => Look(format.First().FormatCode?.Value ?? ""));
        _looks = [.. (styles?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select(format => own.TryGetValue(format.NumberFormatId?.Value ?? 0, out var look) ? look : BuiltIn(format.NumberFormatId?.Value ?? 0))];
    }

    public NumberLook Of(uint? style) => style < _looks.Length ? _looks[style.Value] : NumberLook.Plain;

    private static NumberLook BuiltIn(uint format) => format switch
    {
        9 or 10 => NumberLook.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberLook.Date,
        _ => NumberLook.Plain,
    };

    /// <summary>A code says what it shows by letters; quoted text, escaped letters and what stands in brackets say nothing.</summary>
    private static NumberLook Look(string code)
    {
        for (var index = 0; index < code.Length; index++)
        {
            switch (code[index])
            {
                case '"':
                    index = End(code, '"', index);
                    break;
                case '[':
                    index = End(code, ']', index);
                    break;
                case '\\' or '_' or '*':
                    index++;
                    break;
                case '%':
                    return NumberLook.Percent;
                case 'd' or 'm' or 'y' or 'h' or 's' or 'D' or 'M' or 'Y' or 'H' or 'S':
                    return NumberLook.Date;
                case 'G' or 'g' when code.AsSpan(index).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    index += "General".Length - 1;
                    break;
            }
        }

        return NumberLook.Plain;
    }

    private static int End(string code, char end, int from) => code.IndexOf(end, from + 1) is >= 0 and var found ? found : code.Length;
}

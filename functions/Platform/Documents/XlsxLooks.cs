using System.Globalization;
using System.Xml;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Which of a workbook's looks show a number as a percentage or as a day.</summary>
internal sealed class XlsxLooks
{
    /// <summary>By their places; a workbook without any has the plain one.</summary>
    private readonly List<NumberLook> _looks = [];

    private XlsxLooks()
    {
    }

    /// <param name="styles">At its first element; null when there is none.</param>
    /// <param name="count">Stops it where there are too many.</param>
    public static XlsxLooks Read(XmlReader? styles, XlsxCount count)
    {
        var looks = new XlsxLooks();
        var own = new Dictionary<string, NumberLook>(StringComparer.Ordinal);
        var list = "";
        while (styles?.Next() == true)
        {
            if (styles.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (styles.Depth == 1)
            {
                list = styles.LocalName;
            }
            else if (styles.Depth == 2 && (list, styles.LocalName) is ("numFmts", "numFmt"))
            {
                count.Look();
                own.TryAdd(styles.GetAttribute("numFmtId") ?? "", Look(styles.GetAttribute("formatCode") ?? ""));
            }
            else if (styles.Depth == 2 && (list, styles.LocalName) is ("cellXfs", "xf"))
            {
                count.Look();
                var format = styles.GetAttribute("numFmtId") ?? "";
                looks._looks.Add(own.TryGetValue(format, out var look) ? look : BuiltIn(format));
            }
        }

        if (looks._looks.Count == 0)
        {
            looks._looks.Add(NumberLook.Plain);
        }

        return looks;
    }

    /// <summary>Of a cell's <c>s</c>; null when there is no such look.</summary>
    public NumberLook? Of(ReadOnlySpan<char> style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _looks.Count ? _looks[index] : null;

    private static NumberLook BuiltIn(string format) => int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? BuiltIn(number) : NumberLook.Plain;

    private static NumberLook BuiltIn(int format) => format switch
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

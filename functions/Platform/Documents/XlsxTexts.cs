using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Texts on their way into and out of a workbook, which writes what XML cannot hold as <c>_x000D_</c>.</summary>
internal static partial class XlsxTexts
{
    /// <summary>What a cell can hold.</summary>
    public const int LongestText = 32_767;

    /// <summary>
    /// Whether a program that reads cells as if they were typed could take it for a formula. Such a text is marked as text, so
    /// that it stays one when somebody edits it; the text itself stays what it was.
    /// </summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n'
            || (text.AsSpan().TrimStart() is [var first, ..] && "=+-@|%＝＋－＠".Contains(first, StringComparison.Ordinal)));

    /// <summary>As a workbook holds it: without control characters and halves of letters, and cut to what a cell can hold.</summary>
    public static string Write(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                clean.Append(letter).Append(text[++index]);
            }
            else if (XmlConvert.IsXmlChar(letter) && (!char.IsControl(letter) || letter is '\n' or '\r' or '\t'))
            {
                clean.Append(letter);
            }
        }

        if (clean.Length > LongestText)
        {
            clean.Length = char.IsHighSurrogate(clean[LongestText - 2]) ? LongestText - 2 : LongestText - 1;
            clean.Append('…');
        }

        // XML makes every line break the same one, so a carriage return is written out.
        return LooksEscaped().Replace(clean.ToString(), "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);
    }

    /// <summary>The text that was meant, in composed form.</summary>
    public static string Read(string text) => Escape()
        .Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        .Trim()
        .NormalizeWhereWhole();

    /// <summary>Whether there is something in it that cannot be shown.</summary>
    public static bool HasControls(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]) || (char.IsControl(text[index]) && text[index] is not ('\n' or '\r' or '\t')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Half a letter cannot be composed; it is refused later.</summary>
    private static string NormalizeWhereWhole(this string text) => HasControls(text) ? text : text.Normalize();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    /// <summary>An underline that would begin an escape when it is read; the one that ends it may begin the next, and so does a carriage return.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}[_\r])", RegexOptions.CultureInvariant)]
    private static partial Regex LooksEscaped();
}

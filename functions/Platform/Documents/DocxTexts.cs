using System.Globalization;
using System.Text;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Texts on their way into a paper.</summary>
internal static class DocxTexts
{
    /// <summary>
    /// Composed, without control characters, halves of letters, what XML cannot hold, and the invisible marks that turn the order of letters
    /// round; every kind of line break is a line feed.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // Halves of letters come as U+FFFD, which nobody typed.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsDropped(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize();
    }

    private static bool IsDropped(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>In capitals as Vietnamese writes them.</summary>
    public static string Capitals(string text) => text.ToUpper(Vietnamese);

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
}

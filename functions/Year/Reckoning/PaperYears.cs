using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>
/// The year of a paper, from how people name it. Read carefully: only a year of four digits where a year is written, no law, decree or other act with the year in its
/// number (these are what a score is based on, not evidence of it), and nothing where the year that is scored is named too.
/// </summary>
internal static partial class PaperYears
{
    /// <summary>The other year that a file's name says; null when it says none, or this one.</summary>
    public static int? InName(string name, int year) =>
        WritesOther(name, year) ? Other(InNames().Matches(WithoutActs(Plain(name))), year) : null;

    /// <summary>The same of a paper as it was named: number, day, issuer.</summary>
    public static int? InPaper(string paper, int year) =>
        WritesOther(paper, year) ? Other(InPapers().Matches(WithoutActs(WithoutBasis(Plain(paper)))), year) : null;

    /// <summary>The same of a running text, in which only a numbered paper with its day or year is one.</summary>
    public static int? InExplanation(string text, int year) =>
        WritesOther(text, year) ? Other(InTexts().Matches(WithoutActs(WithoutBasis(Plain(text)))), year) : null;

    /// <summary>
    /// Whether four digits side by side are another year: what most texts do not have, so that most need not be taken apart. Marks between digits
    /// are left out as they are there.
    /// </summary>
    private static bool WritesOther(string text, int year)
    {
        var (last, count) = (0, 0);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                last = (last * 10 + letter - '0') % 10_000;
                if (++count >= 4 && last / 100 == 20 && last != year)
                {
                    return true;
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                count = 0;
            }
        }

        return false;
    }

    private static int? Other(MatchCollection found, int year)
    {
        var other = (int?)null;
        foreach (var match in found.Cast<Match>())
        {
            var from = Number(match.Groups["year"]);
            var until = match.Groups["until"].Success ? Number(match.Groups["until"]) : from;
            if (year >= from && year <= until)
            {
                return null;
            }

            other ??= from;
        }

        return other;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Without marks and in lower case, as file names mostly are.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }

    private static string WithoutBasis(string text) => Basis().Replace(text, " ");

    private static string WithoutActs(string text) => Acts().Replace(text, " ");

    [GeneratedRegex(@"\b(can cu|chieu theo|theo|based on|according to|pursuant to)\b[^;\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Basis();

    [GeneratedRegex(@"((?<!ky )(?<!phap )\b(luat|nghi dinh|thong tu|law|decree|circular)\b[^;\n]*)|(?<![0-9])[0-9]+[-_/ ]20[0-9]{2}[-_/ ](nd|tt|ttlt|qd|nq|qh|ct|l|pl)[0-9a-z]*([-_/ ](cp|ttg|ubnd|hdnd|tw|[a-z]{1,6}))?(,? ngay [0-9]{1,2}[-/.][0-9]{1,2}[-/.]20[0-9]{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex Acts();

    [GeneratedRegex(@"(?<![0-9])(?<!\bso[-_. ]?)(?<year>20[0-9]{2})(?![0-9])(-(?<until>20[0-9]{2})(?![0-9]))?(?![-_/ ](qd|bc|kh|cv|tb|tt|bb|gm)(?![a-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex InNames();

    [GeneratedRegex(@"((?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.]|\bnam |\byear |/)(?<year>20[0-9]{2})(?![0-9]|/[a-z])(\s?[-–]\s?(?<until>20[0-9]{2})(?![0-9]))?|(?<![0-9])(?<year>20[0-9]{2})-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex InPapers();

    [GeneratedRegex(@"(?<![0-9])[0-9]+/[a-z]{2}[a-z0-9/-]*(/|,? (ngay )?([0-9]{1,2}[-/.][0-9]{1,2}[-/.]|[0-9]{1,2} thang [0-9]{1,2},? nam ))(?<year>20[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex InTexts();
}

using System.Globalization;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Meetings;

/// <summary>
/// Years that a title or a caption gives to what the meeting deals with. A caption is kept as it was printed; where its year is another than the
/// meeting's, somebody should look at both.
/// </summary>
internal static partial class CaptionYears
{
    /// <summary>A warning for each year in the text that differs.</summary>
    public static IEnumerable<Words> Differing(string text, MeetingYears years)
    {
        foreach (var match in Matters().Matches(text).Cast<Match>())
        {
            var said = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            var (vietnamese, english, meant) = match.Groups["pact"].Success ? ("giao ước", "pact", years.Pact)
                : match.Groups["plan"].Success ? ("kế hoạch", "plan", years.Plan)
                : ("tổng kết, sơ kết", "review", years.Reviewed);
            if (meant is { } year && year != said)
            {
                yield return new(
                    $"Ghi {vietnamese} năm {said}, nhưng cuộc họp là về {vietnamese} năm {year}.", $"It says the {english} of {said}, but the meeting is about the {english} of {year}.");
            }
        }
    }

    /// <summary>The matter, and the first year after it with no other matter between.</summary>
    [GeneratedRegex(
        @"((?<pact>giao ước)|(?<plan>kế hoạch)|(?<review>tổng kết|sơ kết))((?!giao ước|kế hoạch|tổng kết|sơ kết).)*?(?<![0-9])(?<year>20[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Matters();
}

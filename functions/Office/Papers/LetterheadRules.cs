using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Papers;

/// <summary>What a letterhead may say. Pure.</summary>
internal static partial class LetterheadRules
{
    /// <param name="letterhead">What was sent; its form has been checked.</param>
    /// <param name="kinds">All kinds of paper.</param>
    /// <param name="isUnit">Whether it is a unit's, and not a bloc's.</param>
    public static IReadOnlyList<Fault> Check(PaperLetterhead letterhead, IReadOnlyList<PaperKind> kinds, bool isUnit)
    {
        var faults = new List<Fault>();
        foreach (var (text, path) in new[]
        {
            (letterhead.Superior, "$.superior"), (letterhead.Name, "$.name"), (letterhead.Place, "$.place"), (letterhead.Post, "$.post"),
        })
        {
            if (text is not null && (text.Length == 0 || text.AsSpan().ContainsAny('\n', '\r')))
            {
                faults.Add(path, "Phải là một dòng chữ.", "Must be a line of text.");
            }
        }

        if (letterhead is { HasNoSuperior: true, Superior: not null })
        {
            faults.Add("$.superior", "Đã ghi là không có cơ quan chủ quản.", "It is said to have no body above it.");
        }

        if (letterhead.Capacity is { } capacity && !Capacities().IsMatch(capacity))
        {
            faults.Add(
                "$.capacity",
                "Mỗi dòng phải bắt đầu bằng TM., KT., TL. hoặc TUQ. (Nghị định 30/2020); quyền chức vụ ghi ở $.post, ví dụ “Q. Giám đốc”.",
                "Each line begins with TM., KT., TL. or TUQ. (Decree 30/2020); an acting post is said in $.post, such as 'Q. Giám đốc'.");
        }

        if (letterhead.NumberPattern is { } general)
        {
            SymbolPattern.Check(general, hasSymbol: true, "$.numberPattern", faults);
        }

        for (var index = 0; index < letterhead.Patterns.Count; index++)
        {
            var (one, path) = (letterhead.Patterns[index], $"$.patterns[{index}]");
            var kind = kinds.FirstOrDefault(kind => kind.Slug == one.Kind && kind.IsOfUnit == isUnit);
            if (kind is null)
            {
                faults.Add($"{path}.kind", $"Không ban hành loại văn bản '{one.Kind}'.", $"It issues no papers of the kind '{one.Kind}'.");
            }
            else if (letterhead.Patterns.Take(index).Any(earlier => earlier.Kind == one.Kind))
            {
                faults.Add($"{path}.kind", $"Loại văn bản '{one.Kind}' bị lặp lại.", $"The kind '{one.Kind}' is there twice.");
            }

            SymbolPattern.Check(one.Pattern, kind?.Symbol is not null, $"{path}.pattern", faults);
        }

        CheckLines(letterhead.Recipients, "$.recipients", faults);
        CheckLines(letterhead.Addressees, "$.addressees", faults);
        return faults;
    }

    private static void CheckLines(IReadOnlyList<string> lines, string path, List<Fault> faults)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Length == 0 || lines[index].AsSpan().ContainsAny('\n', '\r'))
            {
                faults.Add($"{path}[{index}]", "Phải là một dòng chữ.", "Must be a line of text.");
            }
        }
    }

    [GeneratedRegex(@"\A(?:TM|KT|TL|TUQ)\. ?\S[^\r\n]*(?:\n(?:TM|KT|TL|TUQ)\. ?\S[^\r\n]*){0,2}\z")]
    private static partial Regex Capacities();
}

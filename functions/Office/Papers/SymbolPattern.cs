using System.Globalization;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Office.Papers;

/// <summary>
/// How a body writes number and symbol of its papers: <c>{number}/{kind}-PTNMT</c> gives 403/BC-PTNMT, <c>{number}/{year}/QĐ-UBND</c> gives 86/2025/QĐ-UBND.
/// A number is text, for one body writes 5, another 05 or 0125. Pure.
/// </summary>
internal static partial class SymbolPattern
{
    private const string Number = "{number}";
    private const string Year = "{year}";
    private const string Kind = "{kind}";

    public static bool NamesKind(string pattern) => pattern.Contains(Kind, StringComparison.Ordinal);

    /// <param name="pattern">What was sent.</param>
    /// <param name="hasSymbol">Whether papers that it is for have a symbol of their kind.</param>
    /// <param name="path">Where it stands in what was sent.</param>
    /// <param name="faults">Takes the faults.</param>
    public static void Check(string pattern, bool hasSymbol, string path, ICollection<Fault> faults)
    {
        var found = Placeholders().Matches(pattern).Select(match => match.Value).ToList();
        if (found.Count(one => one == Number) != 1)
        {
            faults.Add(path, "Mẫu số, ký hiệu phải có {number} đúng một lần.", "A pattern has {number} once.");
        }

        if (found.Exists(one => one is not (Number or Year or Kind)) || Placeholders().Replace(pattern, "").AsSpan().ContainsAny('{', '}'))
        {
            faults.Add(path, "Trong mẫu chỉ dùng {number}, {year} và {kind}.", "A pattern knows {number}, {year} and {kind} alone.");
        }

        if (found.Count(one => one == Year) > 1 || found.Count(one => one == Kind) > 1)
        {
            faults.Add(path, "{year} và {kind} chỉ dùng một lần.", "{year} and {kind} stand once at most.");
        }

        if (!hasSymbol && NamesKind(pattern))
        {
            faults.Add(path, "Loại văn bản này không có chữ viết tắt nên không dùng được {kind}.", "This kind of paper has no symbol of its own, so {kind} says nothing.");
        }

        // By its slash a number that is sent with its symbol is told from one that is sent alone.
        if (!pattern.Contains('/', StringComparison.Ordinal))
        {
            faults.Add(path, "Giữa số và ký hiệu phải có dấu gạch chéo (Nghị định 30/2020).", "A slash stands between number and symbol (Decree 30/2020).");
        }

        if (pattern.Any(char.IsWhiteSpace))
        {
            faults.Add(path, "Số, ký hiệu không có dấu cách (Nghị định 30/2020).", "Number and symbol have no blanks (Decree 30/2020).");
        }
    }

    /// <summary>Number and symbol as they are printed.</summary>
    public static string Fill(string pattern, string number, int year, string? symbol) =>
        Placeholders().Replace(pattern, match => match.Value switch
        {
            Number => number,
            Year => year.ToString(CultureInfo.InvariantCulture),
            Kind => symbol ?? "",
            _ => match.Value,
        });

    /// <summary>The same while nobody has given the number: it is the only gap.</summary>
    /// <param name="pattern">Of the body.</param>
    /// <param name="year">Of the day on the paper; null while it has none.</param>
    /// <param name="symbol">Of its kind.</param>
    public static PaperText Open(string pattern, int? year, string? symbol) =>
        PaperText.Join("", Placeholders().Split(pattern).Zip([.. Placeholders().Matches(pattern).Select(match => match.Value), ""], (before, placeholder) => PaperText.Join("",
        [
            before,
            placeholder switch
            {
                Number => PaperText.Gap("số"),
                Year => year is { } known ? (PaperText)$"{known}" : PaperText.Gap("năm"),
                Kind => symbol ?? "",
                _ => placeholder,
            },
        ])));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Placeholders();
}

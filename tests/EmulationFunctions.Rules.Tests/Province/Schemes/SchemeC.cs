using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>
/// The size and shape of the police scheme of Quảng Trị, 2025: 230 nodes, 176 leaves on 5 levels, 1,000 points; 113 direct leaves (607 points), 51 pass/fail (288),
/// 12 quantitative (105); its sections and sub-sections with their real points. How a sub-section splits into leaves is invented.
/// </summary>
internal static class SchemeC
{
    // A number is a leaf with its points: d direct, p pass/fail, q quantitative. Parentheses are a group.
    private static readonly (string Code, string Leaves)[] Parts =
    [
        ("I.1", "7.5d 6.5p 10.5d 5.5d 6.5p 6.5d 8p 8.5d 7p 7d 9q 5p 4d 6d 7d 6.5d 7.5d 5d 5p 6.5p 6d 6d 10.5q 5d 8.5q 8.5q 5.5p 4.5d (5.5d 5d)"),
        ("I.2.1", "6.5p 6.5p 7p 6d 5p 6.5d 5.5d 4.5d 5p 4.5p (5d 8d)"),
        ("I.2.2", "5d 5.5d 4d 5d 6d 9.5q 5p (6d 4p)"),
        ("I.2.3", "6d 6.5p 5.5d (5.5d 6.5p)"),
        ("I.2.4", "6p 4d 7.5d 8.5q 3.5d 3.5d 4.5d (5p 7.5p)"),
        ("I.3.1", "4d 7p 6.5d 9q 5.5d (4.5p 3.5d)"),
        ("I.3.2", "4.5d 4.5p 7p (6p 8p)"),
        ("I.3.3", "7.5d 6.5d 6.5d (5d 4.5p)"),
        ("I.3.4", "6.5p 5.5d (4d 4d)"),
        ("I.4.1", "7d 3p 7.5p 3.5d 4d 5.5p 6.5d (6.5d 6.5d)"),
        ("I.4.2", "5p 7d 5.5d 5d 8d 4.5p 4p (6.5p 4.5d)"),
        ("I.5", "4.5d 5.5d 6.5p 9q 7p (4d 3.5d)"),
        ("I.6", "5.5d 7q 6d 3.5d 5.5d (8.5p 4d)"),
        ("II.1.1", "5.5d 4.5d"),
        ("II.1.2", "5.5d 4.5d"),
        ("II.1.3", "4d 6p 5p"),
        ("II.1.4", "3.5p 1.5d"),
        ("II.1.5", "3.5p 1.5d"),
        ("II.1.6", "2d 3d"),
        ("II.2.1", "7.5d 7.5d 5d (6d 4d)"),
        ("II.2.2", "5.5d 4.5p"),
        ("II.2.3", "6p 4d"),
        ("II.3.1", "4.5d 6d 4.5d"),
        ("II.3.2", "6d 4.5p 4.5d"),
        ("II.4", "6d 7.5d 4.5d 5.5d 3.5d (7d 6d)"),
        ("II.5", "5.5d 5.5d 6.5p 4d 8.5q"),
        ("III.1", "4d 3.5d 8q 5.5p 4p 9q 6d"),
        ("III.2", "3.5p 4.5d 6.5d 5.5d"),
        ("III.3", "7d 4.5p 3.5d"),
        ("III.4", "6.5d 6.5d 6d 6d"),
    ];

    public static SchemeContent Content { get; } = new(
        "Bảng điểm C",
        Points.FromDecimal(1_000),
        Build(),
        [],
        [new(TieBreakKind.MoreSectionsAtMaximum), new(TieBreakKind.HigherPointsIn, "I"), new(TieBreakKind.FewerDeductions)],
        ScoreBasis.PercentOfAssigned,
        ShownDecimals: 1);

    private static List<Criterion> Build()
    {
        var lines = new List<Criterion>
        {
            SchemeSamples.Group("I", null, 700), SchemeSamples.Group("I.2", "I", 200), SchemeSamples.Group("I.3", "I", 120), SchemeSamples.Group("I.4", "I", 100),
            SchemeSamples.Group("II", null, 200), SchemeSamples.Group("II.1", "II", 50), SchemeSamples.Group("II.2", "II", 50), SchemeSamples.Group("II.3", "II", 30),
            SchemeSamples.Group("III", null, 100),
        };
        foreach (var (code, leaves) in Parts)
        {
            var children = Leaves(code, leaves).ToList();
            var sum = Points.Sum(children.Where(child => child.Parent == code).Select(child => child.Maximum));
            lines.Add(new(code, code[..code.LastIndexOf('.')], $"Mục {code}", CriterionKind.Group, sum));
            lines.AddRange(children);
        }

        return lines;
    }

    private static IEnumerable<Criterion> Leaves(string code, string leaves)
    {
        var words = leaves.Split(' ');
        var start = Array.FindIndex(words, word => word.StartsWith('('));
        var inner = $"{code}.n";
        if (start >= 0)
        {
            var sum = words[start..].Sum(word => decimal.Parse(word.Trim('(', ')', 'd', 'p', 'q'), CultureInfo.InvariantCulture));
            yield return SchemeSamples.Group(inner, code, sum);
        }

        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index].Trim('(', ')');
            var kind = word[^1] switch
            {
                'd' => CriterionKind.Direct,
                'p' => CriterionKind.PassFail,
                _ => CriterionKind.Quantitative,
            };
            var points = Points.FromDecimal(decimal.Parse(word[..^1], CultureInfo.InvariantCulture));
            yield return new($"{code}.{(char)('a' + (index / 10))}{index % 10}", start >= 0 && index >= start ? inner : code, "Tiêu chí", kind, points);
        }
    }
}

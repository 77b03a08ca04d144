using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a unit brings to a tie-break beside its points.</summary>
/// <param name="Entries">What the unit entered: measures and counts among it.</param>
/// <param name="ShareOfWomen">Women of the staff, as a percentage; null where it is not recorded.</param>
internal sealed record TieFacts(IReadOnlyList<ScoreEntry> Entries, Fraction? ShareOfWomen)
{
    public static readonly TieFacts None = new([], null);

    public static TieFacts Of(SheetContent content, Fraction? shareOfWomen = null) => new(content.Entries, shareOfWomen);

    public ScoreEntry? Find(string criterion) => Entries.FirstOrDefault(entry => entry.Criterion == criterion);
}

/// <summary>What one unit has for one tie-break: the greater <see cref="Order"/> stands before.</summary>
internal sealed record TieBreakValue(TieBreak TieBreak, Fraction Order)
{
    public static TieBreakValue Of(TieBreak tieBreak, ScoreTable scores, TieFacts? facts = null) => new(tieBreak, tieBreak.Kind switch
    {
        TieBreakKind.MoreSectionsAtMaximum => Fraction.Of((long)scores.Tree.Sections.Count(section => IsAtMaximum(scores[section]))),
        TieBreakKind.HigherPointsIn => Points(scores, [tieBreak.Criterion!]),
        TieBreakKind.HigherSumOf => Points(scores, tieBreak.Criteria!),
        TieBreakKind.FewerDeductions => Fraction.Of(-scores.Penalty.Hundredths),
        TieBreakKind.HigherBase => Fraction.Of(OnBasis(scores, scores.Base, scores.Assigned)),
        TieBreakKind.HigherBonus => Fraction.Of(scores.Bonus.Hundredths),
        TieBreakKind.HigherMeasure => Fraction.Of(tieBreak.Criteria!.Sum(code => Amount(Counting(scores, facts, code)))),
        TieBreakKind.HigherShare => Counting(scores, facts, tieBreak.Criterion!)?.Measure is { Whole: { } whole } measured
            ? Fraction.PercentOf(measured.Part, whole)
            : Fraction.Of(0L),
        TieBreakKind.ShareOfWomen => Fraction.Of(facts?.ShareOfWomen is { } women && women.CompareTo(Fraction.Of(TieBreak.ShareOfWomen.ToDecimal())) >= 0 ? 1L : 0L),
        // People separate those who are equal in everything else: see Ranking.
        TieBreakKind.Ballot or TieBreakKind.Decision => Fraction.Of(0L),
        _ => throw new ArgumentOutOfRangeException(nameof(tieBreak)),
    });

    /// <summary>What it has: "sections at their maximum: 3".</summary>
    public Words Told(SchemeContent content)
    {
        var (name, value) = (Name, Value(content));
        return new($"{name.Vi}{Joint}{value.Vi}", $"{name.En}: {value.En}");
    }

    /// <summary>Why the one stands before or after the other: "sections at their maximum: 3 against 2".</summary>
    public Words Against(TieBreakValue other, SchemeContent content)
    {
        var (told, against) = (Told(content), other.Value(content));
        return new($"{told.Vi} so với {against.Vi}", $"{told.En} against {against.En}");
    }

    private string Joint => TieBreak.Kind == TieBreakKind.ShareOfWomen ? ": " : " là ";

    private Words Name
    {
        get
        {
            var criteria = string.Join(" + ", TieBreak.Criteria ?? (TieBreak.Criterion is { } one ? [one] : []));
            return TieBreak.Kind switch
            {
                TieBreakKind.MoreSectionsAtMaximum => new("số phần đạt điểm tối đa", "sections at their maximum"),
                TieBreakKind.HigherPointsIn => new($"tiêu chí {criteria}", $"criterion {criteria}"),
                TieBreakKind.HigherSumOf => new($"tổng các tiêu chí {criteria}", $"the sum of criteria {criteria}"),
                TieBreakKind.FewerDeductions => new("điểm trừ", "deductions"),
                TieBreakKind.HigherBase => new("điểm trước thưởng và trừ", "points before bonus and penalty"),
                TieBreakKind.HigherBonus => new("điểm thưởng", "bonus"),
                TieBreakKind.HigherMeasure => new($"số liệu {criteria}", $"measured in {criteria}"),
                TieBreakKind.HigherShare => new($"tỷ lệ ở {criteria}", $"the share in {criteria}"),
                TieBreakKind.ShareOfWomen => new(
                    $"tập thể có từ {TieBreak.ShareOfWomen.InVietnamese()} % nữ trở lên (Nghị định 152/2025, Điều 4 khoản 6)",
                    $"at least {TieBreak.ShareOfWomen} % women (Decree 152/2025, article 4(6))"),
                _ => throw new InvalidOperationException($"Tie-break {TieBreak.Kind} has no words."),
            };
        }
    }

    private Words Value(SchemeContent content)
    {
        var points = new Points(Number(Order));
        return TieBreak.Kind switch
        {
            TieBreakKind.MoreSectionsAtMaximum => Same($"{Number(Order)}"),
            TieBreakKind.HigherPointsIn or TieBreakKind.HigherSumOf or TieBreakKind.HigherBase => ValueWords.Of(content, points),
            TieBreakKind.FewerDeductions or TieBreakKind.HigherBonus => new(points.InVietnamese(), points.ToString()),
            TieBreakKind.HigherMeasure => new(Shown(Order, Hundredths.Vietnamese), Shown(Order, CultureInfo.InvariantCulture)),
            TieBreakKind.HigherShare => new($"{Shown(Order, Hundredths.Vietnamese)} %", $"{Shown(Order, CultureInfo.InvariantCulture)} %"),
            TieBreakKind.ShareOfWomen => YesNo(Order),
            _ => throw new InvalidOperationException($"Tie-break {TieBreak.Kind} has no words."),
        };

        static Words Same(string text) => new(text, text);
    }

    private static long Number(Fraction whole) => long.Abs((long)whole.Numerator);

    private static Words YesNo(Fraction order) => order.Numerator == 0 ? new("không", "no") : new("có", "yes");

    private static string Shown(Fraction number, IFormatProvider format) => number.ToDecimal().ToString("#,##0.####", format);

    private static decimal Amount(ScoreEntry? entry) => entry?.Measure?.Part ?? entry?.Count ?? 0;

    /// <summary>What was entered where it counts: not what is void, not applicable to the unit, or taken by a condition.</summary>
    private static ScoreEntry? Counting(ScoreTable scores, TieFacts? facts, string code) =>
        scores.Tree.Find(code) is { } node && scores[node].State == NodeState.Scored && !scores.Held.On(node).Any() ? facts?.Find(code) : null;

    private static bool IsAtMaximum(NodeScore section) => !section.Assigned.IsZero && section.Points >= section.Assigned;

    private static Fraction Points(ScoreTable scores, IReadOnlyList<string> codes)
    {
        var (points, assigned) = (new Points(0), new Points(0));
        foreach (var node in codes.Select(scores.Tree.Find).OfType<SchemeNode>())
        {
            points += scores[node].Points;
            assigned += scores[node].Assigned;
        }

        return Fraction.Of(OnBasis(scores, points, assigned));
    }

    private static long OnBasis(ScoreTable scores, Points points, Points assigned) =>
        scores.Tree.Content.Basis != ScoreBasis.PercentOfAssigned ? points.Hundredths
        : assigned.IsZero ? 0
        : Percent.Of(points, assigned, scores.Tree.Content.Rounding).Hundredths;
}

using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a unit brings to a tie-break beside its points.</summary>
/// <param name="Entries">What the unit entered, by criterion: measures and counts.</param>
/// <param name="ShareOfWomen">Women of the staff, as a percentage; null where it is not recorded.</param>
internal sealed record TieFacts(IReadOnlyDictionary<string, ScoreEntry> Entries, Fraction? ShareOfWomen)
{
    public static readonly TieFacts None = new(new Dictionary<string, ScoreEntry>(StringComparer.Ordinal), null);

    public static TieFacts Of(SheetContent content, Fraction? shareOfWomen = null) =>
        new(content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal), shareOfWomen);
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

    /// <summary>Why the one stands before or after the other: "sections at their maximum: 3 against 2".</summary>
    public Words Against(TieBreakValue other, SchemeContent content)
    {
        var criteria = string.Join(" + ", TieBreak.Criteria ?? (TieBreak.Criterion is { } one ? [one] : []));
        return TieBreak.Kind switch
        {
            TieBreakKind.MoreSectionsAtMaximum => new(
                $"số phần đạt điểm tối đa là {Number(Order)} so với {Number(other.Order)}",
                $"sections at their maximum: {Number(Order)} against {Number(other.Order)}"),
            TieBreakKind.HigherPointsIn => Compare($"tiêu chí {criteria}", $"criterion {criteria}", isOnBasis: true),
            TieBreakKind.HigherSumOf => Compare($"tổng các tiêu chí {criteria}", $"the sum of criteria {criteria}", isOnBasis: true),
            TieBreakKind.FewerDeductions => Compare("điểm trừ", "deductions", isOnBasis: false),
            TieBreakKind.HigherBase => Compare("điểm trước thưởng và trừ", "points before bonus and penalty", isOnBasis: true),
            TieBreakKind.HigherBonus => Compare("điểm thưởng", "bonus", isOnBasis: false),
            TieBreakKind.HigherMeasure => new(
                $"số liệu {criteria} là {Shown(Order, Hundredths.Vietnamese)} so với {Shown(other.Order, Hundredths.Vietnamese)}",
                $"measured in {criteria}: {Shown(Order, CultureInfo.InvariantCulture)} against {Shown(other.Order, CultureInfo.InvariantCulture)}"),
            TieBreakKind.HigherShare => new(
                $"tỷ lệ ở {criteria} là {Shown(Order, Hundredths.Vietnamese)} % so với {Shown(other.Order, Hundredths.Vietnamese)} %",
                $"the share in {criteria}: {Shown(Order, CultureInfo.InvariantCulture)} % against {Shown(other.Order, CultureInfo.InvariantCulture)} %"),
            TieBreakKind.ShareOfWomen => new(
                $"tập thể có từ {TieBreak.ShareOfWomen.InVietnamese()} % nữ trở lên (Nghị định 152/2025, Điều 4 khoản 6): {YesNo(Order).Vi} so với {YesNo(other.Order).Vi}",
                $"at least {TieBreak.ShareOfWomen} % women (Decree 152/2025, article 4(6)): {YesNo(Order).En} against {YesNo(other.Order).En}"),
            _ => throw new InvalidOperationException($"Tie-break {TieBreak.Kind} has no words."),
        };

        Words Compare(string vietnamese, string english, bool isOnBasis)
        {
            var (own, others) = (Number(Order), Number(other.Order));
            var (left, right) = isOnBasis
                ? (ValueWords.Of(content, new(own)), ValueWords.Of(content, new(others)))
                : (new Words(new Points(own).InVietnamese(), new Points(own).ToString()), new Words(new Points(others).InVietnamese(), new Points(others).ToString()));
            return new($"{vietnamese} là {left.Vi} so với {right.Vi}", $"{english}: {left.En} against {right.En}");
        }
    }

    private static long Number(Fraction whole) => long.Abs((long)whole.Numerator);

    private static Words YesNo(Fraction order) => order.Numerator == 0 ? new("không", "no") : new("có", "yes");

    private static string Shown(Fraction number, IFormatProvider format) => number.ToDecimal().ToString("#,##0.####", format);

    private static decimal Amount(ScoreEntry? entry) => entry?.Measure?.Part ?? entry?.Count ?? 0;

    /// <summary>What was entered where it counts: not what is void or not applicable to the unit.</summary>
    private static ScoreEntry? Counting(ScoreTable scores, TieFacts? facts, string code) =>
        scores.Tree.Find(code) is { } node && scores[node].State == NodeState.Scored ? facts?.Entries.GetValueOrDefault(code) : null;

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

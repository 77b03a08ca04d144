using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What one unit has for one tie-break: the greater <see cref="Order"/> stands before.</summary>
internal sealed record TieBreakValue(TieBreak TieBreak, long Order)
{
    public static TieBreakValue Of(TieBreak tieBreak, ScoreTable scores) => new(tieBreak, tieBreak.Kind switch
    {
        TieBreakKind.MoreSectionsAtMaximum => scores.Tree.Sections.Count(section => IsAtMaximum(scores[section])),
        TieBreakKind.HigherPointsIn => scores.Tree.Find(tieBreak.Criterion!) is { } node
            ? OnBasis(scores, scores[node].Points, scores[node].Assigned)
            : 0,
        TieBreakKind.FewerDeductions => -scores.Penalty.Hundredths,
        TieBreakKind.HigherBase => OnBasis(scores, scores.Base, scores.Assigned),
        TieBreakKind.HigherBonus => scores.Bonus.Hundredths,
        _ => throw new ArgumentOutOfRangeException(nameof(tieBreak)),
    });

    /// <summary>Why the one stands before or after the other: "sections at their maximum: 3 against 2".</summary>
    public Words Against(TieBreakValue other, SchemeContent content)
    {
        var (own, others) = (Math.Abs(Order), Math.Abs(other.Order));
        return TieBreak.Kind switch
        {
            TieBreakKind.MoreSectionsAtMaximum => new(
                $"số phần đạt điểm tối đa là {own} so với {others}",
                $"sections at their maximum: {own} against {others}"),
            TieBreakKind.HigherPointsIn => Compare($"tiêu chí {TieBreak.Criterion}", $"criterion {TieBreak.Criterion}", isOnBasis: true),
            TieBreakKind.FewerDeductions => Compare("điểm trừ", "deductions", isOnBasis: false),
            TieBreakKind.HigherBase => Compare("điểm trước thưởng và trừ", "points before bonus and penalty", isOnBasis: true),
            TieBreakKind.HigherBonus => Compare("điểm thưởng", "bonus", isOnBasis: false),
            _ => throw new InvalidOperationException($"Tie-break {TieBreak.Kind} has no words."),
        };

        Words Compare(string vietnamese, string english, bool isOnBasis)
        {
            var (left, right) = isOnBasis
                ? (ValueWords.Of(content, new(own)), ValueWords.Of(content, new(others)))
                : (new Words(new Points(own).InVietnamese(), new Points(own).ToString()), new Words(new Points(others).InVietnamese(), new Points(others).ToString()));
            return new($"{vietnamese} là {left.Vi} so với {right.Vi}", $"{english}: {left.En} against {right.En}");
        }
    }

    private static bool IsAtMaximum(NodeScore section) => !section.Assigned.IsZero && section.Points == section.Assigned;

    private static long OnBasis(ScoreTable scores, Points points, Points assigned) =>
        scores.Tree.Content.Basis == ScoreBasis.Points ? points.Hundredths
        : assigned.IsZero ? 0
        : Percent.Of(points, assigned, scores.Tree.Content.Rounding).Hundredths;
}

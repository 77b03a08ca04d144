using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>How a group adds up where it is not the plain sum of what is below. Caps apply once, in this order: bonus and penalty, rescaling, net.</summary>
/// <param name="IsNet">Its bonus and penalty lines count inside it: base + bonus − penalty is one item of the base, and nothing of them is left for the scheme's bonus and penalty.</param>
/// <param name="Least">Of a net item: the least it can come to; 0 unless said, which may be below 0.</param>
/// <param name="Most">Of a net item: the most it can come to; its maximum unless said.</param>
/// <param name="BonusCap">The most that all bonus lines below it may add together.</param>
/// <param name="PenaltyCap">The most that all penalty lines below it may take together.</param>
/// <param name="IsRescaled">Where lines are not assigned to a unit, what it has of the others is brought up to the group's maximum: 3 of 4 assigned of 10 count as 7.5 (Hải Phòng, 212/2025/QĐ-UBND).</param>
internal sealed record Adding(
    bool IsNet = false, Points? Least = null, Points? Most = null, Points? BonusCap = null, Points? PenaltyCap = null, bool IsRescaled = false)
{
    /// <summary>What the group comes to, once all below it is summed up.</summary>
    /// <param name="points">Points, assigned, bonus and penalty of what is below.</param>
    public (Points Points, Points Assigned, Points Bonus, Points Penalty) Apply(
        Points maximum, RoundingRule rounding, (Points Points, Points Assigned, Points Bonus, Points Penalty) points)
    {
        var bonus = BonusCap is { } bonusCap ? Points.Min(points.Bonus, bonusCap) : points.Bonus;
        var penalty = PenaltyCap is { } penaltyCap ? Points.Min(points.Penalty, penaltyCap) : points.Penalty;
        var (own, assigned) = (points.Points, points.Assigned);
        if (IsRescaled && !assigned.IsZero && assigned != maximum)
        {
            own = new(Exact.Divide((Int128)own.Hundredths * maximum.Hundredths, assigned.Hundredths, rounding));
            assigned = maximum;
        }

        return IsNet
            ? (Points.Min(Most ?? maximum, Points.Max(Least ?? Points.Zero, own + bonus - penalty)), assigned, Points.Zero, Points.Zero)
            : (own, assigned, bonus, penalty);
    }
}

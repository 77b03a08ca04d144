using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What one unit was to reach in a quantitative criterion, and what it reached. Either may be missing.</summary>
internal sealed record TargetAndActual(string Unit, decimal? Target, decimal? Actual);

/// <summary>The points of one unit, and how they came about; none while there is no result.</summary>
internal sealed record QuantitativeScore(string Unit, QuantitativeCase Case, Points? Points, Words Explanation);

/// <summary>Which line of the formula applied.</summary>
[JsonConverter(typeof(CamelCaseEnum<QuantitativeCase>))]
internal enum QuantitativeCase
{
    NoResult,
    BelowTarget,
    OnTarget,
    AboveTarget,
    Leader,
    WithoutTarget,
}

/// <summary>
/// The formula of scheme C. It looks at all units of a bloc at once: who exceeds its target by the highest percentage leads and has
/// full marks; units with a result but no target are a group of their own and are measured by its best.
/// </summary>
internal static class QuantitativeScores
{
    public const int Decimals = 4;
    public const decimal Limit = 1_000_000_000_000m;

    private const decimal Scale = 10_000m;

    /// <param name="units">Every unit of the bloc to which the criterion is assigned.</param>
    /// <returns>One score for each unit, by unit.</returns>
    public static IReadOnlyList<QuantitativeScore> Compute(Points maximum, IEnumerable<TargetAndActual> units, RoundingRule rounding)
    {
        var given = units.OrderBy(unit => unit.Unit, StringComparer.Ordinal).ToList();
        TargetAndActual? leader = null;
        var best = 0m;
        foreach (var unit in given)
        {
            if (unit is not { Target: > 0 })
            {
                best = decimal.Max(best, unit.Actual ?? 0);
            }
            else if (unit.Actual > unit.Target && (leader is null || CompareExcess(unit, leader) > 0))
            {
                leader = unit;
            }
        }

        return [.. given.Select(unit => Score(maximum, unit, leader, best, rounding))];
    }

    /// <summary>A target of nothing would be divided by: a unit without a target has none.</summary>
    public static void CheckTarget(decimal target, string path, ICollection<Fault> faults)
    {
        if (target <= 0)
        {
            faults.Add(
                path,
                "Chỉ tiêu phải lớn hơn 0; nếu không giao chỉ tiêu thì bỏ trống.",
                "A target must be above 0; where none is set, leave it out.");
        }
        else
        {
            CheckSize(target, path, faults);
        }
    }

    public static void CheckActual(decimal actual, string path, ICollection<Fault> faults)
    {
        if (actual < 0)
        {
            faults.Add(path, "Kết quả không được âm.", "A result must not be negative.");
        }
        else
        {
            CheckSize(actual, path, faults);
        }
    }

    private static void CheckSize(decimal number, string path, ICollection<Fault> faults)
    {
        if (number > Limit || decimal.Truncate(number * Scale) != number * Scale)
        {
            faults.Add(
                path,
                $"Số phải không quá 1.000.000.000.000 và có tối đa {Decimals} chữ số thập phân.",
                $"The number must be at most 1,000,000,000,000 and have at most {Decimals} decimals.");
        }
    }

    private static QuantitativeScore Score(Points maximum, TargetAndActual unit, TargetAndActual? leader, decimal best, RoundingRule rounding)
    {
        if (unit.Actual is not { } actual)
        {
            return new(unit.Unit, QuantitativeCase.NoResult, null, new("Chưa có kết quả.", "There is no result yet."));
        }

        var (reached, full) = (Whole(actual), new BigInteger(maximum.Hundredths));
        if (unit.Target is not > 0)
        {
            var points = best == 0 ? Points.Zero : Divide(full * reached, Whole(best));
            return new(unit.Unit, QuantitativeCase.WithoutTarget, points, new(
                $"Không giao chỉ tiêu, kết quả {Vi(actual)}: {Vi(actual)}/{Vi(best)} kết quả cao nhất của nhóm không giao chỉ tiêu.",
                $"No target, result {En(actual)}: {En(actual)}/{En(best)} of the best result without a target."));
        }

        var target = unit.Target.Value;
        var aim = Whole(target);
        if (actual < target)
        {
            return new(unit.Unit, QuantitativeCase.BelowTarget, Divide(full * reached, 2 * aim), new(
                $"Đạt {Vi(actual)}/{Vi(target)} chỉ tiêu: một nửa số điểm nhân với tỷ lệ đạt.",
                $"Reached {En(actual)} of {En(target)}: half the points times the share reached."));
        }

        if (actual == target)
        {
            return new(unit.Unit, QuantitativeCase.OnTarget, Divide(full, 2), new(
                $"Đạt đúng chỉ tiêu {Vi(target)}: một nửa số điểm.",
                $"Reached the target of {En(target)} exactly: half the points."));
        }

        if (CompareExcess(unit, leader!) == 0)
        {
            return new(unit.Unit, QuantitativeCase.Leader, maximum, new(
                $"Đạt {Vi(actual)}, vượt chỉ tiêu {Vi(target)} với tỷ lệ cao nhất: trọn số điểm.",
                $"Reached {En(actual)} and exceeded the target of {En(target)} by the highest percentage: all points."));
        }

        // Half the points, and of the other half as much as the own excess is of the leader's; as one fraction, rounded once.
        var own = (reached - aim) * Whole(leader!.Target!.Value);
        var leaders = (Whole(leader.Actual!.Value) - Whole(leader.Target.Value)) * aim;
        return new(unit.Unit, QuantitativeCase.AboveTarget, Divide(full * (leaders + own), 2 * leaders), new(
            $"Đạt {Vi(actual)}, vượt chỉ tiêu {Vi(target)}: một nửa số điểm, cộng nửa còn lại theo tỷ lệ vượt so với đơn vị dẫn đầu ({Vi(leader.Actual.Value)}/{Vi(leader.Target.Value)}).",
            $"Reached {En(actual)} and exceeded the target of {En(target)}: half the points, and the other half by the excess against the leader's ({En(leader.Actual.Value)}/{En(leader.Target.Value)})."));

        Points Divide(BigInteger numerator, BigInteger denominator) => new(Exact.Divide(numerator, denominator, rounding));
    }

    /// <summary>Compares (A - T) / T of two units that have targets, without dividing.</summary>
    private static int CompareExcess(TargetAndActual left, TargetAndActual right) =>
        ((Whole(left.Actual!.Value) - Whole(left.Target!.Value)) * Whole(right.Target!.Value))
        .CompareTo((Whole(right.Actual!.Value) - Whole(right.Target.Value)) * Whole(left.Target.Value));

    /// <summary>What the checks refuse never gets this far, so that no target is rounded to nothing.</summary>
    private static BigInteger Whole(decimal number) =>
        number is >= 0 and <= Limit && decimal.Truncate(number * Scale) == number * Scale
            ? new(number * Scale)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A target or result that was not checked.");

    private static string Vi(decimal number) => number.ToString("#,##0.####", Hundredths.Vietnamese);

    private static string En(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

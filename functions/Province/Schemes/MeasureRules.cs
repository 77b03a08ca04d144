using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether a measure gives points for whatever may be measured, and just one number of them.</summary>
internal static class MeasureRules
{
    /// <summary>No a, b or bound is larger.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    public static void Check(Criterion criterion, string path, List<Fault> faults)
    {
        if (criterion.Measure is not { } rule)
        {
            if (criterion.Kind == CriterionKind.Measure)
            {
                faults.Add(path, "Tiêu chí theo số đo phải có công thức.", "A measure needs its formula.");
            }

            return;
        }

        if (criterion.Kind is not (CriterionKind.Measure or CriterionKind.Bonus or CriterionKind.Penalty))
        {
            faults.Add(path, "Chỉ tiêu chí theo số đo, điểm thưởng hoặc điểm trừ mới có công thức.", "Only a measure, a bonus or a penalty has a formula.");
            return;
        }

        if (rule.Formula == MeasureFormula.Recorded && criterion.Kind != CriterionKind.Measure)
        {
            faults.Add($"{path}.formula", "Số liệu chỉ ghi lại thì không phải điểm thưởng, điểm trừ.", "What is only recorded is neither a bonus nor a penalty.");
        }

        if (rule.Formula == MeasureFormula.Linear && rule.Of == MeasureOf.Value)
        {
            faults.Add($"{path}.of", "Công thức tỷ lệ thuận cần cả a và b.", "The linear formula needs both a and b.");
        }

        if (criterion.IsUncapped && rule.Formula is (MeasureFormula.Linear or MeasureFormula.AllOrNothing))
        {
            faults.Add(
                $"{path}.formula",
                "Công thức này tính theo điểm tối đa nên không dùng cho điểm thưởng không có trần.",
                "The formula counts by the maximum, which a bonus without a cap does not have.");
        }

        CheckTarget(rule, path, faults);
        Demand(rule.Formula == MeasureFormula.Steps, rule.Steps is not null, $"{path}.steps", faults);
        Demand(rule.Formula == MeasureFormula.Ladder, rule.Ladder is not null, $"{path}.ladder", faults);
        if (rule.Formula != MeasureFormula.Ladder && (rule.Wins is not null || rule.Otherwise is not null))
        {
            faults.Add(path, "wins và otherwise chỉ dùng cho thang bậc.", "wins and otherwise belong to a ladder.");
        }

        if (rule is { Formula: MeasureFormula.Steps, Steps: { } steps })
        {
            CheckSteps(criterion, steps, $"{path}.steps", faults);
        }

        if (rule is { Formula: MeasureFormula.Ladder, Ladder: { } ladder })
        {
            MeasureLadderRules.Check(criterion, rule, ladder, path, faults);
        }
    }

    /// <summary>Whether a number can be a bound, an a or a b: at most four decimals, not negative.</summary>
    public static bool CheckNumber(decimal number, string path, ICollection<Fault> faults)
    {
        var good = number is >= 0 and <= Limit && decimal.Round(number, Fraction.Decimals) == number;
        if (!good)
        {
            faults.Add(
                path,
                $"Số phải từ 0 đến 1.000.000.000.000 và có tối đa {Fraction.Decimals} chữ số thập phân.",
                $"The number must lie between 0 and 1,000,000,000,000 and have at most {Fraction.Decimals} decimals.");
        }

        return good;
    }

    public static void CheckPoints(Criterion criterion, Points points, string path, List<Fault> faults)
    {
        if (points < Points.Zero || (points > criterion.Maximum && !criterion.IsUncapped))
        {
            faults.Add(path, "Điểm phải từ 0 đến điểm tối đa của tiêu chí.", "The points must lie between 0 and the criterion's maximum.");
        }
    }

    private static void CheckTarget(MeasureRule rule, string path, List<Fault> faults)
    {
        if (rule.Target is not { } target)
        {
            return;
        }

        if (rule.Formula is not (MeasureFormula.Linear or MeasureFormula.AllOrNothing))
        {
            faults.Add($"{path}.target", "Công thức này không có chỉ tiêu.", "This formula has no target.");
        }
        else if (target <= Percent.Zero)
        {
            faults.Add($"{path}.target", "Chỉ tiêu phải lớn hơn 0.", "The target must be above 0.");
        }
        else if (rule.Of == MeasureOf.Share && !rule.MayExceed && target > Percent.Hundred)
        {
            faults.Add(
                $"{path}.target",
                "Chỉ tiêu trên 100 % không ai đạt được khi b không được quá a.",
                "Nobody can reach a target above 100 % where b may not exceed a.");
        }
    }

    private static void Demand(bool isNeeded, bool isGiven, string path, List<Fault> faults)
    {
        if (isNeeded && !isGiven)
        {
            faults.Add(path, "Công thức này cần phần này.", "The formula needs this.");
        }
        else if (!isNeeded && isGiven)
        {
            faults.Add(path, "Công thức này không dùng phần này.", "The formula does not use this.");
        }
    }

    private static void CheckSteps(Criterion criterion, StepRule steps, string path, List<Fault> faults)
    {
        CheckNumber(steps.Beyond, $"{path}.beyond", faults);
        if (CheckNumber(steps.Every, $"{path}.every", faults) && steps.Every == 0)
        {
            faults.Add($"{path}.every", "Độ dài mỗi bước phải lớn hơn 0.", "A step must be longer than 0.");
        }

        if (steps.Each <= Points.Zero)
        {
            faults.Add($"{path}.each", "Điểm mỗi bước phải lớn hơn 0.", "The points of a step must be above 0.");
        }

        CheckPoints(criterion, steps.AtBound, $"{path}.at", faults);
        if (criterion.IsUncapped)
        {
            faults.Add(path, "Điểm theo bước phải có trần.", "Points by steps need a maximum.");
        }
    }
}

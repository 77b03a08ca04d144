using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether the answers of a choice can be told apart, and reach its maximum.</summary>
internal static class OptionRules
{
    public static void Check(Criterion criterion, string path, List<Fault> faults)
    {
        if (criterion.Options is not { } options)
        {
            if (criterion.Kind == CriterionKind.Choice)
            {
                faults.Add(path, "Tiêu chí chọn mức phải có danh sách mức.", "A choice needs its options.");
            }

            return;
        }

        if (criterion.Kind is not (CriterionKind.Choice or CriterionKind.Bonus or CriterionKind.Penalty))
        {
            faults.Add(path, "Chỉ tiêu chí chọn mức, điểm thưởng hoặc điểm trừ mới có danh sách mức.", "Only a choice, a bonus or a penalty has options.");
            return;
        }

        if (options.Count is < 2 or > SchemeRules.MaximumOptions)
        {
            faults.Add(path, $"Phải có từ 2 đến {SchemeRules.MaximumOptions} mức.", $"There must be 2 to {SchemeRules.MaximumOptions} options.");
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, option) in options.Index())
        {
            var here = $"{path}[{index}]";
            SchemeRules.CheckTitle(option.Title, $"{here}.title", faults);
            if (SchemeRules.CheckCode(option.Code, $"{here}.code", faults) && !codes.Add(option.Code))
            {
                faults.Add($"{here}.code", $"Mã mức {option.Code} bị trùng.", $"The option code {option.Code} is used twice.");
            }

            if (option.Points < Points.Zero || (option.Points > criterion.Maximum && !criterion.IsUncapped))
            {
                faults.Add($"{here}.points", "Điểm của mức phải từ 0 đến điểm tối đa.", "The points of an option must lie between 0 and the maximum.");
            }
        }

        if (!criterion.IsUncapped && options.Count > 0 && options.Max(option => option.Points) < criterion.Maximum)
        {
            faults.Add(
                path,
                $"Không mức nào đạt điểm tối đa {criterion.Maximum.InVietnamese()}.",
                $"No option reaches the maximum of {criterion.Maximum}.");
        }
    }
}

using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>Whether what was chosen or measured fits its criterion.</summary>
internal static class MeasuredRules
{
    public static void CheckOption(Criterion criterion, string option, string path, ICollection<Fault> faults)
    {
        if (criterion.Options is not { } options || criterion.Form != EntryForm.Option)
        {
            faults.Add(path, $"Tiêu chí {criterion.Code} không chấm theo mức.", $"Criterion {criterion.Code} is not scored by options.");
        }
        else if (!options.Any(one => one.Code == option))
        {
            faults.Add(
                path,
                $"Tiêu chí {criterion.Code} không có mức {option}; các mức là {string.Join(", ", options.Select(one => one.Code))}.",
                $"Criterion {criterion.Code} has no option {option}; they are {string.Join(", ", options.Select(one => one.Code))}.");
        }
    }

    public static void Check(Criterion criterion, Measured measured, string path, ICollection<Fault> faults)
    {
        if (criterion.Measure is not { } rule || criterion.Form != EntryForm.Measure)
        {
            faults.Add(path, $"Tiêu chí {criterion.Code} không chấm theo số đo.", $"Criterion {criterion.Code} is not scored by a measure.");
            return;
        }

        var good = MeasureRules.CheckNumber(measured.Part, $"{path}.part", faults);
        if (!rule.NeedsWhole)
        {
            if (measured.Whole is not null)
            {
                faults.Add($"{path}.whole", $"Tiêu chí {criterion.Code} chỉ cần b, không cần a.", $"Criterion {criterion.Code} needs b only, not a.");
            }

            return;
        }

        if (measured.Whole is not { } whole)
        {
            faults.Add($"{path}.whole", "Có b thì phải có a.", "With b there must be a.");
        }
        else if (whole == 0)
        {
            faults.Add(
                $"{path}.whole",
                "a phải lớn hơn 0; nếu không có gì được giao thì đề nghị không áp dụng tiêu chí.",
                "a must be above 0; where nothing is assigned, the criterion is not applicable.");
        }
        else if (MeasureRules.CheckNumber(whole, $"{path}.whole", faults) && good && measured.Part > whole && rule is { Of: MeasureOf.Share, MayExceed: false })
        {
            faults.Add(
                $"{path}.part",
                $"b không được lớn hơn a ở tiêu chí {criterion.Code}.",
                $"b must not be more than a in criterion {criterion.Code}.");
        }
    }
}

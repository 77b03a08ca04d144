using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What each kind of criterion needs, and what it must not have.</summary>
internal static class KindRules
{
    public static void Check(Criterion criterion, string path, List<Fault> faults)
    {
        CheckMaximum(criterion, $"{path}.maximum", faults);
        if (criterion.Kind == CriterionKind.Group && criterion.Evidence != EvidenceRule.NotNeeded)
        {
            faults.Add(
                $"{path}.evidence",
                "Minh chứng gắn với từng tiêu chí chấm điểm, không gắn với nhóm.",
                "Evidence belongs to the criteria that are scored, not to a group.");
        }

        if (criterion.Step is { } step && step <= Points.Zero)
        {
            faults.Add($"{path}.step", "Bước điểm phải lớn hơn 0.", "The step must be above 0.");
        }

        if (criterion.Number is { } number && string.IsNullOrWhiteSpace(number))
        {
            faults.Add($"{path}.number", "Số in không được để trống.", "The printed number must not be blank.");
        }

        CheckLength(criterion.Number, SchemeRules.LongestCode, $"{path}.number", faults);
        CheckLength(criterion.Basis, SchemeRules.LongestBasis, $"{path}.basis", faults);
        CheckLength(criterion.CheckedBy, SchemeRules.LongestTitle, $"{path}.checkedBy", faults);
        CheckForms(criterion, path, faults);
        CheckEach(criterion, $"{path}.each", faults);
        CheckNested(criterion, $"{path}.nested", faults);
        OptionRules.Check(criterion, $"{path}.options", faults);
        MeasureRules.Check(criterion, $"{path}.measure", faults);
        CheckAdding(criterion, $"{path}.adding", faults);
    }

    private static void CheckMaximum(Criterion criterion, string path, List<Fault> faults)
    {
        var givesNothing = criterion.IsUncapped || criterion.Measure?.Formula == MeasureFormula.Recorded;
        if (criterion.IsUncapped && criterion.Kind != CriterionKind.Bonus)
        {
            faults.Add(path.Replace(".maximum", ".isUncapped", StringComparison.Ordinal), "Chỉ điểm thưởng mới có thể không có trần.", "Only a bonus can be without a cap.");
        }
        else if (criterion.Maximum < Points.Zero)
        {
            faults.Add(path, "Điểm tối đa không được âm.", "The maximum must not be negative.");
        }
        else if (givesNothing && !criterion.Maximum.IsZero)
        {
            faults.Add(
                path,
                "Tiêu chí không có trần hoặc chỉ ghi số liệu thì điểm tối đa phải là 0.",
                "A criterion without a cap, or one that is only recorded, has the maximum 0.");
        }
        else if (criterion.Maximum.IsZero && !givesNothing && criterion.Kind != CriterionKind.Group)
        {
            faults.Add(path, "Điểm tối đa phải lớn hơn 0.", "The maximum must be above 0.");
        }
    }

    private static void CheckLength(string? text, int longest, string path, List<Fault> faults)
    {
        if (text?.Length > longest)
        {
            faults.Add(path, $"Chỉ được tối đa {longest} ký tự; ở đây có {text.Length}.", $"At most {longest} characters are allowed; here are {text.Length}.");
        }
    }

    /// <summary>A line is entered in one way.</summary>
    private static void CheckForms(Criterion criterion, string path, List<Fault> faults)
    {
        if (new object?[] { criterion.Each, criterion.Nested, criterion.Options, criterion.Measure }.Count(form => form is not null) > 1)
        {
            faults.Add(
                path,
                "Một tiêu chí chỉ chấm theo một cách: mỗi lần, tỷ lệ lồng nhau, chọn mức hoặc số đo.",
                "A criterion is scored in one way only: by times, by nested percentages, by options or by a measure.");
        }
    }

    private static void CheckEach(Criterion criterion, string path, List<Fault> faults)
    {
        var mayHave = criterion.Kind is CriterionKind.Count or CriterionKind.Bonus or CriterionKind.Penalty;
        if (criterion.Each is not { } each)
        {
            if (criterion.Kind == CriterionKind.Count)
            {
                faults.Add(path, "Tiêu chí đếm số lần phải có điểm mỗi lần.", "A criterion that is counted needs the points of one time.");
            }
        }
        else if (!mayHave)
        {
            faults.Add(
                path,
                "Chỉ tiêu chí đếm số lần, điểm thưởng hoặc điểm trừ mới có điểm mỗi lần.",
                "Only a counted criterion, a bonus or a penalty has points for one time.");
        }
        else if (each <= Points.Zero || (each > criterion.Maximum && !criterion.IsUncapped))
        {
            faults.Add(
                path,
                "Điểm mỗi lần phải lớn hơn 0 và không quá điểm tối đa.",
                "The points of one time must be above 0 and at most the maximum.");
        }
    }

    private static void CheckNested(Criterion criterion, string path, List<Fault> faults)
    {
        if (criterion.Nested is not { } nested)
        {
            if (criterion.Kind == CriterionKind.NestedPercentage)
            {
                faults.Add(path, "Tiêu chí tỷ lệ lồng nhau phải có hai chỉ tiêu.", "A nested percentage needs its two targets.");
            }

            return;
        }

        if (criterion.Kind != CriterionKind.NestedPercentage)
        {
            faults.Add(path, "Chỉ tiêu chí tỷ lệ lồng nhau mới có hai chỉ tiêu.", "Only a nested percentage has two targets.");
            return;
        }

        SchemeRules.CheckShare(nested.Outer, $"{path}.outer", faults);
        SchemeRules.CheckShare(nested.Inner, $"{path}.inner", faults);
        if (nested.OuterPoints < Points.Zero || nested.OuterPoints > criterion.Maximum)
        {
            faults.Add(
                $"{path}.outerPoints",
                "Điểm của tỷ lệ ngoài phải từ 0 đến điểm tối đa.",
                "The points of the outer share must lie between 0 and the maximum.");
        }
    }

    private static void CheckAdding(Criterion criterion, string path, List<Fault> faults)
    {
        if (criterion.Adding is not { } adding)
        {
            return;
        }

        if (criterion.Kind != CriterionKind.Group)
        {
            faults.Add(path, "Chỉ nhóm tiêu chí mới có cách cộng riêng.", "Only a group adds up in a way of its own.");
            return;
        }

        SchemeRules.CheckCap(adding.BonusCap, $"{path}.bonusCap", faults);
        SchemeRules.CheckCap(adding.PenaltyCap, $"{path}.penaltyCap", faults);
        if (!adding.IsNet && (adding.Least is not null || adding.Most is not null))
        {
            faults.Add(path, "Chỉ nhóm tính điểm ròng mới có mức thấp nhất và cao nhất.", "Only a net item has a least and a most.");
        }
        else if (adding.IsNet && (adding.Least ?? Points.Zero) > (adding.Most ?? criterion.Maximum))
        {
            faults.Add($"{path}.least", "Mức thấp nhất cao hơn mức cao nhất.", "The least is above the most.");
        }
    }
}

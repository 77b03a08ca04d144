using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What each kind of criterion needs, and what it must not have.</summary>
internal static class KindRules
{
    public static void Check(Criterion criterion, string path, List<Fault> faults)
    {
        var isGroup = criterion.Kind == CriterionKind.Group;
        if (criterion.Maximum < Points.Zero)
        {
            faults.Add($"{path}.maximum", "Điểm tối đa không được âm.", "The maximum must not be negative.");
        }
        else if (criterion.Maximum.IsZero && !isGroup)
        {
            faults.Add($"{path}.maximum", "Điểm tối đa phải lớn hơn 0.", "The maximum must be above 0.");
        }

        if (isGroup && criterion.Evidence != EvidenceRule.NotNeeded)
        {
            faults.Add(
                $"{path}.evidence",
                "Minh chứng gắn với từng tiêu chí chấm điểm, không gắn với nhóm.",
                "Evidence belongs to the criteria that are scored, not to a group.");
        }

        CheckEach(criterion, $"{path}.each", faults);
        CheckNested(criterion, $"{path}.nested", faults);
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
        else if (each <= Points.Zero || each > criterion.Maximum)
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
}

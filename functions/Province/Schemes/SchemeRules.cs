using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether a scheme can be scored by: every fault at once, each at its JSON path.</summary>
internal static class SchemeRules
{
    public const int MaximumCriteria = 2_000;
    public const int MaximumDepth = 20;
    public const int MaximumRungs = 50;
    public const int LongestTitle = 500;
    public const int LongestCode = 32;
    public const int LongestBasis = 2_000;
    public const int MaximumOptions = 50;
    public const int MaximumSteps = 100;
    public const int MaximumConditions = 50;
    public const int MaximumEffects = 50;

    public static IReadOnlyList<Fault> Check(SchemeContent content)
    {
        var faults = new List<Fault>();
        CheckTitle(content.Title, "$.title", faults);
        if (content.ShownDecimals is < 0 or > 2)
        {
            faults.Add("$.shownDecimals", "Số chữ số thập phân hiển thị phải là 0, 1 hoặc 2.", "The decimals shown must be 0, 1 or 2.");
        }

        if (content is { Basis: ScoreBasis.Measures, ProRata: not ProRata.None })
        {
            faults.Add("$.proRata", "Xếp hạng chỉ theo số liệu thì không có tổng điểm để tính theo phần của năm.", "A ranking by measures alone has no total to count pro rata.");
        }

        CheckCap(content.BonusCap, "$.bonusCap", faults);
        CheckCap(content.PenaltyCap, "$.penaltyCap", faults);
        if (content.ClassificationCap is { } cap && cap <= Points.Zero)
        {
            faults.Add("$.classificationCap", "Mức trần để xếp loại phải lớn hơn 0.", "The cap of the classified value must be above 0.");
        }

        CriteriaRules.Check(content, faults);
        if (content.Criteria.Count <= MaximumCriteria)
        {
            LadderRules.Check(content, faults);
            TieBreakRules.Check(content, faults);
            ConditionRules.Check(content, faults);
        }

        CrossScoringRules.Check(content.CrossScoring, faults);
        AppraisalRules.Check(content, faults);

        return faults;
    }

    public static void CheckTitle(string title, string path, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > LongestTitle)
        {
            faults.Add(path, $"Tên gọi phải có từ 1 đến {LongestTitle} ký tự.", $"The title must have 1 to {LongestTitle} characters.");
        }
    }

    /// <summary>Letters and digits of any alphabet (Vietnamese lists have đ), joined by single dots or hyphens: fit for a row key and a path.</summary>
    public static bool CheckCode(string code, string path, List<Fault> faults)
    {
        var good = code.Length is > 0 and <= LongestCode
            && code.Split('.', '-').All(part => part.Length > 0 && part.All(char.IsLetterOrDigit));
        if (!good)
        {
            faults.Add(
                path,
                $"Mã phải có từ 1 đến {LongestCode} chữ cái hoặc chữ số, ngăn cách bởi một dấu chấm hoặc gạch nối.",
                $"The code must have 1 to {LongestCode} letters or digits, separated by single dots or hyphens.");
        }

        return good;
    }

    public static void CheckShare(Percent share, string path, List<Fault> faults)
    {
        if (share <= Percent.Zero || share > Percent.Hundred)
        {
            faults.Add(path, "Tỷ lệ phải lớn hơn 0 % và không quá 100 %.", "The share must be above 0 % and at most 100 %.");
        }
    }

    public static void CheckCap(Points? cap, string path, List<Fault> faults)
    {
        if (cap is { } given && given < Points.Zero)
        {
            faults.Add(path, "Mức trần không được âm.", "A cap must not be negative.");
        }
    }
}

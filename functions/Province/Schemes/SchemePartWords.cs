using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The tabs, headings and words of what a criterion, and a scheme, may have besides: options, measures, nets, conditions.</summary>
internal static class SchemePartWords
{
    public const string Options = "Lựa chọn";
    public const string OptionCode = "Mã lựa chọn";
    public const string OptionPoints = "Điểm";
    public const string OptionTitle = "Nội dung lựa chọn";

    public const string Measures = "Số đo";
    public const string Formula = "Công thức";
    public const string LooksAt = "Xét theo";
    public const string MayExceed = "b được vượt a";
    public const string Target = "Chỉ tiêu (%)";
    public const string StepFrom = "Mốc tính bước";
    public const string StepLength = "Độ dài bước";
    public const string StepPoints = "Điểm mỗi bước";
    public const string StepAt = "Điểm tại mốc";
    public const string Wins = "Bậc được tính khi chồng nhau";
    public const string Otherwise = "Điểm phần còn lại";

    public const string MeasureLadder = "Thang số đo";
    public const string Points = "Điểm";
    public const string WholeFrom = "a từ";
    public const string WholeFromIncluded = "Tính cả a từ";
    public const string WholeTo = "a đến";
    public const string WholeToIncluded = "Tính cả a đến";

    public const string Addings = "Cách cộng";
    public const string IsNet = "Tính điểm ròng";
    public const string Least = "Thấp nhất";
    public const string Most = "Cao nhất";
    public const string GroupBonusCap = "Trần điểm thưởng của nhóm";
    public const string GroupPenaltyCap = "Trần điểm trừ của nhóm";
    public const string IsRescaled = "Quy về điểm tối đa";

    public const string Conditions = "Điều kiện";
    public const string ConditionCode = "Mã điều kiện";
    public const string ConditionTitle = "Nội dung điều kiện";
    public const string ByUnit = "Đơn vị khai báo";
    public const string ByHead = "Khối trưởng khai báo";
    public const string ByOffice = "Cơ quan thường trực khai báo";
    public const string ByBody = "Mã cơ quan khai báo";
    public const string Due = "Hạn (tháng-ngày)";
    public const string IsDueNextYear = "Hạn ở năm sau";
    public const string Source = "Nguồn";
    public const string Unless = "Trừ khi có điều kiện";

    public const string Effects = "Hệ quả";
    public const string EffectWay = "Hệ quả của điều kiện";
    public const string When = "Khi điều kiện là";

    public static readonly ChoiceWords<MeasureFormula> Formulas = new(
        (MeasureFormula.Linear, "Tỷ lệ thuận b/a"),
        (MeasureFormula.AllOrNothing, "Đạt chỉ tiêu hoặc 0"),
        (MeasureFormula.Steps, "Theo bước vượt mốc"),
        (MeasureFormula.Ladder, "Theo thang"),
        (MeasureFormula.Recorded, "Chỉ ghi số liệu"));

    public static readonly ChoiceWords<MeasureOf> MeasureOfs = new((MeasureOf.Share, "Tỷ lệ b/a (%)"), (MeasureOf.Value, "Giá trị b"));

    public static readonly ChoiceWords<Winner> Winners = new((Winner.MorePoints, "Bậc nhiều điểm hơn"), (Winner.FewerPoints, "Bậc ít điểm hơn"));

    public static readonly ChoiceWords<EffectKind> EffectKinds = new(
        (EffectKind.CapClass, "Xếp loại không quá"),
        (EffectKind.LowestClass, "Xếp mức thấp nhất"),
        (EffectKind.Zero, "Điểm bằng 0"),
        (EffectKind.AllowBonus, "Mới được tính điểm thưởng"),
        (EffectKind.ForbidBonus, "Không tính điểm thưởng"),
        (EffectKind.WaivePenalty, "Không tính điểm trừ"));

    public static readonly ChoiceWords<ConditionSource> Sources = new((ConditionSource.Declared, "Khai báo"), (ConditionSource.SelfScoreSent, "Đã nộp phiếu tự chấm"));

    /// <summary>All tabs of this page.</summary>
    public static readonly IReadOnlyList<string> Tabs = [Options, Measures, MeasureLadder, Addings, Conditions, Effects];
}

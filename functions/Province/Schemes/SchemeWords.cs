using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The tabs, headings and words of a scheme's workbook.</summary>
internal static class SchemeWords
{
    public const string General = "Bảng điểm";
    public const string Setting = "Nội dung";
    public const string Value = "Giá trị";
    public const string Note = "Ghi chú";

    public const string Title = "Tên bảng điểm";
    public const string Total = "Tổng điểm";
    public const string Basis = "Xếp hạng theo";
    public const string Rounding = "Làm tròn";
    public const string ShownDecimals = "Số chữ số thập phân hiển thị";
    public const string FloorsOn = "Mức sàn chung xét";
    public const string FloorsRead = "Mức sàn tính trên";
    public const string IsDraft = "Bản nháp";
    public const string ProRataBy = "Tính theo phần của năm khi sáp nhập";
    public const string BonusCap = "Trần tổng điểm thưởng";
    public const string PenaltyCap = "Trần tổng điểm trừ";
    public const string BonusClassified = "Điểm thưởng tính vào xếp loại";
    public const string BonusRanked = "Điểm thưởng tính vào xếp hạng";
    public const string ClassificationCap = "Trần điểm xếp loại";
    public const string Average = "Chấm chéo: cách lấy trung bình";
    public const string Peers = "Chấm chéo: số đơn vị chấm mỗi đơn vị";
    public const string SelfShare = "Chấm chéo: tỷ trọng điểm tự chấm (%)";
    public const string MinimumPeers = "Chấm chéo: số đơn vị chấm tối thiểu";

    public const string Rounds = "Thẩm định: số vòng";
    public const string Revisions = "Thẩm định: số lần yêu cầu chỉnh sửa";
    public const string HeadPower = "Thẩm định: quyền của Khối trưởng";
    public const string DeputyPower = "Thẩm định: quyền của Khối phó";
    public const string OfficePower = "Thẩm định: quyền của cơ quan thường trực";

    public const string Criteria = "Tiêu chí";
    public const string Code = "Mã";
    public const string Parent = "Thuộc nhóm";
    public const string CriterionTitle = "Tên tiêu chí";
    public const string Kind = "Loại";
    public const string Maximum = "Điểm tối đa";
    public const string EvidenceNeeded = "Minh chứng";
    public const string Each = "Điểm mỗi lần";
    public const string Step = "Bước điểm";
    public const string IsUncapped = "Không có trần";
    public const string Number = "Số in";
    public const string Level = "Cấp";
    public const string ScoredBy = "Căn cứ chấm điểm";
    public const string CheckedBy = "Cơ quan kiểm tra";
    public const string Outer = "Chỉ tiêu tỷ lệ ngoài (%)";
    public const string OuterPoints = "Điểm tỷ lệ ngoài";
    public const string Inner = "Chỉ tiêu tỷ lệ trong (%)";

    public const string Ladder = "Xếp loại";
    public const string RungTitle = "Tên mức";
    public const string From = "Từ";
    public const string FromIncluded = "Tính cả điểm từ";
    public const string To = "Đến";
    public const string ToIncluded = "Tính cả điểm đến";
    public const string Floor = "Mức sàn chung (%)";

    public const string NoneAtZero = "Không tiêu chí nào 0 điểm";

    public const string Floors = "Mức sàn riêng";
    public const string RungCode = "Mã mức";
    public const string CriterionCode = "Mã tiêu chí";
    public const string FloorShare = "Tỷ lệ (%)";

    public const string TieBreaks = "Tiêu chí phụ";
    public const string TieBreakWay = "Cách so";
    public const string TieBreakCriteria = "Các mã tiêu chí cộng lại";

    public const string Specialists = "Cơ quan chuyên môn";
    public const string SpecialistUnit = "Mã đơn vị";

    public static readonly ChoiceWords<bool> YesNo = new((true, "Có"), (false, "Không"));

    public static readonly ChoiceWords<CriterionKind> Kinds = new(
        (CriterionKind.Group, "Nhóm"),
        (CriterionKind.Direct, "Chấm trực tiếp"),
        (CriterionKind.PassFail, "Đạt / không đạt"),
        (CriterionKind.Count, "Theo số lần"),
        (CriterionKind.Quantitative, "Định lượng"),
        (CriterionKind.NestedPercentage, "Tỷ lệ lồng nhau"),
        (CriterionKind.Choice, "Chọn một mức"),
        (CriterionKind.Measure, "Theo số đo"),
        (CriterionKind.Bonus, "Điểm thưởng"),
        (CriterionKind.Penalty, "Điểm trừ"));

    public static readonly ChoiceWords<EvidenceRule> EvidenceRules = new(
        (EvidenceRule.NotNeeded, "Không cần"), (EvidenceRule.WhenClaimed, "Khi có điểm"), (EvidenceRule.Always, "Luôn cần"));

    public static readonly ChoiceWords<ScoreBasis> Bases = new(
        (ScoreBasis.Points, "Điểm"), (ScoreBasis.PercentOfAssigned, "Tỷ lệ % điểm được giao"), (ScoreBasis.Measures, "Chỉ theo tiêu chí phụ"));

    public static readonly ChoiceWords<RoundingRule> Roundings = new(
        (RoundingRule.HalfAwayFromZero, "Nửa làm tròn lên"), (RoundingRule.HalfToEven, "Nửa làm tròn về số chẵn"), (RoundingRule.TowardsZero, "Bỏ phần lẻ"));

    public static readonly ChoiceWords<FloorScope> FloorScopes = new((FloorScope.Sections, "Từng phần"), (FloorScope.Leaves, "Từng tiêu chí chấm điểm"));

    public static readonly ChoiceWords<FloorReading> FloorReadings = new((FloorReading.Net, "Điểm sau thưởng và trừ"), (FloorReading.Base, "Điểm chưa tính thưởng và trừ"));

    public static readonly ChoiceWords<ProRata> ProRatas = new((ProRata.None, "Không"), (ProRata.Days, "Theo ngày"), (ProRata.Months, "Theo tháng"));

    public static readonly ChoiceWords<PeerAverage> Averages = new(
        (PeerAverage.Mean, "Trung bình cộng"), (PeerAverage.Median, "Trung vị"), (PeerAverage.MeanWithoutExtremes, "Trung bình cộng bỏ cao nhất và thấp nhất"));

    public static readonly ChoiceWords<AppraisalPower> Powers = new(
        (AppraisalPower.Score, "Chấm điểm"), (AppraisalPower.SendBack, "Chỉ trả lại"));

    public static readonly ChoiceWords<TieBreakKind> TieBreakKinds = new(
        (TieBreakKind.MoreSectionsAtMaximum, "Nhiều phần đạt điểm tối đa hơn"),
        (TieBreakKind.HigherPointsIn, "Cao điểm hơn ở tiêu chí"),
        (TieBreakKind.FewerDeductions, "Ít điểm trừ hơn"),
        (TieBreakKind.HigherBase, "Điểm chưa tính thưởng và trừ cao hơn"),
        (TieBreakKind.HigherBonus, "Điểm thưởng cao hơn"),
        (TieBreakKind.HigherSumOf, "Tổng điểm các tiêu chí cao hơn"),
        (TieBreakKind.HigherMeasure, "Tổng số liệu các tiêu chí cao hơn"),
        (TieBreakKind.HigherShare, "Tỷ lệ b/a ở tiêu chí cao hơn"),
        (TieBreakKind.ShareOfWomen, "Tập thể có từ 70 % nữ"),
        (TieBreakKind.Ballot, "Bỏ phiếu"),
        (TieBreakKind.Decision, "Cấp có thẩm quyền quyết định"));
}

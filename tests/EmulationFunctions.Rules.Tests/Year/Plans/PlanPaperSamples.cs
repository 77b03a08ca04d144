using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Plans;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

/// <summary>A plan and a regulation as a bloc signs them.</summary>
internal sealed class PlanPaperSamples : ISamplePapers
{
    public const string Bloc = "Khối thi đua Hạ tầng - Kinh tế - Kỹ thuật";

    public static readonly IReadOnlyDictionary<string, LegalText> Register = new Dictionary<string, LegalText>
    {
        ["chi-thi-34"] = new("chi-thi-34", new("Chỉ thị", "34-CT/TW", new(2014, 4, 7), "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua, khen thưởng"), null, null, null, []),
    };

    /// <summary>What the first of the five articles says: 6 and 7, of which three are named.</summary>
    public static readonly Plan ThePlan = new(
        null,
        null,
        6,
        7,
        [],
        [
            new("Tập trung đổi mới nội dung, phương thức tổ chức các phong trào thi đua"),
            new("Tiếp tục triển khai phong trào thi đua đảm bảo thiết thực, hiệu quả"),
            new("Duy trì việc kiểm tra chéo về công tác thi đua đối với đơn vị thành viên") { Measures = ["Khắc phục những hạn chế", "Thúc đẩy phong trào phát triển đồng đều, liên tục, toàn diện và hiệu quả"] },
        ],
        [new("chi-thi-34"), new(null, new("Kế hoạch", "0125/KH-UBND", new(2020, 1, 10), "Ủy ban nhân dân tỉnh"), "Mục II")],
        [new(CarriedKind.Shortcoming, "Phong trào chưa phong phú, đa dạng về hình thức.", new(2019, SourceRoom.Report, null, "Báo cáo tổng kết")), new(CarriedKind.Conclusion, "Ban hành quy chế mới", new(2019, SourceRoom.Meeting, "tong-ket"))],
        new(new(2020, 1, 16), null, "tong-ket-2019", 2019));

    public static readonly Regulation TheRegulation = new(
        2,
        "06/QC-KTĐ",
        new(2020, 1, 20),
        [
            new("Phạm vi điều chỉnh", "Quy chế này quy định về tổ chức và hoạt động của khối."),
            new("Nguyên tắc làm việc", "1. Tập trung dân chủ.\n2. Mỗi đơn vị thành viên một phiếu."),
        ],
        new(new(2, 3), Voters.Members, new(1, 2, true), VoteBase.AllVoters, AbsenteeVotes.InWriting, TieRule.ChairDecides, false, Secrecy.Open, 2, ApprovalOfAnswers.ReportParts),
        new(new(2020, 1, 16)));

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["plan"] = PlanPaper.Compose(Bloc, 2020, ThePlan, Register),
        ["regulation"] = RegulationPaper.Compose(Bloc, 2020, TheRegulation),
    };
}

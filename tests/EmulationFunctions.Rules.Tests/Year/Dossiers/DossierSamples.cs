using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Calendar;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Year.Dossiers;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Rules.Tests.Year.Dossiers;

/// <summary>A dossier for the province's flag, whole and empty.</summary>
internal sealed class DossierSamples : ISamplePapers
{
    public static readonly DossierId Id = new(2026, "khoi-1", AwardTemplate.ProvinceFlag, "so-tai-chinh");

    public static readonly DossierOutline Outline = DossierTemplate.Default.Of(AwardTemplate.ProvinceFlag) with
    {
        Papers = [new("sang-kien", "Giấy chứng nhận sáng kiến", IsNeeded: true), new("anh", "Ảnh", IsNeeded: false)],
        OpinionsFrom = ["Thuế tỉnh"],
    };

    public static readonly DossierContent Whole = new(
        new("Dẫn đầu khối thi đua năm 2026.", "Đủ điều kiện, tiêu chuẩn.", "12/TTr-KTĐ", new(2026, 12, 4))
        {
            Grounds = [new("Luật", "06/2022/QH15", new(2022, 6, 15), "Quốc hội", "thi đua, khen thưởng"), new("Nghị định", "152/2025/NĐ-CP", new(2025, 6, 14), "Chính phủ")],
        },
        new(new(2026, 12, 2), null, "Hội trường Sở Tài chính", new(11, 9, 8, 1, 0, 1, 1, IsPassed: true)),
        new(new(2026, 11, 30), "Sở Nội vụ")
        {
            Sections =
            [
                new("dac-diem", "Đơn vị có 120 người."),
                new("thanh-tich", "Hoàn thành 12/12 chỉ tiêu.\nThu ngân sách vượt 5 %."),
                new("khen-thuong", "Năm 2025: Tập thể Lao động xuất sắc."),
            ],
        })
    {
        Files = [new("tep-1", "sang-kien"), new("tep-2", Title: "Bảng tổng hợp điểm")],
    };

    public static readonly Opinion Asked = new("thue", new("Thuế tỉnh", new(2026, 11, 16), Paper: new("Công văn", "45/KTĐ-VP", new(2026, 11, 16))));

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["award-letter"] = DossierPaper.Letter(Sight(Whole, Answered(new(2026, 11, 20)))),
        ["award-letter-empty"] = DossierPaper.Letter(Sight(new())),
        ["award-minutes"] = DossierPaper.Minutes(Sight(Whole)),
        ["achievement-report"] = DossierPaper.Report(Sight(Whole)),
        ["achievement-report-empty"] = DossierPaper.Report(Sight(new())),
    };

    public static Opinion Answered(DateOnly on, OpinionViewed view = OpinionViewed.Agrees) => Asked with { Answer = new(on, view, "Đơn vị không nợ thuế.") };

    public static Dossier Of(DossierContent content) => new(Id.Award, Id.Unit, new(2026, 11, 10), AwardTemplate.Version, 0, content);

    public static DossierSight Sight(DossierContent content, params Opinion[] opinions) => new(
        Id,
        PactSamples.Terms(["so-tai-chinh", "so-xay-dung"]) with { Names = new UnitNames(new Dictionary<string, Unit> { ["so-tai-chinh"] = new("so-tai-chinh", "Sở Tài chính", UnitKind.Department, [], false, [], false, 0) }) },
        new(Of(content), opinions, 1),
        Outline,
        "Cờ thi đua của Ủy ban nhân dân tỉnh",
        AwardTemplate.Version,
        NominationStatus.Nominated,
        Ballot: null,
        new Holidays([HolidaySamples.Of2026]),
        new(2026, 12, 5));
}

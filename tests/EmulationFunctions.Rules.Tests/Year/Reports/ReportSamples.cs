using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Rules.Tests.Year.Reports;

/// <summary>The papers of a half-year report that a bloc of nine has held in 2018.</summary>
internal sealed class ReportSamples : ISamplePapers
{
    public static readonly ReportRequest Request = new(
        "so-ket",
        ReportKind.HalfYear,
        "Báo cáo sơ kết công tác thi đua 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2018",
        new(2018, 1, 1),
        new(2018, 6, 30),
        new(2018, 7, 15),
        null,
        [new("chinh-tri", "Thực hiện nhiệm vụ chính trị"), new("cchc", "Cải cách hành chính"), new("phong-trao", "Các phong trào khác")],
        [new("thu-tuc", "Thủ tục hành chính đã tiếp nhận và giải quyết", "thủ tục"), new("qua-han", "Hồ sơ trả quá hạn", "hồ sơ"), new("mo-hinh", "Mô hình mới")],
        null,
        false,
        new(new(2018, 7, 20), null, "so-ket", null));

    public static readonly PartContent Part = new()
    {
        Answers = [new("thu-tuc", 8400, "gần 8.400"), new("qua-han", 0)],
        Results =
        [
            new("Về cơ bản các đơn vị đã hoàn thành nhiệm vụ theo đúng tiến độ, chỉ tiêu, kế hoạch đề ra.", "chinh-tri"),
            new("Duy trì trực bộ phận một cửa tiếp nhận và trả kết quả; niêm yết công khai dịch vụ công trực tuyến.", "cchc"),
            new("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", "phong-trao"),
            new("Bắc Kạn chung tay xây dựng nông thôn mới.", "phong-trao"),
        ],
        Shortcomings =
        [
            new("Việc tổ chức triển khai, thực hiện các phong trào thi đua chưa phong phú, đa dạng về hình thức."),
            new("Công tác khen thưởng, bình xét và công nhận danh hiệu ở một số đơn vị chưa được chặt chẽ."),
        ],
        Tasks = ["Tiếp tục tăng cường sự lãnh đạo của các cấp ủy đảng trong công tác thi đua khen thưởng.", "Đổi mới công tác thi đua khen thưởng.", "Tiếp tục đẩy mạnh công tác tuyên truyền thi đua khen thưởng."],
    };

    public static readonly ReportingBloc Bloc = new("Khối thi đua Kinh tế - Kỹ thuật", "Sở Tài nguyên và Môi trường", 9, unit => unit == "so-cong-thuong" ? "Sở Công Thương" : unit);

    public static readonly Report Draft = ReportMerge.Merge(Request, null, [("so-cong-thuong", Part)], [], Bloc.UnitName).Draft;

    public static IReadOnlyDictionary<string, Paper> Papers { get; } = new Dictionary<string, Paper>
    {
        ["report"] = ReportPaper.Of(Bloc, Request, DraftRules.Apply(Request, Draft, new()
        {
            PresentedBy = "so-cong-thuong",
            Items = [.. Draft.Items.Select(item => new ReportItemBody(item.Chapter, item.Text!, item.Number, item.Section)), new(ReportChapter.Shortcomings, "Khó khăn cho việc triển khai các hoạt động của khối.") { Causes = ["Lãnh đạo khối kiêm nhiệm", "Trụ sở làm việc không tập trung"] }],
            Statistics = [new("thu-tuc", 8400, "gần 8.400")],
        })),
        ["report-letter"] = ReportPaper.Letter(Bloc, Request),
        ["report-part"] = ReportPaper.Of(Bloc, Request, "so-cong-thuong", Part),
    };
}

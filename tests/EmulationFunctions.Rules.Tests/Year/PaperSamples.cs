using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;
using EmulationFunctions.Year.Standings;
using EmulationFunctions.Year.Visits;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year;

/// <summary>Papers of a bloc's scores as an office hands them on; names of units only.</summary>
internal sealed class PaperSamples : ISamplePapers
{
    private const string Unit = "so-tai-chinh";

    private static readonly SheetId Id = new(2026, "nam", "khoi-tham-muu", Unit);

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["self-score-report"] = SelfScore.Compose(),
        ["explanation-form"] = Explanation.Compose(),
        ["score-inspection-minutes"] = Minutes.Compose(),
        ["cross-check-plan"] = CrossCheckPaper.Plan(WorkbookSamples.Bloc, "năm 2026", [Visit, Planned], Names),
        ["cross-check-minutes"] = CrossCheckPaper.Minutes(WorkbookSamples.Bloc, "năm 2026", Visit, Names),
        ["summary-table"] = SummaryPaper.Compose(WorkbookSamples.Detailed, null, BlocKind.Bloc),
    };

    /// <summary>The form of the workbooks, with what each item is scored by and who checks it.</summary>
    public static SchemeTree Tree { get; } = SchemeTree.Of(new Scheme("khoi-tham-muu", 2, WorkbookSamples.Content with
    {
        Criteria =
        [
            .. WorkbookSamples.Content.Criteria.Select(criterion => criterion.Code switch
            {
                "I.1" => criterion with { Basis = "Báo cáo kết quả thực hiện nhiệm vụ năm; văn bản giao chỉ tiêu của Ủy ban nhân dân tỉnh", CheckedBy = "Văn phòng Ủy ban nhân dân tỉnh" },
                "II.1" => criterion with { Basis = "Quyết định xếp loại của cấp ủy" },
                "III" => criterion with { Basis = "Kế hoạch, báo cáo sơ kết, tổng kết phong trào thi đua", CheckedBy = "Sở Nội vụ" },
                _ => criterion,
            }),
        ],
    }));

    public static SelfScorePaper SelfScore => new(Id, WorkbookSamples.Bloc, WorkbookSamples.Units[1], null, Tree, Sheet, new([new("I.4", Unit, 100, 97)], HeldConditions.None));

    public static ExplanationPaper Explanation => new(Appraisal, WorkbookSamples.Bloc, null, [Visit], Rounds: 1);

    public static InspectionMinutesPaper Minutes => new(Appraisal, WorkbookSamples.Bloc, null, [Visit], Names, Rounds: 1);

    public static Inspection Visit => new(
        "kiem-tra-1",
        Unit,
        new(2026, 11, 20),
        ["so-noi-vu", "thanh-tra"],
        "Kiểm tra hồ sơ thi đua; đối chiếu điểm tự chấm với tài liệu kiểm chứng; làm việc với bộ phận một cửa.",
        new(2026, 11, 20),
        [
            new(1, "Chưa có kế hoạch kiểm tra nội bộ về công tác thi đua, khen thưởng.", "III", new(2026, 12, 5), new(new(2026, 11, 28), "Đã ban hành Kế hoạch số 0125/KH-STC.")),
            new(2, "Báo cáo quý II gửi chậm 01 ngày so với quy định", "P"),
        ],
        Version: 1);

    private static Inspection Planned => new("kiem-tra-2", "thanh-tra", new(2026, 12, 3), [Unit, "so-noi-vu"], null, null, [], Version: 2);

    private static StoredSheet Sheet => WorkbookSamples.Submitted(1) with
    {
        Content = WorkbookSamples.Submitted(1).Content with
        {
            Evidence = [new("I.1", "aa", "tep-1", "Bao cao so 215-BC-STC ngay 05-12-2026.pdf"), new("II.1", "bb", "tep-2", "Quyết định xếp loại tổ chức đảng.pdf")],
        },
    };

    private static UnitAppraisal Appraisal
    {
        get
        {
            var at = new DateTimeOffset(2026, 12, 12, 3, 0, 0, TimeSpan.Zero);
            var record = BlocRecord.Empty with
            {
                ClosedRounds = 1,
                Figures = [new("I.4", Unit, 100, 97)],
                Appraised =
                [
                    new(1, Unit, "I.1", P(22.5m), AppraiserOffice.Head, "02/12 chỉ tiêu hoàn thành chậm tiến độ so với kế hoạch được giao.", null, at, 1),
                    new(1, Unit, "III", P(8.75m), AppraiserOffice.Office, "Đối chiếu biên bản kiểm tra chéo.", "kiem-tra-1/1", at, 1),
                    new(1, Unit, "II.2", P(9.5m), AppraiserOffice.Office, "Có mô hình được cấp ủy ghi nhận.", null, at, 1),
                ],
                Explained = [new(1, Unit, "I.1", "Hai chỉ tiêu chậm do điều chỉnh dự toán giữa năm; đã hoàn thành trước ngày 30 tháng 11.", at, 1)],
            };
            return new(Id, WorkbookSamples.Units[1], Tree, record, Sheet, CountedScores.Of(Tree, record, new Dictionary<string, StoredSheet> { [Unit] = Sheet })[Unit]);
        }
    }

    private static UnitNames Names => new(
        new Dictionary<string, string> { [Unit] = WorkbookSamples.Units[1], ["so-noi-vu"] = WorkbookSamples.Units[0], ["thanh-tra"] = WorkbookSamples.Units[4] }
            .ToDictionary(one => one.Key, one => new Unit(one.Key, one.Value, default, [], false, [], false, 1)));
}

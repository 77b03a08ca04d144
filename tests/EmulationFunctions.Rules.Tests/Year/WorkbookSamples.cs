using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Sheets;
using EmulationFunctions.Year.Standings;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year;

/// <summary>Workbooks as an office hands them on; names of units only.</summary>
internal static class WorkbookSamples
{
    public const string Bloc = "Khối thi đua các cơ quan tham mưu tổng hợp";

    private static readonly DateTimeOffset At = new(2026, 12, 8, 2, 15, 0, TimeSpan.Zero);

    public static readonly string[] Units =
    [
        "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Văn phòng Ủy ban nhân dân tỉnh", "Thanh tra tỉnh",
        "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng, công nghiệp và phát triển đô thị tỉnh",
    ];

    public static SchemeContent Content { get; } = new(
        "Bảng điểm thi đua Khối các cơ quan tham mưu tổng hợp năm 2026",
        P(100),
        [
            new("I", null, "Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội, an ninh - quốc phòng và cải cách hành chính", CriterionKind.Group, P(60)),
            new("I.1", "I", "Hoàn thành các chỉ tiêu, nhiệm vụ Ủy ban nhân dân tỉnh giao trong năm, đúng tiến độ và bảo đảm chất lượng", CriterionKind.Direct, P(25), EvidenceRule.WhenClaimed),
            new("I.2", "I", "Báo cáo đúng hạn", CriterionKind.Count, P(10), Each: P(2.5m)),
            new("I.3", "I", "Tỷ lệ hồ sơ giải quyết đúng hạn, trong đó trước hạn", CriterionKind.NestedPercentage, P(15), Nested: new(Share(100), P(10), Share(15))),
            new("I.4", "I", "Giải ngân vốn đầu tư công", CriterionKind.Quantitative, P(10)),
            new("II", null, "Xây dựng Đảng, xây dựng hệ thống chính trị", CriterionKind.Group, P(30)),
            new("II.1", "II", "Tổ chức đảng hoàn thành tốt nhiệm vụ trở lên", CriterionKind.PassFail, P(20), EvidenceRule.Always),
            new("II.2", "II", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", CriterionKind.Direct, P(10)),
            new("III", null, "Công tác thi đua, khen thưởng", CriterionKind.Direct, P(10)),
            new("T", null, "Điểm thưởng: mô hình mới, sáng kiến được công nhận cấp tỉnh", CriterionKind.Bonus, P(5)),
            new("P", null, "Điểm trừ: chậm báo cáo, vi phạm kỷ luật", CriterionKind.Penalty, P(3), Each: P(1)),
        ],
        [
            new("XS", "Hoàn thành xuất sắc nhiệm vụ", P(90), true, null, false, Floor: Share(60)),
            new("T", "Hoàn thành tốt nhiệm vụ", P(80), true, P(90), false),
            new("HT", "Hoàn thành nhiệm vụ", P(50), true, P(80), false),
            new("K", "Không hoàn thành nhiệm vụ", null, false, P(50), false),
        ],
        [new(TieBreakKind.FewerDeductions, null), new(TieBreakKind.HigherPointsIn, "I")],
        PenaltyCap: P(3));

    private static SchemeTree Tree { get; } = SchemeTree.Of(new Scheme("khoi-tham-muu", 2, Content), new HashSet<string>());

    private static SheetContent Filled(int number) => SheetContent.Of(
        new ScoreEntry("I.1", P(24.5m - number), Explanation: "Hoàn thành 12/12 chỉ tiêu; 03 chỉ tiêu vượt kế hoạch từ 5 % trở lên.\nSố liệu theo báo cáo số 215/BC-SNV."),
        new ScoreEntry("I.2", Count: 4),
        new ScoreEntry("I.3", Counts: new(1_250, 1_250, 190)),
        new ScoreEntry("II.1", P(20)),
        new ScoreEntry("II.2", P(9)),
        new ScoreEntry("III", P(9.5m)),
        new ScoreEntry("T", P(2)),
        number % 2 == 1 ? new ScoreEntry("P", Count: 1, Explanation: "Chậm báo cáo quý II 01 lần") : new ScoreEntry("P", Count: 0));

    public static StoredSheet Submitted(int number) => new(new(SheetState.Submitted, "khoi-tham-muu", 2, "h", At), Filled(number));

    public static SheetWorkbook Sheet { get; } = new(
        new(2026, "nam", "khoi-tham-muu", "so-tai-chinh"), Bloc, Units[1], null, Tree, Submitted(1), new([new("I.4", "so-tai-chinh", 100, 97)], HeldConditions.None), new VietnamTime());

    /// <summary>What is chosen, measured, netted and conditional, with a plan that was not published and a head that was reprimanded.</summary>
    public static SheetWorkbook MeasuredSheet { get; } = new(
        new(2026, "nam", "khoi-tham-muu", "so-tai-chinh"),
        Bloc,
        Units[1],
        null,
        MeasuredForm.Content.Tree(),
        new(new(SheetState.Submitted, "mau", 1, "h", At), SheetContent.Of(MeasuredForm.Entries)),
        new([], HeldConditions.Of(MeasuredForm.Content, new Dictionary<string, bool> { ["KT"] = true }, isSelfScoreSent: true)),
        new VietnamTime());

    public static IReadOnlyList<TableSheet> Standings(string? periodName = null, BlocKind kind = BlocKind.Bloc) => StandingsWorkbook.Make(Detailed, periodName, kind, new VietnamTime());

    public static DetailedStandings Detailed { get; } = Detail();

    private static DetailedStandings Detail()
    {
        var record = BlocRecord.Empty with { Figures = [.. Units.Select((_, index) => new Figure("I.4", $"u{index}", 100, 90 + index))] };
        var entrants = Units.Select((name, index) => new Entrant($"u{index}", name, Submitted(index), index == 4 ? new("Chưa lập phiếu điểm.", "No sheet.") : null));
        var placements = Placements.Of(Tree, record, [.. entrants]);
        var standings = new BlocStandings(
            new(2026, "nam", "khoi-tham-muu"), StandingsState.Published, Bloc, StandingsScheme.Of(Tree), null, At, placements.Places, placements.Apart, 1);
        return new(standings, Tree, placements.Totals);
    }

    /// <summary>A scheme with more groups than stand side by side on a page, and a name that takes several lines.</summary>
    public static IReadOnlyList<TableSheet> WideStandings()
    {
        var tree = SchemeC.Content.Tree();
        var standings = new BlocStandings(
            new(2026, "6-thang", "cum-1"), StandingsState.Preview, $"Cụm thi đua {Units[5]}", StandingsScheme.Of(tree), null, null, [], [new("x", Units[5], new("Chưa nộp.", "Not submitted."))], 1);
        return StandingsWorkbook.Make(new(standings, tree, new Dictionary<string, NodeTotals>()), "6 tháng đầu năm", BlocKind.Cluster, new VietnamTime());
    }

    public static IReadOnlyList<TableSheet> Scheme() => SchemeWorkbook.Write(new(new Scheme("khoi-tham-muu", 2, Content), false, 1, []));
}

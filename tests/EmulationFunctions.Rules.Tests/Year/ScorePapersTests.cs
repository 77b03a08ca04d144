using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year;

/// <summary>What the papers of scores say, and what they leave open.</summary>
public sealed class ScorePapersTests
{
    [Fact]
    public void A_self_score_report_says_item_by_item_what_the_unit_gave_itself_and_why()
    {
        var (lines, gaps) = Written("self-score-report");

        Assert.Contains("Tổng điểm tự chấm: 92,85 điểm (các tiêu chí 91,85/100 điểm; điểm thưởng 2 điểm; điểm trừ 1 điểm).", lines);
        Assert.Contains("Tự xếp loại: Hoàn thành xuất sắc nhiệm vụ.", lines);
        Assert.Contains("I.1. Hoàn thành các chỉ tiêu, nhiệm vụ Ủy ban nhân dân tỉnh giao trong năm, đúng tiến độ và bảo đảm chất lượng: Tự chấm 23,5/25 điểm.", lines);
        Assert.Contains("Số liệu: 1.250/1.250 đạt, trong đó 190 xuất sắc.", lines);
        Assert.Contains("- Quyết định xếp loại tổ chức đảng.pdf", lines);
        Assert.Contains("Đính kèm: Bảng chấm điểm./.", lines);
        Assert.DoesNotContain(gaps, gap => gap.Contains("tiêu chí", StringComparison.Ordinal));
    }

    [Fact]
    public void Papers_stand_behind_an_item_as_they_are_cited_and_their_files_are_not_named_again()
    {
        var sheet = PaperSamples.SelfScore.Sheet;
        var paper = PaperSamples.SelfScore with
        {
            Sheet = sheet with
            {
                Content = sheet.Content with
                {
                    Papers = [new("bao-cao", "I.1", new("Báo cáo", "403/BC-PTNMT", new(2026, 11, 30)), "tep-1")],
                    Evidence = [new("I.1", "", "tep-1", "403-BC.pdf"), new("I.1", "", "tep-2", "Biểu mẫu.xlsx")],
                },
            },
        };

        var text = Papers.Lines(PaperWriter.Write(paper.Compose()).Content);

        Assert.Contains("- Báo cáo 403/BC-PTNMT ngày 30/11/2026", text);
        Assert.Contains("- Biểu mẫu.xlsx", text);
        Assert.DoesNotContain("- 403-BC.pdf", text);
    }

    [Fact]
    public void Its_annex_has_the_basis_inside_the_cell_and_ends_with_sum_class_and_caps()
    {
        var (lines, _) = Written("self-score-report");

        var annex = lines.SkipWhile(line => line != "BẢNG CHẤM ĐIỂM THI ĐUA NĂM 2026").ToList();
        Assert.Contains("Căn cứ chấm điểm: Quyết định xếp loại của cấp ủy", annex);
        Assert.Contains("(Sở Nội vụ kiểm tra)", annex);
        Assert.Equal(["Cộng điểm các tiêu chí", "100", "91,85", "2", "-1"], annex.SkipWhile(line => line != "Cộng điểm các tiêu chí").Take(5));
        Assert.Contains("Ghi chú (toàn bảng): tổng điểm trừ không quá 3 điểm.", annex);
    }

    [Fact]
    public void What_a_unit_has_not_scored_is_a_gap_and_so_is_its_class()
    {
        var paper = PaperSamples.SelfScore with { Sheet = new(null, SheetContent.Of(Entry("I.1", 20))) };

        var gaps = PaperWriter.Write(paper.Compose()).Gaps;

        Assert.Contains("điểm tự chấm tiêu chí II.1", gaps);
        Assert.Contains("tự xếp loại (còn tiêu chí chưa có điểm)", gaps);
        Assert.DoesNotContain("điểm tự chấm tiêu chí I.1", gaps);
    }

    [Fact]
    public void An_explanation_form_shows_the_difference_and_what_was_not_explained()
    {
        var (lines, gaps) = Written("explanation-form");

        Assert.Equal(["23,5", "22,5", "-1", "02/12 chỉ tiêu hoàn thành chậm tiến độ so với kế hoạch được giao."], lines.SkipWhile(line => !line.StartsWith("I.1 ", StringComparison.Ordinal)).Skip(1).Take(4));
        Assert.Contains("+0,5", lines);
        Assert.Contains("Đối chiếu biên bản kiểm tra chéo (kết luận số 1 của cuộc kiểm tra ngày 20/11/2026)", lines);
        Assert.Contains("giải trình tiêu chí II.2", gaps);
        Assert.DoesNotContain("giải trình tiêu chí I.1", gaps);
    }

    [Fact]
    public void Minutes_of_an_inspection_say_every_item_with_its_reason_and_invent_no_fact()
    {
        var (lines, gaps) = Written("score-inspection-minutes");

        Assert.DoesNotContain(lines, line => line.StartsWith("Số:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("- I.1 ", StringComparison.Ordinal) && line.EndsWith("22,5/25 điểm (tự chấm 23,5; lý do: 02/12 chỉ tiêu hoàn thành chậm tiến độ so với kế hoạch được giao);", StringComparison.Ordinal));
        Assert.Contains("- I.2 Báo cáo đúng hạn: 10/10 điểm (theo điểm tự chấm);", lines);
        Assert.Contains("3. Tổng điểm thống nhất tại thời điểm kiểm tra: 91,6/100 điểm (điểm thưởng 2; điểm trừ 1).", lines);
        Assert.Superset(
            new HashSet<string> { "giờ bắt đầu", "địa điểm kiểm tra", "giờ kết thúc", "số bản", "có thông qua hay không", "họ và tên thư ký" },
            gaps.ToHashSet());
        Assert.Equal(["ĐẠI DIỆN ĐƠN VỊ", "ĐƯỢC KIỂM TRA", "THƯ KÝ", "CHỦ TRÌ"], lines.SkipWhile(line => line != "ĐẠI DIỆN ĐƠN VỊ").Take(4));
    }

    [Fact]
    public void A_visit_without_findings_does_not_say_that_all_was_well()
    {
        var visit = PaperSamples.Visit with { Findings = [] };

        var gaps = PaperWriter.Write(EmulationFunctions.Year.Visits.CrossCheckPaper.Minutes("Khối", "năm 2026", visit, new UnitNames(new Dictionary<string, Unit>()))).Gaps;

        Assert.Contains("kết luận kiểm tra", gaps);
    }

    [Fact]
    public void The_summary_table_lies_and_has_a_row_for_every_unit()
    {
        var (lines, _) = Written("summary-table");

        Assert.True(SamplePapers.All["summary-table"].IsLying);
        Assert.Equal(["1", "Sở Nội vụ", "54", "29", "9,5", "2", "0", "94,5", "1", "Hoàn thành xuất sắc nhiệm vụ"], lines.SkipWhile(line => line != "Sở Nội vụ").Prepend("1").Take(10));
        Assert.Contains("Không xếp hạng: Chưa lập phiếu điểm.", lines);
    }

    [Fact]
    public void A_summary_by_percentage_has_its_column_and_one_by_measures_no_points()
    {
        var percent = SummaryPaper.Compose(WorkbookSamples.Detailed with { Standings = WorkbookSamples.Detailed.Standings with { Scheme = WorkbookSamples.Detailed.Standings.Scheme with { Basis = EmulationFunctions.Province.Schemes.ScoreBasis.PercentOfAssigned } } }, null, BlocKind.Cluster);
        var measures = SummaryPaper.Compose(WorkbookSamples.Detailed with { Standings = WorkbookSamples.Detailed.Standings with { Scheme = WorkbookSamples.Detailed.Standings.Scheme with { Basis = EmulationFunctions.Province.Schemes.ScoreBasis.Measures } } }, null, BlocKind.Bloc);

        var lines = Papers.Lines(PaperWriter.Write(percent).Content);
        Assert.Contains("Tỷ lệ (%)", lines);
        Assert.Contains("CỤM TRƯỞNG", lines);
        Assert.Contains("Số liệu xếp hạng", Papers.Lines(PaperWriter.Write(measures).Content));
    }

    private static (IReadOnlyList<string> Lines, IReadOnlyList<string> Gaps) Written(string name)
    {
        var written = PaperWriter.Write(SamplePapers.All[name]);
        return (Papers.Lines(written.Content), written.Gaps);
    }
}

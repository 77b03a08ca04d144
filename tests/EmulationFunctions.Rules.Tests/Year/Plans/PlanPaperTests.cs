using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Plans;
using static EmulationFunctions.Rules.Tests.Year.Plans.PlanPaperSamples;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

public sealed class PlanPaperTests
{
    [Fact]
    public void What_is_only_counted_is_a_gap_with_its_number_and_nothing_is_made_up()
    {
        var gaps = PaperWriter.Write(PlanPaper.Compose(Bloc, 2020, ThePlan, Register)).Gaps;

        Assert.Contains("6 mục tiêu, nhiệm vụ", gaps);
        Assert.Contains("4 nhóm giải pháp", gaps);
        Assert.Contains("số, ký hiệu", gaps);
    }

    [Fact]
    public void A_plan_cites_what_it_rests_on_carries_over_with_its_source_and_says_when_it_was_adopted()
    {
        var paper = PlanPaper.Compose(Bloc, 2020, ThePlan, Register);

        Assert.Equal(
            ["Căn cứ Chỉ thị 34-CT/TW ngày 07/04/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng", "Căn cứ Mục II Kế hoạch 0125/KH-UBND ngày 10/01/2020 của Ủy ban nhân dân tỉnh"],
            paper.Grounds.Select(ground => ground.Plain));
        Assert.Contains("Phong trào chưa phong phú, đa dạng về hình thức (Báo cáo tổng kết, năm 2019).", paper.Blocks.OfType<PaperList>().SelectMany(list => list.Items).Select(item => item.Plain));
        Assert.Equal("Kế hoạch này được khối thông qua tại cuộc họp của khối năm 2019 ngày 16/01/2020.", paper.Blocks.OfType<PaperParagraph>().Last().Text.Plain);
    }

    [Fact]
    public void A_draft_says_that_it_is_one_and_an_adoption_known_by_words_only_is_told_in_words()
    {
        var draft = PlanPaper.Compose(Bloc, 2020, ThePlan with { Adopted = null }, Register);
        var said = RegulationPaper.Compose(Bloc, 2020, TheRegulation with { Adopted = new(null, "ngay từ đầu năm") });
        var nowhere = RegulationPaper.Compose(Bloc, 2020, TheRegulation with { Adopted = new(null, null, "phat-dong") });

        Assert.Equal("(Dự thảo)", Assert.IsType<PaperParagraph>(draft.Blocks[0]).Text.Plain);
        Assert.Equal("Quy chế này được khối thông qua (ngay từ đầu năm).", said.Blocks.OfType<PaperParagraph>().Last().Text.Plain);
        Assert.Contains("ngày thông qua", PaperWriter.Write(nowhere).Gaps);
    }

    [Fact]
    public void A_regulation_tells_what_it_settles_and_is_silent_where_it_is_silent()
    {
        var whole = Assert.Single(RegulationPaper.Compose(Bloc, 2020, TheRegulation).Annexes);
        var rows = Assert.IsType<PaperGrid>(whole.Blocks[0]).Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.Text.Plain))).ToList();

        Assert.Equal(
            [
                "1 | Số đơn vị phải có mặt | ít nhất 2/3 tổng số đơn vị thành viên", "2 | Đơn vị biểu quyết | mỗi đơn vị thành viên một phiếu", "3 | Tỷ lệ thông qua | trên 1/2 tổng số đơn vị có quyền biểu quyết",
                "4 | Đơn vị vắng mặt | cho ý kiến bằng văn bản", "5 | Khi số phiếu ngang nhau | theo ý kiến của người chủ trì", "6 | Biểu quyết cho chính đơn vị mình | không được", "7 | Hình thức | công khai",
                "8 | Số lần bỏ phiếu | không quá 2 lần cho một nội dung", "9 | Nội dung phải được lãnh đạo đơn vị duyệt trước khi gửi | phần báo cáo của đơn vị",
            ],
            rows);
        Assert.Empty(RegulationPaper.Compose(Bloc, 2020, TheRegulation with { Settings = new() }).Annexes);
        Assert.Contains("nội dung quy chế", PaperWriter.Write(RegulationPaper.Compose(Bloc, 2020, TheRegulation with { Articles = [] })).Gaps);
    }
}

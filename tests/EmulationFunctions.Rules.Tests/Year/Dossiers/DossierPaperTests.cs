using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Dossiers;
using static EmulationFunctions.Rules.Tests.Year.Dossiers.DossierSamples;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Rules.Tests.Year.Dossiers;

public sealed class DossierPaperTests
{
    [Fact]
    public void The_letter_says_its_legal_basis_the_vote_the_opinions_and_the_appraisal()
    {
        var lines = Lines(DossierPaper.Letter(Sight(Whole, Answered(new(2026, 11, 20)))));

        Assert.Contains("Căn cứ Luật 06/2022/QH15 ngày 15/06/2022 của Quốc hội về thi đua, khen thưởng;", lines);
        Assert.Contains("Khối 1 đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh năm 2026 cho: Sở Tài chính.", lines);
        // 9 of 11 are 81.8181… %: cut, never rounded up.
        Assert.Contains(lines, line => line.EndsWith("ý kiến bằng văn bản của người vắng: đồng ý 1, ý kiến khác 1. Tỷ lệ đồng ý trên tổng số: 81,81 %; thông qua.", StringComparison.Ordinal));
        Assert.Contains("- Thuế tỉnh: đồng ý (20/11/2026). Đơn vị không nợ thuế.", lines);
        Assert.Contains("Đủ điều kiện, tiêu chuẩn.", lines);
        Assert.Contains("- Giấy chứng nhận sáng kiến;", lines);
    }

    [Fact]
    public void Of_a_ballot_that_tells_no_counts_the_papers_tell_the_outcome_and_who_voted()
    {
        var sight = Sight(Whole) with { Ballot = new("bau-co", new(2026, 12, 2), true, 11, null, 9, Counts: null) };

        Assert.Contains("Cuộc họp ngày 02/12/2026: 9/11 người có quyền bỏ phiếu đã bỏ phiếu; theo quy chế không công bố số phiếu; thông qua.", Lines(DossierPaper.Letter(sight)));
        Assert.Contains("Có quyền bỏ phiếu: 11; đã bỏ phiếu: 9. Khách mời không bỏ phiếu.", Lines(DossierPaper.Minutes(sight)));
        Assert.DoesNotContain("số phiếu đồng ý", PaperWriter.Write(DossierPaper.Minutes(sight)).Gaps);
    }

    [Fact]
    public void A_body_that_did_not_answer_has_agreed_to_nothing() => Assert.Contains(
        "- Thuế tỉnh: chưa trả lời, hạn đến 30/11/2026; không trả lời không phải là đồng ý.", Lines(DossierPaper.Letter(Sight(Whole, Asked))));

    [Fact]
    public void What_was_not_written_down_is_a_gap()
    {
        Assert.Superset(new HashSet<string> { "căn cứ pháp lý", "tóm tắt thành tích", "kết quả bình xét", "kết quả thẩm định" }, PaperWriter.Write(DossierPaper.Letter(Sight(new()))).Gaps.ToHashSet());
        Assert.Superset(new HashSet<string> { "ngày họp", "số phiếu đồng ý", "kết quả bỏ phiếu" }, PaperWriter.Write(DossierPaper.Minutes(Sight(new()))).Gaps.ToHashSet());
        Assert.Superset(new HashSet<string> { "Thành tích đạt được", "ngày tính thành tích", "cơ quan xác nhận" }, PaperWriter.Write(DossierPaper.Report(Sight(new()))).Gaps.ToHashSet());
    }

    [Fact]
    public void The_report_follows_the_office_s_outline()
    {
        var lines = Lines(DossierPaper.Report(Sight(Whole)));

        Assert.Equal(
            ["I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "Đơn vị có 120 người.", "II. THÀNH TÍCH ĐẠT ĐƯỢC", "Hoàn thành 12/12 chỉ tiêu.", "Thu ngân sách vượt 5 %.", "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"],
            lines.SkipWhile(line => !line.StartsWith("I. ", StringComparison.Ordinal)).Take(6));
    }

    private static IReadOnlyList<string> Lines(Paper paper) => SoundPapers.Lines(PaperWriter.Write(paper).Content);
}

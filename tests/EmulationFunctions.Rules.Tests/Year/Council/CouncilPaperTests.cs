using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Council;
using static EmulationFunctions.Rules.Tests.Year.Council.CouncilSamples;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Rules.Tests.Year.Council;

public sealed class CouncilPaperTests
{
    [Fact]
    public void Sixty_nine_were_proposed_and_forty_eight_passed()
    {
        var lines = Lines(CouncilPaper.Minutes(Sight(Record(69, 48)), []));

        Assert.Contains("Tổng số đề nghị: 69; thông qua: 48; không thông qua: 21; để lại: 0.", lines);
        Assert.Contains("1. Thành viên Hội đồng dự họp: 9/11, cần ít nhất 9 (80/100; quy chế Hội đồng).", lines);
        Assert.Equal((48, 21), (lines.Count(line => line == "Thông qua"), lines.Count(line => line == "Không thông qua")));
        Assert.Equal(21, lines.Count(line => line.StartsWith("- Đề nghị số ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_count_says_what_became_of_the_papers_and_shows_absentees_apart()
    {
        var record = Record(1, 1) with
        {
            Votes = [new("lan-1", new(VoteWay.Ballot, 1, [Votes(1, 7, 1, 0, new("tv-9", WrittenView.For), new("tv-10", WrittenView.Against))], new(9, 9, 0, 8, 1)))],
        };

        var lines = Lines(CouncilPaper.Count(Sight(record)));

        Assert.Contains("Lượt 1, bỏ phiếu (1 đề nghị): phát ra 9; thu về 9; không thu về 0; hợp lệ 8; không hợp lệ 1.", lines);
        Assert.Contains("1/1/0", lines);
        Assert.Contains("8/11 (72,72 %)", lines);
    }

    [Fact]
    public void How_remarks_on_its_proposals_were_dealt_with_stands_in_the_minutes_and_one_that_waits_is_a_gap()
    {
        var minutes = CouncilPaper.Minutes(
            Sight(Record(2, 2)),
            [
                new("so-1", AwardTemplate.ProvinceFlag, "so-9", "đơn vị", new(2026, 12, 14), "không có căn cứ", "Số liệu đúng"),
                new("so-2", AwardTemplate.ProvinceFlag, null, "công dân", new(2026, 12, 16), null, null),
                new("so-2", AwardTemplate.ProvinceCertificate, null, "báo chí", new(2026, 12, 16), "có căn cứ", "Việc khác"),
            ]);

        Assert.Contains("- Đề nghị số 1, so-1: góp ý của so-9 nhận ngày 14/12/2026: không có căn cứ. Số liệu đúng.", Lines(minutes));
        Assert.Contains("xử lý góp ý về đề nghị 2", PaperWriter.Write(minutes).Gaps);
        Assert.DoesNotContain(Lines(minutes), line => line.Contains("Việc khác", StringComparison.Ordinal));
    }

    [Fact]
    public void What_nobody_wrote_down_is_a_gap_and_no_count_is_made_up()
    {
        var written = PaperWriter.Write(CouncilPaper.Minutes(Sight(new(Session(Content(1, 11, null)), [], [], 1, 0)), []));

        Assert.Superset(
            new HashSet<string> { "giờ bắt đầu", "địa điểm họp", "số thành viên dự họp", "kết quả bỏ phiếu đề nghị 1", "kết luận về đề nghị 1", "giờ kết thúc" }, written.Gaps.ToHashSet());
    }

    private static IReadOnlyList<string> Lines(Paper paper) => SoundPapers.Lines(PaperWriter.Write(paper).Content);
}

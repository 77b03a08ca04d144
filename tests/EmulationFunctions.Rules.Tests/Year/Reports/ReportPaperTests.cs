using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Reports;
using static EmulationFunctions.Rules.Tests.Year.Reports.ReportSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reports;

/// <summary>The report as an office signs it: what was put down is in it, what was not is a gap.</summary>
public sealed class ReportPaperTests
{
    [Fact]
    public void The_report_has_the_skeleton_of_every_such_report_and_says_whose_each_paragraph_is()
    {
        var lines = Lines(ReportPaper.Of(Bloc, Request, Draft));

        Assert.Equal(
            ["I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Thực hiện nhiệm vụ chính trị", "2. Cải cách hành chính", "3. Các phong trào khác", "4. Số liệu", "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ", "IV. ĐỀ XUẤT, KIẾN NGHỊ"],
            lines.Where(line => char.IsAsciiDigit(line[0]) && line.Contains(". ", StringComparison.Ordinal) || line.StartsWith('I')));
        Assert.Contains("- Sở Công Thương: Bắc Kạn chung tay xây dựng nông thôn mới.", lines);
        Assert.Contains("Số liệu của 1/9 đơn vị", lines);
        Assert.DoesNotContain("(Dự thảo)", lines);
        Assert.Contains("(Dự thảo)", Lines(ReportPaper.Of(Bloc, Request with { Adopted = null }, Draft)));
    }

    [Fact]
    public void A_number_stands_as_the_editor_said_it_and_about_right_where_only_the_units_did()
    {
        Assert.Contains("khoảng 8.400", Lines(ReportPaper.Of(Bloc, Request, Draft)));
        Assert.Contains("gần 8.400", Lines(Papers["report"]));
        Assert.Contains("gần 8.400", Lines(Papers["report-part"]));
        Assert.Contains("0", Lines(Papers["report-part"])); // none overdue is a number
    }

    [Fact]
    public void What_nobody_put_down_is_a_gap_and_never_made_up()
    {
        Assert.Equal(
            ["cơ quan chủ quản", "số, ký hiệu", "địa danh", "ngày, tháng, năm", "nguyên nhân của tồn tại, hạn chế", "đề xuất, kiến nghị", "họ tên người ký"],
            PaperWriter.Write(ReportPaper.Of(Bloc, Request, Draft)).Gaps);
        Assert.Contains("Mô hình mới", PaperWriter.Write(Papers["report-part"]).Gaps); // a question without an answer
        var nothing = PaperWriter.Write(ReportPaper.Of(Bloc with { Head = null }, Request with { Questions = [] }, Report.Empty)).Gaps;
        Assert.Superset(new HashSet<string> { "kết quả đạt được", "tồn tại, hạn chế", "phương hướng, nhiệm vụ", "đề xuất, kiến nghị", "đơn vị Khối trưởng" }, nothing.ToHashSet());
    }

    [Fact]
    public void A_share_of_recorded_numbers_is_reckoned_and_asked_of_nobody()
    {
        var share = new ReportQuestion("dung-han", "Tỷ lệ đúng hạn", "%", IsSummed: false, new("qua-han", "thu-tuc", IsRest: true));
        var request = Request with { Questions = [.. Request.Questions, share] };
        var other = Part with { Answers = [new("thu-tuc", 1600), new("qua-han", 65)] };
        var halfKnown = Part with { Answers = [new("thu-tuc", 5000)] };

        var draft = ReportMerge.Merge(request, null, [("so-a", Part), ("so-b", other), ("so-c", halfKnown)], [], unit => unit).Draft;

        // (8400 + 1600 - 0 - 65) of 10000: of those who gave both numbers.
        Assert.Equal(99.35m, draft.Statistics[^1].Sum);
        Assert.Contains("99,35", Lines(ReportPaper.Of(Bloc, request, draft)));
        Assert.Contains("95,94", Lines(ReportPaper.Of(Bloc, request, "so-b", other)));
        Assert.Contains("Tỷ lệ đúng hạn", PaperWriter.Write(ReportPaper.Of(Bloc, request, "so-c", halfKnown)).Gaps);
        Assert.Null(share.Share!.Of(code => code == "thu-tuc" ? 0 : 0));
    }

    [Theory]
    [InlineData("qua-han", 20, "80")]
    [InlineData("thu-tuc", 50, "80")]
    [InlineData("dung-han", 77, "77")]
    public void A_share_follows_from_the_numbers_that_an_editor_put_down_beside_it_and_the_paper_says_what_the_report_does(string edited, int number, string printed)
    {
        var share = new ReportQuestion("dung-han", "Tỷ lệ đúng hạn", "%", IsSummed: false, new("qua-han", "thu-tuc", IsRest: true));
        var request = Request with { Questions = [.. Request.Questions, share] };
        var merged = ReportMerge.Merge(request, null, [("so-a", Part with { Answers = [new("thu-tuc", 100), new("qua-han", 10)] })], [], unit => unit).Draft;

        var draft = merged with { Statistics = [.. merged.Statistics.Select(one => one.Question == edited ? one with { Number = number } : one)] };

        Assert.Equal(90m, merged.NumberOf(share));
        Assert.Equal(printed, $"{draft.NumberOf(share):0.##}");
        Assert.Contains(printed, Lines(ReportPaper.Of(Bloc, request, draft)));
    }

    [Fact]
    public void A_cluster_s_report_is_signed_by_its_own_head() => Assert.Equal(
        ["TM. Cụm thi đua", "Cụm trưởng"],
        ReportPaper.Of(Bloc with { Kind = EmulationFunctions.Province.Roster.BlocKind.Cluster }, Request, Draft).Signatures.SelectMany(one => new[] { one.Capacity!.Plain, one.Post.Plain }));

    private static IReadOnlyList<string> Lines(Paper paper) => EmulationFunctions.Rules.Tests.Platform.Documents.Papers.Lines(PaperWriter.Write(paper).Content);
}

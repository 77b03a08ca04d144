using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>The pact of eleven units as it is signed, and a registration; what nobody recorded is a gap.</summary>
public sealed class PactPaperTests
{
    [Fact]
    public void A_pact_has_a_block_for_each_member_the_head_first_and_says_who_signed_how()
    {
        var paper = PactPapersOf.Compose(unit => unit == "don-vi-03" ? null : Signed(unit) with { Way = SignatureWay.Paper, Day = new(2017, 3, 7), Signer = new(null, "Giám đốc", "") });
        var written = PaperWriter.Write(paper);

        Papers.AssertValid(written.Content);
        Assert.Equal(11, paper.Signatures.Count);
        Assert.Equal(["Sở Tài nguyên và Môi trường", "Sở Công thương"], paper.Signatures.Take(2).Select(one => one.Capacity!.Plain)); // then the deputy
        Assert.Equal(PactPapersOf.Names.Skip(2).Order(VietnameseNames.Order), paper.Signatures.Skip(2).Select(one => one.Capacity!.Plain));
        Assert.Equal(10, paper.Signatures.Count(one => one.Note?.Plain == "(Đã ký trên bản giấy ngày 07/03/2017)"));
        Assert.Contains("chức vụ người ký của Sở Nông nghiệp và Phát triển nông thôn", written.Gaps);
        Assert.Equal(new DateOnly(2017, 3, 7), paper.Head.Day);
        // The unit's name stands above; the block does not say it again.
        Assert.Contains("[…chưa ghi: chức vụ người ký…]", Papers.Lines(written.Content));
    }

    [Fact]
    public void The_text_says_what_was_promised_and_a_share_of_a_share_below_it()
    {
        var lines = Papers.Lines(PaperWriter.Write(PactPapersOf.Papers["pact"]).Content);

        Assert.Contains("GIAO ƯỚC THI ĐUA", lines);
        Assert.Contains("Năm 2017", lines);
        Assert.Contains("Căn cứ Chỉ thị 34-CT/TW ngày 07/04/2014 về tiếp tục đổi mới công tác thi đua, khen thưởng;", lines);
        Assert.Contains("Căn cứ Nghị quyết Trung ương 4 (khoá XII).", lines);
        Assert.Equal(
            [
                "- Các chi, Đảng bộ trong Khối đạt danh hiệu: “Trong sạch vững mạnh” hoặc “Trong sạch vững mạnh tiêu biểu”;",
                "- 100% cán bộ đảng viên, công chức, viên chức được đánh giá hoàn thành và hoàn thành tốt nhiệm vụ trở lên;",
                "+ trong đó 15% hoàn thành xuất sắc nhiệm vụ;",
                "- Cơ quan đạt danh hiệu: “Công sở văn hóa”;",
                "- không quá 0,5% hồ sơ giải quyết chậm;",
                "- Sáng kiến được công nhận: 1.250,5 sáng kiến./.",
            ],
            lines.SkipWhile(line => line != "II. CHỈ TIÊU PHẤN ĐẤU").Skip(1).TakeWhile(line => line[0] is '-' or '+'));
        Assert.Contains("(Đã ký trên bản giấy, tháng 3 năm 2017)", lines);
        Assert.Contains("(Đã ký bằng tài khoản của đơn vị ngày 07/03/2017)", lines);
        Assert.Contains("Ông A", lines);
    }

    [Fact]
    public void A_pact_that_says_nothing_yet_is_one_gap_and_has_no_day()
    {
        var paper = new PactPaper(new([Pact(new("Giao ước", [], null, [], [], null))], []), Terms(["so-a"]), ["so-a"]).Compose();

        Assert.Contains("nội dung giao ước", PaperWriter.Write(paper).Gaps);
        Assert.Null(paper.Head.Day);
    }

    [Fact]
    public void A_pact_whose_text_is_not_known_says_so_and_has_a_gap()
    {
        var written = PaperWriter.Write(new PactPaper(new([Pact(new("Giao ước", [], null, [], [], null) { TextUnknown = true })], []), Terms(["so-a"]), ["so-a"]).Compose());

        Assert.Contains("nội dung giao ước", written.Gaps);
        Assert.Contains(Papers.Lines(written.Content), line => line.StartsWith("Nội dung không được ghi lại: […chưa ghi: nội dung giao ước…]", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_signed_and_ended_by_a_merger_keeps_its_block()
    {
        var terms = Terms(["so-a"], null, null, Member("so-cu", new(2020, 1, 1), new(2026, 6, 30)));
        var paper = new PactPaper(new([Pact()], [Signed("so-a"), Signed("so-cu"), Signed("so-rut") with { Withdrawn = new("Ghi nhầm.", default) }]), terms, terms.MembersOn(new(2026, 7, 1))).Compose();

        Assert.Equal([("so-a", true), ("so-cu", true)], paper.Signatures.Select(one => (one.Capacity!.Plain, one.Note is not null)));
    }

    [Fact]
    public void Ninety_five_members_sign_one_pact()
    {
        string[] members = [.. Enumerable.Range(1, 95).Select(number => $"xa-{number:D2}")];
        var paper = new PactPaper(new([Pact(PactPapersOf.BacNinh)], [.. members.Select(unit => Signed(unit))]), Terms(members), members).Compose();

        var written = PaperWriter.Write(paper);

        Papers.AssertValid(written.Content);
        Assert.Equal(95, Papers.Lines(written.Content).Count(line => line.StartsWith("(Đã ký bằng tài khoản", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_registration_is_two_tables_and_its_number_is_the_unit_s_own()
    {
        var written = PaperWriter.Write(PactPapersOf.Papers["registration"]);
        var lines = Papers.Lines(written.Content);

        Papers.AssertValid(written.Content);
        Assert.Contains("Số: 12/ĐK-STTTT", lines);
        Assert.Contains("Chiến sĩ thi đua cơ sở", lines);
        Assert.Contains("hoàn thành nhiệm vụ (trong số hoàn thành nhiệm vụ)", lines);
        Assert.Contains("“Công sở văn hóa”", lines);
    }
}

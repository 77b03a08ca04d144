using EmulationFunctions.Common;
using EmulationFunctions.Office.Papers;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Rules.Tests.Year.Meetings;
using EmulationFunctions.Rules.Tests.Year.Reports;
using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Rules.Tests.Office.Papers;

/// <summary>A paper as its body issues it: letterhead, number and symbol in place of the gaps.</summary>
public sealed class IssuedPaperTests
{
    private static readonly PaperLetterhead Letterhead = new("UBND tỉnh Bắc Ninh", false, "Khối thi đua số 5", "Bắc Ninh", "TM. Khối thi đua\nKT. Khối trưởng", "Khối phó", "{number}/{kind}-KTĐ")
    {
        Patterns = [new("report-letter", "{number}/{year}/KTĐ-VP")],
        Recipients = ["Sở Nội vụ", "Lưu: VT, KTĐ"],
        Addressees = ["Hội đồng Thi đua - Khen thưởng tỉnh", "Sở Nội vụ"],
    };

    [Theory]
    [InlineData("{number}/{kind}-PTNMT", "403", "403/BC-PTNMT")]
    [InlineData("{number}/KH-UBND", "0125", "0125/KH-UBND")]
    [InlineData("{number}/{year}/QĐ-UBND", "86", "86/2025/QĐ-UBND")]
    public void Number_and_symbol_follow_the_habit_of_each_body(string pattern, string number, string printed) =>
        Assert.Equal(printed, SymbolPattern.Fill(pattern, number, 2025, "BC"));

    [Theory]
    [InlineData("{kind}-PTNMT", "{number} đúng một lần")]
    [InlineData("{number}{number}/BC", "{number} đúng một lần")]
    [InlineData("{number}/{kind}-{body}", "chỉ dùng {number}, {year} và {kind}")]
    [InlineData("{number}/{year}/{year}-BC", "chỉ dùng một lần")]
    [InlineData("{number}-{kind}", "phải có dấu gạch chéo")]
    [InlineData("{number} / BC", "không có dấu cách")]
    [InlineData("{number}/BC}-A", "chỉ dùng {number}, {year} và {kind}")]
    public void A_pattern_that_says_no_number_or_something_else_is_refused_with_every_fault(string pattern, string why)
    {
        var faults = new List<Fault>();
        SymbolPattern.Check(pattern, hasSymbol: true, "$.numberPattern", faults);

        Assert.Contains(faults, fault => fault.Words.Vi.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_letterhead_says_is_no_gap_any_more_and_the_number_alone_is_left_open()
    {
        var written = PaperWriter.Write(IssuedPaper.Of(ReportPaper.Of(ReportSamples.Bloc, ReportSamples.Request, ReportSamples.Draft), "report", "BC", Letterhead, null));
        var lines = Platform.Documents.Papers.Lines(written.Content);

        Platform.Documents.Papers.AssertValid(written.Content);
        Assert.Equal(["số", "ngày, tháng, năm", "nguyên nhân của tồn tại, hạn chế", "đề xuất, kiến nghị", "họ tên người ký"], written.Gaps);
        Assert.Superset(
            new HashSet<string> { "UBND TỈNH BẮC NINH", "KHỐI THI ĐUA SỐ 5", "Số: […chưa ghi: số…]/BC-KTĐ", "TM. KHỐI THI ĐUA", "KT. KHỐI TRƯỞNG", "KHỐI PHÓ", "- Sở Nội vụ;", "- Lưu: VT, KTĐ." },
            lines.ToHashSet());
    }

    [Fact]
    public void A_number_that_was_recorded_stands_in_every_later_export_with_its_day_and_signer()
    {
        var paper = IssuedPaper.Of(
            ReportPaper.Letter(ReportSamples.Bloc, ReportSamples.Request), "report-letter", null, Letterhead, new("07", "07/2018/KTĐ-VP", new(2018, 7, 25), new("Ông A", "Phó Giám đốc", "")));
        var lines = Platform.Documents.Papers.Lines(PaperWriter.Write(paper).Content);

        Assert.Superset(
            new HashSet<string>
            {
                "Số: 07/2018/KTĐ-VP", "Bắc Ninh, ngày 25 tháng 7 năm 2018", "Ông A", "- Hội đồng Thi đua - Khen thưởng tỉnh;", "- Sở Nội vụ.", "- Như trên;", "- Lưu: VT, KTĐ.",
            },
            lines.ToHashSet());
        Assert.Empty(PaperWriter.Write(paper).Gaps);
    }

    [Fact]
    public void The_post_of_who_signed_stands_before_that_of_the_letterhead_and_is_no_gap_without_one()
    {
        PaperNumber number = new("07", "07/KTĐ", new(2018, 7, 25), new("Ông A", "Phó Giám đốc", ""));
        var letter = IssuedPaper.Of(ReportPaper.Letter(ReportSamples.Bloc, ReportSamples.Request), "report-letter", null, Letterhead, number);
        var part = PaperWriter.Write(IssuedPaper.Of(ReportSamples.Papers["report-part"], "report-part", "BC", null, number));

        Assert.Contains("PHÓ GIÁM ĐỐC", Platform.Documents.Papers.Lines(PaperWriter.Write(letter).Content));
        Assert.Contains("PHÓ GIÁM ĐỐC", Platform.Documents.Papers.Lines(part.Content));
        Assert.DoesNotContain("chức vụ người ký", part.Gaps);
    }

    [Fact]
    public void Who_signed_in_the_deputy_s_place_stands_there_whatever_the_letterhead_says_of_the_head()
    {
        var invitation = (MeetingPaperTests.Sample(MeetingPaperTests.Whole) with { Deputy = "so-tai-chinh" }).Invitation();

        var signed = Assert.Single(IssuedPaper.Of(invitation, "meeting-invitation", "GM", Letterhead with { Capacity = "TM. Khối", Post = "Khối trưởng" }, new("9", "9/GM-KTĐ", null, new("Bà B", null, ""))).Signatures);

        Assert.Equal(("TM. Khối thi đua\nKT. Khối trưởng", "Khối phó", "Bà B"), (signed.Capacity!.Plain, signed.Post.Plain, signed.Name.Plain));
    }

    [Fact]
    public void A_pattern_with_the_kind_s_symbol_is_not_used_for_papers_that_have_none()
    {
        Assert.Null(Letterhead.PatternOf("registration", null));
        Assert.Equal("{number}/{year}/KTĐ-VP", Letterhead.PatternOf("report-letter", null));
    }

    [Fact]
    public void A_body_with_none_above_it_prints_none_and_a_body_without_a_letterhead_changes_nothing()
    {
        var paper = ReportPaper.Of(ReportSamples.Bloc, ReportSamples.Request, ReportSamples.Draft);

        Assert.Null(IssuedPaper.Of(paper, "report", "BC", Letterhead with { Superior = null, HasNoSuperior = true }, null).Head.BodyAbove);
        Assert.Equal(PaperWriter.Write(paper).Content, PaperWriter.Write(IssuedPaper.Of(paper, "report", "BC", null, null)).Content);
    }

    [Fact]
    public void The_number_that_comes_next_is_suggested_from_those_of_the_same_body_and_kind()
    {
        var kind = new PaperKind("report-part", new("a", "a"), Right.Read, PaperOf.Item | PaperOf.Unit, (_, _, _) => throw new InvalidOperationException()) { IsOfUnit = true };
        PaperOrder Order(string item, string unit = "so-a") => new(2026, "khoi", "", unit, item);
        NumberedPaper Numbered(string given, PaperOrder order, string slug = "report-part") => new(slug, order, new(given, $"{given}/BC", null, null));
        NumberedPaper[] all = [Numbered("09", Order("quy-1")), Numbered("15/BC-SA", Order("quy-2")), Numbered("90", Order("quy-1", "so-b")), Numbered("80", Order("quy-1"), "registration")];

        Assert.Equal("16", PaperNumberView.Of(kind, Order("quy-3"), all, [kind]).Suggested);
        Assert.Null(PaperNumberView.Of(kind, Order("quy-1"), all, [kind]).Suggested);
        Assert.Null(PaperNumberView.Of(kind, Order("quy-3", "so-c"), all, [kind]).Suggested);
        Assert.Null(PaperNumberView.Of(kind, Order("quy-3", "so-c"), [Numbered("A/1", Order("quy-1", "so-c"))], [kind]).Suggested);
    }

    [Fact]
    public void A_number_is_pointed_at_where_another_paper_of_the_same_body_bears_it_and_never_one_of_another_body()
    {
        static PaperKind Kind(string slug, bool isOfUnit) => new(slug, new(slug, slug), Right.Read, PaperOf.Unit, (_, _, _) => throw new InvalidOperationException()) { IsOfUnit = isOfUnit };
        PaperKind[] kinds = [Kind("report-part", true), Kind("registration", true), Kind("score-inspection-minutes", false), Kind("report", false)];
        NumberedPaper Numbered(string kind, string unit) => new(kind, new(2026, "khoi", "", unit, ""), new("12", "12/BC-KTĐ", null, null));
        NumberedPaper[] all = [Numbered("report-part", "so-a"), Numbered("report-part", "so-b"), Numbered("registration", "so-b"), Numbered("score-inspection-minutes", "so-b"), Numbered("report", "")];

        IEnumerable<string> SharedWith(int which) => PaperNumberView.Of(kinds.Single(kind => kind.Slug == all[which].Kind), all[which].Order, all, kinds).SharedWith.Select(one => $"{one.Kind} {one.Unit}");

        Assert.Empty(SharedWith(0));
        Assert.Equal(["registration so-b"], SharedWith(1));
        Assert.Equal(["score-inspection-minutes so-b"], SharedWith(4));
    }

    [Theory]
    [InlineData("0125", "0126")]
    [InlineData("099/BC-SA", "100")]
    [InlineData("99", "100")]
    public void The_number_that_comes_next_is_as_wide_as_the_last_one(string last, string next) =>
        Assert.Equal(next, new PaperNumber(last, last, null, null).Next);

    [Fact]
    public void All_faults_of_a_letterhead_are_told_at_once()
    {
        PaperKind Kind(string slug, string? symbol, bool isOfUnit) => new(slug, new(slug, slug), Right.Read, PaperOf.BlocYear, (_, _, _) => throw new InvalidOperationException()) { Symbol = symbol, IsOfUnit = isOfUnit };
        var wrong = new PaperLetterhead("UBND tỉnh", true, "", "Bắc\nNinh", "Giám đốc", null, "BC")
        {
            Patterns = [new("report", "{number}/BC"), new("report", "{number}/BC"), new("registration", "{number}/DK"), new("report-letter", "{number}/{kind}")],
            Recipients = ["Sở Nội vụ", ""],
        };

        var faults = LetterheadRules.Check(wrong, [Kind("report", "BC", false), Kind("report-letter", null, false), Kind("registration", null, true)], isUnit: false);

        Assert.Equal(
            ["$.capacity", "$.name", "$.numberPattern", "$.numberPattern", "$.patterns[1].kind", "$.patterns[2].kind", "$.patterns[3].pattern", "$.place", "$.recipients[1]", "$.superior"],
            faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }
}

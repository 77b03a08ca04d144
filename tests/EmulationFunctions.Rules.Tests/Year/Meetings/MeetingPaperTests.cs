using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Rules.Tests.Year.Pacts;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Meetings;

namespace EmulationFunctions.Rules.Tests.Year.Meetings;

/// <summary>The papers of a meeting, whole and with nothing but a title.</summary>
public sealed class MeetingPaperTests
{
    [Fact]
    public void What_was_recorded_stands_in_the_minutes_and_nothing_else()
    {
        var lines = Lines(Sample(Whole).Minutes());

        Assert.Contains("Thời gian bắt đầu: 14:05, ngày 20/07/2026.", lines);
        Assert.Contains("1. Chủ trì: Ông A, Giám đốc, Sở Nội vụ; Bà B, Quyền Giám đốc, Sở Tài chính.", lines);
        Assert.Contains("3. Thành viên dự họp: 2/3.", lines);
        Assert.Contains("1. Thông qua báo cáo sơ kết: tán thành 2, không tán thành 0, ý kiến khác 0; thông qua.", lines);
        Assert.Equal(
            ["1. Đổi mới hình thức tổ chức phong trào.", "- Đơn vị thực hiện: Sở Tài chính;", "- Thời hạn: 30/09/2026."],
            lines.SkipWhile(line => line != "IV. KẾT LUẬN").Skip(1).Take(3));
        Assert.Equal(["cơ quan chủ quản", "địa danh"], Written(Sample(Whole).Minutes()).Gaps.Order(VietnameseNames.Order));
    }

    [Fact]
    public void Of_a_meeting_of_which_only_lately_is_known_every_other_fact_is_a_gap()
    {
        var minutes = Written(Sample(Bare).Minutes());

        Assert.All(
            ["giờ bắt đầu", "giờ kết thúc", "ngày họp", "địa điểm họp", "người chủ trì", "thư ký cuộc họp", "số thành viên dự họp", "số khách mời", "nội dung, diễn biến cuộc họp", "kết luận cuộc họp", "ngày thông qua biên bản"],
            gap => Assert.Contains(gap, minutes.Gaps));
        Assert.StartsWith("Vừa qua, tại ", Lines(Sample(Bare).News(new Dictionary<string, byte[]>())).First(line => line.StartsWith("Vừa", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_are_counts_and_a_missing_count_is_a_gap_and_no_zero()
    {
        var votes = Written(Sample(Whole with { Minutes = Whole.Minutes! with { Decisions = [new(1, DecisionMatter.Plan, "Kế hoạch")] } }).Votes());

        Assert.Contains("số phiếu tán thành nội dung 1", votes.Gaps);
        Assert.Contains("nội dung 1 có được thông qua hay không", votes.Gaps);
    }

    [Fact]
    public void A_decision_that_ends_with_a_stop_has_none_before_its_count()
    {
        var record = Whole with { Minutes = Whole.Minutes! with { Decisions = [new(1, DecisionMatter.Report, "Thông qua báo cáo sơ kết.", Vote: new(6, 0, 0), IsAdopted: true)] } };

        Assert.Contains("1. Thông qua báo cáo sơ kết: tán thành 6, không tán thành 0, ý kiến khác 0; thông qua.", Lines(Sample(record).Minutes()));
    }

    [Fact]
    public void The_count_of_votes_says_the_hours_of_the_minutes_and_never_those_that_were_planned()
    {
        Assert.Contains("Thời gian: 14:05 đến 16:40, ngày 20/07/2026.", Lines(Sample(Whole).Votes()));
        var unrecorded = Whole with { Minutes = Whole.Minutes! with { Began = null } };

        Assert.Contains("Thời gian: […chưa ghi: giờ bắt đầu…], ngày 20/07/2026.", Lines(Sample(unrecorded).Votes()));
    }

    [Fact]
    public void Everybody_who_took_the_chair_signs_minutes_and_votes()
    {
        Assert.All([Sample(Whole).Minutes(), Sample(Whole).Votes()], paper => Assert.Equal(["Ông C", "Ông A", "Bà B"], paper.Signatures.Select(one => one.Name.Plain)));
    }

    [Fact]
    public void An_invitation_is_signed_by_the_head_of_a_bloc_or_a_cluster_and_by_the_deputy_who_is_the_host()
    {
        static string Signed(MeetingPaper paper) => string.Join('|', paper.Invitation().Signatures.Select(one => $"{one.Capacity!.Plain}/{one.Post.Plain}"));

        Assert.Equal("TM. Khối thi đua/Khối trưởng", Signed(Sample(Whole)));
        Assert.Equal("TM. Cụm thi đua/Cụm trưởng", Signed(Sample(Whole) with { Kind = BlocKind.Cluster }));
        Assert.Equal("TM. Cụm thi đua\nKT. Cụm trưởng/Cụm phó", Signed(Sample(Whole) with { Kind = BlocKind.Cluster, Deputy = "so-tai-chinh" }));
        Assert.Equal("TM. Khối thi đua/Khối trưởng", Signed(Sample(Whole) with { Deputy = "so-xay-dung" }));
    }

    [Fact]
    public void An_invitation_is_signed_by_the_deputy_of_its_day_whoever_is_the_deputy_today()
    {
        static Term Deputy(string unit) => new("khoi-1", 2026, "so-noi-vu", unit, null, false, false, 0);
        var before = PactSamples.Terms(["so-noi-vu", "so-tai-chinh", "so-xay-dung"]) with
        {
            Terms = [Deputy("so-tai-chinh") with { Until = new(2026, 9, 30) }, Deputy("so-xay-dung") with { From = new(2026, 10, 1), IsLater = true }],
            Leaders = new("so-noi-vu", "so-xay-dung"),
        };

        // Its host was the deputy in July.
        var signed = Assert.Single(new MeetingTerms(before, new([]), new(2026, 11, 28)).Paper(Whole).Invitation().Signatures);

        Assert.Equal("Khối phó", signed.Post.Plain);
    }

    [Fact]
    public void Who_wrote_the_news_item_signs_it_and_is_a_gap_until_then()
    {
        Assert.Contains("người viết tin, ảnh", Written(Sample(Whole).News(new Dictionary<string, byte[]>())).Gaps);
        var written = Whole with { Meeting = Whole.Meeting with { Content = Whole.Meeting.Content with { Writer = new("Bà E", "Văn phòng Sở", "") } } };

        Assert.Superset(new HashSet<string> { "Bà E", "(Văn phòng Sở)" }, Lines(Sample(written).News(new Dictionary<string, byte[]>())).ToHashSet());
    }

    [Fact]
    public void Minutes_that_were_adopted_on_a_day_not_known_say_what_is_said_of_it()
    {
        var said = Whole with { Meeting = Whole.Meeting with { Adopted = Whole.Meeting.Adopted! with { On = null, Said = "vừa qua" } } };

        Assert.Equal("vừa qua", MeetingRows.ReadMeeting(MeetingRows.Row(said.Meeting)).Adopted!.Said);
        Assert.Contains(Lines(Sample(said).Minutes()), line => line.EndsWith("; nội dung đã được thông qua (vừa qua).", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_the_minutes_are_adopted_no_paper_says_that_they_were_nor_how_was_voted()
    {
        var open = Whole with { Meeting = Whole.Meeting with { Adopted = null } };

        Assert.DoesNotContain(Lines(Sample(open).Minutes()), line => line.Contains("đã được thông qua", StringComparison.Ordinal));
        Assert.Contains("ngày thông qua biên bản", Written(Sample(open).Minutes()).Gaps);
        Assert.Contains(Lines(Sample(Whole).Minutes()), line => line.EndsWith("nội dung đã được thông qua ngày 20/07/2026.", StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(Sample(Whole).Votes()), line => line.Contains("công khai", StringComparison.Ordinal));
        Assert.Contains("hình thức biểu quyết", Written(Sample(Whole).Votes()).Gaps);
    }

    [Fact]
    public void A_guest_who_was_erased_is_a_gap()
    {
        var erased = Whole with { Minutes = Whole.Minutes! with { Instructions = [Whole.Minutes.Instructions[0] with { From = GuestInstruction.ErasedFrom }] } };

        Assert.Contains("khách mời nêu ý kiến", Written(Sample(erased).Minutes()).Gaps);
    }

    [Fact]
    public void A_picture_that_is_not_there_is_a_gap_by_its_number_and_its_caption_names_nobody_in_the_gaps()
    {
        var news = Sample(Whole).News(new Dictionary<string, byte[]>());

        Assert.Contains("ảnh 2", Written(news).Gaps);
        Assert.DoesNotContain(Written(news).Gaps, gap => gap.Contains("Ông A", StringComparison.Ordinal));
        Assert.Contains(Lines(news), line => line.EndsWith(": Ông A phát biểu tại hội nghị", StringComparison.Ordinal));
    }

    internal static MeetingRecord Whole { get; } = new(
        new("so-ket", new(
            [MeetingKind.HalfYear],
            "Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2026",
            new(new(2026, 7, 20), "14:00", "16:30"),
            "so-tai-chinh",
            MeetingMode.Both,
            "Hội trường Sở Tài chính",
            "https://hop.example.vn/khoi",
            new(Reviewed: 2026),
            [new("Báo cáo sơ kết", "14:15", "so-tai-chinh"), new("Thảo luận")],
            [new("so-noi-vu", ChairOffice.Head, new("Ông A", "Giám đốc", "")), new("so-tai-chinh", ChairOffice.Deputy, new("Bà B", "Quyền Giám đốc", ""))],
            [new("Hội đồng Thi đua - Khen thưởng tỉnh", new("Ông D", "Phó Chủ tịch Thường trực", ""))],
            new("so-tai-chinh", new("Ông C", "Chuyên viên", "")),
            [new("Quang cảnh hội nghị", "anh-1"), new("Ông A phát biểu tại hội nghị", "anh-2")]), "")
        {
            Adopted = new(new(2026, 7, 20), QuorumState.Reached, 2, 3),
        },
        new([new("so-noi-vu", AttendanceState.Present), new("so-tai-chinh", AttendanceState.Substitute, AttendanceWay.Online), new("so-xay-dung", AttendanceState.Excused)], null, 1),
        new(
            "14:05",
            "16:40",
            [new("Trình bày dự thảo báo cáo sơ kết 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm.", "so-tai-chinh"), new("Các đơn vị thảo luận.")],
            [new(1, DecisionMatter.Report, "Thông qua báo cáo sơ kết", Vote: new(2, 0, 0), IsAdopted: true)],
            [new("Phó Chủ tịch Thường trực Hội đồng", "Khen thưởng đúng người, đúng thành tích; quan tâm tập thể nhỏ và người lao động trực tiếp.")]),
        [new(1, "Đổi mới hình thức tổ chức phong trào.", ["so-tai-chinh"], new(2026, 9, 30), null, "Kết luận của chủ trì", [], null)],
        1);

    internal static MeetingRecord Bare { get; } = new(
        new("tong-ket", new([MeetingKind.YearEnd], "Hội nghị tổng kết năm 2025", new(Said: "Vừa qua"), null, null, null, null, MeetingYears.None, [], [], [], null, [new("Quang cảnh hội nghị.")]), ""),
        null,
        null,
        [],
        1);

    internal static MeetingPaper Sample(MeetingRecord record) => new(
        "Khối thi đua Kinh tế - Kỹ thuật",
        record,
        record == Bare ? [] : ["so-noi-vu", "so-tai-chinh", "so-xay-dung"],
        record.Attendance is null ? null : 2,
        record == Bare ? null : 3,
        new(new Dictionary<string, Unit>
        {
            ["so-noi-vu"] = Unit("so-noi-vu", "Sở Nội vụ"),
            ["so-tai-chinh"] = Unit("so-tai-chinh", "Sở Tài chính"),
            ["so-xay-dung"] = Unit("so-xay-dung", "Sở Xây dựng"),
        }));

    private static Unit Unit(string id, string name) => new(id, name, UnitKind.Department, [], false, [], false, 0);

    private static WrittenPaper Written(Paper paper)
    {
        var written = PaperWriter.Write(paper);
        Platform.Documents.Papers.AssertValid(written.Content);
        return written;
    }

    private static IReadOnlyList<string> Lines(Paper paper) => Platform.Documents.Papers.Lines(Written(paper).Content);
}

/// <summary>Printed by the tests of papers.</summary>
internal sealed class MeetingPaperSamples : ISamplePapers
{
    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>
    {
        ["meeting-invitation"] = MeetingPaperTests.Sample(MeetingPaperTests.Whole).Invitation(),
        ["meeting-minutes"] = MeetingPaperTests.Sample(MeetingPaperTests.Whole).Minutes(),
        ["meeting-minutes-with-gaps"] = MeetingPaperTests.Sample(MeetingPaperTests.Bare).Minutes(),
        ["meeting-votes"] = MeetingPaperTests.Sample(MeetingPaperTests.Whole).Votes(),
        ["meeting-news"] = MeetingPaperTests.Sample(MeetingPaperTests.Whole).News(new Dictionary<string, byte[]>()),
    };
}

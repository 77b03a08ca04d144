using System.Runtime.CompilerServices;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

/// <summary>docs/mails.md shows every kind of mail as it is written now.</summary>
public sealed class MailGalleryTests
{
    private const string Unit = "so-tai-chinh";
    private const string Address = "vanphong@so-tai-chinh.example.vn";
    private const string Bloc = "khoi-tham-muu-tong-hop";

    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly PartitionAddress Sheet = new("Sheets", $"2026-nam|{Bloc}|{Unit}");
    private static readonly MailNames Names = new(
        new Dictionary<string, string> { [Unit] = "Sở Tài chính", ["so-noi-vu"] = "Sở Nội vụ" },
        new Dictionary<string, string> { [Bloc] = "Khối thi đua Tham mưu - Tổng hợp" });

    /// <summary>Each kind of notice: when it goes out, and what is true of its matter.</summary>
    private static readonly (NoticeKind Kind, string When, NoticeFacts Facts)[] Notices =
    [
        (NoticeKind.SheetReturned, "The head gives a submitted sheet back (`ReturnSheet`).", Facts("Thiếu minh chứng mục II.1") with { Deadline = new(2026, 12, 20) }),
        (NoticeKind.RevisionRequested, "A revision with a day of its own is asked for (`RequestRevision`).", Facts("Bổ sung báo cáo quý IV") with { Deadline = new(2026, 12, 18), Matters = ["Tiêu chí II.1 “Cải cách hành chính”"] }),
        (NoticeKind.NotApplicableChanged, "Others change what is not assigned to the unit (`SetNotApplicable`).", Facts("Đơn vị không có thu ngân sách") with { Matters = ["Tiêu chí III.2 “Thu ngân sách”"] }),
        (NoticeKind.ResultsCorrected, "Others correct the unit's results (`SetActuals`).", Facts("Theo số liệu của Cục Thống kê") with { Matters = ["Tiêu chí III.2 “Thu ngân sách”: 1.250,5"] }),
        (NoticeKind.DeadlineExtended, "The unit is given more time (`ExtendDeadline`).", Facts("Khắc phục hậu quả bão") with { Stage = "tự chấm điểm", Deadline = new(2026, 12, 20) }),
        (NoticeKind.ScorersDrawn, "It is drawn who scores whom (`AssignCrossScoring`).", Facts() with { Deadline = new(2026, 12, 15), Matters = ["Sở Nội vụ", "Sở Tư pháp"] }),
        (NoticeKind.ScorerReplaced, "A scorer is replaced (`ReplaceScorer`); both get it, each as it is for it.", Facts("Đơn vị chấm trước đang sắp xếp lại") with { Other = "Sở Nội vụ", IsDue = true, Deadline = new(2026, 12, 15) }),
        (NoticeKind.ScoresAppraised, "A round of appraisal closes and has moved points (`CloseAppraisalRound`).", Facts("Tiêu chí II.1 “Cải cách hành chính”: 10 → 9,5. Lý do: Báo cáo quý III chậm 2 ngày") with { IsDue = true }),
        (NoticeKind.ScoresFinal, "The last round closes and has moved points.", Facts("Tiêu chí II.1 “Cải cách hành chính”: 9,5 → 9. Lý do: Đối chiếu hồ sơ")),
        (NoticeKind.FindingRecorded, "A cross-check has found something (`PutInspection`).", Facts() with { Matters = ["Chưa có kế hoạch kiểm tra nội bộ (hạn khắc phục: 31/12/2026)"] }),
        (NoticeKind.ComplaintOpened, "A unit objects to a score (`OpenComplaint`); the head gets it.", Facts("Đề nghị xem lại điểm, minh chứng đã nộp ngày 01/12") with { Other = "Sở Nội vụ", Matters = ["Tiêu chí III.2 “Thu ngân sách”"] }),
        (NoticeKind.ComplaintUpheld, "A complaint is answered in the unit's favour (`AnswerComplaint`).", Facts("Cộng lại 0,5 điểm") with { Matters = ["Tiêu chí III.2 “Thu ngân sách”"] }),
        (NoticeKind.ComplaintDismissed, "A complaint is answered otherwise.", Facts("Minh chứng nộp sau thời hạn")),
        (NoticeKind.Disqualified, "The unit is kept apart from the standings (`DisqualifyUnit`).", Facts("Quyết định 12/QĐ-SNV: minh chứng không đúng sự thật")),
        (NoticeKind.DisqualificationLifted, "That is taken back (`LiftDisqualification`).", Facts("Quyết định 12/QĐ-SNV đã bị hủy")),
        (NoticeKind.TargetsSet, "The head sets targets (`SetTargets`).", Facts("Theo kế hoạch thu ngân sách") with { Matters = ["Tiêu chí III.2 “Thu ngân sách”: 1.200"] }),
        (NoticeKind.VisitPlanned, "A cross-check is planned, or planned otherwise (`PutInspection`); the visited and the visiting units get it.", Facts("Việc giải quyết thủ tục hành chính") with { Matters = ["Đơn vị được kiểm tra: Sở Tài chính", "Ngày dự kiến: 15/12/2026", "Đoàn kiểm tra: Sở Nội vụ, Sở Tư pháp"] }),
        (NoticeKind.ComplaintClosed, "A complaint is withdrawn, and the head gets it; or others close one that is answered, and the unit does (`CloseComplaint`).", Facts("Đề nghị xem lại điểm, minh chứng đã nộp ngày 01/12") with { Other = "Sở Nội vụ", Matters = ["Tiêu chí III.2 “Thu ngân sách”"] }),
        (NoticeKind.CalendarChanged, "The days of a bloc change in an open year (`PutCycle`, `PutCycleBloc`); all its members get it.", Facts() with { Matters = ["tự chấm điểm: từ ngày 20/11/2026 đến hết ngày 08/12/2026", "thẩm định: từ ngày 14/12/2026 đến hết ngày 19/12/2026"] }),
        (NoticeKind.ConditionDeclared, "Others declare a condition of the unit (`DeclareCondition`).", Facts("Chậm triển khai kế hoạch") with { Matters = ["Kế hoạch được công bố: có", "Người đứng đầu bị khiển trách: có"] }),
        (NoticeKind.TermSet, "It is settled who leads a bloc in a year (`SetTerm`).", Facts() with { Matters = ["Khối trưởng: Sở Tài chính", "Khối phó: Sở Nội vụ"] }),
        (NoticeKind.ComplaintCarriedOut, "What a complaint was upheld for is put right after the last round (`SaveAppraisal`).", Facts("Tiêu chí II.1 “Cải cách hành chính”: 9 → 9,5. Lý do: Theo kiến nghị đã được chấp nhận")),
        (NoticeKind.CriterionVoided, "A criterion that a bloc is scored by is declared void (`VoidCriterion`); all its members get it.", Facts("Nghị quyết đã bãi bỏ chỉ tiêu này") with { Matters = ["Tiêu chí III.2 “Thu ngân sách”"] }),
        (NoticeKind.PactToSign, "A pact is opened for signing, or its text changes before the unit has signed (`PutPact`).", Facts() with { Deadline = new(2026, 12, 15) }),
        (NoticeKind.SignaturesVoided, "The text of a pact changes after the unit has signed (`PutPact`), or its signature is taken back (`WithdrawSignature`).", Facts() with { IsDue = true }),
        (NoticeKind.MovementLaunched, "A movement is launched, or its days change afterwards (`PutMovement`); all members get it.", Facts() with { Matters = ["Bắc Ninh chung sức xây dựng nông thôn mới", "Phát động: Chủ tịch UBND tỉnh, Khối trưởng", "Thời gian: từ ngày 01/01/2026 đến hết ngày 31/12/2026"], Deadline = new(2026, 12, 15) }),
        (NoticeKind.ReportsRequested, "A bloc asks its units for a report, or moves the day (`RequestReports`); all who are asked get it.", Facts("Gửi kèm bản ký số") with { Other = "“Báo cáo sơ kết 6 tháng”", Deadline = new(2026, 12, 20), Matters = ["Cải cách hành chính", "Thủ tục hành chính đã giải quyết"] }),
        (NoticeKind.ReportPartReturned, "A unit's part of a report is given back (`ReturnReportPart`).", Facts("Thiếu số liệu quý II") with { Other = "“Báo cáo sơ kết 6 tháng”", Deadline = new(2026, 12, 20) }),
        (NoticeKind.NominationSuspended, "The office suspends what a unit is nominated for (`SuspendNomination`); the unit gets it, and the head of its bloc without the reason.", Facts("Đang xác minh đơn tố cáo") with { Matters = ["Từ ngày 05/12/2026"] }),
        (NoticeKind.SuspensionLifted, "That ends (`LiftSuspension`); the unit gets it, and the head of its bloc without the reason.", Facts("Tố cáo không đúng") with { Matters = ["Kết thúc từ ngày 07/12/2026"] }),
        (NoticeKind.MembershipChanged, "The unit joins a bloc or leaves it (`JoinBloc`, `LeaveBloc`).", Facts() with { Matters = ["từ ngày 01/01/2026 đến hết ngày 31/12/2026"] }),
        (NoticeKind.MeetingInvited, "Units are invited to a meeting (`InviteToMeeting`), or what was said of it has changed (`PutMeeting`); with an appointment for the calendar.", Facts("14:00: Báo cáo tổng kết năm 2026 (Sở Nội vụ)", "15:30: Ký giao ước thi đua năm 2027") with { Title = "Hội nghị tổng kết năm 2026", Matters = ["Thời gian: 14:00–16:30, ngày 15/12/2026", "Hình thức: trực tiếp", "Đơn vị đăng cai: Sở Tài chính", "Địa điểm: Hội trường Sở Tài chính", "Chủ trì: Sở Nội vụ; Sở Tài chính"] }),
        (NoticeKind.MeetingCancelled, "A meeting is called off (`CancelMeeting`); takes the appointment out of the calendar.", Facts("Khắc phục hậu quả bão") with { Title = "Hội nghị tổng kết năm 2026", Matters = ["Thời gian: 14:00–16:30, ngày 15/12/2026", "Địa điểm: Hội trường Sở Tài chính"] }),
        (NoticeKind.ConclusionsAssigned, "The minutes of a meeting are adopted (`AdoptMinutes`); units that have to carry out a conclusion get it.", Facts() with { Title = "Hội nghị sơ kết 6 tháng đầu năm 2026", Matters = ["1. Đổi mới hình thức tổ chức phong trào (hạn: 30/09/2026)", "3. Rà soát quy trình bình xét (hạn: trong quý IV)"] }),
        (NoticeKind.StandingsPublished, "The standings of its bloc are published (`PublishStandings`).", Facts() with { Matters = ["Hạng 2/7, 95,5 điểm", "Xếp loại: Hoàn thành xuất sắc nhiệm vụ"] }),
    ];

    [Fact]
    public void The_committed_page_shows_every_kind_of_mail_as_it_is_written()
    {
        Assert.Equal(Enum.GetValues<NoticeKind>().Order(), Notices.Select(notice => notice.Kind).Order());

        var page = Page();
        var committed = Path.Combine(Root(), "docs", "mails.md");
        if (!File.Exists(committed) || File.ReadAllText(committed).ReplaceLineEndings("\n") != page)
        {
            var written = Path.Combine(Directory.CreateDirectory(Path.Combine(Root(), "artifacts")).FullName, "mails.md");
            File.WriteAllText(written, page);
            Assert.Fail("docs/mails.md does not show the mails as they are written now. Look at artifacts/mails.md; if it is meant: cp artifacts/mails.md docs/mails.md");
        }
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Mails

            Every kind of mail, as it is written; a test makes this page. The HTML part says the same with a list and a link, as in the pictures of a [digest](pictures/mail-digest.png) and a [notice](pictures/mail-notice.png). How mail leaves, and what becomes of one that does not: [decision 0012](decisions/0012-outbox.md).

            """.ReplaceLineEndings("\n"));
        var key = MailKey.Digest(Today, Unit, Address);
        var stage = new DueStage(2026, StageKind.SelfScore, null, Bloc);
        Add(page, "Digest of a unit", "Each morning on which one of its deadlines is near or past (`SendReminders`), one mail for all of them.", DigestComposer.Compose(
            new(Unit, [new(stage, new(2026, 12, 10))], []), Today, Names, [["Tiêu chí I.2 “Kỷ luật, kỷ cương hành chính” chưa được chấm điểm.", "Tiêu chí II.1 “Cải cách hành chính” cần có minh chứng hoặc giải trình."]]), key);
        Add(page, "Digest of a head", "The same mornings: who of the bloc is missing.", DigestComposer.Compose(new(Unit, [], [new(stage, [new("so-noi-vu", new(2026, 12, 10))], Total: 7)]), Today, Names), key);
        foreach (var (kind, when, facts) in Notices)
        {
            Add(page, kind.ToString(), when, NoticeComposer.Compose(kind, facts with { Shown = Shown(kind, facts) }), MailKey.Notice(Today, Sheet, kind.ToString(), Unit, Address));
        }

        return page.ToString();
    }

    private static string Shown(NoticeKind kind, NoticeFacts facts) => MailPlaces.Of(
        kind, new(2026, "nam", Bloc, Unit), kind is NoticeKind.ComplaintOpened or NoticeKind.ComplaintClosed && facts.Other.Length == 0 ? [Unit, "1"] : ["so-ket", "self-score"]);

    private static NoticeFacts Facts(params string[] said) => new("Sở Tài chính", "năm 2026", Names.Blocs[Bloc], Today, said);

    private static void Add(StringBuilder page, string title, string when, MailLetter letter, MailKey key)
    {
        var mail = (letter with { Contacts = ["Khối trưởng: Sở Nội vụ (thidua@so-noi-vu.example.vn)", "Cơ quan thường trực: Ban Thi đua - Khen thưởng tỉnh, điện thoại 0200 000 000"] })
            .ToMail(Address, key, new(new("https://thidua.example.vn/portal/"), "Ban Thi đua - Khen thưởng tỉnh", Today));
        page.Append(null, $"\n## {title}\n\n{when}\n\n**{mail.Subject}**\n\n```text\n{mail.PlainText.ReplaceLineEndings("\n").TrimEnd()}\n```\n");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
